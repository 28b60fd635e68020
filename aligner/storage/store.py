"""A project: its catalogues, candidates, decisions and journal, in a file or in a PostgreSQL database."""

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from sqlalchemy import Connection, Engine

from aligner.distribution import version
from aligner.domain.applicability import Applicability
from aligner.domain.catalogue import Catalogue, CatalogueDifference, Level
from aligner.domain.change import Action, Change, RowChange, Subject
from aligner.domain.clock import Clock, stamp, utc_now
from aligner.domain.comparisons.comparison import ComparedPair
from aligner.domain.errors import AlignerError
from aligner.domain.figures.snapshot import Snapshot
from aligner.domain.pairs.candidate import COLUMNS, MatchingRun
from aligner.domain.pairs.decision import Decision
from aligner.domain.pairs.double_review import Settlement
from aligner.domain.pairs.further_opinion import FurtherOpinion
from aligner.domain.problem import Finding, Problem
from aligner.domain.standards.table import Table
from aligner.domain.text import N_
from aligner.storage import checking, soundness
from aligner.storage.contract import ReadingStore, Watch, WritingStore
from aligner.storage.file import opening
from aligner.storage.file.engine import Opened, reading, writing
from aligner.storage.file.server.rules import NOTES
from aligner.storage.past import READ_ONLY, PastStore
from aligner.storage.tables import (
    candidates,
    catalogues,
    decisions,
    journal,
    seals,
    settings,
    snapshots,
    standards,
    standing,
)
from aligner.storage.tables.encoding import refused
from aligner.storage.tables.entry_times import EntryTimes
from aligner.storage.tables.seals import Part
from aligner.storage.verified import backed_up, looked_at
from aligner.storage.watching import FileWatch, ServerWatch

BUSY_SECONDS = 5.0
"""How long one program waits for another that is writing."""


def create(address: str, *, clock: Clock = utc_now) -> "Store":
    """A new, empty project in this file or PostgreSQL database; raises AlignerError when there is something already."""
    return Store(opening.create(address, BUSY_SECONDS), clock)


def open_store(
    address: str, *, read_only: bool = False, clock: Clock = utc_now, busy_seconds: float = BUSY_SECONDS
) -> "Store":
    """The project in this file or PostgreSQL database, after every check and with a backup made.

    What the user should know about the opening is in `notices`: a backup that failed, or that the project could only
    be opened for reading. Raises AlignerError when it cannot be opened.
    """
    opened = opening.open_project(address, read_only, clock, busy_seconds)
    try:
        return Store(backed_up(looked_at(opened), clock), clock)
    except BaseException:
        opened.engine.dispose()
        raise


class Store(ReadingStore, WritingStore):
    """An open project; close it, or use it in a `with` statement. Each method is one transaction.

    Every method raises AlignerError when the project cannot be read or written: locked by another program, on a full
    disk, damaged. Nothing is written then.
    """

    def __init__(self, opened: Opened, clock: Clock) -> None:
        self.address = opened.address
        self.read_only = opened.read_only
        self.role = opened.role
        self.notices: tuple[Finding, ...] = opened.notices
        self._opened = opened
        self._engine: Engine = opened.engine
        self._path = opened.path
        self._identity = _identity(opened.path)
        self._clock = clock
        self._times = EntryTimes()
        self._damage = dict(opened.damage)
        self._candidates_looked_at = False
        self.catalogues_saved = 0
        """How often this program has saved a catalogue since it opened the project."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def now(self) -> datetime:
        """The present moment, by the clock that the project was opened with."""
        return self._clock()

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    def watch(self) -> Watch:
        """What waits for steps of others; a connection of its own to a server, nothing but a clock for a file."""
        return FileWatch() if self._path is not None else ServerWatch(self.address, self._engine)

    # catalogues

    def catalogues(self) -> list[Catalogue]:
        """Every catalogue, in the order of first loading."""
        with self._reading(Part.CATALOGUE) as connection:
            return catalogues.read(connection)

    def catalogue_problems(self, catalogue: int) -> list[Problem]:
        """What was found in the catalogue's file, in the order given when it was saved."""
        with self._reading(Part.CATALOGUE) as connection:
            return catalogues.problems(connection, catalogue)

    def difference(self, catalogue: int, newer: Table) -> CatalogueDifference:
        """What these standards would change in the catalogue; nothing is written."""
        with self._reading(Part.CATALOGUE) as connection:
            return standards.difference(connection, catalogues.existing(connection, catalogue), newer)

    def save_catalogue(
        self,
        catalogue: Catalogue,
        table: Table,
        problems: Sequence[Problem] = (),
        *,
        replacing: int | None = None,
    ) -> tuple[Catalogue, CatalogueDifference]:
        """Store a catalogue; with `replacing`, as the newer state of that one. Decisions are never touched.

        Its `id` is given by the project; `loaded_at` and `program_version` are filled in when they are empty.
        """
        complete = replace(
            catalogue,
            loaded_at=catalogue.loaded_at or self._now(),
            program_version=catalogue.program_version or version(),
        )
        with self._writing() as connection:
            saved = catalogues.save(connection, complete, table, problems, replacing)
        self.catalogues_saved += 1
        return saved

    def removed_catalogues(self) -> list[Catalogue]:
        """The catalogues that were removed and can be put back, in the order of first loading."""
        with self._reading(Part.CATALOGUE) as connection:
            return catalogues.read_removed(connection)

    def set_removed(self, catalogue: int, *, removed: bool) -> None:
        """Take a catalogue out of everything that is read, or put it back. Decisions and snapshots are not touched.

        Raises AlignerError when there is none of that number.
        """
        with self._writing() as connection:
            catalogues.set_removed(connection, catalogue, removed=removed)
        self.catalogues_saved += 1

    def standards(self, level: Level) -> Table:
        """All catalogues of a level, one below the other: the columns of domain.fields and `catalogue`, its id."""
        with self._reading(Part.CATALOGUE) as connection:
            return standards.read(connection, standards.by_level(connection, level))

    # candidates

    def matching_run(self) -> MatchingRun | None:
        """How the stored candidates came about; None before the first run."""
        with self._reading(Part.MATCHING) as connection:
            return candidates.last_run(connection)

    def save_candidates(self, run: MatchingRun, table: Table) -> MatchingRun:
        """Put this run and its candidates in the place of the one before; `at` is filled in when it is empty."""
        complete = replace(run, at=run.at or self._now(), program_version=run.program_version or version())
        with self._writing() as connection:
            candidates.write(connection, complete, table)
        return complete

    def candidates(
        self,
        *,
        national: str | None = None,
        work: str | None = None,
        top: int | None = None,
        columns: Sequence[str] = COLUMNS,
    ) -> Table:
        """These columns of domain.candidate: all, of one standard, or the best `top` of each national one."""
        self._look_at_candidates()
        with self._reading(Part.MATCHING) as connection:
            return candidates.read(connection, national, work, top, columns)

    # decisions and the journal

    def decisions(self, as_of: date | None = None) -> list[Decision]:
        """Every standing decision, by key; with a date, as they stood at the end of that day (UTC)."""
        with self._reading(Part.STANDING if as_of is None else Part.JOURNAL) as connection:
            return decisions.decisions(connection, as_of)

    def applicability(self, as_of: date | None = None) -> list[Applicability]:
        """Every standing applicability verdict, by work; with a date, at the end of that day (UTC)."""
        with self._reading(Part.STANDING if as_of is None else Part.JOURNAL) as connection:
            return decisions.applicability(connection, as_of)

    def comparisons(self, as_of: date | None = None) -> list[ComparedPair]:
        """Every compared pair with its indicators, by key; with a date, at the end of that day (UTC)."""
        with self._reading(Part.STANDING if as_of is None else Part.JOURNAL) as connection:
            return decisions.comparisons(connection, as_of)

    def second_opinions(self, as_of: date | None = None) -> list[Decision]:
        """What second reviewers say or said at the end of a day, without having seen the first decision; by key."""
        with self._reading(Part.STANDING if as_of is None else Part.JOURNAL) as connection:
            return decisions.second_opinions(connection, as_of)

    def further_opinions(self) -> list[FurtherOpinion]:
        """What third reviewers, and all who followed, say: by national designation and reviewer."""
        with self._reading(Part.STANDING) as connection:
            return decisions.further_opinions(connection)

    def misplaced_times(self) -> int:
        """How many entries of the journal a wrong clock stamped: their order tells when they happened."""
        with self._reading() as connection:
            return len(journal.told_by_order(connection))

    def settlements(self) -> list[Settlement]:
        """The third acts on opinions that differed, by national designation."""
        with self._reading(Part.STANDING) as connection:
            return decisions.settlements(connection)

    def standing(self, subject: Subject, key: tuple[str, str]) -> dict[str, Any] | None:
        """What stands under this key now, as the `before` of the next change of it; None when nothing does."""
        with self._reading(Part.STANDING) as connection:
            return standing.one(connection, subject, key)

    def append(self, reviewer: str, action: Action, rows: Sequence[RowChange]) -> Change:
        """Write one change of the reviewer and what it leaves standing.

        Raises Conflict, and writes nothing, when a row no longer stands as its `before` says.
        """
        with self._appending() as connection:
            return journal.append(connection, self._clock, reviewer, action, rows)

    def undo(self, reviewer: str) -> Change:
        """Reverse the reviewer's last standing change; raises Conflict when someone decided since."""
        with self._appending() as connection:
            return journal.undo(connection, self._clock, reviewer)

    def redo(self, reviewer: str) -> Change:
        """Reverse the reviewer's last undo, unless they made another change after it; raises Conflict as undo does."""
        with self._appending() as connection:
            return journal.redo(connection, self._clock, reviewer)

    def history(self, key: tuple[str, str] | None = None, limit: int | None = None) -> list[Change]:
        """Changes, newest first; with a key only those that touch it ("" as its second part: any)."""
        with self._reading(Part.JOURNAL) as connection:
            return journal.history(connection, key, limit, told=self._times.told(connection))

    def head(self) -> tuple[int, str]:
        """How many changes the journal has, and the hash of the last: what a report prints."""
        if any(kind == Part.JOURNAL for kind, _ in self._damage):
            return self._sealed_head()
        with self._reading() as connection:
            return journal.head(connection)

    def _sealed_head(self) -> tuple[int, str]:
        """The end of the journal as it was written last, whatever is left of it."""
        with self._reading(Part.WHOLE) as connection:
            return seals.head(connection)

    # snapshots

    def snapshots(self) -> list[Snapshot]:
        """Every snapshot, in the order in which they were taken."""
        with self._reading(Part.SNAPSHOT) as connection:
            return snapshots.read(connection)

    def save_snapshot(self, snapshot: Snapshot) -> Snapshot:
        """Keep a snapshot of the project as it is; `at` and `program_version` are filled in when they are empty.

        Raises AlignerError when there is one of that name, and when the journal or the catalogues are no longer as
        the snapshot says.
        """
        complete = replace(
            snapshot,
            at=snapshot.at or self._now(),
            program_version=snapshot.program_version or version(),
        )
        with self._writing() as connection:
            return snapshots.write(connection, complete)

    def forget_snapshot(self, name: str) -> None:
        """Drop the snapshot and what was kept for it alone. Raises AlignerError when there is none of that name."""
        with self._writing() as connection:
            snapshots.forget(connection, name)

    def past(self, name: str) -> tuple[PastStore, Snapshot]:
        """The project as the snapshot of this name kept it, and the snapshot."""
        for part in (Part.SNAPSHOT, Part.CATALOGUE, Part.JOURNAL):
            self._refuse_altered(part)
        past = PastStore(self.address, self._reading, self._clock, name)
        return past, past.snapshot

    # settings and soundness

    def setting(self, name: str, default: Any = None) -> Any:
        """What the project remembers under this name."""
        with self._reading(Part.SETTING, name) as connection:
            return settings.read(connection, name, default)

    def save_setting(self, name: str, value: Any) -> None:
        """Remember a value of plain JSON types; None forgets it."""
        if self._path is None and name in NOTES:
            with self._unsealed() as connection:
                settings.note(connection, name, value)
            return
        with self._writing() as connection:
            settings.write(connection, name, value)

    def verify(self) -> list[Finding]:
        """Entries of the journal that are not as they were written."""
        with self._reading() as connection:
            return list(checking.journal_findings(connection))

    def check(self) -> list[Finding]:
        """Everything about the project that is not as it should be; empty when it is sound."""
        with self._reading() as connection:
            return checking.findings(self.address, connection)

    def writing(self) -> Self:
        """This store, when it may be written."""
        if self.read_only:
            raise AlignerError(READ_ONLY, project=self.address)
        return self

    def _reading(self, part: Part | None = None, key: str | None = None) -> AbstractContextManager[Connection]:
        """A connection to read this part with. Raises AlignerError when it, or what seals it, was altered."""
        if part is not None:
            self._refuse_altered(part, key)
        return reading(self.address, self._engine)

    def _refuse_altered(self, part: Part, key: str | None = None) -> None:
        for (kind, of_key), finding in self._damage.items():
            if kind == Part.WHOLE or (kind == part and (key is None or of_key in {"", key})):
                raise refused(finding)

    def _look_at_candidates(self) -> None:
        """Once after the opening: they are many, and not every program needs them."""
        if not self._candidates_looked_at:
            with self._reading() as connection:
                self._damage.update(soundness.look_at_candidates(self.address, connection))
            self._candidates_looked_at = True

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with self._unsealed() as connection:
            yield connection
            seals.renew_whole(connection)

    def _appending(self) -> AbstractContextManager[Connection]:
        """To write an entry of the journal and nothing else; a server seals it itself."""
        return self._writing() if self._path is not None else self._unsealed()

    @contextmanager
    def _unsealed(self) -> Iterator[Connection]:
        self.writing()
        if _identity(self._path) != self._identity:
            raise AlignerError(
                N_("“{project}” was replaced by another file while it was open. Open it again."),
                project=self.address,
            )
        with writing(self.address, self._engine) as connection:
            yield connection

    def _now(self) -> str:
        return stamp(self._clock())


def _identity(path: Path | None) -> tuple[int, int] | None:
    """Which file on which disk this is; None when it is gone or no file at all."""
    try:
        return None if path is None else (path.stat().st_dev, path.stat().st_ino)
    except OSError:
        return None
