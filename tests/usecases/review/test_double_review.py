"""A second reviewer decides without seeing the first, and nothing that either said is ever lost."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from aligner.domain.change import Action
from aligner.domain.degree import Degree
from aligner.domain.errors import AlignerError
from aligner.domain.pairs.decision import Verdict
from aligner.domain.pairs.double_review import Difference
from aligner.usecases.project import history
from aligner.usecases.project.opening import open_project
from aligner.usecases.project.session import Session
from aligner.usecases.review.decide import Opinion, decide_pair
from aligner.usecases.review.double_review import (
    ALL_VISIBLE,
    Visibility,
    agreement_of,
    awaiting,
    double_reviews,
    one_name,
    open_differences,
    settle_with_first,
    settle_with_second,
    take_back_second,
    visible_opinions,
    visible_steps,
)
from usecases.reviewing import a_project, confirm, say

FIRST = "GB/T 19001-2016"
BLIND = Visibility(is_second=True)


@pytest.fixture
def first(tmp_path: Path) -> Iterator[Session]:
    with a_project(tmp_path / "ours.aligner", ()) as opened:
        yield opened


@pytest.fixture
def second(first: Session) -> Iterator[Session]:
    with open_project(first.store.address, "expert") as opened:
        yield opened


def opine(session: Session, international: str, degree: Degree | None = Degree.IDT, national: str = FIRST) -> None:
    verdict = Verdict.CONFIRMED if international else Verdict.NO_COUNTERPART
    degree = degree if international else None
    decide_pair(session, Opinion(national, international, verdict, degree), second=True)


def test_a_second_opinion_leaves_the_decision_alone(first: Session, second: Session) -> None:
    confirm(first, FIRST, "ISO 9001:2015")
    before = first.decisions_by_key()
    opine(second, "ISO 9001:2015", Degree.MOD)
    assert first.decisions_by_key() == before
    assert [one.degree for one in first.second_opinions_by_key().values()] == [Degree.MOD]
    assert first.store.history(limit=1)[0].action is Action.SECOND


def test_a_second_reviewer_sees_nothing_of_the_first(first: Session, second: Session) -> None:
    confirm(first, FIRST, "ISO 9001:2015")
    assert visible_opinions(second, BLIND) == {}
    assert awaiting(second) == {FIRST}
    opine(second, "", None)
    assert [one.verdict for one in visible_opinions(second, BLIND).values()] == [Verdict.NO_COUNTERPART]
    assert awaiting(second) == set()
    assert visible_opinions(second, ALL_VISIBLE) == first.decisions_by_key()


def test_the_first_reviewer_keeps_the_own_decision_in_sight(first: Session, second: Session) -> None:
    confirm(first, FIRST, "ISO 9001:2015")
    opine(second, "ISO 9001:2015", Degree.MOD)
    assert [one.degree for one in visible_opinions(first, BLIND).values()] == [Degree.IDT]
    assert [one.degree for one in visible_opinions(second, BLIND).values()] == [Degree.MOD]


def test_a_second_reviewer_reads_the_own_steps_in_the_journal(first: Session, second: Session) -> None:
    confirm(first, FIRST, "ISO 9001:2015")
    opine(second, "ISO 9004:2018")
    assert [one.reviewer for one in visible_steps(second, BLIND)] == ["expert"]
    assert [one.reviewer for one in visible_steps(second, ALL_VISIBLE)] == ["expert", "secretary"]
    assert len(visible_steps(second, ALL_VISIBLE, limit=1)) == 1


def test_nobody_gives_the_second_opinion_on_an_own_decision(first: Session) -> None:
    confirm(first, FIRST, "ISO 9001:2015")
    assert awaiting(first) == set()
    with pytest.raises(AlignerError, match="yourself"):
        opine(first, "ISO 9001:2015")


def test_there_is_one_second_opinion_and_a_third_reviewer_is_kept_beside_it(first: Session, second: Session) -> None:
    opine(second, "ISO 9001:2015")
    opine(first, "ISO 9001:2015", Degree.MOD)
    opine(second, "ISO 9004:2018")
    assert {one.reviewer for one in first.second_opinions_by_key().values()} == {"expert"}
    assert len(first.second_opinions_by_key()) == 2
    ((_, reviewer), further), *_ = first.further_opinions_by_key().items()
    assert (reviewer, [one.degree for one in further.decisions]) == ("secretary", [Degree.MOD])
    assert visible_opinions(first, BLIND).keys() == {(FIRST, "ISO 9001")}


def test_a_second_reviewer_too_cannot_say_both(second: Session) -> None:
    opine(second, "ISO 9001:2015")
    with pytest.raises(AlignerError, match="Reject that pair first"):
        opine(second, "", None)


def test_what_two_reviewers_differ_in_is_listed_until_it_is_settled(first: Session, second: Session) -> None:
    confirm(first, FIRST, "ISO 9001:2015")
    confirm(first, "GB/T 19004-2020", "ISO 9004:2018")
    opine(second, "ISO 9001:2015", Degree.MOD)
    opine(second, "ISO 9004:2018", national="GB/T 19004-2020")
    assert set(double_reviews(first)) == {FIRST, "GB/T 19004-2020"}
    assert [one.difference(one_name(first)) for one in open_differences(first).values()] == [Difference.DEGREE]
    settle_with_first(first, FIRST)
    assert open_differences(first) == {}
    assert first.decisions_by_key()[FIRST, "ISO 9001"].degree is Degree.IDT
    history.undo(first)
    assert set(open_differences(first)) == {FIRST}


def test_the_second_opinion_can_become_the_decision(first: Session, second: Session) -> None:
    confirm(first, FIRST, "ISO 9001:2015")
    opine(second, "ISO 9004:2018", Degree.MOD)
    settle_with_second(first, FIRST)
    (decision,) = first.decisions_by_key().values()
    assert (decision.work, decision.degree, decision.reviewer) == ("ISO 9004", Degree.MOD, "secretary")
    assert first.store.history(limit=1)[0].action is Action.SETTLE
    assert open_differences(first) == {}


def test_a_third_decision_settles_and_keeps_both_opinions(first: Session, second: Session) -> None:
    confirm(first, FIRST, "ISO 9001:2015")
    opine(second, "ISO 9001:2015", Degree.MOD)
    decide_pair(first, Opinion(FIRST, "ISO 9001:2015", Verdict.CONFIRMED, Degree.NEQ), settles=True)
    review = double_reviews(first)[FIRST]
    assert [one.degree for one in (*review.first, *review.second)] == [Degree.IDT, Degree.MOD]
    assert open_differences(first) == {}
    assert first.decisions_by_key()[FIRST, "ISO 9001"].degree is Degree.NEQ
    history.undo(first)
    assert set(open_differences(first)) == {FIRST}
    assert first.decisions_by_key()[FIRST, "ISO 9001"].degree is Degree.IDT


def test_a_second_opinion_that_changes_opens_the_difference_again(first: Session, second: Session) -> None:
    confirm(first, FIRST, "ISO 9001:2015")
    opine(second, "ISO 9001:2015", Degree.MOD)
    settle_with_first(first, FIRST)
    opine(second, "ISO 9001:2015", Degree.NEQ)
    assert set(open_differences(first)) == {FIRST}
    settle_with_second(first, FIRST)
    assert open_differences(first) == {}
    assert first.decisions_by_key()[FIRST, "ISO 9001"].degree is Degree.NEQ


def test_what_is_settled_still_counts_as_a_difference(first: Session, second: Session) -> None:
    confirm(first, FIRST, "ISO 9001:2015")
    opine(second, "ISO 9001:2015", Degree.MOD)
    say(first, "GB/T 19004-2020", "", Verdict.NO_COUNTERPART)
    opine(second, "", None, "GB/T 19004-2020")
    before = agreement_of(first)
    assert (before.pairs, before.agreed) == (2, 1)
    settle_with_second(first, FIRST)
    assert agreement_of(first) == before


def test_a_second_opinion_is_taken_back_by_its_reviewer_only(first: Session, second: Session) -> None:
    opine(second, "ISO 9001:2015")
    with pytest.raises(AlignerError):
        take_back_second(first, FIRST, "ISO 9001")
    take_back_second(second, FIRST, "ISO 9001")
    assert first.second_opinions_by_key() == {}


def test_where_nothing_is_open_nothing_is_settled(first: Session) -> None:
    with pytest.raises(AlignerError):
        settle_with_first(first, FIRST)
