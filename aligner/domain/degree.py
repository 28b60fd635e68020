"""Degrees of correspondence (ISO/IEC Guide 21-1, GB/T 1.2-2020) and the ways they are written."""

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, Literal

Legacy = Literal["EQV", "REF"]


class Degree(StrEnum):
    """How closely a national standard follows an international one; only IDT and MOD are adoption."""

    IDT = "IDT"
    MOD = "MOD"
    NEQ = "NEQ"

    @property
    def strength(self) -> int:
        """3 for IDT, 2 for MOD, 1 for NEQ."""
        return _STRENGTHS[self]


@dataclass(frozen=True, slots=True)
class ReadDegree:
    """A degree as read from a file: what it counts as, and what was printed."""

    degree: Degree | None
    """None when the text says that nothing is adopted."""
    raw: str
    legacy: Legacy | None = None
    """The code of before 2001 that was printed: EQV counts as MOD, REF as NEQ."""
    needs_review: bool = False
    """Whether a reviewer should look: the printed code has no exact successor."""


def is_adoption(degree: Degree | None) -> bool:
    """Whether this degree is adoption: IDT and MOD are, NEQ and none are not (GB/T 1.2-2020, 4.1.1)."""
    return degree in {Degree.IDT, Degree.MOD}


def weakest(degrees: "list[Degree]") -> Degree | None:
    """The weakest of several degrees; None of none."""
    return min(degrees, key=lambda degree: degree.strength, default=None)


def strongest(degrees: "list[Degree]") -> Degree | None:
    """The strongest of several degrees; None of none."""
    return max(degrees, key=lambda degree: degree.strength, default=None)


def parse_degree(text: str) -> ReadDegree | None:
    """The degree a cell states, in any of the four languages or as a sign; None when it states none.

    A text that says "nothing adopted" gives a `ReadDegree` without degree.
    """
    raw = text.strip()
    plain = _plain(raw)
    if not plain:
        return None
    for pattern, degree, legacy, needs_review in _WHOLE:
        if pattern.fullmatch(plain):
            return ReadDegree(degree, raw, legacy, needs_review)
    for pattern, degree, legacy, needs_review in _WORDS:
        if pattern.search(plain):
            return ReadDegree(degree, raw, legacy, needs_review)
    return None


def _plain(text: str) -> str:
    composed = unicodedata.normalize("NFKC", text.replace("≠", "NEQ")).casefold()
    return composed.strip(" \t\r\n()[]【】<>\"'“”.,;:。、*-—–_/")


_STRENGTHS: Final = {Degree.IDT: 3, Degree.MOD: 2, Degree.NEQ: 1}

_Rule = tuple[re.Pattern[str], Degree | None, Legacy | None, bool]


def _rules(*rows: tuple[str, Degree | None, Legacy | None, bool]) -> tuple[_Rule, ...]:
    return tuple((re.compile(row[0]), *row[1:]) for row in rows)


_WHOLE: Final = _rules(
    (r"≡", Degree.IDT, None, False),
    (r"m", Degree.MOD, None, False),
    (r"=|≈|≒|≅|~", Degree.MOD, "EQV", True),
    (r"无|無|無し|なし|нет|none|no|nil|n/a|na|非采标|未采标|不采标|未采用|indigenous|not adopted|×", None, None, False),
)
_WORDS: Final = _rules(
    (r"非采标|未采标|未采用|indigenous", None, None, False),
    # the negated words come first: each of them contains a positive one
    (r"(?<![a-z])neq(?![a-z])|non?t?[ -]?equivalent", Degree.NEQ, None, False),
    (r"非等效|不等效|非等同|不等同|非同等|同等でない|同等ではない", Degree.NEQ, None, False),
    (r"неэквивалент|не эквивалент|\bнэк\b|\bнеэ\b", Degree.NEQ, None, False),
    (r"technically equivalent", Degree.MOD, "EQV", True),
    (r"(?<![a-z])eqv(?![a-z])|等效|(?<![a-z])equivalent|эквивалент", Degree.MOD, "EQV", True),
    (r"(?<![a-z])ref(?![a-z])|参照|参考|參照|參考", Degree.NEQ, "REF", True),
    (r"(?<![a-z])mod(?![a-z])|modified|modification|модифицир|\bмод\b", Degree.MOD, None, False),
    (r"修改(?!单)|修正|変更", Degree.MOD, None, False),
    (r"(?<![a-z])idt(?![a-z])|identical|等同|一致(?!性)|同一|идентич|\bидт\b|≡", Degree.IDT, None, False),
    (r"≈|≒|≅", Degree.MOD, "EQV", True),
)
