"""Newer lists are matched only where they touch something; a recipe is learnt from decisions, and never silently."""

import shutil
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest

from aligner import paths
from aligner.domain.catalogue import Level
from aligner.domain.errors import AlignerError
from aligner.domain.progress import Silent
from aligner.matching.texts.encoder import MODULE, is_installed
from aligner.usecases.candidates.counts import CANDIDATE_COUNTS, kept_counts
from aligner.usecases.candidates.learn import learn
from aligner.usecases.candidates.match import match_standards
from aligner.usecases.candidates.recipes import forget, recipe_in_use
from aligner.usecases.catalogues.load import load
from aligner.usecases.catalogues.request import LoadRequest
from aligner.usecases.project.opening import open_project
from aligner.usecases.project.session import Session
from aligner.usecases.review.decide import decide_file
from aligner.usecases.samples.project import DECISIONS, sample_project

NATIONAL = "national_standards_gb.xlsx"


@pytest.fixture(scope="module")
def matched_sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("sample") / "sample.aligner"
    sample_project(str(file), "secretary", Silent()).close()
    return file


@pytest.fixture
def session(matched_sample: Path, tmp_path: Path) -> Iterator[Session]:
    file = shutil.copy(matched_sample, tmp_path / "ours.aligner")
    with open_project(str(file), "secretary") as opened:
        yield opened


def a_newer_list(folder: Path, title: str) -> LoadRequest:
    """The national sample list with another title of GB/T 19004-2020."""
    book = openpyxl.load_workbook(paths.sample_data() / NATIONAL)
    sheet = book.worksheets[0]
    cell = next(cell for row in sheet.iter_rows() for cell in row if cell.value == "GB/T 19004-2020")
    sheet.cell(cell.row, cell.column + 2).value = title
    book.save(folder / NATIONAL)
    return LoadRequest(folder / NATIONAL, Level.NATIONAL)


def test_only_what_a_newer_list_touches_is_matched_again(session: Session, tmp_path: Path) -> None:
    before = session.store.candidates()
    load(session, a_newer_list(tmp_path, "Medical electrical equipment—Part 1: General requirements"), Silent())
    matched = match_standards(session, Silent())
    assert matched.rematched == 1
    untouched = [row for row in before.rows() if row["national"] == "GB/T 15706-2012/ISO 12100:2010"]
    now = [row for row in session.store.candidates().rows() if row["national"] == "GB/T 15706-2012/ISO 12100:2010"]
    assert now == untouched
    assert set(session.store.candidates()["national"]) == set(before["national"])


def test_nothing_new_touches_nothing_and_full_means_everything(session: Session) -> None:
    before = session.store.candidates()
    kept = match_standards(session, Silent())
    assert (kept.rematched, kept.counts.candidates) == (0, len(before))
    assert session.store.candidates() == before
    assert match_standards(session, Silent(), full=True).rematched is None


def test_kept_counts_are_those_of_the_candidates_whoever_kept_them(session: Session) -> None:
    counted = match_standards(session, Silent(), full=True).counts
    stored = session.store.candidates()
    best = [band for band, rank in zip(stored["band"], stored["rank"], strict=True) if rank == 1]
    assert (counted.candidates, counted.by_best_band) == (len(stored), Counter(best))
    assert kept_counts(session) == counted
    session.store.writing().save_setting(CANDIDATE_COUNTS, None)
    assert kept_counts(session) == counted
    session.store.writing().save_setting(CANDIDATE_COUNTS, {"at": "of another run", "candidates": 1})
    assert kept_counts(session) == counted


@pytest.mark.skipif(not is_installed(), reason="the sentence encoder is optional")
def test_what_was_matched_without_the_encoder_is_matched_anew_once_it_is_there(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setitem(sys.modules, MODULE, None)
        assert match_standards(session, Silent(), full=True).lacks_encoder
    again = match_standards(session, Silent())
    assert (again.rematched, again.lacks_encoder) == (None, False)


def test_two_newer_lists_add_up(session: Session, tmp_path: Path) -> None:
    for title in ("Something else", "Something else again"):
        load(session, a_newer_list(tmp_path, title), Silent())
    assert match_standards(session, Silent()).rematched == 1


def test_a_new_catalogue_is_matched_whole(session: Session, tmp_path: Path) -> None:
    request = a_newer_list(tmp_path, "Something else")
    load(session, LoadRequest(request.path, Level.NATIONAL, update=0), Silent())
    assert match_standards(session, Silent()).rematched is None


def test_a_learnt_recipe_is_used_until_it_is_forgotten(session: Session) -> None:
    decide_file(session, paths.sample_data() / DECISIONS, Silent())
    found = learn(session, Silent())
    assert found.is_better
    assert found.changed
    assert match_standards(session, Silent()).recipe == found.recipe
    forget(session)
    assert recipe_in_use(session).name == "titles"


def test_too_few_decisions_teach_nothing(session: Session) -> None:
    with pytest.raises(AlignerError, match="Decide more pairs first"):
        learn(session, Silent())
    assert recipe_in_use(session).name == "titles"
