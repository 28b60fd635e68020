"""Every page and every dialog in both languages: nothing is cut off, nothing is left in English."""

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QDialog,
    QLabel,
    QPushButton,
    QRadioButton,
    QToolButton,
    QWidget,
)

from aligner.gui.app import open_window
from aligner.gui.main_window import MainWindow
from aligner.gui.pages.registry import PAGES
from aligner.gui.preferences import Preferences
from aligner.gui.widgets.labels import ElidedLabel
from aligner.i18n import LANGUAGES, Translator
from aligner.settings import Settings
from tests.gui.patience import wait

SIZE = (1366, 768)
DIALOGS = (
    "help.guide",
    "help.keys",
    "help.palette",
    "help.about",
    "view.reviewer",
    "catalogue.load",
)
SLACK = 2
"""Pixels by which a hint may be larger than the widget: rounding."""


@dataclass
class Observed:
    """What was found on all pages and dialogs in one language."""

    cut: list[str] = field(default_factory=list)
    too_large: list[str] = field(default_factory=list)
    english: list[str] = field(default_factory=list)
    nameless: list[str] = field(default_factory=list)
    models: int = 0


@pytest.fixture(scope="module", params=LANGUAGES)
def observed(
    request: pytest.FixtureRequest, qapp: QApplication, made_project: Path, tmp_path_factory: pytest.TempPathFactory
) -> Observed:
    """One look at everything, for all tests."""
    place = tmp_path_factory.mktemp("looks")
    project = shutil.copy(made_project, place / "committee.aligner")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sys.excepthook", lambda *_: None)
        window = open_window(qapp, Preferences(place / "window.json"), Settings("secretary", request.param))
        window.resize(*SIZE)
        window.open_names([str(project)])
        wait(lambda: window.context.has_project and not window.context.is_working)
        found = Observed()
        for name, widget in scenes(window):
            look(name, widget, found, window.context.translate)
        window.close()
    window.deleteLater()
    return found


def scenes(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    """Every page, then the dialogs, each as it is shown."""
    for entry in PAGES:
        window.show_page(entry.id)
        wait(lambda: not window.context.is_working)
        yield entry.id, window
    for command in DIALOGS:
        window.run_command(command)
        wait(lambda: not window.context.is_working)
        dialog = next(one for one in window.findChildren(QDialog) if one.isVisible())
        yield command, dialog
        dialog.reject()


def look(name: str, widget: QWidget, found: Observed, translate: Translator) -> None:
    """Note what is wrong with this page or dialog; breaks off when a model breaks the rules of Qt."""
    found.cut += [f"{name}: {one}" for one in cut_off(widget)]
    hint = widget.minimumSizeHint()
    if hint.width() > SIZE[0] or hint.height() > SIZE[1]:
        found.too_large.append(f"{name}: {hint}")
    if translate.language != "en":
        found.english += [f"{name}: {text}" for text in shown(widget) if is_english(text, translate)]
    found.nameless += [
        f"{name}: {one}"
        for one in widget.findChildren(QAbstractButton)
        if one.isVisible() and one.focusPolicy() != Qt.FocusPolicy.NoFocus and not (one.accessibleName() or one.text())
    ]
    for model in widget.findChildren(QAbstractItemModel):
        if type(model).__module__.startswith("aligner"):
            QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
            found.models += 1


def cut_off(widget: QWidget) -> Iterator[str]:
    """The texts for which there is less room than they need."""
    for one in widget.findChildren(QWidget):
        if not one.isVisible() or isinstance(one, ElidedLabel):
            continue
        if isinstance(one, QLabel) and one.text():
            needed = one.heightForWidth(one.width()) if one.wordWrap() else one.sizeHint().height()
            is_cut = one.height() + SLACK < needed or (
                not one.wordWrap() and one.width() + SLACK < one.minimumSizeHint().width()
            )
        elif isinstance(one, QPushButton | QToolButton | QCheckBox | QRadioButton) and one.text():
            is_cut = one.width() + SLACK < words_width(one)
        else:
            continue
        if is_cut:
            yield f"{type(one).__name__} {one.text()!r}: {one.width()}x{one.height()}, needs {one.sizeHint()}"


def words_width(button: QAbstractButton) -> int:
    """The room that the words of a button need."""
    if isinstance(button, QToolButton) and not button.toolButtonStyle().name.startswith("ToolButtonText"):
        return 0
    icon = button.iconSize().width() if not button.icon().isNull() else 0
    return icon + button.fontMetrics().horizontalAdvance(button.text().replace("&", ""))


def shown(widget: QWidget) -> Iterator[str]:
    """The texts of labels and buttons."""
    for one in widget.findChildren(QWidget):
        if isinstance(one, QLabel | QAbstractButton) and one.isVisible() and one.objectName() not in ("data", "mono"):
            yield one.text()


def is_english(text: str, translate: Translator) -> bool:
    """Whether a text is one that has a Chinese form, but is not shown in it."""
    return bool(re.search("[A-Za-z]{3}", text)) and translate(text) != text


def test_no_text_is_cut_off(observed: Observed) -> None:
    assert observed.cut == []


def test_every_page_and_dialog_fits_the_smallest_screen(observed: Observed) -> None:
    assert observed.too_large == []


def test_no_word_is_left_in_english(observed: Observed) -> None:
    assert observed.english == []


def test_every_button_has_a_name_for_screen_readers(observed: Observed) -> None:
    assert observed.nameless == []


def test_every_model_keeps_the_rules_of_qt(observed: Observed) -> None:
    assert observed.models > 10
