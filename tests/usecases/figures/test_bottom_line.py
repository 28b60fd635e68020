from collections.abc import Iterator
from pathlib import Path

import pytest

from aligner.domain.catalogue import Level
from aligner.domain.pairs.decision import Verdict
from aligner.domain.progress import Silent
from aligner.usecases.candidates.light import light_candidates
from aligner.usecases.candidates.match import match_standards
from aligner.usecases.figures.bottom_line import bottom_line, if_suggestions_hold
from aligner.usecases.figures.dashboard import at_a_glance
from aligner.usecases.figures.trend import review_progress
from aligner.usecases.project.session import Session
from aligner.usecases.review.decide import Opinion, decide_pair
from aligner.usecases.review.queue import open_queue
from aligner.usecases.samples.project import sample_project
from usecases.reviewing import a_project, say


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with sample_project(str(tmp_path / "sample.aligner"), "secretary", Silent()) as made:
        yield made


def suggested(session: Session) -> tuple[str, str]:
    """A standard and its best candidate, with a suggested degree."""
    best = session.store.candidates(top=1)
    columns = (best[name] for name in ("national", "international", "suggested_degree"))
    return next((national, other) for national, other, degree in zip(*columns, strict=True) if degree)


def test_nothing_is_reviewed_in_a_new_sample(session: Session) -> None:
    now = bottom_line(session)
    assert now.reviewed == 0
    assert 0 < now.national < len(session.standards(Level.NATIONAL))
    assert now.rate == 0
    assert now.target == 0.85


def test_suggestions_that_hold_raise_the_rate_and_record_nothing(session: Session) -> None:
    match_standards(session, Silent())
    promise = if_suggestions_hold(session)
    assert promise.suggestions >= promise.without_degree
    assert (promise.rate or 0) > (bottom_line(session).rate or 0)
    assert session.decisions_by_key() == {}


def test_a_rejected_suggestion_is_none_any_more(session: Session) -> None:
    match_standards(session, Silent())
    before = if_suggestions_hold(session).suggestions
    decide_pair(session, Opinion(*suggested(session), Verdict.REJECTED))
    assert if_suggestions_hold(session).suggestions == before - 1


def test_a_suggestion_about_which_someone_is_unsure_still_stands(session: Session) -> None:
    match_standards(session, Silent())
    before = if_suggestions_hold(session)
    decide_pair(session, Opinion(*suggested(session), Verdict.UNSURE))
    assert if_suggestions_hold(session) == before


def test_a_list_with_an_amendment_can_be_finished(tmp_path: Path) -> None:
    with a_project(tmp_path / "ours.aligner", [], ("GB/T 1-2019", "GB/T 1-2019/XG1-2021")) as session:
        say(session, "GB/T 1-2019", "", Verdict.NO_COUNTERPART)
        now = bottom_line(session)
        queue = open_queue(session, session.derived(light_candidates), Level.NATIONAL)
        progress = review_progress(session, at_a_glance(session).counting)
        assert (now.reviewed, now.national) == (1, 1)
        assert now.national == len(queue.table) == progress.asked
        assert progress.open == 0
