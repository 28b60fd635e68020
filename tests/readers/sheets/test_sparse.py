"""Workbooks that the quick reader cannot hold, read cell by cell."""

from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import Workbook

from aligner.domain.errors import AlignerError
from aligner.readers.sheets import preflight, sparse
from aligner.readers.sheets.sheet import SheetFile
from aligner.readers.sheets.sparse import read_sparsely

DAY = datetime(2020, 3, 6)  # noqa: DTZ001 - workbooks know no time zones


def a_sparse_workbook(path: Path) -> Path:
    """Two rows far down and far right, a hidden sheet, an empty one."""
    workbook = Workbook()
    sheet = workbook.active
    assert sheet is not None
    sheet.title = "目录"
    for column, heading, value in ((8000, "标准号", "GB/T 1-2020"), (8001, "发布日期", DAY)):
        sheet.cell(500_000, column, heading)
        sheet.cell(1_000_000, column, value)
    hidden = workbook.create_sheet("旧")
    hidden.sheet_state = "hidden"
    hidden["A1"] = "GB/T 9-1999"
    workbook.create_sheet("空")
    workbook.save(path)
    return path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return a_sparse_workbook(tmp_path / "far.xlsx")


def sparsely(path: Path, sheet: str | None = None) -> SheetFile:
    return read_sparsely(preflight.check(path), sheet)


def test_only_rows_and_columns_with_cells_are_kept_with_their_numbers(path: Path) -> None:
    (sheet,) = sparsely(path).sheets
    assert list(sheet.numbers) == [500_000, 1_000_000]
    assert sheet.rows == [["标准号", "发布日期"], ["GB/T 1-2020", DAY]]


def test_empty_and_hidden_sheets_are_named_and_a_hidden_one_read_when_asked_for(path: Path) -> None:
    file = sparsely(path)
    assert (file.other_sheets, file.hidden_sheets) == (["旧", "空"], {"旧"})
    assert sparsely(path, "旧").sheets[0].rows == [["GB/T 9-1999"]]


@pytest.mark.parametrize(("sheet", "sentence"), [("空", "no cells in sheet 空"), ("新", "no sheet 新; it has: 目录")])
def test_a_sheet_that_is_empty_or_not_there_is_told(path: Path, sheet: str, sentence: str) -> None:
    with pytest.raises(AlignerError) as refused:
        sparsely(path, sheet)
    assert sentence in str(refused.value)


def test_a_workbook_that_breaks_this_reader_too_is_damaged(path: Path) -> None:
    checked = preflight.check(path)
    path.write_bytes(path.read_bytes()[:-200])
    with pytest.raises(AlignerError, match="damaged"):
        read_sparsely(checked, None)


def test_too_many_cells_are_too_much_memory(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sparse, "MOST_CELLS", 3)
    with pytest.raises(MemoryError):
        sparsely(path)
