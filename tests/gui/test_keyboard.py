"""Every control of every page and dialog is reached by Tab, in the order of reading, and is seen to be reached."""

from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QRadioButton, QWidget

from aligner.gui.shell.main_window import MainWindow
from aligner.gui.widgets.tables.entry_view import EntryView
from tests.gui.hands import bring_up
from tests.gui.looks import controls, name_of
from tests.gui.places import places
from tests.gui.screenshots import SIZE

MOST = 400
"""Keys after which a place from which Tab does not come back is a trap."""


@dataclass
class Walks:
    """What was found wrong while Tab went through all places."""

    missed: list[str] = field(default_factory=list)
    trapped: list[str] = field(default_factory=list)
    jumping: list[str] = field(default_factory=list)
    unseen: list[str] = field(default_factory=list)
    known: set[QWidget] = field(default_factory=set)
    """Controls of the window that were seen to show that they have the keyboard."""


def test_tab_goes_through_every_place_in_the_order_of_reading(window: MainWindow, project: Path) -> None:
    window.resize(*SIZE)
    found = Walks()
    for name, widget in places(window, project):
        bring_up(window)
        _walk(name, widget, found)
    assert (found.missed, found.trapped, found.jumping, found.unseen) == ([], [], [], [])
    window.close()


def _walk(name: str, widget: QWidget, found: Walks) -> None:
    """Go on with Tab until it comes back to where it was."""
    start = QApplication.focusWidget()
    if start is None or start.window() is not widget:
        found.missed.append(f"{name}: nothing has the keyboard at first")
        return
    order = [start]
    for _ in range(MOST):
        here = order[-1]
        focused = here.grab().toImage()
        _go_on(here)
        there = QApplication.focusWidget()
        if there is here and [one for one in controls(widget) if _counts(one)] == [here]:
            return
        if there is None or there is here:
            found.trapped.append(f"{name}: {_called(here)}")
            return
        if here not in found.known and here.grab().toImage() == focused:
            found.unseen.append(f"{name}: {_called(here)}")
        found.known.add(here)
        if there in order:
            break
        order.append(there)
    if there is not start:
        found.trapped.append(f"{name}: comes back to {_called(there)} instead of {_called(start)}")
    found.missed += [f"{name}: {_called(one)}" for one in controls(widget) if _counts(one) and one not in order]
    jumps = [(one, other) for one, other in zip(order, [*order[1:], start], strict=True) if _is_back(one, other)]
    found.jumping += [f"{name}: {_called(one)} > {_called(other)}" for one, other in jumps] if len(jumps) > 1 else []


def _go_on(here: QWidget) -> None:
    """Tab, through all parts of a day; Ctrl+Tab in a table filled in like a spreadsheet, as is said above it."""
    in_table = isinstance(here, EntryView)
    keys = Qt.KeyboardModifier.ControlModifier if in_table else Qt.KeyboardModifier.NoModifier
    for _ in range(4):
        QTest.keyClick(here, Qt.Key.Key_Tab, keys)
        if QApplication.focusWidget() is not here or not isinstance(here, QAbstractSpinBox):
            return


def _counts(control: QWidget) -> bool:
    """Whether Tab has to stop at it: of several that exclude one another it stops at the chosen one only."""
    if isinstance(control, QRadioButton) and not control.isChecked():
        return False
    return control.isEnabled() and not isinstance(control.parent(), QAbstractSpinBox)


def _is_back(one: QWidget, other: QWidget) -> bool:
    """Whether the other one stands above it, but in no column beside it, or left of it in the same line."""
    first, second = _branches(one, other)
    if second.bottom() < first.top():
        return second.left() < first.right()
    is_in_line = second.top() < first.bottom() and first.top() < second.bottom()
    return is_in_line and second.right() < first.left()


def _branches(one: QWidget, other: QWidget) -> tuple[QRect, QRect]:
    """The two parts of the window in which they are, on the level on which they are no longer in the same one."""
    mine, theirs = _way_up(one), _way_up(other)
    while len(mine) > 1 and len(theirs) > 1 and mine[-1] is theirs[-1] and mine[-2] is theirs[-2]:
        mine.pop()
        theirs.pop()
    first, second = mine[-2] if len(mine) > 1 else one, theirs[-2] if len(theirs) > 1 else other
    return _place(first), _place(second)


def _way_up(widget: QWidget) -> list[QWidget]:
    """The widget and everything it is in, up to the window."""
    way = [widget]
    while not way[-1].isWindow():
        way.append(way[-1].parentWidget())
    return way


def _place(widget: QWidget) -> QRect:
    return QRect(widget.mapToGlobal(QPoint(0, 0)), widget.size())


def _called(widget: QWidget) -> str:
    return f"{type(widget).__name__} {name_of(widget)!r}"
