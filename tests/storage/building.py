"""Plain values for the tests of the project file."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from aligner.domain.applicability import Applicability, ApplicabilityVerdict
from aligner.domain.catalogue import Catalogue, Level
from aligner.domain.change import RowChange, Subject
from aligner.domain.degree import Degree
from aligner.domain.pairs.candidate import COLUMNS, Band
from aligner.domain.pairs.decision import Decision, Verdict
from aligner.domain.standards import fields
from aligner.domain.standards.table import Table


class Ticking:
    """A clock that stands at the moment it was last set to."""

    def __init__(self, now: datetime = datetime(2026, 1, 5, 9, tzinfo=UTC)) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def pass_time(self, **spans: float) -> None:
        self.now += timedelta(**spans)


def a_row(designation: str, **values: Any) -> dict[str, Any]:
    """Every field of one standard, empty but for the given ones."""
    work = designation.partition(":")[0]
    empty = {field.name: fields.empty_value(field.kind) for field in fields.FIELDS}
    return empty | {"designation": designation, "work": work, "fingerprint": f"of {designation}"} | values


def a_table(*rows: dict[str, Any]) -> Table:
    """A table of standards."""
    return Table.from_rows(fields.COLUMN_NAMES, rows)


def a_catalogue(level: Level = Level.INTERNATIONAL, **values: Any) -> Catalogue:
    """A catalogue that is not stored yet."""
    plain: dict[str, Any] = {
        "id": 0,
        "level": level,
        "file_name": "list.xlsx",
        "sheet": "Sheet1",
        "sha256": "ab" * 32,
        "loaded_at": "",
        "reference_date": "2026-01-01",
        "rows": 3,
        "standards": 2,
        "mapping": {"designation": "标准号"},
    }
    return Catalogue(**plain | values)


def a_decision(national: str = "GB/T 19001-2016", work: str = "ISO 9001", **values: Any) -> Decision:
    """A confirmed identical adoption unless told otherwise."""
    plain: dict[str, Any] = {
        "national": national,
        "international": f"{work}:2015",
        "work": work,
        "verdict": Verdict.CONFIRMED,
        "degree": Degree.IDT,
        "reviewer": "secretary",
    }
    return Decision(**plain | values)


def deciding(after: Decision | None, before: Decision | None = None) -> RowChange:
    """The row of the journal that makes `after` stand in the place of `before`."""
    decision = after or before
    assert decision is not None
    return RowChange(
        Subject.DECISION,
        decision.key,
        None if before is None else before.to_json(),
        None if after is None else after.to_json(),
    )


def judging(work: str, verdict: ApplicabilityVerdict) -> RowChange:
    """The row of the journal that gives a first verdict on the work."""
    return RowChange(Subject.APPLICABILITY, (work, ""), None, Applicability(work, verdict).to_json())


def some_candidates(pairs: Sequence[tuple[str, str, int]]) -> Table:
    """Candidates with these nationals, works and ranks."""
    rows = [
        {
            "national": national,
            "international": f"{work}:2015",
            "work": work,
            "rank": rank,
            "score": 90.5 - rank,
            "margin": 12.0,
            "band": Band.STRONG,
            "suggested_degree": "IDT",
            "degree_basis": "stated",
            "edition_state": "current",
            "evidence": [["title", 0.93, 40.0, "质量管理体系", "Quality management systems"]],
            "caps": [],
        }
        for national, work, rank in pairs
    ]
    return Table.from_rows(COLUMNS, rows)
