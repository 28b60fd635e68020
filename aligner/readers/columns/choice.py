"""What is known of the columns of a block while it is decided which of them is which field."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from aligner.domain.catalogue import Level
from aligner.domain.standards.fields import BY_NAME
from aligner.readers.aliases import fold, words
from aligner.readers.cells.calendar import Calendar
from aligner.readers.cells.cells import Cell, text_of
from aligner.readers.columns.content_tests import is_designation, is_international, sample_of, share_fitting
from aligner.readers.columns.headers import Header


@dataclass(slots=True)
class Recognized:
    """`columns` gives the position of each field; `shares` how many of its sampled cells fit, 0..1.

    `derived` are columns behind the last one that are put together from others, see `columns.derived`; `extra` the
    columns without a field, kept under their heading; `remarks` those of them that may state an adoption; `serial`
    the running numbers of the rows.
    """

    columns: dict[str, int] = field(default_factory=dict)
    shares: dict[str, float] = field(default_factory=dict)
    unmapped: list[str] = field(default_factory=list)
    derived: list["Derived"] = field(default_factory=list)
    extra: dict[int, str] = field(default_factory=dict)
    remarks: list[int] = field(default_factory=list)
    serial: frozenset[int] = frozenset()
    numbers_have_titles: bool = False


@dataclass(frozen=True, slots=True)
class Derived:
    """A column that is put together from others: how, and their positions and what is to be known of each."""

    way: str
    sources: tuple[tuple[int, str], ...]


@dataclass(slots=True)
class Columns:
    """The columns of a block: headings, sampled cells, and what they hold."""

    header: Header
    samples: list[list[Cell]]
    level: Level
    calendar: Calendar
    picked: Sequence[Sequence[Cell]] = ()
    _numbers: dict[int, float] = field(default_factory=dict)

    def numbers(self, column: int) -> float:
        """How many of the sampled cells of the column are numbers of standards, 0..1; 0 for an empty column."""
        if column not in self._numbers:
            cells = self.samples[column]
            self._numbers[column] = sum(map(is_designation, cells)) / len(cells) if cells else 0.0
        return self._numbers[column]

    def is_foreign(self, column: int) -> bool:
        """Whether the numbers in the column are mostly those of international bodies."""
        cells = self.samples[column]
        return self.numbers(column) > 0 and 2 * sum(map(is_international, cells)) > sum(map(is_designation, cells))

    def leave_rows_without_numbers(self, column: int) -> None:
        """Sample anew without rows that have a word where the number stands: groups, totals, small tables below."""
        rows = [row for row in self.picked if not _is_word(row[column])]
        if len(rows) < len(self.picked):
            self.samples = _samples(self.header, rows)
            self._numbers.clear()

    def is_of_this_side(self, column: int) -> bool:
        """Whether the numbers in this column are those of the level that is being read."""
        return self.is_foreign(column) == (self.level is Level.INTERNATIONAL)

    def share(self, name: str, column: int) -> float:
        """How many of the sampled cells fit the field, 0..1."""
        return share_fitting(name, self.samples[column], self.calendar)

    def odd_cell(self, name: str, column: int) -> str:
        """The first sampled cell that does not fit the field."""
        cells = self.samples[column]
        return next((text_of(cell) for cell in cells if not share_fitting(name, [cell], self.calendar)), "")

    def fullness(self, column: int) -> float:
        """How full the column is beside the fullest, 0..1."""
        most = max(map(len, self.samples), default=0)
        return len(self.samples[column]) / most if most else 0.0

    def is_serial(self, column: int) -> bool:
        """Whether it is the column of running numbers."""
        if fold(self.header.headings[column]) not in words("serial"):
            return False
        cells = self.samples[column]
        return all(len(text_of(cell)) <= 8 for cell in cells)


def columns_of(header: Header, rows: Sequence[Sequence[Cell]], level: Level, calendar: Calendar) -> Columns:
    """The columns below these headings, each with cells from all over its length."""
    picked = rows[:: max(1, len(rows) // 600)]
    return Columns(header, _samples(header, picked), level, calendar, picked)


def _samples(header: Header, rows: Sequence[Sequence[Cell]]) -> list[list[Cell]]:
    """Cells of each column, without those that repeat its heading."""
    samples = []
    for column, heading in enumerate(header.headings):
        folded = fold(heading)
        cells = sample_of([row[column] for row in rows])
        samples.append([cell for cell in cells if not folded or fold(text_of(cell)) not in folded])
    return samples


def _is_word(cell: Cell) -> bool:
    text = text_of(cell)
    return bool(text) and not any(map(str.isdigit, text))


def is_remark(heading: str) -> bool:
    """Whether the heading is that of remarks, which may say anything."""
    folded = fold(heading)
    return folded in words("remark") or any(word in folded for word in words("remark") if len(word) > 1)


def label_of(name: str) -> str:
    """The English label of a field."""
    return BY_NAME[name].label


def not_wanted(given: Mapping[str, str]) -> frozenset[str]:
    """The fields that the user wants no column for."""
    return frozenset(name for name, heading in given.items() if not heading)
