"""Reads a small table (decisions, applicability, known pairs) as texts; runs inside the child process."""

from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any, Final

from aligner.domain.errors import AlignerError
from aligner.domain.problem import Problem
from aligner.domain.text import N_
from aligner.readers.aliases import columns_among, small_table
from aligner.readers.cells.cells import is_blank, lines_of, text_of
from aligner.readers.sheets import preflight
from aligner.readers.sheets.registry import FORMATS
from aligner.readers.sheets.sheet import Sheet

ROWS_LOOKED_AT: Final = 30


def read(request: dict[str, Any], _report: Callable[[int, int, str], None]) -> dict[str, Any]:
    """Headings by column, and for each row its number and texts; raises AlignerError without the first column."""
    path = Path(request["path"])
    known = small_table(request["table"])
    checked = preflight.check(path)
    file = FORMATS[checked.container](checked, None, None)
    sheet, position, columns = _best(file.sheets, known)
    needed = next(iter(known))
    if needed not in columns:
        raise AlignerError(
            N_("{file} has no column {column}; give it these headings: {headings}."),
            file=path.name,
            column=needed,
            headings=", ".join(known),
        )
    headings = {name: text_of(sheet.rows[position][at]) for name, at in columns.items()}
    rows = []
    for number, row in zip(sheet.numbers[position + 1 :], sheet.rows[position + 1 :], strict=True):
        if not all(map(is_blank, row)):
            texts = {name: lines_of(row[at]) if at < len(row) else "" for name, at in columns.items()}
            if any(texts.values()):
                rows.append((number, texts))
    return {
        "sheet": sheet.name,
        "headings": headings,
        "rows": rows,
        "problems": [_plain(problem) for problem in sheet.problems],
    }


def _best(sheets: list[Sheet], known: dict[str, dict[str, int]]) -> tuple[Sheet, int, dict[str, int]]:
    """The sheet and row with the most headings of this table, and where each column stands."""
    best: tuple[Sheet, int, dict[str, int]] = (sheets[0], 0, {})
    for sheet in sheets:
        for position, row in enumerate(sheet.rows[:ROWS_LOOKED_AT]):
            columns = columns_among([text_of(cell) for cell in row], known)
            if len(columns) > len(best[2]):
                best = (sheet, position, columns)
    return best


def _plain(problem: Problem) -> dict[str, Any]:
    return asdict(problem) | {"severity": problem.severity.value, "values": dict(problem.values)}
