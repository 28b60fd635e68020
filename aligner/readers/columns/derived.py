"""Fields that are spread over several columns: number, part and year; a tick under one of several headings."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from aligner.domain.degree import parse_degree
from aligner.domain.designation.columns import joined_number, named_body, publisher_in_heading, with_publisher
from aligner.domain.standards.fields import Status
from aligner.readers.aliases import CONTAINED, fold, pieces, words
from aligner.readers.cells.cells import Cell, lines_of, text_of, value_of
from aligner.readers.cells.words import status_of, status_of_validity
from aligner.readers.columns.choice import Columns, Derived, Recognized, not_wanted
from aligner.readers.columns.content_tests import (
    ENOUGH,
    holds_designation,
    is_bare_number,
    is_cross,
    is_designation,
    is_tick,
)
from aligner.readers.columns.telling import tell_body, tell_others
from aligner.readers.findings import Findings

NUMBER: Final = "number"
PREFIXED: Final = "prefixed"
TICKED: Final = "ticked"
VALIDITY: Final = "validity"
INVALIDITY: Final = "invalidity"
_MOST: Final = 0.8


def choose_derived(columns: Columns, found: Recognized, given: Mapping[str, str], findings: Findings) -> None:
    """Put together what stands in columns of its own; each such field gets a place behind the last column."""
    _join_numbers(columns, found)
    _join_adopted(columns, found)
    _complete_numbers(columns, found, findings)
    for name in ("degree", "status"):
        if name not in given and name not in not_wanted(given):
            _join_ticks(columns, found, name)
    if "status" not in found.columns and "status" not in not_wanted(given):
        _read_validity(columns, found)


def cell_of(derived: Derived, row: Sequence[Cell]) -> Cell:
    """What the columns say together in this row."""
    return _WAYS[derived.way](derived, row)


def _place(columns: Columns, found: Recognized, name: str, derived: Derived) -> None:
    found.columns[name] = len(columns.header.headings) + len(found.derived)
    found.shares.setdefault(name, 1.0)
    found.derived.append(derived)


def _join_numbers(columns: Columns, found: Recognized) -> None:
    """ "ISO 10303 | 11 | 2004": the pieces of a number, when the column of numbers lacks them."""
    number = found.columns.get("designation")
    if number is None:
        return
    cells = columns.samples[number]
    has_years = 2 * sum(map(_has_year, cells)) > len(cells)
    named = {kind: _column_of(columns, found, kind) for kind in ("prefix", "part", "year")}
    if named["prefix"] == number or not _is_without_numbers(columns, named["prefix"]):
        named["prefix"] = None
    if has_years or not _are_years(columns, named["year"]):
        named["year"] = None
    if has_years or not _are_parts(columns, named["part"]):
        named["part"] = None
    if not any(at is not None for at in named.values()):
        return
    sources = [(number, "number"), *((at, kind) for kind, at in named.items() if at is not None)]
    _place(columns, found, "designation", Derived(NUMBER, tuple(sources)))
    found.shares["designation"] = 1.0


def _join_adopted(columns: Columns, found: Recognized) -> None:
    """ "国际组织 | 国际标准号 | 年代号" over "ISO | 9001 | 2015": the pieces of the adopted number."""
    body = _column_of(columns, found, "adopted_prefix")
    number = next(iter(_called(columns, found, "adopted")), None)
    if body is None or number is None or "adopted" in found.columns or not _are_bodies(columns, body):
        return
    cells = columns.samples[number]
    if sum(map(is_bare_number, cells)) < ENOUGH * len(cells):
        return
    sources = [(number, "number"), (body, "prefix")]
    year = _column_of(columns, found, "year")
    if year is not None and _are_years(columns, year) and 2 * sum(map(_has_year, cells)) <= len(cells):
        sources.append((year, "year"))
    _place(columns, found, "adopted", Derived(NUMBER, tuple(sources)))
    found.shares["adopted"] = 1.0


def _are_bodies(columns: Columns, column: int) -> bool:
    """Whether the cells are names of bodies and nothing else: "ISO", "ISO/IEC"."""
    named = [named_body(text_of(cell)) for cell in columns.samples[column]]
    return bool(named) and all(body and not rest.strip() for body, rest in named)


def _column_of(columns: Columns, found: Recognized, kind: str) -> int | None:
    """The column whose heading names this piece of a number."""
    spellings = pieces(kind)
    options = [
        (spellings[fold(heading)], column)
        for column, heading in enumerate(columns.header.headings)
        if fold(heading) in spellings and column not in found.columns.values() and column not in found.serial
    ]
    return min(options)[1] if options else None


def _has_year(cell: Cell) -> bool:
    text = text_of(cell)
    return len(text) > 5 and text[-4:].isdigit() and text[-5] in ":：-—–－‐" and text[-4:-2] in ("19", "20")


def _are_years(columns: Columns, column: int | None) -> bool:
    cells = columns.samples[column] if column is not None else []
    years = [text_of(cell).rstrip("年") for cell in cells]
    return bool(cells) and sum(
        len(text) == 4 and text.isdigit() and text[:2] in ("18", "19", "20") for text in years
    ) >= _MOST * len(cells)


def _are_parts(columns: Columns, column: int | None) -> bool:
    cells = columns.samples[column] if column is not None else []
    return bool(cells) and all(len(text_of(cell)) <= 12 for cell in cells)


def _is_without_numbers(columns: Columns, column: int | None) -> bool:
    """Whether the cells are names of bodies: "GB/T"."""
    cells = columns.samples[column] if column is not None else []
    return bool(cells) and not any(map(str.isdigit, "".join(map(text_of, cells))))


def _complete_numbers(columns: Columns, found: Recognized, findings: Findings) -> None:
    """ "GB/T标准号" over "19001-2016": the body is in the heading; "ISO No. | IEC No." are adopted together."""
    for name in ("designation", "adopted"):
        chosen = found.columns.get(name)
        options = [chosen] if chosen is not None else _called(columns, found, name) if name == "adopted" else []
        sources = _headed_by_body(columns, options)
        bare = [(at, body) for at, body in sources if any(_lacks(cell, body) for cell in columns.samples[at])]
        if len(sources) < 2 and not bare:
            continue
        _place(columns, found, name, Derived(PREFIXED, tuple(sources)))
        found.shares[name] = 1.0
        for at, body in bare:
            tell_body(findings, columns, at, body)
        headings = columns.header.headings
        unused = [headings[at] for at in options if at not in dict(sources) and columns.samples[at]]
        if unused:
            tell_others(findings, name, headings[sources[0][0]], unused)


def _headed_by_body(columns: Columns, options: Sequence[int]) -> list[tuple[int, str]]:
    """Those of these columns whose headings name a body and whose cells hold its numbers, with the body."""
    headings = columns.header.headings
    named = [(at, publisher_in_heading(headings[at])) for at in options if at < len(headings)]
    return [(at, body) for at, body in named if body and _are_numbers_of(columns.samples[at], body)]


def _called(columns: Columns, found: Recognized, name: str) -> list[int]:
    """The free columns that their headings call so: those of the surest headings, and those that name a body."""
    taken = {*found.columns.values(), *found.serial}
    headings = columns.header.headings
    guesses = [(at, guess) for at, guess in enumerate(columns.header.guesses) if guess and guess.field == name]
    surest = max((guess.strength for _, guess in guesses), default=0)
    called = [
        at
        for at, guess in guesses
        if at not in taken
        and (guess.strength == surest or (guess.strength > CONTAINED and publisher_in_heading(headings[at])))
    ]
    return called if surest > CONTAINED or len(called) == 1 else []


def _are_numbers_of(cells: Sequence[Cell], body: str) -> bool:
    """Whether the cells hold numbers, of this body where they name none, perhaps with more beside them."""
    fitting = sum(holds_designation(with_publisher(lines_of(cell), body)) for cell in cells)
    return bool(cells) and fitting >= ENOUGH * len(cells)


def _lacks(cell: Cell, body: str) -> bool:
    text = lines_of(cell)
    return with_publisher(text, body) != text


def _join_ticks(columns: Columns, found: Recognized, name: str) -> None:
    """One column for each degree or status, with a tick in the one that holds; or the adopted number itself."""
    taken = set(found.columns.values())
    meaning = _degree_named if name == "degree" else _status_named
    headed = [
        (column, meaning(heading))
        for column, heading in enumerate(columns.header.headings)
        if heading and column not in taken and columns.samples[column] and meaning(heading)
    ]
    ticked = [(column, value) for column, value in headed if all(map(_is_mark, columns.samples[column]))]
    if ticked and (len(ticked) > 1 or name == "degree"):
        _place(columns, found, name, Derived(TICKED, tuple(ticked)))
    numbered = [
        (column, value)
        for column, value in headed
        if name == "degree" and all(map(is_designation, columns.samples[column]))
    ]
    if len(numbered) > 1 and "adopted" not in found.columns:
        _place(columns, found, "adopted", Derived("numbers", tuple(numbered)))


def _is_mark(cell: Cell) -> bool:
    return is_tick(cell) or is_cross(cell)


def _degree_named(heading: str) -> str:
    """The degree that a heading is, alone or as the lower one of two."""
    word = heading.rsplit(" ", maxsplit=1)[-1].strip("()（）")
    if len(word) > 14 or any(part in word for part in ("程度", "情况", "采标", "类型", "号", "标准", "?", "？")):
        return ""
    read = parse_degree(word)
    return read.raw if read and read.degree else ""


def _status_named(heading: str) -> str:
    word = heading.rsplit(" ", maxsplit=1)[-1]
    if len(word) > 8 or fold(heading) in words("validity") | words("invalidity"):
        return ""
    status = status_of(word)
    return word if status in (Status.IN_FORCE, Status.WITHDRAWN, Status.SUPERSEDED, Status.UPCOMING) else ""


def _read_validity(columns: Columns, found: Recognized) -> None:
    """ "是否有效: 是": a column that answers yes or no."""
    taken = set(found.columns.values())
    for column, heading in enumerate(columns.header.headings):
        folded = fold(heading)
        cells = columns.samples[column]
        if not cells or column in taken or folded not in words("validity") | words("invalidity"):
            continue
        if sum(map(_is_mark, cells)) < ENOUGH * len(cells):
            continue
        way = INVALIDITY if folded in words("invalidity") else VALIDITY
        _place(columns, found, "status", Derived(way, ((column, heading),)))
        return


def _number(derived: Derived, row: Sequence[Cell]) -> Cell:
    texts = {kind: value_of(row[at]) for at, kind in derived.sources}
    number = texts["number"]
    if not number:
        return ""
    if prefix := texts.get("prefix"):
        number = with_publisher(number, prefix)
    return joined_number(number, texts.get("part", ""), texts.get("year", "").rstrip("年"))


def _prefixed(derived: Derived, row: Sequence[Cell]) -> Cell:
    """The numbers with their bodies, a line for each column that has one; empty where none has."""
    texts = [with_publisher(text, body) for at, body in derived.sources if (text := lines_of(row[at]))]
    return "\n".join(texts) if texts else row[derived.sources[0][0]]


def _ticked(derived: Derived, row: Sequence[Cell]) -> Cell:
    """The headings with a tick; a cross says no where the same row has a real tick."""
    cells = [(row[at], value) for at, value in derived.sources if value_of(row[at]) or is_cross(row[at])]
    sure = [value for cell, value in cells if is_tick(cell) and not is_cross(cell)]
    maybe = [value for cell, value in cells if is_tick(cell) and is_cross(cell)]
    return "；".join(sure or (maybe if len(maybe) < len(derived.sources) or len(derived.sources) == 1 else []))


def _numbers(derived: Derived, row: Sequence[Cell]) -> Cell:
    return "\n".join(f"{value} {lines_of(row[at])}" for at, value in derived.sources if value_of(row[at]))


def _validity(derived: Derived, row: Sequence[Cell]) -> Cell:
    text = text_of(row[derived.sources[0][0]])
    status = status_of_validity(text) if text else None
    if status is None:
        return text
    if derived.way == INVALIDITY:
        return "废止" if status == Status.IN_FORCE.value else "现行"
    return "现行" if status == Status.IN_FORCE.value else "废止"


_WAYS: Final[dict[str, Callable[[Derived, Sequence[Cell]], Cell]]] = {
    NUMBER: _number,
    PREFIXED: _prefixed,
    TICKED: _ticked,
    "numbers": _numbers,
    VALIDITY: _validity,
    INVALIDITY: _validity,
}
