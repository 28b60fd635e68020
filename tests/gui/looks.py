"""What is wrong with how the program looks: `python -m tests.gui.looks PROJECT` tells it of every place as JSON.

By itself it is run to look at other scales of the screen, which Qt takes from the environment when it starts.
"""

import json
import os
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QAbstractItemModel, QEvent, Qt, qInstallMessageHandler
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QTabBar,
    QToolButton,
    QWidget,
)

from aligner.gui.app import open_window
from aligner.gui.surroundings.preferences import Preferences
from aligner.gui.widgets.pairs.edition_box import EditionBox
from aligner.gui.widgets.plain.labels import ElidedLabel
from aligner.i18n import LANGUAGES, Translator
from aligner.settings import Settings
from tests.gui.places import places
from tests.gui.screenshots import SIZE

TESTED = "tested"
"""Property of a model that is being tested: from then on Qt looks at it at each of its changes."""

SLACK = 2
"""Pixels by which a hint may be larger than the widget: rounding."""


@dataclass
class Observed:
    """What was found on all pages and dialogs in one language."""

    cut: list[str] = field(default_factory=list)
    too_large: list[str] = field(default_factory=list)
    english: list[str] = field(default_factory=list)
    nameless: list[str] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)
    """What Qt says of models that break its rules."""
    models: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)
    """Names of the kinds that were seen."""


def look_at_all(application: QApplication, project: Path, folder: Path, language: str) -> Observed:
    """What is seen in a window of this language; `folder` is where its preferences and a copy of the project go."""
    found = Observed()
    before = qInstallMessageHandler(lambda _kind, _where, text: found.broken.append(text) if "FAIL!" in text else None)
    copy = shutil.copy(project, folder / f"committee-{language}.aligner")
    window = open_window(application, Preferences(folder / f"{language}.json"), Settings("secretary", language))
    window.resize(*SIZE)
    for name, widget in places(window, Path(copy)):
        look(name, widget, found, window.context.translate)
    qInstallMessageHandler(before)
    window.close()
    window.deleteLater()
    application.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return found


def look(name: str, widget: QWidget, found: Observed, translate: Translator) -> None:
    """Note what is wrong with this page or dialog; breaks off when a model breaks the rules of Qt."""
    found.cut += [f"{name}: {one}" for one in cut_off(widget)]
    hint = widget.minimumSizeHint()
    if hint.width() > SIZE[0] or hint.height() > SIZE[1]:
        found.too_large.append(f"{name}: {hint}")
    if translate.language != "en":
        found.english += [f"{name}: {text}" for text in shown(widget) if is_english(text, translate)]
    found.nameless += [f"{name}: {one}" for one in controls(widget) if not name_of(one)]
    for model in widget.findChildren(QAbstractItemModel):
        if type(model).__module__.startswith("aligner") and not model.property(TESTED):
            model.setProperty(TESTED, True)
            QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning, model)
            found.models.append(type(model).__name__)
    if widget.isWindow():
        found.dialogs.append(type(widget).__name__)


def controls(widget: QWidget) -> Iterator[QWidget]:
    """What can have the keyboard."""
    for one in widget.findChildren(QWidget):
        if one.isVisible() and one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.focusProxy() is None:
            yield one


def name_of(control: QWidget) -> str:
    """What a screen reader says; a bar of tabs is named by its tabs."""
    text = control.text() if isinstance(control, QAbstractButton | QLabel) else ""
    if isinstance(control, QTabBar):
        text = control.tabText(control.currentIndex())
    return control.accessibleName() or text


SHORTENED = (ElidedLabel, EditionBox)
"""What shortens its words where there is no room, and has the whole of them in its tip."""


def cut_off(widget: QWidget) -> Iterator[str]:
    """The texts for which there is less room than they need."""
    for one in widget.findChildren(QWidget):
        if one.isVisible() and not isinstance(one, SHORTENED) and is_cut(one):
            text = one.text() if isinstance(one, QLabel | QAbstractButton | QLineEdit) else one.accessibleName()
            yield f"{type(one).__name__} {text!r}: {one.width()}x{one.height()}, needs {one.sizeHint()}"


def is_cut(widget: QWidget) -> bool:
    """Whether some of its words cannot be seen."""
    if isinstance(widget, QLabel):
        return bool(widget.text()) and is_label_cut(widget)
    if isinstance(widget, QPushButton | QToolButton | QCheckBox | QRadioButton):
        return bool(widget.text()) and (
            widget.width() + SLACK < words_width(widget) or widget.height() + SLACK < widget.fontMetrics().height()
        )
    if isinstance(widget, QComboBox):
        return widget.width() < widget.fontMetrics().horizontalAdvance(widget.currentText()) + ARROW
    if isinstance(widget, QLineEdit) and not widget.text() and not isinstance(widget.parent(), QComboBox):
        return is_hint_cut(widget)
    if isinstance(widget, QTabBar):
        return widget.width() + SLACK < widget.sizeHint().width()
    if isinstance(widget, QGroupBox):
        return widget.width() + SLACK < widget.fontMetrics().horizontalAdvance(widget.title())
    return False


EDGES, ICON = 20, 28
"""Pixels of a field beside its text: its edges, and each icon in it."""

ARROW = 30
"""Pixels for the arrow and the edges of a list to choose from."""


def is_label_cut(label: QLabel) -> bool:
    """Whether it is lower or narrower than its text."""
    needed = label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()
    is_narrow = not label.wordWrap() and label.width() + SLACK < label.minimumSizeHint().width()
    return label.height() + SLACK < needed or is_narrow


def is_hint_cut(field: QLineEdit) -> bool:
    """Whether the words in an empty field cannot all be read."""
    icons = sum(ICON for one in field.actions() if not one.icon().isNull() and one.isVisible())
    return field.width() < field.fontMetrics().horizontalAdvance(field.placeholderText()) + EDGES + icons


def words_width(button: QAbstractButton) -> int:
    """The room that the words of a button need."""
    if isinstance(button, QToolButton) and not button.toolButtonStyle().name.startswith("ToolButtonText"):
        return 0
    icon = button.iconSize().width() if not button.icon().isNull() else 0
    return icon + button.fontMetrics().horizontalAdvance(button.text().replace("&", ""))


def shown(widget: QWidget) -> Iterator[str]:
    """The texts of labels, buttons, tabs and lists to choose from, the hints of fields and the headings of tables."""
    for one in widget.findChildren(QWidget):
        if not one.isVisible() or one.objectName() in ("data", "mono"):
            continue
        if isinstance(one, QLabel | QAbstractButton):
            yield one.text()
        elif isinstance(one, QTabBar):
            yield from (one.tabText(place) for place in range(one.count()))
        elif isinstance(one, QLineEdit):
            yield one.placeholderText()
        elif isinstance(one, QGroupBox):
            yield one.title()
        yield from (one.accessibleName(), one.toolTip())


def is_english(text: str, translate: Translator) -> bool:
    """Whether a text is one that has a Chinese form, but is not shown in it; words without Chinese signs are told."""
    return bool(re.search("[A-Za-z]{3}", text)) and translate(text) != text


def main(project: Path) -> None:
    """Look in every language and print what was found."""
    application = QApplication(["aligner"])
    with tempfile.TemporaryDirectory() as folder:
        found = {one: asdict(look_at_all(application, project, Path(folder), one)) for one in LANGUAGES}
    sys.stdout.write(json.dumps(found))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
