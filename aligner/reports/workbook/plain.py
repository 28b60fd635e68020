"""One table as a plain workbook, its headings the names of its columns: for programs and for reading in again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from aligner.reports.exchange.target import replacing
from aligner.reports.workbook.cells import clean
from aligner.reports.workbook.page import joined

if TYPE_CHECKING:
    from pathlib import Path

    from xlsxwriter.worksheet import Worksheet

_OPTIONS = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}
"""Text stays text."""


def write_plain_workbook(columns: dict[str, list[Any]], name: str, target: Path) -> None:
    """Write the columns below each other's names; dates stay as they are printed. Raises AlignerError."""
    from xlsxwriter import Workbook  # noqa: PLC0415 - only who writes a workbook needs it

    with replacing(target) as file:
        workbook = Workbook(file, _OPTIONS)
        sheet = workbook.add_worksheet(name)
        bold = workbook.add_format({"bold": True})
        for position, (heading, values) in enumerate(columns.items()):
            sheet.write_string(0, position, heading, bold)
            for row, value in enumerate(values, 1):
                _write(sheet, row, position, value)
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, max(1, len(next(iter(columns.values()), []))), max(0, len(columns) - 1))
        workbook.close()


def _write(sheet: Worksheet, row: int, column: int, value: Any) -> None:
    match value:
        case None | "":
            return
        case bool():
            sheet.write_boolean(row, column, value)
        case int() | float():
            sheet.write_number(row, column, value)
        case list() | tuple():
            sheet.write_string(row, column, clean(joined([str(one) for one in value])))
        case _:
            sheet.write_string(row, column, clean(str(value)))
