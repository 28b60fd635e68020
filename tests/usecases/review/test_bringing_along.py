"""Decisions of before editions were recorded get theirs by the rule: once, in one step, and nothing else changes."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from aligner.domain.change import Action, RowChange, Subject
from aligner.domain.pairs.adopted import EditionBasis
from aligner.domain.pairs.decision import Decision, Verdict
from aligner.domain.pairs.double_review import Settlement
from aligner.i18n import translator
from aligner.usecases.project.history import redo, undo
from aligner.usecases.project.opening import open_project
from aligner.usecases.project.session import Session
from aligner.usecases.review.bringing_along import PROGRAM, bring_editions_along
from aligner.usecases.review.decide import take_back
from aligner.usecases.review.double_review import open_differences
from usecases.reviewing import a_project, confirm, say

PAIRS = (
    ("GB/T 19001-2016", "ISO 9001:2015", EditionBasis.PRESUMED),
    ("GB/T 24001-2010", "ISO 14001:2015", EditionBasis.UNKNOWN),
    ("GB/T 45001-2020", "ISO 45001", EditionBasis.UNKNOWN),
)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    """Three confirmed pairs and a rejected one, one step each, as earlier versions wrote them."""
    with a_project(tmp_path / "ours.aligner", ()) as opened:
        for national, international, _ in PAIRS:
            confirm(opened, national, international)
        say(opened, "GB/T 19004-2020", "ISO 9004:2018", Verdict.REJECTED)
        for decision in opened.recorded.decisions().values():
            as_earlier(opened, Subject.DECISION, decision)
    with open_project(str(tmp_path / "ours.aligner"), "secretary") as again:
        yield again


def earlier(decision: Decision) -> dict[str, object]:
    return {name: value for name, value in decision.to_json().items() if name not in {"edition", "basis"}}


def as_earlier(session: Session, subject: Subject, decision: Decision) -> None:
    """Write the decision as versions did that knew nothing of editions."""
    before = session.store.standing(subject, decision.key)
    row = RowChange(subject, decision.key, before, earlier(decision))
    session.store.writing().append(decision.reviewer, Action.DECIDE, [row])


def test_each_confirmed_pair_gets_its_edition_by_the_rule_and_all_else_stays(session: Session) -> None:
    before = session.recorded.decisions()
    finding = bring_editions_along(session)
    after = session.recorded.decisions()
    assert {one.national: one.basis for one in after.values() if one.basis} == {pair[0]: pair[2] for pair in PAIRS}
    assert after["GB/T 19001-2016", "ISO 9001"].edition == "ISO 9001:2015"
    assert {key: replace(one, edition="", basis=None) for key, one in after.items()} == before
    assert finding is not None
    assert finding in session.notices
    assert "was not recorded: 3. It is recorded now: 1 presumed" in translator("en").sentence(finding)
    newest = session.store.history(limit=1)[0]
    assert (newest.reviewer, newest.action, len(newest.rows)) == (PROGRAM, Action.EDITIONS, 3)
    assert session.store.check() == []


def test_it_is_done_once(session: Session) -> None:
    assert bring_editions_along(session) is not None
    assert bring_editions_along(session) is None
    with open_project(session.address, "expert") as again:
        assert bring_editions_along(again) is None


def test_a_project_that_is_only_read_stays_as_it_is(session: Session) -> None:
    with open_project(session.address, "secretary", read_only=True) as reading:
        assert bring_editions_along(reading) is None


def test_every_reviewer_undoes_and_redoes_own_steps_as_if_nothing_had_come_between(session: Session) -> None:
    bring_editions_along(session)
    known = session.recorded.decisions()
    change, _ = undo(session)
    assert change.undoes is not None
    assert session.store.history()[0].reviewer == "secretary"
    redo(session)
    bring_editions_along(session)
    assert session.recorded.decisions() == known
    assert session.store.check() == []


def test_a_decision_of_an_earlier_version_can_be_decided_anew_and_taken_back(session: Session) -> None:
    confirm(session, "GB/T 19001-2016", "ISO 9001:2015")
    take_back(session, "GB/T 24001-2010", "ISO 14001")
    assert session.recorded.decisions()["GB/T 19001-2016", "ISO 9001"].basis is EditionBasis.PRESUMED
    assert ("GB/T 24001-2010", "ISO 14001") not in session.recorded.decisions()


def test_the_past_stays_what_it_was(session: Session) -> None:
    entries = len(session.store.history())
    bring_editions_along(session)
    first = session.store.history()[-1]
    assert len(session.store.history()) == entries + 1
    assert first.rows[0].before is None


def test_second_opinions_and_what_was_settled_come_along(session: Session) -> None:
    key = ("GB/T 19001-2016", "ISO 9001")
    first = session.recorded.decisions()[key]
    second = replace(first, reviewer="expert", note="seen")
    as_earlier(session, Subject.SECOND_OPINION, second)
    settled = Settlement(first.national, (replace(first, note="else"),), (second,), "chair", first.at)
    plain = settled.to_json() | {"first": [earlier(one) for one in settled.first], "second": [earlier(second)]}
    row = RowChange(Subject.SETTLEMENT, settled.key, None, plain)
    session.store.writing().append("chair", Action.SETTLE, [row])
    assert open_differences(session) == {}
    bring_editions_along(session)
    assert session.recorded.second_opinions()[key].basis is EditionBasis.PRESUMED
    assert open_differences(session) == {}
    assert session.recorded.settlements()[first.national].second == (session.recorded.second_opinions()[key],)
    assert session.store.check() == []
