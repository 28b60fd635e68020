"""What a spreadsheet shows in place of a value; csv files, web pages and pasted columns hold it as a text."""

from collections.abc import Sequence
from typing import Any, Final

from aligner.domain.problem import Problem, Severity
from aligner.domain.text import N_
from aligner.readers.sheets.layout import place_of
from aligner.readers.sheets.sheet import Sheet

_NAMED: Final = (
    *("#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!", "#SPILL!", "#CALC!", "#FIELD!", "#BLOCKED!"),
    *("#CONNECT!", "#UNKNOWN!", "#BUSY!", "#PYTHON!", "#EXTERNAL!", "#TIMEOUT!", "#GETTING_DATA", "#WERT!", "#BEZUG!"),
)
_WIDEST: Final = 256
ERROR_TEXTS: Final = frozenset(
    {
        *_NAMED,
        *(f"Err:{number}" for number in range(501, 541)),
        *("#" * width for width in range(3, _WIDEST)),  # a number in a column that was too narrow to show it
    }
)


def without_errors(sheet: Sheet, file: str) -> Sheet:
    """The sheet with empty cells where it had the text of an error; a problem says how many, and where the first is."""
    found = [at for at, row in enumerate(sheet.rows) if not ERROR_TEXTS.isdisjoint(row)]
    if not found:
        return sheet
    places: list[str] = []
    rows = list(sheet.rows)
    for at in found:
        places += _places(rows[at], sheet.numbers[at], sheet.first_column)
        rows[at] = ["" if cell in ERROR_TEXTS else cell for cell in rows[at]]
    sheet.rows = rows
    sheet.problems.append(
        Problem(
            "error_texts",
            Severity.WARNING,
            N_("{count} cells hold the text of an error such as #REF!, the first is {cell}; they were read as empty."),
            {"count": len(places), "cell": places[0]},
            file,
            sheet.name,
        )
    )
    return sheet


def _places(row: Sequence[Any], number: int, first_column: int) -> list[str]:
    return [place_of(number - 1, first_column + at) for at, cell in enumerate(row) if cell in ERROR_TEXTS]
