"""Workbooks with cells far out, read cell by cell with openpyxl: slow, but only the cells that are there take room."""

from typing import Any, Final

from aligner.domain.errors import AlignerError
from aligner.readers.sheets import preflight
from aligner.readers.sheets.error_texts import without_errors
from aligner.readers.sheets.excel import name_of, no_cells
from aligner.readers.sheets.sheet import Sheet, SheetFile

MOST_CELLS: Final = 3_000_000


def read_sparsely(checked: preflight.Checked, sheet: str | None) -> SheetFile:
    """The cells of a workbook whose sheets are nearly empty boxes; raises AlignerError when it cannot be read."""
    from openpyxl import load_workbook  # noqa: PLC0415 - large, and needed for broken or odd workbooks only

    try:
        workbook = load_workbook(checked.path, read_only=True, data_only=True, keep_links=False)
        names = [one.title for one in workbook.worksheets]
        hidden = frozenset(one.title for one in workbook.worksheets if one.sheet_state != "visible")
        chosen = [name_of(sheet, names, checked)] if sheet else [name for name in names if name not in hidden] or names
        sheets = [_raw(workbook, name, checked.path.name) for name in chosen[:300]]
    except (MemoryError, AlignerError):
        raise
    except Exception as error:
        raise preflight.damaged(checked.path) from error
    filled = [raw for raw in sheets if raw.rows]
    if not filled:
        raise no_cells(checked, chosen[0] if chosen else "")
    read = {raw.name for raw in filled}
    return SheetFile(filled, [name for name in names if name not in read], hidden, is_1904=checked.is_1904)


def _raw(workbook: Any, name: str, file: str) -> Sheet:
    """The rows and columns that hold cells; columns without any are closed up."""
    from openpyxl.worksheet._reader import WorkSheetParser  # noqa: PLC0415 - the public reader fills the box with empty cells

    sheet = workbook[name]
    with sheet._get_source() as source:
        parser = WorkSheetParser(
            source,
            sheet._shared_strings,
            data_only=True,
            epoch=workbook.epoch,
            date_formats=workbook._date_formats,
            timedelta_formats=workbook._timedelta_formats,
        )
        found: dict[int, dict[int, Any]] = {}
        cells = 0
        for number, row in parser.parse():
            values = {cell["column"]: cell["value"] for cell in row if cell["value"] is not None}
            cells += len(values)
            if cells > MOST_CELLS:
                raise MemoryError
            if values:
                found[number] = values
    used = sorted({column for values in found.values() for column in values})
    if len(used) * len(found) > MOST_CELLS * 10:
        raise MemoryError
    numbers = sorted(found)
    rows = [[found[number].get(column, "") for column in used] for number in numbers]
    return without_errors(Sheet(name, rows, numbers), file)
