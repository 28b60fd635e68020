"""The table of key technical indicators as it is filled in, and a scene for its command."""

from collections.abc import Callable

from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from aligner.gui.dialogs.comparison import ComparisonDialog
from aligner.gui.main_window import MainWindow
from tests.gui.conftest import dialog_of
from tests.gui.review_scenes import DECIDED, review, session_of

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
    QGuiApplication.clipboard().setText(COPIED)
    dialog.view.go_to(0)
    dialog.view.paste()


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
