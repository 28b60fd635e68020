"""Paints one numbered candidate: its key, band, number and title, why it is offered, and the unfolded waterfall."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from aligner.gui.delegates.cell import GAP, ICON, paint_badge
from aligner.gui.models.columns import Badge
from aligner.gui.models.offers import LINE, OfferLine, OffersModel, StepLine
from aligner.gui.surroundings.theme import Theme, Tone
from aligner.gui.words.numbers import shortened_number

KEY, BAND, DESIGNATION = 24, 124, 164
"""Widths of the places of a line."""
PADDING = 5
LABEL, BAR, POINTS = 150, 150, 52
"""Widths of the places of the waterfall."""

Index = QModelIndex | QPersistentModelIndex


class OfferDelegate(QStyledItemDelegate):
    """Two lines for each candidate, and below them the waterfall of the one that is unfolded."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802 - Qt's name
        """As many lines as there are to tell."""
        line = index.data(LINE)
        height = option.fontMetrics.height()
        lines = _head_lines(line) + (len(line.steps) if _is_open(index) else 0)
        return QSize(200, lines * (height + 3) + 2 * PADDING)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The background as usual, then the lines."""
        self.initStyleOption(option, index)
        line: OfferLine = index.data(LINE)
        option.text = ""
        style = option.widget.style() if option.widget is not None else QApplication.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        height = option.fontMetrics.height() + 3
        room = option.rect.adjusted(8, PADDING, -8, -PADDING)
        if is_selected:
            painter.fillRect(
                QRect(option.rect.left(), option.rect.top(), 4, option.rect.height()), QColor(self._theme.accent)
            )
        self._paint_first(painter, QRect(room.left(), room.top(), room.width(), height), line, option.font)
        second = QRect(room.left() + KEY, room.top() + height, room.width() - KEY, height)
        second.setRight(second.right() - self._badge_at_right(painter, second, line.alert))
        self._text(painter, second, line.why, self._theme.muted)
        if _is_open(index):
            top = room.top() + height * _head_lines(line)
            for number, step in enumerate(line.steps):
                self._paint_step(
                    painter, QRect(room.left() + KEY, top + number * height, room.width() - KEY, height), step
                )
        painter.restore()

    def _paint_first(self, painter: QPainter, room: QRect, line: OfferLine, font: QFont) -> None:
        self._paint_key(painter, room, line.key)
        left = room.left() + KEY
        if line.band is not None:
            self._badge(painter, QRect(left - 8, room.top(), BAND, room.height()), line.band)
        left += BAND
        bold = QFont(font)
        bold.setBold(True)
        painter.setFont(bold)
        metrics = QFontMetrics(bold)
        width = min(max(DESIGNATION, metrics.horizontalAdvance(line.designation) + 10), room.width() // 2)
        number = shortened_number(line.designation, lambda part: metrics.horizontalAdvance(part) <= width - 6)
        self._text(painter, QRect(left, room.top(), width - 6, room.height()), number, self._theme.text)
        painter.setFont(font)
        left += width
        right = room.right()
        right -= self._badge_at_right(painter, room, line.verdict)
        if right - left > 30:
            self._text(painter, QRect(left, room.top(), right - left - 6, room.height()), line.title, self._theme.text)

    def _paint_key(self, painter: QPainter, room: QRect, key: str) -> None:
        if not key:
            return
        cap = QRectF(room.left(), room.top() + 1, 17, room.height() - 3)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(self._theme.border))
        painter.setBrush(QColor(self._theme.raised))
        painter.drawRoundedRect(cap, 4, 4)
        painter.setPen(QColor(self._theme.text))
        painter.drawText(cap, int(Qt.AlignmentFlag.AlignCenter), key)

    def _paint_step(self, painter: QPainter, room: QRect, step: StepLine) -> None:
        """Name, a bar from one total to the next on a scale of 0 to 100, points, texts."""
        self._text(painter, QRect(room.left(), room.top(), LABEL, room.height()), step.label, self._theme.text)
        scale = QRectF(room.left() + LABEL, room.center().y() - 4, BAR, 8)
        painter.fillRect(scale, QColor(self._theme.hover))
        low, high = sorted((min(max(step.start, 0), 100), min(max(step.end, 0), 100)))
        tone = Tone.GOOD if step.end >= step.start else Tone.BAD
        bar = QRectF(scale.left() + BAR * low / 100, scale.top(), max(BAR * (high - low) / 100, 1.5), scale.height())
        painter.fillRect(bar, self._theme.tone(tone))
        points = QRect(int(scale.right()) + 4, room.top(), POINTS, room.height())
        painter.setPen(self._theme.tone(tone))
        painter.drawText(points, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), step.points)
        rest = QRect(points.right() + 12, room.top(), room.right() - points.right() - 12, room.height())
        self._text(painter, rest, step.texts, self._theme.muted)

    def _badge_at_right(self, painter: QPainter, room: QRect, badge: Badge | None) -> int:
        """Paint a badge at the right end of a line; how wide it is."""
        if badge is None or not badge.text:
            return 0
        width = ICON + GAP + painter.fontMetrics().horizontalAdvance(badge.text) + 14
        self._badge(painter, QRect(room.right() - width, room.top(), width, room.height()), badge)
        return width

    def _badge(self, painter: QPainter, room: QRect, badge: Badge) -> None:
        paint_badge(painter, room, badge, self._theme)

    def _text(self, painter: QPainter, room: QRect, text: str, colour: str) -> None:
        painter.setPen(QColor(colour))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine), shown)


def _head_lines(line: OfferLine) -> int:
    return 2 if line.why or line.alert else 1


def _is_open(index: Index) -> bool:
    model = index.model()
    return isinstance(model, OffersModel) and model.opened == index.row()
