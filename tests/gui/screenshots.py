"""Pictures of every page and dialog, light and dark, English and Chinese: `python -m tests.gui.screenshots FOLDER`."""

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from aligner.domain.catalogue import Level
from aligner.gui.app import open_window
from aligner.gui.dialogs.comparison import ComparisonDialog
from aligner.gui.dialogs.crash import CrashDialog
from aligner.gui.dialogs.load_catalogue import COLUMNS, CONTENT, LOADED, LoadCatalogueDialog
from aligner.gui.main_window import MainWindow
from aligner.gui.pages.registry import PAGES
from aligner.gui.preferences import Preferences
from aligner.gui.theme import THEMES
from aligner.settings import Settings
from tests.gui.builder import NATIONAL_FILE, make_project
from tests.gui.comparison_scenes import fill_table
from tests.gui.patience import wait
from tests.gui.review_scenes import DECIDED, SEVERAL, STRONG, add_candidates

SIZE = (1366, 768)


def main(folder: Path) -> None:
    """Make all pictures."""
    folder.mkdir(parents=True, exist_ok=True)
    application = QApplication.instance() or QApplication(["aligner"])
    assert isinstance(application, QApplication)
    with tempfile.TemporaryDirectory() as place:
        project = make_project(Path(place) / "Quality and power tools.aligner")
        for language in ("en", "zh"):
            for colours in THEMES:
                shoot = _camera(folder, f"{language}-{colours}")
                preferences = Preferences(Path(place) / f"{language}-{colours}.json")
                preferences.set("colours", colours)
                window = open_window(application, preferences, Settings("secretary", language))
                window.resize(*SIZE)
                _shoot_all(window, project, shoot)
                window.close()
                window.deleteLater()
                application.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _shoot_all(window: MainWindow, project: Path, shoot: Callable[[QWidget, str], None]) -> None:
    shoot(window, "start-empty")
    window.open_names([str(project)])
    wait(lambda: window.context.has_project and not window.context.is_working)
    for page in PAGES:
        window.show_page(page.id)
        wait(lambda: not window.context.is_working)
        shoot(window, page.id)
    for name, show in _places(window):
        show()
        wait(lambda: not window.context.is_working)
        shoot(window, name)
    for command in (
        "help.keys",
        "help.palette",
        "help.about",
        "view.reviewer",
        "report.export",
        "indicators.profiles",
        "catalogue.recipe",
    ):
        window.run_command(command)
        dialog = _newest_dialog(window)
        shoot(dialog, command.replace(".", "-"))
        dialog.reject()
    _shoot_review(window, shoot)
    _shoot_loading(window, shoot)
    crash = CrashDialog(window.context.translate, ValueError("an example of a fault"), window)
    crash.open()
    shoot(crash, "crash")
    crash.accept()


def _places(window: MainWindow) -> Iterator[tuple[str, Callable[[], None]]]:
    """Places inside pages that have a picture of their own."""
    yield (
        "catalogues-international",
        lambda: (
            window.show_page("catalogues"),
            window.run_command("catalogues.international"),
            window.page.parts[Level.INTERNATIONAL].view.go_to(5),
        ),
    )
    yield "catalogues-problems", lambda: window.run_command("catalogues.problems")
    for tab, name in enumerate(("figures", "groups", "why", "plan", "trend")):
        yield (
            f"indicators-{name}",
            lambda tab=tab: (window.show_page("indicators"), window.page.tabs.setCurrentIndex(tab)),
        )


def _shoot_review(window: MainWindow, shoot: Callable[[QWidget, str], None]) -> None:
    assert window.context.session is not None
    add_candidates(window.context.session)
    window.show_page("review")
    window.page.forget()
    wait(window.page.is_ready)
    wait(lambda: not window.context.is_working)
    for name, designation, command in (
        ("review-suggested", STRONG, ""),
        ("review-why", SEVERAL, "review.why"),
        ("review-modified", SEVERAL, "review.mod"),
        ("review-decided", DECIDED, ""),
        ("review-none", DECIDED, "review.candidate0"),
    ):
        window.page.queue.go_to(designation)
        if command:
            window.run_command(command)
        shoot(window, name)
    for command in ("review.bulk", "review.applicability", "review.history", "review.save_view"):
        window.page.queue.go_to(DECIDED)
        window.run_command("review.candidate1")
        window.run_command(command)
        dialog = _newest_dialog(window)
        shoot(dialog, command.replace(".", "-"))
        dialog.reject()
    window.page.queue.go_to(DECIDED)
    window.run_command("review.candidate1")
    window.run_command("review.compare")
    table = _newest_dialog(window)
    assert isinstance(table, ComparisonDialog)
    fill_table(table)
    wait(lambda: not window.context.is_working)
    shoot(table, "review-compare")
    table.done(0)
    window.run_command("review.turn")
    wait(window.page.is_ready)
    shoot(window, "review-turned")
    window.run_command("review.turn")
    wait(window.page.is_ready)


def _shoot_loading(window: MainWindow, shoot: Callable[[QWidget, str], None]) -> None:
    window.run_command("catalogue.load")
    dialog = _newest_dialog(window)
    assert isinstance(dialog, LoadCatalogueDialog)
    shoot(dialog, "load-1-file")
    dialog.file_step.levels[Level.NATIONAL].setChecked(True)
    dialog.file_step.choose(NATIONAL_FILE)
    for step, name in ((COLUMNS, "load-2-columns"), (CONTENT, "load-3-content"), (LOADED, "load-4-loaded")):
        wait(lambda step=step: dialog.step == step and dialog.job is None)
        shoot(dialog, name)
        if step != LOADED:
            dialog.go_on()
    wait(lambda: not window.context.is_working)
    dialog.accept()


def _newest_dialog(window: MainWindow) -> QDialog:
    return [one for one in window.findChildren(QDialog) if one.isVisible()][-1]


def _camera(folder: Path, prefix: str) -> Callable[[QWidget, str], None]:
    def shoot(widget: QWidget, name: str) -> None:
        for _ in range(5):
            QApplication.processEvents()
        widget.grab().save(str(folder / f"{prefix}-{name}.png"))

    return shoot


if __name__ == "__main__":
    main(Path(sys.argv[1]))
