"""A small project to review: standards and candidates from a few plain values."""

import hashlib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from standards_tables import a_standard, a_table

from aligner.domain.catalogue import Catalogue, Level
from aligner.domain.clock import Clock, utc_now
from aligner.domain.degree import Degree
from aligner.domain.pairs.candidate import COLUMNS, Band, MatchingRun
from aligner.domain.pairs.decision import Verdict
from aligner.domain.standards.table import Table
from aligner.storage import store
from aligner.usecases.project.session import Session
from aligner.usecases.review.decide import Opinion, Recorded, decide_pair

NATIONAL = (
    "GB/T 19001-2016",
    "GB/T 19004-2020",
    "GB/T 24001-2016",
    "GB/T 24001-2010",
    "GB/T 45001-2020",
    "GB/T 99999-2020",
)
INTERNATIONAL = ("ISO 9001:2015", "ISO 9004:2018", "ISO 14001:2015", "ISO 45001:2018", "ISO/TR 10017:2021")


def a_candidate(national: str, international: str, **values: Any) -> dict[str, Any]:
    """A strong candidate with a degree stated by the catalogue, unless told otherwise."""
    usual = {
        "national": national,
        "international": international,
        "work": international.partition(":")[0],
        "rank": 1,
        "score": 95.0,
        "margin": 40.0,
        "band": Band.STRONG.value,
        "suggested_degree": "IDT",
        "degree_basis": "the catalogue states this degree",
        "edition_state": "current",
        "evidence": [["base", 1.0, 5.0, "", ""], ["title", 1.0, 90.0, "one title", "one title"]],
        "caps": [],
    }
    return usual | values


def a_project(
    file: Path, candidates: Iterable[dict[str, Any]], national: Iterable[str] = NATIONAL, *, clock: Clock = utc_now
) -> Session:
    """A project of the reviewer secretary with these candidates."""
    session = Session(store.create(str(file), clock=clock), "secretary")
    save(session, Level.NATIONAL, *national)
    save(session, Level.INTERNATIONAL, *INTERNATIONAL)
    table = Table.from_rows(COLUMNS, list(candidates))
    session.store.writing().save_candidates(MatchingRun("", {}, session.inputs()), table)
    return session


def save(session: Session, level: Level, *designations: str, replacing: int | None = None, **values: Any) -> int:
    """Store a catalogue of these standards; its id."""
    rows = [a_standard(one, title=f"Title of {one}", published=one[-4:], **values) for one in designations]
    sha256 = hashlib.sha256(repr(rows).encode()).hexdigest()
    catalogue = Catalogue(0, level, f"{level.value}.xlsx", "Sheet1", sha256, "", "2026-01-01", len(rows), len(rows))
    return session.store.writing().save_catalogue(catalogue, a_table(*rows), replacing=replacing)[0].id


def confirm(
    session: Session, national: str, international: str, degree: Degree = Degree.IDT, **values: Any
) -> Recorded:
    """Record that the two correspond."""
    return decide_pair(session, Opinion(national, international, Verdict.CONFIRMED, degree, **values))


def say(session: Session, national: str, international: str, verdict: Verdict) -> Recorded:
    """Record a verdict without a degree."""
    return decide_pair(session, Opinion(national, international, verdict))
