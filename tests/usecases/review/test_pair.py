"""A pair is shown with all that is known about it."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from aligner.domain.catalogue import Level
from aligner.domain.errors import AlignerError
from aligner.domain.pairs.decision import Verdict
from aligner.domain.pairs.listed import Staleness
from aligner.i18n import translator
from aligner.usecases.catalogues.find import search
from aligner.usecases.project.history import history_of
from aligner.usecases.project.opening import open_project
from aligner.usecases.project.session import Session
from aligner.usecases.review.double_review import Visibility
from aligner.usecases.review.notes import View, draft, flags, forget_view, save_draft, save_view, turn_flag, views
from aligner.usecases.review.pair import (
    counterpart_international,
    counterpart_national,
    counterparts_of_national,
    counterparts_of_work,
    side,
    steps,
    titles,
    why,
)
from usecases.reviewing import a_candidate, a_project, confirm, save, say

AT = date(2026, 1, 5)
NATIONAL = "GB/T 19001-2016"
CANDIDATES = (
    a_candidate(NATIONAL, "ISO 9001:2015"),
    a_candidate(NATIONAL, "ISO 9004:2018", rank=2, score=40.0, margin=-55.0, band="weak"),
    a_candidate("GB/T 19004-2020", "ISO 9004:2018"),
)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with a_project(tmp_path / "ours.aligner", CANDIDATES) as opened:
        yield opened


def row_of(session: Session, level: Level, designation: str) -> int:
    return int(session.standards(level)["designation"].index(designation))


def test_a_side_shows_the_standard_and_its_editions(session: Session) -> None:
    shown = side(session, Level.NATIONAL, row_of(session, Level.NATIONAL, "GB/T 24001-2010"), AT)
    assert shown.standard.title == "Title of GB/T 24001-2010"
    assert [link.designation for link in shown.chain] == ["GB/T 24001-2016", "GB/T 24001-2010"]


def test_candidates_come_best_first_then_what_else_was_decided(session: Session) -> None:
    confirm(session, NATIONAL, "ISO 45001:2018")
    offered = counterparts_of_national(session, NATIONAL, AT)
    assert [one.international for one in offered] == ["ISO 9001:2015", "ISO 9004:2018", "ISO 45001:2018"]
    assert offered[2].candidate is None
    assert offered[2].decision is not None
    assert offered[2].title == "Title of ISO 45001:2018"


def test_without_scores_candidates_stand_in_the_order_of_their_numbers(session: Session) -> None:
    confirm(session, NATIONAL, "ISO/TR 10017:2021")
    say(session, NATIONAL, "ISO 9001:2015", Verdict.REJECTED)
    numbers = ["ISO 9001:2015", "ISO 9004:2018", "ISO/TR 10017:2021"]
    assert [
        one.international for one in counterparts_of_national(session, NATIONAL, AT, Visibility(scores=False))
    ] == numbers
    nationals = [one.national for one in counterparts_of_work(session, "ISO 9004", AT, Visibility(scores=False))]
    assert nationals == [NATIONAL, "GB/T 19004-2020"]


def test_a_second_reviewer_is_not_told_what_was_decided_on_a_candidate(session: Session) -> None:
    confirm(session, NATIONAL, "ISO 45001:2018")
    confirm(session, NATIONAL, "ISO 9001:2015")
    with open_project(session.store.address, "expert") as other:
        offered = counterparts_of_national(other, NATIONAL, AT, Visibility(is_second=True))
    assert [(one.international, one.decision) for one in offered] == [("ISO 9001:2015", None), ("ISO 9004:2018", None)]


def test_the_nationals_of_a_work_come_best_first(session: Session) -> None:
    assert [one.national for one in counterparts_of_work(session, "ISO 9004", AT)] == ["GB/T 19004-2020", NATIONAL]
    assert counterparts_of_work(session, "ISO 1", AT) == []


def test_a_decision_tells_what_changed_under_it(session: Session) -> None:
    confirm(session, NATIONAL, "ISO 9001:2015")
    national, international = (one.id for one in session.store.catalogues())
    save(session, Level.NATIONAL, NATIONAL, replacing=national, fingerprint="another")
    save(session, Level.INTERNATIONAL, "ISO 14001:2015", replacing=international)
    assert counterparts_of_national(session, NATIONAL, AT)[0].staleness == (
        Staleness.NATIONAL_CHANGED,
        Staleness.INTERNATIONAL_GONE,
    )


def test_a_standard_found_by_hand_becomes_an_offer(session: Session) -> None:
    offer = counterpart_international(session, NATIONAL, "ISO 45001:2018", AT)
    assert (offer.work, offer.title, offer.suggested_degree) == ("ISO 45001", "Title of ISO 45001:2018", "")
    turned = counterpart_national(session, "GB/T 45001-2020", "ISO 45001", AT)
    assert (turned.national, turned.international) == ("GB/T 45001-2020", "ISO 45001:2018")
    with pytest.raises(AlignerError, match="not in the international catalogues"):
        counterpart_international(session, NATIONAL, "ISO 1:1990", AT)


def test_a_candidate_says_why_it_is_offered(session: Session) -> None:
    offer = counterparts_of_national(session, NATIONAL, AT)[0]
    translate = translator("en")
    assert why(offer, translate) == "the titles are equal"
    assert [step.total for step in steps(offer, translate)] == [5.0, 95.0]
    assert titles(session, NATIONAL, "ISO 9001:2015") == ("Title of GB/T 19001-2016", "Title of ISO 9001:2015")


def test_a_number_is_found_before_numbers_that_contain_it(tmp_path: Path) -> None:
    with a_project(tmp_path / "found.aligner", ()) as session:
        save(session, Level.INTERNATIONAL, "ISO 29001:2020", "ISO 9001:2008", "ISO/TS 9002:2016")
        found = [one.designation for one in search(session, Level.INTERNATIONAL, "9001")]
        assert found == ["ISO 9001:2015", "ISO 9001:2008", "ISO 29001:2020"]
        assert search(session, Level.INTERNATIONAL, "iso 9001:2015")[0].designation == "ISO 9001:2015"


def test_every_word_must_be_found_and_nothing_finds_nothing(session: Session) -> None:
    assert [one.designation for one in search(session, Level.NATIONAL, "title 45001")] == ["GB/T 45001-2020"]
    assert search(session, Level.NATIONAL, "title nowhere") == []
    assert search(session, Level.NATIONAL, "  ") == []
    assert len(search(session, Level.INTERNATIONAL, "title", most=2)) == 2


def test_the_history_of_a_standard_is_only_its_own(session: Session) -> None:
    confirm(session, NATIONAL, "ISO 9001:2015")
    say(session, "GB/T 19004-2020", "ISO 9004:2018", Verdict.UNSURE)
    assert [[row.key for row in one.rows] for one in history_of(session, NATIONAL)] == [[(NATIONAL, "ISO 9001")]]


def test_a_flag_is_turned_on_and_off(session: Session) -> None:
    assert turn_flag(session, NATIONAL)
    assert flags(session) == {NATIONAL: "secretary"}
    assert not turn_flag(session, NATIONAL)
    assert flags(session) == {}


def test_a_view_of_the_same_name_is_replaced(session: Session) -> None:
    save_view(session, View("mine", search="one"))
    save_view(session, View("other", Level.INTERNATIONAL, facets={"band": ["strong"]}, order="best"))
    save_view(session, View("mine", search="two"))
    assert [(one.name, one.search) for one in views(session)] == [("other", ""), ("mine", "two")]
    assert views(session)[0].facets == {"band": ["strong"]}
    forget_view(session, "mine")
    forget_view(session, "other")
    assert views(session) == []


def test_a_view_of_another_version_is_shown_as_far_as_it_is_known_and_stays_as_it_was(session: Session) -> None:
    later = {"name": "later", "search": "x", "level": "regional", "facets": {"band": ["strong"], "moon": 1}, "hue": 2}
    session.store.writing().save_setting("review.views", [later, {"search": "nameless"}, "nothing"])
    (view,) = views(session)
    assert (view.level, view.search, view.facets) == (Level.NATIONAL, "x", {"band": ["strong"]})
    assert view.ignored == ("hue", "level", "moon")
    save_view(session, View("mine"))
    forget_view(session, "mine")
    assert session.store.setting("review.views") == [later]
    session.store.writing().save_setting("review.views", {"no": "list"})
    assert views(session) == []


def test_drafts_belong_to_their_reviewer_and_pair(session: Session) -> None:
    save_draft(session, NATIONAL, "ISO 9001", "ask")
    assert draft(session, NATIONAL, "ISO 9001") == "ask"
    assert draft(session, NATIONAL, "ISO 9004") == ""
    session.reviewer = "expert"
    assert draft(session, NATIONAL, "ISO 9001") == ""
    session.reviewer = "secretary"
    save_draft(session, NATIONAL, "ISO 9001", "")
    assert draft(session, NATIONAL, "ISO 9001") == ""
