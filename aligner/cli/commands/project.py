"""`aligner new`, `check`, `backup` and `restore`."""

from pathlib import Path

import click

from aligner.cli.face import Face, language_option
from aligner.cli.opening import opened
from aligner.cli.output import AS_JSON, FORM, give_object, show_grid
from aligner.domain.journal_times import local_time
from aligner.domain.kept_copy import KIND_NAMES, KeptCopy
from aligner.domain.standards.table import Table
from aligner.domain.text import N_
from aligner.usecases.project import history as journal
from aligner.usecases.project.backups import (
    back_up,
    backups,
    restore_project,
    restored_findings,
)
from aligner.usecases.project.exchange import as_text
from aligner.usecases.project.opening import check_project, new_project

COLUMNS = ("made_at", "size", "precedes_conversion", "file")
"""The backups as csv or json: times in UTC, sizes in bytes."""


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
@AS_JSON
@language_option
@click.pass_obj
def check(face: Face, project: str, as_json: bool) -> int:
    """Check the project file, its schema and the hash chain of its journal."""
    with opened(face, project, read_only=True) as session:
        findings = check_project(session)
        count, head = journal.head(session) if not findings else (0, "")
    if as_json:
        sentences = [face.translate.sentence(finding) for finding in findings]
        give_object(face, {"sound": not findings, "findings": sentences, "entries": count, "head": head})
        return int(bool(findings))
    for finding in findings:
        face.show_problem(finding)
    if findings:
        return 1
    face.show(face.translate("Sound. Journal: {count} entries, last hash {head}.", count=count, head=head or "-"))
    return 0


@click.command
@click.argument("project")
@click.argument("backup", type=click.Path(path_type=Path), required=False)
@language_option
@click.pass_obj
def restore(face: Face, project: str, backup: Path | None) -> int:
    """Restore the newest sound backup of a damaged project, or this one, with the changes that its journal still
    holds."""
    restored = restore_project(project, backup)
    for finding in restored_findings(restored):
        if finding in restored.missing:
            face.show_problem(finding)
        else:
            face.show(face.translate.sentence(finding))
    return 0


@click.command
@click.argument("project")
@click.argument("file", type=click.Path(path_type=Path), required=False)
@click.option("--list", "listed", is_flag=True, help=N_("List the backups there are, the newest first."))
@FORM
@language_option
@click.pass_obj
def backup(face: Face, project: str, file: Path | None, form: str, *, listed: bool) -> None:
    """Copy the project into a file, or among its backups, of which the ten newest are kept; others may use it
    meanwhile."""
    if not listed:
        made = back_up(project, file)
        face.say("The project was copied to {file}.", file=str(made.file))
        return
    copies = backups(project)
    if form != "table":
        face.give(as_text(Table.from_rows(COLUMNS, map(_values, copies)), form))
        return
    headings = [N_("Made"), N_("Size (MB)"), N_("Kind"), N_("File")]
    show_grid(face, headings, [_line(face, one) for one in copies], right=[1])


def _values(one: KeptCopy) -> dict[str, object]:
    return {
        "made_at": one.made_at,
        "size": one.size,
        "precedes_conversion": int(one.precedes_conversion),
        "file": str(one.file),
    }


def _line(face: Face, one: KeptCopy) -> list[str]:
    kind = face.translate(KIND_NAMES[one.precedes_conversion])
    return [local_time(one.made_at), face.translate.number(one.size / 1_000_000, 1), kind, str(one.file)]
