"""One share on a scale with its interval and its target, and shares of a whole side by side."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from aligner.gui.surroundings.theme import Theme, Tone

THICK = 22
SCALE = 18
"""Room for the words below the scale."""


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
        return QSize(280, THICK + SCALE + 8)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Track, value, interval, target, scale."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_gauge(
            painter,
            QRectF(2, 4, self.width() - 4, THICK),
            self._theme,
            self._value,
            self._low,
            self._high,
            self._target,
        )
        painter.setPen(QColor(self._theme.muted))
        below = QRectF(2, THICK + 8, self.width() - 4, SCALE)
        painter.drawText(below, int(Qt.AlignmentFlag.AlignLeft), "0")
        painter.drawText(below, int(Qt.AlignmentFlag.AlignRight), self._marks[1])
        wide = painter.fontMetrics().horizontalAdvance(self._marks[0])
        left = min(max(self.width() * self._target - wide / 2, 20.0), self.width() - wide - 50.0)
        painter.drawText(QRectF(left, THICK + 8, wide + 4, SCALE), int(Qt.AlignmentFlag.AlignLeft), self._marks[0])


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


class StackedBar(QWidget):
    """Shares of a whole in one bar, each with its letters in or below it; told apart by pattern as well."""

    PATTERNS = (
        Qt.BrushStyle.SolidPattern, Qt.BrushStyle.BDiagPattern, Qt.BrushStyle.Dense6Pattern, Qt.BrushStyle.NoBrush
    )  # fmt: skip

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shares: tuple[Share, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_shares(self, name: str, shares: tuple[Share, ...]) -> None:
        """Show these parts; `name` says of what they are."""
        self._shares = shares
        self.setAccessibleName(name)
        self.setAccessibleDescription("; ".join(f"{share.label} {share.text}" for share in shares))
        self.setToolTip("\n".join(f"{share.label}: {share.text}" for share in shares))
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Room for the bar."""
        return QSize(260, 14)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """The parts from left to right."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_shares(painter, QRectF(1, 1, self.width() - 2, self.height() - 2), self._shares, self._theme)


def paint_shares(painter: QPainter, room: QRectF, shares: tuple[Share, ...], theme: Theme) -> None:
    """The parts themselves, also for paper."""
    whole = sum(share.part for share in shares)
    left = room.left()
    for share, pattern in zip(shares, StackedBar.PATTERNS, strict=False):
        wide = room.width() * share.part / whole if whole else 0.0
        painter.setPen(QPen(QColor(theme.muted), 1))
        painter.setBrush(QBrush(QColor(theme.accent), pattern))
        if wide:
            painter.drawRect(QRectF(left, room.top(), wide, room.height()))
        left += wide
