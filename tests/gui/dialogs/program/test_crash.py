"""What the window says and keeps when things go wrong outside it."""

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from aligner.domain.pairs.decision import Verdict
from aligner.domain.progress import Silent
from aligner.gui.app import open_window
from aligner.gui.pages.review.page import ReviewPage
from aligner.gui.shell.main_window import MainWindow
from aligner.gui.surroundings.preferences import Preferences
from aligner.settings import Settings
from aligner.usecases.candidates.match import match_standards
from aligner.usecases.project.opening import open_project
from aligner.usecases.review import notes
from tests.gui.conftest import PATIENCE, settle

ROOT = Path(__file__).parents[4]


@pytest.fixture
def matched(project: Path) -> Path:
    with open_project(str(project), "secretary") as session:
        match_standards(session, Silent())
    return project


def test_a_killed_window_comes_back_to_its_row_with_every_confirmed_decision(
    matched: Path, tmp_path: Path, qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.excepthook", lambda *_: None)
    kept = tmp_path / "kept.json"
    confirmed, row = review_until_killed(matched, kept)
    with open_project(str(matched), "secretary", read_only=True) as session:
        standing = {one.national for one in session.store.decisions() if one.verdict is Verdict.CONFIRMED}
    assert len(confirmed) == 3
    assert set(confirmed) <= standing
    window = open_window(qapp, Preferences(kept), Settings("secretary", "en"))
    qtbot.addWidget(window)
    window.open_names([str(matched)])
    qtbot.waitUntil(lambda: isinstance(window.page, ReviewPage) and window.page.is_ready(), timeout=PATIENCE)
    settle(qtbot, window)
    assert isinstance(window.page, ReviewPage)
    assert window.page.pair.designation == row
    window.close()


def review_until_killed(project: Path, preferences: Path) -> tuple[list[str], str]:
    """What a window said that it confirmed, and the row on which it was killed."""
    words = [sys.executable, "-m", "tests.gui.reviewing_program", str(project), str(preferences)]
    with subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as program:
        assert program.stdout is not None
        told = []
        for line in program.stdout:
            if line.strip() == ".":
                break
            told.append(line.strip())
        program.kill()
    return told[:-1], told[-1]


def test_a_project_that_may_not_be_changed_says_so_and_can_be_read(
    window: MainWindow, project: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.access", lambda _path, _mode: False)  # a test may run as one who may write everything
    window.open_names([str(project)])
    settle(qtbot, window)
    assert "open for reading" in window.notice.words.text()
    assert not window.commands.action("catalogue.load").isEnabled()
    window.show_page("catalogues")
    settle(qtbot, window)
    assert window.page.table() is not None


def test_a_project_of_a_newer_program_says_so(window: MainWindow, project: Path, qtbot: QtBot) -> None:
    connection = sqlite3.connect(project)
    connection.execute("PRAGMA user_version=999")
    connection.close()
    window.open_names([str(project)])
    qtbot.waitUntil(window.notice.isVisible, timeout=PATIENCE)
    assert "newer version" in window.notice.words.text()
    assert not window.context.has_project


def test_a_full_disk_is_a_sentence_and_changes_nothing(opened: MainWindow, qtbot: QtBot) -> None:
    session = opened.context.session
    assert session is not None
    with session.store._engine.connect() as connection:  # the disk itself cannot be filled
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count={pages}")
    opened.context.do(notes.save_draft, "GB/T 19001-2016", "ISO 9001", "long " * 50_000)
    qtbot.waitUntil(opened.notice.isVisible, timeout=PATIENCE)
    assert "disk is full" in opened.notice.words.text()
    assert session.store.check() == []
