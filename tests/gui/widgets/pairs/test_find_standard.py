from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from aligner.domain.catalogue import Level
from aligner.gui.shell.main_window import MainWindow
from tests.gui.review_scenes import review, session_of


def test_not_in_the_catalogues_is_said_only_when_it_is_true(opened: MainWindow, qtbot: QtBot) -> None:
    session = session_of(opened)
    table = session.standards(Level.INTERNATIONAL)
    supplement = table["designation"][table["is_supplement"].index(True)]
    finder = review(opened, qtbot).pair.finder
    for typed, told in (
        ("ISO 990099", "No standard in the catalogues matches “ISO 990099”."),
        (supplement, f"{supplement} is a supplement; choose the standard that it belongs to."),
    ):
        finder.box.setText(typed)
        qtbot.waitUntil(lambda told=told: finder.nothing.isVisible() and finder.nothing.text() == told)
    qtbot.mouseClick(finder.clear_button, Qt.MouseButton.LeftButton)
    assert finder.box.text() == ""
    assert not finder.nothing.isVisible()
    finder.box.setText("iso9001：2015")
    qtbot.waitUntil(lambda: finder.model.rowCount() > 0)
    assert finder.model.text(0, 0) == "ISO 9001:2015"
