"""Give out comparisons of key technical indicators as tables and forms."""

from pathlib import Path
from typing import Any

from aligner.domain.catalogue import Level
from aligner.domain.comparisons.comparison import Comparison
from aligner.domain.comparisons.indicator_template import IndicatorTemplate
from aligner.domain.requirement.cases import understood_text
from aligner.domain.standards.table import Table
from aligner.i18n import Translator
from aligner.reports.exchange.target import ending
from aligner.reports.workbook.comparison_form import write_comparison_form
from aligner.usecases.comparing.compare import comparisons, why
from aligner.usecases.project.exchange import as_text, write_text
from aligner.usecases.project.lookup import NationalLookup
from aligner.usecases.project.session import Session

COMPARISON_COLUMNS = (
    "national",
    "international",
    "indicator",
    "key",
    "national_value",
    "national_unit",
    "national_method",
    "international_value",
    "international_unit",
    "international_method",
    "method_equivalence",
    "direction",
    "verdict",
    "reason",
    "note",
    "weight",
    "category",
    "product",
    "national_clause",
    "international_clause",
    "boundary",
    "reviewer",
    "at",
)
"""Columns of a hand-in and hand-out of comparisons: the first fifteen are a contract with scripts.

`boundary` says "yes" where the requirements differ only in whether the limit itself is allowed.
"""

EXPLAINING_COLUMNS = ("national_understood", "international_understood", "derived", "why")
"""What the Python interface tells besides."""


def comparisons_table(session: Session, *, national: str | None = None) -> Table:
    """Every compared indicator, or those of one national standard, in the columns of a hand-in."""
    name = None if national is None else _national_name(session, national)
    rows = [_row(one) for one in comparisons(session) if name in {None, one.national}]
    return Table.from_rows(COMPARISON_COLUMNS, rows)


def explained_table(session: Session, translate: Translator, *, national: str | None = None) -> Table:
    """The same with what was understood on both sides, what follows from it, why, who compared and when."""
    name = None if national is None else _national_name(session, national)
    listed = [one for one in comparisons(session) if name in {None, one.national}]
    return Table.from_rows(
        (*COMPARISON_COLUMNS, *EXPLAINING_COLUMNS),
        [
            _row(one)
            | {
                "national_understood": understood_text(one.national_side.value, one.national_side.unit),
                "international_understood": understood_text(one.international_side.value, one.international_side.unit),
                "derived": one.judgement.verdict.value if one.judgement else "",
                "why": why(one, translate),
            }
            for one in listed
        ],
    )


def write_comparisons(table: Table, target: Path, translate: Translator) -> None:
    """Write a table of comparisons as xlsx, csv or json, by the name of the file. Raises AlignerError."""
    form = ending(target, (".xlsx", ".csv", ".json"))
    if form == ".xlsx":
        write_comparison_form(table, target, translate)
    else:
        write_text(as_text(table, form[1:]), target)


def _national_name(session: Session, national: str) -> str:
    row = session.derived(NationalLookup).find(national)
    return str(session.standards(Level.NATIONAL)["designation"][row])


def _row(one: Comparison) -> dict[str, Any]:
    """A comparison as a row of a hand-in."""
    return empty_row(one.national, one.international, IndicatorTemplate.of(one)) | {
        "product": one.product,
        "national_value": one.national_side.value,
        "national_clause": one.national_side.clause,
        "international_value": one.international_side.value,
        "international_clause": one.international_side.clause,
        "verdict": one.verdict.value,
        "boundary": "yes" if one.is_boundary else "",
        "reviewer": one.reviewer,
        "at": one.at,
        "reason": one.reason,
        "note": one.note,
    }


def empty_row(national: str, international: str, template: IndicatorTemplate) -> dict[str, str]:
    """The row of a form in which an indicator of a template is to be filled in; columns COMPARISON_COLUMNS."""
    return {
        "national": national,
        "international": international,
        "indicator": template.indicator,
        "key": "yes" if template.is_key else "no",
        "national_unit": template.national_unit,
        "national_method": template.national_method,
        "international_unit": template.international_unit,
        "international_method": template.international_method,
        "method_equivalence": template.equivalence.value if template.equivalence else "",
        "direction": template.direction.value if template.direction else "",
        "weight": f"{template.weight:g}",
        "category": template.category,
        "product": template.product,
        "national_value": "",
        "international_value": "",
        "national_clause": "",
        "international_clause": "",
        "verdict": "",
        "reason": "",
        "note": "",
        "boundary": "",
        "reviewer": "",
        "at": "",
    }
