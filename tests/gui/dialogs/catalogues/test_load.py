from pathlib import Path

import pytest
from openpyxl import Workbook
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from aligner.domain.catalogue import Level
from aligner.gui.commands.catalogue_actions import load_files
from aligner.gui.dialogs.catalogues.load import COLUMNS, CONTENT, FILE, LOADED, LoadCatalogueDialog
from aligner.gui.shell.main_window import MainWindow
from tests.gui.builder import NATIONAL_FILE
from tests.gui.conftest import PATIENCE, dialog_of, settle

ROWS = (
    "标准号,中文标准名称,采标情况,备注",
    "GB/T 19001-2016,质量管理体系 要求,IDT ISO 9001:2015,<b>bold</b>",
    "GB/T 19004-2020,质量管理 组织的质量,IDT ISO 9004:2018,",
    "GB/T 24001-2016,环境管理体系 要求及使用指南,IDT ISO 14001:2015,",
    "GB/T 45001-2020,职业健康安全管理体系,IDT ISO 45001:2018,",
)


@pytest.fixture
def csv_file(tmp_path: Path) -> Path:
    file = tmp_path / "list.csv"
    file.write_bytes("\n".join(ROWS).encode("gb18030"))
    return file


def open_dialog(window: MainWindow) -> LoadCatalogueDialog:
    window.run_command("catalogue.load")
    dialog = dialog_of(window)
    assert isinstance(dialog, LoadCatalogueDialog)
    return dialog


def reach(dialog: LoadCatalogueDialog, step: int, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: dialog.step == step and dialog.job is None, timeout=PATIENCE)


def test_a_newer_list_is_loaded_by_keyboard_and_decisions_stay(opened: MainWindow, qtbot: QtBot) -> None:
    dialog = open_dialog(opened)
    assert not dialog.next_button.isEnabled()
    qtbot.mouseClick(dialog.file_step.levels[Level.NATIONAL], Qt.MouseButton.LeftButton)
    dialog.file_step.choose(NATIONAL_FILE)
    reach(dialog, COLUMNS, qtbot)
    assert dialog.columns_step.columns() is None
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    reach(dialog, CONTENT, qtbot)
    assert dialog.content_step.figures["standards"].text() == "257"
    assert "newer list of “national_standards_gb.xlsx”" in dialog.content_step.about.text()
    assert dialog.content_step.problems.rowCount() > 0
    with qtbot.waitSignal(opened.context.changed, timeout=PATIENCE):
        qtbot.keyClick(dialog, Qt.Key.Key_Return)
    reach(dialog, LOADED, qtbot)
    assert dialog.content_step.about.text() == "All earlier decisions are unchanged."
    assert opened.page_id == "catalogues"
    session = opened.context.session
    assert session is not None
    assert len(session.store.decisions()) == 3


def test_several_files_are_loaded_one_after_the_other_for_the_side_that_was_asked_for(
    opened: MainWindow, qtbot: QtBot, csv_file: Path, tmp_path: Path
) -> None:
    other = tmp_path / "more.csv"
    other.write_text("标准号,中文标准名称\nGB/T 33859-2017,环境管理 水足迹\n", encoding="utf-8")
    load_files(opened, [csv_file, other], Level.NATIONAL)
    dialog = dialog_of(opened)
    assert isinstance(dialog, LoadCatalogueDialog)
    for file in (csv_file, other):
        reach(dialog, COLUMNS, qtbot)
        assert (dialog.file_step.path, dialog.file_step.level()) == (file, Level.NATIONAL)
        for step in (CONTENT, LOADED):
            dialog.go_on()
            reach(dialog, step, qtbot)
        if file is csv_file:
            assert dialog.next_button.text() == "Load the next file"
            dialog.go_on()
    assert csv_file.exists()
    assert other.exists()
    session = opened.context.session
    assert session is not None
    assert "GB/T 33859-2017" in session.standards(Level.NATIONAL)["designation"]


def test_a_column_can_be_corrected_and_is_read_once(opened: MainWindow, qtbot: QtBot, csv_file: Path) -> None:
    dialog = open_dialog(opened)
    dialog.file_step.levels[Level.NATIONAL].setChecked(True)
    dialog.file_step.choose(csv_file)
    reach(dialog, COLUMNS, qtbot)
    step = dialog.columns_step
    assert step.encoding() == "gb18030"
    assert [box.currentData() for box in step.fields[:2]] == ["designation", "title"]
    cell = step.grid.item(1, 3)
    assert cell is not None
    assert cell.text() == "<b>bold</b>"
    box = step.fields[3]
    box.setCurrentIndex(box.findData("title"))
    box.activated.emit(box.currentIndex())
    assert step.fields[1].currentData() == ""
    columns = step.columns()
    assert columns is not None
    assert columns["title"] == "备注"
    assert columns["designation"] == "标准号"
    assert columns["scope"] == ""


def test_a_field_of_several_columns_stands_above_each_and_outlives_a_correction_elsewhere(
    opened: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "bodies.csv"
    rows = [
        "GB/T编号,名称,ISO编号,IEC编号,说明",
        "1-2020,质量管理体系,9001:2015,,甲",
        "2-2020,音视频设备,,62368-1:2018,乙",
    ]
    file.write_text("\n".join(rows), encoding="utf-8")
    dialog = open_dialog(opened)
    dialog.file_step.levels[Level.NATIONAL].setChecked(True)
    dialog.file_step.choose(file)
    reach(dialog, COLUMNS, qtbot)
    step = dialog.columns_step
    assert [box.currentData() for box in step.fields] == ["designation", "title", "adopted", "adopted", ""]
    assert "4 of 5 columns recognized" in step.about.text()
    remark = step.fields[4]
    remark.setCurrentIndex(remark.findData("scope"))
    remark.activated.emit(remark.currentIndex())
    dialog.go_on()
    reach(dialog, CONTENT, qtbot)
    dialog.go_on()
    reach(dialog, LOADED, qtbot)
    session = opened.context.session
    assert session is not None
    listed = {row["designation"]: row for row in session.standards(Level.NATIONAL).rows()}
    assert [one[0] for one in listed["GB/T 1-2020"]["statements"]] == ["ISO 9001:2015"]
    assert [one[0] for one in listed["GB/T 2-2020"]["statements"]] == ["IEC 62368-1:2018"]
    assert listed["GB/T 1-2020"]["scope"] == "甲"


def test_without_numbers_there_is_nothing_to_read(opened: MainWindow, qtbot: QtBot, csv_file: Path) -> None:
    dialog = open_dialog(opened)
    dialog.file_step.levels[Level.NATIONAL].setChecked(True)
    dialog.file_step.choose(csv_file)
    reach(dialog, COLUMNS, qtbot)
    dialog.columns_step.fields[0].setCurrentIndex(0)
    dialog.columns_step.fields[0].activated.emit(0)
    assert not dialog.next_button.isEnabled()


def test_another_encoding_looks_at_the_file_again(opened: MainWindow, qtbot: QtBot, csv_file: Path) -> None:
    dialog = open_dialog(opened)
    dialog.file_step.levels[Level.NATIONAL].setChecked(True)
    dialog.file_step.choose(csv_file)
    reach(dialog, COLUMNS, qtbot)
    box = dialog.columns_step.encodings
    box.setCurrentIndex(box.findData("big5"))
    box.activated.emit(box.currentIndex())
    assert dialog.job is not None
    qtbot.waitUntil(lambda: dialog.job is None, timeout=PATIENCE)


def test_what_cannot_be_read_is_said_and_the_file_can_be_changed(
    opened: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.xlsx"
    broken.write_bytes(b"no workbook")
    dialog = open_dialog(opened)
    dialog.file_step.levels[Level.NATIONAL].setChecked(True)
    dialog.file_step.choose(broken)
    qtbot.waitUntil(dialog.notice.isVisible, timeout=PATIENCE)
    assert "broken.xlsx" in dialog.notice.words.text()
    assert dialog.step == FILE
    assert dialog.file_step.isEnabled()


def test_closing_the_dialog_stops_its_work(opened: MainWindow, qtbot: QtBot) -> None:
    dialog = open_dialog(opened)
    dialog.file_step.levels[Level.NATIONAL].setChecked(True)
    dialog.file_step.choose(NATIONAL_FILE)
    assert dialog.job is not None
    job = dialog.job
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert job.is_stopping
    settle(qtbot, opened)
    session = opened.context.session
    assert session is not None
    assert len(session.store.catalogues()) == 3


def test_problems_can_be_copied(opened: MainWindow, qtbot: QtBot) -> None:
    dialog = open_dialog(opened)
    dialog.file_step.levels[Level.NATIONAL].setChecked(True)
    dialog.file_step.choose(NATIONAL_FILE)
    reach(dialog, COLUMNS, qtbot)
    dialog.go_on()
    reach(dialog, CONTENT, qtbot)
    dialog.content_step.copy_problems()
    lines = QApplication.clipboard().text().splitlines()
    assert lines[0] == "Severity\tRow\tColumn\tWhat was found"
    assert len(lines) == dialog.content_step.problems.rowCount() + 1
    dialog.go_back()
    assert dialog.step == COLUMNS


def test_a_dropped_file_opens_the_dialog(opened: MainWindow, csv_file: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(csv_file))])
    event = QDropEvent(
        QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    opened.dropEvent(event)
    dialog = dialog_of(opened)
    assert isinstance(dialog, LoadCatalogueDialog)
    assert dialog.file_step.path == csv_file
    assert dialog.step == FILE  # both sides are loaded already: the user says which this is


def test_a_dropped_catalogue_needs_a_project(window: MainWindow, csv_file: Path) -> None:
    window.open_files([csv_file])
    assert "Open or create a project first" in window.notice.words.text()


def two_sheets(file: Path) -> Path:
    """One list on two sheets, with a page of notes between them."""
    workbook = Workbook()
    for number, (name, rows) in enumerate(
        (("2015", ROWS[1:3]), ("notes", ("Kept by the secretary", "Ask before changing it")), ("2016", ROWS[3:]))
    ):
        sheet = workbook.active if number == 0 else workbook.create_sheet()
        sheet.title = name
        for row in [*([] if name == "notes" else ROWS[:1]), *rows]:
            sheet.append(row.split(","))
    workbook.save(file)
    return file


def test_what_was_found_on_each_sheet_is_shown_and_can_be_left_out(
    opened: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = open_dialog(opened)
    dialog.file_step.levels[Level.NATIONAL].setChecked(True)
    dialog.file_step.choose(two_sheets(tmp_path / "list.xlsx"))
    reach(dialog, COLUMNS, qtbot)
    tables = dialog.columns_step.tables
    assert tables.isVisible()
    assert tables.chosen() == ("2015", "2016")
    assert dialog.columns_step.blocks() is None
    last = next(row for row in range(tables.model.rowCount()) if tables.model.text(row, 1) == "2016")
    tables.view.turn(last, {last})
    reach(dialog, COLUMNS, qtbot)
    assert dialog.columns_step.blocks() == ("2015",)
    dialog.go_on()
    reach(dialog, CONTENT, qtbot)
    assert dialog.content_step.figures["standards"].text() == "2"
    assert "2 of the" in dialog.content_step.accounts.text()
    assert "were not read: 5" in dialog.content_step.accounts.text()


def test_a_file_with_one_table_shows_no_choice_of_tables(opened: MainWindow, qtbot: QtBot, csv_file: Path) -> None:
    dialog = open_dialog(opened)
    dialog.file_step.levels[Level.NATIONAL].setChecked(True)
    dialog.file_step.choose(csv_file)
    reach(dialog, COLUMNS, qtbot)
    assert not dialog.columns_step.tables.isVisible()
