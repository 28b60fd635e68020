"""Decisions, applicability verdicts and comparisons, as they stand now or stood on a day."""

from datetime import date

from sqlalchemy import Connection

from aligner.domain.applicability import Applicability
from aligner.domain.change import Subject
from aligner.domain.comparisons.comparison import ComparedPair
from aligner.domain.pairs.decision import Decision
from aligner.domain.pairs.double_review import Settlement
from aligner.domain.pairs.further_opinion import FurtherOpinion
from aligner.storage.tables import journal, standing
from aligner.storage.tables.encoding import decoding


def decisions(connection: Connection, as_of: date | None) -> list[Decision]:
    """Every standing decision, by national designation and work."""
    rows = _rows(connection, Subject.DECISION, as_of)
    with decoding():
        return [Decision.from_json(values) for values in rows]


def applicability(connection: Connection, as_of: date | None) -> list[Applicability]:
    """Every standing applicability verdict, by work."""
    rows = _rows(connection, Subject.APPLICABILITY, as_of)
    with decoding():
        return [Applicability.from_json(values) for values in rows]


def comparisons(connection: Connection, as_of: date | None) -> list[ComparedPair]:
    """Every compared pair, by national designation and work."""
    rows = _rows(connection, Subject.COMPARISON, as_of)
    with decoding():
        return [ComparedPair.from_json(values) for values in rows]


def second_opinions(connection: Connection, as_of: date | None = None) -> list[Decision]:
    """What second reviewers said, by national designation and work."""
    rows = _rows(connection, Subject.SECOND_OPINION, as_of)
    with decoding():
        return [Decision.from_json(values) for values in rows]


def further_opinions(connection: Connection) -> list[FurtherOpinion]:
    """What third reviewers, and all who followed, say: by national designation and reviewer."""
    rows = _rows(connection, Subject.FURTHER_OPINION, None)
    with decoding():
        return [FurtherOpinion.from_json(values) for values in rows]


def settlements(connection: Connection) -> list[Settlement]:
    """Every settlement of two opinions that differed, by national designation."""
    rows = _rows(connection, Subject.SETTLEMENT, None)
    with decoding():
        return [Settlement.from_json(values) for values in rows]


def _rows(connection: Connection, subject: Subject, as_of: date | None) -> list[dict[str, object]]:
    if as_of is None:
        return standing.values(standing.read(connection, subject).values())
    folded = journal.folded(connection, as_of)
    return standing.values(folded[key] for key in sorted(folded) if key[0] == subject.value)
