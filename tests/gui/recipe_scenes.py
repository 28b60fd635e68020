"""What a user does about the way candidates are found."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from aligner.gui.dialogs.candidates.recipe import RecipeDialog
from aligner.gui.shell.main_window import MainWindow
from tests.gui.conftest import PATIENCE, dialog_of, settle


def recipe_dialog(window: MainWindow) -> RecipeDialog:
    """The dialog, opened by its command."""
    window.run_command("catalogue.recipe")
    dialog = dialog_of(window)
    assert isinstance(dialog, RecipeDialog)
    return dialog


def recipe(window: MainWindow, qtbot: QtBot) -> None:
    dialog = recipe_dialog(window)
    dialog.form.weight_fields["ICS"].setValue(12.5)
    qtbot.mouseClick(dialog.use_button, Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    qtbot.waitUntil(window.notice.isVisible, timeout=PATIENCE)
    session = window.context.session
    assert session is not None
    run = session.store.matching_run()
    assert run is not None
    assert run.recipe["weights"]["ICS"] == 12.5


RECIPE_SCENES: dict[str, Callable[[MainWindow, QtBot], None]] = {"catalogue.recipe": recipe}
