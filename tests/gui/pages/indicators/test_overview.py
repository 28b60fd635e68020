"""The overview: every chart says what its table says, and every mark leads to its rows, by mouse and by keyboard."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from aligner.gui.pages.indicators.page import IndicatorsPage
from aligner.gui.shell.main_window import MainWindow
from aligner.gui.widgets.charts.chart_card import ChartCard
from tests.gui.conftest import PATIENCE, settle
from tests.gui.hands import bring_up
from tests.gui.indicator_scenes import OVERVIEW, indicators

CHARTS = ("ics", "committee", "years", "steps", "ages", "review")


@pytest.fixture
def page(opened: MainWindow, qtbot: QtBot) -> IndicatorsPage:
    opened.resize(1366, 768)
    bring_up(opened)
    return indicators(opened, qtbot, OVERVIEW)


def center_of(card: ChartCard, mark: int) -> QPoint:
    card.view.grab()
    return card.view.place_of(mark).center().toPoint()


def test_every_chart_is_there_with_its_title(page: IndicatorsPage) -> None:
    assert tuple(page.overview.cards) == CHARTS
    for name, card in page.overview.cards.items():
        assert card.title.text() == page.overview.charts[name].title == card.view.accessibleName()


@pytest.mark.parametrize("name", CHARTS)
def test_the_table_of_a_chart_says_what_its_marks_say(page: IndicatorsPage, name: str) -> None:
    card = page.overview.cards[name]
    card.as_table.click()
    assert card.is_table
    marks = page.overview.charts[name].marks
    found = [[card.model.text(row, column) for column in range(4)] for row in range(card.model.rowCount())]
    assert found == [[one.label, one.text, one.counts, one.note] for one in marks]
    assert page.table() is (card.table if marks else page.table())
    card.as_table.click()
    assert not card.is_table


def test_a_field_leads_to_its_rows(page: IndicatorsPage, opened: MainWindow, qtbot: QtBot) -> None:
    card, mark = page.overview.cards["ics"], page.overview.charts["ics"].marks[1]
    qtbot.mouseClick(card.view, Qt.MouseButton.LeftButton, pos=center_of(card, 1))
    settle(qtbot, opened)
    assert page.tabs.currentWidget() is page.groups
    assert page.groups.behind.heading.text() == mark.label
    assert mark.counts.endswith(f"/ {len(page.groups.behind.model.rows)}")


def test_a_committee_leads_to_its_rows_by_keyboard(page: IndicatorsPage, opened: MainWindow, qtbot: QtBot) -> None:
    card, marks = page.overview.cards["committee"], page.overview.charts["committee"].marks
    card.view.grab()
    card.view.setFocus()
    for key in (Qt.Key.Key_End, Qt.Key.Key_Home, Qt.Key.Key_Down):
        qtbot.keyClick(card.view, key)
    assert card.view.current == min(1, len(marks) - 1)
    assert card.view.accessibleDescription() == card.remark.text() == marks[card.view.current].words
    qtbot.keyClick(card.view, Qt.Key.Key_Return)
    settle(qtbot, opened)
    assert page.groups.behind.heading.text() == marks[card.view.current].label


def test_a_step_leads_to_the_rows_that_it_moved(page: IndicatorsPage, opened: MainWindow, qtbot: QtBot) -> None:
    page.overview.opened.emit("steps", "3")
    settle(qtbot, opened)
    assert page.tabs.currentWidget() is page.why
    assert page.why.steps_view.position() == 3
    assert page.overview.charts["steps"].marks[3].label == f"4 {page.why.behind.heading.text()}"


def test_a_year_leads_to_its_rows(page: IndicatorsPage, opened: MainWindow, qtbot: QtBot) -> None:
    mark = page.overview.charts["years"].marks[-2]
    page.overview.opened.emit("years", mark.key)
    settle(qtbot, opened)
    assert page.tabs.currentWidget() is page.trend
    assert page.trend.years.position() == len(page.overview.charts["years"].marks) - 2
    assert mark.counts.endswith(f"/ {len(page.trend.year_rows.model.rows)}")


@pytest.mark.parametrize(("chart", "tab"), [("ages", 1), ("review", 4)])
def test_ages_and_the_review_have_tabs_of_their_own(
    page: IndicatorsPage, opened: MainWindow, qtbot: QtBot, chart: str, tab: int
) -> None:
    marks = page.overview.charts[chart].marks
    page.overview.opened.emit(chart, marks[0].key if marks else "")
    settle(qtbot, opened)
    assert page.tabs.currentWidget() is page.trend
    assert page.trend.tabs.currentIndex() == tab


def test_the_tooltip_of_a_mark_says_all_of_it(page: IndicatorsPage, qtbot: QtBot) -> None:
    card, mark = page.overview.cards["steps"], page.overview.charts["steps"].marks[0]
    point = center_of(card, 0)
    QApplication.sendEvent(card.view, QHelpEvent(QEvent.Type.ToolTip, point, card.view.mapToGlobal(point)))
    qtbot.waitUntil(lambda: mark.counts in QToolTip.text(), timeout=PATIENCE)
    assert mark.text in QToolTip.text()
    QToolTip.hideText()


def test_a_degree_leads_to_the_rows_of_its_figure(page: IndicatorsPage, opened: MainWindow, qtbot: QtBot) -> None:
    bar = page.card.degrees["degrees_by_national"]
    bar.grab()
    bar.setFocus()
    qtbot.keyClick(bar, Qt.Key.Key_Space)
    settle(qtbot, opened)
    assert page.tabs.currentWidget() is page.figures
    assert page.figures.behind.heading.text() == "Degrees by national standard"


def test_the_charts_follow_a_decision(page: IndicatorsPage, opened: MainWindow, qtbot: QtBot) -> None:
    before = page.overview.charts["steps"]
    opened.run_command("edit.undo")
    settle(qtbot, opened)
    assert page.overview.charts["steps"] is not before
