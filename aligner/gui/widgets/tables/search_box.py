"""A field to search in, which tells what was typed as soon as the typing rests."""

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from aligner.gui.models.rows_model import RowsModel
from aligner.gui.surroundings import icons
from aligner.gui.surroundings.context import Context

OWN_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)

BESIDE, MOST = 56, 190
"""Pixels beside the hint, for edges and icon; and those that are kept free for it at the most."""

REST = 60
"""Milliseconds without a key after which the search starts."""


class SearchBox(QLineEdit):
    """Escape empties it; Down goes on to what was found."""

    searched = Signal(str)
    left_downwards = Signal()

    def __init__(self, context: Context, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint)
        self.setClearButtonEnabled(True)
        picture = QAction(icons.icon("search", context.theme.muted), "", self)
        self.addAction(picture, QLineEdit.ActionPosition.LeadingPosition)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST)
        self._rest.timeout.connect(lambda: self.searched.emit(self.text()))
        self.textChanged.connect(self._rest.start)
        self.returnPressed.connect(self._search_now)

    def search_in(self, model: RowsModel) -> None:
        """Show the rows of this table that match what is typed; the field is emptied when every row is shown again."""
        self.searched.connect(model.set_filter)
        model.filter_cleared.connect(self.forget)

    def forget(self) -> None:
        """Empty the field; nothing is searched for it."""
        self.clear()
        self._rest.stop()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Room for the hint, unless it is a long one."""
        usual = super().minimumSizeHint()
        hint = self.fontMetrics().horizontalAdvance(self.placeholderText()) + BESIDE
        return QSize(max(usual.width(), min(hint, MOST)), usual.height())

    def event(self, event: QEvent) -> bool:
        """While something is typed here, Enter and Escape are no commands of the window."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.key() in OWN_KEYS:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Escape and Down have their meaning here; all else is text."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() == Qt.Key.Key_Down:
            self._search_now()
            self.left_downwards.emit()
        else:
            super().keyPressEvent(event)

    def _search_now(self) -> None:
        if self._rest.isActive():
            self._rest.stop()
            self.searched.emit(self.text())
