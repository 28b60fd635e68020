"""`aligner new`, `aligner check` and `aligner restore`."""

import click

from aligner.cli.face import Face, language_option
from aligner.cli.opening import opened
from aligner.usecases.project import history as journal
from aligner.usecases.project.opening import check_project, new_project, restore_project


@click.command
@click.argument("project")
@language_option
@click.pass_obj
def new(face: Face, project: str) -> None:
    """Create an empty project: a file, or a postgresql:// address for a team."""
    new_project(project, face.reviewer).close()
    face.say("Created the project {project}.", project=project)


@click.command
@click.argument("project")
@language_option
@click.pass_obj
def check(face: Face, project: str) -> int:
    """Check the project file, its schema and the hash chain of its journal."""
    with opened(face, project, read_only=True) as session:
        findings = check_project(session)
        count, head = journal.head(session) if not findings else (0, "")
    for finding in findings:
        face.show_problem(finding)
    if findings:
        return 1
    face.show(face.translate("Sound. Journal: {count} entries, last hash {head}.", count=count, head=head or "-"))
    return 0


@click.command
@click.argument("project")
@language_option
@click.pass_obj
def restore(face: Face, project: str) -> int:
    """Restore the newest sound backup of a damaged project, with the changes that its journal still holds."""
    restored = restore_project(project)
    if restored.backup is not None:
        face.say(
            "Restored the backup {backup} and {count} later changes from the journal.",
            backup=restored.backup.name,
            count=restored.entries,
        )
    else:
        face.say("No backup was sound: the project keeps {count} changes from its journal.", count=restored.entries)
    if restored.damaged is not None:
        face.say("The damaged file is kept as {file}.", file=str(restored.damaged))
    for finding in restored.missing:
        face.show_problem(finding)
    return 0
