"""Requirements read from their text: which ends they have, and whether the ends themselves are allowed."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aligner.domain.requirement.reading import read_requirement
from aligner.domain.requirement.requirement import Bound, Shape

SIGNS = {">": ("low", False), "≥": ("low", True), "<": ("high", False), "≤": ("high", True)}


@pytest.mark.parametrize("sign", SIGNS)
@given(number=st.integers(0, 10**6))
def test_a_sign_tells_which_end_is_limited_and_whether_it_is_allowed(sign: str, number: int) -> None:
    end, is_closed = SIGNS[sign]
    requirement = read_requirement(f"{sign} {number} mm")
    other = "high" if end == "low" else "low"
    assert requirement.shape is Shape.LIMIT
    assert getattr(requirement, end) == Bound(Fraction(number), "mm", is_closed)
    assert getattr(requirement, other) is None


@pytest.mark.parametrize("lower", [">", "≥"])
@pytest.mark.parametrize("upper", ["<", "≤"])
@given(low=st.integers(0, 1000), width=st.integers(1, 1000))
def test_two_limits_are_one_range_in_whatever_order_they_are_written(
    lower: str, upper: str, low: int, width: int
) -> None:
    high = low + width
    turned = {">": "<", "≥": "≤", "<": ">", "≤": "≥"}
    for text in (
        f"{lower} {low} and {upper} {high}",
        f"{upper} {high} and {lower} {low}",
        f"{low} {turned[lower]} x {upper} {high}",
        f"{high} {turned[upper]} x {lower} {low}",
    ):
        requirement = read_requirement(text, "mm")
        assert requirement.shape is Shape.RANGE
        assert requirement.low == Bound(Fraction(low), "mm", lower == "≥")
        assert requirement.high == Bound(Fraction(high), "mm", upper == "≤")


def test_the_order_of_two_deviations_says_nothing() -> None:
    expected = (Bound(Fraction("49.7")), Bound(Fraction("49.9")))
    for text in ("50 −0.1 −0.3", "50 −0.3 −0.1"):
        requirement = read_requirement(text)
        assert (requirement.low, requirement.high) == expected
