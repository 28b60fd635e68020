"""The way of a new user: from an empty window to the first confirmed pair, always by what the window offers next."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog
from pytestqt.qtbot import QtBot
from worked_example_files import write_worked_example

from aligner.domain.pairs.decision import Verdict
from aligner.gui.app import open_window
from aligner.gui.dialogs.catalogues.load import COLUMNS, CONTENT, LOADED, LoadCatalogueDialog
from aligner.gui.dialogs.files import FOLDER
from aligner.gui.pages.review.page import ReviewPage
from aligner.gui.shell.main_window import MainWindow
from aligner.gui.surroundings.preferences import Preferences
from aligner.i18n import LANGUAGES
from aligner.settings import Settings
from aligner.usecases.project.opening import open_project
from tests.gui.hands import Keyboard, bring_up
from tests.gui.patience import wait

MOST = 15
"""Actions (a name typed, a button pressed) that a new user needs at the most."""


class NewUser:
    """Presses what has the keyboard and types names of files; knows only the keys that are written on buttons."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window
        self.keyboard = Keyboard(window)
        self.actions: list[str] = []

    def press(self) -> None:
        """Press the button that the window gives the keyboard to."""
        bring_up(self.window)
        button = QApplication.focusWidget()
        assert isinstance(button, QAbstractButton), button
        self.actions.append(f"press “{button.accessibleName() or button.text()}”")
        self.keyboard.key(Qt.Key.Key_Space)
        self.settle()

    def name(self, file: Path) -> None:
        """Type the name of a file, and Enter."""
        assert isinstance(QApplication.activeModalWidget(), QFileDialog)
        self.actions += [f"type the name of {file.name}", "Enter"]
        self.keyboard.name_file(file)
        self.settle()

    def enter(self, what: str) -> None:
        """Enter, in a dialog or on a suggestion."""
        self.actions.append(f"Enter: {what}")
        self.keyboard.enter()
        self.settle()

    def degree(self, key: str) -> None:
        """The letter on the button of a degree."""
        self.actions.append(key)
        self.keyboard.type(key)

    def load(self, file: Path) -> None:
        """Name the file, look at its columns and at what it holds, load it."""
        self.name(file)
        dialog = next(one for one in self.window.findChildren(LoadCatalogueDialog) if one.isVisible())
        for step in (COLUMNS, CONTENT):
            wait(lambda step=step: dialog.step == step and dialog.job is None)
            self.enter(dialog.next_button.text())
        wait(lambda: dialog.step == LOADED and dialog.job is None)

    def settle(self) -> None:
        """Wait until nothing is being done beside the window."""
        wait(lambda: not self.window.context.is_working)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_new_user_confirms_a_first_pair_by_what_is_offered(
    language: str, qtbot: QtBot, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.excepthook", lambda *_: None)
    files = write_worked_example(tmp_path)
    preferences = Preferences(tmp_path / "window.json")
    preferences.set(FOLDER, str(tmp_path))
    window = open_window(qapp, preferences, Settings("secretary", language))
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.activateWindow()
    user = NewUser(window)

    user.press()
    user.enter("take the proposed name of the project")
    made = Path(window.context.address)
    assert made.parent == tmp_path
    user.press()
    user.load(files.national)
    user.press()
    user.load(files.international)
    user.press()
    page = window.page
    assert isinstance(page, ReviewPage)
    wait(page.is_ready)
    user.degree("i")
    user.enter("confirm")

    with open_project(str(made), "somebody else", read_only=True) as other:
        (decision,) = other.store.decisions()
    assert decision.verdict is Verdict.CONFIRMED
    assert len(user.actions) <= MOST, "\n".join(user.actions)
    window.close()
