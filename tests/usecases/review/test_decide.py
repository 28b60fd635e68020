"""Decisions recorded: what changes nothing writes nothing, and nobody writes over what was not seen."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from aligner.domain.degree import Degree
from aligner.domain.errors import AlignerError
from aligner.domain.pairs.decision import Coverage, Verdict
from aligner.usecases.project.opening import open_project
from aligner.usecases.project.session import Session
from aligner.usecases.review.decide import Opinion, decide, decide_pair, take_back
from usecases.reviewing import a_project

OURS, THEIRS, WORK = "GB/T 19001-2016", "ISO 9001:2015", "ISO 9001"
SAID = Opinion(OURS, THEIRS, Verdict.CONFIRMED, Degree.IDT, reason="titles agree", note="as printed")


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    """A project in which the pair is decided."""
    with a_project(tmp_path / "ours.aligner", []) as opened:
        decide_pair(opened, SAID)
        yield opened


@pytest.mark.parametrize("bulk", [False, True])
@pytest.mark.parametrize("reviewer", ["secretary", "expert"])
def test_saying_the_same_again_changes_nothing_whoever_says_it(session: Session, reviewer: str, bulk: bool) -> None:
    before, head = session.store.decisions(), session.store.head()
    with open_project(session.store.address, reviewer) as other:
        recorded = decide(other, [SAID], bulk=bulk)
    assert (recorded.taken, recorded.same, recorded.change, recorded.problems) == (0, 1, None, [])
    assert (session.store.decisions(), session.store.head()) == (before, head)


@pytest.mark.parametrize(
    "said",
    [
        replace(SAID, degree=Degree.MOD),
        replace(SAID, coverage=Coverage.PARTIAL),
        replace(SAID, coverage=Coverage.JOINT, joint="a"),
        replace(SAID, reason="scopes agree"),
        replace(SAID, note=""),
        replace(SAID, verdict=Verdict.REJECTED, degree=None),
        replace(SAID, verdict=Verdict.UNSURE, degree=None),
    ],
)
def test_what_differs_in_anything_is_recorded(session: Session, said: Opinion) -> None:
    recorded = decide(session, [said])
    assert (recorded.taken, recorded.same) == (1, 0)
    (now,) = session.store.decisions()
    assert (now.verdict, now.degree, now.coverage, now.joint) == (said.verdict, said.degree, said.coverage, said.joint)
    assert (now.reason, now.note) == (said.reason, said.note)


def test_a_decision_that_another_reviewer_changed_meanwhile_is_not_written_over(session: Session) -> None:
    shown = session.decisions_by_key()
    with open_project(session.store.address, "expert") as other:
        decide_pair(other, replace(SAID, degree=Degree.MOD))
    with pytest.raises(AlignerError, match="expert has decided on GB/T 19001-2016 in the meantime"):
        decide_pair(session, replace(SAID, note="again"), shown)
    assert [one.degree for one in session.store.decisions()] == [Degree.MOD]


def test_a_decision_that_was_taken_back_meanwhile_is_not_brought_back_unseen(session: Session) -> None:
    shown = session.decisions_by_key()
    with open_project(session.store.address, "expert") as other:
        take_back(other, OURS, WORK)
    for said in (SAID, replace(SAID, degree=Degree.MOD)):
        with pytest.raises(AlignerError, match="The decision on GB/T 19001-2016 was taken back in the meantime"):
            decide_pair(session, said, shown)
    assert session.store.decisions() == []
    assert decide_pair(session, SAID, session.decisions_by_key()).taken == 1


def test_a_decision_made_meanwhile_where_none_was_seen_is_not_written_over(tmp_path: Path) -> None:
    with a_project(tmp_path / "ours.aligner", []) as session:
        shown = session.decisions_by_key()
        with open_project(session.store.address, "expert") as other:
            decide_pair(other, SAID)
        with pytest.raises(AlignerError, match="expert"):
            decide_pair(session, replace(SAID, verdict=Verdict.REJECTED, degree=None), shown)
        assert [one.verdict for one in session.store.decisions()] == [Verdict.CONFIRMED]
