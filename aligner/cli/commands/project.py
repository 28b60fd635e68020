"""`aligner new` and `aligner check`."""

import click

from aligner.cli.face import Face, language_option
from aligner.cli.opening import opened
from aligner.usecases.project import history as journal
from aligner.usecases.project.opening import check_project, new_project


@click.command
@click.argument("project")
@language_option
@click.pass_obj
def new(face: Face, project: str) -> None:
    """Make an empty project: a file, or a postgresql:// address for a team."""
    new_project(project, face.reviewer).close()
    face.say("Made the project {project}.", project=project)


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
    face.show(face.translate("Sound. Journal: {count} entries, head {head}.", count=count, head=head or "-"))
    return 0
