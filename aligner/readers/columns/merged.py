"""Un-merges the cells below the headings, so that every row stands for itself."""

from collections.abc import Iterator, Mapping, Sequence, Set
from typing import Any, Final

from aligner.domain.problem import Severity
from aligner.domain.text import N_
from aligner.readers.cells.cells import Cell, is_blank, lines_of, text_of
from aligner.readers.cells.numbers import statements_of
from aligner.readers.findings import Findings
from aligner.readers.sheets.sheet import Sheet

_JOINED: Final = ("adopted", "degree", "adopted_title")
MOST_FILLED: Final = 5_000_000
MERGED: Final = N_(
    "This row continues row {first}, whose number is merged over it; its adopted standard was added there."
)
CONTINUED: Final = N_(
    "This row holds nothing but an adopted standard, so it continues row {first}; its adopted standard was added there."
)


def unmerge(sheet: Sheet, start: int, columns: Mapping[str, int], findings: Findings) -> set[int]:
    """Fill merged cells with their value from row position `start` on; returns the positions that continue a row above.

    A number merged over several rows is one standard: what the lower rows say of adopted standards goes to
    the first one, and they are reported as left out.
    """
    continuing: set[int] = set()
    first = sheet.numbers[0] - 1 if len(sheet.numbers) else 0
    body = [
        ((top - first, left - sheet.first_column), (bottom - first, right - sheet.first_column))
        for (top, left), (bottom, right) in sheet.merged
    ]
    body = [one for one in body if one[0][0] >= start and one[1][0] < len(sheet.rows) and one[0][1] >= 0]
    number_column = columns.get("designation", -1)
    for (top, left), (bottom, right) in body:
        if left <= number_column <= right and bottom > top and left == right:
            _join(sheet, top, bottom, columns, findings, MERGED)
            continuing.update(range(top + 1, bottom + 1))
    for top, bottom in list(_unmerged(sheet, start, columns, continuing)):
        _join(sheet, top, bottom, columns, findings, CONTINUED)
        continuing.update(range(top + 1, bottom + 1))
    filled = 0
    for (top, left), (bottom, right) in body:
        filled += (bottom - top + 1) * (right - left + 1)
        if filled > MOST_FILLED:
            break
        if bottom > top or right == left:  # a text across one row is a heading or a note, not a value for all
            _fill(sheet, top, left, bottom, right)
    return continuing


def _fill(sheet: Sheet, top: int, left: int, bottom: int, right: int) -> None:
    value = sheet.rows[top][left] if left < len(sheet.rows[top]) else ""
    for position in range(top, bottom + 1):
        row: Any = sheet.rows[position]
        for column in range(left, min(right + 1, len(row))):
            if is_blank(row[column]):
                row[column] = value


def _unmerged(sheet: Sheet, start: int, columns: Mapping[str, int], merged: Set[int]) -> Iterator[tuple[int, int]]:
    """First and last position of each standard with rows below it that hold nothing but more adopted standards."""
    number, adopted = columns.get("designation"), columns.get("adopted")
    if number is None or adopted is None:
        return
    stating = {columns[name] for name in _JOINED if name in columns}
    top = last = -1
    for position in range(start, len(sheet.rows)):
        row = sheet.rows[position]
        if top >= 0 and position not in merged and _only_states(row, number, adopted, stating):
            last = position
            continue
        if last > top >= 0:
            yield top, last
        top = last = -1 if position in merged or is_blank(_at(row, number)) else position
    if last > top >= 0:
        yield top, last


def _only_states(row: Sequence[Cell], number: int, adopted: int, stating: Set[int]) -> bool:
    """Whether the row has an adopted standard and nothing besides what belongs to it."""
    if not is_blank(_at(row, number)) or is_blank(_at(row, adopted)):
        return False
    is_bare = all(column in stating or is_blank(cell) for column, cell in enumerate(row))
    return is_bare and bool(statements_of(lines_of(row[adopted]), "")[0])


def _at(row: Sequence[Cell], column: int) -> Cell:
    return row[column] if column < len(row) else ""


def _join(sheet: Sheet, top: int, bottom: int, columns: Mapping[str, int], findings: Findings, sentence: str) -> None:
    """Put the adopted standards of several rows into the first one."""
    for name in _JOINED:
        if name in columns:
            at = columns[name]
            texts = [text_of(_at(row, at)) for row in sheet.rows[top : bottom + 1]]
            first: Any = sheet.rows[top]
            first[at] = "\n".join(text for text in texts if text)
    for position in range(top + 1, bottom + 1):
        findings.add(
            "continued_row",
            Severity.LEFT_OUT,
            sentence,
            row=sheet.numbers[position],
            first=sheet.numbers[top],
        )
