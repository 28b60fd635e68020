"""Cuts a sheet into its small tables: one below the other or side by side, each with headings of its own."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from aligner.readers.aliases import columns_among, fold
from aligner.readers.cells.cells import Cell, text_of

Known = dict[str, dict[str, int]]
"""Folded headings of the columns of a small table, with their ranks; the first column is the one that it needs."""

FIRST_LOOKED_AT: Final = 30
"""Rows above the first headings."""
_LONGEST: Final = 40  # letters of a heading
_NUMBER: Final = re.compile(r"\d{2}|[A-Za-z]{2,4}(?:/[A-Z])? ?\d")


@dataclass(frozen=True, slots=True)
class SmallBlock:
    """`first` is the position of the row below the headings, `end` the one behind the last row.

    `columns` tells where each column stands, `headings` what stands above it.
    """

    first: int
    end: int
    columns: Mapping[str, int]
    headings: Mapping[str, str]


def small_blocks(rows: Sequence[Sequence[Cell]], known: Known) -> list[SmallBlock]:
    """The tables of a sheet from above down and from left to right; none where no heading of the needed column is."""
    found: list[tuple[int, int, list[tuple[dict[str, int], dict[str, str]]]]] = []
    position = 0
    while position < len(rows):
        if not found and position >= FIRST_LOOKED_AT:
            break
        heads = _headings_at(rows, position, known)
        if heads is None:
            position += 1
            continue
        height, tables = heads
        found.append((position, position + height, tables))
        position += height
    ends = [*(start for start, _, _ in found[1:]), *([len(rows)] if found else [])]
    return [
        SmallBlock(first, end, columns, headings)
        for (_, first, tables), end in zip(found, ends, strict=True)
        for columns, headings in tables
    ]


def _headings_at(
    rows: Sequence[Sequence[Cell]], position: int, known: Known
) -> tuple[int, list[tuple[dict[str, int], dict[str, str]]]] | None:
    """How many heading rows begin here, and the tables below them; None for another row."""
    single = _tables(_texts(rows[position]), known)
    below = _texts(rows[position + 1]) if position + 1 < len(rows) else []
    if _are_below(_texts(rows[position]), below, known):
        double = _tables(_stacked(_texts(rows[position]), below, known), known)
        if double and _worth(double) >= _worth(single):
            return 2, double
    return (1, single) if single else None


def _tables(texts: list[str], known: Known) -> list[tuple[dict[str, int], dict[str, str]]]:
    """The tables whose headings these are: a heading that comes again begins another one."""
    if not _may_be_headings(texts):
        return []
    tables = []
    for left, right in _spans(texts, known):
        columns = columns_among(texts[left:right], known)
        if next(iter(known)) in columns:
            moved = {name: at + left for name, at in columns.items()}
            tables.append((moved, {name: texts[at] for name, at in moved.items()}))
    several = [table for table in tables if len(table[0]) > 1]
    return several or tables


def _spans(texts: list[str], known: Known) -> list[tuple[int, int]]:
    """From where to where the headings go before one of the needed column comes again."""
    needed = next(iter(known.values()))
    folded = [fold(text) for text in texts]
    seen: set[str] = set()
    starts = [0]
    for at, heading in enumerate(folded):
        if heading and heading in seen and any(one in needed for one in folded[at:]):
            starts.append(at)
            seen = set()
        if heading:
            seen.add(heading)
    return list(zip(starts, [*starts[1:], len(texts)], strict=True))


def _stacked(upper: list[str], lower: list[str], known: Known) -> list[str]:
    """Two heading rows as one: "国际标准" over "标准号 | 名称", the upper one standing over the blanks to its right."""
    spellings = {spelling for column in known.values() for spelling in column}
    stacked, above = [], ""
    for at, below in enumerate(lower):
        own = upper[at] if at < len(upper) else ""
        above = own or above
        together = _joined(above, below)
        stacked.append(next((one for one in (together, below, own) if fold(one) in spellings), together))
    return stacked + upper[len(lower) :]


def _are_below(upper: list[str], lower: list[str], known: Known) -> bool:
    """Whether most texts of the lower row are headings by themselves or below the upper ones; rows of data are not."""
    if not _may_be_headings(lower):
        return False
    spellings = {spelling for column in known.values() for spelling in column}
    above, filled, used = "", 0, 0
    for at, below in enumerate(lower):
        above = (upper[at] if at < len(upper) else "") or above
        filled += bool(below)
        used += bool(below) and bool({fold(below), fold(_joined(above, below))} & spellings)
    return 2 * used >= filled


def _joined(above: str, below: str) -> str:
    """Both without what ends the one and begins the other: "国际标准" and "标准号" are "国际标准号"."""
    for length in range(min(len(above), len(below)), 0, -1):
        if above.endswith(below[:length]):
            return above + below[length:]
    return f"{above}{below}"


def _may_be_headings(texts: list[str]) -> bool:
    """Whether these texts are all short and without a number of a standard, a year or a day."""
    filled = [text for text in texts if text]
    return bool(filled) and all(len(text) <= _LONGEST and not _NUMBER.search(text) for text in filled)


def _worth(tables: list[tuple[dict[str, int], dict[str, str]]]) -> int:
    return sum(len(columns) for columns, _ in tables)


def _texts(row: Sequence[Cell]) -> list[str]:
    return [text_of(cell) for cell in row]
