"""Paper: how wide the columns of a printed sheet may be so that its type can still be read."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import floor

from aligner.reports.workbook.style import FONT_SIZE

LEAST_TYPE = 8.0
"""Points: nothing that is printed may be set in smaller type."""

SIDE_MARGIN = 0.4
"""Inches left and right of the print."""

_RESERVE = 0.9
"""Part of the paper that the columns may take: programs that measure the digits of Calibri unrounded make columns a
twelfth wider."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A size of paper laid across: `number` is its number in a workbook, `width` in inches."""

    name: str
    number: int
    width: float

    @property
    def room(self) -> float:
        """Points between the margins."""
        return (self.width - 2 * SIDE_MARGIN) * 72


A4 = Paper("A4", 9, 11.69)
A3 = Paper("A3", 8, 16.54)
PAPERS = {paper.name: paper for paper in (A4, A3)}


def points(width: float) -> float:
    """Points that a column of this width takes, in a workbook whose normal style is Calibri 11."""
    return floor(width * 7 + 5) * 0.75


def print_scale(widths: Sequence[float], paper: Paper) -> float:
    """By how much a program reduces columns of these widths to print them one page wide; 1 where they fit."""
    return min(1.0, floor(100 * paper.room / sum(map(points, widths))) / 100)


def fitted(widths: Sequence[int], least: Sequence[int], paper: Paper) -> list[int]:
    """The widths, the largest made smaller until type of FONT_SIZE is printed in LEAST_TYPE or more.

    None gets smaller than `least` says; where all have come to that, they stay too wide for the paper.
    """
    room = paper.room * FONT_SIZE / LEAST_TYPE * _RESERVE
    chosen = list(widths)
    while sum(map(points, chosen)) > room:
        spare = [width - low for width, low in zip(chosen, least, strict=True)]
        most = max(range(len(chosen)), key=lambda place: (spare[place] * chosen[place], -place))
        if spare[most] <= 0:
            break
        chosen[most] -= 1
    return chosen
