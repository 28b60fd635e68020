"""A project as it was when a snapshot was taken: read like any other, never written."""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from datetime import date, datetime
from typing import Any, TypeVar

from sqlalchemy import Connection

from aligner.domain.applicability import Applicability
from aligner.domain.catalogue import Catalogue, CatalogueDifference, Level
from aligner.domain.change import Change, Subject
from aligner.domain.clock import Clock
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
from aligner.storage import checking
from aligner.storage.contract import ReadingStore, Watch, WritingStore
from aligner.storage.tables import catalogues, journal, settings, snapshots, standards, standing
from aligner.storage.tables.encoding import decoding
from aligner.storage.watching import FileWatch

Made = TypeVar("Made")

READ_ONLY = N_("“{project}” is open for reading only; nothing can be changed in it.")


class PastStore(ReadingStore):
    """The state that the snapshot of this name kept, on the connections of an open project.

    Raises AlignerError when there is no such snapshot, and when the journal no longer is what it was up to its entry.
    """

    def __init__(
        self, address: str, reading: Callable[[], AbstractContextManager[Connection]], clock: Clock, name: str
    ) -> None:
        self.address = address
        self.read_only = True
        self.role = ""
        self.notices = ()
        self.catalogues_saved = 0  # and never more: the past stays as it is
        self._reading = reading
        self._clock = clock
        with self._reading() as connection:
            self.snapshot = snapshots.find(connection, name)
            self._rows = snapshots.catalogue_rows(connection, self.snapshot)
            newest = journal.history(connection, None, 1, self.snapshot.entries)
        head = (newest[0].id, newest[0].hash) if newest else (0, journal.GENESIS)
        if head != (self.snapshot.entries, self.snapshot.head):
            raise AlignerError(
                N_("The journal is no longer what it was when the snapshot “{name}” was taken. Check the project."),
                name=name,
            )

    def now(self) -> datetime:
        """The present moment: looking back stops no clock."""
        return self._clock()

    def close(self) -> None:
        """Nothing to let go of: the connections belong to the open project."""

    def writing(self) -> WritingStore:
        """Raises AlignerError: the past is read only."""
        raise AlignerError(READ_ONLY, project=self.address)

    def watch(self) -> Watch:
        """Nothing happens in the past."""
        return FileWatch()

    def catalogues(self) -> list[Catalogue]:
        """The catalogues of that time under the numbers they had."""
        with self._reading() as connection:
            return catalogues.read_kept(connection, self._rows)

    def removed_catalogues(self) -> list[Catalogue]:
        """None: what was removed by then is not kept for a snapshot."""
        return []

    def catalogue_problems(self, catalogue: int) -> list[Problem]:
        """What was found in the file of that time."""
        with self._reading() as connection:
            return catalogues.problems(connection, self._row(catalogue))

    def difference(self, catalogue: int, newer: Table) -> CatalogueDifference:
        """What these standards would have changed in the catalogue of that time."""
        with self._reading() as connection:
            return standards.difference(connection, self._row(catalogue), newer)

    def _row(self, catalogue: int) -> int:
        """Where the catalogue of this number is kept. Raises AlignerError when there was none."""
        row = self._rows.get(catalogue)
        if row is None:
            raise catalogues.no_such(catalogue)
        return row

    def standards(self, level: Level) -> Table:
        """All catalogues of a level as they were."""
        with self._reading() as connection:
            return standards.read_kept(connection, level, self._rows)

    def matching_run(self) -> MatchingRun | None:
        """None: a snapshot keeps what was proposed, not how it was found."""
        return None

    def candidates(
        self,
        *,
        national: str | None = None,
        work: str | None = None,
        top: int | None = None,
        columns: Sequence[str] = COLUMNS,
    ) -> Table:
        """The candidates of that time; columns that are not kept are None."""
        with self._reading() as connection:
            table = snapshots.proposed(connection, self.snapshot)
        wanted = [
            index
            for index, (of_national, of_work, rank) in enumerate(
                zip(table["national"], table["work"], table["rank"], strict=True)
            )
            if national in {None, of_national} and work in {None, of_work} and (top is None or rank <= top)
        ]
        return Table({name: table[name] for name in columns}).take(wanted)

    def decisions(self, as_of: date | None = None) -> list[Decision]:
        """The decisions that stood then, by key."""
        return self._stood(Subject.DECISION, as_of, Decision.from_json)

    def applicability(self, as_of: date | None = None) -> list[Applicability]:
        """The applicability verdicts that stood then, by work."""
        return self._stood(Subject.APPLICABILITY, as_of, Applicability.from_json)

    def comparisons(self, as_of: date | None = None) -> list[ComparedPair]:
        """The compared pairs that stood then, by key."""
        return self._stood(Subject.COMPARISON, as_of, ComparedPair.from_json)

    def second_opinions(self, as_of: date | None = None) -> list[Decision]:
        """What second reviewers had said by then, by key."""
        return self._stood(Subject.SECOND_OPINION, as_of, Decision.from_json)

    def further_opinions(self) -> list[FurtherOpinion]:
        """What third reviewers, and all who followed, had said by then."""
        return self._stood(Subject.FURTHER_OPINION, None, FurtherOpinion.from_json)

    def misplaced_times(self) -> int:
        """How many entries of the journal a wrong clock stamped: their order tells when they happened."""
        with self._reading() as connection:
            return len(journal.told_by_order(connection))

    def settlements(self) -> list[Settlement]:
        """The third acts by then, by national designation."""
        return self._stood(Subject.SETTLEMENT, None, Settlement.from_json)

    def _stood(self, subject: Subject, as_of: date | None, made: Callable[[dict[str, Any]], Made]) -> list[Made]:
        with self._reading() as connection, decoding():
            folded = journal.folded(connection, as_of, self.snapshot.entries)
            rows = standing.values(folded[key] for key in sorted(folded) if key[0] == subject.value)
            return [made(values) for values in rows]

    def standing(self, subject: Subject, key: tuple[str, str]) -> dict[str, Any] | None:
        """What stood under this key."""
        with self._reading() as connection:
            text = journal.folded(connection, entries=self.snapshot.entries).get((subject.value, *key))
            return None if text is None else standing.values([text])[0]

    def history(self, key: tuple[str, str] | None = None, limit: int | None = None) -> list[Change]:
        """The changes up to then, newest first."""
        with self._reading() as connection:
            return journal.history(connection, key, limit, self.snapshot.entries)

    def head(self) -> tuple[int, str]:
        """How many changes the journal had then, and the hash of the last."""
        return self.snapshot.entries, self.snapshot.head

    def snapshots(self) -> list[Snapshot]:
        """The snapshots that had been taken by then, this one the last."""
        with self._reading() as connection:
            return [one for one in snapshots.read(connection) if one.id <= self.snapshot.id]

    def past(self, name: str) -> tuple["PastStore", Snapshot]:
        """What another snapshot kept, earlier or later."""
        past = PastStore(self.address, self._reading, self._clock, name)
        return past, past.snapshot

    def setting(self, name: str, default: Any = None) -> Any:
        """What the project remembers today: settings have no history."""
        with self._reading() as connection:
            return settings.read(connection, name, default)

    def verify(self) -> list[Finding]:
        """Entries of the journal, up to today, that are not as they were written."""
        with self._reading() as connection:
            return list(checking.journal_findings(connection))

    def check(self) -> list[Finding]:
        """Everything about the project of today that is not as it should be: the past is part of it."""
        with self._reading() as connection:
            return checking.findings(self.address, connection)
