"""The window as a face: what a story asks for is done on the screen, with keyboard or mouse, and read from there."""

import csv
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from aligner.domain.applicability import ApplicabilityVerdict
from aligner.domain.catalogue import Level
from aligner.domain.degree import parse_degree
from aligner.domain.designation.designation import Designation
from aligner.domain.designation.parser import parse_designation
from aligner.domain.pairs.decision import Coverage
from aligner.domain.pairs.deviation import needs_reason
from aligner.gui.dialogs.catalogues.load import COLUMNS, CONTENT, LOADED, LoadCatalogueDialog
from aligner.gui.dialogs.catalogues.load_content import KINDS
from aligner.gui.dialogs.figures.report import DONE, ReportDialog
from aligner.gui.dialogs.program.reviewer import ReviewerDialog
from aligner.gui.dialogs.review.applicability import ApplicabilityDialog
from aligner.gui.pages.history.page import HistoryPage
from aligner.gui.pages.indicators.page import IndicatorsPage
from aligner.gui.pages.review.page import ReviewPage
from aligner.gui.shell.main_window import MainWindow
from aligner.indicators.registry import INDICATORS
from tests.gui.conftest import PATIENCE
from tests.gui.hands import HANDS, Hands

from .faces import DAY, Loading, Refused, SmallTable

Shown = TypeVar("Shown", bound=QDialog)

LEVELS = {"national": Level.NATIONAL, "international": Level.INTERNATIONAL}


class WindowFace:
    """A window with an empty project; forms are worked through row by row, as a reviewer does without them."""

    def __init__(self, project: Path, window: MainWindow, hands: Hands, qtbot: QtBot) -> None:
        self._window = window
        self._hands = hands
        self._qtbot = qtbot
        hands.do("project.new")
        hands.name_file(project)
        self._wait(lambda: window.context.has_project)

    def load(self, file: Path, level: str) -> Loading:
        """The dialog, step by step."""
        self._hands.do("catalogue.load")
        dialog = self._dialog(LoadCatalogueDialog)
        step = dialog.file_step
        self._hands.press(step.levels[LEVELS[level]])
        self._hands.hand_over(file, step.drop, step.browse)
        self._wait(lambda: dialog.step == COLUMNS)
        self._hands.press(dialog.next_button)
        self._wait(lambda: dialog.step == CONTENT)
        figures = {name: int(words.text()) for name, words in dialog.content_step.figures.items()}
        is_newer = dialog.content_step.tabs.isTabVisible(1)
        self._hands.press(dialog.next_button)
        self._wait(lambda: dialog.step == LOADED)
        found: dict[str, list[str]] = {text: [] for _, text in KINDS}
        difference = dialog.content_step.difference
        for row in range(difference.rowCount()):
            found[difference.text(row, 0)].append(difference.text(row, 1))
        self._hands.press(dialog.close_button)
        self._wait()
        added, changed, gone, stale = found.values()
        counts = (len(added), len(changed), len(gone)) if is_newer else None
        return Loading(figures["standards"], figures["left_out"], counts, tuple(stale))

    def match(self) -> None:
        """Find candidates."""
        self._hands.do("catalogue.match")
        self._wait()

    def best_candidate(self, national: str) -> tuple[str, str]:
        """The first candidate on the review page."""
        page = self._review(Level.NATIONAL)
        self._go_to(page, national)
        best = page.pair.candidates.offers_model.lines[0]
        assert best.band is not None
        return (best.designation.partition(":")[0], best.band.text.split()[0])

    def decide(self, file: Path, reviewer: str, *, replace: bool = False) -> SmallTable:  # noqa: ARG002 - see below
        """One standard after the other on the review page; who decides there sees what it replaces."""
        self._sign_as(reviewer)
        return self._each_row(file, self._decide)

    def judge(self, file: Path, reviewer: str) -> SmallTable:
        """One work after the other, with the international standards listed."""
        self._sign_as(reviewer)
        return self._each_row(file, self._judge)

    def undo(self, reviewer: str) -> None:
        """Undo, and what is said about it."""
        self._step(reviewer, "edit.undo", "Undone: ")

    def redo(self, reviewer: str) -> None:
        """Redo, and what is said about it."""
        self._step(reviewer, "edit.redo", "Redone: ")

    def steps(self) -> int:
        """The rows of the History page."""
        self._hands.do("go.history")
        page = self._window.page
        assert isinstance(page, HistoryPage)
        return page.model.rowCount()

    def figure(self, indicator: str, profile: str = "outline-85") -> str:
        """The tab of the Indicators page that lists all figures."""
        self._hands.do("go.indicators")
        self._wait()
        page = self._window.page
        assert isinstance(page, IndicatorsPage)
        if page.profile != profile:
            self._hands.choose(page.profile_box, profile)
        if page.at != DAY:
            self._hands.set_day(page.day, DAY)
        page.tabs.setCurrentWidget(page.figures)
        self._wait()
        name = next(one.name for one in INDICATORS if one.id == indicator)
        model = page.figures.model
        row = next(row for row in range(model.rowCount()) if model.text(row, 0) == name)
        return f"{model.text(row, 2)}/{model.text(row, 3)}"

    def report(self, out: Path, language: str) -> None:
        """The dialog of the report."""
        self._hands.do("report.export")
        dialog = self._dialog(ReportDialog)
        self._hands.choose(dialog.language, language)
        self._hands.set_day(dialog.day, DAY)
        self._hands.write(dialog.target, str(out))
        self._hands.press(dialog.export_button)
        self._wait(lambda: dialog.step == DONE)
        self._hands.press(dialog.close_button)

    def is_sound(self) -> bool:
        """What checking the project says."""
        self._hands.do("project.check")
        self._wait(lambda: "project" in self._window.notice.words.text())
        return self._window.notice.words.text().endswith("sound.")

    # on the review page

    def _review(self, level: Level) -> ReviewPage:
        self._hands.do("go.review")
        self._wait()
        page = self._window.page
        assert isinstance(page, ReviewPage)
        if not page.is_ready():
            self.match()
        self._wait(page.is_ready)
        if page.level is not level:
            self._hands.do("review.turn")
            self._wait(page.is_ready)
        return page

    def _go_to(self, page: ReviewPage, designation: str) -> bool:
        """Go to the row of this standard; False when there is none."""
        names = page.queue.shown_designations()
        if designation not in names:
            return False
        self._hands.go_to(page.queue.view, names.index(designation))
        assert page.pair.designation == designation
        return True

    def _decide(self, row: dict[str, str]) -> bool:
        page = self._review(Level.NATIONAL)
        if not self._go_to(page, _number(row["national"])):
            return False
        if row["verdict"] == "no_counterpart":
            self._hands.do("review.candidate0")
        else:
            self._choose_counterpart(page, _number(row["international"]))
            self._fill_panel(page, row)
        self._hands.do("review.confirm")
        return not page.pair.panel.hint.isVisible()

    def _choose_counterpart(self, page: ReviewPage, international: str) -> None:
        offered = [line.designation for line in page.pair.candidates.offers_model.lines]
        if international in offered:
            self._hands.do(f"review.candidate{offered.index(international) + 1}")
            return
        self._hands.do("review.find")
        self._hands.write(page.pair.finder.box, international)
        self._hands.enter()
        self._wait(lambda: international == _offered(page))

    def _fill_panel(self, page: ReviewPage, row: dict[str, str]) -> None:
        panel = page.pair.panel
        read = parse_degree(row["degree"])
        degree = read.degree if read else None
        if degree is not None and panel.chosen_degree() is not degree:
            self._hands.do(f"review.{degree.value.lower()}")
        if needs_reason(degree):
            self._hands.press(panel.reasons["altered"])
        coverage, _, group = row["coverage"].partition(":")
        if group:
            self._hands.choose(panel.coverage, Coverage(coverage).value)
            self._hands.write(panel.joint, group)

    def _judge(self, row: dict[str, str]) -> bool:
        page = self._review(Level.INTERNATIONAL)
        if not self._go_to(page, _number(row["international"]).partition(":")[0]):
            return False
        self._hands.do("review.applicability")
        dialog = self._dialog(ApplicabilityDialog)
        self._hands.press(dialog.verdicts[ApplicabilityVerdict(row["applicable"])])
        for code in row["reason"].split():
            self._hands.press(dialog.reasons[code])
        self._hands.press(dialog.record_button)
        return not dialog.isVisible()

    # all over the window

    def _each_row(self, file: Path, take: Callable[[dict[str, str]], bool]) -> SmallTable:
        with file.open(encoding="utf-8", newline="") as form:
            taken = {number: take(row) for number, row in enumerate(csv.DictReader(form), 2)}
        return SmallTable(sum(taken.values()), tuple(number for number, is_taken in taken.items() if not is_taken))

    def _sign_as(self, reviewer: str) -> None:
        if self._window.context.reviewer != reviewer:
            self._hands.do("view.reviewer")
            dialog = self._dialog(ReviewerDialog)
            self._hands.write(dialog.name, reviewer)
            self._hands.press(dialog.take_button)

    def _step(self, reviewer: str, command: str, told: str) -> None:
        self._sign_as(reviewer)
        self._hands.do(command)
        said = self._window.notice.words.text()
        if not said.startswith(told):
            raise Refused(said)

    def _dialog(self, kind: type[Shown]) -> Shown:
        (dialog,) = [one for one in self._window.findChildren(kind) if one.isVisible()]
        return dialog

    def _wait(self, condition: Callable[[], bool] = lambda: True) -> None:
        """Until nothing is being done beside the window and this holds."""
        self._qtbot.waitUntil(lambda: condition() and not self._window.context.is_working, timeout=PATIENCE)


def _offered(page: ReviewPage) -> str:
    offer = page.pair.current_offer()
    return offer.international if offer is not None else ""


def _number(text: str) -> str:
    """The number of a standard as the catalogues print it, however it is written in the form."""
    read = parse_designation(text)
    return str(read) if isinstance(read, Designation) else text


def window_face(project: Path, hands: str, window: MainWindow, qtbot: QtBot) -> WindowFace:
    """The window, worked in with these hands."""
    return WindowFace(project, window, HANDS[hands](window), qtbot)
