"""Bulk acceptance leaves out what is doubtful, and is one step."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from aligner.domain.degree import Degree
from aligner.domain.pairs.candidate import Band
from aligner.domain.pairs.decision import Verdict
from aligner.usecases.candidates.light import light_candidates
from aligner.usecases.project import history
from aligner.usecases.project.session import Session
from aligner.usecases.review.bulk import Bulk, LeftOut, accept, plan, wrong_so_far
from usecases.reviewing import NATIONAL, a_candidate, a_project, confirm, say

GOOD = a_candidate("GB/T 19001-2016", "ISO 9001:2015")


def project(file: Path, *candidates: dict[str, Any]) -> Session:
    return a_project(file, candidates)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with project(
        tmp_path / "ours.aligner",
        GOOD,
        a_candidate("GB/T 19004-2020", "ISO 9004:2018", suggested_degree="MOD"),
        a_candidate("GB/T 24001-2016", "ISO 14001:2015", band="probable", score=70.0),
    ) as opened:
        yield opened


def planned(session: Session, band: Band = Band.STRONG, **values: Any) -> Bulk:
    return plan(session, light_candidates(session), NATIONAL, band, **values)


def test_the_candidates_of_the_band_are_accepted_with_their_degrees(session: Session) -> None:
    bulk = planned(session)
    assert [one.national for one in bulk.accepted] == ["GB/T 19001-2016", "GB/T 19004-2020"]
    assert bulk.degrees == {"IDT": 1, "MOD": 1}
    assert bulk.reasons() == {}
    assert set(bulk.sample) <= set(bulk.accepted)


def test_only_the_current_view_is_accepted(session: Session) -> None:
    bulk = plan(session, light_candidates(session), ["GB/T 19004-2020"], Band.STRONG)
    assert [one.national for one in bulk.accepted] == ["GB/T 19004-2020"]


def test_accepting_is_one_step_marked_as_bulk_with_a_reason_where_one_is_needed(session: Session) -> None:
    done = accept(session, planned(session))
    assert (done.taken, done.wanted, done.left_out) == (2, 2, {})
    decisions = {one.national: one for one in session.store.decisions()}
    assert all(one.bulk for one in decisions.values())
    assert decisions["GB/T 19004-2020"].degree is Degree.MOD
    assert decisions["GB/T 19004-2020"].reason == "stated"
    history.undo(session)
    assert session.store.decisions() == []


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ({"edition_state": "outdated"}, LeftOut.EDITION),
        ({"edition_state": ""}, LeftOut.EDITION),
        ({"edition_state": "adopts withdrawn"}, LeftOut.WITHDRAWN),
        ({"caps": ["withdrawn"]}, LeftOut.WITHDRAWN),
        ({"caps": ["part"]}, LeftOut.CAPPED),
        ({"caps": ["document type"]}, LeftOut.CAPPED),
        ({"caps": ["numbers"]}, LeftOut.CAPPED),
        ({"suggested_degree": ""}, LeftOut.NO_DEGREE),
    ],
)
def test_a_doubtful_pair_is_never_accepted_in_bulk(tmp_path: Path, values: dict[str, Any], reason: LeftOut) -> None:
    with project(tmp_path / "doubtful.aligner", GOOD | values) as session:
        bulk = planned(session)
        assert bulk.accepted == ()
        assert bulk.reasons() == {reason: 1}


def test_a_target_that_two_claim_is_left_out_whoever_else_claims_it(tmp_path: Path) -> None:
    rival = a_candidate("GB/T 19004-2020", "ISO 9001:2015", band="ambiguous")
    with project(tmp_path / "two.aligner", GOOD, rival) as session:
        assert planned(session).reasons() == {LeftOut.CLAIMED_TWICE: 1}
    with project(tmp_path / "decided.aligner", GOOD) as session:
        confirm(session, "GB/T 45001-2020", "ISO 9001:2015")
        assert planned(session).reasons() == {LeftOut.CLAIMED_TWICE: 1}


def test_an_edition_of_the_same_national_standard_is_no_rival(tmp_path: Path) -> None:
    both = (a_candidate("GB/T 24001-2016", "ISO 14001:2015"), a_candidate("GB/T 24001-2010", "ISO 14001:2015"))
    with project(tmp_path / "editions.aligner", *both) as session:
        assert len(planned(session).accepted) == 2


def test_a_degree_for_those_without_one_is_the_reviewers_choice(tmp_path: Path) -> None:
    with project(tmp_path / "plain.aligner", GOOD | {"suggested_degree": ""}) as session:
        assert planned(session).accepted == ()
        assert planned(session, degree=Degree.IDT).degrees == {"IDT": 1}


def test_what_was_decided_meanwhile_is_left_out(session: Session) -> None:
    bulk = planned(session)
    say(session, "GB/T 19001-2016", "ISO 9001:2015", Verdict.REJECTED)
    done = accept(session, bulk)
    assert (done.taken, done.wanted) == (1, 2)
    assert done.left_out == {LeftOut.CHANGED_MEANWHILE: 1}


def test_what_is_decided_already_is_nobodys_concern(session: Session) -> None:
    confirm(session, "GB/T 19001-2016", "ISO 9001:2015")
    bulk = planned(session)
    assert [one.national for one in bulk.accepted] == ["GB/T 19004-2020"]
    assert bulk.reasons() == {}


def test_without_decisions_nothing_is_known_about_wrong_ones(session: Session) -> None:
    assert planned(session).expected_wrong() == (None, 0.0, 2.0)


def test_wrong_ones_are_expected_as_often_as_they_were_found(tmp_path: Path) -> None:
    pairs = (
        GOOD,
        a_candidate("GB/T 19004-2020", "ISO 9004:2018"),
        a_candidate("GB/T 24001-2016", "ISO 14001:2015"),
        a_candidate("GB/T 45001-2020", "ISO 45001:2018"),
    )
    with project(tmp_path / "some.aligner", *pairs) as session:
        confirm(session, "GB/T 19001-2016", "ISO 9001:2015")
        say(session, "GB/T 19004-2020", "ISO 9004:2018", Verdict.REJECTED)
        share = wrong_so_far(session, light_candidates(session), Band.STRONG)
        assert (share.numerator, share.denominator) == (1, 2)
        expected, low, high = planned(session).expected_wrong()
        assert expected == 1.0
        assert 0 < low < 1 < high < 2


def test_another_work_confirmed_means_that_the_first_candidate_was_wrong(session: Session) -> None:
    confirm(session, "GB/T 19001-2016", "ISO 45001:2018")
    say(session, "GB/T 19004-2020", "", Verdict.NO_COUNTERPART)
    share = wrong_so_far(session, light_candidates(session), Band.STRONG)
    assert (share.numerator, share.denominator) == (2, 2)


def test_decisions_in_bulk_are_no_experience(session: Session) -> None:
    accept(session, planned(session))
    assert wrong_so_far(session, light_candidates(session), Band.STRONG).denominator == 0
