"""Every edge where foreign bytes come in ends in one sentence or in the right rows (the list: `sheets/foreign.py`)."""

import tomllib
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aligner.domain.errors import AlignerError
from aligner.domain.toml import parse_toml
from aligner.readers.cells.cells import is_blank, text_of
from aligner.readers.process.limits import Limits
from aligner.readers.sheets import preflight
from tests.readers.building import GB_HEADINGS, a_gb_row, a_workbook, read


@pytest.mark.parametrize("part", ["workbook.xml", "sheet1.xml", "[Content_Types].xml", ".rels"])
def test_a_broken_part_is_told(tmp_path: Path, part: str) -> None:
    path = a_workbook(tmp_path / "broken.xlsx", [GB_HEADINGS, a_gb_row("GB/T 1-2020")])
    with zipfile.ZipFile(path) as archive:
        found = next(one for one in archive.infolist() if one.filename.endswith(part))
    content = bytearray(path.read_bytes())
    start = found.header_offset + 30 + len(found.filename)
    content[start : start + found.compress_size] = b"\xff" * found.compress_size
    path.write_bytes(content)
    with pytest.raises(AlignerError, match=r"broken\.xlsx"):
        read(path)


@pytest.mark.parametrize("blank", ["\u200b", "\u2060\u200e", "\x0b", "<b></b>", "<br> \u3000<br>"])
def test_a_row_that_shows_nothing_is_no_row(tmp_path: Path, blank: str) -> None:
    path = tmp_path / "list.csv"
    path.write_text(
        f"标准号,标准名称\nGB/T 1-2020,螺纹\n{blank},{blank}\n,{blank}\nGB/T 2-2020,齿轮\n", encoding="utf-8"
    )
    reading = read(path)
    assert [row["designation"] for row in reading.table.rows()] == ["GB/T 1-2020", "GB/T 2-2020"]
    assert reading.rows_left_out == 0


@given(st.text(alphabet="<>b/r \t\u200b\u2060\u3000\x00\x1f\u2028x", max_size=12) | st.text(max_size=5))
def test_a_cell_is_blank_exactly_when_it_has_no_text(cell: str) -> None:
    assert is_blank(cell) == (text_of(cell) == "")


@pytest.mark.parametrize("sign", ["\u2028", "\u2029", "\x85", "\x1c"])
def test_only_line_ends_end_a_line_of_json(tmp_path: Path, sign: str) -> None:
    path = tmp_path / "list.jsonl"
    sign = sign if sign >= " " else f"\\u{ord(sign):04x}"
    lines = [f'{{"标准号": "GB/T {number}-2020", "标准名称": "螺{sign}纹"}}' for number in (1, 2)]
    path.write_text("\n".join(lines), encoding="utf-8")
    assert len(read(path).table) == 2


@pytest.mark.parametrize("name", ["a\0b.xlsx", "\udc80\ud800.csv", "长" * 300 + ".xlsx", "a/" * 3000])
def test_a_name_that_no_file_can_have_is_told(tmp_path: Path, name: str) -> None:
    with pytest.raises(AlignerError):
        preflight.check(tmp_path / name)


@pytest.mark.parametrize(
    "text", ["a = " + "[" * 5_000 + "]" * 5_000, "a = " + "{a=" * 5_000, "a = " + "9" * 10_000, "a = 2020-13-45", "\0"]
)
def test_what_is_no_toml_is_told_in_one_way(text: str) -> None:
    with pytest.raises(tomllib.TOMLDecodeError):
        parse_toml(text)


def test_work_is_allowed_by_size() -> None:
    assert [Limits.for_size(size).work_seconds for size in (0, 50_000, 5_000_000, 10**9)] == [5, 5, 15, 60]
