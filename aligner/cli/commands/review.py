"""`aligner decide` and `applicability`: hand-ins from files."""

from pathlib import Path

import click

from aligner.cli.face import Face, language_option
from aligner.cli.opening import opened
from aligner.cli.output import show_problems
from aligner.domain.text import N_
from aligner.usecases.review.applicability import judge_file
from aligner.usecases.review.decide import Recorded, decide_file
from aligner.usecases.review.hand_in import OnConflict

FILE = click.Path(path_type=Path)
REVIEWER = click.option("--reviewer", help=N_("Reviewer who signs this work; by default the name in the settings."))
REPLACE = click.option(
    "--replace",
    "on_conflict",
    flag_value=OnConflict.REPLACE.value,
    help=N_("Let rows that differ replace another reviewer's decision; otherwise they are listed and not recorded."),
)


@click.command
@click.argument("project")
@click.argument("file", type=FILE)
@REVIEWER
@REPLACE
@click.option(
    "--second",
    "on_conflict",
    flag_value=OnConflict.SECOND.value,
    help=N_("Keep rows about pairs that another reviewer has decided as second opinions."),
)
@language_option
@click.pass_obj
def decide(face: Face, project: str, file: Path, reviewer: str | None, on_conflict: str | None) -> int:
    """Record decisions from a csv or xlsx file: national, international, verdict, degree, coverage, edition, basis,
    reason, note, reviewer, at."""
    with opened(face, project, reviewer=reviewer, decides=True) as session, face.progress() as progress:
        recorded = decide_file(session, file, progress, on_conflict=OnConflict(on_conflict or OnConflict.LIST))
    taken = face.translate.plural("{number} decision recorded", "{number} decisions recorded", recorded.taken)
    return show_recorded(face, recorded, taken)


@click.command
@click.argument("project")
@click.argument("file", type=FILE)
@REVIEWER
@REPLACE
@language_option
@click.pass_obj
def applicability(face: Face, project: str, file: Path, reviewer: str | None, on_conflict: str | None) -> int:
    """Record applicability verdicts from a csv or xlsx file: international, applicable (Y, N, D, ?), reason, note,
    reviewer, at."""
    with opened(face, project, reviewer=reviewer) as session, face.progress() as progress:
        recorded = judge_file(session, file, progress, on_conflict=OnConflict(on_conflict or OnConflict.LIST))
    taken = face.translate.plural(
        "{number} applicability verdict recorded", "{number} applicability verdicts recorded", recorded.taken
    )
    return show_recorded(face, recorded, taken)


def show_recorded(face: Face, recorded: Recorded, taken: str) -> int:
    """Say what was left out, what was taken and what stood so already; the exit code is 1 when no row was any good."""
    show_problems(face, recorded.problems, all_of_them=True)
    face.show(taken)
    if recorded.same:
        face.show(face.translate.plural("{number} unchanged", "{number} unchanged", recorded.same))
    return int(not recorded.taken and not recorded.same and bool(recorded.problems))
