"""What the journal comes to, kept in memory and up to date by reading its end: decisions and the like."""

from collections.abc import Callable, Iterable
from threading import Lock
from typing import Any, TypeVar

from aligner.domain.applicability import Applicability
from aligner.domain.change import Change, RowChange, Subject
from aligner.domain.comparisons.comparison import ComparedPair
from aligner.domain.pairs.decision import Decision
from aligner.domain.pairs.double_review import Settlement
from aligner.domain.pairs.further_opinion import FurtherOpinion
from aligner.storage.contract import ReadingStore

Key = TypeVar("Key")
Made = TypeVar("Made")

MOST_STEPS = 500
"""When the journal grew by more entries than this, everything is read anew."""


class JournalState:
    """Reads everything once; afterwards only the entries that this or another program added. Safe for threads."""

    def __init__(self, store: ReadingStore) -> None:
        self._store = store
        self._lock = Lock()
        self._head: tuple[int, str] | None = None
        self._decisions: dict[tuple[str, str], Decision] = {}
        self._applicability: dict[str, Applicability] = {}
        self._compared: dict[tuple[str, str], ComparedPair] = {}
        self._seconds: dict[tuple[str, str], Decision] = {}
        self._settlements: dict[str, Settlement] = {}
        self._further: dict[tuple[str, str], FurtherOpinion] = {}

    def decisions(self) -> dict[tuple[str, str], Decision]:
        """The standing decisions by pair: (national designation, work); work "" is "no counterpart"."""
        with self._lock:
            self._catch_up()
            return dict(self._decisions)

    def applicability(self) -> dict[str, Applicability]:
        """The standing applicability verdicts by work."""
        with self._lock:
            self._catch_up()
            return dict(self._applicability)

    def compared(self) -> dict[tuple[str, str], ComparedPair]:
        """The compared pairs by (national designation, work)."""
        with self._lock:
            self._catch_up()
            return dict(self._compared)

    def second_opinions(self) -> dict[tuple[str, str], Decision]:
        """What second reviewers say, by the key of a decision."""
        with self._lock:
            self._catch_up()
            return dict(self._seconds)

    def further_opinions(self) -> dict[tuple[str, str], FurtherOpinion]:
        """What third reviewers, and all who followed, say: by (national designation, reviewer)."""
        with self._lock:
            self._catch_up()
            return dict(self._further)

    def settlements(self) -> dict[str, Settlement]:
        """The third acts on opinions that differed, by national designation."""
        with self._lock:
            self._catch_up()
            return dict(self._settlements)

    def has_read(self, head: tuple[int, str]) -> bool:
        """Whether all steps up to this one have been read, or none at all yet."""
        with self._lock:
            return self._head is None or self._head[0] >= head[0]

    def _catch_up(self) -> None:
        head = self._store.head()
        if head == self._head:
            return
        known = self._head
        newer = head[0] - known[0] if known is not None else 0
        changes = self._store.history(limit=newer) if 0 < newer <= MOST_STEPS else []
        if known is not None and changes and changes[-1].id == known[0] + 1:
            self._replay(reversed(changes))
            self._head = (changes[0].id, changes[0].hash)
        else:
            self._decisions = {decision.key: decision for decision in self._store.decisions()}
            self._applicability = {verdict.work: verdict for verdict in self._store.applicability()}
            self._compared = {pair.key: pair for pair in self._store.comparisons()}
            self._seconds = {opinion.key: opinion for opinion in self._store.second_opinions()}
            self._settlements = {one.national: one for one in self._store.settlements()}
            self._further = {one.key: one for one in self._store.further_opinions()}
            self._head = head  # what was added since is replayed the next time, to the same effect

    def _replay(self, changes: Iterable[Change]) -> None:
        for change in changes:
            for row in change.rows:
                match row.subject:
                    case Subject.DECISION:
                        _replay(row, self._decisions, row.key, Decision.from_json)
                    case Subject.APPLICABILITY:
                        _replay(row, self._applicability, row.key[0], Applicability.from_json)
                    case Subject.COMPARISON:
                        _replay(row, self._compared, row.key, ComparedPair.from_json)
                    case Subject.SECOND_OPINION:
                        _replay(row, self._seconds, row.key, Decision.from_json)
                    case Subject.SETTLEMENT:
                        _replay(row, self._settlements, row.key[0], Settlement.from_json)
                    case Subject.FURTHER_OPINION:
                        _replay(row, self._further, row.key, FurtherOpinion.from_json)


def _replay(row: RowChange, standing: dict[Key, Made], key: Key, made: Callable[[dict[str, Any]], Made]) -> None:
    """Put what the row left in the place of what stood."""
    if row.after is None:
        standing.pop(key, None)
    else:
        standing[key] = made(row.after)
