from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from aligner.gui.shell.main_window import MainWindow
from tests.gui.conftest import settle
from tests.gui.review_scenes import DECIDED, decisions, press, review


def rows_about(window: MainWindow, designation: str) -> list[int]:
    model = window.history.model
    return [row for row in range(model.rowCount()) if model.text(row, 4).startswith(designation)]


def click(window: MainWindow, qtbot: QtBot, row: int) -> None:
    view = window.history.view
    index = window.history.model.index(row, 4)
    view.scrollTo(index)
    place = view.visualRect(index).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    settle(qtbot, window)


def test_every_step_is_listed_at_once_newest_first(opened: MainWindow, qtbot: QtBot) -> None:
    review(opened, qtbot)
    opened.run_command("view.history")
    before = opened.history.model.rowCount()
    press(qtbot, opened, "Enter")
    assert opened.history.model.rowCount() == before + 1


def test_a_click_leads_to_the_pair_from_any_page(opened: MainWindow, qtbot: QtBot) -> None:
    page = review(opened, qtbot)
    press(qtbot, opened, "Enter")
    opened.run_command("view.history")
    opened.show_page("catalogues")
    settle(qtbot, opened)
    click(opened, qtbot, rows_about(opened, DECIDED)[0])
    assert opened.page_id == "review"
    assert page.pair.designation == DECIDED


def test_one_decision_is_taken_back_from_here(opened: MainWindow, qtbot: QtBot) -> None:
    review(opened, qtbot, DECIDED)
    opened.run_command("view.history")
    assert decisions(opened, DECIDED)
    opened.history.view.go_to(rows_about(opened, DECIDED)[0])
    qtbot.mouseClick(opened.history.take_back_button, Qt.MouseButton.LeftButton)
    assert not decisions(opened, DECIDED)


def test_it_stays_open_in_the_other_language_and_goes_with_the_project(opened: MainWindow, qtbot: QtBot) -> None:
    opened.run_command("view.history")
    assert opened.history.isVisible()
    opened.run_command("view.language")
    qtbot.waitUntil(lambda: opened.history.windowTitle() == "最近的操作", timeout=5_000)
    assert opened.history.isVisible()
    settle(qtbot, opened)
    opened.run_command("project.close")
    assert not opened.history.isVisible()
    assert opened.is_history_wanted
