"""The right half of the review: two standards side by side, the candidates, and what is decided on the chosen one."""

from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from aligner.domain.candidate import Band
from aligner.domain.catalogue import Level
from aligner.domain.decision import Decision, Verdict
from aligner.domain.degree import Degree
from aligner.domain.double_review import DoubleReview
from aligner.gui.context import Context
from aligner.gui.models.offers import OfferLine
from aligner.gui.pages.page import Actions
from aligner.gui.pages.review_lines import decided_text, no_counterpart_line, offer_line, opinion_lines
from aligner.gui.review_words import DIFFERENCES
from aligner.gui.widgets.candidate_list import CandidateList
from aligner.gui.widgets.changes_view import ChangesView
from aligner.gui.widgets.decision_panel import DecisionPanel
from aligner.gui.widgets.find_standard import FindStandard
from aligner.gui.widgets.opinions_view import OpinionsView
from aligner.gui.widgets.side_by_side import SideBySide
from aligner.usecases import desk, pair
from aligner.usecases.double_review import Sight, one_name, open_differences, opinions_in_sight
from aligner.usecases.former import changes_under
from aligner.usecases.pair import Offer, Side
from aligner.usecases.review import Opinion
from aligner.usecases.session import Session
from aligner.usecases.staleness import Freshness, Staleness


class PairPart(QWidget):
    """Shows one row of the queue. What is chosen here becomes an Opinion; the page records it."""

    choice_changed = Signal()
    """Another candidate is chosen."""

    def __init__(self, context: Context, actions: Actions, sight: Sight) -> None:
        super().__init__()
        self._sight = sight
        self._context = context
        self._translate = context.translate
        self.level = Level.NATIONAL
        self.designation = ""
        self._row = -1
        self._left: Side | None = None
        self._offers: list[Offer] = []
        self._none: Decision | None = None
        self._dispute: DoubleReview | None = None
        self.sides = SideBySide(context)
        self.finder = FindStandard(context)
        self.changes = ChangesView(context, actions)
        self.opinions = OpinionsView(context, actions)
        self.candidates = CandidateList(context)
        self.panel = DecisionPanel(context, actions)
        self.candidates.current_changed.connect(lambda _row: self._show_choice())
        self.panel.draft_changed.connect(self._keep_draft)
        self.finder.taken.connect(self._take_found)
        self.finder.searching.connect(lambda is_open: self.candidates.setVisible(not is_open))
        self.finder.left.connect(self.candidates.setFocus)
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
        self._left = pair.side(session, level, row, _today())
        seen = opinions_in_sight(session, self._sight)
        self._none = seen.get((designation, "")) if level is Level.NATIONAL else None
        offers = pair.offers_of_national if level is Level.NATIONAL else pair.offers_of_work
        self._offers = offers(session, designation, _today(), self._sight)
        self._show_offers(self._first_choice())

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
        self._show_offers(places[0] if places else self._first_choice())

    def clear(self) -> None:
        """Show nothing."""
        self.designation, self._left, self._offers, self._none = "", None, [], None
        self._show_offers(-1)

    # what is chosen

    def current_offer(self) -> Offer | None:
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
        self.candidates.choose(next((place for place in order if not _is_rejected(self._offers[place])), here))

    def choose_next_stale(self) -> bool:
        """Choose the next counterpart whose decision is stale; False when there is none."""
        places = [place for place, offer in enumerate(self._offers) if offer.staleness]
        for place in places[:1]:
            self.candidates.choose(place)
        return bool(places)

    def write_note(self) -> None:
        """Go to the note."""
        self.panel.note.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def opinion(self, verdict: Verdict) -> Opinion | None:
        """What the panel says about the chosen candidate, with this verdict; None when nothing is chosen."""
        entered = self.panel.entered()
        if verdict is Verdict.NO_COUNTERPART:
            return Opinion(self.designation, "", verdict, note=entered.note)
        offer = self.current_offer()
        if offer is None:
            return None
        if verdict is not Verdict.CONFIRMED:
            return Opinion(offer.national, offer.international, verdict, note=entered.note)
        return Opinion(
            offer.national,
            offer.international,
            verdict,
            entered.degree,
            entered.coverage,
            entered.joint,
            entered.reason,
            entered.note,
        )

    def same_opinion(self) -> Opinion | None:
        """What stands on the chosen counterpart, said again; None when nothing does."""
        decision = self.standing_decision()
        if decision is None:
            return None
        names = ("national", "international", "verdict", "degree", "coverage", "joint", "reason", "note")
        return Opinion(**{name: getattr(decision, name) for name in names})

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
        return self._dispute

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
            "split": self._split.sizes(),
            "scope": self.sides.scope_button.isChecked(),
            "difference": self.sides.is_marked,
        }

    def restore(self, state: dict[str, Any]) -> None:
        """As `state` was."""
        sizes = state.get("split")
        if isinstance(sizes, list) and len(sizes) == self._split.count() and all(isinstance(one, int) for one in sizes):
            self._split.setSizes(sizes)
        self.sides.scope_button.setChecked(bool(state.get("scope", False)))
        self.sides.set_marked(bool(state.get("difference", True)))

    def _show_offers(self, current: int) -> None:
        lines = [self._line(place, offer) for place, offer in enumerate(self._offers)]
        if self._has_none():
            lines.append(no_counterpart_line(self._none, self._translate))
        self.candidates.show_lines(lines, current)
        self._show_choice()

    def _line(self, place: int, offer: Offer) -> OfferLine:
        return offer_line(place, offer, self.level, self._translate, self._sight)

    def _show_choice(self) -> None:
        self.panel.keep_draft()
        offer = self.current_offer()
        session = self._context.session
        other = Level.INTERNATIONAL if self.level is Level.NATIONAL else Level.NATIONAL
        right = None
        if session is not None and offer is not None and offer.row is not None:
            right = pair.side(session, other, offer.row, _today())
        self.sides.show_sides(self._left, right, self.level, self._empty_text(offer))
        self._show_decision(session, offer)
        decision = self.standing_decision() if self.is_stale() else None
        self.changes.show_changes(changes_under(session, decision) if session and decision else ())
        self._show_opinions()
        self.choice_changed.emit()

    def _show_decision(self, session: Session | None, offer: Offer | None) -> None:
        translate = self._translate
        if session is None or not self.designation:
            self.panel.clear()
            return
        draft = desk.draft(session, *self._draft_key())
        decision = self.standing_decision()
        if decision is not None:
            text, icon, tone = decided_text(decision, self._staleness(), translate)
            self.panel.show_decided(decision, text, icon, tone, draft)
        elif offer is not None:
            candidate = offer.candidate if self._sight.shows_scores else None
            suggested = Degree(candidate.suggested_degree) if candidate and candidate.suggested_degree else None
            is_strong = candidate is not None and candidate.band is Band.STRONG
            basis = translate(candidate.degree_basis) if candidate else ""
            self.panel.show_open(suggested, basis, is_strong=is_strong, draft=draft)
        elif self.is_none_chosen():
            self.panel.show_text(translate("Enter records that there is no counterpart."), "info", draft)
        else:
            self.panel.show_text(self._nothing_chosen_text(), "info")

    def _staleness(self) -> tuple[Staleness, ...]:
        """What changed under the decision on what is chosen."""
        session, decision = self._context.session, self.standing_decision()
        return session.derived(Freshness).staleness(decision) if session is not None and decision is not None else ()

    def _show_opinions(self) -> None:
        session, offer = self._context.session, self.current_offer()
        self._dispute = None
        if session is not None and not self._sight.is_second:
            national = offer.national if offer is not None else self.designation
            self._dispute = open_differences(session).get(national)
        review = self._dispute
        if session is None or review is None:
            self.opinions.show_opinions("", (), ())
            return
        difference = review.difference(one_name(session))
        lines = (opinion_lines(one, self._translate) for one in (review.first, review.second))
        self.opinions.show_opinions(self._translate(DIFFERENCES[difference]) if difference else "", *lines)

    def _nothing_chosen_text(self) -> str:
        if self.level is Level.NATIONAL:
            return self._translate("Choose a candidate, look for another standard (O), or press 0 for no counterpart.")
        return self._translate("Choose a candidate, look for another standard (O), or judge whether it counts (A).")

    def _empty_text(self, offer: Offer | None) -> str:
        if offer is not None:
            shown = offer.international if self.level is Level.NATIONAL else offer.national
            return self._translate("{designation} is in no catalogue", designation=shown)
        return self._translate("No counterpart") if self.is_none_chosen() else ""

    # standards found by hand, drafts

    def _take_found(self, designation: str) -> None:
        session = self._context.session
        if session is None or not self.designation:
            return
        if self.level is Level.NATIONAL:
            offer = self._context.do(pair.offer_international, self.designation, designation, _today())
        else:
            offer = self._context.do(pair.offer_national, designation, self.designation, _today())
        if offer is None:
            return
        known = [place for place, one in enumerate(self._offers) if one.row == offer.row]
        if not known:
            self._offers.append(offer)
        self._show_offers(known[0] if known else len(self._offers) - 1)
        self.candidates.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep_draft(self, note: str) -> None:
        if self._context.can_write and self.designation:
            self._context.do(desk.save_draft, *self._draft_key(), note.strip())

    def _draft_key(self) -> tuple[str, str]:
        offer = self.current_offer()
        return (offer.national, offer.work) if offer is not None else (self.designation, "")

    # helpers

    def _first_choice(self) -> int:
        """What is chosen at first: what was confirmed, else the first that is not rejected; nothing when all are."""
        for place, offer in enumerate(self._offers):
            if offer.decision is not None and offer.decision.verdict is Verdict.CONFIRMED:
                return place
        if self._none is not None:
            return len(self._offers)
        if not self._sight.shows_scores and len(self._offers) > 1:
            return -1  # the first one is no better than the others
        return next((place for place, offer in enumerate(self._offers) if not _is_rejected(offer)), -1)

    def _has_none(self) -> bool:
        return self.level is Level.NATIONAL and bool(self.designation)

    def _key(self, offer: Offer | None) -> tuple[str, str] | None:
        return (offer.national, offer.work) if offer is not None else None

    def _lay_out(self) -> None:
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.changes)
        column.addWidget(self.opinions)
        column.addWidget(self.candidates, 1)
        column.addWidget(self.finder, 0)
        self._split = QSplitter(Qt.Orientation.Vertical)
        self._split.setChildrenCollapsible(False)
        self._split.setHandleWidth(8)
        for part in (self.sides, middle):
            self._split.addWidget(part)
        self._split.setSizes([186, 310])
        self._split.setStretchFactor(0, 0)
        self._split.setStretchFactor(1, 1)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.setSpacing(8)
        outside.addWidget(self._split, 1)
        outside.addWidget(self.panel)


def _is_rejected(offer: Offer) -> bool:
    return offer.decision is not None and offer.decision.verdict is Verdict.REJECTED


def _today() -> date:
    return date.today()  # noqa: DTZ011 - the user's own calendar day
