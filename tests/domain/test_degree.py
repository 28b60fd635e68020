import pytest
from hypothesis import given
from hypothesis import strategies as st

from aligner.domain.degree import Degree, is_adoption, parse_degree, strongest, weakest


@pytest.mark.parametrize(
    "text",
    [
        *["IDT", "idt", " IDT ", "（IDT）", "ＩＤＴ", "identical", "Identical under dual numbering", "IDT。", "≡"],
        *["等同", "等同采用", "一致", "一致している", "идентичный", "ИДТ"],
    ],
)
def test_identical_in_every_language(text: str) -> None:
    read = parse_degree(text)
    assert read is not None
    assert (read.degree, read.legacy, read.needs_review) == (Degree.IDT, None, False)


@pytest.mark.parametrize(
    "text", ["MOD", "mod", "M", "modified", "修改", "修改采用", "修正している", "модифицированный"]
)
def test_modified_in_every_language(text: str) -> None:
    read = parse_degree(text)
    assert read is not None
    assert (read.degree, read.legacy) == (Degree.MOD, None)


@pytest.mark.parametrize(
    "text", ["NEQ", "neq", "非等效", "非等效采用", "不等效", "≠", "Not Equivalent", "неэквивалентный", "同等でない"]
)
def test_not_equivalent_is_never_taken_for_equivalent(text: str) -> None:
    read = parse_degree(text)
    assert read is not None
    assert (read.degree, read.legacy) == (Degree.NEQ, None)


@pytest.mark.parametrize(
    "text", ["eqv", "EQV", "等效", "等效采用", "=", "＝", "≈", "Technically Equivalent", "equivalent"]
)
def test_equivalent_counts_as_modified_and_asks_for_review(text: str) -> None:
    read = parse_degree(text)
    assert read is not None
    assert (read.degree, read.legacy, read.needs_review) == (Degree.MOD, "EQV", True)


@pytest.mark.parametrize("text", ["REF", "参照", "参考", "参照采用"])
def test_reference_counts_as_not_equivalent_and_asks_for_review(text: str) -> None:
    read = parse_degree(text)
    assert read is not None
    assert (read.degree, read.legacy, read.needs_review) == (Degree.NEQ, "REF", True)


@pytest.mark.parametrize("text", ["无", "非采标", "N/A", "none", "нет", "Indigenous"])
def test_nothing_adopted_is_read_but_is_no_degree(text: str) -> None:
    read = parse_degree(text)
    assert read is not None
    assert read.degree is None


@pytest.mark.parametrize("text", ["", "  ", "—", "-", "2016", "质量管理体系", "第1号修改单", "model", "mode"])
def test_other_texts_state_no_degree(text: str) -> None:
    assert parse_degree(text) is None


def test_the_printed_code_is_kept() -> None:
    read = parse_degree(" 等效采用 ")
    assert read is not None
    assert read.raw == "等效采用"


def test_only_identical_and_modified_are_adoption() -> None:
    assert [degree for degree in (*Degree, None) if is_adoption(degree)] == [Degree.IDT, Degree.MOD]


def test_identical_is_stronger_than_modified_than_not_equivalent() -> None:
    assert weakest([Degree.IDT, Degree.NEQ, Degree.MOD]) is Degree.NEQ
    assert strongest([Degree.NEQ, Degree.MOD]) is Degree.MOD
    assert weakest([]) is None


@given(st.text(max_size=40))
def test_any_text_is_read_without_exception(text: str) -> None:
    read = parse_degree(text)
    assert read is None or read.raw == text.strip()
