import pytest
from hypothesis import given
from hypothesis import strategies as st

from aligner.domain.degree import (
    ALTERNATIVES,
    SIGN,
    UNASSIGNED,
    Degree,
    agreed,
    is_adoption,
    parse_degree,
    parse_degrees,
    strongest,
    weakest,
)


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


@pytest.mark.parametrize("text", ["eqv", "EQV", "等效", "等效采用", "=", "＝", "Technically Equivalent", "equivalent"])
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


@pytest.mark.parametrize(
    "text", ["未采用", "不采用", "没有采用国际标准", "not adopted", "no adoption", "採用していない", "не принят"]
)
def test_not_adopted_adopts_nothing(text: str) -> None:
    read = parse_degree(text)
    assert read is not None
    assert read.is_nothing


@pytest.mark.parametrize(
    "text",
    [
        *[
            "不一致",
            "与国际标准不一致",
            "不等同",
            "非等同",
            "非IDT",
            "非 MOD",
            "未等同采用",
            "没有等同采用",
            "不是等同",
        ],
        *["并非严格意义上的等同", "未完全等同", "不能认为等同", "不相一致", "未修改采用"],
        *["Not identical", "non-identical", "nonidentical", "isn't identical", "not fully identical", "Identical: no"],
        *["not adopted as identical", "neither identical nor modified", "not modified", "not technically equivalent"],
        *["cannot be regarded as identical", "without being identical", "not IDT or MOD"],
        *["一致していない", "一致しない", "修正していない", "同一ではない", "変更なし"],
        *["не идентичен", "неидентичный", "не модифицированный", "не полностью идентичен"],
        *["nicht identisch", "nicht modifiziert", "pas identique", "비동일", "동일하지 않음"],
        *["no longer identical", "不再等同", "больше не идентичен", "nicht mehr identisch"],
    ],
)
def test_a_denied_degree_is_not_taken(text: str) -> None:
    read = parse_degree(text)
    assert read is not None
    assert read.degree is None
    assert read.doubt


@pytest.mark.parametrize(
    "text",
    [
        *[
            "基本一致",
            "基本等同",
            "部分等同",
            "大致等同采用",
            "等同（部分）",
            "等同采用 （部分）",
            "部分采用",
            "不完全等同",
        ],
        *["partly identical", "mostly identical", "identical except clause 8", "nearly IDT", "identical in part"],
        *["ほぼ一致", "概ね一致", "一部修正", "частично идентичен", "в основном идентичен", "weitgehend identisch"],
        *["拟等同采用", "即将等同采用", "计划修改采用", "soon to be identical", "will be identical", "暂未采用"],
        *["原等同采用", "formerly identical", "ранее идентичный"],
        *["可能等同", "maybe identical", "IDT，待确认", "IDT（待确认）", "等同(暂定)", "MOD, to be confirmed"],
        *["IDT?", "IDT（？）", "是否等同", "идентичен?", "≈", "≈ MOD?"],
    ],
)
def test_a_weakened_announced_or_open_degree_is_not_taken(text: str) -> None:
    read = parse_degree(text)
    assert read is not None
    assert read.degree is None
    assert read.doubt


@pytest.mark.parametrize(
    "text", ["IDT或MOD", "IDT or MOD", "IDT/MOD", "等同或修改", "IDT, MOD", "IDT (MOD)", "等同采用，但第5章修改"]
)
def test_two_degrees_for_one_number_are_none(text: str) -> None:
    read = parse_degree(text)
    assert read is not None
    assert (read.degree, read.doubt) == (None, ALTERNATIVES)


@pytest.mark.parametrize(
    ("text", "degree"),
    [
        ("等同（编辑性修改）", Degree.IDT),
        ("IDT，做了最小限度的编辑性修改", Degree.IDT),
        ("等同采用，仅作编辑性修改", Degree.IDT),
        ("无修改，等同采用", Degree.IDT),
        ("Identical (unmodified)", Degree.IDT),
        ("IDT with editorial changes", Degree.IDT),
        ("identical with minor editorial modifications", Degree.IDT),
        ("идентичный с редакционными изменениями", Degree.IDT),
        ("IDT（2008版为MOD）", Degree.IDT),
        ("IDT（等同）", Degree.IDT),
        ("MOD（技术内容有修改）", Degree.MOD),
        ("原等同采用，现修改采用", Degree.MOD),
        ("MOD, not IDT", Degree.MOD),
        ("IDT not MOD", Degree.IDT),
        ("非等同（修改采用）", Degree.MOD),
        ("不一致（NEQ）", Degree.NEQ),
        ("使用翻译法等同采用", Degree.IDT),
        ("不锈钢 等同采用", Degree.IDT),
        ("第1部分 等同采用", Degree.IDT),
        ("IDT No. 5", Degree.IDT),
        ("与国际标准的一致性程度为修改", Degree.MOD),
        ("Modified adoption", Degree.MOD),
    ],
)
def test_the_degree_that_is_meant_is_taken(text: str, degree: Degree) -> None:
    read = parse_degree(text)
    assert read is not None
    assert (read.degree, read.doubt) == (degree, None)


def test_the_sign_with_two_meanings_is_no_degree() -> None:
    read = parse_degree("≈")
    assert read is not None
    assert (read.degree, read.doubt) == (None, SIGN)


PHRASES = {
    Degree.IDT: [
        "IDT",
        "等同",
        "等同采用",
        "一致",
        "identical",
        "идентичный",
        "一致している",
        "identisch",
        "identique",
    ],
    Degree.MOD: [
        "MOD",
        "修改",
        "修改采用",
        "modified",
        "модифицированный",
        "等效",
        "eqv",
        "equivalent",
        "修正している",
    ],
    Degree.NEQ: ["NEQ", "非等效", "不等效采用", "not equivalent", "неэквивалентный", "参照", "同等でない"],
}
_PHRASES = st.sampled_from([(degree, text) for degree, texts in PHRASES.items() for text in texts])
_DENIALS = st.sampled_from(
    [
        "不{}",
        "非{}",
        "未{}",
        "并非{}",
        "不是{}",
        "没有{}",
        "not {}",
        "not fully {}",
        "no longer {}",
        "never {}",
        "не {}",
        "nicht {}",
    ]
)
_WEAKENED = st.sampled_from(
    ["基本{}", "部分{}", "拟{}", "可能{}", "partly {}", "nearly {}", "soon to be {}", "maybe {}", "{}?"]
)
_REMARKS = st.sampled_from(
    [
        "编辑性修改",
        "unmodified",
        "2008版为MOD",
        "仅第3章修改",
        "previous edition IDT",
        "see note 2",
        "技术内容有修改",
        "已废止",
        "2015",
    ]
)


@given(_PHRASES, _DENIALS)
def test_denying_any_phrase_never_gives_its_degree(phrase: tuple[Degree, str], denial: str) -> None:
    degree, text = phrase
    read = parse_degree(denial.format(text))
    assert read is not None
    assert read.degree is not degree


@given(_PHRASES, _WEAKENED)
def test_weakening_any_phrase_never_gives_a_degree(phrase: tuple[Degree, str], weakened: str) -> None:
    read = parse_degree(weakened.format(phrase[1]))
    assert read is not None
    assert read.degree is None


@given(_PHRASES, _REMARKS, st.sampled_from(["{}（{}）", "{} ({})", "{}[{}]", "{}【{}】"]))
def test_a_remark_in_brackets_never_changes_the_degree(phrase: tuple[Degree, str], remark: str, form: str) -> None:
    degree, text = phrase
    read = parse_degree(form.format(text, remark))
    assert read is not None
    assert read.degree is degree


@pytest.mark.parametrize(
    "cell", ["IDT MOD", "①IDT ②MOD", "IDT；MOD", "IDT\nMOD", "IDT、MOD", "IDT/MOD", "等同，修改", "IDT  MOD"]
)
def test_as_many_degrees_as_numbers_go_to_their_numbers(cell: str) -> None:
    first, second = parse_degrees(cell, 2)
    assert first is not None
    assert second is not None
    assert (first.degree, second.degree) == (Degree.IDT, Degree.MOD)


def test_one_degree_goes_to_every_number() -> None:
    assert {read.degree for read in parse_degrees("IDT，做了编辑性修改", 2) if read} == {Degree.IDT}


def test_an_empty_place_in_a_list_of_degrees_stays_empty() -> None:
    first, second = parse_degrees("IDT；—", 2)
    assert first is not None
    assert (first.degree, second) == (Degree.IDT, None)


@pytest.mark.parametrize(("cell", "count", "doubt"), [("IDT;MOD", 3, UNASSIGNED), ("IDT或MOD", 2, ALTERNATIVES)])
def test_degrees_that_fit_no_number_are_not_guessed(cell: str, count: int, doubt: str) -> None:
    assert [read and (read.degree, read.doubt) for read in parse_degrees(cell, count)] == [(None, doubt)] * count


def test_cells_that_contradict_each_other_give_no_degree() -> None:
    read = agreed(["IDT", "MOD"])
    assert read is not None
    assert (read.degree, read.doubt) == (None, ALTERNATIVES)
    same = agreed(["IDT", "", "等同采用"])
    assert same is not None
    assert same.degree is Degree.IDT
    assert agreed(["", "—"]) is None


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
