"""One sheet of A4 to draw on, from the top down: lines, paragraphs, bars and small tables."""

from collections.abc import Iterator, Sequence
from typing import Literal

from aligner.reports.pdf.drawing import HEIGHT, WIDTH, Drawing
from aligner.reports.workbook.cells import clean

MARGIN = 40.0
INNER = WIDTH - 2 * MARGIN
BOTTOM = HEIGHT - MARGIN + 8
INK, MUTED, RULE, ACCENT, STRIPE = "#1a1a1a", "#5f6368", "#9aa0a6", "#1f4e79", "#f3f5f8"
Side = Literal["left", "right", "center"]
_PADDING = 3.0


class Sheet:
    """The page; `y` is where the next part begins, in points from the top."""

    def __init__(self, drawing: Drawing) -> None:
        self._drawing = drawing
        self.y = MARGIN - 8

    def line(
        self,
        text: str,
        size: float,
        *,
        left: float = 0,
        width: float = INNER,
        side: Side = "left",
        bold: bool = False,
        colour: str = INK,
        down: float | None = None,
    ) -> None:
        """One line of text at `y`, shortened to the width; `y` goes down by `down`, 1.5 times the size by default."""
        shown = self.shortened(text, size, width, bold=bold)
        free = width - self.width(shown, size, bold=bold)
        start = left + (0 if side == "left" else free if side == "right" else free / 2)
        self._drawing.text(shown, MARGIN + start, self.y + size, size, bold=bold, colour=colour)
        self.y += size * 1.5 if down is None else down

    def paragraph(self, text: str, size: float, *, left: float = 0, width: float = INNER, colour: str = INK) -> None:
        """As many lines as the text needs."""
        for piece in self.wrapped(text, size, width):
            self.line(piece, size, left=left, width=width, colour=colour, down=size * 1.28)

    def rule(self, *, left: float = 0, width: float = INNER, thick: float = 0.5, colour: str = RULE) -> None:
        """A horizontal rule at `y`."""
        self._drawing.rule(MARGIN + left, self.y, width, thick, colour)

    def box(self, left: float, width: float, height: float, colour: str, *, top: float | None = None) -> None:
        """A filled rectangle below `top`, `y` by default."""
        self._drawing.box(MARGIN + left, self.y if top is None else top, width, height, colour)

    def frame(self, left: float, width: float, height: float) -> None:
        """An empty rectangle below `y`."""
        self._drawing.frame(MARGIN + left, self.y, width, height, RULE)

    def rows(self, rows: Sequence[Sequence[str]], *, left: float, width: float, size: float = 8.5) -> None:
        """Names with their figures, a light stripe under every second row; the last column is set in bold.

        Figures get the room they need; only a name is shortened where it does not fit beside them.
        """
        height = size * 1.54
        wide = self._column_widths(rows, width, size)
        for number, row in enumerate(rows):
            if number % 2 == 0:
                self.box(left, width, height, STRIPE)
            start, top = left, self.y
            for place, (column, text) in enumerate(zip(wide, row, strict=True)):
                self.y = top + (height - size) / 2 - size * 0.08
                side: Side = "left" if place == 0 else "right"
                is_last = place == len(wide) - 1
                self.line(text, size, left=start + _PADDING, width=column - 2 * _PADDING, side=side, bold=is_last)
                start += column
            self.y = top + height

    def width(self, text: str, size: float, *, bold: bool = False) -> float:
        """How wide the text is, in points."""
        return self._drawing.width(text, size, bold=bold)

    def shortened(self, text: str, size: float, width: float, *, bold: bool = False) -> str:
        """The text on one line, cut with an ellipsis when it is too wide."""
        plain = " ".join(clean(text).split())
        if self.width(plain, size, bold=bold) <= width + 0.01:
            return plain
        while plain and self.width(plain + "…", size, bold=bold) > width:
            plain = plain[:-1]
        return plain.rstrip() + "…"

    def wrapped(self, text: str, size: float, width: float) -> list[str]:
        """The text in lines; Chinese may break after any sign, other words stay whole."""
        lines, line = [], ""
        for piece in _pieces(" ".join(clean(text).split())):
            if line and self.width((line + piece).rstrip(), size) > width:
                lines.append(line.rstrip())
                line = piece.lstrip()
            else:
                line += piece
        return [*lines, line.rstrip()] if line.strip() else lines

    def _column_widths(self, rows: Sequence[Sequence[str]], width: float, size: float) -> list[float]:
        """What each column takes: the figures what they need, the names the rest."""
        columns = list(zip(*rows, strict=True))
        figures = [
            max(self.width(" ".join(text.split()), size, bold=place == len(columns) - 1) for text in column)
            + 2 * _PADDING
            for place, column in enumerate(columns)
        ][1:]
        return [width - sum(figures), *figures]


def _pieces(text: str) -> Iterator[str]:
    """Where a line may break: after a blank, and around every Chinese sign, but not between it and a closing mark."""
    piece = ""
    for sign in text:
        is_closing = sign in "，。；：、！？）》”…"
        is_chinese = bool(piece) and max(ord(piece[-1]), ord(sign)) >= 0x2E80
        if piece and (piece[-1] == " " or (is_chinese and not is_closing)):
            yield piece
            piece = ""
        piece += sign
    if piece:
        yield piece
