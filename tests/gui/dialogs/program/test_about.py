"""About: which program this is, and under which terms its parts are used."""

from pytestqt.qtbot import QtBot

from aligner.gui.dialogs.program.about import AboutDialog
from aligner.gui.surroundings.context import Context


def test_the_licence_of_qt_and_how_to_replace_it_can_be_read(context: Context, qtbot: QtBot) -> None:
    dialog = AboutDialog(context, None)
    qtbot.addWidget(dialog)
    text = dialog.licences.toPlainText()
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in text
    assert "15. Disclaimer of Warranty" in text
    assert "folder PySide6" in text
