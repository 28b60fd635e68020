"""One sheet while it is written: title, tables, print set-up."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING, Any

from aligner.domain.text import N_
from aligner.reports.workbook.cells import clean, moment, whole_day, width_of
from aligner.reports.workbook.paper import A4, SIDE_MARGIN, fitted
from aligner.reports.workbook.style import Kind, Style

if TYPE_CHECKING:
    from collections.abc import Sequence

    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

    from aligner.domain.progress import Progress
    from aligner.domain.standards.table import Table
    from aligner.i18n import Translator
    from aligner.reports.workbook.paper import Paper

HEADER_ROW = 2
"""Zero-based row of the headings on a sheet that holds one table, below its title and its note."""

MOST_ROWS = 1_048_576 - HEADER_ROW - 1
"""Rows of one table that a sheet can hold."""

_HIGHEST_ROW = 409.0
_LETTERS_TO_DIGITS = 0.9  # text in 10 points is narrower than the digits of 11 points that measure columns
_SAMPLED_ROWS = 500


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a sheet: which column of the table it shows, its heading, and between what widths it stays."""

    name: str
    header: str
    kind: Kind
    narrowest: int = 6
    widest: int = 28


@dataclass
class Page:
    """A sheet of the workbook with all that is needed to fill it."""

    name: str
    sheet: Worksheet
    style: Style
    translate: Translator
    progress: Progress
    done: int
    total: int

    def tick(self) -> None:
        """Say how far the report is; raises Cancelled after a stop request."""
        self.progress.step(self.done, self.total, N_("Writing the report"))

    def set_up(
        self, footer: str, *, first_row: int, columns: int, header_row: int | None = None, paper: Paper = A4
    ) -> None:
        """Print across, one page wide, with a footer in 10 points; repeat the header row and keep it in view."""
        sheet = self.sheet
        sheet.set_default_row(self.style.row_height)
        sheet.set_landscape()
        sheet.set_paper(paper.number)
        sheet.set_margins(left=SIDE_MARGIN, right=SIDE_MARGIN, top=0.5, bottom=0.6)
        sheet.fit_to_pages(1, 0)
        pages = self.translate("Page {page} of {pages}", page="&P", pages="&N")
        text = f"&L&10{_for_footer(footer)}&C&10{pages}&R&10&A"
        sheet.set_footer(text, {"scale_with_doc": False})  # else it shrinks with the columns, as in LibreOffice
        if header_row is not None:
            sheet.repeat_rows(header_row)
            sheet.freeze_panes(first_row, columns)

    def head(self, title: str, note: str) -> None:
        """The title and the line below it."""
        self.sheet.set_row(0, 26)
        self.sheet.write_string(0, 0, clean(title), self.style.title())
        self.sheet.write_string(1, 0, clean(note), self.style.note())

    def form_head(self, title: str, note: str, columns: int) -> None:
        """The title over the middle of the columns and the line below it, as forms are filed."""
        self.head("", note)
        self.sheet.write_string(0, 0, clean(title), self.style.form_title())
        for position in range(1, columns):
            self.sheet.write_blank(0, position, None, self.style.form_title())

    def link(self, row: int, column: int, target: str, kind: Kind, value: Any) -> None:
        """Write a value that leads to a place in the workbook; it stays the number it is."""
        self.sheet.write_url(row, column, target, self.style.linked(kind))
        self.value(row, column, kind, value, self.style.linked(kind))

    def table(self, top: int, columns: Sequence[Column], table: Table, name: str, *, filters: bool = True) -> int:
        """Write a real table whose headings stand in row `top`; gives the first row below it.

        `name` is the table's name in the workbook: ASCII letters, unique. A table without rows becomes its headings
        and a sentence.
        """
        headers = [self.translate(column.header) for column in columns]
        formats = [self.style.header(column.kind) for column in columns]
        for position, (text, look) in enumerate(zip(headers, formats, strict=True)):
            self.sheet.write_string(top, position, text, look)
        if not len(table):
            self.sheet.write_string(top + 1, 0, self.translate("Nothing to list."), self.style.note())
            return top + 2
        for position, column in enumerate(columns):
            self.tick()
            self._write_column(top + 1, position, column.kind, table[column.name])
        last = top + len(table)
        options = {
            "name": name,
            "style": "Table Style Light 1",
            "autofilter": filters,
            "columns": [{"header": text, "header_format": look} for text, look in zip(headers, formats, strict=True)],
        }
        self.sheet.add_table(top, 0, last, len(columns) - 1, options)
        ruled = {"type": "no_errors", "format": self.style.ruled()}  # one rule instead of a border in a million cells
        self.sheet.conditional_format(top + 1, 0, last, len(columns) - 1, ruled)
        return last + 1

    def widths(self, columns: Sequence[Column], table: Table, *, printed: int, paper: Paper = A4) -> list[int]:
        """Set each column as wide as its heading and its values ask for, within its limits; gives the widths.

        The first `printed` ones become narrower where the paper could otherwise not show them in type that can be
        read: long texts take more lines instead.
        """
        step = max(1, len(table) // _SAMPLED_ROWS)
        chosen, least = [], []
        for column in columns:
            word = _word_width(self.translate(column.header))
            wanted = word + 3  # room for the filter's button
            if len(table):
                wanted = max(wanted, max(_shown_width(value, column.kind) for value in table[column.name][::step]) + 1)
            chosen.append(min(max(wanted, column.narrowest), column.widest))
            may_shrink = column.kind in {Kind.TEXT, Kind.MARK}
            least.append(min(chosen[-1], max(column.narrowest, word + 1)) if may_shrink else chosen[-1])
        chosen[:printed] = fitted(chosen[:printed], least[:printed], paper)
        for position, width in enumerate(chosen):
            self.sheet.set_column(position, position, width)
        return chosen

    def heights(self, top: int, columns: Sequence[Column], widths: Sequence[int], table: Table) -> None:
        """Make the header in row `top` and the rows below it high enough for their texts, whoever opens the file."""
        height = self.style.line_height
        headings = [
            lines_of(self.translate(each.header), width - 2) for each, width in zip(columns, widths, strict=True)
        ]
        self.sheet.set_row(top, height * max(headings) + 6)
        lines = [1] * len(table)
        for column, width in zip(columns, widths, strict=True):
            if len(table) and column.kind in {Kind.TEXT, Kind.MARK}:
                _raise_to_fit(lines, table[column.name], width)
        for row, count in enumerate(lines, top + 1):
            if count > 1:
                self.sheet.set_row(row, min(height * count + 2, _HIGHEST_ROW))

    def _write_column(self, first: int, position: int, kind: Kind, values: list[Any]) -> None:
        """Write the values below each other, each as its kind asks; empty ones leave their cells empty."""
        look = self.style.cell(kind)
        write_string = self.sheet.write_string
        if kind in {Kind.TEXT, Kind.CODE, Kind.MARK}:
            for row, text in enumerate(values, first):
                if text:
                    write_string(row, position, clean(joined(text)), look)
            return
        for row, value in enumerate(values, first):
            self.value(row, position, kind, value)

    def value(self, row: int, column: int, kind: Kind, value: Any, given: Format | None = None) -> None:
        """Write one value as its kind asks: a number as a number, a date as a date; "n/a" for a rate that is none."""
        look = given or self.style.cell(kind)
        sheet = self.sheet
        match kind:
            case Kind.FIGURE if value is not None:
                number, unit = value
                if number is None:
                    sheet.write_string(row, column, self.translate("n/a"), look)
                else:
                    self.value(row, column, figure_kind(unit), number, given)
            case Kind.DAY | Kind.MOMENT if value:
                time = whole_day(value) if kind is Kind.DAY else moment(value)
                if time is None:
                    sheet.write_string(row, column, clean(value), look)
                else:
                    sheet.write_datetime(row, column, time, look)
            case Kind.RATIO if value is None:
                sheet.write_string(row, column, self.translate("n/a"), look)
            case Kind.INTEGER if value is not None and value != int(value):  # works shared between ICS fields
                sheet.write_number(row, column, value, given or self.style.cell(Kind.DECIMAL))
            case Kind.INTEGER | Kind.DECIMAL | Kind.RATIO | Kind.GAIN if value is not None:
                sheet.write_number(row, column, value, look)
            case Kind.TEXT | Kind.CODE | Kind.MARK if value:
                sheet.write_string(row, column, clean(joined(value)), look)


def figure_kind(unit: str) -> Kind:
    """How a figure of this unit is shown."""
    return {"ratio": Kind.RATIO, "months": Kind.DECIMAL}.get(unit, Kind.INTEGER)


def joined(value: str | Sequence[str]) -> str:
    """Several things in one cell."""
    return value if isinstance(value, str) else "; ".join(value)


def lines_of(text: str, width: int) -> int:
    """Lines the text takes in a column of this width; words that move to the next line cost some room."""
    return sum(_lines_of_one(line, width) for line in text.split("\n"))


def _lines_of_one(line: str, width: int) -> int:
    units = width_of(line) * _LETTERS_TO_DIGITS
    return 1 if units <= width else ceil(units / max(1, width - 1))


def _raise_to_fit(lines: list[int], values: Sequence[str | Sequence[str]], width: int) -> None:
    """Raise the number of lines of each row to what its text in this column takes."""
    for row, value in enumerate(values):
        if value:
            text = value if isinstance(value, str) else joined(value)
            if len(text) * 2 > width or "\n" in text:  # shorter ones fit whatever their script
                lines[row] = max(lines[row], lines_of(text, width))


def _word_width(text: str) -> int:
    """Width below which a heading would break inside a word; Chinese may break anywhere, but four signs look well."""
    return max((min(width_of(word), 8) if not word.isascii() else len(word)) for word in text.split() or [""])


def _shown_width(value: Any, kind: Kind) -> int:
    match kind:
        case Kind.TEXT | Kind.CODE | Kind.MARK:
            return width_of(joined(value)) if value else 0
        case Kind.DAY:
            return 10
        case Kind.MOMENT:
            return 18
        case _:
            return 9


def _for_footer(text: str) -> str:
    """Text that a footer shows as it is, short enough for what a footer may hold.

    A blank keeps a number at its beginning apart from the size that stands before it.
    """
    shown = " ".join(clean(text).split())[:80].replace("&", "&&")
    return f" {shown}" if shown[:1].isdigit() else shown
