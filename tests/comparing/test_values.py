"""What values mean as they stand in standards: values.csv lists them all."""

import csv
from fractions import Fraction
from pathlib import Path

import pytest

from aligner.domain.requirement import Bound, Requirement, Shape
from aligner.domain.requirement_numbers import decimal_text
from aligner.domain.requirement_reading import read_requirement

with (Path(__file__).parent / "values.csv").open(encoding="utf-8", newline="") as file:
    VALUES = list(csv.DictReader(file))


def told(requirement: Requirement) -> str:
    """What a requirement was understood as, in the notation of values.csv."""
    if requirement.doubt:
        return "doubt"
    match requirement.shape:
        case Shape.VALUE:
            return f"= {amount(requirement.low)}"
        case Shape.LIMIT if requirement.low is None and requirement.high is not None:
            return f"{'≤' if requirement.high.is_closed else '<'} {amount(requirement.high)}"
        case Shape.LIMIT if requirement.low is not None:
            return f"{'≥' if requirement.low.is_closed else '>'} {amount(requirement.low)}"
        case Shape.RANGE if requirement.low is not None and requirement.high is not None:
            low, high = amount(requirement.low), amount(requirement.high)
            return (
                f"{low}{'' if requirement.low.is_closed else ' <'} … {'' if requirement.high.is_closed else '< '}{high}"
            )
        case Shape.LIST if requirement.items:
            return f"list {', '.join(map(amount, requirement.items))}"
        case Shape.LIST:
            return f"words {', '.join(requirement.words)}"
    return requirement.shape.value


def amount(bound: Bound | None) -> str:
    assert bound is not None
    return f"{decimal_text(bound.value)} {bound.unit}".strip()


@pytest.mark.parametrize("row", VALUES, ids=lambda row: f"{row['written']} | {row['unit']}")
def test_a_value_is_understood_as_listed(row: dict[str, str]) -> None:
    assert told(read_requirement(row["written"], row["unit"])) == row["understood"]


def test_three_hundred_values_are_listed_and_none_twice() -> None:
    listed = [(row["written"], row["unit"]) for row in VALUES]
    assert len(listed) >= 300
    assert len(set(listed)) == len(listed)


def test_numbers_are_exact() -> None:
    low = read_requirement("0.1 mm").low
    assert low is not None
    assert low.value == Fraction(1, 10)


def test_a_requirement_keeps_its_text_as_written() -> None:
    assert read_requirement(" 10² ｍｍ ").written == "10² ｍｍ"


def test_a_very_long_text_is_words() -> None:
    assert read_requirement("≤ 5 mm " * 100).shape is Shape.WORDS


@pytest.mark.parametrize(
    "text", ["1" * 500, "9" * 30 + "E99", "(" * 150, "1 000 " * 30, "+-" * 90, "５" * 190, "A、" * 90]
)
def test_no_text_takes_long_or_fails(text: str) -> None:
    assert read_requirement(text).written == text.strip()
