"""What a file gives before anything is understood: cells in rows, and where they stood."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from aligner.domain.problem import Problem
from aligner.readers.cells.cells import Cell
from aligner.readers.sheets.hidden import Hidden

Merged = tuple[tuple[int, int], tuple[int, int]]
"""First and last cell of a merged range, (row, column), 0-based in the sheet."""


@dataclass(slots=True)
class Sheet:
    """The cells of one sheet; `numbers` are the row numbers a spreadsheet shows, `first_column` is 0-based.

    Rows may differ in length: what a row lacks is empty.
    """

    name: str
    rows: Sequence[Sequence[Cell]]
    numbers: Sequence[int]
    first_column: int = 0
    merged: Sequence[Merged] = ()
    left_out: int = 0  # rows that were seen and are not in `rows`, with a problem each
    problems: list[Problem] = field(default_factory=list)


@dataclass(slots=True)
class SheetFile:
    """The sheets that may hold a catalogue, and what is known of the whole file."""

    sheets: list[Sheet]
    other_sheets: list[str] = field(default_factory=list)  # not read: chart sheets, empty ones, those not chosen
    hidden_sheets: frozenset[str] = frozenset()
    encoding: str | None = None
    is_1904: bool = False
    layouts: dict[str, Hidden] = field(default_factory=dict)  # what sheets hide, where the reader told it
