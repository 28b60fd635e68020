"""A table of key technical indicators filled in without the mouse."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot

from aligner.gui.delegates.entry import EntryDelegate
from aligner.gui.dialogs.comparing.comparison import ComparisonDialog
from aligner.gui.models.comparison_rows import PLACES
from aligner.gui.shell.main_window import MainWindow
from aligner.i18n import translator
from tests.gui.comparison_scenes import open_table, type_keys, type_sign
from tests.gui.conftest import settle
from tests.gui.review_scenes import session_of

Keys = list[str | Qt.Key]
TAB, ENTER = Qt.Key.Key_Tab, Qt.Key.Key_Return


@pytest.fixture
def dialog(opened: MainWindow, qtbot: QtBot) -> ComparisonDialog:
    made = open_table(opened, qtbot)
    settle(qtbot, opened)
    made.activateWindow()
    made.view.setFocus()
    return made


def a_row(indicator: str, national: str, unit: str, international: str, other_unit: str, direction: str) -> Keys:
    """The keys of one row: from the indicator by Tab to the direction, then Enter."""
    ours: Keys = [indicator, TAB, TAB, national, TAB, unit, TAB, TAB]
    return [*ours, international, TAB, other_unit, TAB, TAB, TAB, direction, ENTER]


def test_five_indicators_are_entered_overridden_weighed_and_saved_by_keyboard(
    dialog: ComparisonDialog, opened: MainWindow, qtbot: QtBot
) -> None:
    type_keys(qtbot, dialog, *a_row("Noise", "<=70", "dB(A)", "<=75", "dB(A)", "l"))
    assert (dialog.view.currentIndex().row(), dialog.view.currentIndex().column()) == (1, 0)
    type_keys(qtbot, dialog, *a_row("Strength", ">=235", "MPa", ">=240", "N/mm2", "h"))
    type_keys(qtbot, dialog, *a_row("Temperature", "<60", "℃", "<=60", "℃", "l"))
    type_keys(qtbot, dialog, *a_row("Mass", "5+/-0.1", "kg", "5+/-0.1", "kg", "n"))
    type_keys(qtbot, dialog, *a_row("Impact", ">=27 (-20 ℃)", "J", ">=27 (-40 ℃)", "J", "h"))
    verdicts = [dialog.model.text(row, PLACES["derived"]) for row in range(5)]
    assert verdicts == ["stricter", "looser", "equal*", "equal", "incomparable"]
    dialog.view.go_to(4, PLACES["verdict"])
    type_keys(qtbot, dialog, "s", TAB, "colder test", TAB, "3", ENTER)
    assert dialog.model.text(4, PLACES["derived"]) == "stricter"
    dialog.view.go_to(4)
    assert "derived verdict: incomparable" in dialog.reason.text()
    assert dialog.rates["equal"].text() == "28.6 %  (2 / 7)"
    with qtbot.waitSignal(dialog.saved):
        qtbot.keyClick(dialog, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert not dialog.isVisible()
    (pair,) = session_of(opened).store.comparisons()
    assert [(one.verdict.value, one.weight, one.is_boundary) for one in pair.indicators] == [
        ("S", 1, False), ("L", 1, False), ("E", 1, True), ("E", 1, False), ("S", 3, False),
    ]  # fmt: skip
    assert pair.indicators[4].reason == "colder test"


def test_enter_goes_straight_down_unless_tab_was_pressed(dialog: ComparisonDialog, qtbot: QtBot) -> None:
    type_keys(qtbot, dialog, "a", ENTER, "b", ENTER)
    assert [row["indicator"] for row in dialog.model.rows()] == ["a", "b"]
    dialog.view.go_to(0, 2)
    type_keys(qtbot, dialog, "1", TAB, "mm", ENTER)
    assert (dialog.view.currentIndex().row(), dialog.view.currentIndex().column()) == (1, 2)
    type_keys(qtbot, dialog, TAB, Qt.Key.Key_Up, ENTER)
    assert (dialog.view.currentIndex().row(), dialog.view.currentIndex().column()) == (1, 3)


@pytest.mark.parametrize(
    ("column", "letter", "code"),
    [
        ("direction", "h", "higher"),
        ("verdict", "i", "I+"),
        ("verdict", "x", "X"),
        ("key", "n", "no"),
        ("key", "是", "yes"),
    ],
)
def test_words_are_chosen_by_their_letter_in_chinese_too(
    dialog: ComparisonDialog, column: str, letter: str, code: str
) -> None:
    delegate = EntryDelegate(translator("zh"))
    editor = delegate.createEditor(dialog.view, None, dialog.model.index(0, PLACES[column]))  # type: ignore[arg-type]
    assert isinstance(editor, QComboBox)
    editor.installEventFilter(delegate)
    type_sign(editor, letter)
    assert editor.currentData() == code
    editor.deleteLater()


def test_a_long_requirement_is_seen_whole_while_it_is_edited(dialog: ComparisonDialog, qtbot: QtBot) -> None:
    text = "t ≤ 16 mm: ≥ 235; 16 mm < t ≤ 40 mm: ≥ 225"
    dialog.model.change_cells({(0, PLACES["national_value"]): text, (0, PLACES["note"]): "n"})
    widths = {}
    for column in ("national_value", "note"):
        dialog.view.go_to(0, PLACES[column])
        type_keys(qtbot, dialog, Qt.Key.Key_F2)
        editor = QApplication.focusWidget()
        assert editor is not None
        widths[column] = editor.width()
        assert editor.width() >= editor.fontMetrics().horizontalAdvance(dialog.model.code(0, PLACES[column]))
        type_keys(qtbot, dialog, Qt.Key.Key_Escape)
    assert widths["national_value"] > dialog.view.columnWidth(PLACES["national_value"])
    assert widths["note"] <= dialog.view.columnWidth(PLACES["note"])
    dialog.done(0)
