"""Where there is little room, the year of a number is the last to go."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aligner.gui.words.numbers import DOTS, shortened_number

heads = st.text("GBTISOEC/ 0123456789.", min_size=1, max_size=30)
years = st.builds("{}{}".format, st.sampled_from(":-—"), st.integers(1900, 2099))


@given(heads, years, st.integers(0, 40))
def test_the_year_is_always_there(head: str, year: str, room: int) -> None:
    shown = shortened_number(head + year, lambda part: len(part) <= room)
    assert shown.endswith(year)
    assert (head + year).startswith(shown.removesuffix(year).removesuffix(DOTS))


@given(heads, years, st.integers(0, 40))
def test_it_takes_the_room_there_is(head: str, year: str, room: int) -> None:
    whole = head + year
    shown = shortened_number(whole, lambda part: len(part) <= room)
    if len(whole) <= room:
        assert shown == whole
    else:
        assert len(shown) <= max(room, len(DOTS + year))


@pytest.mark.parametrize(
    ("number", "room", "shown"),
    [
        ("GB/T 19001-2016", 12, "GB/T 1…-2016"),
        ("ISO 9001:2015/Amd 1:2024", 14, "ISO 9001…:2024"),
        ("ISO 9001:2015 (stated)", 18, "ISO…:2015 (stated)"),
        ("GB/T 19001-2016", 3, "…-2016"),
        ("ISO 9001", 6, "ISO 9…"),
        ("", 0, ""),
    ],
)
def test_what_is_left_out_comes_before_the_year(number: str, room: int, shown: str) -> None:
    assert shortened_number(number, lambda part: len(part) <= room) == shown
