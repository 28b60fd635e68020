"""What values mean as they stand in standards: values.csv lists them all."""

import csv
from fractions import Fraction
from pathlib import Path

import pytest

from aligner.domain.requirement.cases import read_cases, understood_cases
from aligner.domain.requirement.reading import read_requirement
from aligner.domain.requirement.requirement import Shape

with (Path(__file__).parent / "values.csv").open(encoding="utf-8", newline="") as file:
    VALUES = list(csv.DictReader(file))


@pytest.mark.parametrize("row", VALUES, ids=lambda row: f"{row['written']} | {row['unit']}")
def test_a_value_is_understood_as_listed(row: dict[str, str]) -> None:
    cases = read_cases(row["written"], row["unit"])
    requirement = cases[0].requirement
    shape = "cases" if len(cases) > 1 else "doubt" if requirement.doubt else requirement.shape.value
    assert (shape, understood_cases(cases)) == (row["shape"], row["understood"])


@pytest.mark.parametrize("text", sorted({row["understood"] for row in VALUES}))
def test_what_was_understood_means_the_same_when_it_is_read_again(text: str) -> None:
    assert understood_cases(read_cases(text)) == text


def test_values_of_all_kinds_are_listed_and_none_twice() -> None:
    listed = [(row["written"], row["unit"]) for row in VALUES]
    assert len(listed) >= 480
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
