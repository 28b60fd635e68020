"""Kelvins beside degrees: whether a temperature or a difference of temperatures is meant."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aligner.comparing.measures import Measure, are_high_kelvins, is_temperature, measure_of
from aligner.domain.requirement.reading import read_requirement
from aligner.domain.requirement.requirement import Requirement


def measured(text: str) -> tuple[Requirement, Measure]:
    requirement = read_requirement(text)
    measure = measure_of(requirement)
    assert measure is not None
    return requirement, measure


@pytest.mark.parametrize(
    ("indicator", "expected"),
    [
        ("表面温度", True),
        ("Surface temperature", True),
        ("表面温升", False),
        ("温度偏差", False),
        ("temperature rise", False),
        ("长度", False),
        ("", False),
    ],
)
def test_a_name_speaks_of_temperatures_unless_it_speaks_of_their_difference(indicator: str, expected: bool) -> None:
    assert is_temperature(indicator) is expected


@given(low=st.integers(0, 400), width=st.integers(0, 400))
def test_kelvins_are_high_when_every_one_of_them_is_150_or_more(low: int, width: int) -> None:
    assert are_high_kelvins(measured(f"{low} K ~ {low + width} K")) is (low >= 150)


@pytest.mark.parametrize(("text", "expected"), [("≤ 149 K", False), ("≤ 150 K", True), ("≥ 150 K", True)])
def test_one_limit_in_kelvins_is_high_from_150_on(text: str, expected: bool) -> None:
    assert are_high_kelvins(measured(text)) is expected


def test_degrees_are_temperatures_however_low() -> None:
    assert are_high_kelvins(measured("-40 ℃"))
