"""Where the keyboard goes when the control that has it is hidden or disabled."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow, QTextEdit, QWidget
from shiboken6 import isValid

from aligner.gui.dialogs.dialog import Dialog

TYPED_INTO = (QLineEdit, QTextEdit)


class FocusKeeper(QObject):
    """Qt hands the keyboard on to the next control in the order of Tab. When that is a field, the letters meant as
    commands become text; when there is none, they are lost. The window's `go_home` and the main button of a dialog
    are where they are expected."""

    def __init__(self, window: QMainWindow, go_home: Callable[[], None]) -> None:
        super().__init__(window)
        self._window = window
        self._go_home = go_home
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._look)

    def _look(self, before: QWidget | None, now: QWidget | None) -> None:
        if before is None or not isValid(before) or not _is_lost(before):
            return
        window = before.window()
        if window is self._window and self._window.isVisible():
            self._go_home()
        elif isinstance(window, Dialog) and window.isVisible() and (now is None or isinstance(now, TYPED_INTO)):
            window.go_home()


def _is_lost(widget: QWidget) -> bool:
    """Whether it was hidden or disabled: the user did not leave it."""
    return not (widget.isVisible() and widget.isEnabled())
