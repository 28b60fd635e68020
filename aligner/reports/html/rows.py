"""The tables of rows that the page shows, each with what it can be filtered by."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from aligner.domain.standards.table import Table
from aligner.reports.content.report import ReportContent
from aligner.reports.html.bilingual import TRANSLATORS, Words, columns_of, in_each
from aligner.reports.sheets import alignment, conversion, gaps, outdated
from aligner.reports.sheets.listing import Listing

FIELD_DIGITS = 2
"""An ICS field is named by so many first digits of a code."""


@dataclass(frozen=True, slots=True)
class _Rows:
    """A sheet of the workbook as the page shows it."""

    sheet: Listing
    columns: tuple[str, ...]
    places: Callable[[ReportContent], tuple[list[Sequence[str]], list[str]]]
    """The ICS codes and the committee of each row."""


def _own(name: str) -> Callable[[ReportContent], tuple[list[Sequence[str]], list[str]]]:
    """A table whose rows name their ICS codes and committee themselves."""
    return lambda content: (content.table(name)["ics"], content.table(name)["committee"])


def _of_current(name: str) -> Callable[[ReportContent], tuple[list[Sequence[str]], list[str]]]:
    """A table of pairs: each belongs where the edition in force of its work does."""

    def places(content: ReportContent) -> tuple[list[Sequence[str]], list[str]]:
        works = content.table("works")
        known: Mapping[str, tuple[Sequence[str], str]] = {}
        if len(works):
            known = dict(zip(works["international"], zip(works["ics"], works["committee"], strict=True), strict=True))
        found = [known.get(edition, ((), "")) for edition in content.table(name)["current_edition"]]
        return [ics for ics, _ in found], [committee for _, committee in found]

    return places


ROWS: Final[Mapping[str, _Rows]] = {
    "works": _Rows(
        conversion.SHEET,
        (
            "international", "title_en", "committee", "ics", "published", "applicable", "not_applicable_because",
            "converted", "national", "national_title", "degree", "adopted_edition", "is_current", "plan", "why",
        ),
        _own("works"),
    ),
    "pairs": _Rows(
        alignment.SHEET,
        (
            "national", "national_title", "international", "international_title", "degree", "coverage",
            "adopted_edition", "edition_state", "current_edition", "verdict", "reason", "note", "reviewer", "at",
        ),
        _of_current("pairs"),
    ),
    "gaps": _Rows(
        gaps.SHEET,
        (
            "rank", "gap", "international", "title_en", "committee", "ics", "published", "next_step", "national",
            "national_title", "score", "plan", "note",
        ),
        _own("gaps"),
    ),
    "outdated": _Rows(
        outdated.SHEET,
        tuple(column.name for column in outdated.COLUMNS),
        _of_current("outdated"),
    ),
}  # fmt: skip
"""By the name of the table; the first is shown first."""


def tables_of(content: ReportContent, words: Words) -> list[dict[str, Any]]:
    """Every table with its rows, the fields and the committee of each row, and how works count."""
    return [_table(name, rows, content, words) for name, rows in ROWS.items() if len(content.table(name))]


def _table(name: str, rows: _Rows, content: ReportContent, words: Words) -> dict[str, Any]:
    shown = [rows.sheet.rows(content, translate) for translate in TRANSLATORS]
    by_name = {column.name: column for column in rows.sheet.columns}
    codes, committees = rows.places(content)
    raw = content.table(name)
    fields: dict[str, Any] = {}
    words.column(fields, [[" ".join(sorted({code[:FIELD_DIGITS] for code in each})) for each in codes]])
    owners: dict[str, Any] = {}
    words.column(owners, [committees])
    degrees: dict[str, Any] = {}
    words.column(degrees, [raw["degree"] if "degree" in raw.columns else [""] * len(raw)])
    table: dict[str, Any] = {
        "id": name,
        "name": in_each(rows.sheet.name),
        "rows": len(raw),
        "columns": columns_of(words, [by_name[each] for each in rows.columns], shown),
        "fields": fields,
        "committees": owners,
        "has_degrees": "degree" in raw.columns,
        "degrees": degrees,
    }
    if name == "works":
        table["counts"] = _counts(raw)
    return table


def _counts(works: Table) -> list[int]:
    """For each work 0 where it is not counted, 1 in the denominator, 2 in the numerator as well."""
    return [
        bool(denominator) + bool(numerator)
        for denominator, numerator in zip(works["in_denominator"], works["in_numerator"], strict=True)
    ]
