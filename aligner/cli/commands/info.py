"""`aligner info`: a project at a glance, or the program and where it keeps its files."""

import platform
import sys
from dataclasses import asdict

import click

from aligner import paths
from aligner.cli.face import Face, language_option
from aligner.cli.output import FORM, show_grid
from aligner.distribution import version
from aligner.domain.standards.table import Table
from aligner.domain.text import N_
from aligner.usecases.project.exchange import as_text

OF_PROJECT = {
    "address": N_("Project"),
    "size": N_("Size (bytes)"),
    "catalogues": N_("Catalogues"),
    "removed_catalogues": N_("Removed catalogues"),
    "national": N_("National standards"),
    "international": N_("International standards"),
    "matched_at": N_("Last matched"),
    "decisions": N_("Decisions"),
    "second_opinions": N_("Second opinions"),
    "open_differences": N_("Open differences"),
    "applicability": N_("Applicability verdicts"),
    "compared_pairs": N_("Compared pairs"),
    "snapshots": N_("Snapshots"),
    "entries": N_("Journal entries"),
    "head": N_("Last hash"),
    "changed_at": N_("Last changed"),
    "changed_by": N_("Changed by"),
}
OF_PROGRAM = {
    "version": N_("Version"),
    "python": N_("Python"),
    "system": N_("System"),
    "program": N_("Program"),
    "settings": N_("Settings file"),
    "reviewer": N_("Reviewer"),
    "language": N_("Language"),
    "log": N_("Log file"),
    "cache": N_("Cache folder"),
}


@click.command
@click.argument("project", required=False)
@FORM
@language_option
@click.pass_obj
def info(face: Face, project: str | None, form: str) -> None:
    """Say what a project holds and who changed it last; without PROJECT, which program this is and where it keeps
    settings, log and cache."""
    names, values = (OF_PROGRAM, _of_program(face)) if project is None else (OF_PROJECT, _of_project(face, project))
    if form != "table":
        face.give(as_text(Table.from_rows(names, [values]), form))
        return
    show_grid(
        face, [N_("What"), N_("Value")], [(face.translate(names[one]), _shown(face, values[one])) for one in names]
    )


def _of_project(face: Face, project: str) -> dict[str, object]:
    from aligner.cli.opening import opened  # noqa: PLC0415 - SQLAlchemy, which the program's own facts do without
    from aligner.usecases.hand_outs.project_info import project_info  # noqa: PLC0415

    with opened(face, project, read_only=True) as session:
        return asdict(project_info(session))


def _of_program(face: Face) -> dict[str, object]:
    return {
        "version": version(),
        "python": platform.python_version(),
        "system": platform.platform(),
        "program": sys.executable,
        "settings": str(paths.settings_file()),
        "reviewer": face.reviewer,
        "language": face.translate.language,
        "log": str(paths.log_file()),
        "cache": str(paths.user_cache()),
    }


def _shown(face: Face, value: object) -> str:
    if value is None or value == "":
        return "-"
    return face.translate.number(value) if isinstance(value, int) else str(value)
