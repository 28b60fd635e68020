"""`aligner snapshot`, `snapshots`, `compare-snapshots` and `forget-snapshot`."""

from datetime import datetime

import click

from aligner.cli.counting import counting_options, day_of
from aligner.cli.face import Face, language_option
from aligner.cli.opening import opened
from aligner.cli.output import AS_JSON, FORM, give_object, show_grid
from aligner.domain.figures.snapshot import Snapshot
from aligner.domain.journal_times import local_time
from aligner.domain.standards.table import Table
from aligner.domain.text import N_
from aligner.usecases.figures import compare_snapshots as comparing
from aligner.usecases.figures import snapshots as keeping
from aligner.usecases.project.exchange import as_text

RATE = "conversion_rate"
COLUMNS = ("name", "at", "reviewer", "profile", "as_of", "decided_until", "entries", "head", "files", RATE)
"""The snapshots as csv or json: times in UTC, the rate 0..1."""


@click.command
@click.argument("project")
@click.argument("name")
@counting_options
@AS_JSON
@language_option
@click.pass_obj
def snapshot(
    face: Face,
    project: str,
    name: str,
    profile: str,
    as_of: datetime | None,
    decided_until: datetime | None,
    as_json: bool,
) -> None:
    """Save files, decisions, profile, date and figures under a name, so that a report can be reproduced next year."""
    with opened(face, project) as session:
        taken = keeping.take_snapshot(
            session,
            name,
            profile=profile,
            at=day_of(as_of),
            decided_until=day_of(decided_until),
        )
    if as_json:
        give_object(face, _values(taken))
    else:
        _show_snapshots(face, [taken])


@click.command
@click.argument("project")
@FORM
@language_option
@click.pass_obj
def snapshots(face: Face, project: str, form: str) -> None:
    """List the snapshots with their figures, oldest first."""
    with opened(face, project, read_only=True) as session:
        listed = keeping.snapshots(session)
    if form == "table":
        _show_snapshots(face, listed)
    else:
        face.give(as_text(Table.from_rows(COLUMNS, map(_values, listed)), form))


@click.command("compare-snapshots")
@click.argument("project")
@click.argument("earlier")
@click.argument("later")
@FORM
@language_option
@click.pass_obj
def compare_snapshots(face: Face, project: str, earlier: str, later: str, form: str) -> None:
    """Explain what changed the rate between two snapshots: rules, date, catalogues or decisions, and which works."""
    with opened(face, project, read_only=True) as session:
        moved = comparing.compare_snapshots(session, earlier, later)
    if form == "json":
        face.give(comparing.as_json_text(moved, face.translate))
        return
    works = comparing.moved_table(moved, face.translate)
    if form == "csv":
        face.give(as_text(works, form))
        return
    percent = face.translate.percent
    face.show(
        face.translate(
            "Conversion rate: {before} in “{earlier}”, {after} in “{later}”.",
            before=percent(moved.before.value),
            earlier=earlier,
            after=percent(moved.after.value),
            later=later,
        )
    )
    face.show()
    _show_steps(face, comparing.steps_table(moved, face.translate))
    face.show()
    headings = [N_("Cause"), N_("International standard"), N_("Title"), N_("Before"), N_("After"), N_("Why")]
    shown = ("cause", "international", "title", "before", "after", "reason_after")
    show_grid(face, headings, [[str(row[name]) for name in shown] for row in works.rows()])


@click.command("forget-snapshot")
@click.argument("project")
@click.argument("name")
@language_option
@click.pass_obj
def forget_snapshot(face: Face, project: str, name: str) -> None:
    """Delete a snapshot and everything kept only for it."""
    with opened(face, project) as session:
        keeping.forget_snapshot(session, name)
    face.say("The snapshot “{name}” was deleted.", name=name)


def _show_snapshots(face: Face, listed: list[Snapshot]) -> None:
    headings = [
        N_("Snapshot"),
        N_("Taken"),
        N_("Reviewer"),
        N_("Profile"),
        N_("Reference date"),
        N_("Conversion rate"),
        N_("Journal"),
        N_("Files"),
    ]
    show_grid(face, headings, [_line(face, one) for one in listed], right=[5])


def _values(one: Snapshot) -> dict[str, object]:
    rate = one.figure(RATE)
    return {
        "name": one.name,
        "at": one.at,
        "reviewer": one.reviewer,
        "profile": one.profile.get("name", ""),
        "as_of": one.as_of,
        "decided_until": one.decided_until,
        "entries": one.entries,
        "head": one.head,
        "files": [file.file_name for file in one.files],
        RATE: None if rate is None else rate.value,
    }


def _line(face: Face, one: Snapshot) -> list[str]:
    rate = one.figure(RATE)
    return [
        one.name,
        local_time(one.at),
        one.reviewer,
        one.profile.get("name", ""),
        one.as_of,
        face.translate.percent(None if rate is None else rate.value),
        face.translate("{count} entries, last hash {head}", count=one.entries, head=one.head[:12]),
        ", ".join(file.file_name for file in one.files),
    ]


def _show_steps(face: Face, steps: Table) -> None:
    headings = [
        N_("Cause"),
        N_("Rate after it"),
        N_("Change, in points"),
        N_("Numerator / denominator"),
        N_("Newly counted"),
        N_("No longer counted"),
        N_("Newly converted"),
        N_("No longer converted"),
    ]
    show_grid(face, headings, [_step(face, row) for row in steps.rows()], right=range(1, 8))


def _step(face: Face, row: dict[str, object]) -> list[str]:
    change = row["change"]
    points = "" if not isinstance(change, float | int) else f"{round(change * 100, 1) + 0.0:+.1f}"
    rate = row["rate"]
    return [
        str(row["cause"]),
        face.translate.percent(rate if isinstance(rate, float | int) else None),
        points,
        f"{row['numerator']} / {row['denominator']}",
        *(str(row[name]) for name in ("entered", "left", "converted", "no_longer_converted")),
    ]
