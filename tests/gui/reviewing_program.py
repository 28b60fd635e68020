"""A window that confirms one pair after the other, and says which and where it stands; it ends by being killed.

python -m tests.gui.reviewing_program PROJECT PREFERENCES
"""

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from aligner.gui.app import open_window
from aligner.gui.pages.review.page import ReviewPage
from aligner.gui.shell.main_window import MainWindow
from aligner.gui.surroundings.preferences import Preferences
from aligner.settings import Settings

PAIRS = 3
LOOK = 20
"""Milliseconds between two looks at whether the window is ready for the next step."""


class Reviewing:
    """Confirms pairs, then stays where it is; `told` is what it has said."""

    def __init__(self, window: MainWindow, preferences: Path) -> None:
        self.window = window
        self.preferences = preferences
        self.confirmed: list[str] = []

    def go_on(self) -> None:
        """One step, when nothing is being done."""
        page = self.window.page
        if self.window.context.is_working or not self.window.context.has_project:
            return
        if not isinstance(page, ReviewPage):
            self.window.show_page("review")
        elif page.is_ready() and len(self.confirmed) < PAIRS:
            self._confirm(page)
        elif page.is_ready() and page.pair.designation in self.preferences.read_text(encoding="utf-8"):
            sys.stdout.write("\n".join([*self.confirmed, page.pair.designation, "."]) + "\n")
            sys.stdout.flush()

    def _confirm(self, page: ReviewPage) -> None:
        name = page.pair.designation
        self.window.run_command("review.idt")
        self.window.run_command("review.confirm")
        if page.pair.designation != name:
            self.confirmed.append(name)


def main(project: str, preferences: Path) -> None:
    """Review until somebody ends it."""
    application = QApplication(["aligner"])
    window = open_window(application, Preferences(preferences), Settings("secretary", "en"))
    window.open_names([project])
    reviewing = Reviewing(window, preferences)
    timer = QTimer(window)
    timer.timeout.connect(reviewing.go_on)
    timer.start(LOOK)
    application.exec()


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
