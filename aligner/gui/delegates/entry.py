"""Editors for the cells of a table of indicators; what is typed is told at once."""

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from aligner.gui.models.comparison_columns import ENTRY_COLUMNS
from aligner.i18n import Translator

Index = QModelIndex | QPersistentModelIndex

ROOMY = ("national_value", "international_value")
ROOM, WIDEST, EDGES = 220, 480, 28
"""Least width of the editor of a requirement, most of any, and what its frame takes."""

FILLED = "isFilled"
"""Property of an editor that shows its cell."""


class EntryDelegate(QStyledItemDelegate):
    """A list for columns with few words, a line for the others."""

    typed = Signal(QPersistentModelIndex, str)
    """What stands in the open editor now."""
    left = Signal()
    """No editor is open any more."""

    def __init__(self, translate: Translator, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._translate = translate

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:  # noqa: N802 - Qt's name
        """The editor of a cell."""
        column = ENTRY_COLUMNS[index.column()]
        place = QPersistentModelIndex(index)
        if column.words:
            choice = QComboBox(parent)
            choice.addItem("", "")
            for code, text in column.words.items():
                choice.addItem(self._translate(text), code)
            choice.currentIndexChanged.connect(lambda _row: self.typed.emit(place, choice.currentData()))
            editor: QWidget = choice
        else:
            line = QLineEdit(parent)
            line.textEdited.connect(lambda text: self.typed.emit(place, text))
            editor = line
        editor.setObjectName("cellEditor")
        editor.setAccessibleName(self._translate(column.label))
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:  # noqa: N802 - Qt's name
        """What is kept in the cell; afterwards what is typed there stays, although the table is judged anew."""
        text = str(index.data(Qt.ItemDataRole.EditRole) or "")
        if editor.property(FILLED):
            return
        editor.setProperty(FILLED, True)
        if isinstance(editor, QComboBox):
            editor.blockSignals(True)
            editor.setCurrentIndex(max(editor.findData(text), 0))
            editor.blockSignals(False)
        elif isinstance(editor, QLineEdit):
            editor.setText(text)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:  # noqa: N802 - Qt's name
        """Enter what stands in the editor."""
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentData())
        elif isinstance(editor, QLineEdit):
            model.setData(index, editor.text())

    def destroyEditor(self, editor: QWidget, index: Index) -> None:  # noqa: N802 - Qt's name
        """What was typed and not entered is forgotten."""
        super().destroyEditor(editor, index)
        self.left.emit()

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:  # noqa: N802 - Qt's name
        """As large as the cell, or as wide as its words; a requirement with conditions needs more room than others."""
        if isinstance(editor, QComboBox):
            needed = editor.sizeHint().width()
        else:
            text = str(index.data(Qt.ItemDataRole.EditRole) or "")
            needed = min(editor.fontMetrics().horizontalAdvance(text) + EDGES, WIDEST)
            if ENTRY_COLUMNS[index.column()].name in ROOMY:
                needed = max(needed, ROOM)
        editor.setGeometry(option.rect.adjusted(0, 0, max(needed - option.rect.width(), 0), 0))

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """A letter chooses in a list; Enter is for the table, not for the list."""
        is_key = event.type() == QEvent.Type.KeyPress
        if is_key and isinstance(editor, QComboBox) and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._finish(editor)
                return True
            if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
                editor.setCurrentIndex(0)
                return True
            if event.text().strip() and _choose(editor, event.text()):
                return True
        return super().eventFilter(editor, event)

    def _finish(self, editor: QWidget) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.SubmitModelCache)


def _choose(choice: QComboBox, letter: str) -> bool:
    """Choose the next entry whose text or code begins with this letter: codes are Latin in every language."""
    start, number = choice.currentIndex() + 1, choice.count()
    for place in (one % number for one in range(start, start + number)):
        texts = (choice.itemText(place), str(choice.itemData(place)))
        if any(text.casefold().startswith(letter.casefold()) for text in texts):
            choice.setCurrentIndex(place)
            return True
    return False
