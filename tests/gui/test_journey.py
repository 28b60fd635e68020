"""From nothing to a report without a mouse: keys on whatever has the keyboard; what comes of it is read from disk."""

from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog
from pytestqt.qtbot import QtBot
from worked_example_files import WorkedExample, write_worked_example

from aligner.domain.catalogue import Level
from aligner.domain.change import Action
from aligner.domain.pairs.decision import Decision, Verdict
from aligner.gui.app import open_window
from aligner.gui.dialogs.catalogues.load import COLUMNS, CONTENT, LOADED, LoadCatalogueDialog
from aligner.gui.dialogs.figures.report import DONE, ReportDialog
from aligner.gui.pages.indicators.page import IndicatorsPage
from aligner.gui.pages.review.page import ReviewPage
from aligner.gui.shell.main_window import MainWindow
from aligner.gui.surroundings.preferences import Preferences
from aligner.i18n import LANGUAGES
from aligner.settings import Settings
from aligner.usecases.project.history import history
from aligner.usecases.project.opening import open_project
from tests.gui.hands import Keyboard
from tests.gui.patience import wait


class Journey:
    """A window and the keys pressed in it."""

    def __init__(self, window: MainWindow, project: Path) -> None:
        self.window = window
        self.project = project
        self.keyboard = Keyboard(window)

    def make_project(self) -> None:
        """The first button of the first page is pressed, a name is typed."""
        first = QApplication.focusWidget()
        assert isinstance(first, QAbstractButton)
        self.keyboard.key(Qt.Key.Key_Space)
        self.keyboard.name_file(self.project)
        self.settle()
        assert self.project.is_file()

    def load(self, file: Path, level: Level) -> LoadCatalogueDialog:
        """Side and file are chosen; after that Enter is enough, up to the last step."""
        self.keyboard.do("catalogue.load")
        (dialog,) = self.window.findChildren(LoadCatalogueDialog)
        self.keyboard.press(dialog.file_step.levels[level])
        self.keyboard.press(dialog.file_step.browse)
        self.keyboard.name_file(file)
        for step in (COLUMNS, CONTENT):
            wait(lambda step=step: dialog.step == step and dialog.job is None)
            self.keyboard.enter()
        wait(lambda: dialog.step == LOADED and dialog.job is None)
        return dialog

    def load_and_match(self, files: WorkedExample) -> None:
        """The first dialog is closed; the second one offers to find candidates."""
        self.keyboard.press(self.load(files.national, Level.NATIONAL).close_button)
        self.settle()
        self.load(files.international, Level.INTERNATIONAL)
        self.keyboard.enter()
        self.settle()
        with open_project(str(self.project), "somebody else", read_only=True) as other:
            assert len(other.store.candidates()["national"]) > 0

    def confirm(self, number: str) -> Decision:
        """Search the number, take the first candidate and IDT, Enter; what is on disk then."""
        self.keyboard.do("go.review")
        page = self.window.page
        assert isinstance(page, ReviewPage)
        wait(page.is_ready)
        self.settle()
        self.keyboard.do("edit.search")
        self.keyboard.write(page.queue.search, number)
        self.keyboard.enter()
        assert number in page.pair.designation
        self.keyboard.do("review.candidate1")
        self.keyboard.do("review.idt")
        self.keyboard.enter()
        (decision,) = self.decisions()
        assert number in decision.national
        return decision

    def undo(self) -> None:
        """The decision is gone, the journal has both steps, and the row is the current one again."""
        self.keyboard.do("edit.undo")
        assert self.decisions() == []
        with open_project(str(self.project), "somebody else", read_only=True) as other:
            assert [change.action for change in history(other)] == [Action.UNDO, Action.DECIDE]

    def look_at_indicators(self) -> None:
        """The page counts the decision."""
        self.keyboard.do("go.indicators")
        page = self.window.page
        assert isinstance(page, IndicatorsPage)
        wait(page.has_figures)
        self.settle()
        assert page.shown is not None
        assert page.shown.indicator("conversion_rate").numerator == 1
        assert page.overview.charts["steps"].marks[-1].counts.startswith("1 / ")

    def export(self, target: Path) -> None:
        """The name is typed over the proposed one; Enter writes, Escape closes."""
        self.keyboard.do("report.export")
        (dialog,) = self.window.findChildren(ReportDialog)
        self.keyboard.write(dialog.target, str(target))
        self.keyboard.enter()
        wait(lambda: dialog.step == DONE)
        self.keyboard.key(Qt.Key.Key_Escape)
        wait(lambda: not [one for one in self.window.findChildren(QDialog) if one.isVisible()])

    def decisions(self) -> list[Decision]:
        """Those on disk, as somebody else sees them."""
        with open_project(str(self.project), "somebody else", read_only=True) as other:
            return other.store.decisions()

    def settle(self) -> None:
        """Wait until nothing is being done beside the window."""
        wait(lambda: not self.window.context.is_working)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_report_is_made_from_two_workbooks_without_a_mouse(
    language: str, qtbot: QtBot, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.excepthook", lambda *_: None)
    files = write_worked_example(tmp_path)
    window = open_window(qapp, Preferences(tmp_path / "window.json"), Settings("secretary", language))
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.activateWindow()
    journey = Journey(window, tmp_path / "ours.aligner")

    journey.make_project()
    journey.load_and_match(files)
    decision = journey.confirm("3001")
    assert (decision.verdict, decision.international) == (Verdict.CONFIRMED, "ISO 1001:2017")
    journey.undo()
    assert journey.confirm("3001").key == decision.key
    journey.look_at_indicators()
    journey.export(tmp_path / "report.xlsx")

    report = load_workbook(tmp_path / "report.xlsx", read_only=True)
    texts = {str(cell) for sheet in report for row in sheet.iter_rows(values_only=True) for cell in row}
    assert {decision.national, decision.international} <= texts
    assert all(name.isascii() for name in report.sheetnames) == (language == "en")
    report.close()
    window.close()
