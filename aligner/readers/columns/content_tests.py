"""Whether the cells of a column hold what its heading promises, and what they hold when it promises nothing."""

import re
import unicodedata
from collections.abc import Callable, Sequence
from typing import Any, Final

from aligner.domain.degree import parse_degree
from aligner.domain.designation.designation import Designation
from aligner.domain.designation.parser import parse_designation
from aligner.domain.designation.publishers import level_of
from aligner.domain.standards.fields import BY_NAME, Kind
from aligner.readers.cells.calendar import NOT_A_DATE, Calendar
from aligner.readers.cells.cells import Cell, ics_of, integer_of, lines_of, stage_of, text_of, title_of, value_of
from aligner.readers.cells.numbers import statements_of
from aligner.readers.cells.words import status_of, without_adoption_mark

ENOUGH: Final = 0.6
SAMPLE: Final = 120
_LONGEST_NUMBER: Final = 80  # letters; a longer text is prose
_LETTER: Final = re.compile(r"[^\W\d_]")
_ICS: Final = re.compile(r"\s*(?:ICS\s*)?\d{2}\.\d{2,3}(?:\.\d{1,2})?(?![\d.])")
_BARE_NUMBER: Final = re.compile(r"(?:[A-Z] ?)?\d{1,6}(?:[.-]\d{1,4})*(?:[:：-]\d{4})?")
_LISTED: Final = re.compile(r"[\n;,、；，]\s*")
_TICKS: Final = frozenset(
    {*"√✓✔☑vx×●○■▲★+*1是有y", "yes", "true", "да"},
)
_CROSSES: Final = frozenset({*"×x0否无n☐□", "no", "false", "нет"})


def sample_of(column: Sequence[Cell]) -> list[Cell]:
    """Cells of the column that say something, spread over its whole length."""
    step = max(1, len(column) // (4 * SAMPLE))
    return [cell for cell in column[::step] if value_of(cell)][:SAMPLE]


def share_fitting(field: str, cells: Sequence[Cell], calendar: Calendar) -> float:
    """How many of these cells, 0..1, can be what the field holds; 1 for no cells at all."""
    test = _test_of(field, calendar)
    return sum(map(test, cells)) / len(cells) if cells else 1.0


def _test_of(field: str, calendar: Calendar) -> Callable[[Cell], bool]:
    by_name: dict[str, Callable[[Cell], bool]] = {
        "designation": is_designation,
        "degree": lambda cell: is_degree(cell) or holds_designation(cell),
        "adopted": is_adopted,
        "plan_no": is_short_code,
    }
    by_kind: dict[Any, Callable[[Cell], bool]] = {
        Kind.DATE: lambda cell: calendar.read(cell)[1] != NOT_A_DATE,
        Kind.STATUS: is_status,
        Kind.STAGE: lambda cell: stage_of(cell) is not None,
        Kind.ICS: is_ics,
        Kind.INTEGER: lambda cell: integer_of(cell) is not None,
        Kind.TITLE: lambda cell: bool(_LETTER.search(text_of(cell))) and not is_designation(cell),
    }
    return by_name.get(field) or by_kind.get(BY_NAME[field].kind, lambda _cell: True)


def is_designation(cell: Cell) -> bool:
    """Whether the cell is the number of a standard."""
    text = text_of(cell)
    return len(text) <= _LONGEST_NUMBER and isinstance(parse_designation(without_adoption_mark(text)), Designation)


def is_bare_number(cell: Cell) -> bool:
    """Whether the cell holds numbers without their body: "19001-2016", "9001:2015, 14001:2015", "9001:2015 IDT"."""
    return all(map(_is_bare, _LISTED.split(lines_of(cell).strip())))


def _is_bare(text: str) -> bool:
    number = _BARE_NUMBER.match(text.strip())
    if number is None:
        return False
    rest = text.strip()[number.end() :].strip(" ()（）")
    return not rest or (not any(map(str.isdigit, rest)) and parse_degree(rest) is not None)


def is_international(cell: Cell) -> bool:
    """Whether the cell is the number of a document of an international body."""
    read = parse_designation(text_of(cell))
    return isinstance(read, Designation) and level_of(read.publisher) == "international"


def holds_designation(cell: Cell) -> bool:
    """Whether some number of a standard can be found in the cell."""
    return any(map(str.isdigit, text_of(cell))) and bool(statements_of(text_of(cell), "")[0])


def is_adopted(cell: Cell) -> bool:
    """Whether the cell can name an adopted standard, or says that there is none; a code of the ICS does not."""
    if not value_of(cell):
        return True
    text = text_of(cell)
    return any(map(str.isdigit, text)) and not is_ics(cell) and not _is_date(text)


def is_ics(cell: Cell) -> bool:
    """Whether the cell begins with a code of the ICS."""
    if type(cell) is float:
        return bool(ics_of(cell)[0])
    return bool(_ICS.match(text_of(cell))) or not ics_of(cell)[1]


def looks_like_ics(cell: Cell) -> bool:
    """Whether the cell can hardly be anything else than a code of the ICS."""
    return type(cell) is str and _ICS.match(text_of(cell)) is not None


def is_status(cell: Cell) -> bool:
    """Whether the cell is a word for the state of a standard."""
    return status_of(text_of(cell)) is not None


def is_degree(cell: Cell) -> bool:
    """Whether the cell is a degree of correspondence in any notation, or says that there is none."""
    return not value_of(cell) or parse_degree(text_of(cell)) is not None


def states_degree(cell: Cell) -> bool:
    """Whether the cell is nothing but a degree: short, without the number of a standard."""
    text = text_of(cell)
    return len(text) < 20 and not any(map(str.isdigit, text)) and parse_degree(text) is not None


def is_short_code(cell: Cell) -> bool:
    """Whether the cell is a code, not prose."""
    return len(text_of(cell)) < 60


def is_tick(cell: Cell) -> bool:
    """Whether the cell is a mark that says yes."""
    return unicodedata.normalize("NFKC", text_of(cell)).casefold() in _TICKS


def is_cross(cell: Cell) -> bool:
    """Whether the cell is a mark that may say no: × and x say yes where no other mark is used."""
    return unicodedata.normalize("NFKC", text_of(cell)).casefold() in _CROSSES


def is_title(cell: Cell) -> bool:
    """Whether the cell reads like a title: words, no number of a standard, no code."""
    text = title_of(cell)
    letters = sum(map(str.isalpha, text))
    return letters >= 2 and letters * 2 > len(text.replace(" ", "")) and not is_designation(cell)


def is_latin(cell: Cell) -> bool:
    """Whether the letters of the cell are Latin ones."""
    letters = [sign for sign in title_of(cell) if sign.isalpha()]
    return bool(letters) and sum(sign < "\u0250" for sign in letters) * 10 > 9 * len(letters)


def _is_date(text: str) -> bool:
    return re.fullmatch(r"\d{4}[-/.年]\d{1,2}(?:[-/.月]\d{1,2}日?)?", text) is not None
