"""The queue tells where the review of each standard stands."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from aligner.domain.applicability import ApplicabilityVerdict
from aligner.domain.catalogue import Level
from aligner.domain.degree import Degree
from aligner.domain.pairs.decision import Coverage, Verdict
from aligner.usecases.candidates.light import light_candidates
from aligner.usecases.project import history
from aligner.usecases.project.opening import open_project
from aligner.usecases.project.session import Session
from aligner.usecases.review.applicability import judge_work
from aligner.usecases.review.decide import Opinion, Recorded, decide_pair
from aligner.usecases.review.double_review import ALL_VISIBLE, Visibility, settle_with_first
from aligner.usecases.review.queue import Queue, open_queue, place_of, refresh
from aligner.usecases.review.queue_rows import AGREED, AWAITING, COLUMNS, FLAGGED, ReviewStatus
from usecases.reviewing import a_candidate, a_project, confirm, save, say

CANDIDATES = (
    a_candidate("GB/T 19001-2016", "ISO 9001:2015"),
    a_candidate("GB/T 19001-2016", "ISO 9004:2018", rank=2, score=40.0, margin=-55.0, band="weak", suggested_degree=""),
    a_candidate("GB/T 19004-2020", "ISO 9004:2018", score=70.0, margin=2.0, band="ambiguous", suggested_degree=""),
    a_candidate("GB/T 24001-2016", "ISO 14001:2015"),
    a_candidate("GB/T 24001-2010", "ISO 14001:2015", edition_state="outdated"),
    a_candidate("GB/T 45001-2020", "ISO/TR 10017:2021", score=70.0, band="ambiguous", suggested_degree=""),
)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with a_project(tmp_path / "ours.aligner", CANDIDATES) as opened:
        yield opened


def queue(session: Session, level: Level = Level.NATIONAL, flags: tuple[str, ...] = ()) -> Queue:
    return open_queue(session, light_candidates(session), level, flags)


def value(session: Session, name: str, designation: str, level: Level = Level.NATIONAL) -> object:
    now = queue(session, level)
    return now.table[name][now.positions[designation]]


def test_a_strong_candidate_is_a_suggestion_with_its_degree(session: Session) -> None:
    assert value(session, "status", "GB/T 19001-2016") is ReviewStatus.SUGGESTED
    assert value(session, "degree", "GB/T 19001-2016") == "IDT ?"
    assert value(session, "status", "GB/T 19004-2020") is ReviewStatus.UNREVIEWED
    assert value(session, "best", "GB/T 99999-2020") is None


def test_plans_supplements_and_duplicates_are_not_asked_for(tmp_path: Path) -> None:
    national = ("GB/T 19001-2016", "GB/T 19001-2016/XG1-2020", "20210001-T-469")
    with a_project(tmp_path / "few.aligner", (), national) as session:
        save(session, Level.NATIONAL, "GB/T 19001-2016")
        assert queue(session).table["designation"] == ["GB/T 19001-2016"]


def test_a_confirmed_pair_shows_its_degree_and_who_decided(session: Session) -> None:
    confirm(session, "GB/T 19001-2016", "ISO 9001:2015", Degree.MOD)
    assert value(session, "status", "GB/T 19001-2016") is ReviewStatus.CONFIRMED
    assert value(session, "degree", "GB/T 19001-2016") == "MOD"
    assert value(session, "reviewer", "GB/T 19001-2016") == "secretary"
    assert value(session, "counterpart", "GB/T 19001-2016") == "ISO 9001:2015"


def test_after_a_rejection_the_next_candidate_is_the_best(session: Session) -> None:
    say(session, "GB/T 19001-2016", "ISO 9001:2015", Verdict.REJECTED)
    assert value(session, "best", "GB/T 19001-2016") == ("weak", 40.0)
    assert value(session, "status", "GB/T 19001-2016") is ReviewStatus.UNREVIEWED


def test_two_standards_that_claim_the_whole_of_one_work_are_in_conflict(session: Session) -> None:
    confirm(session, "GB/T 19001-2016", "ISO 9001:2015")
    confirm(session, "GB/T 19004-2020", "ISO 9001:2015")
    assert value(session, "status", "GB/T 19001-2016") is ReviewStatus.CONFLICT
    assert value(session, "status", "GB/T 19004-2020") is ReviewStatus.CONFLICT
    confirm(session, "GB/T 19004-2020", "ISO 9001:2015", coverage=Coverage.PARTIAL)
    assert value(session, "status", "GB/T 19001-2016") is ReviewStatus.CONFIRMED


def test_two_editions_of_one_national_standard_are_no_conflict(session: Session) -> None:
    confirm(session, "GB/T 24001-2016", "ISO 14001:2015")
    confirm(session, "GB/T 24001-2010", "ISO 14001:2015")
    assert value(session, "status", "GB/T 24001-2016") is ReviewStatus.CONFIRMED


def test_a_standard_that_changed_makes_its_decision_stale(session: Session) -> None:
    confirm(session, "GB/T 19001-2016", "ISO 9001:2015")
    loaded = session.store.catalogues()[0].id
    save(session, Level.NATIONAL, "GB/T 19001-2016", replacing=loaded, fingerprint="another")
    assert value(session, "status", "GB/T 19001-2016") is ReviewStatus.STALE


def test_a_flag_is_one_of_the_kinds_of_a_row(session: Session) -> None:
    flagged = queue(session, flags=("GB/T 19001-2016",))
    assert flagged.table["kinds"][0] == [ReviewStatus.SUGGESTED.value, FLAGGED]


def test_what_moves_the_rate_and_is_uncertain_comes_first(session: Session) -> None:
    moves = value(session, "priority", "GB/T 19004-2020")
    technical_report = value(session, "priority", "GB/T 45001-2020")
    nearly_sure = value(session, "priority", "GB/T 19001-2016")
    nothing_to_decide_on = value(session, "priority", "GB/T 99999-2020")
    assert [moves, nearly_sure, technical_report, nothing_to_decide_on] == sorted(
        [moves, nearly_sure, technical_report, nothing_to_decide_on],
        key=float,
        reverse=True,  # type: ignore[arg-type]
    )
    confirm(session, "GB/T 99999-2020", "ISO 9004:2018")
    assert float(str(value(session, "priority", "GB/T 19004-2020"))) < float(str(moves))


def test_from_the_other_side_works_in_force_are_listed_with_their_best_national(session: Session) -> None:
    assert value(session, "best", "ISO 14001", Level.INTERNATIONAL) == ("strong", 95.0)
    confirm(session, "GB/T 45001-2020", "ISO 45001:2018")
    assert value(session, "status", "ISO 45001", Level.INTERNATIONAL) is ReviewStatus.CONFIRMED
    assert value(session, "counterpart", "ISO 45001", Level.INTERNATIONAL) == "GB/T 45001-2020"


def test_a_work_that_does_not_count_says_so(session: Session) -> None:
    judge_work(session, "ISO 45001", ApplicabilityVerdict.NOT_APPLICABLE, "N1", "")
    judge_work(session, "ISO 9004", ApplicabilityVerdict.DEFERRED, "", "later")
    assert value(session, "status", "ISO 45001", Level.INTERNATIONAL) is ReviewStatus.NOT_APPLICABLE
    assert value(session, "status", "ISO 9004", Level.INTERNATIONAL) is ReviewStatus.DEFERRED


@pytest.mark.parametrize("visibility", [ALL_VISIBLE, Visibility(scores=False), Visibility(is_second=True)])
@pytest.mark.parametrize("level", list(Level))
def test_refreshed_rows_are_those_of_a_new_queue(session: Session, level: Level, visibility: Visibility) -> None:
    kept = open_queue(session, light_candidates(session), level, visibility=visibility)
    steps = (
        lambda: confirm(session, "GB/T 19001-2016", "ISO 9001:2015").changed,
        lambda: confirm(session, "GB/T 19004-2020", "ISO 9001:2015").changed,
        lambda: second_opinion(session, "GB/T 19001-2016", "ISO 9001:2015", Degree.MOD).changed,
        lambda: settle_with_first(session, "GB/T 19001-2016")[1],
        lambda: say(session, "GB/T 24001-2016", "ISO 14001:2015", Verdict.REJECTED).changed,
        lambda: say(session, "GB/T 99999-2020", "", Verdict.NO_COUNTERPART).changed,
        lambda: judge_work(session, "ISO 45001", ApplicabilityVerdict.DEFERRED, "D1", "").changed,
        lambda: history.undo(session)[1],
        lambda: history.undo(session)[1],
        lambda: history.redo(session)[1],
    )
    for step in steps:
        for position, values in refresh(session, kept, step().keys).items():
            for name in COLUMNS:
                kept.table[name][position] = values[name]
    anew = open_queue(session, light_candidates(session), level, visibility=visibility)
    assert kept.table.columns == anew.table.columns


def second_opinion(session: Session, national: str, international: str, degree: Degree) -> Recorded:
    """What the expert says without having seen the decision."""
    with open_project(session.store.address, "expert") as other:
        return decide_pair(other, Opinion(national, international, Verdict.CONFIRMED, degree), second=True)


def test_without_scores_a_row_says_nothing_of_what_the_program_thinks(session: Session) -> None:
    confirm(session, "GB/T 19004-2020", "ISO 9004:2018")
    blind = open_queue(session, light_candidates(session), Level.NATIONAL, visibility=Visibility(scores=False))
    row = {name: blind.table[name][blind.positions["GB/T 19001-2016"]] for name in COLUMNS}
    assert row["status"] is ReviewStatus.UNREVIEWED
    assert [row[name] for name in ("best", "band", "margin", "degree", "suggested", "counterpart", "alert")] == [
        None, "", None, "", "", "", "",
    ]  # fmt: skip
    assert row["priority"] == 0
    decided = blind.positions["GB/T 19004-2020"]
    assert (blind.table["degree"][decided], blind.table["counterpart"][decided]) == ("IDT", "ISO 9004:2018")


def test_a_second_reviewer_sees_what_awaits_an_opinion_and_not_what_was_decided(session: Session) -> None:
    confirm(session, "GB/T 19001-2016", "ISO 9001:2015")
    with open_project(session.store.address, "expert") as other:
        seen = open_queue(other, light_candidates(other), Level.NATIONAL, visibility=Visibility(is_second=True))
    row = {name: seen.table[name][seen.positions["GB/T 19001-2016"]] for name in COLUMNS}
    assert row["kinds"] == [ReviewStatus.UNREVIEWED.value, AWAITING]
    assert (row["degree"], row["counterpart"], row["reviewer"]) == ("", "", "")


def test_a_standard_on_which_two_reviewers_differ_is_in_dispute_until_it_is_settled(session: Session) -> None:
    confirm(session, "GB/T 19001-2016", "ISO 9001:2015")
    second_opinion(session, "GB/T 19001-2016", "ISO 9001:2015", Degree.MOD)
    assert value(session, "status", "GB/T 19001-2016") is ReviewStatus.DISPUTED
    assert value(session, "status", "ISO 9001", Level.INTERNATIONAL) is ReviewStatus.DISPUTED
    settle_with_first(session, "GB/T 19001-2016")
    assert value(session, "status", "GB/T 19001-2016") is ReviewStatus.CONFIRMED


def test_a_standard_on_which_two_reviewers_agree_says_so(session: Session) -> None:
    confirm(session, "GB/T 19001-2016", "ISO 9001:2015")
    second_opinion(session, "GB/T 19001-2016", "ISO 9001:2015", Degree.IDT)
    assert value(session, "kinds", "GB/T 19001-2016") == [ReviewStatus.CONFIRMED.value, AGREED]


def test_rows_that_a_decision_bears_upon_are_shown_anew(session: Session) -> None:
    """GB/T 24001-2010 is proposed for the same work, and nobody has decided on it."""
    kept = queue(session)
    before = kept.table["priority"][kept.positions["GB/T 24001-2010"]]
    anew = refresh(session, kept, confirm(session, "GB/T 24001-2016", "ISO 14001:2015").changed.keys)
    assert set(anew) == {kept.positions["GB/T 24001-2016"], kept.positions["GB/T 24001-2010"]}
    assert anew[kept.positions["GB/T 24001-2010"]]["priority"] < before


def test_a_verdict_on_a_work_bears_upon_what_is_proposed_for_it(session: Session) -> None:
    kept = queue(session)
    verdict = judge_work(session, "ISO 14001", ApplicabilityVerdict.NOT_APPLICABLE, "N1", "")
    anew = refresh(session, kept, verdict.changed.keys)
    assert set(anew) == {kept.positions["GB/T 24001-2016"], kept.positions["GB/T 24001-2010"]}


def test_what_a_decision_does_not_bear_upon_is_not_shown_anew(session: Session) -> None:
    kept = queue(session)
    assert not refresh(session, kept, (("GB/T 19001-2016", "ISO 9001"), ("GB/T 19004-2020", "")))


def test_a_joint_group_covers_a_work_when_it_has_two_members(session: Session) -> None:
    kept = queue(session)
    third = kept.positions["GB/T 24001-2010"]
    before = kept.table["priority"][third]
    first = confirm(session, "GB/T 24001-2016", "ISO 14001:2015", coverage=Coverage.JOINT, joint="one")
    assert third not in refresh(session, kept, first.changed.keys)
    second = confirm(session, "GB/T 99999-2020", "ISO 14001:2015", coverage=Coverage.JOINT, joint="one")
    assert refresh(session, kept, second.changed.keys)[third]["priority"] < before


def test_a_key_leads_to_the_row_on_either_side(session: Session) -> None:
    key = ("GB/T 19001-2016", "ISO 9001")
    assert place_of(session, queue(session), key) == "GB/T 19001-2016"
    assert place_of(session, queue(session, Level.INTERNATIONAL), key) == "ISO 9001"
    assert place_of(session, queue(session), ("GB/T 1-1900", "")) == ""
