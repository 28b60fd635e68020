"""A damaged project opens its dialog by itself; from there the newest sound backup is one click away."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from aligner.gui.dialogs.program.damage import DamageDialog
from aligner.gui.shell.main_window import MainWindow
from aligner.usecases.project.opening import open_project
from tests.gui.conftest import settle


@pytest.fixture
def damaged(project: Path) -> Path:
    """A project with a sound backup, to be damaged."""
    with open_project(str(project), "secretary"):
        pass
    return project


def alter(project: Path, statement: str) -> None:
    """Change the file as an intruder would."""
    with closing(sqlite3.connect(project)) as connection, connection:
        connection.execute(statement)


def shown_dialog(window: MainWindow, project: Path, qtbot: QtBot) -> DamageDialog:
    """The dialog after this project was opened."""
    window.open_names([str(project)])
    qtbot.waitUntil(lambda: window.findChild(DamageDialog) is not None, timeout=20_000)
    settle(qtbot, window)
    dialog = window.findChild(DamageDialog)
    assert dialog is not None
    return dialog


def words(dialog: DamageDialog) -> str:
    return "\n".join(one.text() for one in dialog.findChildren(QLabel))


def test_a_damaged_project_says_what_is_damaged_and_what_can_be_used(
    window: MainWindow, damaged: Path, qtbot: QtBot
) -> None:
    alter(damaged, "DELETE FROM snapshot WHERE id = (SELECT min(id) FROM snapshot)")
    alter(damaged, "UPDATE change SET reviewer = 'somebody' WHERE id = 1")
    dialog = shown_dialog(window, damaged, qtbot)
    damage, usable = words(dialog).split("What can still be used")
    assert "Change 1 of the journal was altered" in damage
    usable, refused = usable.split("What cannot be used")
    assert "National standards" in usable
    assert "History" in refused
    assert damaged.name in dialog.way.text()
    assert "Change 1 of the journal was altered" in window.notice.words.text()
    dialog.read_button.click()
    settle(qtbot, window)
    assert window.context.session is not None
    assert window.context.session.is_read_only
    window.notice.button.click()
    qtbot.waitUntil(lambda: window.findChild(DamageDialog) is not None, timeout=20_000)


def test_the_newest_sound_backup_is_restored_from_the_dialog(window: MainWindow, damaged: Path, qtbot: QtBot) -> None:
    alter(damaged, "INSERT INTO setting VALUES ('planted', '1')")
    shown_dialog(window, damaged, qtbot).restore_button.click()
    qtbot.waitUntil(lambda: "Restored the backup" in window.notice.words.text(), timeout=20_000)
    settle(qtbot, window)
    assert window.context.session is not None
    assert not window.context.session.is_read_only
    assert window.context.session.store.check() == []
    assert window.findChild(DamageDialog) is None


def test_a_project_without_its_decisions_is_not_shown_and_can_be_restored(
    window: MainWindow, damaged: Path, qtbot: QtBot
) -> None:
    alter(damaged, "UPDATE standing SET body = replace(body, 'IDT', 'MOD')")
    dialog = shown_dialog(window, damaged, qtbot)
    assert "Decisions were altered outside this program." in words(dialog)
    assert window.context.session is None
    dialog.restore_button.click()
    qtbot.waitUntil(lambda: "Restored the backup" in window.notice.words.text(), timeout=20_000)
    settle(qtbot, window)


def test_a_project_that_cannot_be_opened_at_all_is_restored_from_the_line_that_says_so(
    window: MainWindow, damaged: Path, qtbot: QtBot
) -> None:
    content = damaged.read_bytes()
    damaged.write_bytes(content[:100] + b"\xff" * 3996 + content[4096:])
    window.open_names([str(damaged)])
    qtbot.waitUntil(lambda: "is damaged" in window.notice.words.text(), timeout=20_000)
    settle(qtbot, window)
    window.notice.button.click()
    qtbot.waitUntil(lambda: "Restored the backup" in window.notice.words.text(), timeout=20_000)
    settle(qtbot, window)


def test_a_sound_project_opens_no_such_dialog(window: MainWindow, project: Path, qtbot: QtBot) -> None:
    window.open_names([str(project)])
    settle(qtbot, window)
    assert window.findChild(DamageDialog) is None
