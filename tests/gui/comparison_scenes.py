"""The table of key technical indicators as it is filled in, and a scene for its command."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from aligner.gui.dialogs.comparing.comparison import ComparisonDialog
from aligner.gui.models.comparison_columns import DERIVED
from aligner.gui.models.comparison_rows import PLACES
from aligner.gui.shell.main_window import MainWindow
from aligner.usecases.comparing.entry import open_form
from tests.gui.conftest import dialog_of, settle
from tests.gui.review_scenes import DECIDED, review, session_of

INTERNATIONAL = "ISO 9001:2015"
CONTROL = Qt.KeyboardModifier.ControlModifier
COPIED = (
    "Noise level\t是\t≤ 75\tdB(A)\tGB/T 3785\t≤ 80\tdB(A)\tIEC 61672\t等效\t越小越严\n"
    "Wall thickness\tyes\t≥ 1.0\tmm\tcaliper\t≥ 1000\tμm\tcaliper\tsame\thigher\n"
    "Mass\tyes\t5.0 ± 0.1\tkg\t\t5.0 ± 0.2\tkg\t\t\tnarrower\n"
    "Temperature\tyes\t< 60\t℃\t\t≤ 60\t℃\t\t\tlower\n"
    "Appearance\tno\t表面光滑\t\t\tsmooth surface\t\t\t\tqualitative\n"
    "Chloride\tyes\t\t\t\t≤ 0.02\t%\tISO 9297\t\tlower\n"
    "=Flow\tyes\t30\tm³/h\t\t<b>500</b>\tL/min\t\t\thigher\n"
)
"""Cells as a spreadsheet puts them on the clipboard, words in both languages."""


def fill_table(dialog: ComparisonDialog) -> None:
    """Paste the cells into an empty table."""
    put(COPIED)
    dialog.view.go_to(0)
    dialog.view.paste()


def put(text: str) -> None:
    """Put a text on the clipboard."""
    QGuiApplication.clipboard().setText(text)


def table_alone(window: MainWindow, qtbot: QtBot) -> ComparisonDialog:
    """The empty table of a decided pair, without the review behind it, its model watched by Qt's tester."""
    dialog = ComparisonDialog(window.context, window, open_form(session_of(window), DECIDED, INTERNATIONAL))
    dialog.model.tester = QAbstractItemModelTester(dialog.model)  # type: ignore[attr-defined]
    dialog.show()
    settle(qtbot, window)
    dialog.activateWindow()
    dialog.view.setFocus()
    return dialog


def shown(dialog: ComparisonDialog, row: int, name: str = DERIVED) -> str:
    """What a cell shows."""
    return dialog.model.text(row, PLACES[name])


def type_keys(qtbot: QtBot, dialog: ComparisonDialog, *keys: str | Qt.Key) -> None:
    """Press keys in the open editor, or in the table when none is open."""
    for key in (one for text in keys for one in (text if isinstance(text, str) else (text,))):
        there = QApplication.focusWidget()
        widget = there if there is not None and dialog.view.isAncestorOf(there) else dialog.view
        if isinstance(key, str) and not key.isascii():
            type_sign(widget, key)
        else:
            qtbot.keyClick(widget, key)
        QApplication.processEvents()  # Enter in an editor is entered when the next event is waited for


def type_sign(widget: QWidget, sign: str) -> None:
    """Type a sign that is on no key of its own."""
    QApplication.sendEvent(widget, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, sign))


def questions(dialog: ComparisonDialog) -> list[QMessageBox]:
    """The questions that are asked now."""
    return [one for one in dialog.findChildren(QMessageBox) if one.isVisible()]


def open_table(window: MainWindow, qtbot: QtBot) -> ComparisonDialog:
    """The table of a decided pair, opened from the review page."""
    review(window, qtbot, DECIDED)
    window.run_command("review.compare")
    dialog = dialog_of(window)
    assert isinstance(dialog, ComparisonDialog)
    return dialog


def compare(window: MainWindow, qtbot: QtBot) -> None:
    dialog = open_table(window, qtbot)
    fill_table(dialog)
    dialog.save()
    (pair,) = session_of(window).store.comparisons()
    assert (pair.national, pair.work) == (DECIDED, "ISO 9001")
    assert len(pair.indicators) == 7


COMPARISON_SCENES: dict[str, Callable[[MainWindow, QtBot], None]] = {"review.compare": compare}
"""A scene for its command."""
