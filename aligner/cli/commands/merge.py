"""`aligner merge`: another copy of the project joined to this one."""

import click

from aligner.cli.face import Face, language_option
from aligner.cli.opening import opened
from aligner.cli.output import show_grid
from aligner.domain.change import SUBJECT_NAMES, Subject
from aligner.domain.pairs.double_review import DIFFERENCE_NAMES
from aligner.domain.text import N_
from aligner.usecases.project.merging import StagedMerge, merge_staged, stage_merge


@click.command
@click.argument("project")
@click.argument("other")
@click.option("--preview", is_flag=True, help=N_("Show what would be merged and write nothing."))
@click.option("--reviewer", help=N_("Reviewer who signs this work; by default the name in the settings."))
@language_option
@click.pass_obj
def merge(face: Face, project: str, other: str, preview: bool, reviewer: str | None) -> None:
    """Merge another copy of the project into this one.

    Every step keeps its author and time. Where the two copies differ, the earlier decision counts and the other is
    kept beside it, to be settled. The other copy is not changed.
    """
    with opened(face, project, reviewer=reviewer, read_only=preview, decides=not preview) as session:
        staged = stage_merge(session, other)
        change = None if preview else merge_staged(session, staged).change
    show_staged(face, staged)
    if staged.is_empty:
        face.show(face.translate("Everything in “{file}” is here already. Nothing was changed.", file=staged.file.file))
    elif change is None:
        face.show(face.translate("This is a preview; nothing was changed."))
    else:
        face.show(face.translate("Merged “{file}” as entry {id} of the journal.", file=staged.file.file, id=change.id))


def show_staged(face: Face, staged: StagedMerge) -> None:
    """What comes in, from whom, and what has to be settled."""
    translate = face.translate
    for finding in staged.findings:
        face.show_problem(finding)
    if staged.is_empty:
        return
    face.show(translate("File: {file}, SHA-256 {sha256}", file=staged.file.file, sha256=staged.file.sha256))
    show_grid(face, [N_("Reviewer"), N_("New steps")], [(who, str(n)) for who, n in staged.steps.items()], right=[1])
    face.show(translate.plural("{number} change here", "{number} changes here", len(staged.rows)))
    if not staged.disputes:
        face.show(translate("The two copies do not contradict each other."))
        return
    face.show(
        translate.plural("{number} difference to settle:", "{number} differences to settle:", len(staged.disputes))
    )
    show_grid(
        face,
        [N_("What"), N_("Difference"), N_("Counts for now"), N_("Kept beside it")],
        [
            (
                " – ".join(part for part in one.key if part),
                translate(DIFFERENCE_NAMES[one.difference] if one.difference else SUBJECT_NAMES[Subject(one.subject)]),
                one.first,
                ", ".join(one.others),
            )
            for one in staged.disputes
        ],
    )
