"""A sheet that holds one table."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from aligner.domain.table import Table
from aligner.i18n import Translator
from aligner.reports.content import ReportContent
from aligner.reports.page import HEADER_ROW, Column, Page


@dataclass(frozen=True, slots=True)
class Listing:
    """One sheet of the report: `rows` gives what its columns show, in the words of the reader.

    `id` names the table inside the workbook; `frozen` columns stay in view when the sheet is scrolled sideways.
    """

    id: str
    name: str
    title: str
    columns: Sequence[Column]
    rows: Callable[[ReportContent, Translator], Table]
    frozen: int = 1


def write_listing(page: Page, listing: Listing, table: Table, content: ReportContent) -> None:
    """Title, note, table and print set-up of one sheet."""
    rows = page.translate.plural("{number} row", "{number} rows", len(table))
    page.head(page.translate(listing.title), f"{stamp(content, page.translate)} · {rows}")
    page.set_up(stamp(content, page.translate), first_row=HEADER_ROW + 1, columns=listing.frozen, header_row=HEADER_ROW)
    widths = page.widths(listing.columns, table)
    page.heights(HEADER_ROW, listing.columns, widths, table)
    below = page.table(HEADER_ROW, listing.columns, table, listing.id)
    page.sheet.ignore_errors({"number_stored_as_text": f"A1:XFD{below}"})
    page.sheet.hide_gridlines(2)


def stamp(content: ReportContent, translate: Translator) -> str:
    """Project, profile and date: what every printed page must say of itself."""
    return translate(
        "{project} · profile {profile} · reference date {date}",
        project=content.project,
        profile=content.profile,
        date=content.as_of,
    )


def column_of(table: Table, name: str) -> list[Any]:
    """The column, empty when the table as a whole is."""
    return table[name] if len(table) else []
