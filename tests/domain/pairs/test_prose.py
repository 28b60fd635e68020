import pytest
from hypothesis import given
from hypothesis import strategies as st

from aligner.domain.pairs.prose import statements_in


def stated(text: str) -> list[tuple[str, str | None]]:
    return [(str(one.designation), one.degree) for one in statements_in(text).statements]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("等同采用ISO 9001:2015", [("ISO 9001:2015", "IDT")]),
        ("ISO 14001:2015，IDT", [("ISO 14001:2015", "IDT")]),
        ("本标准修改采用ISO 4014:2011。代替GB/T 5782-2000。", [("ISO 4014:2011", "MOD")]),
        ("采用ISO 9001:2015", [("ISO 9001:2015", None)]),
        ("Plain washers (eqv ISO 7089:2000)", [("ISO 7089:2000", "MOD")]),
        ("Винты (ИСО 4017:2011, MOD)", [("ISO 4017:2011", "MOD")]),
        ("代替GB/T 1.1-2009", []),
        ("Guidance on the application of ISO 9001:2015", []),
        ("Modified starch (ISO 1666)", []),
        ("不采用ISO 9001:2015", []),
        ("见附录A", []),
        ("", []),
    ],
)
def test_only_what_is_said_to_be_adopted_is_stated(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert stated(text) == expected


@pytest.mark.parametrize(
    ("title", "rest"),
    [
        ("Hexagon head screws (ISO 4017:2011, MOD)", "Hexagon head screws"),
        ("质量管理体系 要求（ISO 9001:2015，IDT）", "质量管理体系 要求"),
        ("六角头螺栓 ISO 4014:2011 MOD", "六角头螺栓"),
        ("Guidance on the application of ISO 9001:2015", "Guidance on the application of ISO 9001:2015"),
        ("Rules for adoption of international standards", "Rules for adoption of international standards"),
    ],
)
def test_a_title_is_compared_without_its_statement(title: str, rest: str) -> None:
    assert statements_in(title).rest == rest


def test_a_degree_that_is_left_open_is_told() -> None:
    assert [one.reason for one in statements_in("基本等同采用ISO 9001:2015").untaken] == ["hedged"]


@given(st.text(max_size=80))
def test_any_text_is_read_without_exception(text: str) -> None:
    read = statements_in(text)
    assert read.statements or read.untaken or read.rest == text
