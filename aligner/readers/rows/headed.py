"""What titles and group headings say of the standards below them, row by row."""

from collections.abc import Iterable, Sequence
from typing import Final

from aligner.readers.cells.cells import Cell, text_of
from aligner.readers.cells.heading_words import Heading, read_heading

NOTHING: Final = ("", "", "", "")
_MOST_CELLS: Final = 2  # of a group heading: its ordinal and its text

Said = tuple[str, str, str, str]
"""A status and the heading that states it, a degree and the heading that states it; "" for nothing."""


class Above:
    """The headings above the next row: the titles of the list, and the group heading that still holds.

    A group heading that states something holds until one with the same kind of ordinal follows, or another that states
    something: below `一、废止` the group `（一）机械` is withdrawn, too, `二、电工` is not.
    """

    def __init__(self, titles: Iterable[str]) -> None:
        self._titles = [heading for heading in map(read_heading, titles) if heading.tells]
        self._group: Heading | None = None
        self.said = self._now()

    def pass_heading(self, text: str) -> None:
        """Go on below this group heading."""
        heading = read_heading(text)
        if heading.tells or (self._group is not None and self._group.ordinal == heading.ordinal):
            self._group = heading if heading.tells else None
            self.said = self._now()

    def pass_rows(self, rows: Iterable[Sequence[Cell]]) -> None:
        """Go on below these rows of the file; those with a single text, or one behind an ordinal, are looked at."""
        for row in rows:
            filled = [cell for cell in row if cell is not None and cell != ""]
            if len(filled) <= _MOST_CELLS and len(set(map(text_of, filled))) <= _MOST_CELLS:
                self.pass_heading(" ".join(map(text_of, filled)))

    def _now(self) -> Said:
        nearest = [*([self._group] if self._group else []), *reversed(self._titles)]
        status = next((one for one in nearest if one.status), None)
        degree = next((one for one in nearest if one.degree), None)
        return (
            *((status.status, status.text) if status else ("", "")),
            *((degree.degree, degree.text) if degree else ("", "")),
        )
