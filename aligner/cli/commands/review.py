"""`aligner decide` and `applicability`: hand-ins from files."""

from pathlib import Path

import click

from aligner.cli.face import Face, language_option
from aligner.cli.opening import opened
from aligner.cli.output import AS_JSON, give_object, problem_values, show_problems
from aligner.cli.piped import from_pipe
from aligner.domain.text import N_
from aligner.usecases.hand_outs import meeting
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
@click.option(
    "--settle",
    "on_conflict",
    flag_value=OnConflict.SETTLE.value,
    help=N_("Rows replace what stands and settle what two reviewers differ on, as a meeting does."),
)
@AS_JSON
@language_option
@click.pass_obj
def decide(face: Face, project: str, file: Path, reviewer: str | None, on_conflict: str | None, as_json: bool) -> int:
    """Record decisions from a csv or xlsx file: national, international, verdict, degree, coverage, edition, basis,
    reason, note, reviewer, at."""
    with (
        from_pipe(file) as path,
        opened(face, project, reviewer=reviewer, decides=True) as session,
        face.progress() as progress,
    ):
        recorded = decide_file(session, path, progress, on_conflict=OnConflict(on_conflict or OnConflict.LIST))
    taken = face.translate.plural("{number} decision recorded", "{number} decisions recorded", recorded.taken)
    return show_recorded(face, recorded, taken, as_json=as_json)


@click.command
@click.argument("project")
@click.argument("out", type=click.Path(path_type=Path))
@click.option(
    "--only",
    "kinds",
    type=click.Choice(meeting.KINDS),
    multiple=True,
    help=N_("Standards of this kind; may be given several times."),
)
@click.option("--committee", "committees", multiple=True, help=N_("Only the rows of this national committee."))
@language_option
@click.pass_obj
def minutes(face: Face, project: str, out: Path, kinds: tuple[str, ...], committees: tuple[str, ...]) -> None:
    """Write the pairs that a meeting has to decide as a sheet (xlsx), with room for the vote and its reason. Fill it in
    and read it back with "decide PROJECT OUT --settle"."""
    with opened(face, project, read_only=True) as session:
        chosen = kinds or meeting.FOR_THE_MEETING
        rows = meeting.write_sheet(session, out, face.translate, kinds=chosen, committees=committees)
    face.say("Wrote {file}.", file=str(out))
    face.show(face.translate.plural("{number} row", "{number} rows", rows))


@click.command
@click.argument("project")
@click.argument("file", type=FILE)
@REVIEWER
@REPLACE
@AS_JSON
@language_option
@click.pass_obj
def applicability(
    face: Face, project: str, file: Path, reviewer: str | None, on_conflict: str | None, as_json: bool
) -> int:
    """Record applicability verdicts from a csv or xlsx file: international, applicable (Y, N, D, ?), reason, note,
    reviewer, at."""
    with from_pipe(file) as path, opened(face, project, reviewer=reviewer) as session, face.progress() as progress:
        recorded = judge_file(session, path, progress, on_conflict=OnConflict(on_conflict or OnConflict.LIST))
    taken = face.translate.plural(
        "{number} applicability verdict recorded", "{number} applicability verdicts recorded", recorded.taken
    )
    return show_recorded(face, recorded, taken, as_json=as_json)


def show_recorded(face: Face, recorded: Recorded, taken: str, *, as_json: bool = False) -> int:
    """Say what was left out, what was taken and what stood so already; the exit code is 1 when no row was any good."""
    code = int(not recorded.taken and not recorded.same and bool(recorded.problems))
    if as_json:
        values = {"recorded": recorded.taken, "unchanged": recorded.same}
        give_object(face, values | {"problems": problem_values(face, recorded.problems)})
        return code
    show_problems(face, recorded.problems, all_of_them=True)
    face.show(taken)
    if recorded.same:
        face.show(face.translate.plural("{number} unchanged", "{number} unchanged", recorded.same))
    return code
