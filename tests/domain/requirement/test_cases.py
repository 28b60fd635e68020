"""Requirements under conditions: which part of a text is the condition."""

import pytest

from aligner.domain.requirement.cases import read_cases


@pytest.mark.parametrize("text", ["≥ 235 MPa, t ≤ 16 mm", "t ≤ 16 mm, ≥ 235 MPa", "≥ 235 MPa，t ≤ 16 mm"])
def test_what_limits_something_with_a_name_and_in_another_unit_is_the_condition(text: str) -> None:
    (case,) = read_cases(text)
    assert case.condition is not None
    assert (case.requirement.written, case.condition.written) == ("≥ 235 MPa", "t ≤ 16 mm")


@pytest.mark.parametrize(
    "text",
    [
        "≥ 235 mm, t ≤ 16 mm",
        "b ≥ 235 MPa, t ≤ 16 mm",
        "≥ 235 MPa, t ≤ 16 mm, b ≤ 5 s",
        "≥ 235 MPa",
    ],
)
def test_without_one_named_side_in_another_unit_a_comma_parts_no_condition(text: str) -> None:
    (case,) = read_cases(text)
    assert case.condition is None
    assert case.requirement.written == text
