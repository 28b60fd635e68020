"""A scene for each command that takes files in, hands rows out, keeps copies, or removes a catalogue."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from pack_files import fill_in
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from aligner.domain.degree import Degree
from aligner.domain.pairs.decision import Verdict
from aligner.gui.dialogs.catalogues.removed import RemovedCataloguesDialog
from aligner.gui.dialogs.figures.export import ExportDialog
from aligner.gui.dialogs.program.backups import BackupsDialog
from aligner.gui.dialogs.program.server import ServerDialog
from aligner.gui.dialogs.review.hand_in import HandInDialog
from aligner.gui.dialogs.review.merge import MergeDialog
from aligner.gui.dialogs.review.packs import PackDialog, UnpackDialog
from aligner.gui.pages.catalogues.page import CataloguesPage
from aligner.gui.shell.main_window import MainWindow
from aligner.usecases.project.opening import open_project
from aligner.usecases.review.decide import Opinion, decide_pair
from tests.gui.conftest import PATIENCE, settle
from tests.gui.review_scenes import session_of

DECISIONS = """national,international,verdict,degree,note
GB/T 19004-2020,ISO 9004:2018,confirmed,IDT,
GB/T 19001-2016,ISO 9001:2015,confirmed,MOD,
GB/T 99,ISO 9,confirmed,IDT,
"""
APPLICABILITY = "international,applicable,reason,note\nISO 9004,N,,not used here\n"
COMPARISONS = (
    "national,international,indicator,national_value,international_value\n"
    "GB/T 19001-2016,ISO 9001:2015,Noise,≤ 45 dB,≤ 50 dB\n"
)


def dialog_on_top(kind: type) -> object:
    for one in QApplication.topLevelWidgets():
        if isinstance(one, QFileDialog) and one.isVisible():
            one.reject()
    return next(one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible())


def hand_in(window: MainWindow, qtbot: QtBot, command: str, text: str) -> HandInDialog:
    """The dialog with this file looked at."""
    file = Path(session_of(window).address).with_name("ours.csv")
    file.write_text(text, encoding="utf-8")
    window.run_command(command)
    dialog = dialog_on_top(HandInDialog)
    assert isinstance(dialog, HandInDialog)
    dialog.look_at(file)
    qtbot.waitUntil(lambda: dialog.found is not None, timeout=PATIENCE)
    return dialog


def record(window: MainWindow, qtbot: QtBot, dialog: HandInDialog) -> str:
    told: list[str] = []
    dialog.taken.connect(told.append)
    dialog.act_button.click()
    qtbot.waitUntil(lambda: bool(told), timeout=PATIENCE)
    settle(qtbot, window)
    return told[0]


def import_decisions(window: MainWindow, qtbot: QtBot) -> None:
    session = session_of(window)
    session.reviewer = "chair"  # the decisions of the project are the secretary's
    window.context.set_reviewer("chair")
    before = session.store.decisions()
    dialog = hand_in(window, qtbot, "import.decisions", DECISIONS)
    assert session.store.decisions() == before  # looking records nothing
    assert dialog.counts.text() == ("1 row would be recorded, 1 contradicts another reviewer, 1 row was left out")
    dialog.choice.setCurrentIndex(dialog.choice.findData("replace"))
    qtbot.waitUntil(lambda: dialog.found is not None, timeout=PATIENCE)
    assert dialog.counts.text() == "2 rows would be recorded, 1 row was left out"
    assert record(window, qtbot, dialog) == "2 rows were recorded, 1 row was left out"
    now = {one.national: one for one in session.store.decisions()}
    assert now["GB/T 19004-2020"].verdict is Verdict.CONFIRMED
    assert str(now["GB/T 19001-2016"].degree) == "MOD"
    window.run_command("edit.undo")
    settle(qtbot, window)
    assert session.store.decisions() == before
    keep_both(window, qtbot)


def keep_both(window: MainWindow, qtbot: QtBot) -> None:
    """The third choice: what contradicts another reviewer becomes a second opinion; one undo takes all of it back."""
    session = session_of(window)
    before = session.store.decisions()
    dialog = hand_in(window, qtbot, "import.decisions", DECISIONS)
    dialog.choice.setCurrentIndex(dialog.choice.findData("second"))
    qtbot.waitUntil(lambda: dialog.found is not None, timeout=PATIENCE)
    assert session.store.second_opinions() == []
    record(window, qtbot, dialog)
    assert [(one.national, one.reviewer) for one in session.store.second_opinions()] == [("GB/T 19001-2016", "chair")]
    now = {one.national: one for one in session.store.decisions()}
    assert (str(now["GB/T 19001-2016"].degree), now["GB/T 19001-2016"].reviewer) == ("IDT", "secretary")
    assert now["GB/T 19004-2020"].reviewer == "chair"
    window.run_command("edit.undo")
    settle(qtbot, window)
    assert (session.store.decisions(), session.store.second_opinions()) == (before, [])


def import_applicability(window: MainWindow, qtbot: QtBot) -> None:
    dialog = hand_in(window, qtbot, "import.applicability", APPLICABILITY)
    assert session_of(window).store.applicability() == []
    record(window, qtbot, dialog)
    assert [one.work for one in session_of(window).store.applicability()] == ["ISO 9004"]


def import_comparisons(window: MainWindow, qtbot: QtBot) -> None:
    dialog = hand_in(window, qtbot, "import.comparisons", COMPARISONS)
    assert session_of(window).store.comparisons() == []
    record(window, qtbot, dialog)
    assert len(session_of(window).store.comparisons()) == 1


def export_rows(window: MainWindow, qtbot: QtBot) -> None:
    folder = Path(session_of(window).address).parent
    for what, form, name in (
        ("decisions", "csv", "decisions.csv"),
        ("queue", "xlsx", "queue.xlsx"),
        ("pairs", "sssom", "pairs.tsv"),
    ):
        window.run_command("export.rows")
        dialog = dialog_on_top(ExportDialog)
        assert isinstance(dialog, ExportDialog)
        dialog.what.setCurrentIndex(dialog.what.findData(what))
        dialog.form.setCurrentIndex(dialog.form.findData(form))
        with qtbot.waitSignal(dialog.exported, timeout=PATIENCE):
            dialog.export_to(folder / name)
        assert (folder / name).stat().st_size > 0
        settle(qtbot, window)


def catalogues(window: MainWindow, qtbot: QtBot) -> CataloguesPage:
    window.show_page("catalogues")
    settle(qtbot, window)
    page = window.page
    assert isinstance(page, CataloguesPage)
    return page


def remove(window: MainWindow, qtbot: QtBot) -> None:
    page = catalogues(window, qtbot)
    before = session_of(window).store.catalogues()
    decisions = session_of(window).store.decisions()
    page.list_view.go_to(0)
    window.run_command("catalogue.remove")
    settle(qtbot, window)
    assert session_of(window).store.catalogues() == before[1:]
    assert session_of(window).store.decisions() == decisions
    assert "was removed" in window.notice.words.text()
    window.notice.button.click()
    settle(qtbot, window)
    assert session_of(window).store.catalogues() == before


def removed(window: MainWindow, qtbot: QtBot) -> None:
    page = catalogues(window, qtbot)
    before = session_of(window).store.catalogues()
    page.list_view.go_to(0)
    window.run_command("catalogue.remove")
    settle(qtbot, window)
    window.run_command("catalogue.removed")
    dialog = dialog_on_top(RemovedCataloguesDialog)
    assert isinstance(dialog, RemovedCataloguesDialog)
    assert dialog.model.rowCount() == 1
    dialog.put_back_button.click()
    settle(qtbot, window)
    assert dialog.model.rowCount() == 0
    assert session_of(window).store.catalogues() == before
    dialog.accept()


def list_backups(window: MainWindow, qtbot: QtBot) -> None:
    folder = Path(session_of(window).address).parent
    window.run_command("project.backups")
    dialog = dialog_on_top(BackupsDialog)
    assert isinstance(dialog, BackupsDialog)
    assert dialog.model.rowCount() == 1  # made when the project was opened
    assert not dialog.restore_button.isEnabled()  # nothing is damaged
    dialog.save_to(folder / "copy.aligner")
    qtbot.waitUntil(lambda: "copy.aligner" in dialog.notice.words.text(), timeout=PATIENCE)
    with open_project(str(folder / "copy.aligner"), "chair") as copy:
        assert copy.store.decisions() == session_of(window).store.decisions()
    dialog.accept()
    settle(qtbot, window)
    restore(window, qtbot)


def damage(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("UPDATE change SET reviewer = 'nobody' WHERE id = 2")


def restore(window: MainWindow, qtbot: QtBot) -> None:
    address, decisions = session_of(window).address, session_of(window).store.decisions()
    window.run_command("project.close")
    settle(qtbot, window)
    damage(Path(address))
    window.open_names([address])
    settle(qtbot, window)
    assert session_of(window).is_read_only
    window.run_command("project.backups")
    dialog = dialog_on_top(BackupsDialog)
    assert isinstance(dialog, BackupsDialog)
    dialog.restore_button.click()
    dialog.notice.button.click()
    qtbot.waitUntil(lambda: window.context.has_project and window.context.can_write, timeout=PATIENCE)
    settle(qtbot, window)
    assert session_of(window).store.decisions() == decisions
    assert "Restored the backup" in window.notice.words.text()


def restore_a_file(window: MainWindow, qtbot: QtBot) -> None:
    address = session_of(window).address
    window.run_command("project.close")
    settle(qtbot, window)
    Path(address).write_bytes(b"no longer a project" * 100)
    window.run_command("project.restore")
    chooser = next(one for one in window.findChildren(QFileDialog) if one.isVisible())
    chooser.fileSelected.emit(address)
    chooser.close()
    qtbot.waitUntil(lambda: window.context.has_project, timeout=PATIENCE)
    settle(qtbot, window)
    assert window.context.can_write
    assert "The damaged file is kept" in window.notice.words.text()


def merge(window: MainWindow, qtbot: QtBot) -> None:
    session = session_of(window)
    copy = Path(session.address).with_name("wang.aligner")
    shutil.copy2(session.address, copy)
    with open_project(str(copy), "Wang") as theirs:
        decide_pair(theirs, Opinion("GB/T 19004-2020", "ISO 9004:2018", Verdict.CONFIRMED, Degree.MOD))
    before = session.store.decisions()
    window.run_command("project.merge")
    dialog = dialog_on_top(MergeDialog)
    assert isinstance(dialog, MergeDialog)
    dialog.look_at(str(copy))
    qtbot.waitUntil(lambda: dialog.found is not None, timeout=PATIENCE)
    assert dialog.counts.text() == "1 new step (Wang 1), 1 change here, 0 differences to settle"
    assert session.store.decisions() == before  # looking writes nothing
    told: list[str] = []
    dialog.taken.connect(told.append)
    dialog.act_button.click()
    qtbot.waitUntil(lambda: bool(told), timeout=PATIENCE)
    settle(qtbot, window)
    assert "Wang" in {one.reviewer for one in session.store.decisions()}
    window.run_command("go.history")
    settle(qtbot, window)
    window.run_command("edit.undo")
    settle(qtbot, window)
    assert session.store.decisions() == before


def open_from_a_server(window: MainWindow, qtbot: QtBot) -> None:
    address = session_of(window).address
    window.run_command("project.server")
    dialog = dialog_on_top(ServerDialog)
    assert isinstance(dialog, ServerDialog)
    dialog.address.setText("postgresql://li@127.0.0.1:1/nothing")
    dialog.open_button.click()
    qtbot.waitUntil(lambda: "cannot be reached" in window.notice.words.text(), timeout=PATIENCE)
    settle(qtbot, window)
    assert session_of(window).address == address


def write_pack(window: MainWindow, qtbot: QtBot) -> Path:
    target = Path(session_of(window).address).with_name("li.xlsx")
    window.run_command("pack.write")
    dialog = dialog_on_top(PackDialog)
    assert isinstance(dialog, PackDialog)
    assert not dialog.act_button.isEnabled()
    dialog.reviewer.setText("Li")
    told: list[str] = []
    dialog.packed.connect(told.append)
    dialog.write_to(target)
    qtbot.waitUntil(lambda: bool(told), timeout=PATIENCE)
    settle(qtbot, window)
    assert "for Li" in told[0]
    return target


def read_pack(window: MainWindow, qtbot: QtBot) -> None:
    pack = write_pack(window, qtbot)
    fill_in(pack, "GB/T 19004-2020", international="ISO 9004:2018", degree="MOD")
    session = session_of(window)
    before = session.store.decisions()
    window.run_command("pack.read")
    dialog = dialog_on_top(UnpackDialog)
    assert isinstance(dialog, UnpackDialog)
    dialog.look_at(pack)
    qtbot.waitUntil(lambda: dialog.found is not None, timeout=PATIENCE)
    assert dialog.counts.text().startswith("Li: ")
    assert session.store.decisions() == before  # looking records nothing
    told: list[str] = []
    dialog.taken.connect(told.append)
    dialog.act_button.click()
    qtbot.waitUntil(lambda: bool(told), timeout=PATIENCE)
    settle(qtbot, window)
    everybody = (*session.store.decisions(), *session.store.second_opinions())
    assert "Li" in {one.reviewer for one in everybody}


EXCHANGE_SCENES: dict[str, Callable[[MainWindow, QtBot], object]] = {
    "project.backups": list_backups,
    "project.restore": restore_a_file,
    "project.merge": merge,
    "project.server": open_from_a_server,
    "pack.write": write_pack,
    "pack.read": read_pack,
    "import.decisions": import_decisions,
    "import.applicability": import_applicability,
    "import.comparisons": import_comparisons,
    "export.rows": export_rows,
    "catalogue.remove": remove,
    "catalogue.removed": removed,
}
