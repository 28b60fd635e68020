"""One sheet of A4 to draw on, from the top down: text of two scripts, rules, bars and small tables."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import BinaryIO, Literal

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from aligner.reports.pdf.fonts import LATIN, LATIN_BOLD, faces
from aligner.reports.workbook.cells import clean

WIDTH, HEIGHT = A4
MARGIN = 48.0
INNER = WIDTH - 2 * MARGIN
INK, MUTED, RULE, ACCENT, STRIPE = "#1a1a1a", "#5f6368", "#9aa0a6", "#1f4e79", "#f3f5f8"
Side = Literal["left", "right", "center"]


@dataclass(frozen=True, slots=True)
class PageColumn:
    """A column of a table: its width in points, and to which side its cells are set."""

    width: float
    side: Side = "left"


class Sheet:
    """The page; `y` is where the next part begins, in points from the top."""

    def __init__(self, file: BinaryIO, title: str, language: str) -> None:
        self._canvas = Canvas(file, pagesize=A4, invariant=1, pageCompression=1, lang=language)
        self._canvas.setTitle(title)
        self._canvas.setCreator("Aligner")
        self._canvas.setAuthor("")
        self._is_chinese = language == "zh"
        self._faces = faces()
        self.y = MARGIN - 8

    def save(self) -> None:
        """Finish the one page."""
        self._canvas.showPage()
        self._canvas.save()

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
        self._draw(shown, MARGIN + start, HEIGHT - self.y - size, size, bold=bold, colour=colour)
        self.y += size * 1.5 if down is None else down

    def paragraph(self, text: str, size: float, *, left: float = 0, width: float = INNER, colour: str = INK) -> None:
        """As many lines as the text needs."""
        for piece in self.wrapped(text, size, width):
            self.line(piece, size, left=left, width=width, colour=colour, down=size * 1.4)

    def rule(self, *, left: float = 0, width: float = INNER, thick: float = 0.5, colour: str = RULE) -> None:
        """A horizontal rule at `y`."""
        self._canvas.setStrokeColor(HexColor(colour))
        self._canvas.setLineWidth(thick)
        height = HEIGHT - self.y
        self._canvas.line(MARGIN + left, height, MARGIN + left + width, height)

    def box(self, left: float, width: float, height: float, colour: str, *, top: float | None = None) -> None:
        """A filled rectangle below `top`, `y` by default."""
        self._canvas.setFillColor(HexColor(colour))
        start = self.y if top is None else top
        self._canvas.rect(MARGIN + left, HEIGHT - start - height, width, height, stroke=0, fill=1)

    def frame(self, left: float, width: float, height: float) -> None:
        """An empty rectangle below `y`."""
        self._canvas.setStrokeColor(HexColor(RULE))
        self._canvas.setLineWidth(0.5)
        self._canvas.rect(MARGIN + left, HEIGHT - self.y - height, width, height, stroke=1, fill=0)

    def rows(
        self, columns: Sequence[PageColumn], rows: Sequence[Sequence[str]], *, left: float = 0, size: float = 8.5
    ) -> None:
        """Rows with a light stripe under every second one; the last column is set in bold."""
        height = size * 1.62
        wide = sum(column.width for column in columns)
        for number, row in enumerate(rows):
            if number % 2 == 0:
                self.box(left, wide, height, STRIPE)
            start, top = left, self.y
            for place, (column, text) in enumerate(zip(columns, row, strict=True)):
                self.y = top + (height - size) / 2 - size * 0.08
                is_last = place == len(columns) - 1
                self.line(text, size, left=start + 3, width=column.width - 6, side=column.side, bold=is_last)
                start += column.width
            self.y = top + height

    def width(self, text: str, size: float, *, bold: bool = False) -> float:
        """How wide the text is, in points."""
        return sum(stringWidth(run, font, size) for font, _, run in self._runs(text, bold=bold))

    def shortened(self, text: str, size: float, width: float, *, bold: bool = False) -> str:
        """The text on one line, cut with an ellipsis when it is too wide."""
        plain = " ".join(clean(text).split())
        if self.width(plain, size, bold=bold) <= width:
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

    def _draw(self, text: str, left: float, base: float, size: float, *, bold: bool, colour: str) -> None:
        drawn = self._canvas.beginText(left, base)
        self._canvas.setStrokeColor(HexColor(colour))
        self._canvas.setLineWidth(size * 0.03)
        drawn.setFillColor(HexColor(colour))
        for font, is_thickened, run in self._runs(text, bold=bold):
            drawn.setFont(font, size)
            drawn.setTextRenderMode(2 if is_thickened else 0)
            drawn.textOut(run)
        drawn.setTextRenderMode(0)
        self._canvas.drawText(drawn)

    def _runs(self, text: str, *, bold: bool) -> Iterator[tuple[str, bool, str]]:
        """The text in pieces of one font each: the font, whether it is drawn thicker, the piece."""
        chinese = self._faces.heading if bold else self._faces.body
        run, is_latin = "", True
        for sign in text.replace("\u202f", "\xa0"):
            if run and self._is_latin(sign) != is_latin:
                yield self._run(run, chinese, is_latin=is_latin, bold=bold)
                run = ""
            is_latin = self._is_latin(sign)
            run += sign
        if run:
            yield self._run(run, chinese, is_latin=is_latin, bold=bold)

    def _run(self, run: str, chinese: str, *, is_latin: bool, bold: bool) -> tuple[str, bool, str]:
        if is_latin:
            return LATIN_BOLD if bold else LATIN, False, run
        return chinese, bold and self._faces.is_bold_drawn, run

    def _is_latin(self, sign: str) -> bool:
        """Quotation marks and dashes are those of the language, all else goes by the sign."""
        if ord(sign) < 0x100:
            return True
        return not self._is_chinese and sign in "“”‘’–—…•€Œœ"


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
