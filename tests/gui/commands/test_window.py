import logging
import sys
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QLineEdit, QTableView, QWidget
from pytestqt.qtbot import QtBot

from aligner.domain.errors import AlignerError
from aligner.gui.app import open_window
from aligner.gui.dialogs.program.crash import CrashDialog
from aligner.gui.pages.catalogues.page import CataloguesPage
from aligner.gui.pages.history.page import HistoryPage
from aligner.gui.pages.registry import PAGES
from aligner.gui.pages.start.page import StartPage
from aligner.gui.shell.bottom_bar import BottomBar
from aligner.gui.shell.main_window import MainWindow
from aligner.gui.surroundings.preferences import Preferences
from aligner.gui.surroundings.screen_check import LIBRARIES, missing_libraries, screen_sentence
from aligner.gui.surroundings.single_instance import SingleInstance
from aligner.i18n import translator
from aligner.settings import Settings
from tests.gui.conftest import PATIENCE, dialog_of, settle


def bar_of(window: MainWindow) -> BottomBar:
    bar = window.findChild(BottomBar)
    assert isinstance(bar, BottomBar)
    return bar


def test_the_bottom_bar_follows_the_decisions(opened: MainWindow, qtbot: QtBot) -> None:
    bar = bar_of(opened)
    qtbot.waitUntil(lambda: bar.figures.text().startswith("Reviewed 3 of"), timeout=PATIENCE)
    assert "conversion rate" in bar.figures.text()
    assert "target 85 %" in bar.figures.text()
    opened.run_command("edit.undo")
    qtbot.waitUntil(lambda: bar.figures.text().startswith("Reviewed 2 of"), timeout=PATIENCE)


def test_running_work_is_shown_and_can_be_cancelled(opened: MainWindow, qtbot: QtBot) -> None:
    bar = bar_of(opened)
    assert not bar.bar.isVisible()
    opened.run_command("catalogue.match")
    assert bar.bar.isVisible()
    assert bar.work.text().startswith("Finding candidates")
    qtbot.mouseClick(bar.cancel, Qt.MouseButton.LeftButton)
    settle(qtbot, opened)
    assert not bar.bar.isVisible()
    assert bar.work.text().startswith("Everything is saved in")


def test_the_next_start_is_where_the_last_one_ended(
    opened: MainWindow, qtbot: QtBot, qapp: QApplication, project: Path
) -> None:
    opened.show_page("catalogues")
    settle(qtbot, opened)
    page = opened.page
    assert isinstance(page, CataloguesPage)
    page.show_international()
    field = page.search_box()
    assert field is not None
    qtbot.keyClicks(field, "ISO 9001")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    table = page.table()
    assert table is not None
    table.go_to(table.rows_model.position(2))
    chosen = table.rows_model.text(2, 0)
    opened.close()

    again = open_window(qapp, Preferences(project.parent / "window.json"), Settings("secretary", "en"))
    qtbot.addWidget(again)
    again.open_names([str(project)])
    settle(qtbot, again)
    assert again.page_id == "catalogues"
    page = again.page
    assert isinstance(page, CataloguesPage)
    assert page.tabs.currentIndex() == 1
    table = page.table()
    assert table is not None
    qtbot.waitUntil(lambda: table.position() >= 0, timeout=PATIENCE)
    assert table.rows_model.search == "ISO 9001"
    assert table.rows_model.text(table.currentIndex().row(), 0) == chosen
    assert Preferences(project.parent / "window.json").text("geometry")
    again.close()


def test_the_place_survives_another_language(opened: MainWindow, qtbot: QtBot) -> None:
    opened.show_page("catalogues")
    settle(qtbot, opened)
    page = opened.page
    assert isinstance(page, CataloguesPage)
    field = page.search_box()
    assert field is not None
    qtbot.keyClicks(field, "19001")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    opened.run_command("view.language")
    qtbot.waitUntil(lambda: opened.page is not page)
    settle(qtbot, opened)
    table = opened.page.table()
    assert table is not None
    assert table.rows_model.search == "19001"
    assert table.rows_model.rowCount() == 2


def test_work_goes_on_in_another_language(opened: MainWindow, qtbot: QtBot) -> None:
    opened.show_page("catalogues")
    for _ in range(3):
        before = opened.page
        opened.run_command("view.language")  # while the page is still reading
        qtbot.waitUntil(lambda before=before: opened.page is not before)
    opened.run_command("edit.undo")
    settle(qtbot, opened)
    bar = next(one for one in opened.findChildren(BottomBar) if one.isVisible())
    qtbot.waitUntil(lambda: "2" in bar.figures.text() and "3" not in bar.figures.text().split("·")[0], timeout=PATIENCE)


def test_editions_of_the_chosen_standard_are_listed(opened: MainWindow, qtbot: QtBot) -> None:
    opened.show_page("catalogues")
    settle(qtbot, opened)
    page = opened.page
    assert isinstance(page, CataloguesPage)
    page.show_international()
    table = page.table()
    assert table is not None
    part = next(part for part in page.parts.values() if part.view is table)
    part.model.set_filter("ISO 9001:2015")
    table.go_to(part.model.position(0))
    chain = part.detail.chain
    listed = [chain.text(row, 0) for row in range(chain.rowCount())]
    assert listed[0] == "ISO 9001:2015"
    assert "ISO 9001:2008" in listed
    part.model.set_filter("")
    part.detail.chain_view.chosen.emit(listed.index("ISO 9001:2008"))
    assert part.detail.designation.text() == "ISO 9001:2008"


def test_facets_choose_and_count(opened: MainWindow, qtbot: QtBot) -> None:
    opened.show_page("catalogues")
    settle(qtbot, opened)
    page = opened.page
    assert isinstance(page, CataloguesPage)
    part = next(iter(page.parts.values()))
    everything = part.model.rowCount()
    button = part.facets.buttons["status"]
    menu = part.facets.menu("status")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert menu.isVisible()
    assert not part.model.chosen
    place = menu.list.visualRect(menu.model.index(0, 0)).center()
    qtbot.mouseClick(menu.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert menu.isVisible()
    assert 0 < part.model.rowCount() < everything
    qtbot.keyClick(menu.list, Qt.Key.Key_Down)
    qtbot.keyClick(menu.list, Qt.Key.Key_Space)
    assert len(part.model.chosen["status"]) == 2
    qtbot.keyClick(menu.list, Qt.Key.Key_Escape)
    assert not menu.isVisible()
    assert part.view.hasFocus()
    assert button.text() == "Status: 2"
    qtbot.mouseClick(part.facets.clear_button, Qt.MouseButton.LeftButton)
    assert part.model.rowCount() == everything
    assert not part.facets.clear_button.isVisible()


def test_every_control_has_a_name_for_screen_readers(opened: MainWindow, qtbot: QtBot) -> None:
    nameless = []
    for entry in PAGES:
        opened.show_page(entry.id)
        settle(qtbot, opened)
        for kind in (QAbstractButton, QLineEdit, QComboBox, QTableView):
            for control in opened.page.findChildren(kind):
                if control.isVisible() and control.focusPolicy() != Qt.FocusPolicy.NoFocus and not name_of(control):
                    nameless.append(f"{entry.id}: {control}")
    assert nameless == []


def name_of(control: QWidget) -> str:
    text = control.text() if isinstance(control, QAbstractButton) else ""
    return control.accessibleName() or text


@pytest.mark.parametrize("page", [entry.id for entry in PAGES])
def test_tab_reaches_more_than_one_control_and_comes_back(opened: MainWindow, qtbot: QtBot, page: str) -> None:
    opened.show_page(page)
    settle(qtbot, opened)
    seen: list[QWidget] = []
    for _ in range(60):
        qtbot.keyClick(opened, Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        assert focus is not None
        if focus in seen:
            break
        seen.append(focus)
    assert len(seen) > 4
    assert any(opened.page.isAncestorOf(widget) for widget in seen)


def test_no_label_takes_text_for_markup(opened: MainWindow, qtbot: QtBot) -> None:
    for entry in PAGES:
        opened.show_page(entry.id)
        settle(qtbot, opened)
    rich = [
        label.text()
        for label in opened.findChildren(QLabel)
        if label.text() and label.textFormat() != Qt.TextFormat.PlainText
    ]
    assert rich == []


def test_a_list_without_rows_says_what_comes_there(window: MainWindow) -> None:
    page = window.page
    assert isinstance(page, StartPage)
    assert page.model.rowCount() == 0
    told = page.recent.grab().toImage()
    assert page.recent.accessibleDescription() == "The projects you open are listed here."
    page.recent.tell_when_empty("")
    assert page.recent.grab().toImage() != told


def test_what_the_user_can_mend_is_a_sentence_and_a_fault_a_dialog(opened: MainWindow) -> None:
    opened.context.complained.emit(AlignerError("{file} is open elsewhere.", file="<i>list.xlsx</i>"))
    assert opened.notice.words.text() == "<i>list.xlsx</i> is open elsewhere."
    opened.context.crashed.emit(ValueError("a fault"))
    dialog = dialog_of(opened)
    assert isinstance(dialog, CrashDialog)
    assert "ValueError: a fault" in dialog.details.toPlainText()
    dialog.copy_button.click()
    assert "ValueError: a fault" in QApplication.clipboard().text()


def test_an_uncaught_fault_reaches_dialog_and_log(
    opened: MainWindow, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(logging.getLogger("aligner"), "propagate", True)
    error = ValueError("deep inside")
    sys.excepthook(ValueError, error, None)
    assert isinstance(dialog_of(opened), CrashDialog)
    assert "deep inside" in caplog.text


def test_a_project_that_cannot_be_opened_leaves_the_open_one(opened: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    before = opened.context.address
    broken = tmp_path / "broken.aligner"
    broken.write_bytes(b"no project")
    opened.open_names([str(broken)])
    qtbot.waitUntil(opened.notice.isVisible, timeout=PATIENCE)
    assert opened.context.address == before


def test_windows_come_and_go_without_leaving_widgets(qapp: QApplication, preferences: Preferences) -> None:
    counts = []
    for _ in range(4):
        window = open_window(qapp, preferences, Settings("secretary", "en"))
        window.close()
        window.deleteLater()
        del window
        qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        counts.append(len(qapp.allWidgets()))
    assert counts[-1] <= counts[0]


def test_a_second_start_hands_its_files_to_the_first(qtbot: QtBot, tmp_path: Path) -> None:
    name = f"aligner-test-{tmp_path.name}"
    first, second = SingleInstance(name), SingleInstance(name)
    assert first.is_first([])
    with qtbot.waitSignal(first.asked) as asked:
        assert not second.is_first(["/data/a.aligner"])
    assert asked.args == [["/data/a.aligner"]]
    first.close()
    assert second.is_first([])
    second.close()


def test_a_missing_library_is_named_with_its_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("QT_QPA_PLATFORM", "")
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setattr("ctypes.util.find_library", lambda name: None if name == "xcb-cursor" else name)
    assert missing_libraries() == [LIBRARIES["xcb-cursor"]]
    assert "libxcb-cursor0" in screen_sentence(translator("en"), missing_libraries())
    monkeypatch.delenv("DISPLAY")
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    assert "no screen" in screen_sentence(translator("en"), missing_libraries())
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert missing_libraries() == []


def test_an_undone_step_is_told_with_its_pair(opened: MainWindow) -> None:
    opened.show_page("history")
    page = opened.page
    assert isinstance(page, HistoryPage)
    before = page.model.rowCount()
    told: list[Any] = []
    opened.context.changed.connect(told.append)
    opened.run_command("edit.undo")
    assert page.model.rowCount() == before + 1
    assert len(told) == 1
    assert told[0].keys == (("GB/T 19011-2021", "ISO 19011"),)
