"""What the number of a standard tells: the derived columns of one row."""

from typing import Any, Final

from aligner.domain.designation import Designation, NotUnderstood
from aligner.domain.designation_parser import parse_designation, parse_designations
from aligner.domain.statement import Statement, parse_statements, stated_by_number
from aligner.readers.cells import Cell, lines_of, text_of, value_of
from aligner.readers.words import without_adoption_mark

DERIVED: Final = (
    "designation", "printed", "understood", "work", "family", "publisher", "type", "year",
    "is_supplement", "is_draft", "is_plan", "by_number",
)  # fmt: skip
"""The values of `describe`, in its order; `by_number` is the statement in the number itself or None."""


def describe(cell: Cell) -> tuple[Any, ...]:
    """The derived columns for the cell with the standard's number; one that is not understood names itself."""
    text = text_of(cell)
    read = parse_designation(text)
    if type(read) is NotUnderstood and "采" in text:
        read = parse_designation(without_adoption_mark(text))
    if type(read) is not Designation:
        return (text, text, False, text, text, "", "", None, False, False, False, None)
    stated = stated_by_number(read)
    return (
        str(read), text, True, read.work, read.family, read.publisher, read.type, read.year,
        read.is_supplement, read.is_draft, read.is_plan, stated_list(stated) if stated else None,
    )  # fmt: skip


def stated_list(statement: Statement) -> list[str | None]:
    """A statement as the plain values that tables hold."""
    return [
        str(statement.designation),
        statement.degree.value if statement.degree else None,
        statement.raw,
        statement.legacy or "",
    ]


def statements_of(adopted: str, degree: str) -> tuple[list[list[str | None]], str]:
    """What the cells with adopted number and degree state, and the first text in them that is no designation."""
    statements, strange = parse_statements(adopted, degree)
    return [stated_list(statement) for statement in statements], strange[0].text if strange else ""


def with_number(stated: list[list[str | None]], by_number: list[str | None] | None) -> list[list[str | None]]:
    """The statements of the cells completed by that of a dual number, which is always IDT; the cells go first."""
    if by_number is None:
        return stated
    same = [one for one in stated if _undated(one[0]) == _undated(by_number[0])]
    if not same:
        return [*stated, by_number]
    return [[one[0], one[1] or by_number[1], *one[2:]] if one in same else one for one in stated]


def related_of(cell: Cell) -> tuple[list[str], list[str]]:
    """The designations in a "replaces" cell, and the identifiers when it holds those: "[72140, 5]"."""
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
