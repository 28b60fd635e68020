"""Rows that hold several standards at once: what belongs to each of them."""

import re
from collections.abc import Sequence
from typing import Final

from aligner.readers.cells.cells import Cell, lines_of
from aligner.readers.rows.plan import Plan

_LISTED: Final = re.compile(r"[;；、\n]+")
_LISTS: Final = ("adopted", "degree", "replaces", "replaced_by")


def row_of(row: Sequence[Cell], place: int, count: int, plan: Plan) -> list[Cell]:
    """The cells of one of several standards in a row: its own line of each cell that has a line for each of them.

    Lists of numbers and degrees may be parted by semicolons too; what is not parted into so many counts for all.
    """
    lists = {plan.columns[name] for name in _LISTS if name in plan.columns}
    own: list[Cell] = []
    for at, cell in enumerate(row):
        if type(cell) is not str:
            own.append(cell)
            continue
        lines = [line for line in lines_of(cell).split("\n") if line]
        if len(lines) != count and at in lists:
            lines = [piece.strip() for piece in _LISTED.split(cell) if piece.strip()]
        own.append(lines[place] if len(lines) == count else cell)
    return own
