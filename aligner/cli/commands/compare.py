"""`aligner compare`, `comparisons` and `templates`: key technical indicators side by side."""

from pathlib import Path

import click

from aligner.cli.commands.review import FILE, REPLACE, REVIEWER, show_recorded
from aligner.cli.face import Face, language_option
from aligner.cli.opening import opened
from aligner.cli.output import AS_JSON, JSON, show_grid
from aligner.cli.piped import from_pipe
from aligner.domain.errors import AlignerError
from aligner.domain.standards.table import Table
from aligner.domain.text import N_
from aligner.usecases.comparing.compare import compare_file
from aligner.usecases.comparing.forms import comparisons_table, write_comparisons
from aligner.usecases.comparing.templates import (
    all_templates,
    comparison_form,
    find_template,
    left_out_by,
    template_table,
)
from aligner.usecases.project.exchange import as_text
from aligner.usecases.project.session import Session
from aligner.usecases.review.hand_in import OnConflict

FORM = click.Choice(["csv", "json"])
HEADINGS = (N_("Template"), N_("Product group"), N_("Indicators"), N_("From"))


@click.command
@click.argument("project")
@click.argument("file", type=FILE)
@REVIEWER
@REPLACE
@click.option("--template", help=N_("Take what the rows leave out (units, methods, directions) from this template."))
@AS_JSON
@language_option
@click.pass_obj
def compare(
    face: Face,
    project: str,
    file: Path,
    reviewer: str | None,
    on_conflict: str | None,
    template: str | None,
    as_json: bool,
) -> int:
    """Record key technical indicators from a csv or xlsx file; a verdict that is left empty follows from the values."""
    with from_pipe(file) as path, opened(face, project, reviewer=reviewer) as session, face.progress() as progress:
        left_out = left_out_by(session, template) if template else {}
        chosen = OnConflict(on_conflict or OnConflict.LIST)
        recorded = compare_file(session, path, progress, left_out, on_conflict=chosen)
    taken = face.translate.plural("{number} indicator recorded", "{number} indicators recorded", recorded.taken)
    return show_recorded(face, recorded, taken, as_json=as_json)


@click.command
@click.argument("project")
@click.option("--national", help=N_("Only those of this national standard."))
@click.option("--template", help=N_("A blank form with the indicators of this template, instead of what was compared."))
@click.option(
    "--pair",
    "pairs",
    nargs=2,
    multiple=True,
    metavar="NATIONAL INTERNATIONAL",
    help=N_("A pair that the form should have rows for; may be given several times."),
)
@click.option("--format", "form", type=FORM, default="csv", help=N_("csv or json."))
@JSON
@click.option("--out", type=FILE, help=N_("Write to this xlsx, csv or json file instead of the terminal."))
@language_option
@click.pass_obj
def comparisons(
    face: Face,
    project: str,
    national: str | None,
    template: str | None,
    pairs: tuple[tuple[str, str], ...],
    form: str,
    out: Path | None,
) -> None:
    """List the compared key technical indicators in the columns that `compare` reads, or write a
    blank form for them.
    """
    with opened(face, project, read_only=True) as session:
        table = _listed(face, session, national, template, pairs)
    if out is None:
        face.give(as_text(table, form))
        return
    write_comparisons(table, out, face.translate)
    face.say("Wrote {file}.", file=str(out))


@click.command
@click.argument("project", required=False)
@click.option("--name", help=N_("List the indicators of this template, in the columns that `compare` reads."))
@click.option("--format", "form", type=FORM, default="csv", help=N_("csv or json, for the indicators of a template."))
@JSON
@language_option
@click.pass_obj
def templates(face: Face, project: str | None, name: str | None, form: str) -> None:
    """List the templates of key technical indicators: a project's own, and those of the product groups."""
    if project:
        with opened(face, project, read_only=True) as session:
            _show_templates(face, session, name, form)
    else:
        _show_templates(face, None, name, form)


def _listed(
    face: Face, session: Session, national: str | None, template: str | None, pairs: tuple[tuple[str, str], ...]
) -> Table:
    """What was compared, or the form."""
    if bool(template) != bool(pairs):
        raise AlignerError(N_("A form needs both a template and at least one pair."))
    if template:
        return comparison_form(session, template, pairs, face.translate)
    return comparisons_table(session, national=national)


def _show_templates(face: Face, session: Session | None, name: str | None, form: str) -> None:
    translate = face.translate
    if name:
        template = find_template(session, name, translate)
        for finding in template.findings:
            face.show_problem(finding)
        face.give(as_text(template_table(template), form))
        return
    rows = [
        (one.name, one.title, str(len(one.indicators)), translate("project") if one.is_own else translate("program"))
        for one in all_templates(session, translate)
    ]
    show_grid(face, HEADINGS, rows, right=(2,))
