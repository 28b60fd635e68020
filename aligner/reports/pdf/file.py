"""One page of A4 as a PDF file: text of two scripts, rules and rectangles."""

from collections.abc import Iterator
from typing import BinaryIO

from reportlab.lib.colors import HexColor
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from aligner.reports.pdf.drawing import HEIGHT, WIDTH
from aligner.reports.pdf.fonts import LATIN, LATIN_BOLD, Faces


class PdfFile:
    """The page while it is drawn; nothing is written before it is saved."""

    def __init__(self, file: BinaryIO, title: str, language: str, faces: Faces) -> None:
        self._canvas = Canvas(file, pagesize=(WIDTH, HEIGHT), invariant=1, pageCompression=1, lang=language)
        self._canvas.setTitle(title)
        self._canvas.setCreator("Aligner")
        self._canvas.setAuthor("")
        self._is_chinese = language == "zh"
        self._faces = faces

    def save(self) -> None:
        """Finish the one page."""
        self._canvas.showPage()
        self._canvas.save()

    def width(self, text: str, size: float, *, bold: bool) -> float:
        """How wide the text is, in points."""
        return sum(stringWidth(run, font, size) for font, _, run in self._runs(text, bold=bold))

    def text(self, text: str, left: float, base: float, size: float, *, bold: bool, colour: str) -> None:
        """One line of text."""
        drawn = self._canvas.beginText(left, HEIGHT - base)
        self._canvas.setStrokeColor(HexColor(colour))
        self._canvas.setLineWidth(size * 0.03)
        drawn.setFillColor(HexColor(colour))
        for font, is_thickened, run in self._runs(text, bold=bold):
            drawn.setFont(font, size)
            drawn.setTextRenderMode(2 if is_thickened else 0)
            drawn.textOut(run)
        drawn.setTextRenderMode(0)
        self._canvas.drawText(drawn)

    def rule(self, left: float, top: float, width: float, thick: float, colour: str) -> None:
        """A horizontal rule."""
        self._canvas.setStrokeColor(HexColor(colour))
        self._canvas.setLineWidth(thick)
        self._canvas.line(left, HEIGHT - top, left + width, HEIGHT - top)

    def box(self, left: float, top: float, width: float, height: float, colour: str) -> None:
        """A filled rectangle."""
        self._canvas.setFillColor(HexColor(colour))
        self._canvas.rect(left, HEIGHT - top - height, width, height, stroke=0, fill=1)

    def frame(self, left: float, top: float, width: float, height: float, colour: str) -> None:
        """An empty rectangle."""
        self._canvas.setStrokeColor(HexColor(colour))
        self._canvas.setLineWidth(0.5)
        self._canvas.rect(left, HEIGHT - top - height, width, height, stroke=1, fill=0)

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
