"""`aligner minutes`: the sheet for a meeting and its way back."""

from pathlib import Path

from command_line import done
from openpyxl import load_workbook


def test_the_sheet_is_written_filled_in_and_read_back(tmp_path: Path) -> None:
    done("demo", "--out", tmp_path, "--no-window")
    project, sheet = tmp_path / "demo.aligner", tmp_path / "meeting.xlsx"
    said = done("minutes", project, sheet, "--only", "all")
    book = load_workbook(sheet)
    rows = book.active.max_row - 3
    assert f"{rows} rows" in said
    book.active.cell(4, 7).value, book.active.cell(4, 9).value = "unsure", "to be looked at again"
    book.save(sheet)
    assert "1 decision recorded" in done("decide", project, sheet, "--settle", "--reviewer", "Chair")
