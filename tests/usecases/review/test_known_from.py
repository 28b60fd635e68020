"""Works of which no edition is listed are told as such."""

from collections.abc import Iterator

import pytest
from catalogue_files import write_workbook

from aligner.domain.catalogue import Level
from aligner.domain.pairs.candidate import Band
from aligner.domain.progress import Silent
from aligner.usecases.candidates.light import light_candidates
from aligner.usecases.candidates.match import match_standards
from aligner.usecases.catalogues.load import load
from aligner.usecases.catalogues.request import LoadRequest
from aligner.usecases.project.opening import new_project
from aligner.usecases.project.session import Session
from aligner.usecases.review.bulk import LeftOut, plan
from aligner.usecases.review.known_from import KnownKind, known_from
from aligner.usecases.review.pair import Counterpart, counterparts_of_national

NATIONAL = (
    ("GB/T 5001-2020", "Steel wire ropes — Vocabulary"),
    ("GB/T 5002-2020", "Rotodynamic pumps — Efficiency testing"),
    ("GB/T 9-2001", "Documentation of manuscripts"),
)
INTERNATIONAL = (
    ("ISO/DIS 5001", "Steel wire ropes — Vocabulary", "Under development"),
    ("ISO 5001:2030/Amd 1:2031", "Steel wire ropes — Amendment 1", "Under development"),
    ("ISO 5002:2010/Amd 1:2015", "Rotodynamic pumps — Efficiency testing — Amendment 1", "Published"),
    ("ISO 9:1999", "Documentation of manuscripts", "Published"),
)


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    folder = tmp_path_factory.mktemp("known")
    with new_project(str(folder / "ours.aligner"), "secretary") as opened:
        files = (
            (Level.NATIONAL, write_workbook(folder / "gb.xlsx", ("Standard number", "Title"), NATIONAL)),
            (Level.INTERNATIONAL, write_workbook(folder / "iso.xlsx", ("Number", "Title", "Status"), INTERNATIONAL)),
        )
        for level, file in files:
            load(opened, LoadRequest(file, level), Silent())
        match_standards(opened, Silent())
        yield opened


def best(session: Session, national: str) -> Counterpart:
    return counterparts_of_national(session, national, session.today())[0]


def test_a_candidate_has_the_title_and_the_document_it_is_known_from(session: Session) -> None:
    drafted, amended = best(session, "GB/T 5001-2020"), best(session, "GB/T 5002-2020")
    assert drafted.known_from is not None
    assert (drafted.known_from.kind, drafted.known_from.designation) == (KnownKind.DRAFT, "ISO/DIS 5001")
    assert drafted.title == "Steel wire ropes — Vocabulary"
    assert amended.known_from is not None
    assert amended.known_from.kind is KnownKind.SUPPLEMENT
    assert amended.title == "Rotodynamic pumps — Efficiency testing — Amendment 1"


def test_a_published_work_is_known_from_itself(session: Session) -> None:
    assert best(session, "GB/T 9-2001").known_from is None
    assert known_from(session, None) is None


def test_what_is_not_published_is_never_strong_and_never_accepted_in_bulk(session: Session) -> None:
    candidates = light_candidates(session)
    names = [number for number, _ in NATIONAL]
    for name in names[:2]:
        first = candidates.of_national(name)[0]
        assert (first.band, "unpublished" in first.caps, "withdrawn" in first.caps) == (Band.PROBABLE, True, False)
    bulk = plan(session, candidates, names, Band.PROBABLE)
    assert [bulk.left_out[name] for name in names[:2]] == [LeftOut.UNPUBLISHED] * 2
