"""The cell that numbers a row: one standard or several, what they replace, and a title beside them."""

import re
from dataclasses import dataclass
from typing import Final

from aligner.domain.designation.cells import plain_cell, split_cell
from aligner.domain.designation.designation import Designation
from aligner.domain.designation.parser import parse_designation
from aligner.domain.designation.publishers import level_of
from aligner.domain.designation.scanning import numbers_in


@dataclass(frozen=True, slots=True)
class NumberCell:
    """What a cell of the number column holds."""

    numbers: tuple[Designation, ...]
    """The standards of the row; empty when none is understood."""
    lines: tuple[int, ...] = ()
    """Of each number the line of the cell that it stands on, from 0; blank lines do not count."""
    replaced: tuple[Designation, ...] = ()
    """What the cell says is replaced: `代替GB/T 1-2008`."""
    title: str = ""
    """A title that shares the cell with a single number: `GB/T 1-2020 标准化`, `《标准化》GB/T 1-2020`."""
    rest: str = ""
    """What of the cell was not read."""


def read_number_cell(text: str) -> NumberCell:
    """The numbers, replaced numbers and title of a cell of the number column.

    A text that is one designation is that designation, whatever else could be seen in it.
    """
    whole = parse_designation(text)
    if isinstance(whole, Designation):
        return NumberCell((whole,), (0,), title="" if whole.is_supplement else _quoted(text))
    numbers: list[Designation] = []
    lines: list[int] = []
    replaced: list[Designation] = []
    strange: list[str] = []
    for place, line in enumerate(line for line in text[:_LONGEST].splitlines() if line.strip()):
        for piece in split_cell(line) if _states_number(line) else ():
            if not isinstance(piece.designation, Designation):
                strange.append(piece.designation.text)
            elif piece.is_replaced:
                replaced.append(piece.designation)
            elif piece.designation not in numbers:
                numbers.append(piece.designation)
                lines.append(place)
    adopted = [one for one in numbers if level_of(one.publisher) == "international"]
    if adopted and (first := _national_at_first(text)):
        numbers = [first, *(one for one in numbers if one not in (first, *adopted))]
        return NumberCell(tuple(numbers), (0,) * len(numbers), tuple(replaced), rest="; ".join(map(str, adopted)))
    title = _title(text) if len(numbers) == 1 else ""
    return NumberCell(tuple(numbers), tuple(lines), tuple(replaced), title, "" if title else "; ".join(strange))


def _national_at_first(text: str) -> Designation | None:
    """The national number that the cell begins with: the international ones behind it are no standards of the row."""
    first = next((one.designation for one in numbers_in(plain_cell(text))), None)
    is_national = isinstance(first, Designation) and level_of(first.publisher) != "international"
    return first if isinstance(first, Designation) and is_national else None


def _states_number(line: str) -> bool:
    """Whether the line begins with a number, after a title in 《》 at most, or ends with a dated one after a title."""
    plain = plain_cell(line)
    found = numbers_in(plain) or numbers_in(plain_cell(line.translate(_QUOTES)))
    if not found:
        return False
    first, last = found[0], found[-1]
    words = _REPLACEMENT_WORD.sub("", _SERIAL.sub("", plain[: first.start].strip(_EDGES)))
    if not words.strip(_EDGES):
        return True
    is_dated = isinstance(last.designation, Designation) and last.designation.is_dated
    return is_dated and len(found) == 1 and not plain[last.end :].strip(_EDGES)


def _title(text: str) -> str:
    """What is left of the cell without its numbers, when that is words."""
    plain = _REPLACEMENT.sub(" ", text[:_LONGEST])
    left: list[str] = []
    for line in plain.splitlines():
        position, same = 0, plain_cell(line)
        for one in numbers_in(same):
            if isinstance(one.designation, Designation):
                left.append(same[position : one.start])
                position = one.end
        left.append(same[position:])
    left.append(_quoted(text))
    words = " ".join(filter(None, (part.strip(_EDGES) for part in left)))
    return words if _WORDS.search(words) else ""


def _quoted(text: str) -> str:
    """The title in 《》, unless it is the number that stands there."""
    quoted = [one.strip() for one in _QUOTED.findall(text[:_LONGEST])]
    return " ".join(one for one in quoted if not isinstance(parse_designation(one), Designation))


_LONGEST: Final = 2000
_QUOTES: Final = str.maketrans("《》", "  ")
_QUOTED: Final = re.compile(r"《([^》]{1,300})》")
_EDGES: Final = " \t\r\n,，:：.。;；()（）[]【】-—–/|"
_WORDS: Final = re.compile(r"[^\W\d_]{2,}")
_SERIAL: Final = re.compile(r"^(?:\d{1,4}|[一二三四五六七八九十]{1,3})$")
_REPLACEMENT_WORD: Final = re.compile(r"^(?:部分)?(?:代替|替代|取代)|^idt|^IDT")
_REPLACEMENT: Final = re.compile(r"[(（]?\s*(?:部分)?(?:代替|替代)[^)）\n]*[)）]?")
