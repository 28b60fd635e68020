"""What the window looks like on other screens: `python -m tests.gui.screens PROJECT [FOLDER]` tells it as JSON.

Run once for each screen, whose size and scale are given to Qt when it starts. With a folder, it takes pictures, too.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import asdict, dataclass, field
from pathlib import Path

from PySide6.QtCore import QEvent, QRect, QSize
from PySide6.QtWidgets import QApplication, QWidget

from aligner.gui.app import open_window
from aligner.gui.pages.review.page import ReviewPage
from aligner.gui.shell.main_window import MainWindow
from aligner.gui.surroundings.preferences import Preferences
from aligner.gui.surroundings.screens import SMALLEST
from aligner.gui.surroundings.theme import Tone
from aligner.gui.widgets.pairs.side_by_side import SideBySide
from aligner.gui.widgets.tables.search_box import SearchBox
from aligner.i18n import LANGUAGES
from aligner.settings import Settings
from tests.gui.looks import cut_off
from tests.gui.patience import wait
from tests.gui.places import main_pages, settle
from tests.gui.review_scenes import DECIDED, STRONG, add_candidates, disagree, make_stale, session_of
from tests.gui.screenshots import SCALE, picture

ROOT = Path(__file__).parents[2]
MOST = 200
"""Seconds after which a program that looks at one screen is given up."""

LINES = 3
"""Of a scope, in sight at once."""

TASK_BAR, TITLE_BAR = 48, 32
"""Logical pixels that a maximized window does not have."""


@dataclass(frozen=True, slots=True)
class Screen:
    """Width and height in its own pixels, and how many of these make a logical one."""

    width: int
    height: int
    scale: str

    def __str__(self) -> str:
        return f"{self.width}x{self.height} at {float(self.scale):.0%}"


SCREENS = (
    Screen(1366, 768, "1"),
    Screen(1366, 768, "1.25"),
    Screen(1366, 768, "1.5"),
    Screen(1920, 1080, "1.25"),
    Screen(1920, 1080, "1.5"),
)


@dataclass
class Seen:
    """What was found on one screen in one language."""

    outside: list[str] = field(default_factory=list)
    """Windows that are not wholly on the screen."""
    cut: list[str] = field(default_factory=list)
    """Texts for which there is too little room."""
    hidden: list[str] = field(default_factory=list)
    """What has to be in sight, and is not."""


def look_on(screen: Screen, project: Path, pictures: Path | None = None) -> dict[str, Seen]:
    """What is found on this screen, by language; in a program of its own."""
    with tempfile.TemporaryDirectory() as folder:
        described = Path(folder) / "screen.json"
        size = {"width": screen.width, "height": screen.height}
        one = {"name": "screen", "x": 0, "y": 0, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1, **size}
        described.write_text(json.dumps({"screens": [one]}), encoding="utf-8")
        platform = {"QT_QPA_PLATFORM": f"offscreen:configfile={described}", SCALE: screen.scale}
        words = [sys.executable, "-m", "tests.gui.screens", str(project), *([str(pictures)] if pictures else [])]
        told = subprocess.run(
            words, cwd=ROOT, env=os.environ | platform, stdout=subprocess.PIPE, timeout=MOST, check=True
        )
    return {language: Seen(**found) for language, found in json.loads(told.stdout).items()}


def look(application: QApplication, project: Path, folder: Path, language: str, pictures: str) -> Seen:
    """What is found on the screen that this program has."""
    seen = Seen()
    copy = shutil.copy(project, folder / f"committee-{language}.aligner")
    preferences = Preferences(folder / f"{language}.json")
    first = open_window(application, preferences, Settings("secretary", language))
    _note_outside("the first window", first, seen)
    first.showNormal()
    first.resize(5000, 5000)
    _close(application, first)
    window = open_window(application, preferences, Settings("secretary", language))
    _note_outside("a window that was larger", window, seen)
    window.showNormal()
    whole = application.primaryScreen().availableSize()
    window.resize(QSize(whole.width(), whole.height() - TASK_BAR - TITLE_BAR))
    window.open_names([str(copy)])
    wait(lambda: window.context.has_project and not window.context.is_working)
    for name, _ in main_pages(window):
        _take(window, pictures, name)
    page = _everything_at_once(window)
    _note_titles(window, page.pair.sides, seen)
    _take(window, pictures, "review-everything")
    page.queue.go_to(STRONG)
    window.notice.hide()
    window.run_command("review.scope")
    settle(window)
    _take(window, pictures, "review-scopes")
    seen.cut += [one for one in cut_off(page) if not one.startswith(SearchBox.__name__)]  # Qt shortens its hint
    scope = page.pair.sides.scope.right
    if scope.visibleRegion().boundingRect().height() < min(scope.height(), LINES * scope.fontMetrics().lineSpacing()):
        seen.hidden.append("scopes")
    _close(application, window)
    return seen


def _everything_at_once(window: MainWindow) -> ReviewPage:
    """The review of a standard that changed, on which two reviewers differ, below a notice."""
    add_candidates(session_of(window))
    window.show_page("review")
    page = window.page
    assert isinstance(page, ReviewPage)
    disagree(window)
    make_stale(window, DECIDED)
    page.forget()
    wait(page.is_ready)
    settle(window)
    page.queue.go_to(DECIDED)
    window.tell(window.context.translate("The project file and its journal are sound."), Tone.GOOD)
    settle(window)
    assert page.pair.notices.changes.isVisible()
    assert page.pair.notices.opinions.isVisible()
    assert window.notice.isVisible()
    return page


def _note_titles(window: MainWindow, sides: SideBySide, seen: Seen) -> None:
    """Numbers and titles of both standards are in sight from the first to the last line."""
    needed: dict[str, QWidget] = {
        "left number": sides.left.designation,
        "right number": sides.right.designation,
        "left title": sides.title.left,
        "right title": sides.title.right,
    }
    for name, part in needed.items():
        if not part.visibleRegion().boundingRect().contains(part.rect()):
            seen.hidden.append(f"{name}: {part.visibleRegion().boundingRect()} of {part.rect()}")
    if window.size().width() < SMALLEST.width() or window.minimumSize() != SMALLEST:
        seen.hidden.append(f"the window is {window.size()}, at least {window.minimumSize()}")


def _note_outside(name: str, window: MainWindow, seen: Seen) -> None:
    for _ in range(5):
        QApplication.processEvents()
    there: QRect = window.screen().availableGeometry()
    if not there.adjusted(0, 0, 1, 1).contains(window.frameGeometry()):  # a broken pixel of the scale
        seen.outside.append(f"{name}: {window.frameGeometry()} on {there}")


def _take(window: MainWindow, pictures: str, name: str) -> None:
    if pictures:
        picture(window).save(f"{pictures}-{name}.png")


def _close(application: QApplication, window: MainWindow) -> None:
    window.close()
    window.deleteLater()
    application.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def main(project: Path, pictures: Path | None) -> None:
    """Look in every language and print what was found."""
    application = QApplication(["aligner"])
    size = application.primaryScreen().availableSize()
    with tempfile.TemporaryDirectory() as folder:
        found = {}
        for one in LANGUAGES:
            prefix = f"{pictures / f'{one}-{size.width()}x{size.height()}'}" if pictures else ""
            found[one] = asdict(look(application, project, Path(folder), one, prefix))
    sys.stdout.write(json.dumps(found))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else None)
