"""A number and what it adopts in one cell are the number and a statement, never two standards."""

import pytest

from aligner.domain.designation.number_cell import read_number_cell
from aligner.domain.pairs.numbered_statement import number_with_statement


@pytest.mark.parametrize(
    ("text", "degree"),
    [
        ("GB/T 6-2010（≠ISO 6:2004）", "NEQ"),
        ("GB/T 6-2010≡ISO 6:2004", "IDT"),
        ("GB/T 6-2010（NEQ ISO 6:2004）", "NEQ"),
        ("GB/T 6-2010 neq ISO 6:2004", "NEQ"),
        ("GB/T 6-2010（ISO 6:2004，≠）", "NEQ"),
        ("GB/T 6-2010（等同采用ISO 6:2004）", "IDT"),
        ("GB/T 6-2010 非等效ISO 6:2004", "NEQ"),
        ("GB/T 6-2010 (eqv ISO 6:2004)", "MOD"),
        ("GB/T 6-2010≈ISO 6:2004", None),
        ("GB/T 6-2010 (ISO 6:2004, IDT?)", None),
    ],
)
def test_the_degree_beside_an_adopted_number_is_taken_or_left_open(text: str, degree: str | None) -> None:
    together = number_with_statement(text)
    assert together is not None
    number, stated = together
    assert str(number) == "GB/T 6-2010"
    assert [(str(one.designation), one.degree and one.degree.value) for one in stated] == [("ISO 6:2004", degree)]


def test_several_adopted_ones_share_the_degree_before_them() -> None:
    together = number_with_statement("GB/T 6-2010 非等效ISO 6:2004和ISO 7:2005")
    assert together is not None
    assert [(str(one.designation), one.degree) for one in together[1]] == [("ISO 6:2004", "NEQ"), ("ISO 7:2005", "NEQ")]


def test_what_a_dual_number_adopts_is_kept_beside_a_further_one() -> None:
    together = number_with_statement("GB/T 10-2010 idt ISO 10:2004, ISO 11:2004")
    assert together is not None
    assert [(str(one.designation), one.degree) for one in together[1]] == [
        ("ISO 10:2004", "IDT"),
        ("ISO 11:2004", None),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "GB/T 6-2010",
        "GB/T 6-2010、GB/T 7-2010",
        "GB/T 6-2010 齿轮 等同ISO 6:2004",
        "ISO 6:2004 (IDT GB/T 6-2010)",
        "等同",
    ],
)
def test_every_other_text_is_none(text: str) -> None:
    assert number_with_statement(text) is None


@pytest.mark.parametrize(
    "text",
    ["GB/T 6-2010 (基本等同ISO 5:2004)", "GB/T 6-2010 齿轮 ISO 5:2004", "GB/T 6-2010 代替 GB/T 6-1990 等同ISO 5:2004"],
)
def test_an_international_number_behind_a_national_one_is_never_a_standard_of_the_row(text: str) -> None:
    read = read_number_cell(text)
    assert ([str(one) for one in read.numbers], read.rest) == (["GB/T 6-2010"], "ISO 5:2004")
