"""Times of the Indicators page on a project with 10,000 made-up decisions, without a screen.

Run: python -m tests.benchmarks.dashboard_window PROJECT
How long the window stands still while the page opens, is turned and follows a decision, and how long it takes until
the new figures are painted.
"""

import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from aligner.domain.change import Action
from aligner.domain.degree import Degree
from aligner.domain.pairs.decision import Verdict
from aligner.gui.app import open_window
from aligner.gui.pages.indicators.page import IndicatorsPage
from aligner.gui.shell.main_window import MainWindow
from aligner.gui.surroundings.preferences import Preferences
from aligner.settings import Settings
from aligner.usecases.project import history
from aligner.usecases.project.opening import open_project
from aligner.usecases.review.decide import Opinion, decide_pair
from tests.benchmarks.dashboard import made_up

TICK = 5
PATIENCE = 120


class Heartbeat:
    """A timer of the window's thread; the longest time between two beats is how long the window stood still."""

    def __init__(self) -> None:
        self.longest = 0.0
        self._last = time.perf_counter()
        self._timer = QTimer()
        self._timer.setInterval(TICK)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def reset(self) -> None:
        """Begin anew."""
        self.longest, self._last = 0.0, time.perf_counter()

    def _beat(self) -> None:
        now = time.perf_counter()
        self.longest = max(self.longest, now - self._last - TICK / 1000)
        self._last = now


def turn() -> None:
    """One turn of the event loop; the pause leaves the interpreter to the jobs, as an idle window does."""
    QApplication.processEvents()
    time.sleep(0.001)


def measured(name: str, heart: Heartbeat, window: MainWindow, act: Callable[[], object]) -> None:
    """Do it and wait until nothing is being done any more."""
    heart.reset()
    begin = time.perf_counter()
    act()
    end = begin + PATIENCE
    while time.perf_counter() < end:
        turn()
        if not window.context.is_working:
            break
    took = time.perf_counter() - begin
    QApplication.processEvents()
    print(f"{name:<48}{took:8.3f} s until shown, window still at most {heart.longest * 1000:6.0f} ms")


def main(project: Path) -> None:
    """Open the page, turn its tabs, decide and take back."""
    application = QApplication(["aligner"])
    with tempfile.TemporaryDirectory() as place:
        copy = Path(shutil.copy(project, Path(place) / "copy.aligner"))
        with open_project(str(copy), "A") as session:
            session.store.writing().append("A", Action.DECIDE, made_up(session))
        window = open_window(application, Preferences(Path(place) / "window.json"), Settings("B", "en"))
        window.resize(1366, 768)
        heart = Heartbeat()
        measured("open the project", heart, window, lambda: window.open_names([str(copy)]))
        measured("open the page", heart, window, lambda: window.show_page("indicators"))
        page = window.page
        assert isinstance(page, IndicatorsPage)
        measured("another reference date", heart, window, lambda: page.choose_day(date(2026, 8, 31)))
        for tab, name in enumerate(("overview", "figures", "groups", "why", "worklist", "over time")):
            measured(f"tab {name}", heart, window, lambda tab=tab: page.tabs.setCurrentIndex(tab))
        for tab, name in ((0, "overview"), (1, "figures"), (4, "worklist")):
            measured(f"back to {name}", heart, window, lambda tab=tab: page.tabs.setCurrentIndex(tab))
            follow_decisions(name, heart, window, page)
        begin = time.perf_counter()
        page.card.show_dashboard(page.shown) if page.shown else None
        page.repaint()
        print(f"{'redraw alone':<48}{time.perf_counter() - begin:8.3f} s")
        window.close()


def follow_decisions(name: str, heart: Heartbeat, window: MainWindow, page: IndicatorsPage) -> None:
    """A decision and its undoing; the figures at the top are there first."""
    national = next(row for row in page.shown.counting.inputs.national["designation"][::-1]) if page.shown else ""
    work = page.plan.outlook.opportunities[-1].designation if page.plan.outlook else ""
    opinion = Opinion(national, work, Verdict.CONFIRMED, Degree.IDT)
    shown = page.shown
    begin = time.perf_counter()
    window.context.do(decide_pair, opinion)
    while page.shown is shown and time.perf_counter() < begin + PATIENCE:
        turn()
    print(f"{'a decision, ' + name + ' open: the rate':<48}{time.perf_counter() - begin:8.3f} s until shown")
    measured(f"a decision, {name} open: the rest", heart, window, lambda: None)
    measured(f"its undoing, {name} open: everything", heart, window, lambda: window.context.do(history.undo))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
