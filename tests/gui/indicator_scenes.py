"""The Indicators page with its figures, and a scene for each of its commands."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from aligner.gui.dialogs.figures.presentation import Presentation
from aligner.gui.dialogs.figures.profiles import ProfilesDialog
from aligner.gui.dialogs.figures.report import ReportDialog
from aligner.gui.dialogs.figures.snapshots import SnapshotsDialog
from aligner.gui.dialogs.name import NameDialog
from aligner.gui.pages.indicators.page import IndicatorsPage
from aligner.gui.shell.main_window import MainWindow
from aligner.usecases.figures.scenario import scenarios
from aligner.usecases.figures.snapshots import snapshots
from aligner.usecases.samples.project import SAMPLE_DAY
from tests.gui.conftest import PATIENCE, dialog_of, settle
from tests.gui.review_scenes import session_of

OVERVIEW, FIGURES, GROUPS, WHY, PLAN, TREND = range(6)


def indicators(window: MainWindow, qtbot: QtBot, tab: int = FIGURES, at: date = SAMPLE_DAY) -> IndicatorsPage:
    """The page with the figures of this day, one of its tabs open."""
    window.show_page("indicators")
    page = window.page
    assert isinstance(page, IndicatorsPage)
    settle(qtbot, window)
    page.choose_day(at)
    page.tabs.setCurrentIndex(tab)
    settle(qtbot, window)
    assert page.has_figures()
    return page


def chosen_file(window: MainWindow, name: str) -> Path:
    """Answer the file dialog with a file in the folder of the project."""
    dialog = next(one for one in window.findChildren(QFileDialog) if one.isVisible())
    path = Path(window.context.address).with_name(name)
    dialog.fileSelected.emit(str(path))
    dialog.close()
    return path


def export_report(window: MainWindow, qtbot: QtBot) -> None:
    indicators(window, qtbot)
    window.run_command("report.export")
    dialog = dialog_of(window)
    assert isinstance(dialog, ReportDialog)
    dialog.target.setText(str(Path(window.context.address).with_name("report")))
    qtbot.keyClick(dialog.target, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert dialog.target_path().stat().st_size > 10_000
    dialog.accept()


def save_pdf(window: MainWindow, qtbot: QtBot) -> None:
    indicators(window, qtbot)
    window.run_command("indicators.pdf")
    path = chosen_file(window, "page.pdf")
    qtbot.waitUntil(lambda: str(path) in window.notice.words.text(), timeout=PATIENCE)
    assert path.read_bytes().startswith(b"%PDF")


def print_page(window: MainWindow, qtbot: QtBot) -> None:
    indicators(window, qtbot)
    window.run_command("indicators.print")
    (dialog,) = window.findChildren(QPrintDialog)
    assert dialog.isVisible()
    dialog.reject()


def present(window: MainWindow, qtbot: QtBot) -> None:
    page = indicators(window, qtbot)
    window.run_command("indicators.present")
    settle(qtbot, window)
    dialog = dialog_of(window)
    assert isinstance(dialog, Presentation)
    assert dialog.card.figure.text() == page.card.figure.text()
    assert dialog.cards["ics"].view.accessibleName() == page.overview.charts["ics"].title
    first = dialog.place.text()
    for key, is_other in ((Qt.Key.Key_PageDown, True), (Qt.Key.Key_PageUp, False)):
        qtbot.keyClick(dialog, key)
        assert (dialog.place.text() != first) is is_other
    qtbot.keyClick(dialog, Qt.Key.Key_F11)
    assert not dialog.isVisible()


def profiles(window: MainWindow, qtbot: QtBot) -> None:
    page = indicators(window, qtbot)
    window.run_command("indicators.profiles")
    dialog = dialog_of(window)
    assert isinstance(dialog, ProfilesDialog)
    dialog.list.setCurrentRow(3)
    qtbot.mouseClick(dialog.use_button, Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    assert page.profile == "all-deliverables"
    assert page.shown is not None
    assert page.shown.measured.profile.name == "all-deliverables"


def tick_enough(window: MainWindow, qtbot: QtBot) -> None:
    page = indicators(window, qtbot, PLAN)
    with qtbot.waitSignal(page.plan.simulated, timeout=PATIENCE):
        window.run_command("plan.enough")
    assert page.plan.remark.text().startswith("The target is reached.")


def clear_ticks(window: MainWindow, qtbot: QtBot) -> None:
    page = indicators(window, qtbot, PLAN)
    page.plan.tick_enough()
    window.run_command("plan.clear")
    assert not page.plan.has_ticks()


def save_scenario(window: MainWindow, qtbot: QtBot) -> None:
    page = indicators(window, qtbot, PLAN)
    page.plan.tick_enough()
    ticked = page.plan.ticked_keys()
    window.run_command("plan.save")
    dialog = dialog_of(window)
    assert isinstance(dialog, NameDialog)
    qtbot.keyClicks(dialog.name, "Enough")
    qtbot.keyClick(dialog.name, Qt.Key.Key_Return)
    (kept,) = scenarios(session_of(window))
    assert (kept.name, kept.works) == ("Enough", ticked)
    assert page.plan.saved.currentText() == "Enough"


def forget_scenario(window: MainWindow, qtbot: QtBot) -> None:
    save_scenario(window, qtbot)
    window.run_command("plan.forget")
    assert scenarios(session_of(window)) == []


def export_plan(window: MainWindow, qtbot: QtBot) -> None:
    page = indicators(window, qtbot, PLAN)
    page.plan.tick_enough()
    window.run_command("plan.export")
    path = chosen_file(window, "plan.csv")
    qtbot.waitUntil(path.is_file, timeout=PATIENCE)
    assert len(path.read_text("utf-8-sig").splitlines()) == len(page.plan.ticked()) + 1


def take_snapshot(window: MainWindow, qtbot: QtBot) -> None:
    indicators(window, qtbot)
    window.run_command("snapshots.take")
    name = next(one for one in window.findChildren(NameDialog) if one.isVisible())
    assert name.name.text() == SAMPLE_DAY.isoformat()
    qtbot.keyClick(name.name, Qt.Key.Key_Return)
    settle(qtbot, window)
    (kept,) = snapshots(session_of(window))
    assert (kept.name, kept.as_of) == (SAMPLE_DAY.isoformat(), SAMPLE_DAY.isoformat())


def list_snapshots(window: MainWindow, qtbot: QtBot) -> None:
    indicators(window, qtbot)
    window.run_command("snapshots.list")
    dialog = dialog_of(window)
    assert isinstance(dialog, SnapshotsDialog)
    assert dialog.take_button.isEnabled()
    assert not dialog.report_button.isEnabled()
    dialog.accept()


INDICATOR_SCENES: dict[str, Callable[[MainWindow, QtBot], None]] = {
    "report.export": export_report,
    "indicators.pdf": save_pdf,
    "indicators.print": print_page,
    "indicators.present": present,
    "indicators.profiles": profiles,
    "snapshots.take": take_snapshot,
    "snapshots.list": list_snapshots,
    "plan.enough": tick_enough,
    "plan.clear": clear_ticks,
    "plan.save": save_scenario,
    "plan.forget": forget_scenario,
    "plan.export": export_plan,
}
