"""Un-merges the cells below the headings, so that every row stands for itself."""

from collections.abc import Mapping
from typing import Any, Final

from aligner.domain.problem import Severity
from aligner.domain.text import N_
from aligner.readers.cells import is_blank, text_of
from aligner.readers.findings import Findings
from aligner.readers.raw import RawSheet

_JOINED: Final = ("adopted", "degree", "adopted_title")
MOST_FILLED: Final = 5_000_000


def unmerge(sheet: RawSheet, start: int, columns: Mapping[str, int], findings: Findings) -> set[int]:
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
            _join(sheet, top, bottom, columns, findings)
            continuing.update(range(top + 1, bottom + 1))
    filled = 0
    for (top, left), (bottom, right) in body:
        filled += (bottom - top + 1) * (right - left + 1)
        if filled > MOST_FILLED:
            break
        if bottom > top or right == left:  # a text across one row is a heading or a note, not a value for all
            _fill(sheet, top, left, bottom, right)
    return continuing


def _fill(sheet: RawSheet, top: int, left: int, bottom: int, right: int) -> None:
    value = sheet.rows[top][left] if left < len(sheet.rows[top]) else ""
    for position in range(top, bottom + 1):
        row: Any = sheet.rows[position]
        for column in range(left, min(right + 1, len(row))):
            if is_blank(row[column]):
                row[column] = value


def _join(sheet: RawSheet, top: int, bottom: int, columns: Mapping[str, int], findings: Findings) -> None:
    """Put the adopted standards of several rows into the first one."""
    for name in _JOINED:
        if name in columns:
            at = columns[name]
            texts = [text_of(row[at]) for row in sheet.rows[top : bottom + 1]]
            first: Any = sheet.rows[top]
            first[at] = "\n".join(text for text in texts if text)
    for position in range(top + 1, bottom + 1):
        findings.add(
            "continued_row",
            Severity.LEFT_OUT,
            N_("This row continues row {first}, whose number is merged over it; its adopted standard was added there."),
            row=sheet.numbers[position],
            first=sheet.numbers[top],
        )
