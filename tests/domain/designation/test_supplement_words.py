"""A supplement that stands beside a number belongs to it, or is told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aligner.domain.designation.supplement_words import plain_supplements
from aligner.domain.pairs.statement import parse_statements

JOINED = [
    *[" & ", " and ", " 及 ", "和", " with ", "，含", " including ", "、", ";", " und ", " и ", " 加 ", ", "],
]
KINDS = [
    ("Amd", "Amd"),
    ("Amendment ", "Amd"),
    ("修改单", "Amd"),
    ("修正案", "Amd"),
    ("Cor. ", "Cor"),
    ("Corrigendum ", "Cor"),
]


@given(st.sampled_from(JOINED), st.sampled_from(KINDS), st.integers(1, 9), st.integers(2000, 2026), st.booleans())
def test_a_supplement_joined_in_words_is_part_of_the_number(
    word: str, kinds: tuple[str, str], number: int, year: int, bracketed: bool
) -> None:
    printed, kind = kinds
    date = f" ({year})" if bracketed else f":{year}"
    statements, untaken = parse_statements(f"ISO 4:1999{word}{printed}{number}{date}", "IDT")
    assert [str(one.designation) for one in statements] == [f"ISO 4:1999/{kind} {number}:{year}"]
    assert untaken == ()


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("ISO 4:2002 (Amd 1:2005)", "ISO 4:2002/Amd 1:2005"),
        ("ISO 4:2002(含Amd 1:2005、Amd 2:2006)", "ISO 4:2002/Amd 1:2005/Amd 2:2006"),
        ("ISO 4:2002 和 ISO 5:2003/Amd 1:2005", "ISO 4:2002 和 ISO 5:2003/Amd 1:2005"),
        ("ISO 4:2002+Amd1:2005", "ISO 4:2002+Amd1:2005"),
        ("Amd 1:2005", "Amd 1:2005"),
    ],
)
def test_supplements_as_signs(text: str, plain: str) -> None:
    assert plain_supplements(text) == plain


@pytest.mark.parametrize("text", ["ISO 4:2002（IDT，含Amd 1:2005）", "ISO 4:2002 tillsammans med Amd 1:2005"])
def test_a_supplement_that_no_number_took_is_told(text: str) -> None:
    _, untaken = parse_statements(text, "IDT")
    assert any("Amd 1" in one.text for one in untaken)
