"""What a catalogue itself says about adoption: `ISO 9001:2015，IDT`, `等同采用ISO 9001:2015`, or the number itself."""

import re
import unicodedata
from dataclasses import dataclass, replace
from typing import Final

from aligner.domain.degree import Degree, Legacy, ReadDegree, parse_degree
from aligner.domain.designation.cells import split_cell
from aligner.domain.designation.designation import Designation, NotUnderstood
from aligner.domain.designation.rendering import CHINESE_TYPES


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
    statements: list[Statement] = []
    refused: list[NotUnderstood] = []
    for piece, from_cell in zip(pieces, _degrees_of(degree, len(pieces)), strict=True):
        if isinstance(piece.designation, NotUnderstood):
            refused.append(piece.designation)
            continue
        raw = adopted.strip() if len(pieces) == 1 else piece.raw
        statements += _stated(piece.designation, piece.degree or from_cell, raw)
    return tuple(_without_own_numbers(statements)), tuple(refused)


def stated_by_number(national: Designation) -> Statement | None:
    """What the national number itself states.

    A dual number and a number built around the adopted one (`ГОСТ Р ИСО 9001-2015`, `BS EN ISO 9001:2015`)
    are IDT; a remark such as `(ISO 225:2010, MOD)` states what it says.
    """
    if national.adopts is not None:
        return Statement(national.adopts, Degree.IDT, str(national))
    if national.note is None or national.level == "international":
        return None
    statements, _ = parse_statements(national.note)
    return replace(statements[0], raw=str(national)) if statements else None


def _stated(designation: Designation, stated: ReadDegree | None, raw: str) -> list[Statement]:
    """The statement about this number, or about the one that a Chinese dual number carries."""
    if designation.type in CHINESE_TYPES and designation.adopts is not None:
        by_number = Statement(designation.adopts, Degree.IDT, raw)
        return [by_number if stated is None else _with_degree(designation.adopts, stated, raw)]
    if stated is None:
        return [Statement(designation, None, raw)]
    return [_with_degree(designation, stated, raw)]


def _with_degree(designation: Designation, stated: ReadDegree, raw: str) -> Statement:
    return Statement(designation, stated.degree, raw, stated.legacy, stated.needs_review)


def _without_own_numbers(statements: list[Statement]) -> list[Statement]:
    """Drop Chinese numbers beside foreign ones: `GB/T 19001-2016 idt ISO 9001:2015` repeats its own."""
    foreign = [statement for statement in statements if statement.designation.type not in CHINESE_TYPES]
    return foreign or statements


def _says_nothing(text: str) -> bool:
    plain = unicodedata.normalize("NFKC", text).strip(" \t\r\n-—–/.。*")
    if not plain:
        return True
    read = parse_degree(plain)
    return read is not None and read.degree is None and not any(character.isdecimal() for character in plain)


def _degrees_of(cell: str, count: int) -> list[ReadDegree | None]:
    """One degree for each number: those of the cell in their order, or its only one for all."""
    if _says_nothing(cell):
        return [None] * count
    degrees = [parse_degree(part) for part in _SEPARATORS.split(cell) if part.strip()]
    if len(degrees) == count:
        return degrees
    distinct = {read.degree for read in degrees if read is not None}
    return [degrees[0] if len(distinct) == 1 else None] * count


_SEPARATORS: Final = re.compile(r"[;；、，,\n\r|/]+")
