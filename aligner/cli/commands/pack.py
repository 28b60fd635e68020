"""`aligner pack` and `unpack`: a review pack for one reviewer, out and back."""

from pathlib import Path

import click

from aligner.cli.commands.review import show_recorded
from aligner.cli.face import Face, language_option
from aligner.cli.opening import opened
from aligner.cli.output import show_grid
from aligner.domain.text import N_
from aligner.usecases.review.packing import PackChoice
from aligner.usecases.review.packing import pack as make_pack
from aligner.usecases.review.unpacking import ROW_CLASS_NAMES, RowClass, StagedPack, record_pack, stage_pack

FILE = click.Path(path_type=Path)
SHOWN = frozenset(
    {RowClass.CHANGED_SINCE, RowClass.CONFLICTING, RowClass.TAMPERED, RowClass.INCOMPLETE, RowClass.UNKNOWN}
)
"""What is listed row by row."""


@click.command
@click.argument("project")
@click.argument("out", type=FILE)
@click.option("--for", "for_whom", required=True, help=N_("Name of the reviewer who is to fill it in."))
@click.option("--view", default="", help=N_("Only the standards of this saved view."))
@click.option("--committee", default="", help=N_("Only the standards of this committee."))
@click.option("--handed", "is_handed", is_flag=True, help=N_("Only the standards handed to this reviewer."))
@click.option("--limit", type=click.IntRange(min=1), help=N_("Only the first N."))
@click.option("--reviewer", help=N_("Reviewer who signs this work; by default the name in the settings."))
@language_option
@click.pass_obj
def pack(
    face: Face,
    project: str,
    out: Path,
    for_whom: str,
    view: str,
    committee: str,
    is_handed: bool,
    limit: int | None,
    reviewer: str | None,
) -> None:
    """Write a workbook with standards to decide on, for a reviewer who works in Excel and sends it back."""
    with opened(face, project, reviewer=reviewer) as session:
        packed = make_pack(session, out, for_whom, face.translate, PackChoice(view, committee, is_handed, limit))
    count = face.translate.plural("{number} standard", "{number} standards", len(packed.nationals))
    face.say("Wrote {file}: {count} for {reviewer}.", file=str(packed.file), count=count, reviewer=packed.reviewer)


@click.command
@click.argument("project")
@click.argument("file", type=FILE)
@click.option("--preview", is_flag=True, help=N_("Show what became of every row and write nothing."))
@click.option("--with-changed", is_flag=True, help=N_("Record rows, too, whose standard changed since they were sent."))
@click.option("--reviewer", help=N_("Reviewer who signs this work; by default the name in the settings."))
@language_option
@click.pass_obj
def unpack(face: Face, project: str, file: Path, preview: bool, with_changed: bool, reviewer: str | None) -> int:
    """Record the decisions of a review pack that came back, under the name of its reviewer.

    Rows whose locked cells were altered are never recorded; a row that differs from another reviewer's decision is
    kept beside it as an opinion.
    """
    with opened(face, project, reviewer=reviewer, read_only=preview, decides=not preview) as session:
        with face.progress() as progress:
            staged = stage_pack(session, file, progress)
        show_staged_pack(face, staged)
        if preview:
            face.show(face.translate("This is a preview; nothing was changed."))
            return 0
        recorded = record_pack(session, staged, with_changed=with_changed)
    taken = face.translate.plural("{number} decision recorded", "{number} decisions recorded", recorded.taken)
    return show_recorded(face, recorded, taken)


def show_staged_pack(face: Face, staged: StagedPack) -> None:
    """How many rows there are of each class, and those that need a look."""
    translate = face.translate
    face.show(
        translate("Review pack of {reviewer}, SHA-256 {sha256}", reviewer=staged.reviewer, sha256=staged.file.sha256)
    )
    for kind in RowClass:
        face.show(f"  {translate(ROW_CLASS_NAMES[kind])}: {translate.number(staged.counts[kind])}")
    listed = [row for row in staged.rows if row.kind in SHOWN]
    if listed:
        show_grid(
            face,
            [N_("Row"), N_("National standard"), N_("What became of it"), N_("Why")],
            [
                (
                    str(row.row or "-"),
                    row.national,
                    translate(ROW_CLASS_NAMES[row.kind]),
                    " ".join(map(translate.sentence, row.problems)),
                )
                for row in listed
            ],
            right=[0],
        )
