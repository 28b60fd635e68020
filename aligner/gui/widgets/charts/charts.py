"""Small charts, painted; each comes with an equal table, for those who cannot see it and for copying."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from aligner.gui.surroundings.theme import Theme, Tone

BAR = 20
GAP = 8
MARGIN = 8


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: `share` in 0..1, or None when there is nothing to compute; `text` says it in words."""

    label: str
    share: float | None
    text: str


@dataclass(frozen=True, slots=True)
class Point:
    """One point of a line: its place in time by its label, its height in 0..1."""

    label: str
    share: float
    text: str


class BarChart(QWidget):
    """Horizontal bars on a scale from 0 to 1, with a line for the target."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._bars: tuple[Bar, ...] = ()
        self._target: float | None = None
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_bars(self, bars: tuple[Bar, ...], target: float | None = None) -> None:
        """Show these bars, and the target where there is one."""
        self._bars, self._target = bars, target
        self.setAccessibleDescription("; ".join(f"{bar.label}: {bar.text}" for bar in bars))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Room for every bar."""
        return QSize(420, 2 * MARGIN + len(self._bars) * (BAR + GAP))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As high as wished, narrower if it must be."""
        return QSize(220, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Labels left, bars in the middle, figures right."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics = self.fontMetrics()
        figures = max((metrics.horizontalAdvance(bar.text) for bar in self._bars), default=0) + GAP
        labels = max((metrics.horizontalAdvance(bar.label) for bar in self._bars), default=0) + GAP
        labels = min(labels, self.width() // 3)
        room = QRectF(MARGIN + labels, MARGIN, self.width() - 2 * MARGIN - labels - figures, 0)
        for place, bar in enumerate(self._bars):
            self._paint_bar(painter, bar, room, MARGIN + place * (BAR + GAP), labels, figures)
        if self._target is not None and self._bars:
            x = round(room.left() + room.width() * self._target)
            _draw_target(painter, self._theme, QPointF(x, MARGIN - 4), QPointF(x, self.height() - MARGIN))

    def _paint_bar(self, painter: QPainter, bar: Bar, room: QRectF, y: int, labels: int, figures: int) -> None:
        middle = int(Qt.AlignmentFlag.AlignVCenter)
        painter.setPen(QColor(self._theme.text))
        name = self.fontMetrics().elidedText(bar.label, Qt.TextElideMode.ElideRight, labels - GAP)
        painter.drawText(QRectF(MARGIN, y, labels, BAR), middle, name)
        painter.drawText(QRectF(room.right() + GAP, y, figures, BAR), middle, bar.text)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.hover))
        painter.drawRoundedRect(QRectF(room.left(), y, room.width(), BAR), 4, 4)
        if bar.share:
            painter.setBrush(QColor(self._theme.accent))
            painter.drawRoundedRect(QRectF(room.left(), y, room.width() * min(bar.share, 1.0), BAR), 4, 4)


class LineChart(QWidget):
    """One line on a scale from 0 to 1, with a line for the target."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._points: tuple[Point, ...] = ()
        self._target: float | None = None
        self.setAccessibleName(name)
        self.setMinimumSize(220, 140)

    def show_points(self, points: tuple[Point, ...], target: float | None = None) -> None:
        """Show these points from left to right, and the target where there is one."""
        self._points, self._target = points, target
        self.setAccessibleDescription("; ".join(f"{point.label}: {point.text}" for point in points))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """The scale, the target, the line, first and last label."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics = self.fontMetrics()
        left = metrics.horizontalAdvance("100") + 2 * MARGIN
        room = QRectF(left, MARGIN, self.width() - left - 2 * MARGIN, self.height() - 3 * MARGIN - metrics.height())
        self._paint_scale(painter, room)
        places = [self._place(room, index, point.share) for index, point in enumerate(self._points)]
        painter.setPen(QPen(QColor(self._theme.accent), 2))
        painter.drawPolyline(QPolygonF(places))
        painter.setBrush(QColor(self._theme.accent))
        for place in places:
            painter.drawEllipse(place, 3, 3)
        if self._points:
            painter.setPen(QColor(self._theme.muted))
            below = QRectF(room.left(), room.bottom() + MARGIN, room.width(), metrics.height())
            painter.drawText(below, int(Qt.AlignmentFlag.AlignLeft), self._points[0].label)
            if len(self._points) > 1:
                painter.drawText(below, int(Qt.AlignmentFlag.AlignRight), self._points[-1].label)

    def _paint_scale(self, painter: QPainter, room: QRectF) -> None:
        for percent in (0, 50, 100):
            y = room.bottom() - room.height() * percent / 100
            painter.setPen(QPen(QColor(self._theme.border), 1))
            painter.drawLine(QPointF(room.left(), y), QPointF(room.right(), y))
            painter.setPen(QColor(self._theme.muted))
            beside = QRectF(0, y - 10, room.left() - MARGIN, 20)
            painter.drawText(beside, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), str(percent))
        if self._target is not None:
            y = round(room.bottom() - room.height() * self._target)
            _draw_target(painter, self._theme, QPointF(room.left(), y), QPointF(room.right(), y))

    def _place(self, room: QRectF, index: int, share: float) -> QPointF:
        step = room.width() / max(1, len(self._points) - 1)
        return QPointF(room.left() + index * step, room.bottom() - room.height() * min(max(share, 0.0), 1.0))


def _draw_target(painter: QPainter, theme: Theme, start: QPointF, end: QPointF) -> None:
    """The line of the target, from and to whole pixels so that it stays sharp."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    painter.setPen(QPen(theme.tone(Tone.ATTENTION), 2, Qt.PenStyle.DashLine))
    painter.drawLine(start, end)
    painter.restore()
