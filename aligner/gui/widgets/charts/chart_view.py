"""A chart whose marks say what they are, are reached by keyboard, and open their rows."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QColor,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from aligner.gui.models.rows_model import tooltip
from aligner.gui.surroundings.theme import Theme
from aligner.gui.widgets.charts.drawn import Places, draw
from aligner.usecases.figures.overview import Chart

MARGIN = 4
STEPS = {
    Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1,
    Qt.Key.Key_Home: -1_000_000, Qt.Key.Key_End: 1_000_000,
}  # fmt: skip
"""By how many marks a key moves."""

OPENING = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})


class ChartView(QWidget):
    """Arrow keys go from mark to mark, Enter or a click opens the rows of one."""

    opened = Signal(int)
    """The place of the mark whose rows are wanted."""
    pointed_at = Signal(str)
    """What the mark below the pointer, or the one with the keyboard, says; "" for none."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._chart: Chart | None = None
        self._places: Places = []
        self._current = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def current(self) -> int:
        """The mark that has the keyboard, -1 for none."""
        return self._current

    def show_chart(self, chart: Chart | None) -> None:
        """Show this chart; the mark with the keyboard stays the one of the same key."""
        kept = self._key()
        self._chart, self._places = chart, []
        keys = [one.key for one in chart.marks] if chart else []
        self._current = keys.index(kept) if kept in keys else 0 if keys and self.hasFocus() else -1
        self.setAccessibleName(chart.title if chart else "")
        self._describe()
        self.update()

    def place_of(self, mark: int) -> QRectF:
        """Where a mark was painted; empty for one that found no room."""
        return self._places[mark] if 0 <= mark < len(self._places) else QRectF()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Room for some lines."""
        return QSize(300, 9 * self.fontMetrics().height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Less when it must be."""
        return QSize(160, 5 * self.fontMetrics().height())

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """The chart, and a frame around the mark that has the keyboard, or around all where there are no marks."""
        if self._chart is None:
            return
        painter = QPainter(self)
        room = QRectF(self.rect()).adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
        self._places = draw(painter, room, self._chart, self._theme)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(self._theme.text), 2))
            is_mark = 0 <= self._current < len(self._places)
            painter.drawRect((self._places[self._current] if is_mark else room).adjusted(1, 1, -1, -1))

    def event(self, event: QEvent) -> bool:
        """The tooltip of the mark below the pointer."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            mark = self._mark_at(QPointF(event.pos()))
            if mark >= 0 and self._chart is not None:
                QToolTip.showText(event.globalPos(), tooltip(self._chart.marks[mark].words), self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """A hand over what can be opened."""
        mark = self._mark_at(event.position())
        is_mark = mark >= 0
        self.setCursor(Qt.CursorShape.PointingHandCursor if is_mark else Qt.CursorShape.ArrowCursor)
        self._point_at(mark)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Nothing is pointed at any more."""
        super().leaveEvent(event)
        self._point_at(self._current if self.hasFocus() else -1)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """The keyboard is elsewhere."""
        super().focusOutEvent(event)
        self._point_at(-1)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Open the rows of a mark."""
        mark = self._mark_at(event.position())
        if event.button() is Qt.MouseButton.LeftButton and mark >= 0:
            self._go_to(mark)
            self.opened.emit(mark)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Go from mark to mark, or open the rows of one."""
        key, shown = Qt.Key(event.key()), len(self._places)
        if key in STEPS and shown:
            self._go_to(min(max(self._current + STEPS[key], 0), shown - 1))
        elif key in OPENING and 0 <= self._current < shown:
            self.opened.emit(self._current)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Begin with the first mark."""
        super().focusInEvent(event)
        if self._current < 0 and self._chart is not None and self._chart.marks:
            self._current = 0
            self._describe()
        self._point_at(self._current)
        self.update()

    def _key(self) -> str:
        marks = self._chart.marks if self._chart else ()
        return marks[self._current].key if 0 <= self._current < len(marks) else ""

    def _go_to(self, mark: int) -> None:
        self._current = mark
        self._describe()
        self._point_at(mark)
        self.update()

    def _point_at(self, mark: int) -> None:
        marks = self._chart.marks if self._chart else ()
        self.pointed_at.emit(marks[mark].words if 0 <= mark < len(marks) else "")

    def _mark_at(self, point: QPointF) -> int:
        return next((place for place, room in enumerate(self._places) if room.contains(point)), -1)

    def _describe(self) -> None:
        """Say the mark with the keyboard to screen readers; without one, what the whole chart says."""
        chart = self._chart
        marks = chart.marks if chart else ()
        if 0 <= self._current < len(marks):
            words = marks[self._current].words
        else:
            words = "; ".join([one.words for one in marks[:12]] or [chart.remark if chart else ""])
        self.setAccessibleDescription(words)
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))
