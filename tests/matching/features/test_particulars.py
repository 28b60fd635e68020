"""Numbers and letters inside titles."""

import pytest

from ..one_pair import gears, iso_gears, measured


@pytest.mark.parametrize(
    ("ours", "theirs", "value"),
    [
        ("Test Kc", "Test Kc", 1.0),
        ("Test Kc", "Test Kd", 0.0),
        ("Sheets of 2 mm and 5 mm", "Sheets of 2 mm and 6 mm", 0.4 / 3),
        ("Sheets of 2 mm", "Sheets", 0.0),
        ("Sheets", "Sheets", 0.5),
    ],
)
def test_numbers_and_letters_in_titles_are_compared(ours: str, theirs: str, value: float) -> None:
    assert measured("numbers in the title", gears(title=ours), iso_gears(title=theirs))[0] == pytest.approx(value)
