"""Reads a small table (decisions, applicability, known pairs) as texts; runs inside the child process."""

from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any, Final

from aligner.domain.errors import AlignerError
from aligner.domain.problem import Problem, Severity
from aligner.domain.text import N_
from aligner.readers.aliases import columns_among, small_table
from aligner.readers.cells.cells import Cell, is_blank, lines_of, text_of, written_of
from aligner.readers.cells.shown import shown
from aligner.readers.sheets import preflight
from aligner.readers.sheets.number_formats import Formats, number_formats
from aligner.readers.sheets.registry import FORMATS
from aligner.readers.sheets.sheet import Sheet

ROWS_LOOKED_AT: Final = 30
MOST_MERGED: Final = 10_000
VALUES: Final = ("national_value", "international_value")
"""Columns of numbers that are read as their cells show them."""


def read(request: dict[str, Any], _report: Callable[[int, int, str], None]) -> dict[str, Any]:
    """Each sheet that is such a table: headings by column, and for each row its number and texts.

    Merged cells hold for all rows that they span. Raises AlignerError when no sheet has the first column.
    """
    path = Path(request["path"])
    known = small_table(request["table"])
    checked = preflight.check(path)
    file = FORMATS[checked.container](checked, None, None)
    needed = next(iter(known))
    sheets = [sheet for sheet in file.sheets if sheet.name not in file.hidden_sheets]
    found = [(sheet, *_headings(sheet, known)) for sheet in sheets]
    tables = [(sheet, position, columns) for sheet, position, columns in found if needed in columns]
    if not tables:
        raise AlignerError(
            N_("{file} has no column {column}; give it these headings: {headings}."),
            file=path.name,
            column=needed,
            headings=", ".join(known),
        )
    has_values = any(name in known for name in VALUES)
    others = [sheet for sheet, _, columns in found if needed not in columns]
    return {
        "tables": [
            _table(*table, number_formats(path, checked.container, table[0].name) if has_values else {})
            for table in tables
        ],
        "problems": [_plain(_not_read(path.name, sheet, needed)) for sheet in others],
    }


def _headings(sheet: Sheet, known: dict[str, dict[str, int]]) -> tuple[int, dict[str, int]]:
    """The row of a sheet with the most headings of this table, and where each column stands."""
    best: tuple[int, dict[str, int]] = (0, {})
    for position, row in enumerate(sheet.rows[:ROWS_LOOKED_AT]):
        columns = columns_among([text_of(cell) for cell in row], known)
        if len(columns) > len(best[1]):
            best = (position, columns)
    return best


def _table(sheet: Sheet, position: int, columns: dict[str, int], formats: Formats) -> dict[str, Any]:
    spread = _spread(sheet)
    rows = []
    for place in range(position + 1, len(sheet.rows)):
        row = sheet.rows[place]
        number = sheet.numbers[place]
        texts = {}
        for name, at in columns.items():
            cell = spread.get((place, at), row[at] if at < len(row) else "")
            format_of = formats.get((number, at + sheet.first_column), "")
            texts[name] = (shown(cell, format_of) if format_of else None) or (
                written_of if name in VALUES else lines_of
            )(cell)
        if any(texts.values()) and not all(map(is_blank, row)):
            rows.append((number, texts))
    return {
        "sheet": sheet.name,
        "headings": {name: text_of(sheet.rows[position][at]) for name, at in columns.items()},
        "rows": rows,
        "problems": [_plain(problem) for problem in sheet.problems],
    }


def _spread(sheet: Sheet) -> dict[tuple[int, int], Cell]:
    """The value of each merged cell at all its places below the first row, by place in `rows` and column there."""
    place_of = {number: place for place, number in enumerate(sheet.numbers)} if sheet.merged else {}
    spread: dict[tuple[int, int], Cell] = {}
    for (top, left), (bottom, _) in sheet.merged:
        first, column = place_of.get(top + 1), left - sheet.first_column
        if first is None or column < 0 or column >= len(sheet.rows[first]):
            continue
        value = sheet.rows[first][column]
        for row in range(top + 1, min(bottom, top + MOST_MERGED) + 1):
            if row + 1 in place_of:
                spread[place_of[row + 1], column] = value
    return spread


def _not_read(file: str, sheet: Sheet, needed: str) -> Problem:
    return Problem(
        "sheet_not_read",
        Severity.WARNING,
        N_("The sheet {sheet} was not read: it has no column {column}."),
        {"sheet": sheet.name, "column": needed},
        file=file,
        sheet=sheet.name,
    )


def _plain(problem: Problem) -> dict[str, Any]:
    return asdict(problem) | {"severity": problem.severity.value, "values": dict(problem.values)}
