"""The formats of numbers in a workbook, which tell 5 % from 0.05; calamine gives only the numbers."""

from pathlib import Path
from typing import Final

Formats = dict[tuple[int, int], str]
"""The format of a cell with a number, by row as the spreadsheet shows it and column from 0."""

GENERAL: Final = "General"


def number_formats(path: Path, container: str, sheet: str) -> Formats:
    """The formats other than "General" in one sheet of an xlsx workbook; none for other formats of files.

    A workbook that cannot be read this way has none: its numbers are taken as they are stored.
    """
    if container != "xlsx":
        return {}
    from openpyxl import load_workbook  # noqa: PLC0415 - large, and needed for tables of values only

    try:
        with path.open("rb") as file:
            workbook = load_workbook(file, read_only=True)
            return {
                (cell.row, cell.column - 1): cell.number_format
                for row in workbook[sheet].iter_rows()
                for cell in row
                if type(cell.value) in (int, float) and cell.number_format != GENERAL and cell.row and cell.column
            }
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 - there is no saying what openpyxl raises for a damaged workbook
        return {}
