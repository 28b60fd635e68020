"""Every command, found by typing a few letters of it."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)
from rapidfuzz import fuzz

from aligner.gui.models.offered import Offered
from aligner.gui.surroundings.context import Context
from aligner.gui.surroundings.theme import Theme
from aligner.usecases.catalogues.searched import has_words, search_words, searchable

GOOD_ENOUGH = 62
ID_ROLE = int(Qt.ItemDataRole.UserRole)
KEYS_ROLE = ID_ROLE + 1
ROW_HEIGHT = 32
FROM_TOP = 90


class CommandPalette(QDialog):
    """Type, go up or down, Enter. What cannot be done now is listed grey."""

    def __init__(
        self, context: Context, parent: QWidget | None, commands: list[Offered], run: Callable[[str], None]
    ) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self._commands = [command for command in commands if command.id != "help.palette"]
        self._run = run
        self._translate = context.translate
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(context.translate("Find a command"))
        self.search = QLineEdit()
        self.search.setClearButtonEnabled(True)
        self.search.setPlaceholderText(context.translate("Type what you want to do"))
        self.search.setAccessibleName(context.translate("Type what you want to do"))
        self.found = QListWidget()
        self.found.setAccessibleName(context.translate("Commands"))
        self.found.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.addWidget(self.search)
        column.addWidget(self.found, 1)
        self.search.textChanged.connect(self._show_found)
        self.found.itemClicked.connect(self._take)
        self.found.setIconSize(QSize(18, 18))
        self.found.setItemDelegate(_KeysDelegate(context.theme, self.found))
        self.resize(620, 420)
        self._show_found("")
        if parent is not None:
            top = parent.mapToGlobal(QPoint((parent.width() - self.width()) // 2, FROM_TOP))
            self.move(top)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Up and down move in the list while the typing goes on."""
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        if step and self.found.count():
            self.found.setCurrentRow((self.found.currentRow() + step) % self.found.count())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take(self.found.currentItem())
        else:
            super().keyPressEvent(event)

    def _show_found(self, typed: str) -> None:
        self.found.clear()
        for command in ranked(self._commands, typed):
            item = QListWidgetItem(command.icon, f"{command.section}  ›  {command.text}")
            item.setData(ID_ROLE, command.id)
            item.setData(KEYS_ROLE, command.shortcut)
            item.setToolTip(command.tip)
            if not command.is_enabled:
                item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEnabled)
            self.found.addItem(item)
        if not self.found.count():
            none = QListWidgetItem(self._translate("No command matches “{search}”.", search=typed.strip()))
            none.setFlags(Qt.ItemFlag.NoItemFlags)
            self.found.addItem(none)
        self.found.setCurrentRow(0)

    def _take(self, item: QListWidgetItem | None) -> None:
        if item is None or not item.flags() & Qt.ItemFlag.ItemIsEnabled:
            return
        command = str(item.data(ID_ROLE))
        self.accept()
        self._run(command)


class _KeysDelegate(QStyledItemDelegate):
    """Writes the keys of a command at the right end of its row."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._muted = QColor(theme.muted)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """The row as usual, then the keys."""
        super().paint(painter, option, index)
        painter.setPen(self._muted)
        room = option.rect.adjusted(0, 0, -12, 0)
        painter.drawText(room, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), index.data(KEYS_ROLE))

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: N802 - Qt's name
        """Rows of one height, with an icon or without."""
        return QSize(super().sizeHint(option, index).width(), ROW_HEIGHT)


def ranked(commands: list[Offered], typed: str) -> list[Offered]:
    """The commands that fit what was typed, the best first, those that cannot be done now last."""
    wanted = search_words(typed)
    texts = searchable(f"{command.section} {command.text} {command.tip}" for command in commands)
    scored = [
        (_fit(text, wanted), place, command) for place, (text, command) in enumerate(zip(texts, commands, strict=True))
    ]
    fitting = [one for one in scored if one[0] >= GOOD_ENOUGH]
    return [command for _, _, command in sorted(fitting, key=lambda one: (not one[2].is_enabled, -one[0], one[1]))]


def _fit(text: str, words: tuple[str, ...]) -> float:
    """How well a command with this text fits, 0..100; words in any order, small mistakes allowed."""
    if has_words(text, words):
        return 100.0
    wanted = " ".join(words)
    return fuzz.partial_token_set_ratio(wanted, text) * 0.6 + fuzz.partial_ratio(wanted, text) * 0.39
