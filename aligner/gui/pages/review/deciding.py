"""What a reviewer does on the shown pair: it is recorded at once, and the next open row is shown."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QApplication

from aligner.domain.catalogue import Level
from aligner.domain.change import Change
from aligner.domain.degree import Degree
from aligner.domain.pairs.decision import Verdict
from aligner.gui.pages.review.lines import finished_text
from aligner.gui.pages.review.pair import PairPart
from aligner.gui.pages.review.queue import QueuePart
from aligner.gui.surroundings.context import Context
from aligner.gui.surroundings.theme import Tone
from aligner.gui.widgets.pairs.decision_panel import is_pressed_by_enter
from aligner.usecases.project.changed import Changed
from aligner.usecases.project.session import Session
from aligner.usecases.review import notes
from aligner.usecases.review.decide import Opinion, decide_pair, take_back
from aligner.usecases.review.double_review import Visibility, settle_with_first, settle_with_second, take_back_second


class Deciding(QObject):
    """Between the queue and the pair: takes what stands in the panel, and says what can be done."""

    told = Signal(str, object)
    """A sentence for the line above the page, with its Tone."""
    told_with_button = Signal(str, str, object)
    """The same with the words of a button, and what that does."""
    touched = Signal(object)
    """Keys of rows that are to be shown anew."""

    def __init__(
        self, context: Context, queue: QueuePart, pair: PairPart, visibility: Visibility, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._visibility = visibility
        self._context = context
        self._translate = context.translate
        self._queue = queue
        self._pair = pair
        self.is_recording = False
        self._is_end_told = False
        queue.went_on.connect(self._forget_end)
        queue.model.shown_changed.connect(self._forget_end)

    # what can be done

    def has_row(self) -> bool:
        """Whether a standard is shown."""
        return bool(self._pair.designation)

    def can_decide(self) -> bool:
        """Whether something can be recorded on what is shown."""
        return self.has_row() and self._context.can_write

    def has_offer(self) -> bool:
        """Whether a candidate is chosen that something can be recorded on."""
        return self.can_decide() and self._pair.current_offer() is not None

    def asks_reasons(self) -> bool:
        """Whether the degree is one that asks what differs."""
        return self.has_offer() and self._pair.panel.asks_reasons()

    def has_reason(self, code: str) -> bool:
        """Whether this reason is chosen."""
        return code in self._pair.panel.chosen_reasons()

    def can_say_none(self) -> bool:
        """Whether "no counterpart" can be said."""
        return self.can_decide() and self._pair.level is Level.NATIONAL

    def can_take_back(self) -> bool:
        """Whether a decision stands on what is chosen."""
        return self.can_decide() and self._pair.standing_decision() is not None

    def can_renew(self) -> bool:
        """Whether the decision on what is chosen rests on standards that changed since."""
        return self.can_decide() and self._pair.is_stale()

    def can_settle(self) -> bool:
        """Whether two opinions on the shown standard differ."""
        return self.can_decide() and self._pair.dispute() is not None

    def can_explain(self) -> bool:
        """Whether scores are shown."""
        return self.has_row() and self._visibility.shows_scores

    def can_look_back(self) -> bool:
        """Whether a standard is shown and decisions of others are not hidden."""
        return self.has_row() and not self._visibility.is_second

    def is_flagged(self) -> bool:
        """Whether the shown standard is flagged."""
        return bool(self.has_row() and self._queue.value("flag"))

    # decisions

    def press_enter(self) -> None:
        """Enter presses the button that has the keyboard, else it confirms and goes on."""
        focus = QApplication.focusWidget()
        if (
            isinstance(focus, QAbstractButton)
            and is_pressed_by_enter(focus)
            and focus is not self._pair.panel.confirm_button
        ):
            focus.click()
        else:
            self.confirm()

    def confirm(self, *, stays: bool = False) -> None:
        """Record what is chosen; when that is on disk, go to the next open row of the view."""
        if self._pair.is_none_chosen():
            opinion = self._pair.opinion(Verdict.NO_COUNTERPART)
        elif self._pair.current_offer() is None:
            self._pair.panel.show_hint(self._translate("Choose a candidate first."))
            return
        elif not self._pair.panel.is_complete() or not self._pair.is_published_or_meant():
            return
        else:
            opinion = self._pair.opinion(Verdict.CONFIRMED)
        if opinion is not None and self._record(opinion):
            if stays:
                self._pair.show_again()
                self._pair.candidates.setFocus(Qt.FocusReason.OtherFocusReason)
            else:
                self.go_on()

    def confirm_and_stay(self) -> None:
        """Record what is chosen and stay, for another counterpart of the same standard."""
        self.confirm(stays=True)

    def reject(self) -> None:
        """This candidate is not the counterpart; the next one is chosen."""
        opinion = self._pair.opinion(Verdict.REJECTED)
        if opinion is not None and self._record(opinion):
            self._pair.show_again()
            self._pair.choose_next_open()

    def unsure(self) -> None:
        """Leave it to someone who knows; go on."""
        opinion = self._pair.opinion(Verdict.UNSURE)
        if opinion is not None and self._record(opinion):
            self.go_on()

    def renew(self) -> None:
        """Say the same again of the standards as they are now; go on when nothing else on the row is stale."""
        opinion = self._pair.same_opinion()
        if opinion is not None and self._record(opinion):
            self._pair.show_again()
            if not self._pair.choose_next_stale():
                self.go_on()

    def settle_with_first(self) -> None:
        """Let the first of two opinions stand."""
        self._settle(settle_with_first)

    def settle_with_second(self) -> None:
        """Let the second of two opinions stand."""
        self._settle(settle_with_second)

    def skip(self) -> None:
        """Go on without a decision; it comes again when the queue is opened anew."""
        self.go_on(skip=True)

    def go_on(self, *, skip: bool = False) -> None:
        """Go to the next open row, or say that there is none."""
        if not self._queue.go_to_next(skip=skip):
            self._pair.show_again()
            self._tell_end()
        self._queue.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell_end(self) -> None:
        """Say why there is no next row: skipped ones, rows that the view hides, or none at all."""
        self._is_end_told = True
        translate, queue = self._translate, self._queue
        open_here, skipped, hidden = queue.open_shown(), queue.skipped_shown(), queue.open_hidden()
        if skipped:
            text = translate.plural(
                "{number} standard of this list was skipped and is still open.",
                "{number} standards of this list were skipped and are still open.",
                skipped,
            )
            self.told_with_button.emit(text, translate("Go back to the skipped ones"), queue.go_to_skipped)
        elif open_here:
            self.told.emit(translate("This is the only standard of the list that is still open."), Tone.NEUTRAL)
        elif hidden:
            text = translate.plural(
                "Nothing in this view is open any more; {number} open standard is hidden by the search or a filter.",
                "Nothing in this view is open any more; {number} open standards are hidden by the search or a filter.",
                hidden,
            )
            self.told_with_button.emit(text, translate("Show the whole list"), queue.show_all)
        else:
            self.told.emit(finished_text(queue.remaining(), queue.flagged(), translate), Tone.GOOD)

    def _forget_end(self) -> None:
        """The list is another one now: what was said of its end may not be true any more."""
        if self._is_end_told:
            self._is_end_told = False
            self.told.emit("", Tone.NEUTRAL)

    def take_back(self) -> None:
        """Take back the decision on what is chosen, and no other."""
        decision = self._pair.standing_decision()
        if decision is not None:
            self._context.do(take_back_second if self._visibility.is_second else take_back, *decision.key)

    def turn_flag(self) -> None:
        """Flag this standard, or take its flag away."""
        if self._context.do(notes.turn_flag, self._pair.designation) is not None:
            self._touch((self._pair.designation, ""))

    def choose_degree(self, degree: Degree) -> None:
        """Choose this degree for the chosen candidate."""
        if self._pair.current_offer() is not None:
            self._pair.panel.choose_degree(degree)

    def turn_reason(self, code: str) -> None:
        """Say that this differs, or no longer."""
        self._pair.panel.turn_reason(code)

    def _settle(self, settle: Callable[[Session, str], tuple[Change, Changed]]) -> None:
        review = self._pair.dispute()
        if review is not None and self._context.do(settle, review.national) is not None:
            self.go_on()

    def _record(self, opinion: Opinion) -> bool:
        """Record it now; False when it could not be, and the reason was shown."""
        self.is_recording = True
        try:
            recorded = self._context.do(
                decide_pair,
                opinion,
                self._pair.shown_decisions(),
                second=self._visibility.is_second,
                settles=self._pair.dispute() is not None,
            )
        finally:
            self.is_recording = False
        if recorded is None:
            self._touch((opinion.national, self._pair.designation))
            self._pair.show_again()
            return False
        self._is_end_told = False
        self._pair.was_recorded()
        return True

    def _touch(self, *keys: Sequence[str]) -> None:
        self.touched.emit(keys)
