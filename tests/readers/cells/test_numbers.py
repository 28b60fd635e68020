"""Numbers of standards as derived columns."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aligner.readers.cells.numbers import DERIVED, describe, described, related_of, statements_of, with_number

PARTS = st.lists(st.integers(1, 1899).map(str), max_size=2).map(lambda parts: "".join(f"-{part}" for part in parts))
YEARS = st.sampled_from(["", ":1987", ":2015", ":2024"])
HEADS = st.sampled_from(["ISO", "IEC", "ISO/IEC", "ISO/TR", "ISO/TS", "IEC TR", "IEC TS", "ISO/IEC TR", "ISO/IEC TS"])
SUPPLEMENTS = st.sampled_from(["", "", "/Amd 1:2022", "/Cor 2:2019", "/AMD1:2013", "/Amd 10:2001"])
INTERNATIONAL = st.tuples(HEADS, st.integers(1, 99999).map(lambda number: f" {number}"), PARTS, YEARS, SUPPLEMENTS).map(
    "".join
)
CHINESE = st.tuples(
    st.sampled_from(["GB", "GB/T", "GB/Z"]),
    st.integers(1, 999999).map(lambda number: f" {number}"),
    st.sampled_from(["", ".1", ".23"]),
    st.sampled_from(["-1987", "-2016"]),
).map("".join)
JAPANESE = st.tuples(
    st.sampled_from(["JIS C ", "JIS Z ", "JIS Q ", "JIS X "]),
    st.integers(1000, 99999).map(str),
    PARTS,
    st.sampled_from([":1987", ":2016"]),
).map("".join)


@settings(max_examples=300, deadline=None)
@given(st.one_of(INTERNATIONAL, CHINESE, JAPANESE))
def test_the_short_way_says_what_the_long_way_says(number: str) -> None:
    assert describe(number) == described(number)


def test_a_number_tells_work_family_and_year() -> None:
    told = dict(zip(DERIVED, describe("ＧＢ／Ｔ　２００００．２—２００９"), strict=True))
    assert told["designation"] == "GB/T 20000.2-2009"
    assert (told["work"], told["family"], told["year"]) == ("GB/T 20000.2", "GB/T 20000", 2009)
    assert told["printed"] == "ＧＢ／Ｔ　２００００．２—２００９"
    assert told["understood"]


def test_the_mark_of_an_adopting_standard_is_no_part_of_its_number() -> None:
    assert describe("GB/T 19001-2016 采")[0] == "GB/T 19001-2016"


def test_a_number_that_is_not_understood_names_itself() -> None:
    told = dict(zip(DERIVED, describe(" 待定 "), strict=True))
    assert (told["designation"], told["work"], told["understood"]) == ("待定", "待定", False)


@pytest.mark.parametrize(
    ("cell", "designations", "ids"),
    [
        ("[72140, 5]", [], ["72140", "5"]),
        ("[72140]", [], ["72140"]),
        (72140.0, [], ["72140"]),
        ("GB/T 1.1-2009；GB/T 1.2-2002", ["GB/T 1.1-2009", "GB/T 1.2-2002"], []),
        ("", [], []),
        ("无", [], []),
        ("[]", [], []),
    ],
)
def test_replaced_standards_are_designations_or_identifiers(
    cell: object, designations: list[str], ids: list[str]
) -> None:
    assert related_of(cell) == (designations, ids)


def test_a_dual_number_completes_what_the_cells_state() -> None:
    by_number = describe("GB/T 19001-2016/ISO 9001:2015")[-1]
    assert with_number([], by_number) == by_number
    assert by_number[0][:2] == ["ISO 9001:2015", "IDT"]
    stated, strange = statements_of("ISO 9001:2015", "")
    assert not strange
    assert with_number(stated, by_number)[0][:2] == ["ISO 9001:2015", "IDT"]
    assert len(with_number(stated, by_number)) == 1


def test_what_the_cells_state_goes_before_the_number() -> None:
    by_number = describe("GB/T 19001-2016/ISO 9001:2015")[-1]
    stated, _ = statements_of("ISO 9001:2015", "MOD")
    assert with_number(stated, by_number)[0][1] == "MOD"
