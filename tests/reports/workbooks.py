"""Reading a written report back."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.worksheet.worksheet import Worksheet

from aligner.domain.progress import Silent
from aligner.i18n import translator
from aligner.reports.content.report import ReportContent
from aligner.reports.excel import write_report


def written(content: ReportContent, folder: Path, language: str = "en") -> Workbook:
    """The report as a reader finds it in the file."""
    target = folder / "report.xlsx"
    write_report(content, target, translator(language), Silent())
    return load_workbook(target)


def listed(sheet: Worksheet) -> dict[str, list[object]]:
    """A sheet that holds one table: the values under each heading."""
    rows = list(sheet.iter_rows(min_row=3, values_only=True))
    return {str(heading): [row[position] for row in rows[1:]] for position, heading in enumerate(rows[0])}


def dump(workbook: Workbook) -> str:
    """Every cell with a value, the tables, the panes, the print set-up and the charts as text."""
    return "\n".join(line for sheet in workbook.worksheets for line in _sheet(sheet)) + "\n"


def _sheet(sheet: Worksheet) -> Iterator[str]:
    yield f"=== {sheet.title}"
    yield f"frozen {sheet.freeze_panes} · repeated {sheet.print_title_rows} · footer {sheet.oddFooter.left.text}"
    for table in sheet.tables.values():
        yield f"table {table.name} {table.ref} {'with' if table.autoFilter else 'without'} filter"
    yield f"charts {len(sheet._charts)}"
    for row in sheet.iter_rows():
        cells = [f"{cell.column_letter}: {_cell(cell)}" for cell in row if cell.value is not None]
        if cells:
            yield f"{row[0].row} | " + " | ".join(cells)
    yield ""


def _cell(cell: Cell | MergedCell) -> str:
    """Text as it is; numbers and dates with the format they are shown in."""
    if isinstance(cell.value, str):
        return repr(cell.value)[1:-1]
    if isinstance(cell.value, datetime):
        return f"{cell.value.isoformat(' ')} [{cell.number_format}]"
    return f"{cell.value!r} [{cell.number_format}]"
