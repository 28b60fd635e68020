"""Finds the heading rows of a grid and which column each heading promises to hold."""

import hashlib
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from aligner.domain.catalogue import Level
from aligner.readers.aliases import CONTAINED, EXACT, GENERIC, GROUPED, PARTLY, Guess, aliases_of, fold
from aligner.readers.cells.cells import Cell, is_blank, text_of
from aligner.readers.sheets.grid import Grid

ROWS_LOOKED_AT: Final = 300  # rows above a list
LONGEST: Final = 80  # letters of a heading
GIVEN: Final = 9  # strength of a heading that the user named
_WORTH: Final = {GIVEN: 1.5, EXACT: 1.0, GROUPED: 1.0, PARTLY: 0.9, CONTAINED: 0.5, GENERIC: 0.3}
_ENOUGH: Final = 2.0
_LONG_NUMBER: Final = re.compile(r"\d{3}")  # no heading has one, every standard has


@dataclass(frozen=True, slots=True)
class Header:
    """The heading rows (positions in the grid, `last` < `first` for none), a heading and a guess for each column."""

    first: int
    last: int
    headings: tuple[str, ...]
    guesses: tuple[Guess | None, ...]
    score: float

    @property
    def rank(self) -> tuple[float, bool]:
        """What the best headings have most of; a single row before one with a title above that adds nothing."""
        return self.score, self.first == self.last

    @property
    def fields(self) -> frozenset[str]:
        """The fields that the headings promise."""
        return frozenset(guess.field for guess in self.guesses if guess)

    @property
    def signature(self) -> str:
        """Equal for lists with the same headings in the same order: a mapping is remembered under it."""
        text = "\x1f".join(map(fold, self.headings)).strip("\x1f")
        return hashlib.sha256(text.encode()).hexdigest()[:16]

    def with_given(self, given: Mapping[str, str]) -> "Header":
        """The same with the meaning of headings that the user named."""
        wanted = wanted_headings(given)
        guesses = tuple(
            Guess(wanted[fold(heading)], GIVEN, 0) if heading and fold(heading) in wanted else guess
            for heading, guess in zip(self.headings, self.guesses, strict=True)
        )
        return Header(self.first, self.last, self.headings, guesses, self.score)

    def between(self, left: int, right: int) -> "Header":
        """The same for some of the columns."""
        headings = tuple(_unnumbered(heading) for heading in self.headings[left:right])
        return Header(self.first, self.last, tuple(numbered(headings)), self.guesses[left:right], self.score)


def find_header(grid: Grid, level: Level, given: Mapping[str, str]) -> Header | None:
    """The first heading row or pair of rows; None when no row looks like one.

    `given` are headings that the user named, by field.
    """
    wanted = wanted_headings(given)
    for position in range(min(ROWS_LOOKED_AT, len(grid.rows))):
        options = [header_at(grid, position, last, level, wanted) for last in (position, position + 1)]
        found = [header for header in options if header is not None]
        if not found:
            continue
        best = max(found, key=lambda header: header.rank)
        if best.last > best.first:  # what looked like the first of two rows may be a title above one or two
            below = [header_at(grid, best.last, last, level, wanted) for last in (best.last, best.last + 1)]
            best = max([best, *(header for header in below if header is not None)], key=lambda header: header.rank)
        return best
    return None


def wanted_headings(given: Mapping[str, str]) -> dict[str, str]:
    """The field of each folded heading that the user named."""
    return {fold(heading): field for field, heading in given.items() if heading}


def header_at(grid: Grid, first: int, last: int, level: Level, wanted: Mapping[str, str]) -> Header | None:
    """The heading rows between these positions, if they look like some."""
    if last >= len(grid.rows):
        return None
    upper = filled_texts(grid, first)
    if sum(map(bool, upper)) < (1 if wanted else 2) and first == last:
        return None
    aliases = aliases_of(level)
    if first == last:
        headings = upper
        guesses = [aliases.guess(heading) if 0 < len(heading) <= LONGEST else None for heading in headings]
    else:
        lower = filled_texts(grid, last)
        stacked = None if any(map(_LONG_NUMBER.search, (*upper, *lower))) else _stacked(upper, lower)
        if stacked is None:
            return None
        headings = [" ".join(dict.fromkeys(pair)).strip() for pair in stacked]
        guesses = [
            None
            if len(above) + len(below) > 2 * LONGEST
            else aliases.guess_under(above, below)
            if above and below and above != below
            else aliases.guess(above or below)
            for above, below in stacked
        ]
    return _scored(grid.rows[first : last + 1], first, last, headings, guesses, wanted)


def _scored(
    rows: Sequence[Sequence[Cell]],
    first: int,
    last: int,
    headings: Sequence[str],
    guesses: list[Guess | None],
    wanted: Mapping[str, str],
) -> Header | None:
    names = numbered(headings)
    for column, heading in enumerate(names):
        if field := wanted.get(fold(heading)):
            guesses[column] = Guess(field, GIVEN, 0)
    score = _score(rows, headings, guesses)
    fields = {guess.field for guess in guesses if guess}
    if score < _ENOUGH or (len(fields) < 2 and GIVEN not in {guess.strength for guess in guesses if guess}):
        return None
    return Header(first, last, tuple(names), tuple(guesses), score)


def header_of_words(grid: Grid, position: int, level: Level, given: Mapping[str, str]) -> Header:
    """The row at this position as headings, whatever its words; without any row when it is -1."""
    width, aliases, wanted = grid.width, aliases_of(level), wanted_headings(given)
    if position < 0:
        return Header(0, -1, ("",) * width, (None,) * width, 0.0)
    headings = numbered(filled_texts(grid, position))
    guesses = [
        Guess(wanted[fold(heading)], GIVEN, 0)
        if fold(heading) in wanted
        else aliases.guess(heading)
        if 0 < len(heading) <= LONGEST
        else None
        for heading in headings
    ]
    score = _score(grid.rows[position : position + 1], headings, guesses)
    return Header(position, position, tuple(headings), tuple(guesses), max(score, 0.0))


def numbered(headings: Sequence[str]) -> list[str]:
    """The headings with a number behind those that stood before, so that each can be named: "名称", "名称 (2)"."""
    seen: Counter[str] = Counter()
    names: list[str] = []
    for heading in headings:
        seen[heading] += 1
        names.append(f"{heading} ({seen[heading]})" if heading and seen[heading] > 1 else heading)
    return names


def _unnumbered(heading: str) -> str:
    base, _, number = heading.rpartition(" (")
    return base if base and number[:-1].isdigit() and number.endswith(")") and len(number) < 4 else heading


def _score(rows: Sequence[Sequence[Cell]], headings: Sequence[str], guesses: Sequence[Guess | None]) -> float:
    """Fields that are recognized, the number of the standard counting double, less what no heading row has."""
    best: dict[str, float] = {}
    for guess in guesses:
        if guess:
            best[guess.field] = max(best.get(guess.field, 0.0), _WORTH[guess.strength])
    numbers = sum(isinstance(cell, (int, float, date, datetime)) for row in rows for cell in row)
    texts = [heading for heading in headings if heading]
    repeated = len(texts) - len(set(texts))
    long = sum(len(text) > 60 for text in texts)
    has_a_set = best.get("designation", 0.0)
    doubled = repeated if repeated * 2 >= len(texts) - 1 else 0  # two tables side by side repeat all their headings
    return sum(best.values()) + has_a_set - numbers - 0.3 * (repeated - doubled) - long


def _stacked(upper: list[str], lower: list[str]) -> list[tuple[str, str]] | None:
    """The two rows as pairs, a heading above standing over the blanks to its right; None unless some do stack."""
    width = max(len(upper), len(lower))
    upper = upper + [""] * (width - len(upper))
    lower = lower + [""] * (width - len(lower))
    pairs: list[tuple[str, str]] = []
    above = ""
    for top, bottom in zip(upper, lower, strict=True):
        above = top or (above if bottom else "")
        pairs.append((above, bottom))
    return pairs if any(top and bottom and top != bottom for top, bottom in pairs) else None


def filled_texts(grid: Grid, position: int) -> list[str]:
    """The texts of a row, merged ranges filled with their value."""
    texts = ["" if is_blank(cell) else text_of(cell) for cell in grid.rows[position]]
    for top, left, _, right in grid.boxes_at(position):
        value = "" if is_blank(grid.rows[top][left]) else text_of(grid.rows[top][left])
        for column in range(left, right + 1):
            texts[column] = texts[column] or value
    return texts
