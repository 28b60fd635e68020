"""What a table says when search and filters leave nothing of it, and the button that shows every row again."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QAbstractScrollArea, QPushButton, QVBoxLayout, QWidget

from aligner.gui.models.rows_model import RowsModel
from aligner.gui.surroundings.context import Context
from aligner.gui.widgets.plain.labels import label


class NothingShown(QWidget):
    """Lies over the table as long as there are rows and none of them is shown."""

    cleared = Signal()
    """Every row is shown again, by this button."""

    def __init__(self, context: Context, model: RowsModel, table: QAbstractScrollArea) -> None:
        super().__init__(table.viewport())
        self._translate = context.translate
        self._model = model
        self._table = table
        self.text = label(style="muted", wraps=True)
        self.text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.button = QPushButton(context.translate("Clear search and filters"))
        self.button.setObjectName("link")
        self.button.clicked.connect(self._clear)
        column = QVBoxLayout(self)
        column.addStretch(1)
        column.addWidget(self.text)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
        table.viewport().installEventFilter(self)
        model.shown_changed.connect(self._look)
        self._look()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """As large as the table."""
        if event.type() == QEvent.Type.Resize and watched is self._table.viewport():
            self.setGeometry(self._table.viewport().rect())
        return False

    def _look(self) -> None:
        is_empty = self._model.hides_everything()
        if is_empty:
            search = self._model.search.strip()
            has_filters = bool(self._model.chosen)
            if search and has_filters:
                text = self._translate("No row matches “{search}” and the filters.", search=search)
            elif search:
                text = self._translate("No row matches “{search}”.", search=search)
            else:
                text = self._translate("No row matches the filters.")
            self.text.setText(text)
            self.setGeometry(self._table.viewport().rect())
        elif self.button.hasFocus():
            self._table.setFocus(Qt.FocusReason.OtherFocusReason)  # never hide what has the keyboard
        self.setVisible(is_empty)

    def _clear(self) -> None:
        self._model.clear_filter()
        self.cleared.emit()
