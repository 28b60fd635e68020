"""What equal and unequal numbers say."""

import pytest

from ..one_pair import gears, iso_gears, measured


@pytest.mark.parametrize(
    ("ours", "theirs", "value"),
    [
        ("GB/T 21940.11-2010", "ISO 21940-11:2005", 1.0),
        ("GB/T 21940.12-2010", "ISO 21940-11:2005", 0.0),
        ("GB/T 2108-2010", "ISO 2108:2005", 0.75),
        ("GB/T 2109-2010", "ISO 2108:2005", 0.5),
    ],
)
def test_equal_numbers_are_a_hint_and_other_parts_of_a_long_number_a_contradiction(
    ours: str, theirs: str, value: float
) -> None:
    assert measured("numbers", gears(ours), iso_gears(theirs))[0] == pytest.approx(value, abs=1e-3)


def test_equal_numbers_say_nothing_when_the_titles_share_no_word() -> None:
    value, texts = measured("numbers", gears("GB/T 21940-2010", title="Tea"), iso_gears("ISO 21940:2005"))
    assert value == pytest.approx(0.5)
    assert texts == ("GB/T 21940", "ISO 21940")
