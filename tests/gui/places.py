"""Every place of the program with something in it: pages, parts of pages, dialogs, one after the other."""

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

from PySide6.QtWidgets import QDialog, QTabWidget, QWidget

from aligner.domain.applicability import ApplicabilityVerdict
from aligner.domain.catalogue import Level
from aligner.gui.commands.registry import COMMANDS
from aligner.gui.dialogs.catalogues.load import COLUMNS, CONTENT, LOADED, LoadCatalogueDialog
from aligner.gui.dialogs.comparing.comparison import ComparisonDialog
from aligner.gui.dialogs.figures.presentation import Presentation
from aligner.gui.dialogs.figures.report import DONE, ReportDialog
from aligner.gui.dialogs.program.crash import CrashDialog
from aligner.gui.dialogs.program.damage import DamageDialog
from aligner.gui.dialogs.review.applicability import ApplicabilityDialog
from aligner.gui.pages.catalogues.page import CataloguesPage
from aligner.gui.pages.indicators.page import IndicatorsPage
from aligner.gui.pages.page import Page
from aligner.gui.pages.registry import PAGES
from aligner.gui.pages.review.page import ReviewPage
from aligner.gui.shell.main_window import MainWindow
from aligner.storage.tables import journal, standards
from aligner.usecases.project.damage import Damage
from tests.gui.builder import NATIONAL_FILE
from tests.gui.comparison_scenes import fill_table
from tests.gui.patience import wait
from tests.gui.review_places import sights
from tests.gui.review_scenes import DECIDED, SEVERAL, STRONG, add_candidates
from tests.gui.snapshot_places import snapshot_dialogs

Place = tuple[str, QWidget]
"""A name, and the window or dialog to look at while it is the turn of this place."""

SomePage = TypeVar("SomePage", bound=Page)
SomeDialog = TypeVar("SomeDialog", bound=QDialog)

TABS = ("overview", "figures", "groups", "why", "plan", "trend")
"""The tabs of the Indicators page."""

PLAIN = ("help.guide", "help.keys", "help.palette", "help.about", "view.reviewer", "indicators.profiles")
"""Commands that open a dialog from any page."""

OWN = ("report.export", "plan.save", "review.applicability", "review.compare", "review.agreement", "catalogue.load",
       "snapshots.take", "snapshots.list")  # fmt: skip
"""Commands whose dialogs have something done in them first."""

OPENS = "…"
"""How the text of a command ends that opens a dialog."""

REVIEWING = ("review.bulk", "review.together", "review.history", "review.save_view")
"""Commands that open a dialog from the review page."""


def places(window: MainWindow, project: Path) -> Iterator[Place]:
    """All of them, in a window without a project; this one is opened in it."""
    yield "start-empty", window
    window.open_names([str(project)])
    wait(lambda: window.context.has_project and not window.context.is_working)
    yield from main_pages(window)
    yield from _catalogue_parts(window)
    yield from _indicator_parts(window)
    for command in PLAIN:
        yield from _dialog(window, command)
    yield from _report(window)
    yield from snapshot_dialogs(window)
    yield from _review(window)
    yield from _other_dialogs(window)
    yield from _loading(window)
    yield from _damage(window)
    yield from _crash(window)


def main_pages(window: MainWindow) -> Iterator[Place]:
    """The pages as they open."""
    for entry in PAGES:
        window.show_page(entry.id)
        settle(window)
        yield entry.id, window


def settle(window: MainWindow) -> None:
    """Wait until nothing is being done beside the window."""
    wait(lambda: not window.context.is_working)


def _catalogue_parts(window: MainWindow) -> Iterator[Place]:
    page = _page(window, "catalogues", CataloguesPage)
    window.run_command("catalogues.international")
    page.parts[Level.INTERNATIONAL].view.go_to(5)
    settle(window)
    yield "catalogues-international", window
    window.run_command("catalogues.problems")
    settle(window)
    yield "catalogues-problems", window


def _indicator_parts(window: MainWindow) -> Iterator[Place]:
    page = _page(window, "indicators", IndicatorsPage)
    for tab, name in enumerate(TABS):
        page.tabs.setCurrentIndex(tab)
        settle(window)
        if name == "overview":
            yield from _presentation(window)
        if name == "plan":
            counted: list[bool] = []
            page.plan.simulated.connect(lambda counted=counted: counted.append(True))
            page.plan.tick_enough()
            wait(lambda counted=counted: bool(counted))
            yield from _dialog(window, "plan.save")
        yield f"indicators-{name}", window
        for number in _further_tabs(window, page.parts[tab]):
            yield f"indicators-{name}-{number}", window


def _presentation(window: MainWindow) -> Iterator[Place]:
    """As large as the window: the screen of the tests is smaller than any that people have."""
    window.run_command("indicators.present")
    settle(window)
    dialog = _open(window, Presentation)
    dialog.showNormal()
    dialog.resize(window.size())
    for sheet in range(dialog.sheets.count()):
        settle(window)
        yield f"presentation-{sheet}", dialog
        dialog.turn(1)
    dialog.reject()


def _further_tabs(window: MainWindow, part: QWidget) -> Iterator[int]:
    """Open the tabs in a part of a page or a dialog, but for those that are open; their numbers."""
    number = 1
    for tabs in part.findChildren(QTabWidget):
        for place in range(1, tabs.count()):
            if tabs.isTabVisible(place):
                number += 1
                tabs.setCurrentIndex(place)
                settle(window)
                yield number
        tabs.setCurrentIndex(0)


def _dialog(window: MainWindow, command: str) -> Iterator[Place]:
    window.run_command(command)
    settle(window)
    dialog = _open(window, QDialog)
    yield command.replace(".", "-"), dialog
    for number in _further_tabs(window, dialog):
        yield f"{command.replace('.', '-')}-{number}", dialog
    dialog.reject()


def _report(window: MainWindow) -> Iterator[Place]:
    window.run_command("report.export")
    dialog = _open(window, ReportDialog)
    settle(window)
    yield "report-export", dialog
    dialog.target.setText(str(Path(window.context.address).with_name("report.xlsx")))
    dialog.export()
    wait(lambda: dialog.step == DONE)
    settle(window)
    yield "report-done", dialog
    dialog.reject()


def _review(window: MainWindow) -> Iterator[Place]:
    assert window.context.session is not None
    add_candidates(window.context.session)
    page = _page(window, "review", ReviewPage)
    page.forget()
    wait(page.is_ready)
    settle(window)
    for name, designation, command in (
        ("review-suggested", STRONG, ""),
        ("review-why", SEVERAL, "review.why"),
        ("review-modified", SEVERAL, "review.mod"),
        ("review-decided", DECIDED, ""),
        ("review-none", DECIDED, "review.candidate0"),
    ):
        page.queue.go_to(designation)
        if command:
            window.run_command(command)
        settle(window)
        yield name, window
    yield from sights(window)
    page = _page(window, "review", ReviewPage)  # another one: what is hidden was chosen anew
    for command in REVIEWING:
        _choose_decided(window, page)
        yield from _dialog(window, command)
    yield from _applicability(window, page)
    yield from _comparison(window, page)
    window.run_command("review.turn")
    wait(page.is_ready)
    settle(window)
    yield "review-turned", window
    window.run_command("review.turn")
    wait(page.is_ready)


def _other_dialogs(window: MainWindow) -> Iterator[Place]:
    """The dialogs that commands of the pages open and that are not named here."""
    named = {*PLAIN, *REVIEWING, *OWN}
    done: set[str] = set()
    for entry in PAGES:
        window.show_page(entry.id)
        settle(window)
        for command in COMMANDS:
            opens = command.text.endswith(OPENS) and command.id not in named | done
            if opens and window.commands.action(command.id).isEnabled():
                done.add(command.id)
                window.run_command(command.id)
                settle(window)
                yield from _from_the_top(window, command.id.replace(".", "-"))


def _from_the_top(window: MainWindow, name: str) -> Iterator[Place]:
    """The dialogs that are open, one after the other; each is closed when it was looked at."""
    while there := [one for one in window.findChildren(QDialog) if one.isVisible()]:
        if type(there[-1]).__module__.startswith("aligner"):  # not one of Qt or of the system
            yield name, there[-1]
        there[-1].reject()
        settle(window)


def _choose_decided(window: MainWindow, page: ReviewPage) -> None:
    page.queue.go_to(DECIDED)
    window.run_command("review.candidate1")


def _applicability(window: MainWindow, page: ReviewPage) -> Iterator[Place]:
    _choose_decided(window, page)
    window.run_command("review.applicability")
    dialog = _open(window, ApplicabilityDialog)
    dialog.verdicts[ApplicabilityVerdict.DEFERRED].setChecked(True)
    settle(window)
    yield "review-applicability", dialog
    dialog.reject()


def _comparison(window: MainWindow, page: ReviewPage) -> Iterator[Place]:
    _choose_decided(window, page)
    window.run_command("review.compare")
    dialog = _open(window, ComparisonDialog)
    fill_table(dialog)
    settle(window)
    yield "review-compare", dialog
    dialog.done(0)


def _loading(window: MainWindow) -> Iterator[Place]:
    window.run_command("catalogue.load")
    dialog = _open(window, LoadCatalogueDialog)
    settle(window)
    yield "load-1-file", dialog
    dialog.file_step.levels[Level.NATIONAL].setChecked(True)
    dialog.file_step.choose(NATIONAL_FILE)
    for step, name in ((COLUMNS, "load-2-columns"), (CONTENT, "load-3-content"), (LOADED, "load-4-loaded")):
        wait(lambda step=step: dialog.step == step and dialog.job is None)
        yield name, dialog
        if step != LOADED:
            dialog.go_on()
    settle(window)
    dialog.accept()


def _damage(window: MainWindow) -> Iterator[Place]:
    found = (standards.altered("gb.xlsx"), journal.altered(3))
    damage = Damage(found, ("National standards",), ("History",), "20261130T081500Z-ours.aligner", is_on_server=False)
    for is_open in (True, False):
        dialog = DamageDialog(window.context, window, damage, is_open=is_open)
        dialog.open()
        settle(window)
        yield f"damage-{'open' if is_open else 'refused'}", dialog
        dialog.reject()


def _crash(window: MainWindow) -> Iterator[Place]:
    dialog = CrashDialog(window.context.translate, ValueError("an example of a fault"), window)
    dialog.open()
    settle(window)
    yield "crash", dialog
    dialog.accept()


def _page(window: MainWindow, name: str, kind: type[SomePage]) -> SomePage:
    window.show_page(name)
    settle(window)
    assert isinstance(window.page, kind)
    return window.page


def _open(window: MainWindow, kind: type[SomeDialog]) -> SomeDialog:
    """The dialog that was opened last."""
    return [one for one in window.findChildren(kind) if one.isVisible()][-1]
