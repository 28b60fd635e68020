"""What a catalogue itself says about adoption: `ISO 9001:2015，IDT`, `等同采用ISO 9001:2015`, or the number itself."""

from dataclasses import dataclass, replace
from typing import Final

from aligner.domain.degree import ALTERNATIVES, Degree, Legacy, ReadDegree, is_empty_mark, parse_degree, parse_degrees
from aligner.domain.designation.cells import split_cell
from aligner.domain.designation.designation import Designation, NotUnderstood
from aligner.domain.designation.parser import parse_designation
from aligner.domain.designation.rendering import CHINESE_TYPES


@dataclass(frozen=True, slots=True)
class Statement:
    """A stated pair seen from the national standard: the adopted designation and the stated degree."""

    designation: Designation
    degree: Degree | None
    """None when the catalogue names the document but no degree, or leaves the degree open."""
    raw: str
    legacy: Legacy | None = None
    needs_review: bool = False


@dataclass(frozen=True, slots=True)
class Untaken:
    """A text of the cells that became no statement, or no degree of one, and why.

    `reason` is one of `NotUnderstood`, a doubt of a `ReadDegree`, or one of the constants below.
    """

    text: str
    reason: str


NOT_ADOPTED: Final = "not_adopted"
"""The cell says of this number that it is not adopted."""
UNKNOWN_DEGREE: Final = "unknown_degree"
"""The degree cell holds words that are no degree."""
DEGREE_ALONE: Final = "degree_alone"
"""The degree cell states one, and no adopted standard stands beside it."""
REPLACED: Final = "replaced"
"""The cell names this number as one that another replaces, or that replaces another."""
LEFT_OVER: Final = "left_over"
"""What stands behind a number may be its part or year, in a form that is not known."""
CONTRADICTION: Final = "contradiction"
"""The cell with the number and the one with the degree state different ones."""


def parse_statements(adopted: str, degree: str = "") -> tuple[tuple[Statement, ...], tuple[Untaken, ...]]:
    """What an adopted-number cell and its degree cell state, and everything in them that was not taken.

    The second cell holds one degree for all numbers or one for each in their order. A degree that stands in both
    cells must be the same in both.
    """
    if _says_nothing(adopted):
        return (), _alone(degree)
    every = split_cell(adopted)
    pieces = [piece for piece in every if not piece.is_replaced]
    untaken = [Untaken(piece.raw, REPLACED) for piece in every if piece.is_replaced]
    untaken += _unknown(degree)
    statements: list[Statement] = []
    for piece, from_cell in zip(pieces, _degrees_of(degree, len(pieces)), strict=True):
        if isinstance(piece.designation, NotUnderstood):
            untaken.append(Untaken(piece.designation.text, piece.designation.reason))
            continue
        if denied := next((one for one in (piece.degree, from_cell) if one is not None and one.is_nothing), None):
            untaken.append(Untaken(f"{piece.designation}: {denied.raw}", NOT_ADOPTED))
            continue
        stated, doubt = _settled(piece.degree, from_cell)
        if doubt is not None and doubt not in untaken:
            untaken.append(doubt)
        if piece.rest:
            untaken.append(Untaken(f"{piece.designation} … {piece.rest}", LEFT_OVER))
        raw = adopted.strip() if len(pieces) == 1 else piece.raw
        statements.append(_stated(piece.designation, stated, raw))
    return tuple(_without_own_numbers(statements)), tuple(untaken)


def stated_by_number(national: Designation) -> tuple[Statement, ...]:
    """What the national number itself states, of one or of several adopted standards; empty when nothing.

    A dual number and a number built around the adopted one (`ГОСТ Р ИСО 9001-2015`, `BS EN ISO 9001:2015`)
    are IDT; a remark such as `(ISO 225:2010, MOD)` states what it says.
    """
    if national.adopts is not None:
        return (Statement(national.adopts, Degree.IDT, str(national)),)
    if national.note is None or national.level == "international":
        return ()
    statements, _ = parse_statements(national.note)
    return tuple(replace(one, raw=str(national)) for one in statements)


def _settled(beside: ReadDegree | None, from_cell: ReadDegree | None) -> tuple[ReadDegree | None, Untaken | None]:
    """The degree of a number from both cells, and what of it was not taken."""
    stated = beside or from_cell
    if stated is None:
        return None, None
    if beside and from_cell and beside.degree and from_cell.degree and beside.degree is not from_cell.degree:
        return None, Untaken(f"{beside.raw}; {from_cell.raw}", CONTRADICTION)
    doubted = next((one for one in (beside, from_cell) if one is not None and one.doubt), None)
    if doubted is not None:
        return None, Untaken(doubted.raw, doubted.doubt or ALTERNATIVES)
    return stated, None


def _stated(designation: Designation, stated: ReadDegree | None, raw: str) -> Statement:
    """The statement about this number, or about the one that a Chinese dual number carries."""
    if designation.type in CHINESE_TYPES and designation.adopts is not None:
        if stated is None:
            return Statement(designation.adopts, Degree.IDT, raw)
        designation = designation.adopts
    designation = _by_international_name(designation)
    if stated is None:
        return Statement(designation, None, raw)
    return Statement(designation, stated.degree, raw, stated.legacy, stated.needs_review)


def _by_international_name(designation: Designation) -> Designation:
    """A text with two numbers under that of ISO or IEC: `ISO/IEC 9594-8|ITU-T X.509`."""
    if designation.joint is None or designation.publisher.startswith(("ISO", "IEC")):
        return designation
    other = parse_designation(designation.joint)
    if not isinstance(other, Designation) or not other.publisher.startswith(("ISO", "IEC")):
        return designation
    return replace(other, joint=str(replace(designation, joint=None)))


def _without_own_numbers(statements: list[Statement]) -> list[Statement]:
    """Drop Chinese numbers beside foreign ones: `GB/T 19001-2016 idt ISO 9001:2015` repeats its own."""
    foreign = [statement for statement in statements if statement.designation.type not in CHINESE_TYPES]
    return foreign or statements


def _says_nothing(text: str) -> bool:
    if is_empty_mark(text):
        return True
    read = parse_degree(text)
    return read is not None and read.is_nothing and not any(character.isdecimal() for character in text)


def _alone(degree: str) -> tuple[Untaken, ...]:
    """A degree without a number is told; what says that nothing is adopted needs no number."""
    read = parse_degree(degree)
    if read is None or read.is_nothing:
        return ()
    return (Untaken(degree.strip(), read.doubt or DEGREE_ALONE),)


def _unknown(degree: str) -> list[Untaken]:
    if is_empty_mark(degree) or parse_degree(degree) is not None:
        return []
    return [Untaken(degree.strip(), UNKNOWN_DEGREE)]


def _degrees_of(cell: str, count: int) -> tuple[ReadDegree | None, ...]:
    """The degrees of the second cell; one that is as good as empty (`无`) states none."""
    if is_empty_mark(cell):
        return (None,) * count
    read = parse_degrees(cell, count)
    return tuple(None if one is not None and one.is_nothing and not one.denies else one for one in read)
