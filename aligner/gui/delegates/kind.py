"""Paints the kinds of a facet: a tick, the name from the left, the count at the right end."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from aligner.gui.delegates.cell import LEFT, MARGIN, RIGHT, flat
from aligner.gui.models.kinds_model import COUNT
from aligner.gui.surroundings.theme import Theme

TICK = 16
GAP = 8
HEIGHT = 28


class KindDelegate(QStyledItemDelegate):
    """For lists of a KindsModel."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Tick, name, count; the name gives way to the count."""
        row = option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(row, QColor(self._theme.selection))
        self._paint_tick(painter, row, is_ticked=index.data(Qt.ItemDataRole.CheckStateRole) is Qt.CheckState.Checked)
        room = row.adjusted(MARGIN + TICK + GAP, 0, -MARGIN, 0)
        count = index.data(COUNT)
        painter.setPen(QColor(self._theme.muted))
        painter.drawText(room, RIGHT, count)
        width = option.fontMetrics.horizontalAdvance(count) + GAP if count else 0
        room.setRight(room.right() - width)
        painter.setPen(QColor(self._theme.text))
        name = flat(index.data())
        painter.drawText(
            room, LEFT, option.fontMetrics.elidedText(name, Qt.TextElideMode.ElideRight, max(room.width(), 0))
        )

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: N802 - Qt's name
        """Room for all of it."""
        metrics = option.fontMetrics
        texts = metrics.horizontalAdvance(flat(index.data())) + metrics.horizontalAdvance(index.data(COUNT))
        return QSize(texts + 2 * MARGIN + TICK + 3 * GAP, max(HEIGHT, metrics.height() + GAP))

    def _paint_tick(self, painter: QPainter, row: QRect, *, is_ticked: bool) -> None:
        theme = self._theme
        box = QRectF(row.left() + MARGIN, row.center().y() - TICK / 2 + 1, TICK, TICK).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(theme.accent if is_ticked else theme.muted))
        painter.setBrush(QColor(theme.accent if is_ticked else theme.base))
        painter.drawRoundedRect(box, 3, 3)
        if is_ticked:
            painter.setPen(QPen(QColor(theme.on_accent), 2))
            points = ((0.22, 0.52), (0.42, 0.72), (0.78, 0.3))
            painter.drawPolyline([box.topLeft() + QPointF(x * box.width(), y * box.height()) for x, y in points])
        painter.restore()
