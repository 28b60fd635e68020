"""A window without a screen, with or without a project."""

import gc
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before anything of Qt is imported

import pytest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from aligner.gui.app import open_window
from aligner.gui.shell.main_window import MainWindow
from aligner.gui.surroundings.context import Context
from aligner.gui.surroundings.preferences import Preferences
from aligner.gui.surroundings.theme import LIGHT, apply_theme
from aligner.i18n import translator
from aligner.settings import Settings
from tests.gui.builder import make_project

PATIENCE = 20_000
"""Milliseconds after which something that does not come is a failure."""


@pytest.fixture(autouse=True, scope="module")
def no_garbage_left() -> Iterator[None]:
    """Whatever tests of other rooms do in threads, they find nothing of Qt there."""
    yield
    gc.collect()


@pytest.fixture(autouse=True)
def garbage_of_this_thread() -> Iterator[None]:
    """As in the program (`gui.rubbish`): looked for in the window's own thread only. In the thread of a job it would
    destroy objects of Qt, which crashes or never ends."""
    gc.disable()
    yield
    gc.collect(1)
    gc.enable()


@pytest.fixture(scope="session")
def made_project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project of the builder, made once."""
    return make_project(tmp_path_factory.mktemp("made") / "made.aligner")


@pytest.fixture
def project(made_project: Path, tmp_path: Path) -> Path:
    """A copy of it for one test."""
    return Path(shutil.copy(made_project, tmp_path / "committee.aligner"))


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    """Preferences of a new user."""
    return Preferences(tmp_path / "window.json")


@pytest.fixture
def context(qapp: QApplication, preferences: Preferences) -> Context:
    """A context without a project."""
    apply_theme(qapp, LIGHT)
    return Context(translator("en"), LIGHT, preferences, "secretary")


@pytest.fixture
def window(
    qtbot: QtBot, qapp: QApplication, preferences: Preferences, monkeypatch: pytest.MonkeyPatch
) -> Iterator[MainWindow]:
    """An empty window."""
    monkeypatch.setattr("sys.excepthook", lambda *_: None)  # opening a window replaces it
    apply_theme(qapp, LIGHT)  # a dark window that was there before must not pass for a dark system
    shown = open_window(qapp, preferences, Settings("secretary", "en"))
    qtbot.addWidget(shown)
    with qtbot.waitExposed(shown):
        shown.activateWindow()
    yield shown
    for dialog in shown.findChildren(QDialog):
        dialog.reject()
    shown.close()


@pytest.fixture
def opened(window: MainWindow, project: Path, qtbot: QtBot) -> MainWindow:
    """A window with the project of the builder."""
    window.open_names([str(project)])
    settle(qtbot, window)
    return window


def settle(qtbot: QtBot, window: MainWindow) -> None:
    """Wait until nothing is being done beside the window."""
    qtbot.waitUntil(lambda: not window.context.is_working, timeout=PATIENCE)


def dialog_of(window: MainWindow) -> QDialog:
    """The dialog that stands on the window."""
    return [one for one in window.findChildren(QDialog) if one.isVisible()][-1]
