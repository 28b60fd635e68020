"""The window on a project that a committee keeps on a server."""

from pathlib import Path

import pytest
from a_server import SECRET, Server
from catalogue_files import decisions_file, international_catalogue, national_catalogue
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from aligner.api import Project
from aligner.gui.dialogs.program.server import ServerDialog
from aligner.gui.shell.bottom_bar import BottomBar
from aligner.gui.shell.main_window import MainWindow
from aligner.usecases.project.serving import prepare_server

from .conftest import PATIENCE, dialog_of, settle

NUMBERS = ("GB/T 3001-2019", "GB/T 3002-2019", "GB/T 3003-2019")


@pytest.fixture
def served(postgresql: Server, database: str, tmp_path: Path) -> str:
    """The address of a prepared project with catalogues and candidates, for 李 with the password in it."""
    for name in ("李", "zhang"):
        postgresql.role(name)
    prepare_server(postgresql.address(database), secretaries=["李"], reviewers=["zhang"])
    with Project.open(postgresql.address(database, "李")) as project:
        project.load(national_catalogue(tmp_path / "gb.csv", *((one,) for one in NUMBERS)), "national")
        works = international_catalogue(tmp_path / "iso.csv", ("ISO 3001:2017",), ("ISO 3002:2017",))
        project.load(works, "international")
        project.match()
    return postgresql.address(database, "李")


def texts(window: MainWindow) -> str:
    """Everything that the window shows or keeps for the next start."""
    shown = [window.windowTitle(), *(one.toolTip() for one in window.findChildren(QWidget))]
    shown += [one.text() for one in window.findChildren(QLabel)]
    shown += [one.text() for one in window.findChildren(QLineEdit)]
    shown += [*window.context.preferences.recent_projects(), window.context.address]
    return "\n".join(shown)


def opened(window: MainWindow, qtbot: QtBot, address: str, password: str = "") -> None:
    """Open the project by the dialog."""
    window.run_command("project.server")
    dialog = dialog_of(window)
    assert isinstance(dialog, ServerDialog)
    dialog.address.setText(address)
    dialog.password.setText(password)
    dialog.keep.setChecked(False)
    dialog.open_button.click()
    qtbot.waitUntil(lambda: window.context.has_project, timeout=PATIENCE)
    settle(qtbot, window)


def test_the_password_is_shown_nowhere(window: MainWindow, qtbot: QtBot, served: str, postgresql: Server) -> None:
    opened(window, qtbot, served)
    assert window.context.address.startswith("postgresql://")
    assert SECRET not in texts(window)
    assert "Ke1n" not in texts(window)
    postgresql.stop()
    window.run_command("project.check")
    qtbot.waitUntil(lambda: "cannot be reached" in window.notice.words.text(), timeout=PATIENCE)
    assert "Ke1n" not in texts(window)


def test_one_signs_with_the_role_and_no_other_name(window: MainWindow, qtbot: QtBot, served: str) -> None:
    opened(window, qtbot, served)
    assert window.context.reviewer == "李"
    window.run_command("view.reviewer")
    assert "李" in window.notice.words.text()


def test_an_address_that_is_none_keeps_the_dialog_open(window: MainWindow) -> None:
    window.run_command("project.server")
    dialog = dialog_of(window)
    assert isinstance(dialog, ServerDialog)
    dialog.address.setText("C:/project.aligner")
    dialog.open_button.click()
    assert dialog.isVisible()
    assert "postgresql://" in dialog.hint.text()


def test_steps_of_others_and_their_rows_appear_by_themselves(
    window: MainWindow, qtbot: QtBot, served: str, postgresql: Server, tmp_path: Path
) -> None:
    opened(window, qtbot, served)
    window.show_page("review")
    settle(qtbot, window)
    address = postgresql.address(served.rpartition("/")[2], "zhang")
    form = decisions_file(tmp_path / "form.csv", ("GB/T 3002-2019", "ISO 3002:2017", "", "IDT"))
    with Project.open(address) as other:
        watch = other._session.watch
        watch.stand_at("GB/T 3003-2019")
        watch.wait(0.3)
        bar = window.findChildren(BottomBar)[0]
        qtbot.waitUntil(lambda: bar.others.text() == "Also here: zhang (GB/T 3003-2019)", timeout=PATIENCE)
        assert ("李", window.page.pair.designation) in watch.others()
        with qtbot.waitSignal(window.context.changed, timeout=PATIENCE):
            other.decide(form)
        watch.close()
    assert [one.reviewer for one in window.context.session.decisions_by_key().values()] == ["zhang"]
    qtbot.waitUntil(lambda: bar.others.text() == "", timeout=PATIENCE)


def test_a_lost_server_is_told_at_once_and_found_again(
    window: MainWindow, qtbot: QtBot, served: str, postgresql: Server
) -> None:
    opened(window, qtbot, served)
    window.show_page("review")
    settle(qtbot, window)
    note = window.page.pair.panel.note
    note.setText("half a thought")
    postgresql.stop()
    qtbot.waitUntil(lambda: "cannot be reached" in window.notice.words.text(), timeout=PATIENCE)
    assert note.text() == "half a thought"
    postgresql.start()
    qtbot.waitUntil(lambda: window.notice.words.text() == "The server answers again.", timeout=PATIENCE)
    assert note.text() == "half a thought"
