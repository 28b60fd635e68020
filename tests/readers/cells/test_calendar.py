"""Dates in every form that catalogues print."""

from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aligner.readers.cells.calendar import AMBIGUOUS, NOT_A_DATE, SUSPICIOUS, Calendar

CALENDAR = Calendar(date(2026, 11, 22), 1950)


@pytest.mark.parametrize(
    "cell",
    [
        "2016-12-30",
        "2016/12/30",
        "2016.12.30",
        "2016年12月30日",
        " 2016 年 12 月 30 日",
        "20161230",
        "２０１６－１２－３０",
        "2016-12-30 00:00:00",
        "2016-12-30T08:00:00Z",
        20161230.0,
        42734.0,
        "42734",
        date(2016, 12, 30),
        datetime(2016, 12, 30, 10, 30),  # noqa: DTZ001 - no time of day
        "平成28年12月30日",
        "平成２８年１２月３０日",
        "H28.12.30",
        "30.12.2016",
        "30/12/2016",
        "12/30/2016",
        "30 December 2016",
        "Dec 30, 2016",
        "30 декабря 2016 г.",
    ],
)
def test_a_day_is_read_in_every_form(cell: object) -> None:
    assert CALENDAR.read(cell) == ("2016-12-30", "")


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("2016-12", "2016-12"),
        ("2016年12月", "2016-12"),
        ("201612", "2016-12"),
        ("December 2016", "2016-12"),
        ("2016", "2016"),
        ("2016年", "2016"),
        (2016.0, "2016"),
        ("平成28年", "2016"),
        ("平成元年", "1989"),
        ("昭和63年3月", "1988-03"),
        ("令和2年", "2020"),
        ("2016-12-00", "2016-12"),
        ("", ""),
        ("—", ""),
    ],
)
def test_the_printed_precision_is_kept(cell: object, text: str) -> None:
    assert CALENDAR.read(cell) == (text, "")


@pytest.mark.parametrize(
    ("cell", "trouble"),
    [
        ("1890-01-01", SUSPICIOUS),
        ("2030-01-01", SUSPICIOUS),
        (5.0, SUSPICIOUS),
        ("2016-02-30", NOT_A_DATE),
        ("2016-13", NOT_A_DATE),
        ("bald", NOT_A_DATE),
        (1e9, NOT_A_DATE),
        (float("nan"), NOT_A_DATE),
        (float("inf"), NOT_A_DATE),
        (-3.0, NOT_A_DATE),
        (True, NOT_A_DATE),
    ],
)
def test_what_cannot_be_a_date_is_left_empty(cell: object, trouble: str) -> None:
    assert CALENDAR.read(cell) == ("", trouble)


def test_a_date_that_may_be_read_in_two_ways_keeps_its_year() -> None:
    assert CALENDAR.read("03/04/2016") == ("2016", AMBIGUOUS)
    assert CALENDAR.read("04/04/2016") == ("2016-04-04", "")


def test_serials_follow_the_calendar_of_the_file() -> None:
    assert Calendar(date(2026, 1, 1), 1950, is_1904=True).read(41272.0) == ("2016-12-30", "")


@settings(max_examples=100, deadline=None)
@given(st.dates(date(1950, 1, 1), date(2029, 12, 31)))
def test_every_day_is_read_back(day: date) -> None:
    for form in ("%Y-%m-%d", "%Y.%m.%d", "%Y年%m月%d日", "%Y%m%d", "%d.%m.%Y"):
        assert CALENDAR.read(day.strftime(form)) == (day.isoformat(), "")


@settings(max_examples=200, deadline=None)
@given(st.one_of(st.text(max_size=30), st.floats(), st.integers(), st.booleans()))
def test_no_cell_is_too_odd(cell: object) -> None:
    text, trouble = CALENDAR.read(cell)
    assert not text or text[:4].isdigit()
    assert trouble in {"", NOT_A_DATE, SUSPICIOUS, AMBIGUOUS}
