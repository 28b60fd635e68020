"""The review page ready to work on, and a scene for each of its commands."""

from collections.abc import Callable

from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from aligner.domain.catalogue import Level
from aligner.domain.degree import Degree
from aligner.domain.pairs.candidate import MatchingRun
from aligner.domain.pairs.decision import Coverage, Decision, Verdict
from aligner.domain.progress import Silent
from aligner.domain.standards.table import Table
from aligner.gui.dialogs.review.agreement import AgreementDialog
from aligner.gui.dialogs.review.applicability import ApplicabilityDialog
from aligner.gui.dialogs.review.bulk_acceptance import BulkDialog
from aligner.gui.dialogs.review.standard_history import StandardHistoryDialog
from aligner.gui.dialogs.review.together import TogetherDialog
from aligner.gui.dialogs.review.view_name import ViewNameDialog
from aligner.gui.pages.review.page import ReviewPage
from aligner.gui.shell.main_window import MainWindow
from aligner.usecases.candidates.match import match_standards
from aligner.usecases.catalogues.changed_standards import COMPARED, EARLIER_VALUES
from aligner.usecases.project.history import undo
from aligner.usecases.project.opening import open_project
from aligner.usecases.project.session import Session
from aligner.usecases.review.decide import Opinion, decide_pair
from aligner.usecases.review.notes import flags, handed, views
from aligner.usecases.review.queue_rows import ReviewStatus
from aligner.usecases.review.together import BulkAction
from tests.gui.conftest import PATIENCE, dialog_of, settle

STRONG = "GB/T 19016-2021"
"""Strong, with IDT stated by the catalogue."""
SEVERAL = "GB 18030-2022"
"""Three candidates, none of them strong."""
DECIDED = "GB/T 19001-2016"


_KEPT: list[Table] = []


def add_candidates(session: Session) -> None:
    """Put the candidates of the sample catalogues into the project; they are found once for all tests."""
    if not _KEPT:
        match_standards(session, Silent())
        _KEPT.append(session.store.candidates())
    session.store.writing().save_candidates(MatchingRun("", {}, session.inputs()), _KEPT[0])


def session_of(window: MainWindow) -> Session:
    session = window.context.session
    assert session is not None
    return session


def review(window: MainWindow, qtbot: QtBot, designation: str = STRONG) -> ReviewPage:
    """The review page with this standard."""
    add_candidates(session_of(window))
    window.show_page("review")
    page = window.page
    assert isinstance(page, ReviewPage)
    qtbot.waitUntil(page.is_ready, timeout=PATIENCE)
    settle(qtbot, window)
    assert page.queue.go_to(designation)
    window.activateWindow()
    page.queue.view.setFocus()
    return page


def press(qtbot: QtBot, window: MainWindow, *keys: str) -> None:
    """Press keys wherever the keyboard is."""
    for key in keys:
        widget = QApplication.focusWidget() or window
        if key == "Enter":
            qtbot.keyClick(widget, Qt.Key.Key_Return)
        else:
            qtbot.keyClicks(widget, key)


def decisions(window: MainWindow, designation: str) -> list[Decision]:
    return [one for one in session_of(window).store.decisions() if one.national == designation]


def confirm(window: MainWindow, qtbot: QtBot) -> None:
    page = review(window, qtbot)
    window.run_command("review.confirm")
    (decision,) = decisions(window, STRONG)
    assert (decision.verdict, decision.degree) == (Verdict.CONFIRMED, Degree.IDT)
    assert page.queue.designation() not in ("", STRONG)


def confirm_and_stay(window: MainWindow, qtbot: QtBot) -> None:
    page = review(window, qtbot)
    window.run_command("review.confirm_stay")
    assert len(decisions(window, STRONG)) == 1
    assert page.queue.designation() == STRONG


def degree(command: str, wanted: Degree) -> Callable[[MainWindow, QtBot], None]:
    def scene(window: MainWindow, qtbot: QtBot) -> None:
        page = review(window, qtbot, SEVERAL)
        assert page.pair.panel.chosen_degree() is None
        window.run_command(command)
        assert page.pair.panel.chosen_degree() is wanted

    return scene


def coverage(window: MainWindow, qtbot: QtBot) -> None:
    page = review(window, qtbot)
    window.run_command("review.coverage")
    assert page.pair.panel.entered().coverage is Coverage.PARTIAL


def reason(code: str) -> Callable[[MainWindow, QtBot], None]:
    def scene(window: MainWindow, qtbot: QtBot) -> None:
        page = review(window, qtbot, SEVERAL)
        window.run_command("review.mod")
        window.run_command(f"review.{code}")
        assert page.pair.panel.entered().reason == code

    return scene


def edition(window: MainWindow, qtbot: QtBot) -> None:
    page = review(window, qtbot)
    assert page.pair.panel.edition.isVisible()
    window.run_command("review.edition")
    assert page.pair.panel.entered().edition is not None


def note(window: MainWindow, qtbot: QtBot) -> None:
    page = review(window, qtbot)
    window.run_command("review.note")
    assert page.pair.panel.note.hasFocus()


def reject(window: MainWindow, qtbot: QtBot) -> None:
    page = review(window, qtbot, SEVERAL)
    window.run_command("review.reject")
    (decision,) = decisions(window, SEVERAL)
    assert decision.verdict is Verdict.REJECTED
    assert page.pair.candidates.current() == 1


def unsure(window: MainWindow, qtbot: QtBot) -> None:
    review(window, qtbot)
    window.run_command("review.unsure")
    assert decisions(window, STRONG)[0].verdict is Verdict.UNSURE


def skip(window: MainWindow, qtbot: QtBot) -> None:
    page = review(window, qtbot)
    window.run_command("review.skip")
    assert page.queue.designation() not in ("", STRONG)
    assert not decisions(window, STRONG)


def flag(window: MainWindow, qtbot: QtBot) -> None:
    page = review(window, qtbot)
    window.run_command("review.flag")
    assert flags(session_of(window)) == {STRONG: "secretary"}
    assert page.deciding.is_flagged()
    window.run_command("review.flag")
    assert flags(session_of(window)) == {}


def take_back(window: MainWindow, qtbot: QtBot) -> None:
    review(window, qtbot, DECIDED)
    assert len(decisions(window, DECIDED)) == 1
    window.run_command("review.take_back")
    assert not decisions(window, DECIDED)


def make_stale(window: MainWindow, designation: str) -> None:
    """Let the title of a national standard be another one than when it was decided on."""
    session = session_of(window)
    table = session.standards(Level.NATIONAL)
    row = table["designation"].index(designation)
    was = {name: table[name][row] for name in COMPARED}
    session.store.writing().save_setting(EARLIER_VALUES, {table["fingerprint"][row]: was})
    table["fingerprint"][row] = "another one"
    table["title_en"][row] = f"New {table['title_en'][row]}"


def renew(window: MainWindow, qtbot: QtBot) -> None:
    make_stale(window, DECIDED)
    page = review(window, qtbot, DECIDED)
    (field,) = page.pair.notices.changes.changes[0].fields
    assert (field.name, field.after) == ("title_en", f"New {field.before}")
    window.run_command("review.renew")
    (decision,) = decisions(window, DECIDED)
    assert (decision.verdict, decision.degree) == (Verdict.CONFIRMED, Degree.IDT)
    assert decision.national_fingerprint == "another one"
    assert page.queue.go_to(DECIDED)
    assert not page.pair.notices.changes.isVisible()


def anew(window: MainWindow, qtbot: QtBot, command: str, designation: str = SEVERAL) -> ReviewPage:
    """The page that a command puts in the place of the one that is shown."""
    before = review(window, qtbot, designation)
    window.run_command(command)
    qtbot.waitUntil(lambda: window.page is not before, timeout=PATIENCE)
    page = window.page
    assert isinstance(page, ReviewPage)
    qtbot.waitUntil(page.is_ready, timeout=PATIENCE)
    settle(qtbot, window)
    assert page.queue.designation() == designation
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=PATIENCE)
    page.queue.view.setFocus()
    return page


def hide_scores(window: MainWindow, qtbot: QtBot) -> None:
    page = anew(window, qtbot, "review.scores")
    lines = page.pair.candidates.offers_model.lines
    assert all(line.band is None and not line.why and not line.steps for line in lines)
    assert page.pair.candidates.current() == -1
    assert "best" not in [column.name for column in page.queue.model.columns]
    assert window.context.preferences.text("review.scores") == "hidden"
    page = anew(window, qtbot, "review.scores")
    assert page.pair.candidates.offers_model.lines[0].band is not None


def blind_second(window: MainWindow, qtbot: QtBot) -> None:
    window.context.set_reviewer("expert")
    page = anew(window, qtbot, "review.second", DECIDED)
    assert page.queue.value("status") is ReviewStatus.UNREVIEWED
    assert "awaiting" in page.queue.value("kinds")
    assert "secretary" not in page.pair.panel.about.words.text()
    press(qtbot, window, "1", "i", "Enter")
    assert [one.reviewer for one in decisions(window, DECIDED)] == ["secretary"]
    assert [one.reviewer for one in session_of(window).store.second_opinions()] == ["expert"]
    page.queue.go_to(DECIDED)
    assert page.queue.value("status") is ReviewStatus.CONFIRMED
    window.run_command("review.take_back")
    assert session_of(window).store.second_opinions() == []


def disagree(window: MainWindow) -> None:
    """Let somebody else say something else than what stands."""
    with open_project(window.context.address, "expert") as other:
        opinion = Opinion(DECIDED, "ISO 9001:2015", Verdict.CONFIRMED, Degree.MOD, reason="less")
        decide_pair(other, opinion, second=True)


def agree_again(window: MainWindow) -> None:
    """Let the other reviewer undo what `disagree` did."""
    with open_project(window.context.address, "expert") as other:
        undo(other)


def settle_difference(command: str, wanted: Degree) -> Callable[[MainWindow, QtBot], None]:
    def scene(window: MainWindow, qtbot: QtBot) -> None:
        disagree(window)
        page = review(window, qtbot, DECIDED)
        assert page.queue.value("status") is ReviewStatus.DISPUTED
        assert page.pair.notices.opinions.isVisible()
        assert "expert" in page.pair.notices.opinions.opinions[1].text()
        window.run_command(command)
        (decision,) = decisions(window, DECIDED)
        assert decision.degree is wanted
        assert page.queue.go_to(DECIDED)
        assert page.queue.value("status") is ReviewStatus.CONFIRMED
        assert not page.pair.notices.opinions.isVisible()

    return scene


def agreement(window: MainWindow, qtbot: QtBot) -> None:
    disagree(window)
    page = review(window, qtbot)
    window.run_command("review.agreement")
    dialog = dialog_of(window)
    assert isinstance(dialog, AgreementDialog)
    assert "0 of 1 pairs" in dialog.figures.text()
    assert dialog.matrix.text(0, 0) == "IDT"
    dialog.go_button.click()
    assert page.queue.designation() == DECIDED


def applicability(window: MainWindow, qtbot: QtBot) -> None:
    review(window, qtbot)
    window.run_command("review.applicability")
    dialog = dialog_of(window)
    assert isinstance(dialog, ApplicabilityDialog)
    list(dialog.verdicts.values())[1].setChecked(True)
    dialog.record_button.click()
    assert dialog.isVisible()  # it needs a reason
    dialog.reasons["N1"].setChecked(True)
    dialog.record_button.click()
    (verdict,) = session_of(window).store.applicability()
    assert (verdict.work, verdict.verdict.value, verdict.reason) == ("ISO 10006", "N", "N1")


def together(window: MainWindow, qtbot: QtBot) -> None:
    page = review(window, qtbot)
    page.queue.search.setText("19")
    page.queue.model.set_filter("19")
    shown = page.queue.shown_designations()
    window.run_command("review.together")
    dialog = dialog_of(window)
    assert isinstance(dialog, TogetherDialog)
    assert dialog.plan is not None
    assert len(dialog.plan.rows) + len(dialog.plan.left_out) == len(shown)
    dialog.action.setCurrentIndex(dialog.action.findData(BulkAction.HAND_OVER.value))
    dialog.name.setText("Li")
    assert dialog.model.rowCount() == len(shown)
    dialog.do_button.click()
    assert handed(session_of(window)) == dict.fromkeys(shown, "Li")
    assert page.queue.value("handed") == "Li"
    assert window.notice.words.text().startswith("Handed over to Li: ")
    window.notice.button.click()
    assert handed(session_of(window)) == {}
    assert page.queue.value("handed") == ""


def bulk(window: MainWindow, qtbot: QtBot) -> None:
    review(window, qtbot)
    before = len(session_of(window).store.decisions())
    window.run_command("review.bulk")
    dialog = dialog_of(window)
    assert isinstance(dialog, BulkDialog)
    assert not dialog.accept_button.isEnabled()
    for _ in range(dialog.model.rowCount()):
        qtbot.keyClick(dialog.view, Qt.Key.Key_Down)
    assert dialog.accept_button.isEnabled()
    dialog.accept_button.click()
    assert len(session_of(window).store.decisions()) > before + 50
    assert "accepted" in window.notice.words.text()
    window.run_command("edit.undo")
    assert len(session_of(window).store.decisions()) == before


def candidate(number: int) -> Callable[[MainWindow, QtBot], None]:
    def scene(window: MainWindow, qtbot: QtBot) -> None:
        page = review(window, qtbot, SEVERAL)
        window.run_command(f"review.candidate{number}")
        there = len(page.pair.candidates.offers_model.lines)
        chosen = there - 1 if number == 0 else number - 1
        assert page.pair.candidates.current() == (chosen if chosen < there - (number > 0) else 0)

    return scene


def find(window: MainWindow, qtbot: QtBot) -> None:
    page = review(window, qtbot)
    window.run_command("review.find")
    qtbot.keyClicks(page.pair.finder.box, "9001")
    qtbot.keyClick(page.pair.finder.box, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.pair.current_offer().international == "ISO 9001:2015", timeout=PATIENCE)  # type: ignore[union-attr]


def why(window: MainWindow, qtbot: QtBot) -> None:
    page = review(window, qtbot)
    window.run_command("review.why")
    assert page.pair.candidates.offers_model.opened == 0
    window.run_command("review.why")
    assert page.pair.candidates.offers_model.opened == -1


def history(window: MainWindow, qtbot: QtBot) -> None:
    review(window, qtbot, DECIDED)
    window.run_command("review.history")
    dialog = dialog_of(window)
    assert isinstance(dialog, StandardHistoryDialog)
    assert dialog.model.rowCount() == 1
    dialog.take_back_button.click()
    assert dialog.model.rowCount() == 2
    assert not decisions(window, DECIDED)


def difference(window: MainWindow, qtbot: QtBot) -> None:
    page = review(window, qtbot)
    window.run_command("review.difference")
    assert not page.is_difference_marked()


def scope(window: MainWindow, qtbot: QtBot) -> None:
    page = review(window, qtbot)
    window.run_command("review.scope")
    assert page.pair.sides.scope_button.isChecked()


def step(command: str, by: int) -> Callable[[MainWindow, QtBot], None]:
    def scene(window: MainWindow, qtbot: QtBot) -> None:
        page = review(window, qtbot)
        row = page.queue.view.currentIndex().row()
        window.run_command(command)
        assert page.queue.view.currentIndex().row() == row + by

    return scene


def turn(window: MainWindow, qtbot: QtBot) -> None:
    page = review(window, qtbot)
    window.run_command("review.turn")
    qtbot.waitUntil(page.is_ready, timeout=PATIENCE)
    assert page.level is Level.INTERNATIONAL
    assert page.queue.go_to("ISO 10006")
    assert page.pair.candidates.offers_model.lines[0].designation == STRONG


def save_view(window: MainWindow, qtbot: QtBot) -> None:
    page = review(window, qtbot)
    page.queue.search.setText("quality")
    window.run_command("review.save_view")
    dialog = dialog_of(window)
    assert isinstance(dialog, ViewNameDialog)
    dialog.name.setText("Quality")
    dialog.save_button.click()
    (view,) = views(session_of(window))
    assert (view.name, view.search) == ("Quality", "quality")


def minutes(window: MainWindow, qtbot: QtBot) -> None:
    from tests.gui.indicator_scenes import chosen_file  # noqa: PLC0415 - that module asks this one

    page = review(window, qtbot)
    window.run_command("review.minutes")
    path = chosen_file(window, "meeting.xlsx")
    qtbot.waitUntil(lambda: str(path) in window.notice.words.text(), timeout=PATIENCE)
    sheet = load_workbook(path).active
    shown = [page.queue.model.rows.table["designation"][row] for row in page.queue.model.positions()]
    assert list(dict.fromkeys(row[1].value for row in sheet.iter_rows(min_row=4))) == shown


REVIEW_SCENES: dict[str, Callable[[MainWindow, QtBot], None]] = {
    "review.confirm": confirm,
    "review.confirm_stay": confirm_and_stay,
    "review.idt": degree("review.idt", Degree.IDT),
    "review.mod": degree("review.mod", Degree.MOD),
    "review.neq": degree("review.neq", Degree.NEQ),
    "review.coverage": coverage,
    **{f"review.{code}": reason(code) for code in ("less", "more", "altered", "alternative")},
    "review.edition": edition,
    "review.note": note,
    "review.reject": reject,
    "review.unsure": unsure,
    "review.skip": skip,
    "review.flag": flag,
    "review.take_back": take_back,
    "review.renew": renew,
    "review.scores": hide_scores,
    "review.second": blind_second,
    "review.settle_first": settle_difference("review.settle_first", Degree.IDT),
    "review.settle_second": settle_difference("review.settle_second", Degree.MOD),
    "review.agreement": agreement,
    "review.applicability": applicability,
    "review.bulk": bulk,
    "review.together": together,
    **{f"review.candidate{number}": candidate(number) for number in range(10)},
    "review.find": find,
    "review.why": why,
    "review.history": history,
    "review.difference": difference,
    "review.scope": scope,
    "review.down": step("review.down", 1),
    "review.up": step("review.up", -1),
    "review.turn": turn,
    "review.minutes": minutes,
    "review.save_view": save_view,
}
"""A scene for each command of the review page."""
