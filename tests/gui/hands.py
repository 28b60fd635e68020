"""Two ways to work in the window as people do: by keyboard alone, and by mouse."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QDate, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QInputMethodEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDateEdit,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QLineEdit,
    QMenu,
    QRadioButton,
    QWidget,
)

from aligner.gui.commands.command import Command
from aligner.gui.commands.command_set import key_sequences, plain
from aligner.gui.commands.registry import COMMANDS
from aligner.gui.shell.main_window import MainWindow
from aligner.gui.widgets.plain.drop_place import DropPlace
from aligner.gui.widgets.tables.rows_view import RowsView
from tests.gui.patience import wait

WAIT = 10
"""Seconds within which a dialog has to be ready for keys."""

DAY_PARTS = 3
"""Year, month and day: Tab goes through them before it leaves the field."""

MOST_STEPS = 200
"""Keys after which a control that is not reached counts as out of reach."""


class Hands(Protocol):
    """What a person can do with a window."""

    def do(self, command_id: str) -> None:
        """Do a command."""
        ...

    def press(self, button: QAbstractButton) -> None:
        """Press a button, set a tick, choose one of several."""
        ...

    def choose(self, box: QComboBox, data: object) -> None:
        """Choose the entry with these data."""
        ...

    def write(self, field: QLineEdit, text: str) -> None:
        """Put this text in the place of what stands there."""
        ...

    def enter(self) -> None:
        """Press Enter after what was just typed."""
        ...

    def set_day(self, field: QDateEdit, day: date) -> None:
        """Choose a day."""
        ...

    def go_to(self, view: RowsView, row: int) -> None:
        """Make this row of a table the current one."""
        ...

    def name_file(self, path: Path) -> None:
        """Answer the file dialog that is open."""
        ...

    def hand_over(self, path: Path, place: DropPlace, button: QAbstractButton) -> None:
        """Give a file to what has a place to drop it on and a button to look for it."""
        ...


class Keyboard:
    """Keys on whatever has the focus: Tab to go on, Space to press, arrows to choose. It never names a widget to Qt."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key."""
        QTest.keyClick(self._focus(), key, modifiers)

    def keys(self, sequence: QKeySequence) -> None:
        """Press the keys of a command."""
        for place in range(sequence.count()):
            self.key(sequence[place].key(), sequence[place].keyboardModifiers())

    def type(self, text: str) -> None:
        """Type a text."""
        for sign in text:
            type_sign(self._focus(), sign)

    def reach(self, wanted: QWidget, key: Qt.Key = Qt.Key.Key_Tab) -> None:
        """Press a key until this control has the focus."""
        for _ in range(MOST_STEPS):
            if QApplication.focusWidget() is wanted:
                return
            self.key(key)
        raise AssertionError(f"{wanted} cannot be reached by keyboard")

    def do(self, command_id: str) -> None:
        """By its keys; a command without keys by the command palette."""
        command = _command(command_id)
        if command.shortcut:
            self.keys(key_sequences(command.shortcut)[0])
            return
        self.do("help.palette")
        self.type(plain(self._window.context.translate(command.text)))
        self.key(Qt.Key.Key_Return)

    def press(self, button: QAbstractButton) -> None:
        """Go there and press Space; one of several is reached by arrows."""
        if isinstance(button, QRadioButton):
            self._reach_one_of(button)
        else:
            self.reach(button)
        self.key(Qt.Key.Key_Space)

    def choose(self, box: QComboBox, data: object) -> None:
        """Go there, to the first entry, and down."""
        self.reach(box)
        self.key(Qt.Key.Key_Home)
        for _ in range(box.count()):
            if box.currentData() == data:
                return
            self.key(Qt.Key.Key_Down)
        raise AssertionError(f"{data} cannot be chosen")

    def write(self, field: QLineEdit, text: str) -> None:
        """Go there, select all, type."""
        self.reach(field)
        self.keys(QKeySequence(QKeySequence.StandardKey.SelectAll))
        self.type(text)

    def enter(self) -> None:
        """Where the keyboard is."""
        self.key(Qt.Key.Key_Return)

    def set_day(self, field: QDateEdit, day: date) -> None:
        """Go there, type, and go on: Enter would press the main button of a dialog."""
        self.reach(field)
        type_day(field, day)

    def go_to(self, view: RowsView, row: int) -> None:
        """Go to the table, to its first row, and down."""
        self.reach(view)
        self.key(Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
        for _ in range(row):
            self.key(Qt.Key.Key_Down)

    def name_file(self, path: Path) -> None:
        """The dialog opens with the keyboard in the field of the name."""
        self.type(str(path))
        name = QApplication.focusWidget()
        assert isinstance(name, QLineEdit)
        assert name.text() == str(path)  # of a file that is not there Qt would tell in a box that waits for ever
        self.key(Qt.Key.Key_Return)

    def hand_over(self, path: Path, place: DropPlace, button: QAbstractButton) -> None:  # noqa: ARG002 - the other hands use it
        """By the button."""
        self.press(button)
        self.name_file(path)

    def _reach_one_of(self, button: QRadioButton) -> None:
        group = button.group()
        together = set(group.buttons()) if group is not None else {button}
        for _ in range(MOST_STEPS):
            focus = QApplication.focusWidget()
            if focus is button:
                return
            self.key(Qt.Key.Key_Down if focus in together else Qt.Key.Key_Tab)
        raise AssertionError(f"{button} cannot be reached by keyboard")

    def _focus(self) -> QWidget:
        """What gets the next key: an open menu or list, else what has the focus in the dialog that stands on top."""
        popup = QApplication.activePopupWidget()
        if popup is not None:
            return popup
        bring_up(self._window)
        return QApplication.focusWidget() or self._window


class Mouse:
    """Clicks where people click, menus for the commands, files dropped; the keyboard only where a text is needed."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def click(self, widget: QWidget, at: QPoint | None = None) -> None:
        """Click on it, in its middle unless told otherwise; it has to be there to be clicked on."""
        if QApplication.activePopupWidget() is None:
            bring_up(self._window)
        assert widget.isVisible()
        assert widget.isEnabled()
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=at or widget.rect().center())

    def do(self, command_id: str) -> None:
        """By its menu."""
        action = self._window.commands.action(command_id)
        bar = self._window.menuBar()
        entry = next(one for one in bar.actions() if action in _menu(one.menu()).actions())
        self.click(bar, bar.actionGeometry(entry).center())
        menu = _menu(entry.menu())
        self.click(menu, menu.actionGeometry(action).center())

    def press(self, button: QAbstractButton) -> None:
        """A click; on the mark of what has one."""
        has_mark = not button.isCheckable() or button.inherits("QToolButton")
        self.click(button, None if has_mark else QPoint(14, button.height() // 2))

    def choose(self, box: QComboBox, data: object) -> None:
        """Open the list, click on the entry."""
        usual = QApplication.doubleClickInterval()
        QApplication.setDoubleClickInterval(0)  # Qt takes a click that follows at once for the end of the first one
        self.click(box)
        QApplication.setDoubleClickInterval(usual)
        view = box.view()
        index = box.model().index(box.findData(data), box.modelColumn())
        view.scrollTo(index)
        place = view.visualRect(index).center()
        wait(lambda: QApplication.activePopupWidget() is not None, WAIT)
        QTest.mouseMove(view.viewport(), place)
        self.click(view.viewport(), place)
        assert box.currentData() == data

    def write(self, field: QLineEdit, text: str) -> None:
        """Click three times, which takes the whole text, and type."""
        self.click(field)
        field.selectAll()
        for sign in text:
            type_sign(field, sign)

    def enter(self) -> None:
        """On the keyboard."""
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)

    def set_day(self, field: QDateEdit, day: date) -> None:
        """Click, and type."""
        self.click(field.lineEdit(), QPoint(6, field.lineEdit().height() // 2))
        type_day(field, day)

    def go_to(self, view: RowsView, row: int) -> None:
        """Click on it."""
        index = view.model().index(row, view.columnAt(8))
        view.scrollTo(index)
        self.click(view.viewport(), view.visualRect(index).center())

    def name_file(self, path: Path) -> None:
        """Type the name, press the button."""
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        name = dialog.findChild(QLineEdit, "fileNameEdit")
        buttons = dialog.findChild(QDialogButtonBox)
        assert isinstance(name, QLineEdit)
        assert isinstance(buttons, QDialogButtonBox)
        self.write(name, str(path))
        self.click(next(one for one in buttons.buttons() if buttons.buttonRole(one) is _ACCEPT))

    def hand_over(self, path: Path, place: DropPlace, button: QAbstractButton) -> None:  # noqa: ARG002 - the other hands use it
        """Drop it."""
        drop(path, place)


def type_sign(widget: QWidget, sign: str) -> None:
    """A key, or what an input method makes of several."""
    if sign.isascii():
        QTest.keyClicks(widget, sign)
        return
    event = QInputMethodEvent()
    event.setCommitString(sign)
    QApplication.sendEvent(QApplication.focusWidget(), event)  # a list of proposals has keys, but takes no texts


def type_day(field: QDateEdit, day: date) -> None:
    """In the place of the day that stands in the field, which has the focus and is left by Tab."""
    QTest.keyClick(field, Qt.Key.Key_Home)
    QTest.keyClicks(field, day.isoformat())
    for _ in range(DAY_PARTS):
        if field.hasFocus():
            QTest.keyClick(field, Qt.Key.Key_Tab)
    assert field.date() == QDate(day.year, day.month, day.day)


def bring_up(window: MainWindow) -> None:
    """Make the dialog on top, else the window, the active one: without a screen there is nobody else to do that."""
    dialogs = [one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog) and one.isVisible()]
    below = {one.parentWidget().window() for one in dialogs if one.parentWidget() is not None}
    on_top = next((one for one in dialogs if one not in below), QApplication.activeModalWidget() or window)
    if QApplication.activeWindow() is not on_top:
        on_top.activateWindow()
        wait(lambda: QApplication.activeWindow() is on_top, WAIT)


_ACCEPT = QDialogButtonBox.ButtonRole.AcceptRole


def drop(path: Path, place: QWidget) -> None:
    """Drag a file over a widget and let it go there."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    middle, copy, left, none = (
        place.rect().center(),
        Qt.DropAction.CopyAction,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    enter = QDragEnterEvent(middle, copy, data, left, none)
    QApplication.sendEvent(place, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(place, QDropEvent(QPointF(middle), copy, data, left, none))


def _command(command_id: str) -> Command:
    return next(command for command in COMMANDS if command.id == command_id)


def _menu(menu: object) -> QMenu:
    assert isinstance(menu, QMenu)
    return menu


HANDS: dict[str, Callable[[MainWindow], Hands]] = {"keyboard": Keyboard, "mouse": Mouse}
"""All of them, by what they work with."""
