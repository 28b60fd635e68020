"""What a project can be asked, and what can be written to it: the two sides of a store.

Use-cases know these two and no store. Every method is abstract: a kind of store that leaves one out cannot be made.
"""

from abc import abstractmethod
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, Protocol

from aligner.domain.applicability import Applicability
from aligner.domain.catalogue import Catalogue, CatalogueDifference, Level
from aligner.domain.change import Action, Change, RowChange, Subject
from aligner.domain.comparisons.comparison import ComparedPair
from aligner.domain.figures.snapshot import Snapshot
from aligner.domain.pairs.candidate import COLUMNS, MatchingRun
from aligner.domain.pairs.decision import Decision
from aligner.domain.pairs.double_review import Settlement
from aligner.domain.pairs.further_opinion import FurtherOpinion
from aligner.domain.problem import Finding, Problem
from aligner.domain.standards.table import Table


class Watch(Protocol):
    """Waits for steps of others; one thread waits, any other one may say where its user is or let it stop."""

    @abstractmethod
    def wait(self, seconds: float) -> None:
        """Wait until somebody may have recorded something, that long at most. Raises AlignerError when the project
        cannot be read for the moment; waiting again connects again."""

    @abstractmethod
    def stand_at(self, row: str) -> None:
        """Let the others know on which row the user is."""

    @abstractmethod
    def others(self) -> list[tuple[str, str]]:
        """Who else is in the project, and the row each is on ("" for none that is known)."""

    @abstractmethod
    def stop(self) -> None:
        """Let whoever waits go on."""

    @abstractmethod
    def close(self) -> None:
        """Let go of what is held for it."""


class ReadingStore(Protocol):
    """A project that can be read. Each method is one transaction.

    Every method raises AlignerError when the project cannot be read: locked by another program, damaged.
    """

    address: str
    read_only: bool
    role: str
    """Who is logged in to the server that the project is on; "" for a file."""
    notices: tuple[Finding, ...]
    """What the user should know about the opening."""
    catalogues_saved: int
    """How often this program has saved a catalogue since it opened the project."""

    @abstractmethod
    def now(self) -> datetime:
        """The present moment, by the clock that the project was opened with."""

    @abstractmethod
    def close(self) -> None:
        """Let go of the file."""

    @abstractmethod
    def watch(self) -> Watch:
        """What waits for steps of others."""

    @abstractmethod
    def catalogues(self) -> list[Catalogue]:
        """Every catalogue, in the order of first loading."""

    @abstractmethod
    def removed_catalogues(self) -> list[Catalogue]:
        """The catalogues that were removed and can be put back, in the order of first loading."""

    @abstractmethod
    def catalogue_problems(self, catalogue: int) -> list[Problem]:
        """What was found in the catalogue's file, in the order given when it was saved."""

    @abstractmethod
    def difference(self, catalogue: int, newer: Table) -> CatalogueDifference:
        """What these standards would change in the catalogue; nothing is written."""

    @abstractmethod
    def standards(self, level: Level) -> Table:
        """All catalogues of a level, one below the other: the columns of domain.standards.fields and `catalogue`."""

    @abstractmethod
    def matching_run(self) -> MatchingRun | None:
        """How the stored candidates came about; None before the first run, or when that was not kept."""

    @abstractmethod
    def candidates(
        self,
        *,
        national: str | None = None,
        work: str | None = None,
        top: int | None = None,
        columns: Sequence[str] = COLUMNS,
    ) -> Table:
        """These columns of domain.pairs.candidate: all, of one standard, or the best `top` of each national one."""

    @abstractmethod
    def decisions(self, as_of: date | None = None) -> list[Decision]:
        """Every decision that holds, by key; with a date, as at the end of that day (UTC)."""

    @abstractmethod
    def applicability(self, as_of: date | None = None) -> list[Applicability]:
        """Every applicability verdict that holds, by work; with a date, at the end of that day (UTC)."""

    @abstractmethod
    def comparisons(self, as_of: date | None = None) -> list[ComparedPair]:
        """Every compared pair with its indicators, by key; with a date, at the end of that day (UTC)."""

    @abstractmethod
    def second_opinions(self, as_of: date | None = None) -> list[Decision]:
        """What second reviewers say or said at the end of a day, without having seen the first decision; by key."""

    @abstractmethod
    def further_opinions(self) -> list[FurtherOpinion]:
        """What third reviewers, and all who followed, say: by national designation and reviewer."""

    @abstractmethod
    def misplaced_times(self) -> int:
        """How many entries of the journal a wrong clock stamped: their order tells when they happened."""

    @abstractmethod
    def settlements(self) -> list[Settlement]:
        """The third acts on opinions that differed, by national designation."""

    @abstractmethod
    def standing(self, subject: Subject, key: tuple[str, str]) -> dict[str, Any] | None:
        """What holds under this key, as the `before` of the next change of it; None when nothing does."""

    @abstractmethod
    def history(self, key: tuple[str, str] | None = None, limit: int | None = None) -> list[Change]:
        """Changes, newest first; with a key only those that touch it ("" as its second part: any)."""

    @abstractmethod
    def head(self) -> tuple[int, str]:
        """How many changes the journal has, and the hash of the last: what a report prints."""

    @abstractmethod
    def snapshots(self) -> list[Snapshot]:
        """Every snapshot, in the order in which they were taken."""

    @abstractmethod
    def past(self, name: str) -> tuple["ReadingStore", Snapshot]:
        """The project as the snapshot of this name kept it, and the snapshot.

        Raises AlignerError when there is no such snapshot, and when the journal up to it is no longer what it was.
        """

    @abstractmethod
    def setting(self, name: str, default: Any = None) -> Any:
        """What the project remembers under this name."""

    @abstractmethod
    def verify(self) -> list[Finding]:
        """Entries of the journal that are not as they were written."""

    @abstractmethod
    def check(self) -> list[Finding]:
        """Everything about the project that is not as it should be; empty when it is sound."""

    @abstractmethod
    def writing(self) -> "WritingStore":
        """The side that writes. Raises AlignerError when the project can only be read."""


class WritingStore(Protocol):
    """A project that can be changed. Each method is one transaction.

    Every method raises AlignerError, and then nothing is written, when the project cannot be written: locked by
    another program, on a full disk, damaged.
    """

    @abstractmethod
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

    @abstractmethod
    def set_removed(self, catalogue: int, *, removed: bool) -> None:
        """Take a catalogue out of everything that is read, or put it back. Decisions and snapshots are not touched.

        Raises AlignerError when there is none of that number.
        """

    @abstractmethod
    def save_candidates(self, run: MatchingRun, table: Table) -> MatchingRun:
        """Put this run and its candidates in the place of the one before; `at` is filled in when it is empty."""

    @abstractmethod
    def append(self, reviewer: str, action: Action, rows: Sequence[RowChange]) -> Change:
        """Write one change of the reviewer and what holds after it.

        Raises Conflict, and writes nothing, when a row no longer is what its `before` says.
        """

    @abstractmethod
    def undo(self, reviewer: str) -> Change:
        """Reverse the reviewer's last change that holds; raises Conflict when someone decided since."""

    @abstractmethod
    def redo(self, reviewer: str) -> Change:
        """Reverse the reviewer's last undo, unless they made another change after it; raises Conflict as undo does."""

    @abstractmethod
    def save_snapshot(self, snapshot: Snapshot) -> Snapshot:
        """Keep a snapshot of the project as it is; `at` and `program_version` are filled in when they are empty.

        Raises AlignerError when there is one of that name, and when the journal or the catalogues are no longer as
        the snapshot says.
        """

    @abstractmethod
    def forget_snapshot(self, name: str) -> None:
        """Drop the snapshot and what was kept for it alone. Raises AlignerError when there is none of that name."""

    @abstractmethod
    def save_setting(self, name: str, value: Any) -> None:
        """Remember a value of plain JSON types; None forgets it."""
