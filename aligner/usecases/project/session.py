"""An open project: its store, who works in it, and what was read from it so far."""

import hashlib
import json
import time
from collections.abc import Callable, Mapping
from datetime import date, datetime
from threading import Lock
from types import TracebackType
from typing import Any, Self, TypeVar

from aligner.collecting import collector_at_rest
from aligner.domain.applicability import Applicability
from aligner.domain.catalogue import Catalogue, Level
from aligner.domain.clock import local_day
from aligner.domain.comparisons.comparison import ComparedPair
from aligner.domain.pairs.decision import Decision
from aligner.domain.pairs.double_review import Settlement
from aligner.domain.pairs.further_opinion import FurtherOpinion
from aligner.domain.pairs.listed import Listed
from aligner.domain.pairs.renumbered import Entry, Key, as_listed
from aligner.domain.problem import Finding
from aligner.domain.standards.numbers import NationalNumbers
from aligner.domain.standards.table import Table
from aligner.domain.works.work import Works, build_works
from aligner.storage.contract import ReadingStore
from aligner.usecases.project.journal_state import JournalState

Made = TypeVar("Made")

LOOKS_EVERY = 1.0
"""Seconds between two looks at whether another program has loaded a catalogue into the project."""


class Session:
    """What every use-case works on. Tables are read once and again only after a catalogue was loaded."""

    def __init__(self, store: ReadingStore, reviewer: str) -> None:
        self.store = store
        self._reviewer = reviewer
        self._tables: dict[Level, Table] = {}
        self._works: Works | None = None
        self._derived: dict[Callable[..., Any], Any] = {}
        self._making: dict[Callable[..., Any], Lock] = {}
        self.recorded = JournalState(store)
        self._state: list[Catalogue] = []
        self._own_loads = -1
        self._looked_at = 0.0
        self._told: list[Finding] = []
        self.watch = store.watch()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def address(self) -> str:
        """The project's file or PostgreSQL address."""
        return self.store.address

    @property
    def reviewer(self) -> str:
        """Who signs what is done here: on a server the role that is logged in, whatever name was given."""
        return self.store.role or self._reviewer

    @reviewer.setter
    def reviewer(self, name: str) -> None:
        self._reviewer = name

    @property
    def has_own_name(self) -> bool:
        """Whether the server says who signs, so that no other name can be chosen."""
        return bool(self.store.role)

    @property
    def is_read_only(self) -> bool:
        """Whether nothing can be changed in the project."""
        return self.store.read_only

    @property
    def notices(self) -> tuple[Finding, ...]:
        """What the user should know about the opening of the project."""
        return (*self.store.notices, *self._told)

    def tell(self, finding: Finding) -> None:
        """Add something that was found or done while the project was opened to the notices."""
        self._told.append(finding)

    def close(self) -> None:
        """Let go of the project file."""
        self.store.close()

    def now(self) -> datetime:
        """The present moment, by the one clock of the project."""
        return self.store.now()

    def today(self) -> date:
        """The user's own calendar day, by the same clock."""
        return local_day(self.now())

    def take_over(self, other: "Session") -> None:
        """Use what another session of the same project has in memory, as far as it is of the same catalogues."""
        self._forget_when_reloaded()
        state, tables, works = other._state, dict(other._tables), other._works
        for level in Level:
            if _of_level(state, level) == _of_level(self._state, level) and level in tables:
                self._tables.setdefault(level, tables[level])
                if level is Level.INTERNATIONAL and self._works is None:
                    self._works = works

    def take_apart(self) -> None:
        """Let go of what is in memory, piece by piece: letting go of it at once would hold up other threads.

        Nothing may be asked of the session any more.
        """
        pieces: list[object] = [column for table in self._tables.values() for column in table.columns.values()]
        if self._works is not None:
            pieces += self._works.works
        pieces += self._derived.values()
        self._works = None
        self._tables, self._derived = {}, {}
        while pieces:
            pieces.pop()

    def standards(self, level: Level) -> Table:
        """Every standard of a level, columns as `domain.fields` and `catalogue`; duplicates are marked, not dropped.

        A national standard that stands in two catalogues counts in the one loaded last.
        """
        self._forget_when_reloaded()
        if level not in self._tables:
            table = self.store.standards(level)
            self._tables[level] = _with_duplicates_marked(table) if level is Level.NATIONAL else table
        return self._tables[level]

    def works(self) -> Works:
        """The international works, their editions and replacement chains."""
        self._forget_when_reloaded()
        if self._works is None:
            table = self.standards(Level.INTERNATIONAL)
            with collector_at_rest():
                self._works = build_works(table)
        return self._works

    def numbers(self) -> NationalNumbers:
        """Finds national standards by number."""
        return self.derived(_numbers)

    def listed(self) -> Listed:
        """What decisions are on, in the catalogues as they are now."""
        return self.derived(_listed)

    def decisions_by_key(self) -> dict[tuple[str, str], Decision]:
        """The standing decisions by pair: (national designation, work); work "" is "no counterpart".

        Under the numbers listed now, as everything here that is kept by national standard; `recorded` has the others.
        """
        return self.as_listed(self.recorded.decisions())

    def applicability_by_work(self) -> dict[str, Applicability]:
        """The standing applicability verdicts by work."""
        return self.recorded.applicability()

    def compared_by_key(self) -> dict[tuple[str, str], ComparedPair]:
        """The compared pairs by (national designation, work)."""
        return self.as_listed(self.recorded.compared())

    def second_opinions_by_key(self) -> dict[tuple[str, str], Decision]:
        """What second reviewers say without having seen the first decision, by (national designation, work)."""
        return self.as_listed(self.recorded.second_opinions())

    def further_opinions_by_key(self) -> dict[tuple[str, str], FurtherOpinion]:
        """What third reviewers, and all who followed, say: by (national designation, reviewer)."""
        return self.as_listed(self.recorded.further_opinions())

    def settlements_by_national(self) -> dict[str, Settlement]:
        """The third acts on opinions that differed, by national designation."""
        settlements = self.as_listed({one.key: one for one in self.recorded.settlements().values()})
        return {one.national: one for one in settlements.values()}

    def derived(self, make: Callable[["Session"], Made]) -> Made:
        """What `make` computes from the catalogues, kept until one is loaded."""
        self._forget_when_reloaded()
        with self._making.setdefault(make, Lock()):  # whoever else wants it waits instead of making it again
            made: Made | None = self._derived.get(make)
            if made is None:
                made = self._derived[make] = make(self)
        return made

    def as_listed(self, recorded: Mapping[Key, Entry]) -> dict[Key, Entry]:
        """What was recorded on national standards, by key, under the numbers that are listed now."""
        return as_listed(recorded.values(), self.numbers()) if recorded else {}

    def inputs(self) -> str:
        """A fingerprint of the catalogues: candidates found on other ones are out of date."""
        loaded = [
            (catalogue.level.value, catalogue.sha256, catalogue.sheet, sorted(catalogue.mapping.items()))
            for catalogue in self.store.catalogues()
        ]
        return hashlib.sha256(json.dumps(loaded).encode()).hexdigest()

    def _forget_when_reloaded(self) -> None:
        """What this program loads is seen at once, what another one loads within LOOKS_EVERY seconds."""
        now = time.monotonic()
        if self.store.catalogues_saved == self._own_loads and now - self._looked_at < LOOKS_EVERY:
            return
        self._own_loads, self._looked_at = self.store.catalogues_saved, now
        state = self.store.catalogues()  # compared as a whole: two loads can fall into one second
        if state != self._state:
            for level in Level:
                if _of_level(state, level) != _of_level(self._state, level):
                    self._tables.pop(level, None)
                    self._works = None if level is Level.INTERNATIONAL else self._works
            self._derived.clear()
            self._state = state


def _numbers(session: Session) -> NationalNumbers:
    return NationalNumbers(session.standards(Level.NATIONAL))


def _listed(session: Session) -> Listed:
    national, international = session.standards(Level.NATIONAL), session.standards(Level.INTERNATIONAL)
    return Listed(national, international, session.works(), session.numbers())


def _of_level(state: list[Catalogue], level: Level) -> list[Catalogue]:
    return [catalogue for catalogue in state if catalogue.level is level]


def _with_duplicates_marked(table: Table) -> Table:
    counts: dict[str, int] = {}
    duplicate_of = list(table["duplicate_of"])
    for index in sorted(range(len(table)), key=lambda index: -int(table["catalogue"][index])):
        if duplicate_of[index] is None:
            first = counts.setdefault(table["designation"][index], index)
            if first != index:
                duplicate_of[index] = table["row"][first]
    return Table({**table.columns, "duplicate_of": duplicate_of})
