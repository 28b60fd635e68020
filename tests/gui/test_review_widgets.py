"""Small parts of the review."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from aligner.domain.degree import Degree
from aligner.domain.pairs.adopted import UNKNOWN, AdoptedEdition, EditionBasis
from aligner.domain.pairs.candidate import Band, EditionState
from aligner.domain.pairs.decision import Coverage, Decision, Verdict
from aligner.domain.pairs.listed import Staleness
from aligner.domain.standards.table import Table
from aligner.gui.dialogs.review.bulk_acceptance import closing_text, wrong_text
from aligner.gui.models.columns import Column, Facet, itself
from aligner.gui.models.offers import OfferLine, StepLine
from aligner.gui.models.rows_model import RowsModel
from aligner.gui.pages.review.lines import decided_text, finished_text
from aligner.gui.surroundings.context import Context
from aligner.gui.surroundings.theme import Tone
from aligner.gui.widgets.pairs.candidate_list import CandidateList
from aligner.gui.widgets.pairs.decision_panel import DecisionPanel
from aligner.gui.widgets.plain.flow_layout import FlowLayout
from aligner.gui.widgets.plain.key_button import KeyButton
from aligner.gui.words.review import BANDS, EDITIONS, STATUSES, best_marks
from aligner.i18n import translator
from aligner.matching.learning.evaluate import wilson
from aligner.usecases.project.changed import changed
from aligner.usecases.review.bulk import Accepted, Bulk, LeftOut
from aligner.usecases.review.decide import Recorded
from aligner.usecases.review.editions import EditionChoice
from aligner.usecases.review.queue_rows import ReviewStatus

TRANSLATE = translator("en")


def a_model() -> RowsModel:
    model = RowsModel((Column("name", "Name"), Column("state", "State")), (Facet("state", "State", itself),))
    model.set_table(Table({"name": ["one", "two", "three"], "state": ["open", "open", "done"]}))
    return model


def test_a_changed_row_stays_until_it_is_searched_anew() -> None:
    model = a_model()
    model.set_filter("", {"state": frozenset({"open"})})
    model.change_row(0, {"state": "done"})
    assert model.positions() == [0, 1]
    assert model.text(0, 1) == "done"
    assert model.counts(model.rows.facets[0]) == {"done": 2, "open": 1}
    model.set_filter("")
    assert model.positions() == [1]


def test_a_changed_row_is_found_by_its_new_words(qtbot: QtBot) -> None:
    model = a_model()
    model.set_filter("two")
    with qtbot.waitSignal(model.dataChanged):
        model.change_row(1, {"name": "second"})
    model.set_filter("second")
    assert model.positions() == [1]
    model.sort(0)
    model.change_row(1, {"name": "a"})
    model.set_filter("")
    assert model.positions()[0] == 1


def test_a_full_line_goes_on_below(qtbot: QtBot) -> None:
    room = QWidget()
    qtbot.addWidget(room)
    flow = FlowLayout(room)
    flow.setSpacing(0)
    flow.setContentsMargins(0, 0, 0, 0)
    buttons = [QPushButton("x") for _ in range(3)]
    for button in buttons:
        button.setFixedSize(QSize(100, 20))
        flow.addWidget(button)
    assert [flow.heightForWidth(width) for width in (300, 299, 200, 100)] == [20, 40, 40, 60]
    assert flow.count() == 3
    assert flow.itemAt(7) is None
    room.resize(200, 100)
    room.show()
    assert buttons[2].pos().y() == 20


def test_a_key_button_follows_its_command(qtbot: QtBot) -> None:
    action = QAction("&Flag")
    action.setShortcut("F")
    action.setCheckable(True)
    done: list[str] = []
    action.triggered.connect(lambda: done.append("flagged"))
    button = KeyButton(action, "button")
    qtbot.addWidget(button)
    assert button.text() == "Flag  F"
    button.click()
    assert done == ["flagged"]
    assert button.isChecked()
    action.setEnabled(False)
    assert not button.isEnabled()


def a_panel(context: Context, qtbot: QtBot) -> DecisionPanel:
    panel = DecisionPanel(context, lambda name: QAction(name, context))
    qtbot.addWidget(panel)
    panel.show()
    return panel


def test_a_strong_suggestion_is_taken_only_when_nothing_else_is_chosen(context: Context, qtbot: QtBot) -> None:
    panel = a_panel(context, qtbot)
    panel.show_open(Degree.IDT, "stated", is_strong=True, draft="")
    assert panel.chosen_degree() is None
    assert panel.entered().degree is Degree.IDT
    panel.choose_degree(Degree.NEQ)
    assert panel.entered().degree is Degree.NEQ
    panel.choose_degree(Degree.NEQ)
    assert panel.entered().degree is Degree.IDT


def test_a_weak_suggestion_is_shown_and_not_taken(context: Context, qtbot: QtBot) -> None:
    panel = a_panel(context, qtbot)
    panel.show_open(Degree.IDT, "stated", is_strong=False, draft="")
    assert panel.about.words.text() == "Suggested: IDT, stated"
    assert not panel.is_complete()


def test_a_stated_modification_brings_its_reason(context: Context, qtbot: QtBot) -> None:
    panel = a_panel(context, qtbot)
    panel.show_open(Degree.MOD, "stated", is_strong=True, draft="")
    assert panel.entered().reason == "stated"
    panel.reasons["more"].setChecked(True)
    assert panel.entered().reason == "more"
    panel.choose_degree(Degree.IDT)
    assert panel.entered().reason == ""


def test_the_last_row_leaves_nothing_behind(context: Context, qtbot: QtBot) -> None:
    panel = a_panel(context, qtbot)
    decision = Decision(
        "GB/T 1-2020", "ISO 1:2020", "ISO 1", Verdict.CONFIRMED, Degree.MOD, Coverage.JOINT, "group", "less", "a note"
    )
    panel.show_decided(decision, "text", "confirmed", Tone.GOOD, "")
    entered = panel.entered()
    assert (entered.degree, entered.coverage, entered.joint) == (Degree.MOD, Coverage.JOINT, "group")
    panel.show_open(None, "", is_strong=False, draft="")
    entered = panel.entered()
    assert (entered.degree, entered.coverage, entered.joint, entered.reason, entered.note) == (
        None,
        Coverage.FULL,
        "",
        "",
        "",
    )


def test_a_joint_coverage_needs_the_name_of_its_group(context: Context, qtbot: QtBot) -> None:
    panel = a_panel(context, qtbot)
    panel.show_open(Degree.IDT, "", is_strong=True, draft="")
    panel.turn_coverage()
    assert panel.is_complete()
    panel.turn_coverage()
    assert not panel.is_complete()
    qtbot.keyClicks(panel.joint, "all parts")
    assert panel.is_complete()


def test_a_presumed_edition_is_no_choice_and_a_younger_one_asks_first(context: Context, qtbot: QtBot) -> None:
    panel = a_panel(context, qtbot)
    panel.show_open(Degree.IDT, "", is_strong=True, draft="")
    presumed = AdoptedEdition("ISO 1:1990", EditionBasis.PRESUMED)
    panel.show_edition(EditionChoice(presumed, ("ISO 1:2020", "ISO 1:1990"), frozenset({"ISO 1:2020"})))
    assert panel.edition.currentText() == "ISO 1:1990 (presumed by date)"
    assert panel.entered().edition is None
    assert panel.is_complete()
    panel.turn_edition()
    assert panel.entered().edition == AdoptedEdition("ISO 1:2020", EditionBasis.STATED)
    assert not panel.is_complete()
    assert "was published after" in panel.hint.words.text()
    assert panel.is_complete()
    panel.turn_edition()
    assert panel.entered().edition == AdoptedEdition("ISO 1:1990", EditionBasis.STATED)
    panel.turn_edition()
    assert panel.entered().edition == UNKNOWN


def test_every_value_has_a_mark() -> None:
    assert set(STATUSES) == set(ReviewStatus)
    assert set(BANDS) == set(Band)
    assert set(EDITIONS) == set(EditionState)
    assert all(icon for icon, _ in (*STATUSES.values(), *BANDS.values(), *EDITIONS.values()))
    assert best_marks(TRANSLATE)((Band.STRONG, 96.6)).text == "strong 97"


def test_a_decision_tells_who_made_it_and_what_changed_since() -> None:
    decision = Decision(
        "GB/T 1-2020", "ISO 1:2020", "ISO 1", Verdict.CONFIRMED, Degree.MOD, Coverage.PARTIAL, "", "less more",
        reviewer="secretary", at="someday", bulk=True,
    )  # fmt: skip
    text, icon, tone = decided_text(decision, (Staleness.NATIONAL_GONE,), TRANSLATE)
    assert text == (
        "confirmed, MOD, in part, less content, more content by secretary, someday, accepted in bulk. "
        "Since then the national standard is no longer in any catalogue: look again."
    )
    assert (icon, tone) == ("stale", Tone.ATTENTION)


def test_the_end_names_only_what_is_left() -> None:
    assert finished_text({}, 0, TRANSLATE) == "Queue finished: nothing is left"
    left = {ReviewStatus.CONFLICT: 3, ReviewStatus.CONFIRMED: 9, ReviewStatus.STALE: 1}
    assert finished_text(left, 14, TRANSLATE) == "Queue finished: 14 flagged · 3 conflicts"


def test_a_bulk_acceptance_closes_with_one_line() -> None:
    recorded = Recorded(312, 0, [], None, changed())
    accepted = Accepted(312, 330, {LeftOut.EDITION: 10, LeftOut.CLAIMED_TWICE: 8}, recorded, changed())
    assert closing_text(accepted, TRANSLATE) == (
        "312 of 330 accepted, 18 left out: not the current edition (10); "
        "another national standard claims the same one (8)"
    )


def test_how_many_are_wrong_is_told_with_its_interval() -> None:
    pairs = ()
    unknown = Bulk(Band.STRONG, None, pairs, {}, {}, (), (), wilson(0, 0))
    assert wrong_text(unknown, TRANSLATE).startswith("How many are wrong cannot be estimated yet")
    known = Bulk(Band.STRONG, None, pairs, {}, {}, (), (), wilson(1, 58))
    assert "so far 1 of 58 first candidates in this band were rejected" in wrong_text(known, TRANSLATE)


def test_arrows_unfold_and_fold_a_candidate(context: Context, qtbot: QtBot) -> None:
    listed = CandidateList(context)
    qtbot.addWidget(listed)
    listed.show()
    listed.show_lines([OfferLine("1", None, "ISO 1", "One", steps=(StepLine("Start", 0, 5, "+5", ""),))], 0)
    qtbot.keyClick(listed, Qt.Key.Key_Right)
    assert listed.offers_model.opened == 0
    qtbot.keyClick(listed, Qt.Key.Key_Right)
    assert listed.offers_model.opened == 0
    qtbot.keyClick(listed, Qt.Key.Key_Left)
    assert listed.offers_model.opened == -1
