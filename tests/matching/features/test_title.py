"""Likeness of two titles."""

import pytest
from standards_tables import a_standard

from ..one_pair import gears, iso_gears, measured


def test_titles_without_a_word_in_common_are_not_alike() -> None:
    assert measured("title", gears(title="Tea"), iso_gears())[0] < 0.3
    assert measured("title", gears(), iso_gears())[0] == pytest.approx(1.0)
    assert measured("title", a_standard("GB/T 1-2010", title="齿轮"), iso_gears())[0] == 0.0
