"""Labels: all of them take text as it is, never as markup."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from aligner.gui.models.rows_model import tooltip
from aligner.gui.words.numbers import shortened_number


def label(text: str = "", style: str = "", parent: QWidget | None = None, *, wraps: bool = False) -> QLabel:
    """A label of plain text; `style` is its name in the style sheet: pageTitle, heading, figure, muted, mono."""
    made = QLabel(parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setText(text)
    made.setObjectName(style)
    made.setWordWrap(wraps)
    return made


def selectable(text: str = "", style: str = "", parent: QWidget | None = None) -> QLabel:
    """A label whose text can be selected and copied, with the mouse or the keyboard."""
    made = label(text, style, parent, wraps=True)
    made.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    return made


def rule(parent: QWidget | None = None) -> QFrame:
    """A thin line between two parts."""
    line = QFrame(parent)
    line.setObjectName("rule")
    line.setFixedHeight(1)
    return line


class ElidedLabel(QLabel):
    """One line that ends in "…" when there is no room; the whole text is in its tooltip."""

    def __init__(
        self,
        text: str = "",
        style: str = "",
        parent: QWidget | None = None,
        mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
    ) -> None:
        super().__init__(parent)
        self._mode = mode
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setObjectName(style)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setText(text)

    def setText(self, text: str) -> None:  # noqa: N802 - Qt's name
        """Show this text."""
        super().setText(text)
        self.setAccessibleName(text)
        self._tell_whole()

    def shown_text(self) -> str:
        """What there is room for."""
        flat = " ".join(self.text().split())
        return self.fontMetrics().elidedText(flat, self._mode, self.contentsRect().width())

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Room for a few characters is enough."""
        return QSize(self.fontMetrics().averageCharWidth() * 6, self.fontMetrics().height())

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Room for the whole text."""
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + 4, self.fontMetrics().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """The tooltip is there only when it tells more than the label."""
        super().resizeEvent(event)
        self._tell_whole()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """As much as there is room for."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.contentsRect(), int(self.alignment() | Qt.TextFlag.TextSingleLine), self.shown_text())

    def _tell_whole(self) -> None:
        self.setToolTip(tooltip(self.text()) if self.shown_text() != self.text() else "")


class NumberLabel(ElidedLabel):
    """The number of a standard on one line; where there is no room, what precedes its year is left out."""

    def shown_text(self) -> str:
        """What there is room for, the year in any case."""
        metrics, room = self.fontMetrics(), self.contentsRect().width()
        return shortened_number(" ".join(self.text().split()), lambda part: metrics.horizontalAdvance(part) <= room)
