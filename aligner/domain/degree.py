"""Degrees of correspondence (ISO/IEC Guide 21-1, GB/T 1.2-2020) and the ways they are written."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from typing import Final, Literal

from aligner.domain.text import N_
from aligner.domain.words.degree_words import DEGREE_WORDS
from aligner.domain.words.phrases import Doubt, Said, folded, said

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


DEGREE_NAMES: Final[Mapping[Degree, str]] = {
    Degree.IDT: N_("identical"),
    Degree.MOD: N_("modified"),
    Degree.NEQ: N_("not equivalent"),
}


@dataclass(frozen=True, slots=True)
class ReadDegree:
    """A degree as read from a file: what it counts as, and what was printed."""

    degree: Degree | None
    """None when the text says that nothing is adopted, or leaves open what is."""
    raw: str
    legacy: Legacy | None = None
    """The code of before 2001 that was printed: EQV counts as MOD, REF as NEQ."""
    needs_review: bool = False
    """Whether a reviewer should look: the printed code has no exact successor."""
    doubt: str | None = None
    """Why a degree that is named was not taken: a `Doubt`, ALTERNATIVES, SIGN or UNASSIGNED."""
    denies: bool = False
    """Whether it says in words that nothing is adopted (`未采用`), more than an empty cell or `无` does."""

    @property
    def is_nothing(self) -> bool:
        """Whether it says in plain words that nothing is adopted."""
        return self.degree is None and self.doubt is None


ALTERNATIVES: Final = "alternatives"
"""Two degrees stand for one number."""
SIGN: Final = "sign"
"""`≈` is used for "equivalent" and for "refers to" (domain rules, 11.4)."""
UNASSIGNED: Final = "unassigned"
"""Several degrees stand beside another count of numbers."""


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
    """The degree a cell states in words, as a code or as a sign; None when it names none.

    A text that says "nothing adopted" gives a `ReadDegree` without degree. A degree that is denied, weakened, asked
    for, announced or offered beside another (`不一致`, `基本一致`, `IDT?`, `IDT或MOD`) is not taken: the answer has a
    doubt and no degree. A remark in brackets never outranks what stands before it.
    """
    return _parse(text.strip())


def parse_degrees(text: str, count: int) -> tuple[ReadDegree | None, ...]:
    """The degrees of a cell for `count` numbers in their order: one for each, or its only one for all.

    Other counts of degrees are not guessed at: every number gets the doubt UNASSIGNED.
    """
    whole = parse_degree(text)
    if count < 2 or whole is None:
        return (whole,) * count
    for separator in _SEPARATORS:
        parts = [part for part in separator.split(text) if part.strip()]
        if len(parts) == count and all(parse_degree(part) or is_empty_mark(part) for part in parts):
            return tuple(map(parse_degree, parts))
    if whole.doubt != ALTERNATIVES:
        return (whole,) * count
    terms = [one for one in said(text, DEGREE_WORDS) if one.term in _DEGREES and not one.in_brackets]
    if len(terms) == count and not any(one.doubt or one.after_or for one in terms):
        raw, plain = text.strip(), folded(text)
        return tuple(_read(one.term, plain[one.start : one.end].upper() or raw) for one in terms)
    is_choice = any(one.after_or for one in terms)
    return (whole if is_choice else replace(whole, doubt=UNASSIGNED),) * count


def agreed(texts: Sequence[str]) -> ReadDegree | None:
    """The degree that several cells state about one number; a doubt when they differ (ALTERNATIVES)."""
    read = [one for one in map(parse_degree, texts) if one is not None]
    if not read:
        return None
    if len({one.degree for one in read}) == 1:
        return next((one for one in read if one.doubt), read[0])
    return ReadDegree(None, "; ".join(text.strip() for text in texts if text.strip()), doubt=ALTERNATIVES)


def is_empty_mark(text: str) -> bool:
    """Whether a text is blank, or a dash or another sign for an empty cell."""
    return not text.strip(_EMPTY_MARKS)


@lru_cache(maxsize=8192)
def _parse(raw: str) -> ReadDegree | None:
    plain = folded(raw).strip(_EDGES)
    if not plain:
        return None
    if (whole := _WHOLE.get(plain)) is not None:
        return _read(whole, raw)
    terms = said(raw, DEGREE_WORDS)
    main = [one for one in terms if not one.in_brackets]
    aside = [one for one in terms if one.in_brackets]
    denied = [one for one in main if one.term == "ADOPTED" and one.doubt is not None]
    if denied and _degrees(main):
        return ReadDegree(None, raw, doubt=denied[0].doubt)
    if not _degrees(main) and _degrees(aside) and not any(one.doubt for one in main):
        main, aside = [*main, *aside], []
    return _decided(_degrees(main), _degrees(aside), raw) or _adoption(main or terms, raw)


def _decided(main: list[Said], aside: list[Said], raw: str) -> ReadDegree | None:
    """What the terms outside and inside brackets come to; None when there is none outside."""
    plain = [one for one in main if one.doubt is None]
    codes = [one for one in aside if one.is_alone and one.doubt is None]
    if not plain:
        doubted = {_DEGREES[one.term] for one in main}
        if main and {one.doubt for one in main} <= _ANSWERABLE and len({_DEGREES[one.term] for one in codes}) == 1:
            return None if _DEGREES[codes[0].term] in doubted else _read(codes[0].term, raw)
        return ReadDegree(None, raw, doubt=main[0].doubt) if main else None
    if any(one.doubt in (Doubt.ASKED, Doubt.UNSURE) for one in main):
        return ReadDegree(None, raw, doubt=Doubt.UNSURE)
    stated = {_DEGREES[one.term] for one in (*plain, *codes)}
    if len(stated) > 1:
        return ReadDegree(None, raw, doubt=ALTERNATIVES)
    doubted_too = [one for one in main if one.doubt and _DEGREES[one.term] in stated]
    if doubted_too:
        return ReadDegree(None, raw, doubt=doubted_too[0].doubt)
    return _read(plain[0].term, raw)


def _adoption(terms: Sequence[Said], raw: str) -> ReadDegree | None:
    """What a text without a degree says about adoption: none of it (`未采用`), or only in part or in future."""
    for one in terms:
        if one.term == "NOTHING" or (one.term == "ADOPTED" and one.doubt is Doubt.NEGATED):
            return ReadDegree(None, raw, denies=True)
        if one.term == "SIGN":
            return ReadDegree(None, raw, doubt=SIGN)
        if one.doubt is not None:
            return ReadDegree(None, raw, doubt=one.doubt)
    return None


def _read(term: str, raw: str) -> ReadDegree:
    if term == "SIGN":
        return ReadDegree(None, raw, doubt=SIGN)
    if term == "NOTHING":
        return ReadDegree(None, raw)
    legacy: Legacy | None = "EQV" if term == "EQV" else "REF" if term == "REF" else None
    return ReadDegree(_DEGREES[term], raw, legacy, legacy is not None)


def _degrees(terms: Sequence[Said]) -> list[Said]:
    return [one for one in terms if one.term in _DEGREES]


_STRENGTHS: Final = {Degree.IDT: 3, Degree.MOD: 2, Degree.NEQ: 1}
_DEGREES: Final = {
    "IDT": Degree.IDT,
    "MOD": Degree.MOD,
    "EQV": Degree.MOD,
    "NEQ": Degree.NEQ,
    "REF": Degree.NEQ,
}
_ANSWERABLE: Final = frozenset({Doubt.NEGATED, Doubt.HEDGED, Doubt.FORMERLY, Doubt.NO_LONGER})
"""Doubts that a code in brackets answers: `不一致（NEQ）`."""

_WHOLE: Final = {
    "m": "MOD",
    "=": "EQV",
    **dict.fromkeys(
        [
            "无",
            "無",
            "無し",
            "なし",
            "없음",
            "нет",
            "none",
            "no",
            "nil",
            "n/a",
            "na",
            "null",
            "否",
            "×",
            "x",
            "✗",
            "✘",
            "kein",
            "keine",
            "aucun",
            "aucune",
            "néant",
        ],
        "NOTHING",
    ),
    "not applicable": "NOTHING",
}
_SEPARATORS: Final = tuple(map(re.compile, (r"[\n\r]+", r"[;；]+", r"[、，,|｜]+", r"[/／]+")))
_EDGES: Final = " \t\r\n()[]【】<>\"'“”.,;:。、*-—–_/"
_EMPTY_MARKS: Final = " \t\r\n\u3000-—–－―─_/\\.。*"
