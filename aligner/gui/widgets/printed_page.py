"""The report on one page, put on paper: the same drawing as in the PDF file, painted."""

from PySide6.QtCore import QMarginsF, QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QPen

from aligner.i18n import Translator
from aligner.usecases.hand_outs.one_page import PAGE_HEIGHT, PAGE_WIDTH, ReportContent, draw

FINE = 100
"""Units of a point: fonts are measured in whole units, and a whole point would be too coarse."""

FAMILIES = {
    "zh": ("SimSun", "Songti SC", "Noto Serif CJK SC", "Noto Sans CJK SC", "Microsoft YaHei", "WenQuanYi Micro Hei"),
    "en": ("Helvetica", "Arial", "Liberation Sans"),
}
"""Fonts as the file has them; the system puts a like one in the place of those that are missing."""


def paint_page(content: ReportContent, device: QPagedPaintDevice, translate: Translator) -> bool:
    """Paint the page on a printer; False when the device refuses."""
    device.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    device.setPageOrientation(QPageLayout.Orientation.Portrait)
    device.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Point)
    painter = QPainter()
    if not painter.begin(device):
        return False
    room = painter.viewport()
    scale = min(room.width() / PAGE_WIDTH, room.height() / PAGE_HEIGHT) / FINE
    painter.scale(scale, scale)
    draw(content, Painted(painter, translate.language), translate)
    return bool(painter.end())


class Painted:
    """A page that a painter draws (Drawing); its painter counts in FINE-ths of a point."""

    def __init__(self, painter: QPainter, language: str) -> None:
        self._painter = painter
        self._families = list(FAMILIES.get(language, FAMILIES["en"]))

    def width(self, text: str, size: float, *, bold: bool) -> float:
        """How wide the text is, in points."""
        return QFontMetricsF(self._font(size, bold=bold)).horizontalAdvance(text) / FINE

    def text(self, text: str, left: float, base: float, size: float, *, bold: bool, colour: str) -> None:
        """One line of text; texts of files are drawn as they are."""
        self._painter.setFont(self._font(size, bold=bold))
        self._painter.setPen(QColor(colour))
        self._painter.drawText(QPointF(left * FINE, base * FINE), text)

    def rule(self, left: float, top: float, width: float, thick: float, colour: str) -> None:
        """A horizontal rule."""
        self._painter.setPen(QPen(QColor(colour), thick * FINE))
        self._painter.drawLine(QPointF(left * FINE, top * FINE), QPointF((left + width) * FINE, top * FINE))

    def box(self, left: float, top: float, width: float, height: float, colour: str) -> None:
        """A filled rectangle."""
        self._painter.fillRect(_rect(left, top, width, height), QColor(colour))

    def frame(self, left: float, top: float, width: float, height: float, colour: str) -> None:
        """An empty rectangle."""
        self._painter.setPen(QPen(QColor(colour), FINE / 2))
        self._painter.drawRect(_rect(left, top, width, height))

    def _font(self, size: float, *, bold: bool) -> QFont:
        font = QFont(self._families)
        font.setPixelSize(round(size * FINE))
        font.setBold(bold)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        return font


def _rect(left: float, top: float, width: float, height: float) -> QRectF:
    return QRectF(left * FINE, top * FINE, width * FINE, height * FINE)
