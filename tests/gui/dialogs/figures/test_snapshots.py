from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from aligner.domain.degree import Degree
from aligner.gui.dialogs.figures.report import DONE, ReportDialog
from aligner.gui.dialogs.figures.snapshot_comparison import SnapshotComparisonDialog
from aligner.gui.dialogs.figures.snapshots import SnapshotsDialog
from aligner.gui.shell.main_window import MainWindow
from aligner.usecases.figures.profile_files import PROFILES
from aligner.usecases.figures.snapshots import snapshots
from aligner.usecases.review import decide
from aligner.usecases.samples.project import SAMPLE_DAY
from tests.gui.builder import confirmed
from tests.gui.conftest import PATIENCE, settle
from tests.gui.review_scenes import session_of


@pytest.fixture
def dialog(opened: MainWindow) -> SnapshotsDialog:
    made = SnapshotsDialog(opened.context, opened, PROFILES[0], SAMPLE_DAY)
    made.open()
    return made


def take(dialog: SnapshotsDialog, window: MainWindow, qtbot: QtBot, *names: str) -> None:
    for name in names:
        dialog.take(name)
        assert not dialog.take_button.isEnabled()
        settle(qtbot, window)
        assert dialog.take_button.isEnabled()


def names_of(dialog: SnapshotsDialog) -> list[str]:
    return [dialog.model.text(row, 0) for row in range(dialog.model.rowCount())]


def decide_one_more(window: MainWindow) -> None:
    window.context.do(decide.decide, [confirmed("GB/T 19004-2020", "ISO 9004:2018", Degree.IDT)])


def test_a_snapshot_stands_in_the_list_with_its_rate(dialog: SnapshotsDialog, opened: MainWindow, qtbot: QtBot) -> None:
    take(dialog, opened, qtbot, "first", "second")
    assert names_of(dialog) == ["second", "first"]
    assert dialog.chosen() == snapshots(session_of(opened))[-1]
    rate = next(one.value for one in snapshots(session_of(opened))[0].figures if one.id == "conversion_rate")
    assert dialog.model.text(1, 1) == opened.context.translate.percent(rate)
    assert "second" in dialog.notice.words.text()


def test_a_name_that_is_taken_is_refused_and_says_so(dialog: SnapshotsDialog, opened: MainWindow, qtbot: QtBot) -> None:
    take(dialog, opened, qtbot, "first", "first")
    assert names_of(dialog) == ["first"]
    assert "first" in dialog.notice.words.text()


def test_the_comparison_names_the_cause_and_the_standards_it_moved(
    dialog: SnapshotsDialog, opened: MainWindow, qtbot: QtBot
) -> None:
    take(dialog, opened, qtbot, "before")
    decide_one_more(opened)
    take(dialog, opened, qtbot, "after")
    qtbot.mouseClick(dialog.compare_button, Qt.MouseButton.LeftButton)
    settle(qtbot, opened)
    shown = opened.findChild(SnapshotComparisonDialog)
    assert isinstance(shown, SnapshotComparisonDialog)
    assert (shown.earlier.currentText(), shown.later.currentText()) == ("before", "after")
    assert shown.steps.text(shown.steps_view.position(), 0) == "decisions and verdicts"
    assert shown.works.text(0, 0) == "ISO 9004:2018"
    assert "decisions and verdicts" in shown.sentence.text()
    shown.later.setCurrentText("before")
    settle(qtbot, opened)
    assert shown.sentence.text().endswith("nothing changed.")
    assert shown.works.rowCount() == 0


def test_the_report_of_a_snapshot_is_that_of_its_time(
    dialog: SnapshotsDialog, opened: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    take(dialog, opened, qtbot, "before")
    decide_one_more(opened)
    qtbot.mouseClick(dialog.report_button, Qt.MouseButton.LeftButton)
    report = opened.findChild(ReportDialog)
    assert isinstance(report, ReportDialog)
    report.unit.setText("Test committee")
    report.target.setText(str(tmp_path / "then.xlsx"))
    qtbot.mouseClick(report.export_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: report.step == DONE, timeout=PATIENCE)
    settle(qtbot, opened)
    cells = [str(cell) for sheet in load_workbook(tmp_path / "then.xlsx") for row in sheet.values for cell in row]
    assert any("before" in cell for cell in cells)
    assert any("Test committee" in cell for cell in cells)


def test_a_snapshot_is_forgotten_after_a_second_word(dialog: SnapshotsDialog, opened: MainWindow, qtbot: QtBot) -> None:
    take(dialog, opened, qtbot, "first", "second")
    qtbot.mouseClick(dialog.forget_button, Qt.MouseButton.LeftButton)
    assert len(snapshots(session_of(opened))) == 2
    qtbot.mouseClick(dialog.notice.button, Qt.MouseButton.LeftButton)
    assert names_of(dialog) == ["first"]
    assert not dialog.compare_button.isEnabled()
