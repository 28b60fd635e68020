"""Finds the heading rows of a sheet and which column holds which field."""

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from aligner.domain.catalogue import Level
from aligner.readers.aliases import CONTAINED, EXACT, GROUPED, PARTLY, Guess, aliases_of, fold
from aligner.readers.cells.cells import Cell, is_blank, text_of
from aligner.readers.sheets.sheet import Sheet

ROWS_LOOKED_AT: Final = 30
LONGEST: Final = 80  # letters of a heading
SURE: Final = 5  # a score after which only the next rows are still looked at
GIVEN: Final = 9  # strength of a heading that the user named
_WORTH: Final = {GIVEN: 1.5, EXACT: 1.0, GROUPED: 1.0, PARTLY: 0.9, CONTAINED: 0.5}


@dataclass(frozen=True, slots=True)
class Header:
    """The heading rows (positions in the sheet's rows), a heading and a guess for each column, and a score."""

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
    def signature(self) -> str:
        """Equal for sheets with the same headings in the same order: a mapping is remembered under it."""
        text = "\x1f".join(map(fold, self.headings)).rstrip("\x1f")
        return hashlib.sha256(text.encode()).hexdigest()[:16]


def find_header(sheet: Sheet, level: Level, given: Mapping[str, str]) -> Header | None:
    """The best heading row or pair of rows among the first 30; None when no row looks like one.

    `given` are headings that the user named, by field.
    """
    wanted = {fold(heading): field for field, heading in given.items() if heading}
    count = min(ROWS_LOOKED_AT, len(sheet.rows))
    best: Header | None = None
    for position in range(count):
        if best and best.score >= SURE and position > best.last + 3:
            break
        for last in (position, position + 1):
            if last >= len(sheet.rows):
                continue
            header = _header(sheet, position, last, level, wanted)
            if header and (best is None or header.rank > best.rank):
                best = header
    return best


def _header(sheet: Sheet, first: int, last: int, level: Level, wanted: Mapping[str, str]) -> Header | None:
    upper = _filled(sheet, first)
    if not any(upper):
        return None
    aliases = aliases_of(level)
    if first == last:
        headings = upper
        guesses = [aliases.guess(heading) if 0 < len(heading) <= LONGEST else None for heading in headings]
    else:
        stacked = _stacked(upper, _filled(sheet, last))
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
    names = _numbered(headings)
    for column, heading in enumerate(names):
        if field := wanted.get(fold(heading)):
            guesses[column] = Guess(field, GIVEN, 0)
    score = _score(sheet.rows[first : last + 1], headings, guesses)
    fields = {guess.field for guess in guesses if guess}
    if score < 2 or (len(fields) < 2 and GIVEN not in {guess.strength for guess in guesses if guess}):
        return None
    return Header(first, last, tuple(names), tuple(guesses), score)


def _numbered(headings: Sequence[str]) -> list[str]:
    """The headings with a number behind those that stood before, so that each can be named: "名称", "名称 (2)"."""
    seen: Counter[str] = Counter()
    names: list[str] = []
    for heading in headings:
        seen[heading] += 1
        names.append(f"{heading} ({seen[heading]})" if heading and seen[heading] > 1 else heading)
    return names


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
    return sum(best.values()) + best.get("designation", 0.0) - numbers - 0.3 * repeated - long


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


def _filled(sheet: Sheet, position: int) -> list[str]:
    """The texts of a row, merged ranges filled with their value."""
    texts = ["" if is_blank(cell) else text_of(cell) for cell in sheet.rows[position]]
    number = sheet.numbers[position] - 1
    for (top, left), (bottom, right) in sheet.merged:
        if not top <= number <= bottom:
            continue
        origin = position - (number - top)
        column = left - sheet.first_column
        if origin < 0 or not 0 <= column < len(sheet.rows[origin]) or is_blank(sheet.rows[origin][column]):
            continue
        value = text_of(sheet.rows[origin][column])
        for filled in range(column, min(right - sheet.first_column + 1, len(texts))):
            texts[filled] = texts[filled] or value
    return texts
