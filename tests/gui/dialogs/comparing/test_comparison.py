"""The table of key technical indicators, by keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QPushButton
from pytestqt.qtbot import QtBot

from aligner.domain.catalogue import Level
from aligner.domain.change import Action
from aligner.domain.degree import Degree
from aligner.gui.dialogs.comparing.comparison import ComparisonDialog
from aligner.gui.models.comparison_rows import PLACES
from aligner.gui.pages.catalogues.page import CataloguesPage
from aligner.gui.pages.history.page import HistoryPage
from aligner.gui.shell.main_window import MainWindow
from aligner.gui.widgets.tables.frozen_columns import EDGE
from aligner.usecases.comparing.entry import open_form
from aligner.usecases.project.opening import open_project
from aligner.usecases.review import decide
from tests.gui.builder import confirmed
from tests.gui.comparison_scenes import (
    CONTROL,
    INTERNATIONAL,
    fill_table,
    put,
    questions,
    shown,
    table_alone,
    type_keys,
)
from tests.gui.conftest import dialog_of, settle
from tests.gui.review_scenes import DECIDED, session_of


@pytest.fixture
def dialog(opened: MainWindow, qtbot: QtBot) -> ComparisonDialog:
    return table_alone(opened, qtbot)


def test_a_row_is_typed_with_tab_and_enter_and_judged_on_the_way(dialog: ComparisonDialog, qtbot: QtBot) -> None:
    tab, enter = Qt.Key.Key_Tab, Qt.Key.Key_Return
    type_keys(qtbot, dialog, "Noise", tab, tab, "75", tab, "dB", tab, tab, "80")
    assert "incomparable" in shown(dialog, 0)  # only one side has a unit yet, and the editor is still open
    type_keys(qtbot, dialog, tab, "d", "B")
    assert "Give the direction" not in dialog.reason.text()
    type_keys(qtbot, dialog, enter)
    dialog.view.go_to(0, PLACES["direction"])
    type_keys(qtbot, dialog, "l", enter)
    assert (shown(dialog, 0, "direction"), shown(dialog, 0)) == ("lower is stricter", "stricter")
    assert dialog.view.currentIndex().row() == 1
    assert dialog.rates["equal"].text() == "0.0 %  (0 / 1)"


def test_escape_in_a_cell_takes_back_what_was_typed_there(dialog: ComparisonDialog, qtbot: QtBot) -> None:
    fill_table(dialog)
    dialog.view.go_to(0, PLACES["national_value"])
    type_keys(qtbot, dialog, "90")
    assert shown(dialog, 0) == "looser"
    type_keys(qtbot, dialog, Qt.Key.Key_Escape)
    assert (shown(dialog, 0), shown(dialog, 0, "national_value")) == ("stricter", "≤ 75")
    assert dialog.isVisible()


def test_conditions_within_a_cell_are_shown_as_they_were_understood(dialog: ComparisonDialog) -> None:
    cells = {"indicator": "Yield strength", "national_value": "t ≤ 16: ≥ 235; t > 16: ≥ 225",
             "international_value": "t ≤ 16: ≥ 235; t > 16: ≥ 215"}  # fmt: skip
    dialog.model.change_cells({(0, PLACES[name]): text for name, text in cells.items()})
    assert shown(dialog, 0) == "stricter"
    assert "[t > 16] ≥ 225 | ≥ 215: stricter" in dialog.understood.text()
    dialog.model.change_cells({(0, PLACES["international_value"]): "≥ 235 (t ≤ 20)"})
    dialog.model.change_cells({(0, PLACES["national_value"]): "≥ 235 (t ≤ 16)"})
    assert "apply under different conditions" in dialog.reason.text()


def test_the_indicator_stays_in_sight_while_the_table_scrolls_sideways(dialog: ComparisonDialog) -> None:
    fill_table(dialog)
    frozen, view = dialog.view.frozen, dialog.view
    view.go_to(2, 0)
    assert not frozen.isVisible()
    view.go_to(2, PLACES["international_clause"])
    assert frozen.isVisible()
    assert frozen.indexAt(frozen.viewport().rect().topLeft()).data() == "Noise level"
    assert frozen.width() == view.columnWidth(0) + EDGE
    view.go_to(2, PLACES["key"])
    assert not frozen.isVisible() or view.columnViewportPosition(PLACES["key"]) >= frozen.width()
    view.go_to(2, PLACES["international_clause"])
    view.setColumnWidth(0, 200)
    assert frozen.width() == 200 + EDGE
    first = view.model().index(2, 0)
    frozen.setCurrentIndex(first)
    assert view.currentIndex() == first


def test_a_project_that_is_only_read_shows_its_table_and_takes_nothing(
    dialog: ComparisonDialog, opened: MainWindow, qtbot: QtBot
) -> None:
    fill_table(dialog)
    dialog.save()
    context = opened.context
    context.open(lambda address, who, _progress: open_project(address, who, read_only=True), context.address, "open")
    settle(qtbot, opened)
    assert not context.can_write
    shown_only = ComparisonDialog(context, opened, open_form(session_of(opened), DECIDED, INTERNATIONAL))
    shown_only.show()
    rows = shown_only.model.rows()
    assert len(rows) == shown_only.model.rowCount() == 7
    shown_only.view.go_to(0, PLACES["note"])
    type_keys(qtbot, shown_only, "x", Qt.Key.Key_Delete, Qt.Key.Key_F2)
    put("new")
    for key in (Qt.Key.Key_V, Qt.Key.Key_Minus, Qt.Key.Key_Plus, Qt.Key.Key_X, Qt.Key.Key_Z):
        qtbot.keyClick(shown_only.view, key, CONTROL)
    assert shown_only.model.rows() == rows
    assert [one.text() for one in shown_only.findChildren(QPushButton)] == ["Close"]
    qtbot.keyClick(shown_only.view, Qt.Key.Key_Escape)
    assert not shown_only.isVisible()
    settle(qtbot, opened)


def test_the_whole_table_is_one_step_that_one_undo_takes_back(
    dialog: ComparisonDialog, opened: MainWindow, qtbot: QtBot
) -> None:
    store = session_of(opened).store
    before = store.head()[0]
    fill_table(dialog)
    with qtbot.waitSignal(dialog.saved):
        qtbot.keyClick(dialog, Qt.Key.Key_S, CONTROL)
    assert store.head()[0] == before + 1
    assert store.history(limit=1)[0].action is Action.COMPARE
    opened.run_command("edit.undo")
    assert store.comparisons() == []
    settle(qtbot, opened)


def test_what_still_stands_in_an_open_cell_is_saved_too(
    dialog: ComparisonDialog, opened: MainWindow, qtbot: QtBot
) -> None:
    fill_table(dialog)
    dialog.view.go_to(0, PLACES["note"])
    type_keys(qtbot, dialog, "x")
    dialog.save_button.click()
    assert session_of(opened).store.comparisons()[0].indicators[0].note == "x"
    settle(qtbot, opened)


def test_the_history_tells_what_was_compared_at_once(
    dialog: ComparisonDialog, opened: MainWindow, qtbot: QtBot
) -> None:
    opened.show_page("history")
    page = opened.page
    assert isinstance(page, HistoryPage)
    before = page.model.rowCount()
    fill_table(dialog)
    dialog.save()
    assert page.model.rowCount() == before + 1
    assert page.rows.text(0, 2) == "7 indicators · equal 2 · stricter 2 · incomparable 2 · international only 1"
    settle(qtbot, opened)


def test_an_override_needs_a_reason_before_anything_is_saved(
    dialog: ComparisonDialog, opened: MainWindow, qtbot: QtBot
) -> None:
    fill_table(dialog)
    dialog.model.change_cells({(1, PLACES["verdict"]): "宽于"})
    dialog.save_button.click()
    assert dialog.isVisible()
    assert dialog.view.currentIndex().row() == 1
    assert "Give the reason" in dialog.reason.text()
    dialog.model.change_cells({(1, PLACES["reason"]): "other class"})
    dialog.save_button.click()
    assert session_of(opened).store.comparisons()[0].indicators[1].verdict == "L"
    settle(qtbot, opened)


def test_leaving_asks_only_when_something_was_changed(dialog: ComparisonDialog, qtbot: QtBot) -> None:
    fill_table(dialog)
    qtbot.keyClick(dialog.view, Qt.Key.Key_Escape)
    (question,) = questions(dialog)
    assert dialog.isVisible()
    question.close()
    qtbot.keyClick(dialog.view, Qt.Key.Key_Z, CONTROL)
    assert not dialog.is_changed()
    qtbot.keyClick(dialog.view, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_what_was_not_saved_can_be_left(dialog: ComparisonDialog, opened: MainWindow) -> None:
    fill_table(dialog)
    dialog.reject()
    (question,) = questions(dialog)
    next(one for one in question.findChildren(QPushButton) if one.text() == "Do not save").click()
    assert not dialog.isVisible()
    assert session_of(opened).store.comparisons() == []


def test_the_catalogues_open_the_table_of_a_confirmed_pair(opened: MainWindow, qtbot: QtBot) -> None:
    opened.show_page("catalogues")
    settle(qtbot, opened)
    page = opened.page
    assert isinstance(page, CataloguesPage)
    for level, part in page.parts.items():
        page.show_standard(level, DECIDED if level == "national" else INTERNATIONAL)
        assert part.designation()
        opened.run_command("review.compare")
        menus = [one for one in opened.findChildren(QMenu) if one.isVisible()]
        assert menus == []
        found = dialog_of(opened)
        assert isinstance(found, ComparisonDialog)
        assert (found.form.national, found.form.international) == (DECIDED, INTERNATIONAL)
        found.reject()
    settle(qtbot, opened)


def test_of_several_counterparts_one_is_chosen_by_keyboard(opened: MainWindow, qtbot: QtBot) -> None:
    other = "ISO 9000:2015"
    decide.decide(session_of(opened), [confirmed(DECIDED, other, Degree.MOD)])
    opened.show_page("catalogues")
    settle(qtbot, opened)
    page = opened.page
    assert isinstance(page, CataloguesPage)
    page.show_standard(Level.NATIONAL, DECIDED)
    opened.run_command("review.compare")
    (menu,) = [one for one in opened.findChildren(QMenu) if one.isVisible()]
    texts = [action.text() for action in menu.actions()]
    assert sorted(texts) == sorted(f"{DECIDED} – {one}" for one in (INTERNATIONAL, other))
    qtbot.keyClick(menu, Qt.Key.Key_Down)
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    found = dialog_of(opened)
    assert isinstance(found, ComparisonDialog)
    assert f"{found.form.national} – {found.form.international}" == texts[1]
    found.reject()
    settle(qtbot, opened)
