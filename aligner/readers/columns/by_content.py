"""Finds fields in columns whose headings say nothing: by what the cells below them hold."""

from collections.abc import Callable, Mapping
from typing import Final

from aligner.domain.catalogue import Level
from aligner.readers.aliases import CONTAINED
from aligner.readers.cells.cells import Cell, text_of, title_of
from aligner.readers.columns.choice import Columns, Recognized, is_remark, not_wanted
from aligner.readers.columns.content_tests import (
    ENOUGH,
    holds_designation,
    is_international,
    is_latin,
    is_status,
    is_title,
    looks_like_ics,
    states_degree,
)
from aligner.readers.columns.telling import tell_by_content
from aligner.readers.findings import Findings

_MOST: Final = 0.8
_LONGEST_WORD: Final = 12  # letters of a word for a status


def choose_by_content(columns: Columns, found: Recognized, given: Mapping[str, str], findings: Findings) -> None:
    """Give fields that no heading names to columns that no heading explains."""
    if "designation" not in found.columns:
        return
    for name, test, share in _TESTS:
        if columns.level is Level.INTERNATIONAL and name in ("adopted", "degree"):
            continue
        if name in found.columns or name in given or name in not_wanted(given):
            continue
        options = [column for column in _free(columns, found) if _share(columns, column, test) >= share]
        if options:
            _take(columns, found, findings, name, options[0])
    _choose_titles(columns, found, given, findings)


def _adopts(cell: Cell) -> bool:
    return is_international(cell) or (len(text_of(cell)) < 120 and not looks_like_ics(cell) and _names_body(cell))


def _names_body(cell: Cell) -> bool:
    text = text_of(cell)
    return any(body in text for body in ("ISO", "IEC", "ИСО", "МЭК", "ITU")) and holds_designation(cell)


_TESTS: Final[tuple[tuple[str, Callable[[Cell], bool], float], ...]] = (
    ("ics", looks_like_ics, _MOST),
    ("degree", states_degree, _MOST),
    ("status", lambda cell: len(text_of(cell)) <= _LONGEST_WORD and is_status(cell) and not states_degree(cell), _MOST),
    ("adopted", _adopts, ENOUGH),
)


def _choose_titles(columns: Columns, found: Recognized, given: Mapping[str, str], findings: Findings) -> None:
    """The column with the longest texts is that of the titles; a further one in Latin letters that in English."""
    if "title" in given or found.numbers_have_titles:
        return
    if "title" in found.columns:
        _choose_english(columns, found, given, findings)
        return
    if "title_en" in found.columns and columns.level is Level.INTERNATIONAL:
        return
    options = [
        column
        for column in _free(columns, found)
        if _share(columns, column, is_title) >= _MOST and _length(columns, column) >= 2
    ]
    remarks = [column for column in options if columns.fullness(column) < ENOUGH]
    options = [column for column in options if column not in remarks]
    if options:
        best = max(
            options,
            key=lambda column: (
                _is_called_title(columns, column),
                _distinct(columns, column),
                _length(columns, column),
                -column,
            ),
        )
        _take(columns, found, findings, "title", best)
        _choose_english(columns, found, given, findings)


def _choose_english(columns: Columns, found: Recognized, given: Mapping[str, str], findings: Findings) -> None:
    """A second column with the very same heading as that of the titles, in Latin letters beside other ones."""
    title = found.columns["title"]
    if "title_en" in found.columns or "title_en" in given or _share(columns, title, is_latin) > 1 - _MOST:
        return
    for column in _free(columns, found):
        guess = columns.header.guesses[column]
        is_called_so = guess is not None and guess.field == "title"
        if is_called_so and _share(columns, column, is_latin) >= _MOST and _share(columns, column, is_title) >= _MOST:
            _take(columns, found, findings, "title_en", column)
            return


def _free(columns: Columns, found: Recognized) -> list[int]:
    """The columns with cells that have no field and whose heading does not surely promise another one."""
    taken = {*found.columns.values(), *found.serial, *(at for one in found.derived for at, _ in one.sources)}
    free = []
    for column, cells in enumerate(columns.samples):
        guess = columns.header.guesses[column]
        is_open = guess is None or guess.strength <= CONTAINED or guess.field in ("designation", "source_id", "title")
        if cells and column not in taken and is_open and not is_remark(columns.header.headings[column]):
            free.append(column)
    return free


def _take(columns: Columns, found: Recognized, findings: Findings, name: str, column: int) -> None:
    found.columns[name] = column
    found.shares[name] = columns.share(name, column)
    tell_by_content(findings, columns, name, column)


def _share(columns: Columns, column: int, test: Callable[[Cell], bool]) -> float:
    cells = columns.samples[column]
    return sum(map(test, cells)) / len(cells) if cells else 0.0


def _is_called_title(columns: Columns, column: int) -> bool:
    guess = columns.header.guesses[column]
    return guess is not None and guess.field == "title"


def _distinct(columns: Columns, column: int) -> float:
    cells = columns.samples[column]
    return round(len(set(map(text_of, cells))) / len(cells), 1)


def _length(columns: Columns, column: int) -> float:
    cells = columns.samples[column]
    return sum(len(title_of(cell)) for cell in cells) / len(cells)
