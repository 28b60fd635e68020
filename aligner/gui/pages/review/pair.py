"""The right half of the review: two standards side by side, the candidates, and what is decided on the chosen one."""

from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from aligner.domain.catalogue import Level
from aligner.domain.degree import Degree
from aligner.domain.pairs.candidate import Band
from aligner.domain.pairs.decision import Decision, Verdict
from aligner.domain.pairs.double_review import DoubleReview
from aligner.domain.pairs.listed import Staleness
from aligner.gui.pages.page import Actions
from aligner.gui.pages.review.choice import (
    empty_text,
    first_choice,
    is_rejected,
    nothing_chosen_text,
    opinion_on,
    same_again,
)
from aligner.gui.pages.review.lines import decided_text, no_counterpart_line, offer_line
from aligner.gui.pages.review.notices import PairNotices
from aligner.gui.surroundings.context import Context
from aligner.gui.widgets.pairs.candidate_list import CandidateList
from aligner.gui.widgets.pairs.decision_panel import DecisionPanel
from aligner.gui.widgets.pairs.find_standard import FindStandard
from aligner.gui.widgets.pairs.side_by_side import SideBySide
from aligner.gui.widgets.plain.split import restore_sizes
from aligner.usecases.project.session import Session
from aligner.usecases.review import notes, pair
from aligner.usecases.review.decide import Opinion
from aligner.usecases.review.double_review import Visibility, visible_opinions
from aligner.usecases.review.editions import NO_CHOICE, edition_choice
from aligner.usecases.review.known_from import ASK_AGAIN
from aligner.usecases.review.pair import Counterpart, Side

SHARES = (186, 310)
"""Heights of the two standards and of what is below them, unless the user moves the border."""
CANDIDATES_BESIDE_SCOPE = 110
"""Pixels that are left to the candidates and the search while the scopes are read."""
CANDIDATES_BESIDE_NOTICES = 140
"""Pixels that are left to them while something is told of the decision."""


class PairPart(QWidget):
    """Shows one row of the queue. What is chosen here becomes an Opinion; the page records it."""

    choice_changed = Signal()
    """Another candidate is chosen."""

    def __init__(self, context: Context, actions: Actions, visibility: Visibility) -> None:
        super().__init__()
        self._visibility = visibility
        self._context = context
        self._translate = context.translate
        self.level = Level.NATIONAL
        self.designation = ""
        self._row = -1
        self._left: Side | None = None
        self._offers: list[Counterpart] = []
        self._none: Decision | None = None
        self._accepted_unpublished: tuple[str, str] | None = None
        self._own_sizes = list(SHARES)
        self.sides = SideBySide(context)
        self.finder = FindStandard(context)
        self.notices = PairNotices(context, actions, visibility)
        self.candidates = CandidateList(context)
        self.panel = DecisionPanel(context, actions)
        self.candidates.current_changed.connect(lambda _row: self._show_choice())
        self.panel.draft_changed.connect(self._keep_draft)
        self.finder.taken.connect(self._take_found)
        self.sides.scope_turned.connect(self._share_room_soon)
        self.finder.searching.connect(lambda is_open: self.candidates.setVisible(not is_open))
        self._lay_out()

    def show_row(self, level: Level, designation: str, row: int) -> None:
        """Show the standard at this position of its level's table, with its candidates."""
        self.panel.keep_draft()
        if level is not self.level or self.finder.is_open():
            self.finder.set_level(Level.INTERNATIONAL if level is Level.NATIONAL else Level.NATIONAL)
        self.level, self.designation, self._row = level, designation, row
        session = self._context.session
        if session is None or not designation:
            self.clear()
            return
        self._left = pair.side(session, level, row, session.today())
        seen = visible_opinions(session, self._visibility)
        self._none = seen.get((designation, "")) if level is Level.NATIONAL else None
        offers = pair.counterparts_of_national if level is Level.NATIONAL else pair.counterparts_of_work
        self._offers = offers(session, designation, session.today(), self._visibility)
        self._show_offers(first_choice(self._offers, self._none, self._visibility))

    def show_again(self) -> None:
        """Show what changed about the current row; the choice stays."""
        if self._context.session is None or self._left is None:
            return
        kept = self._key(self.current_offer())
        found_by_hand = [offer for offer in self._offers if offer.candidate is None and offer.decision is None]
        self.show_row(self.level, self.designation, self._row)
        known = {self._key(offer) for offer in self._offers}
        self._offers += [offer for offer in found_by_hand if self._key(offer) not in known]
        places = [place for place, offer in enumerate(self._offers) if self._key(offer) == kept]
        self._show_offers(places[0] if places else first_choice(self._offers, self._none, self._visibility))

    def clear(self) -> None:
        """Show nothing."""
        self.designation, self._left, self._offers, self._none = "", None, [], None
        self._show_offers(-1)

    # what is chosen

    def current_offer(self) -> Counterpart | None:
        """The chosen candidate; None when none is, or "no counterpart"."""
        row = self.candidates.current()
        return self._offers[row] if 0 <= row < len(self._offers) else None

    def is_none_chosen(self) -> bool:
        """Whether "no counterpart" is chosen."""
        return self._has_none() and self.candidates.current() == len(self._offers)

    def choose(self, number: int) -> None:
        """Choose the candidate of this number; 0 is "no counterpart"."""
        if number == 0 and self._has_none():
            self.candidates.choose(len(self._offers))
        elif 1 <= number <= len(self._offers):
            self.candidates.choose(number - 1)

    def choose_next_open(self) -> None:
        """Choose the next candidate that is not rejected; none when all are."""
        here = self.candidates.current()
        order = [*range(here + 1, len(self._offers)), *range(here)]
        self.candidates.choose(next((place for place in order if not is_rejected(self._offers[place])), here))

    def choose_next_stale(self) -> bool:
        """Choose the next counterpart whose decision is stale; False when there is none."""
        place = next((place for place, offer in enumerate(self._offers) if offer.staleness), -1)
        self.candidates.choose(place)
        return place >= 0

    def write_note(self) -> None:
        """Go to the note."""
        self.panel.note.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def opinion(self, verdict: Verdict) -> Opinion | None:
        """What the panel says about the chosen candidate, with this verdict; None when nothing is chosen."""
        entered = self.panel.entered()
        if verdict is Verdict.NO_COUNTERPART:
            return Opinion(self.designation, "", verdict, note=entered.note)
        offer = self.current_offer()
        return opinion_on(offer, verdict, entered) if offer is not None else None

    def is_published_or_meant(self) -> bool:
        """Whether the chosen work has a published edition, or was confirmed twice without one."""
        offer = self.current_offer()
        known = offer.known_from if offer is not None else None
        if offer is None or known is None or self._accepted_unpublished == (offer.national, offer.work):
            return True
        self._accepted_unpublished = (offer.national, offer.work)
        self.panel.show_hint(
            self._translate(ASK_AGAIN[known.kind], work=offer.international, designation=known.designation)
        )
        return False

    def same_opinion(self) -> Opinion | None:
        """What stands on the chosen counterpart, said again; None when nothing does."""
        decision = self.standing_decision()
        return same_again(decision) if decision is not None else None

    def standing_decision(self) -> Decision | None:
        """The decision on what is chosen; None when there is none."""
        offer = self.current_offer()
        if offer is not None:
            return offer.decision
        return self._none if self.is_none_chosen() else None

    def is_stale(self) -> bool:
        """Whether the decision on what is chosen rests on standards that changed since."""
        return bool(self._staleness())

    def dispute(self) -> DoubleReview | None:
        """Two opinions on the shown standard that differ and are before the reviewer's eyes; None for none."""
        return self.notices.dispute()

    def shown_decisions(self) -> dict[tuple[str, str], Decision]:
        """The decisions that stand before the reviewer's eyes."""
        decisions = [*(offer.decision for offer in self._offers), self._none]
        return {decision.key: decision for decision in decisions if decision is not None}

    def was_recorded(self) -> None:
        """The note is part of a decision now, and no draft any more."""
        self.panel.forget_draft()
        self._keep_draft("")

    # what is shown

    def state(self) -> dict[str, Any]:
        """Sizes, and what is folded."""
        return {
            "split": self._own_sizes,
            "scope": self.sides.scope_button.isChecked(),
            "difference": self.sides.is_marked,
        }

    def restore(self, state: dict[str, Any]) -> None:
        """As `state` was."""
        restore_sizes(self._split, state.get("split"))
        self._keep_own_sizes()
        self.sides.scope_button.setChecked(bool(state.get("scope", False)))
        self.sides.set_marked(bool(state.get("difference", True)))

    def _share_room(self) -> None:
        """What has to be read has the room: the scopes while they are unfolded, else what is told of the decision."""
        total = sum(self._split.sizes())
        own = self._own_sizes[0] * total // max(sum(self._own_sizes), 1)
        if self.sides.scope_button.isChecked():
            above = max(own, min(self.sides.whole_height(), total - CANDIDATES_BESIDE_SCOPE))
        elif not self.notices.isHidden():
            above = min(own, total - self.notices.sizeHint().height() - CANDIDATES_BESIDE_NOTICES)
        else:
            above = own
        self._split.setSizes([max(above, 1), max(total - above, 1)])

    def _share_room_soon(self) -> None:
        """Once everything that is shown knows how high it is."""
        QTimer.singleShot(0, self, self._share_room)

    def _keep_own_sizes(self) -> None:
        """The user moved the border."""
        self._own_sizes = self._split.sizes()

    def _show_offers(self, current: int) -> None:
        shown = (self.level, self._translate, self._visibility)
        lines = [offer_line(place, offer, *shown) for place, offer in enumerate(self._offers)]
        if self._has_none():
            lines.append(no_counterpart_line(self._none, self._translate))
        self.candidates.show_lines(lines, current)
        self._show_choice()

    def _show_choice(self) -> None:
        self.panel.keep_draft()
        self._accepted_unpublished = None
        offer = self.current_offer()
        session = self._context.session
        other = Level.INTERNATIONAL if self.level is Level.NATIONAL else Level.NATIONAL
        right = None
        if session is not None and offer is not None and offer.row is not None:
            right = pair.side(session, other, offer.row, session.today())
        empty = empty_text(offer, self.level, self._translate, is_none=self.is_none_chosen())
        self.sides.show_sides(self._left, right, self.level, empty)
        self._show_decision(session, offer)
        stale = self.standing_decision() if self.is_stale() else None
        was_told = not self.notices.isHidden()
        self.notices.show_about(session, offer.national if offer is not None else self.designation, stale)
        if was_told or not self.notices.isHidden():
            self._share_room_soon()
        self.choice_changed.emit()

    def _show_decision(self, session: Session | None, offer: Counterpart | None) -> None:
        translate = self._translate
        if session is None or not self.designation:
            self.panel.clear()
            return
        draft = notes.draft(session, *self._draft_key())
        decision = self.standing_decision()
        self.panel.show_edition(
            edition_choice(session, offer.national, offer.work, offer.decision) if offer is not None else NO_CHOICE
        )
        if decision is not None:
            text, icon, tone = decided_text(decision, self._staleness(), translate)
            self.panel.show_decided(decision, text, icon, tone, draft)
        elif offer is not None:
            candidate = offer.candidate if self._visibility.shows_scores else None
            suggested = Degree(candidate.suggested_degree) if candidate and candidate.suggested_degree else None
            is_strong = candidate is not None and candidate.band is Band.STRONG
            basis = translate(candidate.degree_basis) if candidate else ""
            self.panel.show_open(suggested, basis, is_strong=is_strong, draft=draft)
        elif self.is_none_chosen():
            self.panel.show_text(translate("Enter records that there is no counterpart."), "info", draft)
        else:
            self.panel.show_text(nothing_chosen_text(self.level, translate), "info")

    def _staleness(self) -> tuple[Staleness, ...]:
        """What changed under the decision on what is chosen."""
        session, decision = self._context.session, self.standing_decision()
        return session.listed().staleness(decision) if session is not None and decision is not None else ()

    # standards found by hand, drafts

    def _take_found(self, designation: str) -> None:
        session = self._context.session
        if session is None or not self.designation:
            return
        if self.level is Level.NATIONAL:
            offer = self._context.do(pair.counterpart_international, self.designation, designation, session.today())
        else:
            offer = self._context.do(pair.counterpart_national, designation, self.designation, session.today())
        if offer is None:
            return
        known = [place for place, one in enumerate(self._offers) if one.row == offer.row]
        if not known:
            self._offers.append(offer)
        self._show_offers(known[0] if known else len(self._offers) - 1)
        self.candidates.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep_draft(self, note: str) -> None:
        if self._context.can_write and self.designation:
            self._context.do(notes.save_draft, *self._draft_key(), note.strip())

    def _draft_key(self) -> tuple[str, str]:
        offer = self.current_offer()
        return (offer.national, offer.work) if offer is not None else (self.designation, "")

    # helpers

    def _has_none(self) -> bool:
        return self.level is Level.NATIONAL and bool(self.designation)

    def _key(self, offer: Counterpart | None) -> tuple[str, str] | None:
        return (offer.national, offer.work) if offer is not None else None

    def _lay_out(self) -> None:
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.notices)
        column.addWidget(self.candidates, 1)
        column.addWidget(self.finder, 0)
        self._split = QSplitter(Qt.Orientation.Vertical)
        self._split.setChildrenCollapsible(False)
        self._split.setHandleWidth(8)
        for part in (self.sides, middle):
            self._split.addWidget(part)
        self._split.setSizes(self._own_sizes)
        self._split.splitterMoved.connect(lambda _place, _index: self._keep_own_sizes())
        self._split.setStretchFactor(0, 0)
        self._split.setStretchFactor(1, 1)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.setSpacing(8)
        outside.addWidget(self._split, 1)
        outside.addWidget(self.panel)
