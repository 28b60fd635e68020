"""What the number of a standard tells: the derived columns of one row."""

import re
from typing import Any, Final

from aligner.domain.designation.designation import Designation, NotUnderstood
from aligner.domain.designation.parser import parse_designation, parse_designations
from aligner.domain.pairs.numbered_statement import number_with_statement
from aligner.domain.pairs.statement import Statement, Untaken, parse_statements, stated_by_number
from aligner.readers.cells.cells import Cell, lines_of, text_of, value_of
from aligner.readers.cells.words import without_adoption_mark

DERIVED: Final = (
    "designation",
    "printed",
    "understood",
    "work",
    "family",
    "publisher",
    "type",
    "year",
    "is_supplement",
    "is_draft",
    "is_plan",
    "by_number",
)
"""The values of `describe`, in its order; `by_number` has the statements in the number itself, or is None."""


_IDENTIFIERS: Final = re.compile(r"\[\d+(?:, \d+)*\]")
_PLAIN_INTERNATIONAL: Final = re.compile(
    r"(((ISO(?:/IEC)?|IEC(?=(?: T[RS])? \d{5}))(?:(?<=ISO)/(TS|TR)|(?<=IEC) (TS|TR))? \d+)"
    r"(?:-\d{1,3}(?:-\d{1,3})*|-1[0-5]\d\d)?)"
    r"(?::((?:19|20)\d\d)(/(?:Amd|Cor) [1-9]:(?:19|20)\d\d)?)?",
    re.ASCII,
)
_PLAIN_JAPANESE: Final = re.compile(r"((JIS [A-Z] \d{4,5})(?:-\d{1,3}(?:-\d{1,3})*)?):((?:19|20)\d\d)", re.ASCII)
_PLAIN_CHINESE: Final = re.compile(r"((GB(?:/([TZ]))? \d{1,6})(?:\.\d{1,4})?)-((?:19|20)\d\d)", re.ASCII)


def describe(cell: Cell) -> tuple[Any, ...]:
    """The derived columns for the cell with the standard's number; one that is not understood names itself."""
    return (_plain(cell) if type(cell) is str else None) or described(text_of(cell))


def _plain(text: str) -> tuple[Any, ...] | None:
    """The columns of the plainest numbers, nine of ten in a catalogue, without taking them apart: 8 times faster.

    The tests hold it to what `described` says.
    """
    if found := _PLAIN_INTERNATIONAL.fullmatch(text):
        work, family, publisher, solidus, spaced, year, supplement = found.groups()
        if supplement and publisher == "IEC":
            return None
        kind, date = solidus or spaced or "IS", int(year) if year else None
    elif found := _PLAIN_CHINESE.fullmatch(text):
        work, family, letter, year = found.groups()
        publisher, kind, date, supplement = "GB", letter or "mandatory", int(year), None
    elif found := _PLAIN_JAPANESE.fullmatch(text):
        work, family, year = found.groups()
        publisher, kind, date, supplement = "JIS", "standard", int(year), None
    else:
        return None
    return (text, text, True, work, family, publisher, kind, date, supplement is not None, False, False, None)


def described(text: str) -> tuple[Any, ...]:
    """The derived columns for any number."""
    read = parse_designation(text)
    if type(read) is NotUnderstood and "采" in text:
        read = parse_designation(without_adoption_mark(text))
    stated = stated_by_number(read) if type(read) is Designation else ()
    is_open = not stated or any(one.degree is None for one in stated)
    if is_open and (together := number_with_statement(text)):
        read, stated = together
    if type(read) is not Designation:
        return (text, text, False, text, text, "", "", None, False, False, False, None)
    return (
        str(read),
        text,
        True,
        read.work,
        read.family,
        read.publisher,
        read.type,
        read.year,
        read.is_supplement,
        read.is_draft,
        read.is_plan,
        [stated_list(one) for one in stated] or None,
    )


def stated_list(statement: Statement) -> list[str | None]:
    """A statement as the plain values that tables hold."""
    return [
        str(statement.designation),
        statement.degree.value if statement.degree else None,
        statement.raw,
        statement.legacy or "",
    ]


def statements_of(adopted: str, degree: str) -> tuple[list[list[str | None]], tuple[Untaken, ...]]:
    """What the cells with adopted number and degree state, and everything in them that was not taken."""
    statements, untaken = parse_statements(adopted, degree)
    return [stated_list(statement) for statement in statements], untaken


def with_number(
    stated: list[list[str | None]], by_number: list[list[str | None]] | None, degree: str = ""
) -> list[list[str | None]]:
    """The statements of the cells completed by those of the number itself; the cells go first.

    A number that names the adopted one without a degree takes that of the degree cell.
    """
    if by_number is None:
        return stated
    if not stated and degree and all(one[1] is None for one in by_number):
        return statements_of("; ".join(str(one[0]) for one in by_number), degree)[0]
    merged = list(stated)
    for own in by_number:
        work = _undated(own[0])
        same = [place for place, one in enumerate(merged) if _undated(one[0]) == work]
        for place in same:
            merged[place] = [merged[place][0], merged[place][1] or own[1], *merged[place][2:]]
        if not same:
            merged.append(own)
    return merged


def related_of(cell: Cell) -> tuple[list[str], list[str]]:
    """The designations in a "replaces" cell, and the identifiers when it holds those: "[72140, 5]"."""
    if type(cell) is str and _IDENTIFIERS.fullmatch(cell):
        return [], cell[1:-1].split(", ")
    text = value_of(cell)
    if not text or text == "[]":
        return [], []
    bare = text.strip("[]() ")
    if bare.replace(",", "").replace(" ", "").replace("'", "").isdigit():
        return [], [piece.strip(" '") for piece in bare.split(",") if piece.strip(" '")]
    return _designations(lines_of(cell)), []


def _designations(text: str) -> list[str]:
    return [str(read) if isinstance(read, Designation) else read.text for read in parse_designations(text)]


def _undated(text: str | None) -> str:
    read = parse_designation(text or "")
    return read.work if isinstance(read, Designation) else read.text
