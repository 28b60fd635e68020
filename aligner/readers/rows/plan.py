"""How the rows of one block are read, and what they give."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from aligner.domain.catalogue import Level
from aligner.readers.cells.calendar import Calendar
from aligner.readers.cells.cells import Cell


@dataclass(frozen=True, slots=True)
class Plan:
    """The position and the heading of each field, and what is known of the rows before they are read.

    `heading_texts` has what the heading rows say, folded: a printed list repeats them on every page. `repeated`,
    `across` and `below` are row numbers: headings that come again, texts merged over the columns, and rows over
    which the number of the row above is merged. `extra` are the columns of the user's own, `remarks` those of them
    that may state an adoption, `serial` the running numbers. `titles` are the texts above the headings.
    `sources` are the positions from which each column behind the last of the file is put together.
    """

    columns: dict[str, int]
    headings: dict[str, str]
    level: Level
    calendar: Calendar
    heading_texts: frozenset[str] = frozenset()
    repeated: frozenset[int] = frozenset()
    across: frozenset[int] = frozenset()
    below: frozenset[int] = frozenset()
    serial: frozenset[int] = frozenset()
    extra: dict[int, str] = field(default_factory=dict)
    remarks: tuple[int, ...] = ()
    sheet: str = ""
    titles: tuple[str, ...] = ()
    sources: dict[int, tuple[int, ...]] = field(default_factory=dict)

    @property
    def number(self) -> int:
        """The position of the column with the numbers, or with those of plans."""
        return self.columns.get("designation", self.columns.get("plan_no", 0))

    def own(self, row: Sequence[Cell]) -> Sequence[Cell]:
        """The cells that are in the file, without columns that are put together from them."""
        return row[: min(self.sources)] if self.sources else row

    def places(self, name: str) -> tuple[int, ...]:
        """Where the file has this field, from left to right; nothing where it has not."""
        at = self.columns.get(name)
        return () if at is None else tuple(sorted(self.sources.get(at, (at,))))


@dataclass(slots=True)
class Part:
    """Standards of some consecutive rows as columns; `read` counts the rows that are not blank.

    Besides the columns of a table it has `replaces_ids` and `replaced_by_ids`, identifiers still to be resolved;
    `head`, the position of the standard that a row continues; `said_above`, what headings above the row say of it
    (`headed.Said`); `degree_above`, the heading that gave its degree and that degree. `left_out` counts rows by the
    code of their problem, `further` the standards that stand in one row with another one.
    """

    columns: dict[str, list[Any]] = field(default_factory=dict)
    read: int = 0
    left_out: Counter[str] = field(default_factory=Counter)
    further: int = 0
    legacy: int = 0

    def add(self, other: "Part") -> None:
        """Append the standards of the rows that follow."""
        before = len(self.columns.get("row", ()))
        heads = [head if head is None else head + before for head in other.columns.get("head", ())]
        for name, values in other.columns.items():
            self.columns.setdefault(name, []).extend(heads if name == "head" else values)
        self.read += other.read
        self.left_out += other.left_out
        self.further += other.further
        self.legacy += other.legacy
