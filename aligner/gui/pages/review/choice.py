"""What is chosen for a standard at first, and what the panel says of the choice, as it can be recorded."""

from collections.abc import Sequence

from aligner.domain.catalogue import Level
from aligner.domain.pairs.decision import Decision, Verdict
from aligner.gui.widgets.pairs.decision_panel import Entered
from aligner.i18n import Translator
from aligner.usecases.review.decide import Opinion
from aligner.usecases.review.double_review import Visibility
from aligner.usecases.review.pair import Counterpart


def opinion_on(offer: Counterpart, verdict: Verdict, entered: Entered) -> Opinion:
    """The verdict with what was entered; degree, coverage and reasons belong to a confirmed pair only."""
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
        entered.edition.designation if entered.edition else "",
        entered.edition.basis if entered.edition else None,
    )


def same_again(decision: Decision) -> Opinion:
    """What a decision says, to be said again."""
    return Opinion(
        decision.national,
        decision.international,
        decision.verdict,
        decision.degree,
        decision.coverage,
        decision.joint,
        decision.reason,
        decision.note,
        decision.edition,
        decision.basis,
    )


def first_choice(offers: Sequence[Counterpart], none: Decision | None, visibility: Visibility) -> int:
    """Place of what is chosen at first: what was confirmed, "no counterpart" behind the last one, else the first that
    is not rejected; -1 when all are, and when nobody is to be led to the first of several."""
    for place, offer in enumerate(offers):
        if offer.decision is not None and offer.decision.verdict is Verdict.CONFIRMED:
            return place
    if none is not None:
        return len(offers)
    if not visibility.shows_scores and len(offers) > 1:
        return -1
    return next((place for place, offer in enumerate(offers) if not is_rejected(offer)), -1)


def is_rejected(offer: Counterpart) -> bool:
    """Whether this counterpart was rejected."""
    return offer.decision is not None and offer.decision.verdict is Verdict.REJECTED


def nothing_chosen_text(level: Level, translate: Translator) -> str:
    """What to do when nothing is chosen; `level` is the side that is listed."""
    if level is Level.NATIONAL:
        return translate("Choose a candidate, look for another standard (O), or press 0 for no counterpart.")
    return translate("Choose a candidate, look for another standard (O), or judge whether it counts (A).")


def empty_text(offer: Counterpart | None, level: Level, translate: Translator, *, is_none: bool) -> str:
    """What stands in the place of the other standard when there is none to show."""
    if offer is not None:
        shown = offer.international if level is Level.NATIONAL else offer.national
        return translate("{designation} is not in any catalogue", designation=shown)
    return translate("No counterpart") if is_none else ""
