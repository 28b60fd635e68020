"""Pictures of every page and dialog, light and dark, English and Chinese: `python -m tests.gui.screenshots FOLDER`.

The pages are also taken on screens with 1.5 and 2 points to the pixel, each in a program of its own.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from aligner.gui.app import open_window
from aligner.gui.surroundings.preferences import Preferences
from aligner.gui.surroundings.theme import LIGHT, THEMES
from aligner.i18n import LANGUAGES
from aligner.settings import Settings
from tests.gui.builder import make_project
from tests.gui.places import Place, main_pages, places, settle

SIZE = (1366, 768)
SCALES = ("1.5", "2")
"""Screens other than the usual one."""

SCALE = "QT_SCALE_FACTOR"
"""Where Qt takes the scale from when it starts."""


def main(folder: Path) -> None:
    """Make all pictures; with the scale of another screen only those of the pages."""
    folder.mkdir(parents=True, exist_ok=True)
    application = QApplication.instance() or QApplication(["aligner"])
    assert isinstance(application, QApplication)
    scale = os.environ.get(SCALE, "")
    with tempfile.TemporaryDirectory() as place:
        project = make_project(Path(place) / "Quality and power tools.aligner")
        for language in LANGUAGES:
            for colours in [LIGHT.name] if scale else THEMES:
                prefix = folder / "-".join(part for part in (language, colours, scale) if part)
                _take(application, project, prefix, language, colours)


def _take(application: QApplication, project: Path, prefix: Path, language: str, colours: str) -> None:
    """Every picture of a window in this language and these colours."""
    preferences = Preferences(project.with_name(f"{prefix.name}.json"))
    preferences.set("colours", colours)
    window = open_window(application, preferences, Settings("secretary", language))
    window.resize(*SIZE)
    if os.environ.get(SCALE):
        window.open_names([str(project)])
        settle(window)
        shown = main_pages(window)
    else:
        shown = places(window, project)
    for one in shown:
        _save(one, prefix)
    window.close()
    window.deleteLater()
    application.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _save(place: Place, prefix: Path) -> None:
    name, widget = place
    picture(widget).save(f"{prefix}-{name}.png")


def picture(widget: QWidget) -> QPixmap:
    """What it looks like once everything has its place."""
    for _ in range(5):
        QApplication.processEvents()
    return widget.grab()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
    if SCALE not in os.environ:
        for one in SCALES:
            subprocess.run(
                [sys.executable, "-m", "tests.gui.screenshots", sys.argv[1]], env=os.environ | {SCALE: one}, check=True
            )
