"""A requirement taken to pieces: numbers with their units, and the signs and words between them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import Final

from aligner.domain.requirement.numbers import part_bare_lists, read_number, with_plain_fractions
from aligner.domain.requirement.units import GRADES, SCALES, UNIT
from aligner.domain.requirement.words import BEHIND, MEANINGS, Mark, signs
from aligner.domain.text import N_

MINUTES_OR_MINIMUM: Final = N_("“{text}” can mean minutes or a minimum; write “min” or “minimum”.")
LONGEST: Final = 200
"""A longer text is words, not a requirement in numbers."""

_FULL_WIDTH: Final = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F) if code not in (0xFF0C, 0xFF1B, 0xFF5E)} | {
    0x3000: " ",
    0x00A0: " ",
    0x2007: " ",
    0x2009: " ",
    0x202F: " ",
}
"""Full-width letters, figures and signs one by one; NFKC would turn 10² into 102."""
_LIFTED: Final = re.compile(r"(?<=[\d.])([⁺⁻][⁰¹²³⁴⁵⁶⁷⁸⁹·.]+)([₊₋]?[₀₁₂₃₄₅₆₇₈₉.]+)")
_INTERVAL: Final = re.compile(r"(?:(?<=^\[)|(?<=^\())(\s*[+\-−]?[\d.]+)\s*,\s*([+\-−]?[\d.]+\s*)(?=[\])])")
_TO_LINE: Final = str.maketrans("⁺⁻⁰¹²³⁴⁵⁶⁷⁸⁹·₊₋₀₁₂₃₄₅₆₇₈₉", "+-0123456789.+-0123456789")
_RELATIVE: Final = re.compile(
    r"^(?P<value>[^()]*\d[^()]*?)\s*\(1\s*±\s*(?P<share>[\d.,]+\s*[%‰])\)\s*(?P<unit>[^\s()].*)?$"
)
_BY_VOLUME: Final = re.compile(r"%\s*\((?:以?体积分数计?|by volume|volume fraction)\)", re.IGNORECASE)
_BY_MASS: Final = re.compile(r"%\s*\((?:以?质量分数计?|by mass|mass fraction)\)", re.IGNORECASE)
_HALF_GRADE: Final = re.compile(r"(?<![\d.\-–])([1-8])[-–]([2-9])(?=\s*(?:级|grade(?![A-Za-z])|及?以上|$))")
_OPENING: Final = re.compile(
    r"(?:应为|应是|应|宜为|宜|为|shall be|should be|is)\s*(?=\S)|"
    r"(?:允许|极限|尺寸)?(?:偏差|误差|公差)\s*[:：]?\s*(?=[不±≤<小应为])|[φΦ⌀∅Ø]\s?(?=[≤≥<>\d])"
)
_VARIABLE: Final = re.compile(r"[A-Za-zΑ-Ωα-ωΔ][A-Za-z0-9_]{0,6}\s*(?=[≤≥<>⩽⩾≦≧=])")
_AFTER_ANOTHER: Final = re.compile(r"[A-Za-zΑ-Ωα-ωΔ]\w{0,6}(?=\s*[≤≥<>⩽⩾≦≧])")
_TIMES: Final = re.compile(r"[×xX*]\s?(?=[\d.])")
_OPERATORS: Final = frozenset({Mark.AT_MOST, Mark.BELOW, Mark.AT_LEAST, Mark.ABOVE})
_STANDS_BEHIND: Final = frozenset(BEHIND)
_ENDS_A_NUMBER: Final = frozenset({Mark.NUMBER, Mark.UNIT, Mark.CLOSE, Mark.CLOSE_SQUARE})


@dataclass(frozen=True, slots=True)
class Token:
    """One piece; a number has a value, and is `signed` when a plus or minus stands before it."""

    mark: Mark
    text: str = ""
    value: Fraction = Fraction(0)
    signed: bool = False


@dataclass(frozen=True, slots=True)
class Pieces:
    """All pieces of a text; `unit` is a scale that stands before the numbers, `doubt` as in Requirement."""

    tokens: tuple[Token, ...]
    unit: str = ""
    doubt: str = ""


def pieces_of(text: str, unit: str) -> Pieces | None:
    """The pieces of a requirement; None when something in it is neither number nor unit nor sign.

    `unit` is the one given beside the text, "" when there is none.
    """
    line = plain(text)
    if len(line) > LONGEST:
        return None
    if unit in GRADES or any(grade in line for grade in GRADES):
        line = _HALF_GRADE.sub(_half_grade, line)
    start, scale = _after_opening(line)
    scanner = _Scanner(line, start, bool(unit) and unit != "min")
    tokens = list(scanner)
    return None if scanner.is_lost else Pieces(tuple(tokens), scale, scanner.doubt)


def plain(text: str) -> str:
    """The text on one line, half-width, with raised tolerances, 1½, bare lists and 50(1±10%) Ω written out.

    A text that is too long for a requirement in numbers is only put on one line.
    """
    line = " ".join(text.translate(_FULL_WIDTH).split())
    if len(line) > LONGEST:
        return line
    line = with_plain_fractions(line)
    line = _LIFTED.sub(lambda found: f" {found[1].translate(_TO_LINE)}/{found[2].translate(_TO_LINE)}", line)
    if "[" in line or "]" in line:
        line = _INTERVAL.sub(r"\1、\2", line)
    if "(" in line:
        line = _BY_MASS.sub("%(m/m)", _BY_VOLUME.sub("%(V/V)", line))
        line = _RELATIVE.sub(lambda found: f"{found['value']} {found['unit'] or ''} ± {found['share']}", line)
    return part_bare_lists(line).rstrip("。")


def _half_grade(found: re.Match[str]) -> str:
    """3-4 级 is the step between the grades 3 and 4, not a range."""
    first, second = int(found[1]), int(found[2])
    return f"{first}.5" if second == first + 1 else found[0]


def _after_opening(line: str) -> tuple[int, str]:
    """Where the requirement begins behind "shall be", φ or a scale such as HRC; and that scale."""
    start = 0
    while opening := _OPENING.match(line, start):
        start = opening.end()
    scale = SCALES.match(line, start)
    if scale and scale.end() < len(line):
        return scale.end(), scale["unit"]
    return start, ""


class _Scanner:
    """Goes through a line once; `is_lost` when it met something it does not know."""

    def __init__(self, line: str, start: int, has_unit: bool) -> None:
        self._line = line
        self._at = start
        self._has_unit = has_unit
        self._last: Mark | None = None
        self.is_lost = False
        self.doubt = ""

    def __iter__(self) -> Iterator[Token]:
        while self._at < len(self._line):
            if self._line[self._at] == " ":
                self._at += 1
                continue
            token = self._sign() or self._variable() or self._number() or self._unit()
            if token is None:
                self.is_lost = True
                return
            self._last = token.mark
            yield token

    def _sign(self) -> Token | None:
        line, at = self._line, self._at
        if line[at] in "-−–—" and self._last in _ENDS_A_NUMBER and not self._is_sign_of_number():
            self._at += 1 if line[at] in "-−" else len(line[at:]) - len(line[at:].lstrip("–—"))
            return Token(Mark.TO)
        if self._last in {Mark.NUMBER, Mark.UNIT} and (times := _TIMES.match(line, at)):
            self._at = times.end()
            return Token(Mark.TIMES)
        found = None if line[at] in "-−–" else _signs().match(line, at)
        if found is None:
            return self._bare_min()
        word = " ".join(found[0].lower().split())
        if word == "min." and self._last is Mark.NUMBER and not self._has_unit:
            self.doubt = MINUTES_OR_MINIMUM
        self._at = found.end()
        return Token(self._meaning(MEANINGS[word]))

    def _meaning(self, marks: tuple[Mark, ...]) -> Mark:
        """A word that can stand on either side of its number limits the one it follows."""
        is_last = self._at == len(self._line)
        follows = is_last or self._last in _ENDS_A_NUMBER or self._last is Mark.OPEN
        fitting = [mark for mark in marks if (mark in _STANDS_BEHIND) == follows]
        return (fitting or list(marks))[0]

    def _bare_min(self) -> Token | None:
        """ "min" is a minimum before a number, behind a unit, and behind a number whose unit stands elsewhere."""
        found = re.compile(r"min(?![A-Za-z./·⁻-])").match(self._line, self._at)
        if found is None:
            return None
        if self._last is Mark.UNIT or (self._last is Mark.NUMBER and self._has_unit):
            mark = Mark.AT_LEAST_AFTER
        elif self._last is None:
            mark = Mark.AT_LEAST
        else:
            return None
        self._at = found.end()
        return Token(mark)

    def _variable(self) -> Token | None:
        pattern = _VARIABLE if self._last is None else _AFTER_ANOTHER
        if self._last is not None and self._last not in _OPERATORS | {Mark.AND, Mark.COMMA}:
            return None
        found = pattern.match(self._line, self._at)
        if found is None:
            return None
        self._at = found.end()
        return Token(Mark.VARIABLE)

    def _number(self) -> Token | None:
        read = read_number(self._line, self._at, may_be_signed=True)
        if read is None:
            return None
        self._at = read.end
        self.doubt = self.doubt or read.doubt
        return Token(Mark.NUMBER, value=read.value, signed=read.is_signed)

    def _unit(self) -> Token | None:
        if self._last is not Mark.NUMBER and self._last is not Mark.CLOSE and self._last is not Mark.CLOSE_SQUARE:
            return None
        found = SCALES.match(self._line, self._at) or UNIT.match(self._line, self._at)
        if found is None:
            return None
        self._at = found.end()
        return Token(Mark.UNIT, found[0].strip())

    def _is_sign_of_number(self) -> bool:
        """Whether the minus belongs to the number behind it, as in 50 −0.1 −0.3: a blank before it and none behind."""
        line, at = self._line, self._at
        return line[at] in "-−" and line[at - 1] == " " and line[at + 1 : at + 2].isdigit()


@lru_cache(maxsize=1)
def _signs() -> re.Pattern[str]:
    return signs()
