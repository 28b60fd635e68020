"""`aligner list` and `remove`: which lists are loaded, and taking one out or putting it back."""

import click

from aligner.cli.face import Face, language_option
from aligner.cli.opening import opened
from aligner.cli.output import FORM, show_grid
from aligner.domain.catalogue import LEVEL_NAMES
from aligner.domain.standards.table import Table
from aligner.domain.text import N_
from aligner.usecases.catalogues import browse
from aligner.usecases.catalogues.removed import put_back_catalogue, remove_catalogue, removed_catalogues
from aligner.usecases.project.exchange import as_text

HEADINGS = (N_("Catalogue number"), N_("Side"), N_("File"), N_("Standards"), N_("Date of list"), N_("Taken out"))
COLUMNS = ("number", "level", "file", "sheet", "standards", "reference_date", "loaded_at", "sha256", "removed")


@click.command
@click.argument("project")
@FORM
@language_option
@click.pass_obj
def list_catalogues(face: Face, project: str, form: str) -> None:
    """List the loaded catalogues with their numbers, and those that were removed."""
    with opened(face, project, read_only=True) as session:
        listed = [(one, 0) for one in browse.catalogues(session)]
        listed += [(one, 1) for one in removed_catalogues(session)]
    if form != "table":
        rows = (
            (one.id, one.level.value, one.file_name, one.sheet, one.standards, one.reference_date, one.loaded_at,
             one.sha256, is_removed)
            for one, is_removed in listed
        )  # fmt: skip
        table = Table.from_rows(COLUMNS, (dict(zip(COLUMNS, row, strict=True)) for row in rows))
        face.give(as_text(table, form))
        return
    translate = face.translate
    show_grid(
        face,
        HEADINGS,
        [
            (
                str(one.id),
                translate(LEVEL_NAMES[one.level]),
                one.file_name,
                translate.number(one.standards),
                one.reference_date,
                translate("yes") if is_removed else "",
            )
            for one, is_removed in listed
        ],
        right=[0, 3],
    )


@click.command
@click.argument("project")
@click.argument("catalogue", type=int)
@click.option("--put-back", is_flag=True, help=N_("Put the removed catalogue back."))
@language_option
@click.pass_obj
def remove(face: Face, project: str, catalogue: int, put_back: bool) -> None:
    """Take the catalogue of this number out of everything that is listed, matched and counted. Decisions stay."""
    with opened(face, project) as session:
        (put_back_catalogue if put_back else remove_catalogue)(session, catalogue)
    if put_back:
        face.say("Catalogue {number} was put back.", number=catalogue)
    else:
        face.say("Catalogue {number} was removed; --put-back brings it back.", number=catalogue)
