"""Review packs as reviewers fill them in."""

from pathlib import Path

from openpyxl import load_workbook


def fill_in(pack: Path, national: str, **values: str) -> None:
    """Write these values into the row of a standard, by the headings of the sheet."""
    workbook = load_workbook(pack)
    sheet = workbook["review"]
    headings = [cell.value for cell in sheet[1]]
    row = next(row for row in range(2, sheet.max_row + 1) if sheet.cell(row, 1).value == national)
    for name, value in values.items():
        sheet.cell(row, headings.index(name) + 1).value = value
    workbook.save(pack)
