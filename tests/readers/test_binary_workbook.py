from datetime import date
from pathlib import Path
from typing import Any

import pytest

from aligner.domain.errors import AlignerError
from aligner.readers.catalogue import Reading
from tests.readers.binary_workbook import Failed, a_binary_workbook
from tests.readers.building import GB_HEADINGS, a_gb_row, preview, read

NOTES = [["说明"], ["本表每季度更新一次。"]]
ROWS: list[list[Any]] = [
    ["国家标准目录"],
    [],
    GB_HEADINGS,
    a_gb_row(published=date(2016, 12, 30), effective=date(2017, 7, 1), ics=3.12),
    a_gb_row(
        "GB/T 24001-2016", title="环境管理体系\n要求", published=20161230, adopted=None, degree="", committee=None
    ),
    a_gb_row("GB/T 5276-2015", adopted=Failed(), degree=True, effective=""),
]


@pytest.fixture
def reading(tmp_path: Path) -> Reading:
    return read(a_binary_workbook(tmp_path / "目录.xlsb", {"说明": NOTES, "国家标准": ROWS}))


def test_the_sheet_with_the_catalogue_is_found_among_several(reading: Reading) -> None:
    assert (reading.sheet, reading.sheets, reading.header_rows) == ("国家标准", ["说明"], (3,))


def test_texts_are_read_and_rows_keep_their_numbers(reading: Reading) -> None:
    assert reading.table["designation"] == ["GB/T 19001-2016", "GB/T 24001-2016", "GB/T 5276-2015"]
    assert reading.table["title"] == ["质量管理体系 要求", "环境管理体系 要求", "质量管理体系 要求"]
    assert reading.table["row"] == [4, 5, 6]


def test_days_are_days_whether_formatted_or_typed_as_a_number(reading: Reading) -> None:
    assert reading.table["published"] == ["2016-12-30", "2016-12-30", "2016-12-30"]
    assert reading.table["effective"] == ["2017-07-01", "2017-07-01", ""]


def test_a_number_in_the_ics_column_is_padded_to_a_code(reading: Reading) -> None:
    assert reading.table["ics"][0] == ["03.120"]


def test_missing_blank_and_failed_cells_are_empty(reading: Reading) -> None:
    assert reading.table["committee"] == ["TC151", "", "TC151"]
    assert reading.table["statements"][1:] == [[], []]
    assert [one[:2] for one in reading.table["statements"][0]] == [["ISO 9001:2015", "IDT"]]


def test_days_count_from_1904_where_the_workbook_says_so(tmp_path: Path) -> None:
    path = a_binary_workbook(tmp_path / "mac.xlsb", {"目录": ROWS}, is_1904=True)
    assert read(path).table["published"][0] == "2016-12-30"


def test_a_hidden_sheet_is_read_only_when_named(tmp_path: Path) -> None:
    sheets = {"现行": ROWS, "旧目录": [GB_HEADINGS, a_gb_row("GB/T 1-2009"), a_gb_row("GB/T 2-2009")]}
    path = a_binary_workbook(tmp_path / "hidden.xlsb", sheets, hidden=["旧目录"])
    assert (preview(path).sheet, preview(path).sheets) == ("现行", ["旧目录 (hidden)"])
    assert read(path, sheet="旧目录").table["designation"] == ["GB/T 1-2009", "GB/T 2-2009"]


def test_the_content_counts_not_the_name(tmp_path: Path) -> None:
    path = a_binary_workbook(tmp_path / "renamed.xlsx", {"目录": ROWS})
    assert read(path).table["designation"][0] == "GB/T 19001-2016"


def test_a_binary_workbook_without_cells_is_refused_with_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(AlignerError, match="no cells"):
        read(a_binary_workbook(tmp_path / "empty.xlsb", {"目录": []}))


def test_a_binary_workbook_cut_short_is_refused_with_a_sentence(tmp_path: Path) -> None:
    path = a_binary_workbook(tmp_path / "cut.xlsb", {"目录": ROWS})
    path.write_bytes(path.read_bytes()[:-400])
    with pytest.raises(AlignerError):
        read(path)
