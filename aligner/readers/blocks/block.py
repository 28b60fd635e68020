"""One table on a page: its headings, its columns, its rows."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from aligner.readers.cells.cells import Cell, is_blank, text_of
from aligner.readers.columns.choice import Columns, Recognized
from aligner.readers.columns.headers import Header
from aligner.readers.findings import Findings
from aligner.readers.sheets.grid import Grid


@dataclass(slots=True)
class Block:
    """The cells of one table, with what stands above its headings; `header` is None where there is no table.

    `repeated` are the positions of rows in which the headings come again. `name` is unique in the file: that of the
    sheet, with a number behind it where a sheet has several blocks.
    """

    name: str
    grid: Grid
    header: Header | None
    repeated: frozenset[int] = frozenset()
    columns: Columns | None = None
    recognized: Recognized = field(default_factory=Recognized)
    findings: Findings = field(default_factory=lambda: Findings("", ""))
    is_chosen: bool = False
    why_not: str = ""  # for a block with a list that is not read: one of the reasons of `choosing`

    @property
    def start(self) -> int:
        """The position of the first row below the headings."""
        return self.header.last + 1 if self.header else 0

    @property
    def is_list(self) -> bool:
        """Whether it has a column with the numbers of standards or plans."""
        return "designation" in self.recognized.columns or "plan_no" in self.recognized.columns

    @property
    def body(self) -> list[list[Cell]]:
        """The rows below the headings."""
        return self.grid.rows[self.start :]

    @property
    def numbers(self) -> Sequence[int]:
        """The row numbers of the body."""
        return self.grid.numbers[self.start :]

    @property
    def header_rows(self) -> tuple[int, ...]:
        """The row numbers of the headings."""
        if self.header is None:
            return ()
        return tuple(self.grid.numbers[at] for at in range(self.header.first, self.header.last + 1))

    @property
    def headings(self) -> tuple[str, ...]:
        """A name for each column: its heading, else its letter where it has cells."""
        if self.header is None or self.columns is None:
            return self.header.headings if self.header else ()
        named = zip(self.header.headings, self.columns.samples, strict=True)
        return tuple(
            heading or (f"({self.grid.letter(at)})" if cells else "") for at, (heading, cells) in enumerate(named)
        )

    @property
    def rows(self) -> int:
        """The rows below the headings that are not blank."""
        return filled_rows(self.body)

    @property
    def above(self) -> int:
        """The rows that are not blank above the body: titles and headings."""
        return filled_rows(self.grid.rows[: self.start])

    @property
    def first_text(self) -> str:
        """What its first rows say."""
        texts = [text_of(cell) for row in self.grid.rows[:3] for cell in row if not is_blank(cell)]
        return " | ".join(texts)[:100]


def filled_rows(rows: Sequence[Sequence[Cell]]) -> int:
    """How many of these rows are not blank."""
    return sum(not all(map(is_blank, row)) for row in rows)
