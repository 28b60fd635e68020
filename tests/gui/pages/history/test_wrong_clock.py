"""Steps that a computer with a wrong clock has stamped are marked wherever the window lists steps."""

from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from aligner.domain.degree import Degree
from aligner.gui.dialogs.review.standard_history import StandardHistoryDialog
from aligner.gui.pages.history.page import HistoryPage
from aligner.gui.shell.main_window import MainWindow
from aligner.usecases.project.opening import open_project
from aligner.usecases.review import decide
from tests.gui.builder import confirmed
from tests.gui.conftest import settle

WRONG = datetime(2091, 1, 2, 12, 0, tzinfo=UTC)
MARKED, STANDARD = 1, "GB/T 19004-2020"


def decide_by_a_wrong_clock(project: Path) -> None:
    """One decision in a far future, and one after it by a clock that is right again."""
    with open_project(str(project), "secretary", clock=lambda: WRONG) as session:
        decide.decide(session, [confirmed(STANDARD, "ISO 9004:2018", Degree.IDT)])
    with open_project(str(project), "secretary") as session:
        decide.decide(session, [confirmed(STANDARD, "ISO 9004:2018", Degree.MOD)])


def test_every_list_of_steps_marks_a_time_of_a_wrong_clock(window: MainWindow, project: Path, qtbot: QtBot) -> None:
    decide_by_a_wrong_clock(project)
    window.open_names([str(project)])
    settle(qtbot, window)
    window.show_page("history")
    page = window.page
    assert isinstance(page, HistoryPage)
    window.run_command("view.history")
    told = page.model.text(0, 1).split(",")[0]  # the day of the next step, which the order tells
    for model in (page.model, window.history.model):
        assert ["?" in model.text(row, 1) for row in range(3)] == [False, True, False]
        assert f"2 Jan 2091, {WRONG.astimezone():%H:%M}? ({told})" == model.text(MARKED, 1)
    page.view.go_to(MARKED)
    assert "clock of the computer was wrong" in page.about.text()
    page.view.go_to(0)
    assert "clock" not in page.about.text()
    dialog = StandardHistoryDialog(window.context, window, STANDARD)
    qtbot.addWidget(dialog)
    assert ["?" in dialog.model.text(row, 0) for row in range(2)] == [False, True]


def test_steps_are_sorted_by_when_they_happened(window: MainWindow, project: Path, qtbot: QtBot) -> None:
    decide_by_a_wrong_clock(project)
    window.open_names([str(project)])
    settle(qtbot, window)
    window.show_page("history")
    page = window.page
    assert isinstance(page, HistoryPage)
    page.model.sort(1)
    assert {page.model.text(row, 0) for row in (0, 1)}.isdisjoint({"6", "7"})
    page.model.sort(1, Qt.SortOrder.DescendingOrder)
    assert {page.model.text(row, 0) for row in (0, 1)} == {"6", "7"}  # not of 2091: the two have the same time
