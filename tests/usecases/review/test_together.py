"""One thing said about many standards is one step, and leaves out what has to be looked at."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from aligner.domain.pairs.decision import Verdict
from aligner.usecases.candidates.light import light_candidates
from aligner.usecases.project import history
from aligner.usecases.project.session import Session
from aligner.usecases.review import notes
from aligner.usecases.review.together import BulkAction, BulkPlan, Spared, do_together, plan_together
from usecases.reviewing import NATIONAL, a_candidate, a_project, confirm, say


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    candidates = (
        a_candidate("GB/T 19001-2016", "ISO 9001:2015"),
        a_candidate("GB/T 19004-2020", "ISO 9004:2018", band="weak", score=20.0),
        a_candidate("GB/T 24001-2016", "ISO 14001:2015", band="probable", score=70.0),
    )
    with a_project(tmp_path / "ours.aligner", candidates) as opened:
        yield opened


def planned(session: Session, action: BulkAction, name: str = "") -> BulkPlan:
    return plan_together(session, light_candidates(session), NATIONAL, action, name)


def names(plan: BulkPlan) -> list[str]:
    return [row.designation for row in plan.rows]


def test_no_counterpart_is_never_said_against_a_strong_candidate_or_a_decision(session: Session) -> None:
    say(session, "GB/T 45001-2020", "ISO 45001:2018", Verdict.UNSURE)
    plan = planned(session, BulkAction.NO_COUNTERPART)
    assert plan.left_out == {"GB/T 19001-2016": Spared.STRONG, "GB/T 45001-2020": Spared.DECIDED}
    assert names(plan) == ["GB/T 19004-2020", "GB/T 24001-2016", "GB/T 24001-2010", "GB/T 99999-2020"]


def test_a_plan_records_nothing_and_doing_it_is_one_step_that_one_undo_takes_back(session: Session) -> None:
    plan = planned(session, BulkAction.NO_COUNTERPART)
    assert session.store.decisions() == []
    step = do_together(session, plan, "not adopted")
    assert step.taken == 5
    decisions = session.store.decisions()
    assert {(one.verdict, one.note, one.bulk) for one in decisions} == {(Verdict.NO_COUNTERPART, "not adopted", True)}
    assert len(session.store.history()) == 1
    history.undo(session)
    assert session.store.decisions() == []


def test_the_first_candidate_is_what_is_rejected_or_unsure(session: Session) -> None:
    rejected = planned(session, BulkAction.REJECT)
    assert [(row.designation, row.international) for row in rejected.rows] == [
        ("GB/T 19004-2020", "ISO 9004:2018"),
        ("GB/T 24001-2016", "ISO 14001:2015"),
    ]
    assert rejected.reasons() == {Spared.NO_CANDIDATE: 3, Spared.STRONG: 1}
    step = do_together(session, planned(session, BulkAction.UNSURE))
    assert step.taken == 3
    assert {one.verdict for one in session.store.decisions()} == {Verdict.UNSURE}


def test_what_was_decided_since_the_plan_is_left_out(session: Session) -> None:
    plan = planned(session, BulkAction.UNSURE)
    confirm(session, "GB/T 19004-2020", "ISO 9004:2018")
    step = do_together(session, plan)
    assert step.left_out[Spared.CHANGED_MEANWHILE] == 1
    decisions = {one.national: one.verdict for one in session.store.decisions()}
    assert decisions["GB/T 19004-2020"] is Verdict.CONFIRMED


def test_flags_and_hand_overs_can_be_put_back_as_they_were(session: Session) -> None:
    notes.turn_flag(session, "GB/T 19001-2016")
    plan = planned(session, BulkAction.FLAG)
    assert plan.left_out == {"GB/T 19001-2016": Spared.SAME}
    flagged = do_together(session, plan)
    assert set(notes.flags(session)) == set(NATIONAL)
    handed = do_together(session, planned(session, BulkAction.HAND_OVER, "Li"))
    assert set(notes.handed(session).values()) == {"Li"}
    assert names(planned(session, BulkAction.HAND_OVER, "Li")) == []
    assert handed.before is not None
    notes.put_back(session, handed.before, handed.designations)
    assert notes.handed(session) == {}
    assert flagged.before is not None
    notes.put_back(session, flagged.before, flagged.designations)
    assert notes.flags(session) == {"GB/T 19001-2016": "secretary"}
    assert names(planned(session, BulkAction.UNFLAG)) == ["GB/T 19001-2016"]
    assert session.store.history() == []
