"""Whether the cells of a column hold what its heading promises."""

import re
from collections.abc import Callable, Sequence
from typing import Any, Final

from aligner.domain.degree import parse_degree
from aligner.domain.designation.designation import Designation
from aligner.domain.designation.parser import parse_designation
from aligner.domain.standards.fields import BY_NAME, Kind
from aligner.readers.cells.calendar import NOT_A_DATE, Calendar
from aligner.readers.cells.cells import Cell, ics_of, integer_of, is_blank, stage_of, text_of, value_of
from aligner.readers.cells.words import status_of, without_adoption_mark

ENOUGH: Final = 0.6
SAMPLE: Final = 120
_LETTER: Final = re.compile(r"[^\W\d_]")


def sample_of(column: Sequence[Cell]) -> list[Cell]:
    """Cells of the column that show something, spread over its whole length."""
    step = max(1, len(column) // (4 * SAMPLE))
    return [cell for cell in column[::step] if not is_blank(cell)][:SAMPLE]


def share_fitting(field: str, cells: Sequence[Cell], calendar: Calendar) -> float:
    """How many of these cells, 0..1, can be what the field holds; 1 for no cells at all."""
    test = _test_of(field, calendar)
    return sum(map(test, cells)) / len(cells) if cells else 1.0


def _test_of(field: str, calendar: Calendar) -> Callable[[Cell], bool]:
    by_name: dict[str, Callable[[Cell], bool]] = {
        "designation": is_designation,
        "degree": lambda cell: is_degree(cell) or is_designation(cell),
        "adopted": lambda cell: not value_of(cell) or any(character.isdigit() for character in text_of(cell)),
    }
    by_kind: dict[Any, Callable[[Cell], bool]] = {
        Kind.DATE: lambda cell: calendar.read(cell)[1] != NOT_A_DATE,
        Kind.STATUS: lambda cell: status_of(text_of(cell)) is not None,
        Kind.STAGE: lambda cell: stage_of(cell) is not None,
        Kind.ICS: lambda cell: not ics_of(cell)[1],
        Kind.INTEGER: lambda cell: integer_of(cell) is not None,
        Kind.TITLE: lambda cell: bool(_LETTER.search(text_of(cell))),
    }
    return by_name.get(field) or by_kind.get(BY_NAME[field].kind, lambda _cell: True)


def is_designation(cell: Cell) -> bool:
    """Whether the cell is the number of a standard."""
    return isinstance(parse_designation(without_adoption_mark(text_of(cell))), Designation)


def is_degree(cell: Cell) -> bool:
    """Whether the cell is a degree of correspondence in any notation, or says that there is none."""
    return not value_of(cell) or parse_degree(text_of(cell)) is not None
