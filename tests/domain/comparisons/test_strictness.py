"""Which of two requirements is the stricter one, end by end (domain.md 8.6)."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aligner.domain.comparisons.comparison import ComparisonVerdict
from aligner.domain.comparisons.strictness import AT_THE_EDGE, are_same, judge_intervals
from aligner.domain.requirement.requirement import End, Interval

EQUAL, STRICTER = ComparisonVerdict.EQUAL, ComparisonVerdict.STRICTER
LOOSER = ComparisonVerdict.LOOSER
TEXTS = {"national": "ours", "international": "theirs"}
BILLIONTH = Fraction(1, 10**9)


def verdict(national: Interval, international: Interval) -> ComparisonVerdict:
    return judge_intervals(national, international, TEXTS).verdict


def between(low: int | None, high: int | None) -> Interval:
    return Interval(
        None if low is None else End(Fraction(low)),
        None if high is None else End(Fraction(high)),
    )


@given(number=st.fractions(min_value=Fraction(1, 1000), max_value=10**9))
def test_numbers_are_the_same_up_to_a_billionth_of_the_greater_one(number: Fraction) -> None:
    assert are_same(number, number * (1 - BILLIONTH))
    assert are_same(-number, -number * (1 - BILLIONTH))
    assert not are_same(number, number * (1 - BILLIONTH * Fraction(101, 100)))
    assert not are_same(number, -number)


@pytest.mark.parametrize(
    ("national", "international", "expected"),
    [
        (between(11, None), between(10, None), STRICTER),
        (between(9, None), between(10, None), LOOSER),
        (between(None, 9), between(None, 10), STRICTER),
        (between(None, 11), between(None, 10), LOOSER),
        (between(10, 20), between(10, None), STRICTER),
        (between(10, None), between(10, 20), LOOSER),
        (between(11, 19), between(10, 20), STRICTER),
        (between(10, 20), between(10, 20), EQUAL),
    ],
)
def test_a_higher_low_end_and_a_lower_high_end_are_stricter(
    national: Interval, international: Interval, expected: ComparisonVerdict
) -> None:
    assert verdict(national, international) is expected


@pytest.mark.parametrize(("national", "international", "strictly"), [(False, True, STRICTER), (True, False, LOOSER)])
def test_an_end_that_only_one_allows_is_a_boundary_case(
    national: bool, international: bool, strictly: ComparisonVerdict
) -> None:
    ours, theirs = (Interval(None, End(Fraction(75), is_closed)) for is_closed in (national, international))
    judged = judge_intervals(ours, theirs, TEXTS)
    assert (judged.verdict, judged.strictly, judged.template) == (EQUAL, strictly, AT_THE_EDGE)
