"""Paints the cells of every table: plain text, or a status with its icon, its word, its colour.

It asks the model once for a cell; Qt's own delegate asks it seven times, which takes twice as long for a frame.
"""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from aligner.gui.models.columns import Badge, natural
from aligner.gui.models.rows_model import RowsModel
from aligner.gui.surroundings import icons
from aligner.gui.surroundings.theme import Theme
from aligner.gui.words.numbers import shortened_number

ICON = 16
GAP = 6
MARGIN = 8
LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)


class CellDelegate(QStyledItemDelegate):
    """For views of a RowsModel; text from a file is drawn as it is, never as markup."""

    def __init__(self, theme: Theme, model: RowsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = model
        self._text = QColor(theme.text)
        self._selection = QColor(theme.selection)
        self._accent = QColor(theme.accent)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Background when selected, the content, a frame around the current cell of an unselected row."""
        place = index.column()
        content = self._model.content(index.row(), place)
        state, cell = option.state, option.rect
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(cell, self._selection)
        elif state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(self._accent)
            painter.drawRect(cell.adjusted(0, 0, -1, -1))
        if isinstance(content, Badge):
            paint_badge(painter, cell, content, self._theme)
        elif content:
            room = cell.adjusted(MARGIN, 0, -MARGIN, 0)
            painter.setPen(self._text)
            text = self._shortened(option.fontMetrics, flat(content), room.width(), place)
            painter.drawText(room, RIGHT if self._model.columns[place].is_right else LEFT, text)

    def _shortened(self, metrics: QFontMetrics, text: str, width: int, place: int) -> str:
        """As much of a text as there is room for; of a number, the year in any case."""
        if self._model.columns[place].key is natural:
            return shortened_number(text, lambda part: metrics.horizontalAdvance(part) <= width)
        return metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: N802 - Qt's name
        """Room for icon, word and margins."""
        content = self._model.content(index.row(), index.column())
        has_icon = isinstance(content, Badge)
        text = content.text if isinstance(content, Badge) else flat(content)
        width = option.fontMetrics.horizontalAdvance(text) + 2 * MARGIN + (ICON + GAP if has_icon else 0)
        return QSize(width, option.fontMetrics.height() + GAP)


def flat(text: str) -> str:
    """The text on one line."""
    return text.replace("\n", " ") if "\n" in text else text


def paint_badge(painter: QPainter, cell: QRect, badge: Badge, theme: Theme) -> None:
    """Icon and word in the colour of the badge's tone, left in the cell."""
    colour = theme.tones[badge.tone]
    left = cell.left() + MARGIN
    if badge.icon:
        scale = painter.device().devicePixelRatioF()
        top = cell.center().y() - ICON // 2 + 1
        painter.drawPixmap(QPoint(left, top), icons.pixmap(badge.icon, colour, ICON, scale, theme.base))
        left += ICON + GAP
    room = QRect(left, cell.top(), cell.right() - left - 2, cell.height())
    painter.setPen(QColor(colour))
    text = painter.fontMetrics().elidedText(badge.text, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, LEFT, text)
