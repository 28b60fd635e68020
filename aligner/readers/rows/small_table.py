"""Reads a small table (decisions, applicability, known pairs) as texts; runs inside the child process."""

from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any, Final

from aligner.domain.errors import AlignerError
from aligner.domain.problem import Problem, Severity
from aligner.domain.text import N_
from aligner.readers.aliases import small_table
from aligner.readers.blocks.small import SmallBlock, small_blocks
from aligner.readers.cells.cells import Cell, is_blank, lines_of, written_of
from aligner.readers.cells.shown import shown
from aligner.readers.sheets import preflight
from aligner.readers.sheets.number_formats import Formats, number_formats
from aligner.readers.sheets.registry import FORMATS
from aligner.readers.sheets.sheet import Sheet

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
    found = [(sheet, small_blocks(sheet.rows, known)) for sheet in sheets]
    tables = [(sheet, block) for sheet, blocks in found for block in blocks]
    if not tables:
        raise AlignerError(
            N_("{file} has no column {column}; give it these headings: {headings}."),
            file=path.name,
            column=needed,
            headings=", ".join(known),
        )
    has_values = any(name in known for name in VALUES)
    others = [sheet for sheet, blocks in found if not blocks]
    return {
        "tables": [
            _table(*table, number_formats(path, checked.container, table[0].name) if has_values else {})
            for table in tables
        ],
        "problems": [_plain(_not_read(path.name, sheet, needed)) for sheet in others],
    }


def _table(sheet: Sheet, block: SmallBlock, formats: Formats) -> dict[str, Any]:
    spread = _spread(sheet)
    rows = []
    for place in range(block.first, block.end):
        row = sheet.rows[place]
        number = sheet.numbers[place]
        texts = {}
        for name, at in block.columns.items():
            cell = spread.get((place, at), row[at] if at < len(row) else "")
            format_of = formats.get((number, at + sheet.first_column), "")
            texts[name] = (shown(cell, format_of) if format_of else None) or (
                written_of if name in VALUES else lines_of
            )(cell)
        own = [row[at] for at in block.columns.values() if at < len(row)]
        if any(texts.values()) and not all(map(is_blank, own)):
            rows.append((number, texts))
    return {
        "sheet": sheet.name,
        "headings": dict(block.headings),
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
