"""The tables of rows that the page shows, each with what it can be filtered by."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from aligner.domain.standards.table import Table
from aligner.domain.text import N_
from aligner.reports.content.report import ReportContent
from aligner.reports.html.bilingual import TRANSLATORS, Words, columns_of, in_each
from aligner.reports.sheets import alignment, conversion, gaps, nationals, outdated
from aligner.reports.sheets.listing import Listing

FIELD_DIGITS = 2
"""An ICS field is named by so many first digits of a code."""


@dataclass(frozen=True, slots=True)
class _Rows:
    """A sheet of the workbook as the page shows it."""

    sheet: Listing
    columns: tuple[str, ...]
    aside: frozenset[str]
    """Columns that paper has no room for."""
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
            "international", "title_en", "converted", "degree", "national", "national_title", "adopted_edition",
            "is_current", "why", "committee", "ics", "published", "applicable", "not_applicable_because", "plan",
        ),
        frozenset({"ics", "applicable", "not_applicable_because", "plan"}),
        _own("works"),
    ),
    "nationals": _Rows(
        nationals.SHEET,
        ("national", "title", "committee", "ics", "international", "degree", "why"),
        frozenset({"ics"}),
        _own("nationals"),
    ),
    "pairs": _Rows(
        alignment.SHEET,
        (
            "national", "national_title", "international", "international_title", "degree", "coverage",
            "adopted_edition", "edition_state", "current_edition", "verdict", "reason", "note", "reviewer", "at",
        ),
        frozenset({"coverage", "note", "reviewer", "at"}),
        _of_current("pairs"),
    ),
    "gaps": _Rows(
        gaps.SHEET,
        (
            "rank", "gap", "international", "title_en", "committee", "ics", "published", "next_step", "national",
            "national_title", "score", "plan", "note",
        ),
        frozenset({"ics", "published", "score", "note"}),
        _own("gaps"),
    ),
    "outdated": _Rows(
        outdated.SHEET,
        tuple(column.name for column in outdated.COLUMNS),
        frozenset({"note"}),
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
    words.column(degrees, [_degrees(raw)])
    table: dict[str, Any] = {
        "id": name,
        "name": in_each(rows.sheet.name),
        "rows": len(raw),
        "columns": columns_of(words, [by_name[each] for each in rows.columns], shown, rows.aside),
        "fields": fields,
        "committees": owners,
        "committees_label": in_each(N_("National committee") if name == "nationals" else N_("ISO or IEC committee")),
        "has_degrees": "degree" in raw.columns,
        "degrees": degrees,
    }
    if name in COUNTED:
        table["counts"] = COUNTED[name](raw)
    return table


def _degrees(raw: Table) -> list[str]:
    """The degree by which each row is found: of a work that counts the one that the distribution counts."""
    if "degree" not in raw.columns:
        return [""] * len(raw)
    if "counted_degree" not in raw.columns:
        return list(raw["degree"])
    columns = (raw[name] for name in ("in_denominator", "counted_degree", "degree"))
    return [counted if is_counted else shown for is_counted, counted, shown in zip(*columns, strict=True)]


def _counts_of_works(works: Table) -> list[int]:
    return [
        bool(denominator) + bool(numerator)
        for denominator, numerator in zip(works["in_denominator"], works["in_numerator"], strict=True)
    ]


COUNTED: Final[Mapping[str, Callable[[Table], list[int]]]] = {
    "works": _counts_of_works,
    "nationals": lambda raw: [0 if mark is None else 1 + mark for mark in raw["adopts"]],
}
"""For each row 0 where it is not counted, 1 in the denominator, 2 in the numerator of its rate as well."""
