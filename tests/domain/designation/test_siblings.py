import pytest
from hypothesis import given
from hypothesis import strategies as st

from aligner.domain.designation.designation import Designation, NotUnderstood
from aligner.domain.designation.parser import parse_designation, parse_designations, render
from aligner.domain.designation.siblings import sibling


def number(text: str) -> Designation:
    designation = parse_designation(text)
    assert isinstance(designation, Designation), text
    return designation


def read(cell: str) -> list[str]:
    """The numbers of a cell; what is not understood stands after a question mark."""
    found = parse_designations(cell)
    return [f"? {one.text}" if isinstance(one, NotUnderstood) else str(one) for one in found]


@pytest.mark.parametrize(
    ("cell", "numbers"),
    [
        ("ISO 105-A01、A02", ["ISO 105-A01", "ISO 105-A02"]),
        ("ISO 105-A01,A02", ["ISO 105-A01", "ISO 105-A02"]),
        ("ISO 683-1,2、-3", ["ISO 683-1", "ISO 683-2", "ISO 683-3"]),
        ("ISO 683-1 and -2", ["ISO 683-1", "ISO 683-2"]),
        ("IEC 60335-1/-2", ["IEC 60335-1", "IEC 60335-2"]),
        ("IEC 60335-1 和 -2-6", ["IEC 60335-1", "IEC 60335-2-6"]),
        ("IEC 61000-4-2,-3,-4", ["IEC 61000-4-2", "IEC 61000-4-3", "IEC 61000-4-4"]),
        ("IEC 61000-4-2、4-3", ["IEC 61000-4-2", "IEC 61000-4-3"]),
        ("JIS C 5101-1、-2", ["JIS C 5101-1", "JIS C 5101-2"]),
        ("ISO/IEC 8802-3, -4", ["ISO/IEC 8802-3", "ISO/IEC 8802-4"]),
        ("等同采用ISO 683-1、-2", ["ISO 683-1", "ISO 683-2"]),
    ],
)
def test_a_part_may_be_named_after_its_sibling(cell: str, numbers: list[str]) -> None:
    assert read(cell) == numbers


@pytest.mark.parametrize(
    ("cell", "numbers"),
    [
        ("ISO 9001、14001", ["ISO 9001", "ISO 14001"]),
        ("ISO 9001:2015、14001:2015", ["ISO 9001:2015", "ISO 14001:2015"]),
        ("ISO 9001:2015/14001:2015", ["ISO 9001:2015", "ISO 14001:2015"]),
        ("ISO 1101、1660、5458:1987", ["ISO 1101", "ISO 1660", "ISO 5458:1987"]),
        ("ISO 683-1、683-2", ["ISO 683-1", "ISO 683-2"]),
        ("ISO 9001 (IDT)、14001 (MOD)", ["ISO 9001", "ISO 14001"]),
        ("JB/T 1234、1235-2010", ["JB/T 1234", "JB/T 1235-2010"]),
    ],
)
def test_a_number_may_leave_out_the_body_named_before(cell: str, numbers: list[str]) -> None:
    assert read(cell) == numbers


@pytest.mark.parametrize(
    ("cell", "numbers"),
    [
        ("GB/T 1234.1、.2—2010", ["GB/T 1234.1-2010", "GB/T 1234.2-2010"]),
        ("GB/T 1234.1/.2-2010", ["GB/T 1234.1-2010", "GB/T 1234.2-2010"]),
        ("ISO 3382-1/-2/-3:2012", ["ISO 3382-1:2012", "ISO 3382-2:2012", "ISO 3382-3:2012"]),
        ("GB/T 1234.1—2010、.2—2012", ["GB/T 1234.1-2010", "GB/T 1234.2-2012"]),
        ("ISO 683-1:2016, -2", ["ISO 683-1:2016", "ISO 683-2"]),
        ("ISO 683-1、ISO 683-2:2016", ["ISO 683-1", "ISO 683-2:2016"]),
    ],
)
def test_a_year_that_closes_a_list_of_parts_is_the_year_of_all(cell: str, numbers: list[str]) -> None:
    assert read(cell) == numbers


@pytest.mark.parametrize(
    ("cell", "numbers"),
    [
        ("ISO 9001、2015", ["ISO 9001", "? 2015"]),
        ("ISO 1、2", ["ISO 1", "? 2"]),
        ("ISO 9001:2015, 27 pages", ["ISO 9001:2015"]),
        ("GB/T 2828.1-2012/ISO 2859-1:1999、-2", ["GB/T 2828.1-2012/ISO 2859-1:1999", "? 2"]),
        ("ISO/DIS 683-1、-2", ["ISO/DIS 683-1", "? 2"]),
        ("JIS C 7709-2に規定するE12、E17", ["JIS C 7709-2", "? E17"]),
        ("EN 60335-1:2012, A1:2014", ["EN 60335-1:2012/A1:2014"]),
        ("IEC 60695-2-1/1", ["IEC 60695-2-1/1"]),
    ],
)
def test_what_may_mean_something_else_is_not_guessed(cell: str, numbers: list[str]) -> None:
    assert read(cell) == numbers


_SEGMENT = st.integers(1, 999).map(str)


@given(st.integers(1, 99999), _SEGMENT, st.lists(_SEGMENT, min_size=1, max_size=3), st.none() | st.integers(1960, 2026))
def test_every_part_of_a_list_is_read_and_printed_back(
    main: int, first: str, more: list[str], year: int | None
) -> None:
    closing = f":{year}" if year else ""
    cell = f"ISO {main}-{first}" + "".join(f"、-{part}" for part in more) + closing
    found = parse_designations(cell)
    assert [str(one) for one in found] == [f"ISO {main}-{part}{closing}" for part in [first, *more]]
    assert all(isinstance(one, Designation) and parse_designation(render(one)) == one for one in found)


@given(st.text(st.sampled_from("0123456789-.:ABé "), max_size=12))
def test_a_sibling_is_a_designation_that_can_be_printed_and_read(short: str) -> None:
    found = sibling(number("IEC 60335-2-6:2014"), short)
    assert found is None or parse_designation(render(found)) == found
