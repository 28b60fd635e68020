"""Designations of Chinese industry standards against two letters and a number of anything."""

import pytest

from aligner.domain.designation.designation import Designation
from aligner.domain.designation.parser import parse_designation


@pytest.mark.parametrize("text", ["HB 1", "HB 12", "QB 12", "NB 99", "HB 12-20XX"])
def test_two_letters_and_a_number_of_up_to_two_digits_are_no_designation(text: str) -> None:
    assert not isinstance(parse_designation(text), Designation)


@pytest.mark.parametrize("text", ["HB 123", "NB 100", "HB/T 12", "HB 12-2010", "GB 12"])
def test_three_digits_a_year_a_type_or_a_national_code_make_it_one(text: str) -> None:
    assert str(parse_designation(text)) == text
