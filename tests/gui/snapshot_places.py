"""The dialogs of snapshots with something in them."""

from collections.abc import Iterator
from typing import TypeVar

from PySide6.QtWidgets import QDialog, QWidget

from aligner.domain.degree import Degree
from aligner.gui.dialogs.figures.report import ReportDialog
from aligner.gui.dialogs.figures.snapshot_comparison import SnapshotComparisonDialog
from aligner.gui.dialogs.figures.snapshots import SnapshotsDialog
from aligner.gui.dialogs.name import NameDialog
from aligner.gui.shell.main_window import MainWindow
from aligner.usecases.figures.snapshots import snapshots, take_snapshot
from aligner.usecases.project import history
from aligner.usecases.review import decide
from tests.gui.builder import confirmed
from tests.gui.patience import wait

SomeDialog = TypeVar("SomeDialog", bound=QDialog)

NAMES = ("Annual report 2024", "Half-year 2025")


def snapshot_dialogs(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    """The list, the name of a new one, what moved the rate, the report of one."""
    _take_two(window)
    window.run_command("snapshots.list")
    dialog = _open(window, SnapshotsDialog)
    yield "snapshots-list", dialog
    dialog.ask_name()
    name = _open(window, NameDialog)
    yield "snapshots-take", name
    name.reject()
    dialog.ask_to_forget()
    yield "snapshots-forget", dialog
    dialog.compare()
    moved = _open(window, SnapshotComparisonDialog)
    yield "snapshots-compare", moved
    moved.reject()
    dialog.export_report()
    report = _open(window, ReportDialog)
    yield "snapshots-report", report
    report.reject()
    dialog.reject()


def _take_two(window: MainWindow) -> None:
    """Two snapshots with a decision between them, unless they are there."""
    session = window.context.session
    assert session is not None
    if not snapshots(session):
        take_snapshot(session, NAMES[0])
        window.context.do(decide.decide, [confirmed("GB/T 19004-2020", "ISO 9004:2018", Degree.IDT)])
        take_snapshot(session, NAMES[1])
        window.context.do(history.undo)


def _open(window: MainWindow, kind: type[SomeDialog]) -> SomeDialog:
    wait(lambda: not window.context.is_working)
    return [one for one in window.findChildren(kind) if one.isVisible()][-1]
