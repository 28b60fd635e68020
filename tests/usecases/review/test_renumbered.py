"""A decision holds when the newer list prints the national standard's number without its /T, or with it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from storage.building import Ticking

from aligner.domain.catalogue import Level
from aligner.domain.pairs.decision import Verdict
from aligner.usecases.candidates.light import light_candidates
from aligner.usecases.catalogues.load import stale_decisions
from aligner.usecases.figures.bottom_line import bottom_line
from aligner.usecases.figures.measure import measure
from aligner.usecases.project.history import history_of, undo
from aligner.usecases.project.session import Session
from aligner.usecases.review.decide import take_back
from aligner.usecases.review.pair import counterparts_of_national
from aligner.usecases.review.queue import open_queue, place_of, refresh
from aligner.usecases.review.queue_rows import ReviewStatus
from usecases.reviewing import a_candidate, a_project, confirm, save, say

BEFORE, NOW = "GB 3001-2019", "GB/T 3001-2019"


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    """A decision on GB 3001-2019, and a newer list that says GB/T 3001-2019."""
    clock = Ticking()
    opened = a_project(tmp_path / "ours.aligner", [a_candidate(BEFORE, "ISO 9001:2015")], (BEFORE,), clock=clock)
    with opened:
        confirm(opened, BEFORE, "ISO 9001:2015")
        clock.pass_time(days=1)
        save(opened, Level.NATIONAL, NOW, replacing=opened.store.catalogues()[0].id)
        yield opened


def rate(session: Session) -> float | None:
    return measure(session).indicator("conversion_rate").value


def test_it_counts_in_every_figure(session: Session) -> None:
    assert rate(session) == pytest.approx(1 / 4)
    assert measure(session).indicator("review_coverage").value == 1
    assert bottom_line(session).reviewed == 1


def test_the_queue_shows_it_and_asks_for_another_look(session: Session) -> None:
    queue = open_queue(session, session.derived(light_candidates), Level.NATIONAL)
    assert queue.table["designation"] == [NOW]
    assert queue.table["status"] == [ReviewStatus.STALE]
    assert place_of(session, queue, (BEFORE, "ISO 9001")) == NOW
    assert [one.national for one in stale_decisions(session)] == [NOW]
    (offer,) = counterparts_of_national(session, NOW, session.today())
    assert offer.decision is not None


def test_deciding_again_takes_its_place_and_undo_brings_it_back(session: Session) -> None:
    queue = open_queue(session, session.derived(light_candidates), Level.NATIONAL)
    recorded = confirm(session, NOW, "ISO 9001:2015")
    assert [one.national for one in session.store.decisions()] == [NOW]
    assert recorded.taken == 1
    assert refresh(session, queue, recorded.changed.keys)[0]["status"] is ReviewStatus.CONFIRMED
    undo(session)
    assert [one.national for one in session.store.decisions()] == [BEFORE]


def test_it_can_be_taken_back_and_contradicts_what_it_contradicted(session: Session) -> None:
    assert say(session, NOW, "ISO 9001:2015", Verdict.REJECTED).taken == 1
    undo(session)
    take_back(session, NOW, "ISO 9001")
    assert session.store.decisions() == []


def test_the_history_of_the_standard_tells_of_both_numbers(session: Session) -> None:
    confirm(session, NOW, "ISO 9001:2015")
    assert len(history_of(session, NOW)) == 2
