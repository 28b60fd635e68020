"""One share on a scale with its interval and its target, and shares of a whole side by side."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from aligner.gui.surroundings.theme import Theme, Tone

THICK = 22
"""The bar at least; with large letters it is as thick as they are high."""


@dataclass(frozen=True, slots=True)
class Share:
    """One part of a whole: `label` and `text` are in the user's language."""

    label: str
    part: float
    text: str


class Gauge(QWidget):
    """A bar from 0 to 1, an outline for the interval, a dashed line for the target."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._value: float | None = None
        self._low: float | None = None
        self._high: float | None = None
        self._target = 0.0
        self._marks = ("", "")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_value(
        self, value: float | None, low: float | None, high: float | None, target: float, marks: tuple[str, str]
    ) -> None:
        """Show this share; `marks` are the words of the target and of the whole, in the user's language."""
        self._value, self._low, self._high, self._target, self._marks = value, low, high, target, marks
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Room for the bar and its scale."""
        return QSize(280, self._thick() + self.fontMetrics().height() + 10)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Track, value, interval, target, scale."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_gauge(
            painter,
            QRectF(2, 4, self.width() - 4, self._thick()),
            self._theme,
            self._value,
            self._low,
            self._high,
            self._target,
        )
        painter.setPen(QColor(self._theme.muted))
        top, high = self._thick() + 8, self.fontMetrics().height()
        below = QRectF(2, top, self.width() - 4, high)
        painter.drawText(below, int(Qt.AlignmentFlag.AlignLeft), "0")
        painter.drawText(below, int(Qt.AlignmentFlag.AlignRight), self._marks[1])
        wide = painter.fontMetrics().horizontalAdvance(self._marks[0])
        last = painter.fontMetrics().horizontalAdvance(self._marks[1]) + 8.0
        left = min(max(self.width() * self._target - wide / 2, 20.0), self.width() - wide - last)
        painter.drawText(QRectF(left, top, wide + 4, high), int(Qt.AlignmentFlag.AlignLeft), self._marks[0])

    def _thick(self) -> int:
        return max(THICK, self.fontMetrics().height())


def paint_gauge(
    painter: QPainter,
    room: QRectF,
    theme: Theme,
    value: float | None,
    low: float | None,
    high: float | None,
    target: float,
) -> None:
    """The gauge itself, also for paper."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.hover))
    painter.drawRoundedRect(room, 5, 5)
    if value:
        painter.setBrush(QColor(theme.accent))
        painter.drawRoundedRect(QRectF(room.left(), room.top(), room.width() * min(value, 1.0), room.height()), 5, 5)
    if low is not None and high is not None and high > low:
        painter.setBrush(QBrush(QColor(theme.muted), Qt.BrushStyle.BDiagPattern))
        painter.setPen(QPen(QColor(theme.muted), 1))
        painter.drawRect(
            QRectF(room.left() + room.width() * low, room.top() + 3, room.width() * (high - low), room.height() - 6)
        )
    x = room.left() + room.width() * target
    painter.setPen(QPen(theme.tone(Tone.ATTENTION), 2, Qt.PenStyle.DashLine))
    painter.drawLine(QPointF(x, room.top() - 3), QPointF(x, room.bottom() + 4))


PATTERNS = (
    Qt.BrushStyle.SolidPattern, Qt.BrushStyle.BDiagPattern, Qt.BrushStyle.Dense6Pattern, Qt.BrushStyle.NoBrush
)  # fmt: skip
"""What tells the shares of a whole apart without their colour."""


def paint_shares(painter: QPainter, room: QRectF, shares: tuple[Share, ...], theme: Theme) -> None:
    """The parts themselves, also for paper."""
    whole = sum(share.part for share in shares)
    left = room.left()
    for share, pattern in zip(shares, PATTERNS, strict=False):
        wide = room.width() * share.part / whole if whole else 0.0
        painter.setPen(QPen(QColor(theme.muted), 1))
        painter.setBrush(QBrush(QColor(theme.accent), pattern))
        if wide:
            painter.drawRect(QRectF(left, room.top(), wide, room.height()))
        left += wide
