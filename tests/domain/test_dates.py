"""Dates with the precision that was printed."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aligner.domain.dates import first_day, middle_day, months_between


@pytest.mark.parametrize(
    ("text", "first", "middle"),
    [
        ("2016-12-30", date(2016, 12, 30), date(2016, 12, 30)),
        ("2016-12", date(2016, 12, 1), date(2016, 12, 15)),
        ("2016", date(2016, 1, 1), None),
        ("", None, None),
    ],
)
def test_each_precision_has_a_first_and_a_middle_day(text: str, first: date | None, middle: date | None) -> None:
    assert (first_day(text), middle_day(text)) == (first, middle)


def test_a_year_is_twelve_average_months() -> None:
    assert round(months_between(date(2015, 1, 1), date(2019, 1, 1)), 6) == 48


@given(st.dates(), st.dates())
def test_a_span_back_is_the_negative_of_the_span_forth(one: date, other: date) -> None:
    assert months_between(one, other) == -months_between(other, one)
