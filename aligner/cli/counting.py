"""The options that say what is counted: profile, days, or a snapshot that has them all."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date, datetime
from typing import Any

import click
from click.core import ParameterSource

from aligner.cli.face import Face
from aligner.domain.errors import AlignerError
from aligner.domain.text import N_
from aligner.usecases.figures.measure import PROFILES, load_profile
from aligner.usecases.figures.snapshots import Drift


def counting_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options that say how and for which day is counted."""
    day = click.DateTime(["%Y-%m-%d"])
    for option in (
        click.option(
            "--decided-until", type=day, help=N_("Count only decisions made by the end of this day; all by default.")
        ),
        click.option(
            "--as-of",
            type=day,
            help=N_("Reference date of the figures: decides what is in force and current; today by default."),
        ),
        click.option(
            "--profile",
            default=PROFILES[0],
            show_default=True,
            callback=_told_of,
            help=N_("Counting profile: a name or a TOML file."),
        ),
    ):
        command = option(command)
    return command


def _told_of(context: click.Context, _option: click.Parameter, profile: str) -> str:
    """The profile as it was given, after a word about what this program ignores in it."""
    with suppress(AlignerError):  # the command itself says what is wrong with it
        for finding in load_profile(profile).findings():
            context.obj.show_problem(finding)
    return profile


SNAPSHOT = click.option(
    "--snapshot", help=N_("Use this snapshot: its files, decisions, profile and date, regardless of later changes.")
)


def refuse_mixture() -> None:
    """A snapshot has its own profile and days. Raises UsageError when others are asked for beside it."""
    context = click.get_current_context()
    for name in ("profile", "as_of", "decided_until"):
        if context.get_parameter_source(name) is ParameterSource.COMMANDLINE:
            option = "--" + name.replace("_", "-")
            raise click.UsageError(
                context.obj.translate("--snapshot and {option} cannot be used together.", option=option)
            )


def tell_drift(face: Face, drift: Sequence[Drift]) -> None:
    """Say which figures of a snapshot this program computes otherwise than the one that took it."""
    for one in drift:
        face.alert(
            "This version of the program computes {indicator} differently than when the snapshot was "
            "taken: {now} instead of {then}.",
            indicator=one.indicator,
            now="n/a" if one.now is None else f"{one.now:.6g}",
            then="n/a" if one.then is None else f"{one.then:.6g}",
        )


def day_of(value: datetime | None) -> date | None:
    """The day that an option names."""
    return None if value is None else value.date()
