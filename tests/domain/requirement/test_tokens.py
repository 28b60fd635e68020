"""Signs and numbers of a requirement: when a minus belongs to the number behind it."""

from fractions import Fraction

import pytest

from aligner.domain.requirement.reading import read_requirement
from aligner.domain.requirement.requirement import Requirement, Shape


def ends(requirement: Requirement) -> tuple[Fraction | None, Fraction | None]:
    return (
        requirement.low.value if requirement.low else None,
        requirement.high.value if requirement.high else None,
    )


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("-5", "-5", "-5"),
        ("−40 ~ 85", "-40", "85"),
        ("50-60", "50", "60"),
        ("50 - 60", "50", "60"),
        ("50 – 60", "50", "60"),
        ("50 −0.1 −0.3", "49.7", "49.9"),
        ("50 -0.1 -0.3", "49.7", "49.9"),
    ],
)
def test_a_minus_is_the_sign_of_a_number_only_with_a_blank_before_it_and_none_behind(
    text: str, low: str, high: str
) -> None:
    assert ends(read_requirement(text)) == (Fraction(low), Fraction(high))


def test_a_single_minus_that_may_be_either_is_not_guessed() -> None:
    assert read_requirement("50 −60").shape is Shape.WORDS
