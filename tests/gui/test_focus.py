"""The keyboard is never lost: whatever has it is never hidden or disabled without handing it on."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QLineEdit, QPushButton, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from aligner.domain.degree import Degree
from aligner.domain.pairs.decision import Coverage
from aligner.gui.pages.review.page import ReviewPage
from aligner.gui.shell.main_window import MainWindow
from tests.gui.hands import bring_up
from tests.gui.looks import controls, name_of
from tests.gui.places import places
from tests.gui.review_scenes import SEVERAL, decisions, press, review
from tests.gui.screenshots import SIZE


def test_no_control_of_any_place_loses_the_keyboard_when_it_goes(window: MainWindow, project: Path) -> None:
    window.resize(*SIZE)
    lost: list[str] = []
    for name, place in places(window, project):
        bring_up(window)
        before = QApplication.focusWidget()
        for control in list(controls(place)):
            is_part = isinstance(control.parent(), QAbstractSpinBox)
            if control.isEnabled() and control.isVisible() and not is_part:
                lost += [f"{name}: {name_of(control)!r} {how}" for how in _ways_to_lose(window, place, control)]
        if before is not None:
            before.setFocus()
    assert lost == [], "\n".join(lost)
    window.close()


def _ways_to_lose(window: MainWindow, place: QWidget, control: QWidget) -> list[str]:
    """The ways of taking this control away after which the next key goes astray; it is there again afterwards."""
    lost = []
    for how, take, give in (
        ("disabled", lambda: control.setEnabled(False), lambda: control.setEnabled(True)),
        ("hidden", control.hide, control.show),
    ):
        control.setFocus()
        if QApplication.focusWidget() is not control or (how == "hidden" and isinstance(control, QAbstractSpinBox)):
            continue  # a day is never hidden by itself, and Qt would stay with its parts
        take()
        if not _is_well(window, place, control, QApplication.focusWidget()):
            lost.append(how)
        give()
    return lost


def _is_well(window: MainWindow, place: QWidget, control: QWidget, now: QWidget | None) -> bool:
    """Whether the keyboard is where the next key does what is expected: with the main control of a page, or with
    something in a dialog that no letter is typed into."""
    others = [one for one in controls(place) if one.isEnabled() and one is not control]
    if now is None or not (now.isVisible() and now.isEnabled()):
        return not others
    if place is not window:
        buttons = [one for one in place.findChildren(QPushButton) if one.isVisible() and one.isEnabled()]
        return not (isinstance(now, QLineEdit | QTextEdit) and buttons)
    home = window.page.start_focus()
    return now is home or control is home or control.isAncestorOf(home) or not home.isEnabled()


def test_the_keys_of_a_second_counterpart_are_commands_again(opened: MainWindow, qtbot: QtBot) -> None:
    page = review(opened, qtbot, SEVERAL)
    for number in ("1", "2"):
        press(qtbot, opened, number, "m", "l", "q", "v", "v")
        assert page.pair.panel.joint.hasFocus()
        press(qtbot, opened, f"J{number}")
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
        assert page.queue.designation() == SEVERAL
    recorded = sorted(decisions(opened, SEVERAL), key=lambda one: one.joint)
    assert [(one.degree, one.coverage, one.joint, one.reason, one.note) for one in recorded] == [
        (Degree.MOD, Coverage.JOINT, "J1", "less alternative", ""),
        (Degree.MOD, Coverage.JOINT, "J2", "less alternative", ""),
    ]


@pytest.mark.parametrize(("key", "reason"), [("l", "less"), ("p", "more"), ("j", "altered"), ("q", "alternative")])
def test_each_reason_has_a_letter_where_reasons_are_asked(
    opened: MainWindow, qtbot: QtBot, key: str, reason: str
) -> None:
    page = review(opened, qtbot, SEVERAL)
    press(qtbot, opened, "i", key)
    assert page.pair.panel.chosen_reasons() == []
    press(qtbot, opened, "m", key)
    assert page.pair.panel.chosen_reasons() == [reason]
    press(qtbot, opened, key)
    assert page.pair.panel.chosen_reasons() == []


def test_escape_leaves_every_control_for_the_queue(opened: MainWindow, qtbot: QtBot) -> None:
    page = review(opened, qtbot, SEVERAL)
    press(qtbot, opened, "m", "v", "v")
    staying = []
    for control in list(controls(opened)):
        control.setFocus()
        if control.isEnabled() and QApplication.focusWidget() is control:
            QTest.keyClick(control, Qt.Key.Key_Escape)
            if not page.queue.view.hasFocus():
                staying.append(name_of(control))
    assert staying == []


def test_escape_empties_a_field_before_it_leaves_it(opened: MainWindow, qtbot: QtBot) -> None:
    page = review(opened, qtbot, SEVERAL)
    press(qtbot, opened, "/", "8601")
    press(qtbot, opened, "x")
    assert page.queue.search.text() == "8601x"
    qtbot.keyClick(page.queue.search, Qt.Key.Key_Escape)
    assert (page.queue.search.text(), page.queue.search.hasFocus()) == ("", True)
    qtbot.keyClick(page.queue.search, Qt.Key.Key_Escape)
    assert page.queue.view.hasFocus()


def test_a_page_whose_main_control_cannot_be_used_has_the_keyboard_on_its_button(window: MainWindow) -> None:
    page = window.page
    assert not isinstance(page, ReviewPage)
    for button in page.findChildren(QWidget):
        if button.focusPolicy() & Qt.FocusPolicy.TabFocus:
            button.setEnabled(False)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert name_of(focus) == "Home"
