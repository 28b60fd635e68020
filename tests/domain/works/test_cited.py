import pytest
from hypothesis import given
from hypothesis import strategies as st

from aligner.domain.standards.fields import Status
from aligner.domain.works.cited import cited_works, parts_in_force
from aligner.domain.works.work import Works, build_works
from tests.standards_tables import a_standard, a_table

WITHDRAWN = Status.WITHDRAWN.value


def lists(*rows: str, withdrawn: tuple[str, ...] = ()) -> Works:
    gone = [a_standard(text, status=WITHDRAWN) for text in withdrawn]
    return build_works(a_table(*(a_standard(text) for text in rows), *gone))


def cited(works: Works, stated: str) -> list[str]:
    return [one.text for one in cited_works(works, stated)]


def test_a_plain_number_means_its_work_as_it_is_cited() -> None:
    works = lists("ISO 9001:2015", "ISO/IEC 27001:2022")
    assert cited(works, "ISO 9001:2008") == ["ISO 9001:2008"]
    assert cited(works, "ISO 27001:2013") == ["ISO 27001:2013"]
    assert cited(works, "ISO 9002:1994") == []


def test_all_parts_are_those_in_force_that_the_lists_have() -> None:
    works = lists("ISO 105-A01:2010", "ISO 105-X12:2016", "ISO 106-1:2010", withdrawn=("ISO 105-B03:1994",))
    assert cited(works, "ISO 105 (all parts)") == ["ISO 105-A01", "ISO 105-X12"]
    assert cited(works, "ISO 105-X (all parts)") == ["ISO 105-X12"]
    assert cited(works, "ISO 107 (all parts)") == []


def test_all_parts_are_withdrawn_ones_where_nothing_is_in_force() -> None:
    assert cited(lists(withdrawn=("ISO 31-1:1992", "ISO 31-2:1992")), "ISO 31 (all parts)") == ["ISO 31-1", "ISO 31-2"]


@pytest.mark.parametrize("stated", ["ISO 7816 (all parts)", "IEC 7816 (all parts)", "ISO/IEC 7816 (all parts)"])
def test_all_parts_of_a_joint_document_are_found_under_any_of_its_bodies(stated: str) -> None:
    assert cited(lists("ISO/IEC 7816-3:2006", "ISO/IEC 7816-4:2020"), stated) == ["ISO/IEC 7816-3", "ISO/IEC 7816-4"]


def test_a_group_of_parts_has_no_part_of_another_group() -> None:
    works = lists("IEC 61000-4-2:2008", "IEC 61000-4-30:2015", "IEC 61000-40-1:2015", "IEC 61000-3-2:2018")
    assert cited(works, "IEC 61000-4 (all parts)") == ["IEC 61000-4-2", "IEC 61000-4-30"]


def test_the_undivided_work_is_meant_while_it_is_in_force() -> None:
    assert cited(lists("ISO 9000:2015"), "ISO 9000 (all parts)") == ["ISO 9000"]
    divided = lists("ISO 8601-1:2019", "ISO 8601-2:2019", withdrawn=("ISO 8601:2004",))
    assert cited(divided, "ISO 8601 (all parts)") == ["ISO 8601-1", "ISO 8601-2"]


def test_the_year_of_all_parts_is_that_of_the_parts_which_have_such_an_edition() -> None:
    works = lists("ISO 683-1:2016", "ISO 683-2:2018")
    assert cited(works, "ISO 683:2016 (all parts)") == ["ISO 683-1:2016", "ISO 683-2"]


def test_a_withdrawn_undivided_work_offers_its_parts_in_force() -> None:
    divided = lists("ISO 8601-1:2019", "ISO 8601-2:2019", withdrawn=("ISO 8601:2004", "ISO 8601-3:2010"))
    whole = divided.position("ISO 8601")
    assert whole is not None
    assert [divided.works[one].key for one in parts_in_force(divided, whole)] == ["ISO 8601-1", "ISO 8601-2"]
    undivided = lists("ISO 8601:2004", "ISO 8601-1:2019")
    whole = undivided.position("ISO 8601")
    assert whole is not None
    assert parts_in_force(undivided, whole) == ()


@given(st.sets(st.integers(1, 60)), st.sets(st.integers(1, 60)), st.integers(1, 9))
def test_all_parts_name_each_listed_part_once_and_nothing_else(ours: set[int], others: set[int], group: int) -> None:
    works = lists(*(f"ISO 5000-{part}:2010" for part in ours), *(f"ISO 500{group}-{part}:2010" for part in others))
    expected = sorted(f"ISO 5000-{part}" for part in ours)
    assert sorted(cited(works, "ISO 5000 (all parts)")) == expected
