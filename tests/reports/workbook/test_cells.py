"""Cells: clean text, dates as precise as printed, widths."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aligner.reports.workbook.cells import MOST_UNITS, clean, moment, whole_day, width_of


@given(st.text())
def test_clean_text_is_writable_and_stays_clean(text: str) -> None:
    once = clean(text)
    once.encode("utf-8")
    assert clean(once) == once
    assert not set(once) & set(map(chr, range(9)))


def test_lines_and_tabs_stay() -> None:
    assert clean("a\r\nb\rc\td") == "a\nb\nc\td"


@pytest.mark.parametrize("sign", ["a", "标", "😀"])
def test_a_text_too_long_for_a_cell_says_that_it_was_cut(sign: str) -> None:
    cut = clean(sign * 40_000)
    assert len(cut.encode("utf-16-le")) // 2 <= MOST_UNITS
    assert cut.endswith(f"{sign} […]")


def test_a_text_that_just_fits_is_whole() -> None:
    assert clean("a" * MOST_UNITS) == "a" * MOST_UNITS


@pytest.mark.parametrize("text", ["", "2016", "2016-12", "2016-13-01", "30.12.2016", "2016-12-1x"])
def test_only_a_whole_day_is_a_date(text: str) -> None:
    assert whole_day(text) is None


def test_a_day_is_a_date() -> None:
    assert whole_day("2016-12-30") == date(2016, 12, 30)


def test_a_moment_is_kept_to_the_second() -> None:
    assert moment("2026-02-05T08:30:00.123456+00:00") == datetime.fromisoformat("2026-02-05T08:30:00")
    assert moment("") is None


@pytest.mark.parametrize(
    ("text", "width"), [("ISO 9001", 8), ("标准", 4), ("标准\nISO 9001:2015", 13), ("", 0), ("ИСО", 3)]
)
def test_chinese_takes_two_columns(text: str, width: int) -> None:
    assert width_of(text) == width
