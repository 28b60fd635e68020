"""Headings that are no known words, or none at all: found by the numbers of standards below them."""

from collections.abc import Mapping
from typing import Final

from aligner.domain.catalogue import Level
from aligner.readers.cells.cells import is_blank, value_of
from aligner.readers.columns.content_tests import ENOUGH, is_designation, is_international
from aligner.readers.columns.headers import Header, header_of_words
from aligner.readers.columns.numbers_column import has_number_and_title
from aligner.readers.sheets.grid import Grid

_ROWS: Final = 300
_LOOKED_AT: Final = 40  # cells of a column


def header_by_content(grid: Grid, level: Level, given: Mapping[str, str]) -> Header | None:
    """The row above the first number of a standard as headings, or none; None for a page without such numbers."""
    best: tuple[tuple[bool, float, int], int] | None = None
    for column in range(min(grid.width, 60)):
        if (worth := _worth(grid, column, level)) and (best is None or worth > best[0]):
            best = worth, column
    if best is None:
        return None
    column = best[1]
    first = next(at for at, row in enumerate(grid.rows[:_ROWS]) if _is_number(row[column]))
    above = next((at for at in range(first - 1, -1, -1) if not all(map(is_blank, grid.rows[at]))), -1)
    header = header_of_words(grid, above if above >= 0 and _may_be_headings(grid, above, column) else -1, level, given)
    return header if header.last >= 0 else Header(first, first - 1, header.headings, header.guesses, 0.0)


def _worth(grid: Grid, column: int, level: Level) -> tuple[bool, float, int] | None:
    cells = [row[column] for row in grid.rows[:_ROWS] if value_of(row[column])]
    cells = cells[:: max(1, len(cells) // _LOOKED_AT)]
    numbers = [cell for cell in cells if _is_number(cell)]
    share = len(numbers) / len(cells) if cells else 0.0
    if share < ENOUGH - 0.1 or not numbers:
        return None
    foreign = 2 * sum(map(is_international, numbers)) > len(numbers)
    return foreign == (level is Level.INTERNATIONAL), round(share, 1), -column


def _is_number(cell: object) -> bool:
    return type(cell) is str and any(map(str.isdigit, cell)) and (is_designation(cell) or has_number_and_title(cell))


def _may_be_headings(grid: Grid, position: int, column: int) -> bool:
    """Whether every column that is filled below has a short word there, and that of the numbers too."""
    row = grid.rows[position]
    cells = [cell for cell in row if not is_blank(cell)]
    is_wide = len(cells) * 2 >= sum(not is_blank(cell) for cell in grid.rows[position + 1]) or grid.width == 1
    short = all(type(cell) is str and len(cell) <= 40 and not is_designation(cell) for cell in cells)
    merged = any(right > left for _, left, _, right in grid.boxes_at(position))
    return is_wide and short and not merged and (not is_blank(row[column]) or len(cells) > 1)
