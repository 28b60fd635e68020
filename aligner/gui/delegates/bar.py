"""Paints a share as a bar with its text in the cell of a table: chart and table in one."""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from aligner.gui.models.rows_model import RowsModel
from aligner.gui.surroundings.theme import Theme, Tone

MARGIN = 8
THICK = 12
FIGURE = 72
"""Room for the text beside the bar."""


@dataclass(frozen=True, slots=True)
class CellBar:
    """From `start` to `end` on a scale of 0 to 1; `end` None draws no bar. `target` is a dashed line.

    A bar that loses is hatched, so that it is told apart without its colour. `text` is in the user's language.
    """

    end: float | None
    text: str
    start: float = 0.0
    target: float | None = None
    is_loss: bool = False


def text_of(bar: CellBar) -> str:
    """What the bar says, for columns."""
    return bar.text


def size_of(bar: CellBar) -> float:
    """What rows are sorted by."""
    return -1.0 if bar.end is None else bar.end


class BarDelegate(QStyledItemDelegate):
    """For one column of a RowsModel whose values are Bars."""

    def __init__(self, theme: Theme, model: RowsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = model

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """The bar on its track, the target, the text on the right."""
        column = self._model.columns[index.column()].name
        bar: CellBar = self._model.rows.table[column][self._model.position(index.row())]
        cell = QRectF(option.rect)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(cell, QColor(self._theme.selection))
        figure = QRectF(cell.right() - FIGURE, cell.top(), FIGURE - MARGIN, cell.height())
        painter.setPen(QColor(self._theme.text))
        painter.drawText(figure, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), bar.text)
        track = QRectF(cell.left() + MARGIN, cell.center().y() - THICK / 2, cell.width() - FIGURE - 2 * MARGIN, THICK)
        if track.width() > 2 * MARGIN:
            paint_bar(painter, track, bar, self._theme)

    def sizeHint(self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: N802 - Qt's name
        """Room for a bar and its text."""
        return QSize(FIGURE + 160, option.fontMetrics.height() + 6)


def paint_bar(painter: QPainter, track: QRectF, bar: CellBar, theme: Theme) -> None:
    """The track, the bar on it and the line of the target."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.hover))
    painter.drawRoundedRect(track, 3, 3)
    if bar.end is not None:
        low, high = sorted((_clipped(bar.start), _clipped(bar.end)))
        wide = max(2.0 if high > low or bar.start else 0.0, track.width() * (high - low))
        part = QRectF(track.left() + track.width() * low, track.top(), wide, track.height())
        colour = theme.tone(Tone.BAD) if bar.is_loss else QColor(theme.accent)
        painter.setBrush(QBrush(colour, Qt.BrushStyle.Dense4Pattern if bar.is_loss else Qt.BrushStyle.SolidPattern))
        painter.drawRoundedRect(part, 3, 3)
    if bar.target is not None:
        x = track.left() + track.width() * _clipped(bar.target)
        painter.setPen(QPen(theme.tone(Tone.ATTENTION), 1.6, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(x, track.top() - 4), QPointF(x, track.bottom() + 4))
    painter.restore()


def _clipped(share: float) -> float:
    return min(max(share, 0.0), 1.0)
