"""Whole journeys of a reviewer, by keyboard."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from aligner.domain.catalogue import Level
from aligner.domain.degree import Degree
from aligner.domain.pairs.decision import Verdict
from aligner.gui.models.offers import OfferLine, OffersModel, StepLine
from aligner.gui.pages.history.page import HistoryPage
from aligner.gui.pages.review.page import ReviewPage
from aligner.gui.shell.main_window import MainWindow
from aligner.gui.widgets.pairs.difference_view import TextPane
from aligner.gui.widgets.plain.labels import ElidedLabel
from aligner.usecases.figures.bottom_line import bottom_line
from aligner.usecases.project.opening import open_project
from aligner.usecases.review.decide import Opinion, decide_pair, take_back
from aligner.usecases.review.notes import View, draft
from aligner.usecases.review.queue_rows import ReviewStatus
from tests.gui.conftest import PATIENCE, dialog_of, settle
from tests.gui.review_scenes import (
    DECIDED,
    SEVERAL,
    STRONG,
    anew,
    decisions,
    disagree,
    make_stale,
    press,
    review,
    session_of,
)


def choose(page: ReviewPage, facet: str, *kinds: str) -> None:
    page.queue.facets.set_chosen({facet: frozenset(kinds)})


def test_twenty_strong_pairs_take_twenty_keys(opened: MainWindow, qtbot: QtBot) -> None:
    page = review(opened, qtbot)
    page.queue.show_view(View("", facets={"band": ["strong"], "kinds": ["suggested"]}))
    page.queue.view.go_to(page.queue.model.position(0))
    before = len(session_of(opened).store.decisions())
    press(qtbot, opened, *["Enter"] * 20)
    assert len(session_of(opened).store.decisions()) == before + 20


def test_a_confirmation_is_on_disk_before_the_next_row(opened: MainWindow, project: Path, qtbot: QtBot) -> None:
    review(opened, qtbot)
    press(qtbot, opened, "Enter")
    with open_project(str(project), "somebody else", read_only=True) as other:
        assert [one.degree for one in other.store.decisions() if one.national == STRONG] == [Degree.IDT]


def test_no_degree_is_preset_for_what_is_not_strong(opened: MainWindow, qtbot: QtBot) -> None:
    page = review(opened, qtbot, SEVERAL)
    press(qtbot, opened, "Enter")
    assert not decisions(opened, SEVERAL)
    assert "degree" in page.pair.panel.hint.words.text()
    press(qtbot, opened, "i", "Enter")
    assert decisions(opened, SEVERAL)[0].degree is Degree.IDT


def test_a_modified_adoption_needs_a_reason(opened: MainWindow, qtbot: QtBot) -> None:
    page = review(opened, qtbot, SEVERAL)
    press(qtbot, opened, "m", "Enter")
    assert not decisions(opened, SEVERAL)
    assert page.pair.panel.reasons["less"].hasFocus()
    qtbot.keyClick(page.pair.panel.reasons["less"], Qt.Key.Key_Space)
    press(qtbot, opened, "Enter")
    (decision,) = decisions(opened, SEVERAL)
    assert (decision.degree, decision.reason) == (Degree.MOD, "less")


def test_letters_in_a_note_are_text_and_enter_confirms(opened: MainWindow, qtbot: QtBot) -> None:
    page = review(opened, qtbot)
    press(qtbot, opened, "c")
    qtbot.keyClicks(page.pair.panel.note, "X mind 1")
    press(qtbot, opened, "Enter")
    (decision,) = decisions(opened, STRONG)
    assert (decision.note, decision.verdict) == ("X mind 1", Verdict.CONFIRMED)
    assert page.queue.view.hasFocus()


def test_a_note_begun_is_found_again(opened: MainWindow, qtbot: QtBot) -> None:
    page = review(opened, qtbot)
    press(qtbot, opened, "c")
    qtbot.keyClicks(page.pair.panel.note, "ask the committee")
    page.queue.go_to(SEVERAL)
    assert page.pair.panel.note.text() == ""
    assert draft(session_of(opened), STRONG, "ISO 10006") == "ask the committee"
    page.queue.go_to(STRONG)
    assert page.pair.panel.note.text() == "ask the committee"
    press(qtbot, opened, "Enter")
    assert draft(session_of(opened), STRONG, "ISO 10006") == ""


def test_a_standard_can_have_several_counterparts(opened: MainWindow, qtbot: QtBot) -> None:
    page = review(opened, qtbot, SEVERAL)
    press(qtbot, opened, "1", "i")
    opened.run_command("review.confirm_stay")
    press(qtbot, opened, "2", "n")
    page.pair.panel.reasons["less"].setChecked(True)
    press(qtbot, opened, "Enter")
    assert sorted(str(one.degree) for one in decisions(opened, SEVERAL)) == ["IDT", "NEQ"]


def test_no_counterpart_is_said_by_zero_and_enter(opened: MainWindow, qtbot: QtBot) -> None:
    page = review(opened, qtbot, SEVERAL)
    press(qtbot, opened, "0", "Enter")
    assert decisions(opened, SEVERAL)[0].verdict is Verdict.NO_COUNTERPART
    page.queue.go_to(SEVERAL)
    assert page.queue.value("status") is ReviewStatus.NO_COUNTERPART


def test_a_confirmed_standard_cannot_lose_its_counterpart_by_zero(opened: MainWindow, qtbot: QtBot) -> None:
    page = review(opened, qtbot, DECIDED)
    press(qtbot, opened, "0", "Enter")
    assert [one.verdict for one in decisions(opened, DECIDED)] == [Verdict.CONFIRMED]
    assert "Reject that pair first" in opened.notice.words.text()
    assert page.queue.designation() == DECIDED


def test_undo_and_redo_go_to_the_row(opened: MainWindow, qtbot: QtBot) -> None:
    page = review(opened, qtbot)
    press(qtbot, opened, "Enter", "Enter")
    there = page.queue.designation()
    opened.run_command("edit.undo")
    opened.run_command("edit.undo")
    assert page.queue.designation() == STRONG
    assert page.queue.value("status") is ReviewStatus.SUGGESTED
    opened.run_command("edit.redo")
    assert page.queue.designation() == STRONG
    assert page.queue.value("status") is ReviewStatus.CONFIRMED
    assert there not in ("", STRONG)


def test_undo_shows_a_row_that_a_filter_hides(opened: MainWindow, qtbot: QtBot) -> None:
    page = review(opened, qtbot)
    press(qtbot, opened, "Enter")
    page.queue.search.setText("no standard is called so")
    page.queue.model.set_filter("no standard is called so")
    opened.run_command("edit.undo")
    assert page.queue.designation() == STRONG


def test_a_decided_row_stays_until_something_else_is_chosen(opened: MainWindow, qtbot: QtBot) -> None:
    page = review(opened, qtbot)
    choose(page, "kinds", "suggested")
    shown = page.queue.model.rowCount()
    page.queue.go_to(STRONG)
    press(qtbot, opened, "Enter")
    assert page.queue.model.rowCount() == shown
    choose(page, "kinds", "suggested")
    assert page.queue.model.rowCount() == shown - 1


def settle_all_but(opened: MainWindow, *left: str) -> None:
    """Say of every standard of the queue but these that it has no counterpart."""
    session = session_of(opened)
    page = opened.page
    assert isinstance(page, ReviewPage)
    for name in page.queue.model.rows.table["designation"]:
        if name not in left:
            decide_pair(session, Opinion(name, "", Verdict.NO_COUNTERPART), {})


def test_a_queue_is_finished_only_when_nothing_is_open_in_it(opened: MainWindow, qtbot: QtBot) -> None:
    page = review(opened, qtbot)
    for one in session_of(opened).store.decisions():
        take_back(session_of(opened), *one.key)
    settle_all_but(opened, STRONG)
    page.forget()
    settle(qtbot, opened)
    page.queue.go_to(STRONG)
    press(qtbot, opened, "f", "Enter")
    assert page.queue.open_shown() == 0
    assert opened.notice.words.text() == "Queue finished: 1 flagged"
    opened.run_command("edit.undo")
    assert opened.notice.words.text().startswith("Undone: decision")


def test_the_end_of_a_search_leads_to_what_it_hides(opened: MainWindow, qtbot: QtBot) -> None:
    page = review(opened, qtbot)
    page.queue.search.setText(STRONG)
    page.queue.model.set_filter(STRONG)
    page.queue.go_to_next()
    press(qtbot, opened, "Enter")
    hidden = page.queue.open_hidden()
    assert hidden > 0
    assert f"{hidden} open standards are hidden" in opened.notice.words.text()
    opened.notice.button.click()
    assert page.queue.search.text() == ""
    assert page.queue.designation() not in ("", STRONG)
    assert not opened.notice.isVisible()


def test_skipped_rows_come_again_only_when_they_are_asked_for(opened: MainWindow, qtbot: QtBot) -> None:
    page = review(opened, qtbot)
    page.queue.search.setText("10006")
    page.queue.model.set_filter("19016")
    page.queue.go_to_next()
    press(qtbot, opened, "s")
    assert not decisions(opened, STRONG)
    assert opened.notice.words.text() == "1 standard of this list was skipped and is still open."
    opened.notice.button.click()
    assert page.queue.skipped_shown() == 0


def test_a_message_goes_with_the_next_step_and_with_the_page(opened: MainWindow, qtbot: QtBot) -> None:
    review(opened, qtbot, DECIDED)
    opened.run_command("edit.undo")
    assert opened.notice.isVisible()
    press(qtbot, opened, "i", "Enter")
    assert not opened.notice.isVisible()
    opened.run_command("edit.undo")
    assert opened.notice.isVisible()
    opened.show_page("history")
    assert not opened.notice.isVisible()


def test_an_undone_step_is_named(opened: MainWindow, qtbot: QtBot) -> None:
    review(opened, qtbot, DECIDED)
    take_back(session_of(opened), *decisions(opened, DECIDED)[0].key)
    opened.run_command("edit.undo")
    assert opened.notice.words.text().startswith("Undone: taking back a decision, GB/T 19001-2016")
    opened.run_command("edit.redo")
    assert opened.notice.words.text().startswith("Redone: taking back a decision, GB/T 19001-2016")


def test_queue_and_bottom_bar_count_the_same(opened: MainWindow, qtbot: QtBot) -> None:
    page = review(opened, qtbot, DECIDED)
    make_stale(opened, DECIDED)
    page.forget()
    settle(qtbot, opened)
    line = bottom_line(session_of(opened))
    assert line.again == 1
    assert len(page.queue.model.rows) == line.national
    assert page.queue.open_shown() == line.national - line.reviewed + line.again
    assert f"{line.national} national standards" in page.queue.count.text()


def test_a_decision_found_stale_is_shown_and_can_be_renewed(opened: MainWindow, qtbot: QtBot) -> None:
    session = session_of(opened)
    table = session.standards(Level.NATIONAL)
    table["fingerprint"][table["designation"].index(DECIDED)] = "another one"
    page = review(opened, qtbot, DECIDED)
    assert page.queue.value("status") is ReviewStatus.STALE
    assert "changed in its catalogue" in page.pair.panel.about.words.text()
    press(qtbot, opened, "Enter")
    page.queue.go_to(DECIDED)
    assert page.queue.value("status") is ReviewStatus.CONFIRMED


def test_a_stale_decision_shows_what_changed_and_a_key_renews_it(opened: MainWindow, qtbot: QtBot) -> None:
    make_stale(opened, DECIDED)
    page = review(opened, qtbot, DECIDED)
    shown = [pane.toPlainText() for pane in page.pair.notices.changes.findChildren(TextPane)]
    assert shown[1] == f"New {shown[0]}"
    page.queue.go_to(STRONG)
    assert not page.pair.notices.isVisible()
    page.queue.go_to(DECIDED)
    press(qtbot, opened, "r")
    (decision,) = decisions(opened, DECIDED)
    assert (decision.degree, decision.national_fingerprint) == (Degree.IDT, "another one")
    assert page.queue.designation() != DECIDED


def test_a_stale_decision_is_changed_by_another_degree(opened: MainWindow, qtbot: QtBot) -> None:
    make_stale(opened, DECIDED)
    review(opened, qtbot, DECIDED)
    press(qtbot, opened, "n")
    page = opened.page
    assert isinstance(page, ReviewPage)
    page.pair.panel.reasons["altered"].setChecked(True)
    press(qtbot, opened, "Enter")
    (decision,) = decisions(opened, DECIDED)
    assert (decision.degree, decision.national_fingerprint) == (Degree.NEQ, "another one")


def test_without_scores_nothing_is_preset(opened: MainWindow, qtbot: QtBot) -> None:
    page = anew(opened, qtbot, "review.scores", STRONG)
    press(qtbot, opened, "Enter")
    assert not decisions(opened, STRONG)
    press(qtbot, opened, "1", "Enter")
    assert not decisions(opened, STRONG)
    assert "degree" in page.pair.panel.hint.words.text()
    press(qtbot, opened, "i", "Enter")
    assert decisions(opened, STRONG)[0].degree is Degree.IDT


def test_order_and_filters_come_back_with_the_scores(opened: MainWindow, qtbot: QtBot) -> None:
    page = review(opened, qtbot, STRONG)
    page.show_view(View("", facets={"band": ["strong"]}, order="best"))
    hidden = anew(opened, qtbot, "review.scores", STRONG)
    assert hidden.queue.model.chosen == {}
    assert hidden.queue.current_view("", Level.NATIONAL).order == ""
    shown = anew(opened, qtbot, "review.scores", STRONG)
    assert shown.queue.model.chosen == {"band": frozenset({"strong"})}
    assert shown.queue.current_view("", Level.NATIONAL).order == "best"


def test_an_act_on_two_opinions_settles_them(opened: MainWindow, qtbot: QtBot) -> None:
    disagree(opened)
    page = review(opened, qtbot, DECIDED)
    press(qtbot, opened, "n")
    page.pair.panel.reasons["altered"].setChecked(True)
    press(qtbot, opened, "Enter")
    session = session_of(opened)
    assert [one.degree for one in decisions(opened, DECIDED)] == [Degree.NEQ]
    (settled,) = session.store.settlements()
    assert [one.degree for one in (*settled.first, *settled.second)] == [Degree.IDT, Degree.MOD]
    opened.run_command("edit.undo")
    assert page.queue.designation() == DECIDED
    assert page.queue.value("status") is ReviewStatus.DISPUTED
    assert session.store.settlements() == []


def test_a_second_reviewer_finds_no_decision_of_others_in_the_history(opened: MainWindow, qtbot: QtBot) -> None:
    disagree(opened)
    opened.context.set_reviewer("expert")
    anew(opened, qtbot, "review.second", DECIDED)
    opened.show_page("history")
    page = opened.page
    assert isinstance(page, HistoryPage)
    assert set(page.model.rows.table["reviewer"]) == {"expert"}
    assert not page.can_take_back()


def test_another_reviewer_at_a_second_review_sees_their_own_opinions(opened: MainWindow, qtbot: QtBot) -> None:
    disagree(opened)
    page = anew(opened, qtbot, "review.second", DECIDED)
    assert page.queue.value("degree") == "IDT"
    opened.context.set_reviewer("expert")
    settle(qtbot, opened)
    assert page.queue.designation() == DECIDED
    assert page.queue.value("degree") == "MOD"


def test_a_standard_that_is_not_offered_is_found_and_confirmed_from_the_keyboard(
    opened: MainWindow, qtbot: QtBot
) -> None:
    page = review(opened, qtbot, SEVERAL)
    press(qtbot, opened, "o")
    qtbot.keyClicks(page.pair.finder.box, "ISO 8601-1")
    qtbot.waitUntil(lambda: page.pair.finder.model.rowCount() > 0, timeout=PATIENCE)
    press(qtbot, opened, "Enter", "i", "Enter")
    assert decisions(opened, SEVERAL)[0].work == "ISO 8601-1"


def test_escape_leaves_the_search_for_a_standard(opened: MainWindow, qtbot: QtBot) -> None:
    page = review(opened, qtbot, SEVERAL)
    press(qtbot, opened, "o")
    qtbot.keyClicks(page.pair.finder.box, "quality")
    qtbot.waitUntil(lambda: page.pair.finder.model.rowCount() > 0, timeout=PATIENCE)
    qtbot.keyClick(page.pair.finder.box, Qt.Key.Key_Escape)
    assert page.pair.candidates.isVisible()
    assert page.queue.view.hasFocus()


def test_what_another_reviewer_decided_meanwhile_is_shown_and_not_written_over(
    opened: MainWindow, project: Path, qtbot: QtBot
) -> None:
    page = review(opened, qtbot)
    with open_project(str(project), "expert") as other:
        decide_pair(other, Opinion(STRONG, "ISO 10006:2017", Verdict.CONFIRMED, Degree.NEQ, reason="more"))
    press(qtbot, opened, "Enter")
    assert [(one.reviewer, one.degree) for one in decisions(opened, STRONG)] == [("expert", Degree.NEQ)]
    assert "expert has decided" in opened.notice.words.text()
    assert page.queue.designation() == STRONG
    assert page.queue.value("reviewer") == "expert"
    press(qtbot, opened, "i", "Enter")
    assert [(one.reviewer, one.degree) for one in decisions(opened, STRONG)] == [("secretary", Degree.IDT)]


def test_enter_on_a_button_presses_it_and_confirms_nothing(opened: MainWindow, qtbot: QtBot) -> None:
    page = review(opened, qtbot)
    skip_button = next(one for one in page.findChildren(QAbstractButton) if one.accessibleName() == "Skip")
    skip_button.setFocus()
    press(qtbot, opened, "Enter")
    assert not decisions(opened, STRONG)
    assert page.queue.designation() != STRONG


def test_from_the_other_side_the_same_pair_is_decided(opened: MainWindow, qtbot: QtBot) -> None:
    page = review(opened, qtbot)
    opened.run_command("review.turn")
    qtbot.waitUntil(page.is_ready, timeout=PATIENCE)
    page.queue.go_to("ISO 10006")
    page.queue.view.setFocus()
    press(qtbot, opened, "1", "Enter")
    (decision,) = decisions(opened, STRONG)
    assert (decision.work, decision.degree) == ("ISO 10006", Degree.IDT)
    page.queue.go_to("ISO 10006")
    assert page.queue.value("status") is ReviewStatus.CONFIRMED


def test_a_saved_view_brings_back_search_and_filters(opened: MainWindow, qtbot: QtBot) -> None:
    page = review(opened, qtbot)
    everything = page.queue.model.rowCount()
    page.show_view(View("strong", search="quality", facets={"band": ["strong"]}, order="best"))
    fewer = page.queue.model.rowCount()
    assert 0 < fewer < everything
    assert page.queue.current_view("strong", Level.NATIONAL).facets == {"band": ["strong"]}


def test_the_place_is_found_again_after_the_window_was_made_anew(opened: MainWindow, qtbot: QtBot) -> None:
    page = review(opened, qtbot, SEVERAL)
    choose(page, "band", "probable")
    opened.run_command("view.dark")
    qtbot.waitUntil(lambda: opened.page is not page, timeout=PATIENCE)
    anew = opened.page
    assert isinstance(anew, ReviewPage)
    qtbot.waitUntil(anew.is_ready, timeout=PATIENCE)
    assert anew.queue.designation() == SEVERAL
    assert anew.queue.model.chosen == {"band": frozenset({"probable"})}


def test_without_candidates_the_page_says_what_to_do(opened: MainWindow, qtbot: QtBot) -> None:
    opened.show_page("review")
    settle(qtbot, opened)
    page = opened.page
    assert isinstance(page, ReviewPage)
    assert page.start_focus().isVisible()
    assert not page.has_row()


def test_everything_can_be_named_by_a_screen_reader(opened: MainWindow, qtbot: QtBot) -> None:
    page = review(opened, qtbot)
    for kind in (QAbstractButton, QComboBox, QLineEdit):
        for widget in page.findChildren(kind):
            if widget.isVisible() and widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
                named = (
                    widget.accessibleName() or (widget.text() if hasattr(widget, "text") else "") or widget.toolTip()
                )
                assert named, widget


def test_texts_of_files_are_never_markup(opened: MainWindow, qtbot: QtBot) -> None:
    table = session_of(opened).standards(Level.NATIONAL)
    row = table["designation"].index(STRONG)
    table["committee"][row] = "<b>bold</b>"
    table["title_en"][row] = "<img src=x>"
    page = review(opened, qtbot)
    assert "<b>bold</b>" in page.pair.sides.facts[0].facts.text()
    assert page.pair.sides.title.left.toPlainText() == "<img src=x>"
    assert all(one.textFormat() == Qt.TextFormat.PlainText for one in page.findChildren(ElidedLabel))


@pytest.mark.parametrize("language", ["en", "zh"])
def test_nothing_is_wider_than_a_small_screen(
    opened: MainWindow, qtbot: QtBot, qapp: QApplication, language: str
) -> None:
    if language == "zh":
        opened.run_command("view.language")
        qapp.processEvents()
    page = review(opened, qtbot)
    opened.resize(1366, 768)
    assert opened.minimumSizeHint().width() <= 1366
    assert page.pair.minimumSizeHint().width() <= 760


def test_the_list_of_candidates_is_a_sound_model(qtmodeltester: ModelTester) -> None:
    step = StepLine("Start", 0, 5, "+5", "")
    model = OffersModel()
    model.set_lines([OfferLine("1", None, "ISO 1", "One", "why", steps=(step,)), OfferLine("0", None, "None", "")])
    qtmodeltester.check(model)
    model.turn(0)
    assert model.opened == 0
    assert "Start +5" in model.data(model.index(0), Qt.ItemDataRole.AccessibleTextRole)
    model.turn(1)
    assert model.opened == -1


def test_a_cancelled_bulk_acceptance_decides_nothing(opened: MainWindow, qtbot: QtBot) -> None:
    review(opened, qtbot)
    before = len(session_of(opened).store.decisions())
    opened.run_command("review.bulk")
    dialog = dialog_of(opened)
    dialog.reject()
    assert len(session_of(opened).store.decisions()) == before
