"""Comma-separated text that no spreadsheet runs."""

import csv
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aligner.domain.cell_text import writable
from aligner.domain.figures.indicator import Indicator, Slice
from aligner.domain.standards.table import Table
from aligner.reports.exchange.delimited import as_csv, indicators_table, write_csv


def cell(value: object) -> str:
    """The value as it stands in the file after reading."""
    return next(csv.reader(StringIO(as_csv(Table({"x": [value]})).partition("\r\n")[2])))[0]


@pytest.mark.parametrize(
    "text", ["=cmd()", "+1+1", "-1+1", "@SUM", "\t=1", "\r=1", "\n=1", "＝1+1", "＋1", "－1", "＠x", "-", "-1.2.3"]
)
def test_text_that_could_run_is_quoted(text: str) -> None:
    assert cell(text) == "'" + text


@pytest.mark.parametrize("text", ["-1", "-1.5", "ISO 9001:2015", "GB/T 19001-2016", "", "a=b"])
def test_other_text_stays_as_it_is(text: str) -> None:
    assert cell(text) == text


def test_a_heading_is_quoted_too() -> None:
    assert as_csv(Table({"=x": []})) == "'=x\r\n"


def test_values_are_plain() -> None:
    values = [None, True, False, 3, -2.0, 1_000_000.0, 0.25, ["a", "b"], [["ICS", 1.0, 5.0, "03", "03"]], ["=x"]]
    assert [cell(value) for value in values[1:]] == [
        "true",
        "false",
        "3",
        "-2",
        "1000000",
        "0.25",
        "a; b",
        "ICS: 1.0: 5.0: 03: 03",
        "'=x",
    ]
    assert as_csv(Table({"x": [None], "y": [1]})) == "x,y\r\n,1\r\n"


@given(st.lists(st.text(st.characters(codec="utf-8")), min_size=1, max_size=5))
def test_what_was_written_is_read_back_but_for_control_characters(texts: list[str]) -> None:
    rows = list(csv.reader(StringIO(as_csv(Table({"n": list(range(len(texts))), "x": texts})), newline="")))
    assert [text.removeprefix("'") for _, text in rows[1:]] == [writable(text).removeprefix("'") for text in texts]


def test_the_byte_order_mark_is_an_option(tmp_path: Path) -> None:
    target = tmp_path / "标准.csv"
    write_csv(Table({"号": ["GB/T 1"]}), target)
    assert target.read_bytes() == "\ufeff号\r\nGB/T 1\r\n".encode()
    write_csv(Table({"号": ["GB/T 1"]}), target, byte_order_mark=False)
    assert target.read_bytes() == "号\r\nGB/T 1\r\n".encode()


def test_an_indicator_is_followed_by_its_slices() -> None:
    rate = Indicator(
        "conversion_rate", "Conversion rate", "", 6 / 9, 6, 9, "ratio", breakdown=(Slice("21", "Machines", 0.8, 4, 5),)
    )
    table = indicators_table((rate,))
    assert table["key"] == [None, "21"]
    assert table["numerator"] == [6, 4]
    assert table["id"] == ["conversion_rate", "conversion_rate"]
