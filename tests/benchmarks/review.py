"""How fast the review is on whole catalogues: opening the queue, a filter keystroke, from Enter to the next row.

    python -m tests.benchmarks.review FOLDER [ROUNDS]

FOLDER holds jis.xlsx (national), iso.xlsx and iec.xlsx. The project is made there once, in a temporary folder of its
own when FOLDER cannot be written to.
"""

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import psutil
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from aligner.domain.catalogue import Level
from aligner.domain.progress import Silent
from aligner.gui.app import open_window
from aligner.gui.pages.review.page import ReviewPage
from aligner.gui.shell.main_window import MainWindow
from aligner.gui.surroundings.preferences import Preferences
from aligner.settings import Settings
from aligner.usecases.candidates.match import match_standards
from aligner.usecases.catalogues.load import load
from aligner.usecases.catalogues.request import LoadRequest
from aligner.usecases.project.opening import new_project

CATALOGUES = (
    ("jis.xlsx", Level.NATIONAL),
    ("iso.xlsx", Level.INTERNATIONAL),
    ("iec.xlsx", Level.INTERNATIONAL),
)
SEARCHES = ("s", "st", "ste", "stee", "steel", "steel p", "steel pi", "steel pip", "steel pipe")


def main(data: Path, rounds: int) -> None:
    """Print the figures."""
    project = Path(tempfile.gettempdir()) / "aligner-benchmark" / "review.aligner"
    make_project(data, project)
    with tempfile.TemporaryDirectory() as place:
        copy = Path(place) / "review.aligner"
        copy.write_bytes(project.read_bytes())
        application = QApplication.instance() or QApplication(["aligner"])
        assert isinstance(application, QApplication)
        preferences = Preferences(Path(place) / "window.json")
        window = open_window(application, preferences, Settings("secretary", "en"))
        window.resize(1366, 768)
        measure(window, copy, rounds)
        window.close()


def make_project(data: Path, project: Path) -> None:
    """Load and match the catalogues, unless that was done before."""
    if project.exists():
        return
    project.parent.mkdir(parents=True, exist_ok=True)
    with new_project(str(project), "secretary") as session:
        for name, level in CATALOGUES:
            load(session, LoadRequest(data / name, level), Silent())
        match_standards(session, Silent())


def measure(window: MainWindow, project: Path, rounds: int) -> None:
    """Open, filter, search, turn round and confirm."""
    began = time.perf_counter()
    window.open_names([str(project)])
    wait(lambda: window.context.has_project and not window.context.is_working)
    tell("open the project", time.perf_counter() - began)
    began = time.perf_counter()
    window.show_page("review")
    page = window.page
    assert isinstance(page, ReviewPage)
    wait(page.is_ready)
    tell("open the queue", time.perf_counter() - began)
    wait(lambda: not window.context.is_working)
    print(f"{len(page.queue.model.rows):,} rows, memory {psutil.Process().memory_info().rss / 2**20:.0f} MB")
    tell_all("filter keystroke", [timed(lambda text=text: page.queue.model.set_filter(text)) for text in SEARCHES])
    page.queue.model.set_filter("")
    tell_all(
        "facet",
        [
            timed(lambda kind=kind: page.queue.facets.set_chosen({"band": frozenset({kind})}))
            for kind in ("strong", "weak")
        ],
    )
    page.queue.facets.set_chosen({"band": frozenset({"strong"}), "kinds": frozenset({"suggested"})})
    page.queue.view.go_to(page.queue.model.position(0))
    page.queue.view.setFocus()
    window.activateWindow()
    tell_all("confirm to next, at once", [confirm(page) for _ in range(rounds)])
    tell_all("confirm to next, a key every 0.4 s", [confirm(page, rest=0.4) for _ in range(rounds)])
    tell_all("undo", [timed(lambda: window.run_command("edit.undo")) for _ in range(20)])
    turned(window, page)


def turned(window: MainWindow, page: ReviewPage) -> None:
    """The other direction, and the search for any standard."""
    began = time.perf_counter()
    window.run_command("review.turn")
    wait(page.is_ready)
    tell("turn the queue round", time.perf_counter() - began)
    wait(lambda: not window.context.is_working)
    print(f"{len(page.queue.model.rows):,} rows")
    tell_all(
        "filter keystroke, turned", [timed(lambda text=text: page.queue.model.set_filter(text)) for text in SEARCHES]
    )
    window.run_command("review.turn")
    wait(page.is_ready)
    wait(lambda: not window.context.is_working)
    tell_all("find any standard", [find(page, text) for text in ("9001", "quality", "rotating machines part 1")])


def confirm(page: ReviewPage, rest: float = 0.0) -> float:
    """Seconds from I and Enter until the next row is shown and painted."""
    end = time.perf_counter() + rest
    while time.perf_counter() < end:
        QApplication.processEvents()
        time.sleep(0.002)
    before = page.queue.designation()

    def act() -> None:
        focus = QApplication.focusWidget() or page
        QTest.keyClick(focus, Qt.Key.Key_I)
        QTest.keyClick(QApplication.focusWidget() or page, Qt.Key.Key_Return)

    spent = timed(act)
    assert page.queue.designation() != before, "nothing was confirmed"
    return spent


def find(page: ReviewPage, text: str) -> float:
    """Seconds until the standards with this text are shown."""
    began = time.perf_counter()
    page.pair.finder.box.setText(text)
    wait(lambda: page.pair.finder.model.rowCount() > 0)
    spent = time.perf_counter() - began
    page.pair.finder.close_search()
    return spent


def timed(act: Callable[[], object]) -> float:
    """Seconds of doing something and painting what it changed."""
    began = time.perf_counter()
    act()
    QApplication.processEvents()
    return time.perf_counter() - began


def wait(condition: Callable[[], bool]) -> None:
    """Let the window live until this holds."""
    end = time.monotonic() + 300
    while not condition():
        assert time.monotonic() < end, "waited in vain"
        QApplication.processEvents()
        time.sleep(0.002)


def tell(what: str, seconds: float) -> None:
    """One figure."""
    print(f"{what:36} {seconds:8.2f} s")


def tell_all(what: str, seconds: list[float]) -> None:
    """Median, 95th percentile and worst of several."""
    ordered = sorted(seconds)
    high = ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))]
    print(
        f"{what:36} {statistics.median(ordered) * 1000:8.1f} ms median, {high * 1000:8.1f} ms p95, "
        f"{ordered[-1] * 1000:8.1f} ms worst of {len(ordered)}"
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 60)
