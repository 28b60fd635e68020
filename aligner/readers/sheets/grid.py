"""A rectangle of cells of a sheet: the whole page at first, then the blocks that it is cut into."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from aligner.readers.cells.cells import Cell, is_blank
from aligner.readers.sheets.sheet import Sheet

Box = tuple[int, int, int, int]
"""A merged range as positions in a grid: top, left, bottom, right, the last two included."""

MOST_FILLED: Final = 5_000_000


@dataclass(slots=True)
class Grid:
    """Rows of one width with the row numbers a spreadsheet shows; `column` is the place of the first, 0-based."""

    sheet: str
    rows: list[list[Cell]]
    numbers: Sequence[int]
    column: int = 0
    merged: tuple[Box, ...] = ()
    _boxes: dict[int, list[Box]] | None = None

    def boxes_at(self, position: int) -> list[Box]:
        """The merged ranges that reach over this row."""
        if self._boxes is None:
            self._boxes = {}
            for box in self.merged:
                for at in range(box[0], min(box[2], box[0] + MOST_FILLED // 100) + 1):
                    self._boxes.setdefault(at, []).append(box)
        return self._boxes.get(position, [])

    @property
    def width(self) -> int:
        """The number of columns."""
        return len(self.rows[0]) if self.rows else 0

    def part(self, top: int, bottom: int, left: int = 0, right: int | None = None) -> "Grid":
        """The rows and columns between these positions; merged ranges are cut where they reach over an edge."""
        right = self.width if right is None else right
        if (top, bottom, left, right) == (0, len(self.rows), 0, self.width):
            return self
        rows = self.rows[top:bottom]
        if (left, right) != (0, self.width):
            rows = [row[left:right] for row in rows]
        merged = (
            (
                max(first, top) - top,
                max(begin, left) - left,
                min(last, bottom - 1) - top,
                min(end, right - 1) - left,
            )
            for first, begin, last, end in self.merged
            if first < bottom and last >= top and begin < right and end >= left
        )
        return Grid(self.sheet, rows, self.numbers[top:bottom], self.column + left, tuple(merged))

    def letter(self, position: int) -> str:
        """The name a spreadsheet gives this column."""
        number, name = self.column + position + 1, ""
        while number:
            number, rest = divmod(number - 1, 26)
            name = chr(65 + rest) + name
        return name


def grid_of(sheet: Sheet) -> Grid:
    """The cells of a sheet, rows filled up to one width."""
    rows: Any = sheet.rows if isinstance(sheet.rows, list) else list(sheet.rows)
    width = max(map(len, rows), default=0)
    if any(len(row) != width for row in rows):
        rows = [[*row, *[""] * (width - len(row))] for row in rows]
    first = sheet.numbers[0] - 1 if len(sheet.numbers) else 0
    merged = (
        (top - first, left - sheet.first_column, bottom - first, right - sheet.first_column)
        for (top, left), (bottom, right) in sheet.merged
    )
    boxes = tuple(
        (max(top, 0), max(left, 0), min(bottom, len(rows) - 1), min(right, width - 1))
        for top, left, bottom, right in merged
        if bottom >= 0 and right >= 0 and top < len(rows) and left < width
    )
    return Grid(sheet.name, rows, sheet.numbers, sheet.first_column, boxes)


def fill_down(grid: Grid, top: int) -> None:
    """Fill the ranges that are merged over several rows with their value, from row position `top` on.

    A text across one row is a heading or a note, not a value for all its columns.
    """
    filled = 0
    for first, left, last, right in grid.merged:
        if last < top or last == first:
            continue
        begin = max(first, top)
        filled += (last - begin + 1) * (right - left + 1)
        if filled > MOST_FILLED:
            break
        value = grid.rows[begin][left]
        if is_blank(value):
            continue
        for row in grid.rows[begin : last + 1]:
            for column in range(left, right + 1):
                if is_blank(row[column]):
                    row[column] = value
