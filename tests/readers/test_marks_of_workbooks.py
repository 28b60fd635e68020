"""What a file holds besides its values: merged cells, errors, formulas without a value, tables inside tables."""

import json
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from aligner.domain.progress import Silent
from aligner.readers.catalogue import Reading
from aligner.readers.sheets.error_texts import ERROR_TEXTS
from aligner.readers.small_tables.decisions import read_decisions
from tests.readers.binary_workbook import Failed, a_binary_workbook
from tests.readers.building import SHEET_START, a_packed_open_document, a_packed_sheet, a_workbook, cell, read

HEADINGS = ["标准号", "标准名称", "采用国际标准号", "采标程度"]
FIRST: list[Any] = ["GB/T 1-2020", "螺纹", "ISO 1:2016", "IDT"]
SECOND: list[Any] = [None, None, "ISO 2:2016", None]
LAST: list[Any] = ["GB/T 2-2020", "齿轮", "ISO 3:2016", "MOD"]
JOINED = {
    "GB/T 1-2020": [("ISO 1:2016", "IDT"), ("ISO 2:2016", "IDT")],
    "GB/T 2-2020": [("ISO 3:2016", "MOD")],
}
MERGED = ((1, 2, 0, 0), (1, 2, 1, 1), (1, 2, 3, 3))
"""Number, title and degree of FIRST reach over SECOND."""


def stated(reading: Reading) -> dict[str, list[tuple[Any, Any]]]:
    """Adopted numbers and degrees of every standard that counts."""
    rows = [row for row in reading.table.rows() if row["duplicate_of"] is None]
    return {row["designation"]: [(one[0], one[1]) for one in row["statements"]] for row in rows}


def told(reading: Reading, code: str) -> list[tuple[Any, Any]]:
    """How many cells a problem tells of, and the first of them."""
    return [(one.values["count"], one.values["cell"]) for one in reading.problems if one.code == code]


def ods_cell(text: str, marks: str = "") -> str:
    return f'<table:table-cell office:value-type="string"{marks}><text:p>{text}</text:p></table:table-cell>'


def ods_row(*cells: str) -> str:
    return f"<table:table-row>{''.join(cells)}</table:table-row>"


def ods_texts(texts: list[Any]) -> str:
    return ods_row(*map(ods_cell, texts))


def test_merged_cells_of_an_open_document_hold_for_all_their_rows(tmp_path: Path) -> None:
    down, covered = ' table:number-rows-spanned="2"', "<table:covered-table-cell/>"
    group = ods_row(
        ods_cell("一、机械", ' table:number-columns-spanned="4"'),
        '<table:covered-table-cell table:number-columns-repeated="3"/>',
    )
    first = ods_row(*(ods_cell(text, down if at != 2 else "") for at, text in enumerate(FIRST)))
    second = ods_row(covered, covered, ods_cell("ISO 2:2016"), covered)
    rows = ods_texts(HEADINGS) + group + first + second + ods_texts(LAST)
    assert stated(read(a_packed_open_document(tmp_path / "merged.ods", rows))) == JOINED


def test_merged_cells_of_a_binary_workbook_hold_for_all_their_rows(tmp_path: Path) -> None:
    rows: list[Any] = [HEADINGS, FIRST, SECOND, LAST]
    assert stated(read(a_binary_workbook(tmp_path / "merged.xlsb", {"目录": rows}, merged=MERGED))) == JOINED


def test_a_degree_merged_over_part_of_the_rows_holds_for_these_alone(tmp_path: Path) -> None:
    rows: list[Any] = [HEADINGS, FIRST, SECOND, [None, None, "ISO 5:2016", "NEQ"], LAST]
    path = a_binary_workbook(tmp_path / "part.xlsb", {"目录": rows}, merged=((1, 3, 0, 0), (1, 2, 3, 3)))
    assert stated(read(path))["GB/T 1-2020"] == [*JOINED["GB/T 1-2020"], ("ISO 5:2016", "NEQ")]


def test_errors_and_formulas_without_a_value_are_told_in_a_workbook(tmp_path: Path) -> None:
    workbook = Workbook()
    sheet: Any = workbook.active
    for row in (HEADINGS, FIRST, LAST, ["GB/T 3-2020", "链条", '=A2&""', "#N/A"], ["GB/T 4-2020", "=1+1", "", "#REF!"]):
        sheet.append(row)
    workbook.save(tmp_path / "formulas.xlsx")
    reading = read(tmp_path / "formulas.xlsx")
    assert (told(reading, "error_cells"), told(reading, "uncomputed_cells")) == ([(2, "D4")], [(2, "C4")])
    assert [row["degree"] for row in reading.table.rows()] == ["IDT", "MOD", "", ""]
    assert [row["title"] for row in reading.table.rows()] == ["螺纹", "齿轮", "链条", ""]


def test_the_order_of_marks_in_a_cell_does_not_matter(tmp_path: Path) -> None:
    texts = "".join(cell(f"{chr(65 + at)}1", text) for at, text in enumerate(HEADINGS))
    row = (
        f'{cell("A2", "GB/T 1-2020")}<c t="e" r="B2"><v>#REF!</v></c><c s="0" r="C2"><f>1+1</f></c>'
        '<c r="D2" s="0"/><c s="0" t="str" r="E2"><f>1+1</f><v>2</v></c>'
    )
    sheet = f'{SHEET_START}<sheetData><row r="1">{texts}</row><row r="2">{row}</row></sheetData></worksheet>'
    reading = read(a_packed_sheet(tmp_path / "order.xlsx", sheet))
    assert (told(reading, "error_cells"), told(reading, "uncomputed_cells")) == ([(1, "B2")], [(1, "C2")])


def test_errors_and_formulas_without_a_value_are_told_in_an_open_document(tmp_path: Path) -> None:
    error = (
        '<table:table-cell table:formula="of:=[.A9]" office:value-type="float" office:value="0" '
        'calcext:value-type="error"><text:p>#REF!</text:p></table:table-cell>'
    )
    uncomputed = '<table:table-cell table:formula="of:=[.A2]" table:number-columns-repeated="2"/>'
    rows = ods_texts(HEADINGS) + ods_texts(LAST) + ods_row(ods_cell("GB/T 3-2020"), error, uncomputed)
    reading = read(a_packed_open_document(tmp_path / "formulas.ods", rows))
    assert (told(reading, "error_cells"), told(reading, "uncomputed_cells")) == ([(1, "B3")], [(2, "C3")])
    assert reading.table["title"] == ["齿轮", ""]


def test_errors_of_a_binary_workbook_are_told(tmp_path: Path) -> None:
    rows: list[Any] = [HEADINGS, FIRST, ["GB/T 3-2020", Failed(), "", Failed()]]
    assert told(read(a_binary_workbook(tmp_path / "errors.xlsb", {"目录": rows})), "error_cells") == [(2, "B3")]


def as_csv(path: Path, rows: list[list[str]]) -> Path:
    path.write_text("".join(",".join(row) + "\n" for row in rows), encoding="utf-8")
    return path


def as_page(path: Path, rows: list[list[str]]) -> Path:
    cells = "".join(f"<tr>{''.join(f'<td>{text}</td>' for text in row)}</tr>" for row in rows)
    path.write_text(f"<html><body><table>{cells}</table></body></html>", encoding="utf-8")
    return path


def as_records(path: Path, rows: list[list[str]]) -> Path:
    records = [dict(zip(rows[0], row, strict=True)) for row in rows[1:]]
    path.write_text(json.dumps(records, ensure_ascii=False), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("write", "name", "first"),
    [
        (as_csv, "list.csv", "B3"),
        (as_page, "list.html", "B3"),
        (as_records, "list.json", "B2"),
        (a_workbook, "list.xlsx", ""),
    ],
)
@pytest.mark.parametrize("error", ["#REF!", "#N/A", "#NAME?", "Err:502", "########"])
def test_the_text_of_an_error_is_no_value_and_told(
    tmp_path: Path, write: Any, name: str, first: str, error: str
) -> None:
    reading = read(write(tmp_path / name, [HEADINGS, LAST, ["GB/T 3-2020", error, error, error]]))
    assert (reading.table["title"], reading.table["adopted"]) == (["齿轮", ""], ["ISO 3:2016", ""])
    if first:
        assert told(reading, "error_texts") == [(3, first)]
    else:  # openpyxl writes some of the texts as errors
        assert (told(reading, "error_texts") + told(reading, "error_cells")) == [(3, "B3")]


def test_the_text_of_an_error_in_a_small_table_is_told(tmp_path: Path) -> None:
    path = as_csv(
        tmp_path / "given.csv",
        [["national", "international", "degree", "note"], ["GB/T 1-2020", "ISO 1:2016", "IDT", "#REF!"]],
    )
    rows, problems = read_decisions(path, Silent())
    assert [row.note for row in rows] == [""]
    assert [one.code for one in problems] == ["error_texts"]


def test_no_text_of_an_error_says_anything_else() -> None:
    assert all(text.startswith(("#", "Err:")) for text in ERROR_TEXTS)


def table_of(*rows: list[Any]) -> str:
    lines = ("".join(f"<td>{text}</td>" for text in row) for row in (HEADINGS, *rows))
    return f"<table>{''.join(f'<tr>{line}</tr>' for line in lines)}</table>"


def test_lists_inside_a_table_that_lays_out_the_page_are_read(tmp_path: Path) -> None:
    lists = [table_of(["GB/T 1-2020", "螺纹", "ISO 1:2016", "IDT"]), table_of(LAST)]
    page = (
        "<html><body><table><tr><td>首页</td><td>标准查询</td></tr>"
        f"<tr><td><table><tr><td>国家标准</td></tr><tr><td>行业标准</td></tr></table></td><td>{lists[0]}</td></tr>"
        f"<tr><td></td><td>续表 {lists[1]} 共 2 项</td></tr></table></body></html>"
    )
    (tmp_path / "page.html").write_text(page, encoding="utf-8")
    assert stated(read(tmp_path / "page.html")) == {
        "GB/T 1-2020": [("ISO 1:2016", "IDT")],
        "GB/T 2-2020": [("ISO 3:2016", "MOD")],
    }


def test_a_table_inside_a_cell_of_the_list_is_told(tmp_path: Path) -> None:
    inner = "<table><tr><td>ISO 1:2016</td></tr><tr><td>ISO 2:2016</td></tr></table>"
    page = f"<html><body>{table_of(['GB/T 1-2020', '螺纹', inner, 'IDT'], LAST)}</body></html>"
    (tmp_path / "page.html").write_text(page, encoding="utf-8")
    reading = read(tmp_path / "page.html")
    assert list(stated(reading)) == ["GB/T 1-2020", "GB/T 2-2020"]
    assert reading.accounts["not_read"] == 2
    assert [one.values["count"] for one in reading.problems if one.code == "list_not_read"] == [2]
