"""The pictures of the README, made from the sample catalogues: `python -m tests.gui.readme_pictures`"""

import os
import shutil
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from aligner import paths
from aligner.domain.progress import Silent
from aligner.gui.app import open_window
from aligner.gui.pages.review.page import ReviewPage
from aligner.gui.shell.bottom_bar import BottomBar
from aligner.gui.shell.main_window import MainWindow
from aligner.gui.surroundings.preferences import Preferences
from aligner.settings import Settings
from aligner.usecases.candidates.match import match_standards
from aligner.usecases.project.opening import open_project
from tests.gui.builder import make_project
from tests.gui.patience import wait
from tests.gui.screenshots import SIZE

SHOWN = "GB/T 19004-2020"
FOLDER = paths.resources() / "screenshots"
PLAIN = Qt.ImageConversionFlag.ThresholdDither | Qt.ImageConversionFlag.AvoidDither
"""Colours without a pattern of dots, which would make the file three times as large."""

MOST = 150_000
"""Bytes of a picture."""


def main() -> None:
    """Make all pictures anew."""
    application = QApplication.instance() or QApplication(["aligner"])
    assert isinstance(application, QApplication)
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        project = make_project(Path(place) / "Quality and power tools.aligner")
        with open_project(str(project), "secretary") as session:
            match_standards(session, Silent())
        for language in ("en", "zh"):
            copy = shutil.copy(project, Path(place) / f"{language}.aligner")
            _shoot(application, Path(copy), Path(place) / f"{language}.json", language)


def _shoot(application: QApplication, project: Path, preferences: Path, language: str) -> None:
    window = open_window(application, Preferences(preferences), Settings("secretary", language))
    window.resize(*SIZE)
    window.open_names([str(project)])
    wait(lambda: window.context.has_project and not window.context.is_working)
    window.show_page("review")
    page = window.page
    assert isinstance(page, ReviewPage)
    wait(lambda: page.is_ready() and not window.context.is_working)
    page.queue.go_to(SHOWN)
    wait(lambda: not window.context.is_working)
    _save(window, f"review-{language}")
    if language == "en":
        window.show_page("indicators")
        wait(lambda: not window.context.is_working)
        _save(window, "indicators-en")
    window.close()


def _save(widget: MainWindow, name: str) -> None:
    """A picture with 256 colours, small enough for the repository, without the folder it was made in."""
    bar = widget.findChild(BottomBar)
    assert isinstance(bar, BottomBar)
    bar.work.setText(widget.context.translate("Everything is saved in {project}", project="quality.aligner"))
    file = FOLDER / f"{name}.png"
    picture = widget.grab().toImage().convertToFormat(QImage.Format.Format_Indexed8, PLAIN)
    picture.save(str(file), "PNG", 0)
    assert file.stat().st_size < MOST, file


if __name__ == "__main__":
    main()
