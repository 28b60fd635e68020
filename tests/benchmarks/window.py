"""How the window does on whole catalogues: `python -m tests.benchmarks.window DATA_DIR [--rounds N] [--tells]`

DATA_DIR holds jis.xlsx (national), iso.xlsx and iec.xlsx. All is done offscreen in the window itself: start, load the
three files, match, open the project again, every page, scrolling, filtering, sorting, confirming, the report, and then
opening and closing a project again and again. With --tells, what went on in long blocks is printed.
"""

import argparse
import gc
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from aligner.domain.catalogue import Level
from aligner.domain.progress import Progress
from aligner.gui.app import open_window
from aligner.gui.commands import project_actions
from aligner.gui.pages.catalogues.page import CataloguesPage
from aligner.gui.pages.registry import PAGES
from aligner.gui.pages.review.page import ReviewPage
from aligner.gui.shell.main_window import MainWindow
from aligner.gui.surroundings.preferences import Preferences
from aligner.settings import Settings
from aligner.usecases.catalogues.load import Loaded, load
from aligner.usecases.catalogues.request import LoadRequest
from aligner.usecases.hand_outs.report import write_report
from aligner.usecases.project.session import Session
from tests.benchmarks.review import CATALOGUES, SEARCHES, confirm, tell, tell_all, timed, wait
from tests.benchmarks.watch import Watch, memory
from tests.gui.builder import make_project

START = """
import os, sys, time
os.environ["QT_QPA_PLATFORM"] = "offscreen"
began = time.perf_counter()
from pathlib import Path
from PySide6.QtWidgets import QApplication
from aligner.gui.app import open_window
from aligner.gui.preferences import Preferences
from aligner.settings import Settings
application = QApplication([])
window = open_window(application, Preferences(Path(sys.argv[1])), Settings("secretary", "en"))
application.processEvents()
print(time.perf_counter() - began)
os._exit(0)
"""


class Bench:
    """One window and what is done with it."""

    def __init__(self, window: MainWindow, folder: Path, *, tells: bool) -> None:
        self.window = window
        self.folder = folder
        self.tells = tells

    def step(self, name: str, act: Callable[[], object]) -> None:
        """Do something, wait until nothing works any more, and tell time, longest block and memory."""
        began = time.perf_counter()
        with Watch(name, tells=self.tells):
            act()
            wait(lambda: not self.window.context.is_working)
            spent = time.perf_counter() - began
            rest(0.5)
        tell(f"  {name}", spent)

    def load(self, data: Path) -> Path:
        """A project with the three catalogues and its candidates, made in the window."""
        project = self.folder / "whole.aligner"
        self.step("new project", lambda: project_actions.make_project(self.window, project))
        self.window.show_page("catalogues")
        for name, level in CATALOGUES:
            request = LoadRequest(data / name, level)

            def work(session: Session, progress: Progress, request: LoadRequest = request) -> Loaded:
                return load(session, request, progress)

            self.step(f"load {name}", lambda work=work: self.window.context.run("load", work))
        self.step("match", lambda: self.window.run_command("catalogue.match"))
        return project

    def look_round(self) -> None:
        """Every page once, then what is done on a long table."""
        for entry in PAGES:
            self.step(f"page {entry.id}", lambda page_id=entry.id: self.window.show_page(page_id))
        self.window.show_page("catalogues")
        self.window.run_command("catalogues.international")
        page = self.window.page
        assert isinstance(page, CataloguesPage)
        part = page.parts[Level.INTERNATIONAL]
        wait(lambda: part.model.rowCount() > 0 and not self.window.context.is_working)
        bar = part.view.verticalScrollBar()
        pages = [int(bar.maximum() * share / 60) for share in range(60)]
        tell_all("scroll frame", [timed(lambda to=to: bar.setValue(to)) for to in pages])
        tell_all("filter keystroke", [timed(lambda text=text: part.model.set_filter(text)) for text in SEARCHES])
        part.model.set_filter("")
        order = Qt.SortOrder.AscendingOrder
        tell_all("sort", [timed(lambda column=column: part.model.sort(column, order)) for column in range(6)])

    def confirm(self, rounds: int) -> None:
        """From Enter to the next row."""
        self.window.show_page("review")
        page = self.window.page
        assert isinstance(page, ReviewPage)
        wait(lambda: page.is_ready() and not self.window.context.is_working)
        page.queue.facets.set_chosen({"band": frozenset({"strong"}), "kinds": frozenset({"suggested"})})
        page.queue.view.go_to(page.queue.model.position(0))
        page.queue.view.setFocus()
        self.window.activateWindow()
        with Watch("confirming", tells=self.tells):
            tell_all("confirm to next, a key every 0.4 s", [confirm(page, rest=0.4) for _ in range(rounds)])

    def report(self) -> None:
        """Export the report beside the window."""
        target = self.folder / "report.xlsx"
        translate = self.window.context.translate

        def work(session: Session, progress: Progress) -> object:
            return write_report(session, target, translate, progress)

        self.step("report", lambda: self.window.context.run("report", work))

    def come_and_go(self, rounds: int) -> None:
        """Open and close a small project again and again."""
        project = str(make_project(self.folder / "small.aligner"))
        figures = []
        for _ in range(rounds):
            self.window.open_names([project])
            wait(lambda: self.window.context.has_project and not self.window.context.is_working)
            for entry in PAGES:
                self.window.show_page(entry.id)
                wait(lambda: not self.window.context.is_working)
            self.window.run_command("project.close")
            wait(lambda: not self.window.context.is_working)
            gc.unfreeze()
            gc.collect()
            figures.append((memory(), len(gc.get_objects())))
        for number in (0, rounds // 5, rounds // 2, rounds - 1):
            print(f"after round {number + 1:3}: {figures[number][0]:.0f} MB, {figures[number][1]:,} live objects")


def rest(seconds: float) -> None:
    """Let the window live for a while."""
    end = time.monotonic() + seconds
    wait(lambda: time.monotonic() > end)


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--rounds", type=int, default=50)
    parser.add_argument("--tells", action="store_true")
    arguments = parser.parse_args()
    print("load average", *(f"{one:.1f}" for one in os.getloadavg()))
    with tempfile.TemporaryDirectory() as place:
        words = [sys.executable, "-c", START, str(Path(place) / "start.json")]
        started = [float(subprocess.run(words, check=True, capture_output=True, text=True).stdout) for _ in range(3)]
        tell_all("start to window", started)
        application = QApplication.instance() or QApplication(["aligner"])
        assert isinstance(application, QApplication)
        window = open_window(application, Preferences(Path(place) / "window.json"), Settings("secretary", "en"))
        window.resize(1366, 768)
        bench = Bench(window, Path(place), tells=arguments.tells)
        project = bench.load(arguments.data)
        bench.step("close", lambda: window.run_command("project.close"))
        bench.step("open", lambda: window.open_names([str(project)]))
        bench.look_round()
        bench.confirm(40)
        bench.report()
        bench.step("close again", lambda: window.run_command("project.close"))
        bench.come_and_go(arguments.rounds)
        window.close()
    print("load average", *(f"{one:.1f}" for one in os.getloadavg()))


if __name__ == "__main__":
    main()
