"""The review: the queue on the left, one pair on the right, everything by keyboard."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from aligner.domain.catalogue import Level
from aligner.gui.dialogs.review.agreement import AgreementDialog
from aligner.gui.dialogs.review.applicability import ApplicabilityDialog
from aligner.gui.dialogs.review.bulk_acceptance import BulkDialog
from aligner.gui.dialogs.review.standard_history import StandardHistoryDialog
from aligner.gui.dialogs.review.together import NOTES, TogetherDialog
from aligner.gui.dialogs.review.view_name import ViewNameDialog
from aligner.gui.pages.page import MARGIN, Actions, Page
from aligner.gui.pages.review.deciding import Deciding
from aligner.gui.pages.review.empty import NothingToReview
from aligner.gui.pages.review.pair import PairPart
from aligner.gui.pages.review.prepare import Prepared, prepared, warm
from aligner.gui.pages.review.queue import QueuePart
from aligner.gui.surroundings.context import Context
from aligner.gui.surroundings.theme import Tone
from aligner.gui.surroundings.visibility import visibility_of
from aligner.gui.widgets.plain.split import ShareSplitter, restore_sizes
from aligner.gui.widgets.tables.rows_view import RowsView
from aligner.gui.widgets.tables.search_box import SearchBox
from aligner.usecases.figures.next_step import task_before_review
from aligner.usecases.project.changed import Changed, Part
from aligner.usecases.review import notes
from aligner.usecases.review.notes import View
from aligner.usecases.review.queue import Queue, place_of
from aligner.usecases.review.together import BulkAction, BulkStep

CONTENT, EMPTY = range(2)

SHARES = (42, 58)
"""Of the width, for queue and pair."""


class ReviewPage(Page):
    """Listens to changes row by row: a decision never makes it read everything anew."""

    def __init__(self, context: Context, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(context, actions, parent)
        self.level = Level.NATIONAL
        self._queue: Queue | None = None
        self.visibility = visibility_of(context.preferences)
        self.queue = QueuePart(context, actions, self.visibility)
        self.pair = PairPart(context, actions, self.visibility)
        self.deciding = Deciding(context, self.queue, self.pair, self.visibility, self)
        self.deciding.told.connect(self.told)
        self.deciding.told_with_button.connect(self.told_with_button)
        self.deciding.touched.connect(self._refresh)
        self.queue.row_changed.connect(self._show_row)
        self.queue.views.chosen.connect(self.show_view)
        self.queue.views.saving.connect(self.ask_view_name)
        self.queue.views.forgetting.connect(self._forget_view)
        self.pair.choice_changed.connect(self.state_changed)
        self.pair.finder.left.connect(self.queue.view.setFocus)
        context.changed.connect(self._follow_changes)
        context.reviewer_changed.connect(self._show_to_reviewer)
        self._lay_out()

    # what the page shows

    def reload(self) -> None:
        """Read and prepare the queue beside the window, then show it."""
        self.empty()
        if self.context.session is None:
            return
        columns, facets = self.queue.model.columns, self.queue.facets_of_queue
        self.context.read(self._show_prepared, prepared, self.level, columns, facets, None, self.visibility)

    def empty(self) -> None:
        """Let go of the queue."""
        self._queue = None
        self.queue.clear()
        self.pair.clear()

    def concerns(self, what: Changed) -> bool:
        """Other catalogues or candidates make another queue; decisions only change rows of it."""
        return bool(what.parts & {Part.CATALOGUES, Part.CANDIDATES}) or not what.keys

    def follow(self, keys: Sequence[tuple[str, str]]) -> None:
        """Go to the row that was just undone or done again."""
        session = self.context.session
        if self._queue is None or session is None:
            return
        names = (place_of(session, self._queue, key) for key in keys)
        name = next((one for one in names if one), "")
        if name:
            self.queue.go_to(name)
            self.pair.show_again()

    def is_ready(self) -> bool:
        """Whether there is a queue with something in it."""
        return self._queue is not None and self._stack.currentIndex() == CONTENT

    def has_row(self) -> bool:
        """Whether a standard is shown."""
        return self.is_ready() and self.deciding.has_row()

    def pairs(self) -> Sequence[tuple[str, str]]:
        """The chosen candidate and the standard it is offered for."""
        offer = self.pair.current_offer() if self.has_row() else None
        return [(offer.national, offer.international)] if offer is not None else ()

    # which side, and how

    def is_difference_marked(self) -> bool:
        """Whether what differs is marked."""
        return self.pair.sides.is_marked

    def turn_direction(self) -> None:
        """List the other side: international standards that look for their national counterpart, or back."""
        self._turn_to(Level.INTERNATIONAL if self.level is Level.NATIONAL else Level.NATIONAL)

    def is_turned(self) -> bool:
        """Whether international standards are listed."""
        return self.level is Level.INTERNATIONAL

    # dialogs

    def judge_applicability(self) -> None:
        """Say whether the international standard counts."""
        work = self._work()
        if work:
            ApplicabilityDialog(self.context, self, work).open()

    def can_judge(self) -> bool:
        """Whether an international standard is shown."""
        return self.deciding.can_decide() and bool(self._work())

    def show_history(self) -> None:
        """Show what was decided on this standard."""
        StandardHistoryDialog(self.context, self, self.pair.designation).open()

    def show_agreement(self) -> None:
        """Show how far two reviewers agree, and where they differ."""
        dialog = AgreementDialog(self.context, self)
        dialog.wanted.connect(self._go_to_dispute)
        dialog.open()

    def can_show_agreement(self) -> bool:
        """Whether decisions of others may be seen."""
        return self.is_ready() and not self.visibility.is_second

    def accept_in_bulk(self) -> None:
        """Open the dialog that accepts the candidates of one band of the current view."""
        if self._queue is not None:
            dialog = BulkDialog(self.context, self, self._queue.candidates, self.queue.shown_designations())
            dialog.accepted_pairs.connect(lambda text: self.told.emit(text, Tone.GOOD))
            dialog.open()

    def can_accept_in_bulk(self) -> bool:
        """Whether national standards are listed and can be decided on."""
        can_be_listed = self.level is Level.NATIONAL and self.visibility.shows_scores
        return self.is_ready() and self.context.can_write and can_be_listed

    def decide_together(self) -> None:
        """Open the dialog that says one thing about the selected standards, or about all in the view."""
        if self._queue is not None:
            can_decide = self.can_accept_in_bulk() and not self.visibility.is_second
            actions = tuple(BulkAction) if can_decide else NOTES
            chosen = self.queue.selected_designations(), self.queue.shown_designations()
            dialog = TogetherDialog(self.context, self, self._queue, actions, *chosen)
            dialog.done_together.connect(self._tell_together)
            dialog.open()

    def can_decide_together(self) -> bool:
        """Whether there are rows that something can be said about."""
        return self.is_ready() and self.context.can_write and bool(self.queue.model.rowCount())

    def _tell_together(self, step: BulkStep, text: str) -> None:
        """Say what was done; notes are taken back by a button, decisions by Undo."""
        if step.before is None:
            self.told.emit(text, Tone.GOOD)
        else:
            self._refresh_notes(step.designations)
            put_back = partial(self._put_back, step.before, step.designations)
            self.told_with_button.emit(text, self.translate("Undo"), put_back)

    def _put_back(self, before: notes.Notes, designations: Sequence[str]) -> None:
        self.context.do(notes.put_back, before, designations)
        self._refresh_notes(designations)
        self.told.emit("", Tone.NEUTRAL)

    def _refresh_notes(self, designations: Sequence[str]) -> None:
        self._refresh([(name, "") for name in designations])

    def ask_view_name(self) -> None:
        """Save what is chosen as a view."""
        dialog = ViewNameDialog(self.context, self)
        dialog.named.connect(self._save_view)
        dialog.open()

    def show_view(self, view: View) -> None:
        """Choose what a saved view chooses, in its direction."""
        self.queue.show_view(view)
        self._turn_to(view.level)
        if unknown := self.queue.unknown_in(view):
            text = self.translate(
                "The view “{name}” was saved by another version of the program; its {choices} are not known here and "
                "ignored.",
                name=view.name,
                choices=self.translate(", ").join(unknown),
            )
            self.told.emit(text, Tone.ATTENTION)

    def show_standards(self, level: Level, designations: Sequence[str], first: str) -> None:
        """List only these standards of one side, and go to the first of them, or to this one."""
        chosen = {"search": "", "facets": {"designation": list(designations)}, "designation": first}
        self.queue.restore(self.queue.state() | chosen)
        if self._queue is None:
            self.level = level
            self.let_go()
            if self.isVisible():
                self.refresh()
        elif level is self.level:
            self.queue.go_to(first)
        else:
            self._turn_to(level)

    # what every page answers

    def table(self) -> RowsView | None:
        """The queue."""
        return self.queue.view if self.is_ready() else None

    def search_box(self) -> SearchBox | None:
        """The search of the queue."""
        return self.queue.search if self.is_ready() else None

    def start_focus(self) -> QWidget:
        """The queue; without one, the button that makes one."""
        return self.queue.view if self._stack.currentIndex() == CONTENT else self._nothing.button()

    def state(self) -> dict[str, Any]:
        """Direction, what is chosen, row and sizes."""
        self.pair.panel.keep_draft()  # the window may be about to close
        return {
            "level": self.level.value,
            "queue": self.queue.state(),
            "pair": self.pair.state(),
            "split": self._split.shares(),
        }

    def restore(self, state: dict[str, Any]) -> None:
        """Go where `state` was."""
        is_turned = state.get("level") == Level.INTERNATIONAL.value
        self.level = Level.INTERNATIONAL if is_turned else Level.NATIONAL
        self.queue.restore(_mapping(state.get("queue")))
        self.pair.restore(_mapping(state.get("pair")))
        restore_sizes(self._split, state.get("split"))

    # helpers

    def _show_to_reviewer(self) -> None:
        """Somebody else sits here: in a second review they see other opinions."""
        (self.forget if self.visibility.is_second else self.pair.show_again)()

    def _follow_changes(self, what: Changed) -> None:
        if self._queue is not None and not self.concerns(what):
            self._refresh(what.keys)
            if not self.deciding.is_recording and self._is_on_screen(what.keys):
                self.pair.show_again()

    def _is_on_screen(self, keys: Sequence[tuple[str, str]]) -> bool:
        """Whether what changed may be about the pair that is shown; what is typed on another one stays as it is."""
        return self.level is not Level.NATIONAL or self.pair.designation in {national for national, _ in keys}

    def _refresh(self, keys: Sequence[tuple[str, str]]) -> None:
        """Show what changed about the rows that these keys touch."""
        self.queue.refresh(keys)
        self.state_changed.emit()

    def _show_prepared(self, ready: Prepared) -> None:
        if ready.queue.level is not self.level:
            return  # turned round meanwhile
        self._queue = ready.queue
        self._nothing.point_to(self.context.do(task_before_review))
        self._stack.setCurrentIndex(CONTENT if ready.was_matched and len(ready.rows) else EMPTY)
        self.queue.views.views = ready.views
        self.queue.show_queue(ready.queue, ready.rows)
        self.context.read(lambda _nothing: None, warm)
        if self.isVisible():
            self.start_focus().setFocus(Qt.FocusReason.OtherFocusReason)
        self.state_changed.emit()

    def _show_row(self, designation: str) -> None:
        if self._queue is None or not designation:
            self.pair.clear()
        elif designation != self.pair.designation or self.level is not self.pair.level:
            self.pair.show_row(self.level, designation, self.queue.value("row"))
        self.state_changed.emit()

    def _turn_to(self, level: Level) -> None:
        if level is self.level or self._queue is None:
            return
        self.level = level
        known = self._queue.candidates
        self._queue = None
        self.queue.clear()
        self.pair.clear()
        columns, facets = self.queue.model.columns, self.queue.facets_of_queue
        self.context.read(self._show_prepared, prepared, level, columns, facets, known, self.visibility)
        self.state_changed.emit()

    def _work(self) -> str:
        """The international work that is shown, on whichever side."""
        if self.level is Level.INTERNATIONAL:
            return self.pair.designation
        offer = self.pair.current_offer()
        return offer.work if offer is not None else ""

    def _go_to_dispute(self, national: str) -> None:
        if self.level is Level.NATIONAL:
            self.queue.go_to(national)

    def _save_view(self, name: str) -> None:
        self.context.do(notes.save_view, self.queue.current_view(name, self.level))
        self._read_views()

    def _forget_view(self, name: str) -> None:
        self.context.do(notes.forget_view, name)
        self._read_views()

    def _read_views(self) -> None:
        self.queue.views.views = self.context.do(notes.views) or ()

    def _lay_out(self) -> None:
        self.body.setContentsMargins(MARGIN - 4, 8, MARGIN - 4, 8)
        self._split = ShareSplitter(self.queue, self.pair, SHARES)
        self._split.setHandleWidth(10)
        self._nothing = NothingToReview(self)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._split)
        self._stack.addWidget(self._nothing)
        self.body.addWidget(self._stack, 1)


def _mapping(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}
