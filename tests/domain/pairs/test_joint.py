"""When national standards cover a work together."""

from hypothesis import given
from hypothesis import strategies as st

from aligner.domain.pairs.joint import is_complete_group

MEMBERS = st.lists(st.tuples(st.integers(0, 3), st.booleans()))


def test_two_standards_that_count_are_a_complete_group() -> None:
    assert is_complete_group([(1, True), (2, True)])


def test_one_standard_alone_is_no_group_however_often_it_is_named() -> None:
    assert not is_complete_group([(1, True), (1, True)])


@given(MEMBERS, st.integers(0, 3))
def test_a_member_that_does_not_count_leaves_the_group_open(members: list[tuple[int, bool]], gone: int) -> None:
    assert not is_complete_group([*members, (gone, False)])
