from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from pytestqt.qtbot import QtBot

from aligner.gui.dialogs.figures.report import ASKING, DONE, FAILED, WORKING, ReportDialog
from aligner.gui.shell.main_window import MainWindow
from tests.gui.conftest import PATIENCE, settle


@pytest.fixture
def dialog(opened: MainWindow, tmp_path: Path) -> ReportDialog:
    made = ReportDialog(opened.context, opened, "strict-current", date(2024, 8, 31))
    made.target.setText(str(tmp_path / "out.xlsx"))
    made.show()
    return made


def test_it_proposes_what_the_dashboard_shows(dialog: ReportDialog) -> None:
    assert dialog.step == ASKING
    assert dialog.profile.currentData() == "strict-current"
    assert dialog.day.date().toString(Qt.DateFormat.ISODate) == "2024-08-31"
    assert dialog.language.currentData() == "en"


def test_the_report_is_written_in_its_own_language(dialog: ReportDialog, opened: MainWindow, qtbot: QtBot) -> None:
    dialog.language.setCurrentIndex(dialog.language.findData("zh"))
    qtbot.mouseClick(dialog.export_button, Qt.MouseButton.LeftButton)
    assert dialog.step == WORKING
    qtbot.waitUntil(lambda: dialog.step == DONE, timeout=PATIENCE)
    settle(qtbot, opened)
    sheets = load_workbook(dialog.target_path(), read_only=True).sheetnames
    assert any(not name.isascii() for name in sheets)
    assert str(dialog.target_path()) in dialog.outcome.text()


class Recorder(QObject):
    """Takes what would be opened by the system."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def open(self, address: QUrl) -> None:
        self.opened.append(address.toLocalFile())


def test_the_result_can_be_opened_and_shown_in_its_folder(
    dialog: ReportDialog, opened: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog.export()
    qtbot.waitUntil(lambda: dialog.step == DONE, timeout=PATIENCE)
    recorder = Recorder()
    QDesktopServices.setUrlHandler("file", recorder, "open")
    try:
        qtbot.mouseClick(dialog.open_button, Qt.MouseButton.LeftButton)
        qtbot.mouseClick(dialog.folder_button, Qt.MouseButton.LeftButton)
    finally:
        QDesktopServices.unsetUrlHandler("file")
    assert recorder.opened == [str(tmp_path / "out.xlsx"), str(tmp_path)]
    settle(qtbot, opened)


def test_a_place_that_refuses_gives_a_choice_and_nothing_is_lost(
    dialog: ReportDialog, opened: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    taken = tmp_path / "taken.xlsx"
    taken.mkdir()
    dialog.target.setText(str(taken))
    dialog.export()
    qtbot.waitUntil(lambda: dialog.step == FAILED, timeout=PATIENCE)
    assert str(taken) in dialog.outcome.text()
    assert dialog.again_button.isVisible()
    taken.rmdir()
    qtbot.mouseClick(dialog.again_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog.step == DONE, timeout=PATIENCE)
    assert taken.is_file()
    settle(qtbot, opened)


def test_another_name_can_be_given_after_a_refusal(
    dialog: ReportDialog, opened: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog.target.setText(str(tmp_path / "nowhere" / "out.xlsx"))
    dialog.export()
    qtbot.waitUntil(lambda: dialog.step == FAILED, timeout=PATIENCE)
    qtbot.mouseClick(dialog.name_button, Qt.MouseButton.LeftButton)
    assert dialog.step == ASKING
    dialog.target.setText(str(tmp_path / "other"))
    qtbot.mouseClick(dialog.export_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog.step == DONE, timeout=PATIENCE)
    assert (tmp_path / "other.xlsx").is_file()
    settle(qtbot, opened)


def test_a_stopped_report_leaves_no_file(
    dialog: ReportDialog, opened: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog.export()
    qtbot.mouseClick(dialog.cancel_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog.step == FAILED, timeout=PATIENCE)
    settle(qtbot, opened)
    assert "Stopped" in dialog.outcome.text()
    assert list(tmp_path.glob("*.xlsx")) == []


def test_the_reporting_unit_stands_on_the_cover_and_is_remembered(
    dialog: ReportDialog, opened: MainWindow, qtbot: QtBot
) -> None:
    dialog.unit.setText("  National   committee 151 ")
    qtbot.mouseClick(dialog.export_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog.step == DONE, timeout=PATIENCE)
    settle(qtbot, opened)
    cells = [cell for sheet in load_workbook(dialog.target_path()) for row in sheet.values for cell in row]
    assert any("National committee 151" in str(cell) for cell in cells)
    assert ReportDialog(opened.context, opened, "strict-current", None).unit.text() == "National committee 151"


def test_a_name_that_ends_in_pdf_gives_one_page(
    dialog: ReportDialog, opened: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog.target.setText(str(tmp_path / "page.pdf"))
    qtbot.mouseClick(dialog.export_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog.step == DONE, timeout=PATIENCE)
    settle(qtbot, opened)
    assert (tmp_path / "page.pdf").read_bytes().startswith(b"%PDF")
