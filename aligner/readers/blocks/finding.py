"""Cuts a page into its blocks: side by side, one below the other, each with headings of its own."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from aligner.domain.catalogue import Level
from aligner.readers.aliases import CONTAINED, GENERIC, fold
from aligner.readers.blocks.asides import is_total_or_note
from aligner.readers.blocks.bands import bands_of, tables_side_by_side
from aligner.readers.blocks.block import Block
from aligner.readers.blocks.without_headings import header_by_content
from aligner.readers.cells.calendar import Calendar
from aligner.readers.cells.cells import Cell, is_blank
from aligner.readers.columns.headers import Header, filled_texts, find_header, header_at, wanted_headings
from aligner.readers.sheets.grid import Grid

_DIGIT: Final = re.compile(r"\d")
_SURE: Final = 2.5  # the score of a heading row in the middle of a list


def find_blocks(grid: Grid, level: Level, given: Mapping[str, str], calendar: Calendar) -> list[Block]:
    """The blocks of a page from left to right and from above down; a page without a table is one without headings."""
    if not grid.rows:
        return []
    blocks = []
    for left, right in bands_of(grid, level, given, calendar):
        blocks += _one_below_the_other(grid.part(0, len(grid.rows), left, right), level, given, calendar)
    for number, block in enumerate(blocks, 1):
        block.name = grid.sheet if len(blocks) == 1 else f"{grid.sheet} {number}"
    return blocks


def _one_below_the_other(grid: Grid, level: Level, given: Mapping[str, str], calendar: Calendar) -> list[Block]:
    header = find_header(grid, level, given) or header_by_content(grid, level, given)
    if header is None:
        return [Block("", grid, None)]
    blocks: list[Block] = []
    start = 0
    repeated: set[int] = set()
    at = header.last + 1
    for position, following in _later_headings(grid, header, level, given):
        if position < at:
            continue
        at = following.last + 1 if following is not None else position + 1
        if following is None or _is_same(grid, header, following):
            repeated.update(range(position, at))
            continue
        blocks += _cut(grid, start, position, header, repeated, level, calendar)
        start, header, repeated = position, following, set()
    return blocks + _cut(grid, start, len(grid.rows), header, repeated, level, calendar)


def _cut(
    grid: Grid, top: int, bottom: int, header: Header, repeated: set[int], level: Level, calendar: Calendar
) -> list[Block]:
    """The rows with these headings, as one block or as several that stand side by side."""
    part = grid.part(top, bottom)
    moved = Header(header.first - top, header.last - top, header.headings, header.guesses, header.score)
    places = frozenset(position - top for position in repeated)
    blocks = []
    for left, right in tables_side_by_side(moved, part, level, calendar):
        whole = (left, right) == (0, part.width)
        blocks.append(
            Block(
                "",
                part if whole else part.part(0, len(part.rows), left, right),
                moved if whole else moved.between(left, right),
                places,
            )
        )
    return blocks


def _later_headings(
    grid: Grid, header: Header, level: Level, given: Mapping[str, str]
) -> Iterator[tuple[int, Header | None]]:
    """Rows further down that are headings again; None for a row that repeats those above in unknown words."""
    wanted = wanted_headings(given)
    texts = frozenset(
        fold(text) for row in range(header.first, header.last + 1) for text in filled_texts(grid, row) if text
    )
    last = -1
    for position in _candidates(grid.rows, header):
        if position <= last:
            continue
        row = grid.rows[position]
        cells = [cell for cell in row if not is_blank(cell)]
        if len(cells) < 2 or not all(type(cell) is str for cell in cells) or is_total_or_note(cells[0].strip()):
            continue
        options = [header_at(grid, position, end, level, wanted) for end in (position, position + 1)]
        if len(options) > 1 and options[1] is not None and _DIGIT.search("".join(map(str, grid.rows[position + 1]))):
            options = options[:1]
        found = [option for option in options if option is not None and option.score >= _SURE]
        if found:
            best = max(found, key=lambda option: option.rank)
            last = best.last
            yield position, best
        elif 2 * sum(fold(cell) in texts for cell in cells) > len(cells):
            last = position
            yield position, None


def _candidates(rows: Sequence[Sequence[Cell]], header: Header) -> Iterator[int]:
    """Positions of rows without a digit where the number of the standard stands."""
    places = [
        at
        for at, guess in enumerate(header.guesses)
        if guess and guess.field == "designation" and guess.strength > CONTAINED
    ]
    places = places or [at for at, guess in enumerate(header.guesses) if guess and guess.field == "designation"]
    search = _DIGIT.search
    if not places:
        yield from (at for at in range(header.last + 1, len(rows)) if not any(map(_has_digit, rows[at])))
        return
    place = places[0]
    for at in range(header.last + 1, len(rows)):
        cell = rows[at][place]
        if type(cell) is str and not search(cell):
            yield at


def _has_digit(cell: Cell) -> bool:
    return type(cell) is not str or _DIGIT.search(cell) is not None


def _is_same(grid: Grid, header: Header, other: Header) -> bool:
    """Whether the headings come again in the same order, in whatever words, or one of their rows does."""
    rows = [filled_texts(grid, row) for row in range(header.first, header.last + 1)]
    for at, (again, meaning) in enumerate(zip(other.headings, other.guesses, strict=True)):
        heading, guess = header.headings[at], header.guesses[at]
        if not again or fold(again) in {fold(heading), *(fold(texts[at]) for texts in rows)}:
            continue
        if guess is None and meaning is None:
            continue
        if guess is None or meaning is None or guess.field != meaning.field:
            weak = (guess is None or guess.strength == GENERIC) and (meaning is None or meaning.strength == GENERIC)
            if not weak:
                return False
    return True
