"""What is found out for a page that is gone reaches nobody."""

import ast
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QMenu, QMenuBar
from pytestqt.qtbot import QtBot
from shiboken6 import delete

import aligner.gui
from aligner.gui.commands.program_actions import turn_colours, turn_language
from aligner.gui.shell.main_window import MainWindow
from aligner.gui.surroundings.callbacks import can_be_called
from aligner.gui.widgets.plain import menus
from tests.gui.conftest import settle


class Holder(QObject):
    def take(self, _outcome: object) -> None: ...


def as_method(one: Holder) -> Callable[..., None]:
    return one.take


def as_closure(one: Holder) -> Callable[..., None]:
    def show(outcome: object) -> None:
        one.take(outcome)

    return show


def within_a_closure(one: Holder) -> Callable[..., None]:
    inner = as_closure(one)
    return lambda *outcome: inner(*outcome)  # noqa: PLW0108 - one function within another


def as_default(one: Holder) -> Callable[..., None]:
    return lambda outcome, one=one: one.take(outcome)


def as_partial(one: Holder) -> Callable[..., None]:
    return partial(Holder.take, one)


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("make", [as_method, as_closure, within_a_closure, as_default, as_partial])
def test_a_callback_is_called_as_long_as_what_it_works_on_is_there(
    make: Callable[[Holder], Callable[..., None]],
) -> None:
    one = Holder()
    callback = make(one)
    assert can_be_called(callback)
    delete(one)
    assert not can_be_called(callback)


def test_what_holds_nothing_of_qt_can_always_be_called() -> None:
    assert can_be_called(print)
    assert can_be_called(lambda _outcome: None)
    assert can_be_called([].append)


@pytest.mark.parametrize("page", ["start", "catalogues", "review", "indicators", "history"])
def test_colours_and_language_can_be_turned_while_a_page_is_being_read(
    opened: MainWindow, qtbot: QtBot, page: str
) -> None:
    opened.show_page(page)
    with qtbot.captureExceptions() as raised:
        for turn in (turn_colours, turn_language) * 2:
            turn(opened)
            opened.page.forget()
            QApplication.processEvents()
        settle(qtbot, opened)
    assert not raised


def test_no_menu_is_left_when_colours_and_language_are_turned(opened: MainWindow, qtbot: QtBot) -> None:
    def menus_there() -> int:
        settle(qtbot, opened)
        QApplication.processEvents()
        return len(opened.findChildren(QMenu))

    turn_language(opened)
    qtbot.waitUntil(lambda: menus_there() > 0)
    before = menus_there()
    for turn in (turn_language, turn_colours) * 2:
        turn(opened)
        qtbot.waitUntil(lambda: menus_there() <= before)


def test_a_menu_that_is_filled_anew_keeps_no_menu_within(qtbot: QtBot) -> None:
    bar = QMenuBar()
    qtbot.addWidget(bar)
    bar.addMenu("one").addMenu("two")
    menus.clear(bar)
    bar.addMenu("three")
    qtbot.waitUntil(lambda: [menu.title() for menu in bar.findChildren(QMenu)] == ["three"])


LASTING = ("context", "_context", "jobs", "job", "stored")
"""What lives longer than the pages and dialogs that listen to it."""


def test_pages_and_dialogs_listen_to_lasting_things_by_methods_that_qt_lets_go_with_them() -> None:
    """Qt parts with a method when its object goes, but not with a lambda, which then works on what is no more."""
    found = [
        f"{path.name}:{node.lineno}"
        for folder in ("pages", "dialogs", "widgets", "shell")
        for path in (Path(aligner.gui.__path__[0]) / folder).rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and _connects_a_lambda(node)
    ]
    assert not found


def _connects_a_lambda(call: ast.Call) -> bool:
    if not (isinstance(call.func, ast.Attribute) and call.func.attr == "connect"):
        return False
    signal = call.func.value
    names = {node.attr for node in ast.walk(signal) if isinstance(node, ast.Attribute)}
    names |= {node.id for node in ast.walk(signal) if isinstance(node, ast.Name)}
    is_lasting = not names.isdisjoint(LASTING)
    return is_lasting and any(isinstance(argument, ast.Lambda) for argument in call.args)
