"""Every command of the list, done through the window; a command without a scene here is named by the first test."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, QObject, QStandardPaths, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu
from pytestqt.qtbot import QtBot

from aligner.domain.catalogue import Level
from aligner.gui.commands.command_set import key_sequences, plain, shown_keys
from aligner.gui.commands.registry import COMMANDS, MENUS
from aligner.gui.dialogs.catalogues.load import LoadCatalogueDialog
from aligner.gui.dialogs.program.palette import CommandPalette, ranked
from aligner.gui.dialogs.program.reviewer import ReviewerDialog
from aligner.gui.pages.catalogues.page import CataloguesPage
from aligner.gui.pages.history.page import HistoryPage
from aligner.gui.pages.registry import PAGES
from aligner.gui.pages.start.page import StartPage
from aligner.gui.shell.main_window import MainWindow
from tests.gui.builder import NATIONAL_FILE
from tests.gui.comparison_scenes import COMPARISON_SCENES
from tests.gui.conftest import PATIENCE, dialog_of, settle
from tests.gui.exchange_scenes import EXCHANGE_SCENES
from tests.gui.indicator_scenes import INDICATOR_SCENES
from tests.gui.recipe_scenes import RECIPE_SCENES
from tests.gui.review_scenes import REVIEW_SCENES

# ruff: noqa: ARG001 - every scene takes window and bot

Scene = Callable[[MainWindow, QtBot], None]


def choose_file(window: MainWindow, name: str) -> None:
    """Answer the file dialog that is open."""
    dialog = next(one for one in window.findChildren(QFileDialog) if one.isVisible())
    dialog.fileSelected.emit(name)
    dialog.close()


def new_project(window: MainWindow, qtbot: QtBot) -> None:
    window.run_command("project.new")
    place = window.context.address.replace("committee", "another")
    choose_file(window, place)
    qtbot.waitUntil(lambda: window.context.address == place, timeout=PATIENCE)
    settle(qtbot, window)


def open_project(window: MainWindow, qtbot: QtBot) -> None:
    address = window.context.address
    window.run_command("project.close")
    window.run_command("project.open")
    choose_file(window, address)
    qtbot.waitUntil(lambda: window.context.address == address, timeout=PATIENCE)
    settle(qtbot, window)


def open_sample(window: MainWindow, qtbot: QtBot) -> None:
    window.run_command("project.sample")
    qtbot.waitUntil(lambda: window.context.address.endswith("sample.aligner"), timeout=PATIENCE)
    settle(qtbot, window)
    window.show_page("catalogues")
    assert isinstance(window.page, CataloguesPage)
    assert window.page.list_model.rowCount() == 3


def close_project(window: MainWindow, qtbot: QtBot) -> None:
    window.run_command("project.close")
    assert not window.context.has_project
    assert window.page_id == "start"


def check_project(window: MainWindow, qtbot: QtBot) -> None:
    window.run_command("project.check")
    qtbot.waitUntil(window.notice.isVisible, timeout=PATIENCE)
    assert "sound" in window.notice.words.text()


def leave(window: MainWindow, qtbot: QtBot) -> None:
    window.run_command("program.quit")
    assert not window.isVisible()


def undo(window: MainWindow, qtbot: QtBot) -> None:
    window.show_page("history")
    qtbot.keyClick(window.page.start_focus(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert isinstance(window.page, HistoryPage)
    assert window.page.model.text(0, 3) == "undid a step"
    assert "GB/T 19011-2021" in window.notice.words.text()


def redo(window: MainWindow, qtbot: QtBot) -> None:
    window.show_page("history")
    window.run_command("edit.redo")
    assert isinstance(window.page, HistoryPage)
    assert window.page.model.text(0, 3) == "redid a step"


def take_back(window: MainWindow, qtbot: QtBot) -> None:
    window.show_page("history")
    page = window.page
    assert isinstance(page, HistoryPage)
    assert not page.can_take_back()
    page.view.go_to(4)
    window.run_command("history.take_back")
    assert page.model.text(0, 3) == "took back a decision"
    assert page.model.text(0, 4).startswith("GB/T 19000-2016")
    page.view.go_to(5)
    assert not page.can_take_back()


def copy_rows(window: MainWindow, qtbot: QtBot) -> None:
    window.show_page("history")
    window.run_command("edit.copy_rows")
    clipboard = QApplication.clipboard().text()
    assert clipboard.startswith("No.\tTime\tReviewer")
    assert len(clipboard.splitlines()) == 2


def search(window: MainWindow, qtbot: QtBot) -> None:
    window.show_page("catalogues")
    settle(qtbot, window)
    page = window.page
    assert isinstance(page, CataloguesPage)
    qtbot.keyClick(page.start_focus(), Qt.Key.Key_Slash)
    field = page.search_box()
    assert field is not None
    assert field.hasFocus()
    qtbot.keyClicks(field, "19001")
    qtbot.keyClick(field, Qt.Key.Key_Down)
    table = page.table()
    assert table is not None
    assert table.hasFocus()
    assert table.rows_model.text(0, 0) == "GB/T 19001-2016"


def load(window: MainWindow, qtbot: QtBot) -> None:
    window.run_command("catalogue.load")
    assert dialog_of(window).windowTitle() == "Load a catalogue"


def load_a_side(level: Level) -> Scene:
    def scene(window: MainWindow, qtbot: QtBot) -> None:
        window.run_command(f"catalogue.load_{level.value}")
        asked = next(one for one in window.findChildren(QFileDialog) if one.isVisible())
        asked.filesSelected.emit([str(NATIONAL_FILE)])
        asked.close()
        qtbot.waitUntil(lambda: not window.context.is_working, timeout=PATIENCE)
        dialog = dialog_of(window)
        assert isinstance(dialog, LoadCatalogueDialog)
        assert dialog.file_step.level() is level
        assert dialog.file_step.path == NATIONAL_FILE

    return scene


def match(window: MainWindow, qtbot: QtBot) -> None:
    window.run_command("catalogue.match")
    assert window.context.is_busy
    settle(qtbot, window)
    assert "candidates were found" in window.notice.words.text()


def cancel(window: MainWindow, qtbot: QtBot) -> None:
    window.run_command("catalogue.match")
    window.run_command("work.cancel")
    settle(qtbot, window)
    assert "earlier candidates are kept" in window.notice.words.text()


def go(page: str) -> Scene:
    def scene(window: MainWindow, qtbot: QtBot) -> None:
        number = [entry.id for entry in PAGES].index(page)
        qtbot.keyClick(window, Qt.Key(Qt.Key.Key_1 + number), Qt.KeyboardModifier.ControlModifier)
        assert window.page_id == page
        assert window.page.isVisible()

    return scene


def choose_columns(window: MainWindow, qtbot: QtBot) -> None:
    window.show_page("history")
    window.run_command("view.columns")
    table = window.page.table()
    assert table is not None
    menu = next(one for one in table.findChildren(QMenu) if one.isVisible())
    menu.actions()[2].trigger()
    assert table.isColumnHidden(2)
    menu.close()


def tab(number: int, command: str) -> Scene:
    def scene(window: MainWindow, qtbot: QtBot) -> None:
        window.show_page("catalogues")
        settle(qtbot, window)
        page = window.page
        assert isinstance(page, CataloguesPage)
        page.tabs.setCurrentIndex((number + 1) % 3)
        window.run_command(command)
        assert page.tabs.currentIndex() == number
        table = page.table()
        assert table is not None
        assert table.rows_model.rowCount() > 0

    return scene


def back_to_today(window: MainWindow, qtbot: QtBot) -> None:
    window.show_page("history")
    page = window.page
    assert isinstance(page, HistoryPage)
    page.day.setMinimumDate(QDate(2020, 1, 1))
    page.day.setDate(QDate(2020, 1, 2))
    assert page.is_in_the_past()
    assert page.past.rowCount() == 0
    window.run_command("history.now")
    assert not page.is_in_the_past()


def forget(window: MainWindow, qtbot: QtBot) -> None:
    window.show_page("start")
    page = window.page
    assert isinstance(page, StartPage)
    page.recent.go_to(0)
    window.run_command("start.forget")
    assert window.context.preferences.recent_projects() == []
    assert page.model.rowCount() == 0


def dark(window: MainWindow, qtbot: QtBot) -> None:
    window.show_page("history")
    window.run_command("view.dark")
    qtbot.waitUntil(lambda: window.palette().window().color().lightness() < 100)
    assert window.page_id == "history"
    assert window.context.preferences.text("colours") == "dark"


def language(window: MainWindow, qtbot: QtBot) -> None:
    window.show_page("history")
    before = window.page
    window.run_command("view.language")
    qtbot.waitUntil(lambda: window.page is not before)
    assert window.context.translate.language in {"zh", "en"}
    assert window.context.preferences.text("language") == "zh"
    assert window.page_id == "history"
    assert isinstance(window.page, HistoryPage)
    assert window.page.model.rowCount() == 5


def reviewer(window: MainWindow, qtbot: QtBot) -> None:
    window.run_command("view.reviewer")
    dialog = dialog_of(window)
    assert isinstance(dialog, ReviewerDialog)
    dialog.name.setText("  committee   chair ")
    qtbot.keyClick(dialog.name, Qt.Key.Key_Return)
    assert window.context.reviewer == "committee chair"
    session = window.context.session
    assert session is not None
    assert session.reviewer == "committee chair"


def palette(window: MainWindow, qtbot: QtBot) -> None:
    window.run_command("help.palette")
    dialog = dialog_of(window)
    assert isinstance(dialog, CommandPalette)
    qtbot.keyClicks(dialog.search, "histroy")
    qtbot.keyClick(dialog.search, Qt.Key.Key_Return)
    assert window.page_id == "history"


def guide(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F1)
    assert dialog_of(window).windowTitle() == "Guide"


def keys(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClicks(window, "?")
    assert dialog_of(window).windowTitle() == "Keys"


def about(window: MainWindow, qtbot: QtBot) -> None:
    window.run_command("help.about")
    assert dialog_of(window).windowTitle() == "Aligner"


class Recorder(QObject):
    """Takes what would be opened by the system."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[QUrl] = []

    @Slot(QUrl)
    def open(self, address: QUrl) -> None:
        self.opened.append(address)


def log_folder(window: MainWindow, qtbot: QtBot) -> None:
    recorder = Recorder()
    QDesktopServices.setUrlHandler("file", recorder, "open")
    try:
        window.run_command("help.log")
    finally:
        QDesktopServices.unsetUrlHandler("file")
    assert len(recorder.opened) == 1


def newest_steps(window: MainWindow, qtbot: QtBot) -> None:
    window.run_command("view.history")
    assert window.history.model.rowCount() == len(window.context.session.store.history())
    window.run_command("view.history")
    assert not window.history.isVisible()


SCENES: dict[str, Scene] = {
    "view.history": newest_steps,
    "project.new": new_project,
    "project.open": open_project,
    "project.sample": open_sample,
    "project.close": close_project,
    "project.check": check_project,
    "program.quit": leave,
    "edit.undo": undo,
    "edit.redo": redo,
    "history.take_back": take_back,
    "edit.copy_rows": copy_rows,
    "edit.search": search,
    "catalogue.load": load,
    "catalogue.load_national": load_a_side(Level.NATIONAL),
    "catalogue.load_international": load_a_side(Level.INTERNATIONAL),
    "catalogue.match": match,
    "work.cancel": cancel,
    "go.start": go("start"),
    "go.catalogues": go("catalogues"),
    "go.review": go("review"),
    "go.indicators": go("indicators"),
    "go.history": go("history"),
    "view.columns": choose_columns,
    "catalogues.national": tab(0, "catalogues.national"),
    "catalogues.international": tab(1, "catalogues.international"),
    "catalogues.problems": tab(2, "catalogues.problems"),
    "history.now": back_to_today,
    "start.forget": forget,
    "view.dark": dark,
    "view.language": language,
    "view.reviewer": reviewer,
    "help.palette": palette,
    "help.guide": guide,
    "help.keys": keys,
    "help.log": log_folder,
    "help.about": about,
    **REVIEW_SCENES,
    **COMPARISON_SCENES,
    **INDICATOR_SCENES,
    **RECIPE_SCENES,
    **EXCHANGE_SCENES,
}


def test_every_command_has_a_scene() -> None:
    commands = {command.id for command in COMMANDS}
    assert sorted(commands - SCENES.keys()) == []
    assert sorted(SCENES.keys() - commands) == []


@pytest.mark.parametrize("command", SCENES)
def test_a_command_does_what_it_says(
    command: str, opened: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _kind: str(tmp_path))
    SCENES[command](opened, qtbot)


def test_no_key_means_two_things() -> None:
    keys = [sequence.toString() for command in COMMANDS for sequence in key_sequences(command.shortcut)]
    assert len(keys) == len(set(keys))


def test_every_command_can_be_found_in_a_menu(window: MainWindow) -> None:
    names = {name for name, _ in MENUS}
    assert all(command.menu in names for command in COMMANDS)
    assert len(window.menuBar().actions()) == len(MENUS)


def test_commands_that_need_a_project_wait_for_one(window: MainWindow) -> None:
    offered = {one.id: one.is_enabled for one in window.offered_commands()}
    assert offered["project.new"]
    assert not offered["catalogue.load"]
    assert not offered["go.history"]
    assert not offered["edit.undo"]
    window.run_command("go.history")
    assert window.page_id == "start"


def test_the_palette_lists_what_can_be_done_first(window: MainWindow) -> None:
    listed = ranked(window.offered_commands(), "project")
    able = [one.is_enabled for one in listed]
    assert able == sorted(able, reverse=True)
    assert ranked(window.offered_commands(), "xyzzy") == []


def test_menu_texts_are_shown_without_their_marks() -> None:
    assert plain("&New project…") == "New project"
    assert plain("新建项目(&N)…") == "新建项目"
    assert shown_keys("Ctrl+Y, Ctrl+Shift+Z") == "Ctrl+Y · Ctrl+Shift+Z"
