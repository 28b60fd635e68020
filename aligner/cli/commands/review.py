"""`aligner decide`, `applicability` and `compare`: hand-ins from files; `comparisons`: what was compared."""

from pathlib import Path

import click

from aligner.cli.face import Face, language_option
from aligner.cli.opening import opened
from aligner.cli.output import show_problems
from aligner.domain.text import N_
from aligner.usecases.applicability import judge_file
from aligner.usecases.compare import compare_file
from aligner.usecases.comparison_forms import comparisons_table, write_comparisons
from aligner.usecases.exchange import as_text
from aligner.usecases.review import Recorded, decide_file

FILE = click.Path(path_type=Path)


@click.command
@click.argument("project")
@click.argument("file", type=FILE)
@click.option("--reviewer", help=N_("Who decided; else the name in the settings."))
@language_option
@click.pass_obj
def decide(face: Face, project: str, file: Path, reviewer: str | None) -> None:
    """Record decisions from a csv or xlsx file: national, international, verdict, degree, coverage, reason, note."""
    with opened(face, project, reviewer=reviewer) as session, face.progress() as progress:
        recorded = decide_file(session, file, progress)
    _show_recorded(face, recorded)


@click.command
@click.argument("project")
@click.argument("file", type=FILE)
@click.option("--reviewer", help=N_("Who decided; else the name in the settings."))
@language_option
@click.pass_obj
def applicability(face: Face, project: str, file: Path, reviewer: str | None) -> None:
    """Record applicability verdicts from a csv or xlsx file: international, applicable (Y, N, D, ?), reason, note."""
    with opened(face, project, reviewer=reviewer) as session, face.progress() as progress:
        recorded = judge_file(session, file, progress)
    _show_recorded(face, recorded)


@click.command
@click.argument("project")
@click.argument("file", type=FILE)
@click.option("--reviewer", help=N_("Who compared; else the name in the settings."))
@language_option
@click.pass_obj
def compare(face: Face, project: str, file: Path, reviewer: str | None) -> None:
    """Record key technical indicators from a csv or xlsx file; a verdict that is left empty follows from the values."""
    with opened(face, project, reviewer=reviewer) as session, face.progress() as progress:
        recorded = compare_file(session, file, progress)
    show_problems(face, recorded.problems, all_of_them=True)
    face.show(face.translate.plural("{number} indicator recorded", "{number} indicators recorded", recorded.taken))
    _show_same(face, recorded)


@click.command
@click.argument("project")
@click.option("--national", help=N_("Only those of this national standard."))
@click.option("--format", "form", type=click.Choice(["csv", "json"]), default="csv", help=N_("csv or json."))
@click.option("--out", type=FILE, help=N_("Write to this xlsx, csv or json file instead of the terminal."))
@language_option
@click.pass_obj
def comparisons(face: Face, project: str, national: str | None, form: str, out: Path | None) -> None:
    """List the compared key technical indicators in the columns that `compare` reads."""
    with opened(face, project, read_only=True) as session:
        table = comparisons_table(session, national=national)
    if out is None:
        click.echo(as_text(table, form), nl=False)
        return
    write_comparisons(table, out, face.translate)
    face.say("Wrote {file}.", file=str(out))


def _show_recorded(face: Face, recorded: Recorded) -> None:
    show_problems(face, recorded.problems, all_of_them=True)
    face.show(face.translate.plural("{number} decision recorded", "{number} decisions recorded", recorded.taken))
    _show_same(face, recorded)


def _show_same(face: Face, recorded: Recorded) -> None:
    if recorded.same:
        face.show(face.translate.plural("{number} stood so already", "{number} stood so already", recorded.same))
