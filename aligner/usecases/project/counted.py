"""Countings of an open project, kept and shared: a decision changes one or two pairs of thousands."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from threading import Lock
from typing import TypeVar

from aligner.domain.applicability import Applicability
from aligner.domain.catalogue import Level
from aligner.domain.comparisons.comparison import Comparison
from aligner.domain.counting import CountingRules
from aligner.domain.pairs.decision import Decision
from aligner.domain.works.work import Works, build_works
from aligner.indicators.counting.count import Counting, count, gather_from
from aligner.indicators.counting.pairings import Catalogued
from aligner.indicators.counting.population import Population, population_at
from aligner.usecases.project.session import Session

Made = TypeVar("Made")

MOST_GROUNDS = 8
"""Grounds kept: one for each profile that comes with the program, and some of the user's own or of other days."""

MOST_COUNTINGS = 2
"""Countings kept: that of the line at the bottom and that of the dashboard, when they differ."""


@dataclass(frozen=True, slots=True)
class Judged:
    """What reviewers decided, as far as it is counted.

    Decisions are as they were recorded: counting finds their standards itself.
    """

    decisions: list[Decision]
    applicability: list[Applicability]
    comparisons: list[Comparison] = field(default_factory=list)
    second_opinions: list[Decision] = field(default_factory=list)


class Countings:
    """What was counted on the catalogues of a session. Safe for threads: who comes second waits for the first."""

    def __init__(self, catalogued: Catalogued) -> None:
        self.catalogued = catalogued
        self._populations = _Kept[tuple[CountingRules, date], Population](MOST_GROUNDS)
        self._standing = _Kept[tuple[CountingRules, date], tuple[tuple[int, str], Counting]](MOST_COUNTINGS)
        self._lock = Lock()

    def of(self, known: Judged, rules: CountingRules, at: date) -> Counting:
        """The counting of this."""
        with self._lock:
            return self._count(known, rules, at)

    def standing(self, session: Session, rules: CountingRules, at: date) -> Counting:
        """The counting of what stands now: the same one as long as nothing is decided."""
        with self._lock:
            head = session.store.head()
            kept = self._standing.get((rules, at))
            if kept is not None and kept[0] == head:
                return kept[1]
            counting = self._count(standing_judgements(session), rules, at)
            self._standing.put((rules, at), (head, counting))
            return counting

    def _count(self, known: Judged, rules: CountingRules, at: date) -> Counting:
        population = self._populations.get_or((rules, at), lambda: population_at(self.catalogued, rules, at))
        inputs = gather_from(
            self.catalogued, known.decisions, known.applicability, rules, known.comparisons, known.second_opinions
        )
        return count(inputs, at, population)


def countings(session: Session) -> Countings:
    """Those of the session; made anew when a catalogue was loaded."""
    return session.derived(_made)


def national_works(session: Session) -> Works:
    """The national standards as works: an amended or revised one counts once."""
    return build_works(session.standards(Level.NATIONAL))


def standing_judgements(session: Session) -> Judged:
    """What stands now, from memory."""
    compared = [indicator for pair in session.compared_by_key().values() for indicator in pair.indicators]
    return Judged(
        list(session.recorded.decisions().values()),
        list(session.applicability_by_work().values()),
        compared,
        list(session.recorded.second_opinions().values()),
    )


def _made(session: Session) -> Countings:
    return Countings(Catalogued(session.listed(), session.derived(national_works)))


Key = TypeVar("Key")


class _Kept(OrderedDict[Key, Made]):
    """The last few things that were made; the one that was not asked for the longest goes first."""

    def __init__(self, most: int) -> None:
        super().__init__()
        self._most = most

    def put(self, key: Key, made: Made) -> None:
        self[key] = made
        self.move_to_end(key)
        while len(self) > self._most:
            self.popitem(last=False)

    def get_or(self, key: Key, make: Callable[[], Made]) -> Made:
        if key not in self:
            self.put(key, make())
        self.move_to_end(key)
        return self[key]
