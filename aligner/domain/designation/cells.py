"""Cells with several designations, degrees and prose among them, cut into one piece for each number."""

import re
import unicodedata
from dataclasses import dataclass, replace
from typing import Final

from aligner.domain.degree import ALTERNATIVES, ReadDegree, parse_degree
from aligner.domain.designation.designation import Designation, NotUnderstood
from aligner.domain.designation.part_words import plain_parts
from aligner.domain.designation.reading import read_designation
from aligner.domain.designation.rendering import CHINESE_TYPES
from aligner.domain.designation.scanning import Found, numbers_in
from aligner.domain.designation.spelling import plain_signs
from aligner.domain.designation.supplement_words import named_supplement, plain_supplements


@dataclass(frozen=True, slots=True)
class Piece:
    """One number's share of a cell: what it names, the degree beside it, and the text of both."""

    designation: Designation | NotUnderstood
    degree: ReadDegree | None
    raw: str
    is_replaced: bool = False
    """Whether the cell names it as replaced by another (`代替GB/T 1-2008`), or as replacing one."""
    rest: str = ""
    """What stands behind the number, could belong to it, and was not understood."""


def split_cell(cell: str) -> tuple[Piece, ...]:
    """One piece for each number of a cell, with the degree printed before or after it.

    A degree counts for the numbers of its group (between semicolons or lines) that have none of their
    own; one that leads the cell and is the only one counts for all.
    """
    pieces: list[Piece] = []
    leading: list[bool] = []
    for text in _GROUPS.split(plain_cell(cell)):
        group = _Group(text)
        if not group.found:
            if (degree := parse_degree(text)) is not None and pieces:
                pieces[-1] = with_degree(pieces[-1], degree)
            elif degree is None and any(map(str.isalnum, text)):
                pieces.append(Piece(NotUnderstood(text.strip(_EDGES), "unknown_form"), None, text.strip(_EDGES)))
            leading.append(degree is not None and not pieces)
            continue
        leading.append(group.leads)
        pieces += group.pieces()
    return _led_by_one(pieces, led=bool(leading) and leading[0])


def with_degree(piece: Piece, degree: ReadDegree) -> Piece:
    """The piece with this degree, unless it has one of its own."""
    return piece if piece.degree is not None else replace(piece, degree=degree, raw=f"{piece.raw} {degree.raw}")


def words_beside(text: str) -> str:
    """The text without its numbers and without the phrases that state a degree."""
    group = _Group(text)
    segments = [segment for gap in group.gaps for segment in _SEGMENTS.split(gap) if parse_degree(segment) is None]
    return " ".join(filter(None, (segment.strip(_EDGES) for segment in segments)))


def plain_cell(cell: str) -> str:
    """The text of a cell as numbers are looked for in it: plain signs, no titles in 《》, a new line for each ①.

    Parts and supplements that words join to a number are written as signs.
    """
    text = _ITEM.sub("\n", cell.replace("\u2260", " NEQ ").replace("\xad", ""))
    plain = _TITLE.sub(" ", plain_signs(unicodedata.normalize("NFKC", text)))
    return plain_parts(plain_supplements(plain))


class _Group:
    """The numbers of one group with the texts between them."""

    def __init__(self, text: str) -> None:
        whole = read_designation(text) if parse_degree(text) is None else None
        self.found = [Found(whole, 0, len(text))] if isinstance(whole, Designation) else numbers_in(text)
        places = [0, *(place for one in self.found for place in (one.start, one.end)), len(text)]
        self.gaps = [text[start:end] for start, end in zip(places[::2], places[1::2], strict=True)]
        self._texts = [text[one.start : one.end] for one in self.found]
        self._before: list[ReadDegree | None] = []
        self._behind: list[ReadDegree | None] = [None] * len(self.found)
        self.leads = False
        self._read_gaps()

    def pieces(self) -> list[Piece]:
        """A piece for each number, each with its own degree, else that of those before it or behind it."""
        degrees = [self._own(place) for place in range(len(self.found))]
        order = range(len(degrees)) if self.leads else reversed(range(len(degrees)))
        current: ReadDegree | None = None
        for place in order:
            if degrees[place] is None:
                degrees[place] = current
            else:
                current = degrees[place]
        first = 1 if self._repeats_own_number() else 0
        return [self._piece(place, degrees[place]) for place in range(first, len(self.found))]

    def _piece(self, place: int, degree: ReadDegree | None) -> Piece:
        text = self._texts[place]
        raw = f"{text} {degree.raw}" if degree is not None else text
        gap = self.gaps[place + 1]
        rest = "" if degree is not None and self._behind[place] is degree else _unread(gap)
        rest = rest or named_supplement(gap)
        return Piece(_without_note(self.found[place].designation), degree, raw, self._is_replaced(place), rest)

    def _read_gaps(self) -> None:
        """Sort the degree of each text between two numbers to the one before it or the one behind it."""
        self._before = [parse_degree(_last_segment(self.gaps[0])) or parse_degree(self.gaps[0])]
        self.leads = self._before[0] is not None or self._repeats_own_number()
        for place, gap in enumerate(self.gaps[1:-1]):
            if not any(map(str.isalpha, gap)) and not _SIGNS.search(gap):
                self._before.append(None)
                continue
            self._sort(place, gap)
        if self.found:
            self._behind[-1] = _degree_behind(self.gaps[-1])

    def _sort(self, place: int, gap: str) -> None:
        first, last = _SEGMENTS.split(gap, maxsplit=1)[0], _last_segment(gap)
        behind, before = parse_degree(first), parse_degree(last)
        if len(first) == len(gap):  # nothing parts the two numbers
            behind, before = (None, before) if self.leads else (behind, None)
            if behind is None and before is None and not self.leads:
                behind = parse_degree(gap)
        elif behind is None and before is None and (between := parse_degree(gap)) is not None:
            behind, before = (None, between) if self.leads else (between, None)
        self._behind[place] = behind
        self._before.append(before)

    def _own(self, place: int) -> ReadDegree | None:
        before, behind = self._before[place], self._behind[place]
        if before is None or behind is None or before.degree is behind.degree:
            return behind or before
        return ReadDegree(None, f"{before.raw}; {behind.raw}", doubt=ALTERNATIVES)

    def _is_replaced(self, place: int) -> bool:
        return _REPLACES.search(self.gaps[place][-_NEAR:]) is not None

    def _repeats_own_number(self) -> bool:
        """Whether it begins with the national number itself: `GB/T 5276-2015 MOD ISO 225:2010`."""
        if len(self.found) < 2 or parse_degree(self.gaps[1]) is None or self.gaps[0].strip(_EDGES):
            return False
        first, second = (one.designation for one in self.found[:2])
        is_own = isinstance(first, Designation) and first.type in CHINESE_TYPES
        return is_own and isinstance(second, Designation) and second.type not in CHINESE_TYPES


def _without_note(read: Designation | NotUnderstood) -> Designation | NotUnderstood:
    """An international number without what stands in brackets behind it, `ISO/IEC 8802-3 (ANSI/IEEE 802.3)`."""
    if isinstance(read, Designation) and read.note is not None and read.level == "international":
        return replace(read, note=None)
    return read


def _last_segment(gap: str) -> str:
    return _SEGMENTS.split(gap)[-1] if gap else ""


def _degree_behind(gap: str) -> ReadDegree | None:
    """The degree behind the last number: of what stands next to it, else of all of the text."""
    return parse_degree(_SEGMENTS.split(gap, maxsplit=1)[0]) or parse_degree(gap)


def _unread(gap: str) -> str:
    """What follows a number at once and holds a digit: a part or a year in a form that is not known."""
    match = _UNREAD.match(gap)
    return match[0].strip(_EDGES) if match else ""


def _led_by_one(pieces: list[Piece], *, led: bool) -> tuple[Piece, ...]:
    degrees = {piece.degree for piece in pieces if piece.degree is not None}
    if not led or len(degrees) != 1:
        return tuple(pieces)
    (degree,) = degrees
    return tuple(piece if piece.degree is not None else with_degree(piece, degree) for piece in pieces)


_GROUPS: Final = re.compile(r"[;\n\r\t\v\f]+")
_EDGES: Final = " \t,，:.。()[]【】-—–/"
_SEGMENTS: Final = re.compile(r"[,、，|]|(?<=[)\]】])\s*")
_SIGNS: Final = re.compile(r"[≡≈≒=]")
_TITLE: Final = re.compile(r"《(?!\s*(?:ISO|IEC|CISPR|ITU|GB|[A-Z]{2,6}[ /]))[^》]{0,300}》?")
_ITEM: Final = re.compile("[①-⑳⑴-⒇⒈-⒛❶-❿➀-➉]")
_REPLACES: Final = re.compile(
    r"(?:代替|替代|取代|废止|代|(?<![A-Za-z])(?:replac\w{1,6}|supersed\w{1,4}|formerly|previously|instead of)"
    r"(?: by| of)?"
    r"|(?:в|В)замен|заменя\w{0,4}|(?:已|将)?被|由|置換|ersetzt|ersatz für|remplace)[\s:：(（]*$",
    re.IGNORECASE,
)
"""Words before a number that another one replaces, or that replaces another one."""

_NEAR: Final = 40
_UNREAD: Final = re.compile(
    r"[ \t(（=]{0,3}(?!\d+(?:st|nd|rd|th)?\s*(?:pages?|pp|页|p\.))"
    r"(?:[^\W\d]{1,12}[ .:-]{0,2})?\d[\d:.-]{0,12}[^,;、，\s]{0,12}"
)
