import pytest
from hypothesis import given
from hypothesis import strategies as st

from aligner.domain.designation.columns import joined_number, publisher_in_heading, with_publisher


@pytest.mark.parametrize(
    ("number", "part", "year", "joined"),
    [
        ("ISO 10303", "11", "2004", "ISO 10303-11:2004"),
        ("ISO 10303", "Part 11", "", "ISO 10303-11"),
        ("ISO 10303", "1.0", "2024.0", "ISO 10303-1:2024"),
        ("ISO 105", "A01", "2010", "ISO 105-A01:2010"),
        ("ISO 9001", "", "2015", "ISO 9001:2015"),
        ("ISO 9001", "—", "2015年", "ISO 9001:2015"),
        ("GB/T 19001", "", "2016", "GB/T 19001-2016"),
        ("GB/T 228", "1", "2021", "GB/T 228.1-2021"),
        ("IS 2500", "1", "2000", "IS 2500 (Part 1):2000"),
        ("GB/T 19001-2016", "", "2017", "GB/T 19001-2016"),
        ("see annex", "1", "2", "see annex"),
    ],
)
def test_number_part_and_year_of_columns_of_their_own(number: str, part: str, year: str, joined: str) -> None:
    assert joined_number(number, part, year) == joined


@pytest.mark.parametrize(
    ("text", "publisher", "whole"),
    [
        ("19001-2016", "GB/T", "GB/T 19001-2016"),
        ("9001：2015（IDT）", "ISO", "ISO 9001：2015（IDT）"),
        ("4014:2011；4017:2011", "ISO", "ISO 4014:2011；ISO 4017:2011"),
        ("5782-2016\n5783-2016", "GB/T", "GB/T 5782-2016\nGB/T 5783-2016"),
        ("ISO 9001:2015", "ISO", "ISO 9001:2015"),
        ("合计", "GB/T", "合计"),
        ("", "ISO", ""),
        ("9001", "", "9001"),
    ],
)
def test_a_number_gets_the_body_that_its_heading_names(text: str, publisher: str, whole: str) -> None:
    assert with_publisher(text, publisher) == whole


@pytest.mark.parametrize(
    ("heading", "publisher"),
    [
        *[
            ("GB/T标准号", "GB/T"),
            ("GB标准号", "GB"),
            ("ISO标准号", "ISO"),
            ("ISO/IEC No.", "ISO/IEC"),
            ("IEC/ISO", "ISO/IEC"),
        ],
        *[
            ("JB/T 编号", "JB/T"),
            ("DIN-Nr.", "DIN"),
            ("标准号", ""),
            ("ICS", ""),
            ("Status", ""),
            ("采用国际标准号", ""),
        ],
    ],
)
def test_the_body_in_a_heading(heading: str, publisher: str) -> None:
    assert publisher_in_heading(heading) == publisher


@given(st.integers(100, 99999), st.integers(1, 99), st.integers(1950, 2026))
def test_what_columns_hold_is_joined_to_the_number_that_is_printed_whole(number: int, part: int, year: int) -> None:
    assert joined_number(f"ISO {number}", str(part), str(year)) == f"ISO {number}-{part}:{year}"
    assert joined_number(f"GB/T {number}", str(part), str(year)) == f"GB/T {number}.{part}-{year}"
