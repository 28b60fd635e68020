import pytest
from hypothesis import given
from hypothesis import strategies as st

from aligner.domain.designation.designation import Designation
from aligner.domain.designation.parser import parse_designation
from aligner.domain.pairs.statement import parse_statements, stated_by_number


def read(adopted: str, degree: str = "") -> list[tuple[str, str | None]]:
    statements, _ = parse_statements(adopted, degree)
    return [(str(statement.designation), statement.degree) for statement in statements]


def number(text: str) -> Designation:
    designation = parse_designation(text)
    assert isinstance(designation, Designation)
    return designation


@pytest.mark.parametrize(
    "cell",
    [
        "ISO 9001：2015（IDT）",
        "ISO 9001:2015, IDT",
        "ISO 9001:2015，IDT",
        "IDT ISO 9001:2015",
        "idt ISO 9001:2015",
        "等同采用ISO 9001:2015",
        "ISO 9001:2015 等同",
        "ISO 9001:2015；IDT",
        "本标准使用翻译法等同采用ISO 9001:2015《质量管理体系 要求》",
        "IDT ISO 9001:2015 Quality management systems - Requirements",
        "ISO 9001:2015 (identical)",
        "ISO 9001:2015 (ИДТ)",
        "与ISO 9001:2015一致",
        "本标准等同采用ISO 9001:2015《质量管理体系 要求和导则、第1部分》",
        "GB/T 19001-2016 idt ISO 9001:2015",
        "GB/T 19001-2016/ISO 9001:2015",
    ],
)
def test_number_and_degree_in_one_cell(cell: str) -> None:
    assert read(cell) == [("ISO 9001:2015", "IDT")]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("IDT ISO 9001:2015; MOD IEC 60335-1:2004", [("ISO 9001:2015", "IDT"), ("IEC 60335-1:2004", "MOD")]),
        ("IDT ISO 9001:2015 MOD ISO 14001:2015", [("ISO 9001:2015", "IDT"), ("ISO 14001:2015", "MOD")]),
        ("ISO 9001:2015 IDT\nIEC 60335-1:2004 NEQ", [("ISO 9001:2015", "IDT"), ("IEC 60335-1:2004", "NEQ")]),
        ("ISO 9001:2015、ISO 14001:2015（MOD）", [("ISO 9001:2015", "MOD"), ("ISO 14001:2015", "MOD")]),
        ("ISO 9001:2015,IEC 60335-1:2004, MOD", [("ISO 9001:2015", "MOD"), ("IEC 60335-1:2004", "MOD")]),
        ("ISO 9001:2015 ISO 14001:2015", [("ISO 9001:2015", None), ("ISO 14001:2015", None)]),
        ("IDT ISO 683-1,2、-3", [("ISO 683-1", "IDT"), ("ISO 683-2", "IDT"), ("ISO 683-3", "IDT")]),
        ("ISO 683-1 IDT、-2 MOD", [("ISO 683-1", "IDT"), ("ISO 683-2", "MOD")]),
        ("MOD ISO 105-A01、A02—1993", [("ISO 105-A01:1993", "MOD"), ("ISO 105-A02:1993", "MOD")]),
        ("等同采用ISO 9001:2015；ISO 14001:2015", [("ISO 9001:2015", "IDT"), ("ISO 14001:2015", "IDT")]),
    ],
)
def test_several_numbers_keep_their_own_degrees(cell: str, expected: list[tuple[str, str | None]]) -> None:
    assert read(cell) == expected


@pytest.mark.parametrize(
    ("cell", "adopted"),
    [
        ("ISO 1:2016/ISO 2:2017", ["ISO 1:2016", "ISO 2:2017"]),
        ("ISO 9001:2015，包括ISO 9001:2015/Amd.1:2024", ["ISO 9001:2015", "ISO 9001:2015/Amd 1:2024"]),
        ("ISO/IEC 8802-3:1996 (ANSI/IEEE 802.3)", ["ISO/IEC 8802-3:1996"]),
        ("ISO 2:2017 代替 ISO 1:2016", ["ISO 2:2017"]),
        ("ISO 1101:2017～ISO 1105:2017", []),
    ],
)
def test_no_number_after_another_is_lost_and_no_aside_is_one(cell: str, adopted: list[str]) -> None:
    statements, refused = parse_statements(cell, "IDT")
    assert [str(statement.designation) for statement in statements] == adopted
    assert bool([one for one in refused if one.reason != "replaced"]) == (not adopted)


def test_the_standards_own_number_in_the_cell_is_no_statement() -> None:
    assert read("GB/T 5276-2015 MOD ISO 225:2010") == [("ISO 225:2010", "MOD")]


def test_one_degree_in_the_degree_cell_counts_for_all_numbers() -> None:
    assert read("ISO 9001:2015；ISO 14001:2015", "IDT") == [("ISO 9001:2015", "IDT"), ("ISO 14001:2015", "IDT")]


def test_as_many_degrees_as_numbers_go_one_to_one() -> None:
    assert read("ISO 9001:2015；ISO 14001:2015", "IDT；MOD") == [("ISO 9001:2015", "IDT"), ("ISO 14001:2015", "MOD")]


def test_different_degrees_that_fit_no_number_are_not_guessed() -> None:
    assert read("ISO 9001:2015；ISO 14001:2015；ISO 45001:2018", "IDT；MOD") == [
        ("ISO 9001:2015", None),
        ("ISO 14001:2015", None),
        ("ISO 45001:2018", None),
    ]


def untaken(adopted: str, degree: str = "") -> list[str]:
    _, left = parse_statements(adopted, degree)
    return [one.reason for one in left]


def test_cells_that_contradict_each_other_state_no_degree_and_are_told() -> None:
    assert read("ISO 9001:2015 (MOD)", "IDT") == [("ISO 9001:2015", None)]
    assert untaken("ISO 9001:2015 (MOD)", "IDT") == ["contradiction"]
    assert read("ISO 9001:2015 (MOD)", "修改采用") == [("ISO 9001:2015", "MOD")]


@pytest.mark.parametrize(
    ("degree", "reason"),
    [
        ("不一致", "negated"),
        ("IDT或MOD", "alternatives"),
        ("≈", "sign"),
        ("质量", "unknown_degree"),
        ("拟等同采用", "not_yet"),
    ],
)
def test_a_degree_that_is_not_taken_is_told(degree: str, reason: str) -> None:
    assert read("ISO 9001:2015", degree) == [("ISO 9001:2015", None)]
    assert untaken("ISO 9001:2015", degree) == [reason]


@pytest.mark.parametrize(
    ("adopted", "degree"),
    [
        *[
            ("不采用ISO 9001:2015", ""),
            ("未采用 ISO 9001", ""),
            ("ISO 9001:2015未采用", ""),
            ("not adopted: ISO 9001", ""),
        ],
        *[("ISO 9001", "not adopted"), ("ISO 9001", "未采用")],
    ],
)
def test_what_is_not_adopted_states_nothing_and_is_told(adopted: str, degree: str) -> None:
    assert read(adopted, degree) == []
    assert untaken(adopted, degree) == ["not_adopted"]


@pytest.mark.parametrize(
    ("adopted", "degree", "expected"),
    [
        ("ISO 9001(2015)", "IDT", [("ISO 9001:2015", "IDT")]),
        ("IEC 68-2-1 (1974)", "EQV", [("IEC 68-2-1:1974", "MOD")]),
        ("ISO 2859 Part 1:1999", "IDT", [("ISO 2859-1:1999", "IDT")]),
        ("IEC 335 第1部分（1976）", "MOD", [("IEC 335-1:1976", "MOD")]),
        ("ISO 7089:2000|ISO 7090:2000", "MOD", [("ISO 7089:2000", "MOD"), ("ISO 7090:2000", "MOD")]),
        ("①ISO 5:2015 ②ISO 6:2015", "①IDT ②MOD", [("ISO 5:2015", "IDT"), ("ISO 6:2015", "MOD")]),
        ("ISO 5:2015 ISO 6:2015", "IDT MOD", [("ISO 5:2015", "IDT"), ("ISO 6:2015", "MOD")]),
        ("ISO 5:2015 IDT、ISO 6:2015 MOD", "", [("ISO 5:2015", "IDT"), ("ISO 6:2015", "MOD")]),
        ("ISO 4126-1～3", "IDT", [("ISO 4126-1", "IDT"), ("ISO 4126-2", "IDT"), ("ISO 4126-3", "IDT")]),
        ("ISO 898-1:2013 to -2", "IDT", [("ISO 898-1:2013", "IDT"), ("ISO 898-2:2013", "IDT")]),
        ("ISO 105-A01~A02:2010", "MOD", [("ISO 105-A01:2010", "MOD"), ("ISO 105-A02:2010", "MOD")]),
        ("ISO 105（所有部分）", "IDT", [("ISO 105 (all parts)", "IDT")]),
        ("等同采用ISO 5:2015，与ISO 6:2018的一致性程度为非等效", "", [("ISO 5:2015", "IDT"), ("ISO 6:2018", "NEQ")]),
        ("ITU-T X.509 (2016)|ISO/IEC 9594-8:2017 IDT", "", [("ISO/IEC 9594-8:2017|ITU-T X.509 (2016)", "IDT")]),
        ("基本等同 ISO 5:2015", "", [("ISO 5:2015", None)]),
    ],
)
def test_numbers_are_read_whole(adopted: str, degree: str, expected: list[tuple[str, str | None]]) -> None:
    assert read(adopted, degree) == expected


@pytest.mark.parametrize(
    "adopted",
    [
        *[
            "代替ISO 9001:2008，IDT ISO 9001:2015",
            "ISO 9001:2015 已被ISO 9001:2026代替",
            "ISO 9001:2015 replaces ISO 9001:2008",
        ],
        *["ISO 9001:2015 (superseded by ISO 9001:2026)", "ИСО 9001:2015 взамен ИСО 9001:2008"],
    ],
)
def test_a_replaced_number_is_not_adopted(adopted: str) -> None:
    assert [designation for designation, _ in read(adopted)] == ["ISO 9001:2015"]
    assert untaken(adopted) == ["replaced"]


def test_what_may_be_a_part_or_a_year_and_is_not_read_is_told() -> None:
    assert untaken("ISO 2859 Band 1", "IDT") == ["left_over"]
    assert untaken("ISO 9001:2015, 27 pages", "IDT") == []


def test_a_number_with_several_adopted_ones_in_brackets_states_them_all() -> None:
    stated = stated_by_number(number("ГОСТ 5432-2007 (ISO 1701-1:2004, ISO 1701-2:2004)"))
    assert [str(one.designation) for one in stated] == ["ISO 1701-1:2004", "ISO 1701-2:2004"]


def test_a_degree_without_a_number_is_told() -> None:
    assert parse_statements("", "IDT")[0] == ()
    assert untaken("—", "IDT") == ["degree_alone"]
    assert untaken("", "无") == []


def test_not_equivalent_is_matched_before_equivalent() -> None:
    assert read("非等效采用ISO 1234:2000") == [("ISO 1234:2000", "NEQ")]


def test_the_sign_with_two_meanings_states_no_degree() -> None:
    (statement,), _ = parse_statements("≈ISO/IEC Guide 21-1999")
    assert str(statement.designation) == "ISO/IEC Guide 21:1999"
    assert (statement.degree, statement.legacy, statement.needs_review) == (None, None, False)
    assert untaken("≈ISO/IEC Guide 21-1999") == ["sign"]


@pytest.mark.parametrize("cell", ["", " ", "—", "-", "无", "/", "非采标", "N/A"])
def test_empty_cells_state_nothing(cell: str) -> None:
    assert parse_statements(cell) == ((), ())


@pytest.mark.parametrize("cell", ["无 2015", "none 9001"])
def test_a_cell_with_a_number_never_says_nothing(cell: str) -> None:
    statements, untaken = parse_statements(cell)
    assert statements == ()
    assert len(untaken) == 1


def test_what_is_not_understood_is_reported_beside_what_is() -> None:
    statements, refused = parse_statements("ISO 9001:2015,MOD;see annex 3")
    assert [str(statement.designation) for statement in statements] == ["ISO 9001:2015"]
    assert [text.text for text in refused] == ["see annex 3"]


def test_the_cell_is_kept_as_printed() -> None:
    (statement,), _ = parse_statements(" ISO 9001：2015（IDT） ")
    assert statement.raw == "ISO 9001：2015（IDT）"


@pytest.mark.parametrize(
    ("national", "adopted", "degree"),
    [
        ("GB/T 19001-2016/ISO 9001:2015", "ISO 9001:2015", "IDT"),
        ("GB/T 24040—2008/ISO 14040:2006", "ISO 14040:2006", "IDT"),
        ("ГОСТ Р ИСО 9001-2015", "ISO 9001", "IDT"),
        ("ГОСТ Р МЭК 60601-1-2010", "IEC 60601-1", "IDT"),
        ("BS EN ISO 9001:2015", "ISO 9001:2015", "IDT"),
        ("DIN EN ISO 9001:2015-11", "ISO 9001", "IDT"),
        ("EN IEC 63000:2018", "IEC 63000", "IDT"),
        ("IS/ISO 9001:2015", "ISO 9001:2015", "IDT"),
        ("IS/IEC 60079 : Part 0 : 2017", "IEC 60079-0:2017", "IDT"),
        ("IS 3025 (Part 2) : 2019/ISO 11885 : 2007", "ISO 11885:2007", "IDT"),
        ("KS X ISO/IEC 27001:2014", "ISO/IEC 27001", "IDT"),
        ("GB/T 5276-2015 (ISO 225:2010, MOD)", "ISO 225:2010", "MOD"),
        ("ГОСТ Р 51321.1-2007 (МЭК 60439-1:2004)", "IEC 60439-1:2004", None),
    ],
)
def test_numbers_that_state_adoption_themselves(national: str, adopted: str, degree: str | None) -> None:
    (statement,) = stated_by_number(number(national))
    assert (str(statement.designation), statement.degree) == (adopted, degree)


@pytest.mark.parametrize("national", ["GB/T 19001-2016", "JIS Q 9001:2015", "ISO 4926 (SAZ)", "EN 60335-1:2012"])
def test_other_numbers_state_nothing(national: str) -> None:
    assert stated_by_number(number(national)) == ()


@given(st.text(max_size=60), st.text(max_size=20))
def test_any_cells_are_read_without_exception(adopted: str, degree: str) -> None:
    statements, refused = parse_statements(adopted, degree)
    assert all(isinstance(statement.designation, Designation) for statement in statements)
    assert all(text.reason for text in refused)
