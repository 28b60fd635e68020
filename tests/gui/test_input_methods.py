"""Chinese is typed through an input method: letters first, from which characters are chosen."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from aligner.gui.dialogs.program.palette import ID_ROLE, CommandPalette
from aligner.gui.pages.registry import PAGES
from aligner.gui.shell.main_window import MainWindow
from tests.gui.conftest import settle
from tests.gui.review_scenes import decisions, press, review

TYPED = "imn"
"""Each of these letters is a command of the review."""


def fields(of: QWidget) -> list[QLineEdit | QTextEdit | QPlainTextEdit]:
    found = [one for kind in (QLineEdit, QTextEdit, QPlainTextEdit) for one in of.findChildren(kind)]
    return [one for one in found if one.isVisible() and one.isEnabled() and not one.isReadOnly()]


def compose(field: QWidget) -> None:
    """Letters as they are typed, then the characters that are chosen for them."""
    for end in range(1, len(TYPED) + 1):
        QApplication.sendEvent(field, QInputMethodEvent(TYPED[:end], []))
    chosen = QInputMethodEvent()
    chosen.setCommitString("质量")
    QApplication.sendEvent(field, chosen)


def text_of(field: QLineEdit | QTextEdit | QPlainTextEdit) -> str:
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


def is_for_text(field: QWidget) -> bool:
    """Days and numbers are picked or typed as digits."""
    return not any(field.parentWidget().inherits(kind) for kind in ("QDateEdit", "QSpinBox", "QDoubleSpinBox"))


def test_every_field_takes_what_an_input_method_gives(opened: MainWindow, qtbot: QtBot) -> None:
    review(opened, qtbot)
    tried = 0
    for entry in PAGES:
        opened.show_page(entry.id)
        settle(qtbot, opened)
        for field in filter(is_for_text, fields(opened.page)):
            field.setFocus()
            field.setText("") if isinstance(field, QLineEdit) else field.clear()
            compose(field)
            assert text_of(field) == "质量", (entry.id, field)
            press(qtbot, opened, TYPED)
            assert text_of(field) == f"质量{TYPED}", (entry.id, field)
            tried += 1
    assert tried > 4


def test_letters_of_an_input_method_are_no_commands(opened: MainWindow, qtbot: QtBot) -> None:
    page = review(opened, qtbot)
    panel = page.pair.panel
    before = panel.chosen_degree(), decisions(opened, page.queue.designation())
    for field in fields(page):
        field.setFocus()
        compose(field)
    assert (panel.chosen_degree(), decisions(opened, page.queue.designation())) == before
    for view in (page.queue.view, page.pair.candidates):  # letters are commands here, so that no input method may ask
        view.setFocus()
        assert not view.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)


def test_a_command_is_found_through_an_input_method(opened: MainWindow, qtbot: QtBot) -> None:
    before = opened.page
    opened.run_command("view.language")
    qtbot.waitUntil(lambda: opened.page is not before)
    opened.run_command("help.palette")
    palette = next(one for one in QApplication.topLevelWidgets() if isinstance(one, CommandPalette) and one.isVisible())
    chosen = QInputMethodEvent()
    chosen.setCommitString("導入 目錄")  # traditional
    QApplication.sendEvent(palette.search, chosen)
    assert palette.found.item(0).data(ID_ROLE) == "catalogue.load"
    palette.close()
