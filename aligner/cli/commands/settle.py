"""`aligner settle`: what two reviewers differ in."""

from pathlib import Path

import click

from aligner.cli.commands.review import FILE, REVIEWER, show_recorded
from aligner.cli.face import Face, language_option
from aligner.cli.opening import opened
from aligner.cli.output import FORM, show_grid
from aligner.cli.piped import from_pipe
from aligner.domain.text import N_
from aligner.usecases.project.exchange import as_text
from aligner.usecases.review.settle import differences_table, settle_file

HEADINGS = (
    N_("National standard"),
    N_("Difference"),
    N_("First reviewer"),
    N_("First opinion"),
    N_("Second reviewer"),
    N_("Second opinion"),
)


@click.command
@click.argument("project")
@click.argument("file", type=FILE, required=False)
@REVIEWER
@FORM
@language_option
@click.pass_obj
def settle(face: Face, project: str, file: Path | None, reviewer: str | None, form: str) -> int:
    """Settle what two reviewers differ in, from a csv or xlsx file: national and uphold (first or second), or the
    decision that holds in the columns of decide. Without FILE the open differences are listed, as a form to fill in."""
    if file is None:
        _list(face, project, form)
        return 0
    with (
        from_pipe(file) as path,
        opened(face, project, reviewer=reviewer, decides=True) as session,
        face.progress() as progress,
    ):
        recorded = settle_file(session, path, progress)
    taken = face.translate.plural("{number} decision recorded", "{number} decisions recorded", recorded.taken)
    return show_recorded(face, recorded, taken, as_json=form == "json")


def _list(face: Face, project: str, form: str) -> None:
    with opened(face, project, read_only=True) as session:
        table = differences_table(session, face.translate)
    if form != "table":
        face.give(as_text(table, form))
        return
    show_grid(face, HEADINGS, [[str(cell) for cell in list(row.values())[:-1]] for row in table.rows()])
    face.show(face.translate.plural("{number} open difference", "{number} open differences", len(table)))
