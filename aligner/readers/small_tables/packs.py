"""Reads a review pack that came back: its manifest, what it shows now, and what was filled in."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from aligner.domain.errors import AlignerError
from aligner.domain.pairs.pack_columns import ASKED, MANIFEST_SHEET
from aligner.domain.problem import Problem
from aligner.domain.progress import Progress
from aligner.domain.text import N_
from aligner.readers.small_tables.decisions import DecisionRow, decision_of
from aligner.readers.small_tables.table import SmallTable, read_small_table

MOST_PIECES: Final = 2_000


@dataclass(frozen=True, slots=True)
class ReturnedRow:
    """One row of the pack: the locked texts as they are now, and the decision when there is one.

    `is_filled` says whether anything was written into it; `problems` why that is no decision.
    """

    row: int
    shown: tuple[str, str, str]
    is_filled: bool
    decision: DecisionRow | None
    problems: tuple[Problem, ...]


def read_pack(path: Path, progress: Progress) -> tuple[str, list[ReturnedRow]]:
    """The text of the manifest ("" when there is none) and the rows of the sheet. Raises AlignerError as other tables,
    and when the file is no workbook with the suffix .xlsx."""
    if path.suffix.lower() != ".xlsx":
        raise AlignerError(
            N_("{file} is not a review pack. Save it as an Excel workbook (.xlsx) and try again."), file=path.name
        )
    tables = read_small_table(path, "decisions", progress)  # in a child process, after every check of the file
    manifest, shown = _manifest_and_shown(path)
    return manifest, [_row(number, texts, table, shown) for table in tables.sheets for number, texts in table.rows]


def _row(number: int, texts: dict[str, str], table: SmallTable, shown: dict[int, tuple[str, str, str]]) -> ReturnedRow:
    here = shown.get(number, (texts.get("national", ""), "", ""))
    if not any(texts.get(name) for name in ASKED):
        return ReturnedRow(number, here, False, None, ())
    known = len(table.problems)
    decision = decision_of(number, texts, table)
    return ReturnedRow(number, here, True, decision, tuple(table.problems[known:]))


def _manifest_and_shown(path: Path) -> tuple[str, dict[int, tuple[str, str, str]]]:
    """The manifest, and the first three cells of every row of the first sheet that has one below its headings."""
    from openpyxl import load_workbook  # noqa: PLC0415 - only who reads a pack needs it

    workbook = load_workbook(path, read_only=True, data_only=True)
    try:
        if MANIFEST_SHEET not in workbook.sheetnames:
            return "", {}
        rows = workbook[MANIFEST_SHEET].iter_rows(max_row=MOST_PIECES, max_col=1, values_only=True)
        manifest = "".join(str(row[0]) for row in rows if row and row[0] is not None)
        first = next(name for name in workbook.sheetnames if name != MANIFEST_SHEET)
        cells = workbook[first].iter_rows(min_row=2, max_col=3, values_only=True)
        shown = {number: _texts(row) for number, row in enumerate(cells, 2)}
    finally:
        workbook.close()
    return manifest, shown


def _texts(row: tuple[object, ...]) -> tuple[str, str, str]:
    texts = ["" if value is None else str(value) for value in (*row, None, None, None)[:3]]
    return texts[0], texts[1], texts[2]
