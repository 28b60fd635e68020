"""Which works go on under another number."""

from hypothesis import given
from hypothesis import strategies as st

from aligner.domain.works.replacement import Replacement, chains

NAMES = "ABCD"


def replaced(old: str, new: str) -> Replacement:
    """The first edition of `new` replaced an edition of `old`."""
    return Replacement(old, f"{old}:2000", new, f"{new}:2010")


FIRST = {name: f"{name}:2010" for name in NAMES}
NONE_LIVING: frozenset[str] = frozenset()


def test_a_work_replaced_by_one_new_work_bears_its_name_now() -> None:
    found = chains([replaced("A", "B"), replaced("B", "C")], FIRST, NONE_LIVING)
    assert found.newest("A") == "C"
    assert found.moved == frozenset()


def test_a_split_is_no_new_name() -> None:
    found = chains([replaced("A", "B"), replaced("A", "C")], FIRST, NONE_LIVING)
    assert found.newest("A") == "A"
    assert found.moved == {("A", "B"), ("A", "C")}


def test_a_merge_is_no_new_name() -> None:
    found = chains([replaced("A", "C"), replaced("B", "C")], FIRST, NONE_LIVING)
    assert found.newest("A") == "A"
    assert found.moved == {("A", "C"), ("B", "C")}


def test_a_work_in_force_keeps_its_name() -> None:
    found = chains([replaced("A", "B")], FIRST, frozenset("A"))
    assert (found.newest("A"), found.moved) == ("A", {("A", "B")})


def test_going_into_a_later_edition_of_another_work_is_a_merge() -> None:
    found = chains([replaced("A", "B")], {"B": "B:1990"}, NONE_LIVING)
    assert (found.newest("A"), found.moved) == ("A", {("A", "B")})


def test_a_new_edition_of_the_same_work_moves_nothing() -> None:
    found = chains([replaced("A", "A")], FIRST, NONE_LIVING)
    assert (found.renamed, found.moved) == ({}, frozenset())


@given(st.lists(st.builds(replaced, st.sampled_from(NAMES), st.sampled_from(NAMES)), max_size=8))
def test_whatever_catalogues_say_names_come_to_an_end(replacements: list[Replacement]) -> None:
    found = chains(replacements, FIRST, NONE_LIVING)
    for name in NAMES:
        assert found.newest(name) not in found.renamed
    assert not found.moved & set(found.renamed.items())
