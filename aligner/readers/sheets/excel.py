"""Workbooks through calamine: xlsx, xlsb, xls, ods."""

from collections.abc import Sequence
from io import BytesIO
from typing import Final

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from aligner.domain.errors import AlignerError
from aligner.domain.text import N_
from aligner.readers.cells.cells import Cell
from aligner.readers.sheets import preflight
from aligner.readers.sheets.error_texts import without_errors
from aligner.readers.sheets.layout import Layout
from aligner.readers.sheets.layouts import layouts_of
from aligner.readers.sheets.sheet import Merged, Sheet, SheetFile

MOST_SHEETS: Final = 300


def read_workbook(checked: preflight.Checked, sheet: str | None, _encoding: str | None = None) -> SheetFile:
    """The sheets with cells, or the one asked for by name; raises AlignerError when it cannot be read."""
    try:
        workbook = _opened(checked)
        tables = [meta for meta in workbook.sheets_metadata if meta.typ == SheetTypeEnum.WorkSheet]
        hidden = frozenset(meta.name for meta in tables if meta.visible != SheetVisibleEnum.Visible)
        names = [meta.name for meta in tables]
        chosen = [name_of(sheet, names, checked)] if sheet else names
        layouts = layouts_of(checked.path, checked.container)
        sheets = [_raw(workbook.get_sheet_by_name(name), checked, layouts.get(name)) for name in chosen[:MOST_SHEETS]]
    except PasswordError as error:
        raise preflight.protected(checked.path) from error
    except (CalamineError, ValueError, IndexError, OSError) as error:
        raise preflight.damaged(checked.path) from error
    filled = [without_errors(raw, checked.path.name) for raw in sheets if raw.rows]
    if not filled:
        raise no_cells(checked, chosen[0] if chosen else "")
    read = {raw.name for raw in filled}
    return SheetFile(
        filled,
        [name for name in workbook.sheet_names if name not in read],
        frozenset() if hidden >= read else hidden,
        is_1904=checked.is_1904,
        layouts={name: layout.hidden() for name, layout in layouts.items()},
    )


def _opened(checked: preflight.Checked) -> CalamineWorkbook:
    """The workbook; calamine believes the name of a file, so one with a wrong name is given as bytes."""
    if checked.path.suffix.lower() == f".{checked.container}":
        return CalamineWorkbook.from_path(str(checked.path))
    return CalamineWorkbook.from_filelike(BytesIO(checked.path.read_bytes()))


def name_of(wanted: str, names: Sequence[str], checked: preflight.Checked) -> str:
    """The sheet of this name, else the one at this position (1 for the first)."""
    if wanted in names:
        return wanted
    if wanted.isdigit() and 1 <= int(wanted) <= len(names):
        return names[int(wanted) - 1]
    raise AlignerError(
        N_("{file} has no sheet {sheet}; it has: {sheets}."),
        file=checked.path.name,
        sheet=wanted,
        sheets=", ".join(names),
    )


def no_cells(checked: preflight.Checked, sheet: str) -> AlignerError:
    """The error for a workbook or sheet without a single cell."""
    return AlignerError(
        N_("There are no cells in sheet {sheet} of {file}; choose another sheet or export the list again."),
        file=checked.path.name,
        sheet=sheet,
    )


def _raw(sheet: CalamineSheet, checked: preflight.Checked, layout: Layout | None) -> Sheet:
    if sheet.start is None:
        return Sheet(sheet.name, [], [])
    if sheet.width > preflight.MOST_COLUMNS:
        raise preflight.too_wide(checked.path)
    if sheet.height > preflight.MOST_ROWS:
        raise preflight.too_long(checked.path)
    rows = sheet.to_python(skip_empty_area=True)
    first_row, first_column = sheet.start
    numbers = range(first_row + 1, first_row + 1 + len(rows))
    merged: list[Merged] = layout.merged if layout is not None else list(sheet.merged_cell_ranges or ())
    for row, column in layout.errors if layout is not None else ():
        _empty(rows, row - first_row, column - first_column)
    return Sheet(sheet.name, rows, numbers, first_column, merged)


def _empty(rows: list[list[Cell]], row: int, column: int) -> None:
    """Empty a cell that shows an error: some programs keep a 0 behind it."""
    if 0 <= row < len(rows) and 0 <= column < len(rows[row]):
        rows[row][column] = ""
