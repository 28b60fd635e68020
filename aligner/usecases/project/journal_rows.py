"""Rows of the journal that put something in the place of what is recorded on a pair, under whatever number."""

from collections.abc import Mapping
from typing import Any, Protocol

from aligner.domain.change import RowChange, Subject
from aligner.domain.pairs.renumbered import Key, Recorded, earlier_keys
from aligner.usecases.project.session import Session


class Kept(Recorded, Protocol):
    """Something recorded that the journal keeps as plain values."""

    def to_json(self) -> dict[str, Any]:
        """Plain values."""


class JournalRows:
    """Makes the rows of one step, from what is recorded when the step begins.

    What was recorded under an earlier number of the same national standard goes when something takes its place:
    two decisions on one pair would contradict each other.
    """

    def __init__(self, session: Session, subject: Subject, recorded: Mapping[Key, Kept]) -> None:
        self._subject = subject
        self._recorded = recorded
        self._earlier = earlier_keys(recorded, session.numbers()) if recorded else {}

    def put(self, key: Key, after: Kept | None) -> list[RowChange]:
        """The rows after which `after` alone is recorded on this pair; None: nothing is."""
        gone = [self._row(earlier, None) for earlier in self._earlier.get(key, ())]
        return gone if after is None and key not in self._recorded else [*gone, self._row(key, after)]

    def _row(self, key: Key, after: Kept | None) -> RowChange:
        before = self._recorded.get(key)
        return RowChange(self._subject, key, before.to_json() if before else None, after.to_json() if after else None)
