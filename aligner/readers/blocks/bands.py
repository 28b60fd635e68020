"""Tables that stand side by side: parted by blank columns, or only by headings that come again."""

from collections.abc import Mapping
from itertools import pairwise
from typing import Final

from aligner.domain.catalogue import Level
from aligner.readers.aliases import CONTAINED, fold
from aligner.readers.blocks.without_headings import header_by_content
from aligner.readers.cells.calendar import Calendar
from aligner.readers.cells.cells import is_blank
from aligner.readers.columns.choice import Columns, columns_of
from aligner.readers.columns.content_tests import ENOUGH
from aligner.readers.columns.headers import Header, find_header
from aligner.readers.sheets.grid import Grid

Band = tuple[int, int]
"""First column and the one behind the last."""

_STRAY: Final = 50  # one cell in so many may stand in a column that parts two tables


def bands_of(grid: Grid, level: Level, given: Mapping[str, str], calendar: Calendar) -> list[Band]:
    """The parts of the page from left to right that hold tables of their own; all of it when there is one."""
    whole = [(0, grid.width)]
    first = find_header(grid, level, given) or header_by_content(grid, level, given)
    if first is None:
        return whole
    gaps = [at for at in range(grid.width) if not first.headings[at] and _is_gap(grid, at)]
    pieces = _between(gaps, grid.width)
    if len(pieces) < 2:
        return whole
    bands: list[Band] = []
    for left, right in pieces:
        if not bands:
            bands.append((0, right))
        elif _has_table(grid, left, right, level, given, calendar) and _has_table(
            grid, *bands[-1], level, given, calendar
        ):
            bands.append((left, right))
        else:
            bands[-1] = (bands[-1][0], right)
    bands[-1] = (bands[-1][0], grid.width)
    return bands


def _is_gap(grid: Grid, at: int) -> bool:
    """Whether the column is blank but for a stray cell."""
    most, found = max(1, len(grid.rows) // _STRAY), 0
    for row in grid.rows:
        if not is_blank(row[at]):
            found += 1
            if found > most:
                return False
    return True


def _between(gaps: list[int], width: int) -> list[Band]:
    edges = [-1, *gaps, width]
    return [(before + 1, after) for before, after in pairwise(edges) if after > before + 1]


def _has_table(grid: Grid, left: int, right: int, level: Level, given: Mapping[str, str], calendar: Calendar) -> bool:
    """Whether there is a list of its own between these columns, with numbers of the side that is being read."""
    part = grid.part(0, len(grid.rows), left, right)
    header = find_header(part, level, given) or header_by_content(part, level, given)
    if header is None:
        return False
    columns = columns_of(header, part.rows[header.last + 1 :], level, calendar)
    return any(columns.numbers(at) >= ENOUGH and columns.is_of_this_side(at) for at in range(len(header.headings)))


def tables_side_by_side(header: Header, grid: Grid, level: Level, calendar: Calendar) -> list[Band]:
    """The columns of each table whose headings stand in one row without a blank column between them."""
    places = [
        at
        for at, guess in enumerate(header.guesses)
        if guess and guess.field == "designation" and guess.strength > CONTAINED
    ]
    whole = [(0, grid.width)]
    if len(places) < 2:
        return whole
    columns = columns_of(header, grid.rows[header.last + 1 :], level, calendar)
    places = [at for at in places if columns.numbers(at) >= ENOUGH and columns.is_of_this_side(at)]
    edges = [0]
    for before, at in pairwise(places):
        if edge := _edge(header, columns, before, at, edges[-1]):
            edges.append(edge)
    if len(edges) < 2:
        return whole
    return list(zip(edges, [*edges[1:], grid.width], strict=True))


def _edge(header: Header, columns: Columns, before: int, at: int, left: int) -> int | None:
    """Where the second table begins: its headings are those of the first again."""
    headings = [fold(heading.rpartition(" (")[0] or heading) for heading in header.headings]
    same = 1
    while before - same >= left and at - same > before and headings[before - same] == headings[at - same]:
        same += 1
    begin = at - same + 1
    following = zip(header.guesses[before + 1 : begin], header.guesses[at + 1 :], strict=False)
    agreeing = sum(one is not None and other is not None and one.field == other.field for one, other in following)
    if agreeing == 0 and (at + 1 < len(header.headings) or begin > before + 1):
        return None
    return begin if columns.samples[at] else None
