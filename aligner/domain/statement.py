"""What a catalogue itself says about adoption: `ISO 9001:2015，IDT`, `等同采用ISO 9001:2015`, or the number itself."""

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

from aligner.domain.degree import Degree, Legacy, ReadDegree, parse_degree
from aligner.domain.designation import Designation, NotUnderstood
from aligner.domain.designation_cells import split_cell


@dataclass(frozen=True, slots=True)
class Statement:
    """A stated pair seen from the national standard: the adopted designation and the stated degree."""

    designation: Designation
    degree: Degree | None
    """None when the catalogue names the document but no degree."""
    raw: str
    legacy: Legacy | None = None
    needs_review: bool = False


def parse_statements(adopted: str, degree: str = "") -> tuple[tuple[Statement, ...], tuple[NotUnderstood, ...]]:
    """What an adopted-number cell and its degree cell state, and what in them could not be understood.

    Degrees inside the first cell win over the second cell, which holds one degree for all numbers or
    one for each in their order.
    """
    if _says_nothing(adopted):
        return (), ()
    pieces = split_cell(adopted)
    given = _degrees_of(degree, len(pieces))
    statements: list[Statement] = []
    refused: list[NotUnderstood] = []
    for piece, from_cell in zip(pieces, given, strict=True):
        if isinstance(piece.designation, NotUnderstood):
            refused.append(piece.designation)
        else:
            statements.append(_statement(piece.designation, piece.degree or from_cell, piece.raw))
    return tuple(statements), tuple(refused)


def stated_by_number(national: Designation) -> Statement | None:
    """What the national number itself states: a dual number or one built around the adopted number is IDT."""
    if national.adopts is None:
        return None
    return Statement(national.adopts, Degree.IDT, str(national))


def _statement(designation: Designation, stated: ReadDegree | None, raw: str) -> Statement:
    if stated is None:
        return Statement(designation, None, raw)
    return Statement(designation, stated.degree, raw, stated.legacy, stated.needs_review)


def _says_nothing(text: str) -> bool:
    plain = unicodedata.normalize("NFKC", text).strip(" \t\r\n-—–/.。*")
    if not plain:
        return True
    read = parse_degree(plain)
    return read is not None and read.degree is None and len(plain) <= 12


def _degrees_of(cell: str, count: int) -> list[ReadDegree | None]:
    """One degree for each number: those of the cell in their order, or its only one for all."""
    parts = [part for part in _SEPARATORS.split(cell) if part.strip()]
    degrees = [parse_degree(part) for part in parts]
    if len(degrees) == count:
        return degrees
    distinct = {read.degree for read in degrees if read is not None}
    return [degrees[0] if len(distinct) == 1 else None] * count


_SEPARATORS: Final = re.compile(r"[;；、，,\n\r|/]+")
