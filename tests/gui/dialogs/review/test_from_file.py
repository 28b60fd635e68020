"""A dialog that takes something in from a file says in itself why the file cannot be read, and goes on with another."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from aligner.gui.dialogs.review import hand_in
from aligner.gui.dialogs.review.from_file import FromFileDialog
from aligner.gui.dialogs.review.merge import MergeDialog
from aligner.gui.dialogs.review.packs import PackDialog, UnpackDialog
from aligner.gui.shell.main_window import MainWindow

from ...conftest import PATIENCE

DIALOGS: dict[str, Callable[[MainWindow], FromFileDialog[Any]]] = {
    "decisions": lambda window: hand_in.HandInDialog(window.context, window, hand_in.DECISIONS),
    "applicability": lambda window: hand_in.HandInDialog(window.context, window, hand_in.APPLICABILITY),
    "indicators": lambda window: hand_in.HandInDialog(window.context, window, hand_in.COMPARISONS),
    "merge": lambda window: MergeDialog(window.context, window),
    "pack": lambda window: UnpackDialog(window.context, window),
}


def look_at(dialog: FromFileDialog[Any], file: Path, qtbot: QtBot) -> None:
    dialog.look_at(str(file) if isinstance(dialog, MergeDialog) else file)  # type: ignore[attr-defined]
    assert dialog.counts.text() == "Reading the file …"
    qtbot.waitUntil(lambda: dialog.counts.text() != "Reading the file …", timeout=PATIENCE)


@pytest.mark.parametrize("name", DIALOGS)
def test_what_cannot_be_read_is_said_in_the_dialog(opened: MainWindow, qtbot: QtBot, tmp_path: Path, name: str) -> None:
    dialog = DIALOGS[name](opened)
    dialog.open()
    broken = tmp_path / ("broken.aligner" if name == "merge" else "broken.xlsx")
    broken.write_bytes(b"PK\x03\x04 no workbook and no project")
    look_at(dialog, broken, qtbot)
    assert dialog.notice.isVisibleTo(dialog)
    assert broken.name in dialog.notice.words.text()
    assert (dialog.found, dialog.counts.text(), dialog.act_button.isEnabled()) == (None, "", False)


def test_another_file_takes_the_place_of_one_that_could_not_be_read(
    opened: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = DIALOGS["decisions"](opened)
    dialog.open()
    look_at(dialog, tmp_path / "missing.csv", qtbot)
    assert dialog.notice.isVisibleTo(dialog)
    good = tmp_path / "good.csv"
    good.write_text("national,international,degree\nGB/T 19001-2016,ISO 9001:2015,MOD\n", encoding="utf-8")
    look_at(dialog, good, qtbot)
    assert not dialog.notice.isVisibleTo(dialog)
    assert dialog.found is not None


def test_what_is_being_done_and_why_it_failed_is_said_where_it_was_asked_for(
    opened: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = PackDialog(opened.context, opened)
    dialog.open()
    dialog.reviewer.setText("Li")
    dialog.write_to(tmp_path / "no such folder" / "li.xlsx")
    assert (dialog.notice.words.text(), dialog.act_button.isEnabled()) == ("Writing the review pack …", False)
    qtbot.waitUntil(dialog.act_button.isEnabled, timeout=PATIENCE)
    assert "li.xlsx" in dialog.notice.words.text()
    opened.context.close_project()
    dialog.write_to(tmp_path / "li.xlsx")
    assert dialog.notice.words.text() == "No project is open."
