"""The lines of the candidate list and of the decision panel, in the user's language."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from aligner.domain.catalogue import Level
from aligner.domain.pairs.adopted import AdoptedEdition
from aligner.domain.pairs.decision import COVERAGE_NAMES, Coverage, Decision, Verdict
from aligner.domain.pairs.deviation import REASONS
from aligner.domain.pairs.listed import STALENESS_NAMES, Staleness
from aligner.domain.text import N_
from aligner.gui.models.columns import Badge
from aligner.gui.models.offers import OfferLine, StepLine
from aligner.gui.surroundings.theme import Tone
from aligner.gui.widgets.pairs.edition_box import edition_text
from aligner.gui.words.review import best_marks, edition_marks
from aligner.gui.words.values import moment, verdict_marks
from aligner.i18n import Translator
from aligner.usecases.review import pair
from aligner.usecases.review.double_review import Visibility
from aligner.usecases.review.known_from import KNOWN_KIND_TEXTS
from aligner.usecases.review.pair import Counterpart
from aligner.usecases.review.queue_rows import ReviewStatus

MOST_KEYS = 9
"""Candidates that a digit chooses."""


def offer_line(
    place: int, offer: Counterpart, level: Level, translate: Translator, visibility: Visibility
) -> OfferLine:
    """One candidate; `level` is the side that is listed in the queue, the other one is offered.

    Without scores, only which standard it is, what the reviewer said of it, and the state of its edition.
    """
    if not visibility.shows_scores:
        return OfferLine(
            key=_key(place),
            band=None,
            designation=_number(offer, level),
            title=offer.title,
            verdict=_verdict(offer.decision, offer.staleness, translate),
            alert=_alert(offer, translate),
        )
    candidate = offer.candidate
    band = best_marks(translate)((candidate.band, candidate.score)) if candidate else None
    by_hand = Badge("search", translate("found by hand"), Tone.NEUTRAL)
    kept_down = pair.what_keeps_it_down(offer, translate)
    why = pair.why(offer, translate)
    return OfferLine(
        key=_key(place),
        band=band or by_hand,
        designation=_number(offer, level),
        title=offer.title,
        why=why,
        verdict=_verdict(offer.decision, offer.staleness, translate),
        alert=_alert(offer, translate),
        steps=_steps(offer, translate),
        tip=translate("Not in a higher band because {reasons}", reasons=kept_down) if kept_down else "",
    )


def _key(place: int) -> str:
    return str(place + 1) if place < MOST_KEYS else ""


def _number(offer: Counterpart, level: Level) -> str:
    return offer.international if level is Level.NATIONAL else offer.national


def no_counterpart_line(decision: Decision | None, translate: Translator) -> OfferLine:
    """The last line: there is no counterpart."""
    return OfferLine(
        "0",
        None,
        translate("No counterpart"),
        "",
        verdict=_verdict(decision, (), translate),
    )


def decided_text(decision: Decision, staleness: Sequence[Staleness], translate: Translator) -> tuple[str, str, Tone]:
    """Who decided what and when, and what changed since; with its icon and tone."""
    text = translate(
        "{verdict} by {reviewer}, {time}",
        verdict=_said(decision, translate),
        reviewer=decision.reviewer or "–",
        time=moment(decision.at, translate),
    )
    if decision.bulk:
        text = translate("{text}, accepted in bulk", text=text)
    badge = verdict_marks(translate)(decision.verdict)
    if not staleness:
        return text, badge.icon, badge.tone
    changed = translate(", ").join(translate(STALENESS_NAMES[one]) for one in staleness)
    return translate("{text}. Since then {changed}: look again.", text=text, changed=changed), "stale", Tone.ATTENTION


def opinion_lines(decisions: Sequence[Decision], translate: Translator) -> list[str]:
    """What one of two reviewers says about a standard, and who it is."""
    who = next((one.reviewer for one in decisions if one.reviewer), "–")
    said = (" – ".join(part for part in (one.international, _said(one, translate)) if part) for one in decisions)
    notes = (one.note for one in decisions if one.note)
    return [who, *said, *notes]


def finished_text(left: Mapping[ReviewStatus, int], flagged: int, translate: Translator) -> str:
    """What is worth another look in a list without open rows: "Queue finished: 3 flagged · 1 conflict"."""
    counted = (
        (flagged, N_("{number} flagged"), N_("{number} flagged")),
        (left.get(ReviewStatus.UNSURE, 0), N_("{number} unsure"), N_("{number} unsure")),
        (left.get(ReviewStatus.CONFLICT, 0), N_("{number} conflict"), N_("{number} conflicts")),
    )
    remaining = [translate.plural(one, many, number) for number, one, many in counted if number]
    if not remaining:
        return translate("Queue finished: nothing is left")
    return translate("Queue finished: {left}", left=" · ".join(remaining))


def _said(decision: Decision, translate: Translator) -> str:
    """Verdict, degree, coverage and what differs, in words."""
    parts = [verdict_marks(translate)(decision.verdict).text]
    if decision.verdict is Verdict.CONFIRMED:
        parts.append(str(decision.degree or ""))
        if decision.coverage is not Coverage.FULL:
            parts.append(f"{translate(COVERAGE_NAMES[decision.coverage])} {decision.joint}".strip())
        if decision.basis is not None:
            parts.append(edition_text(AdoptedEdition(decision.edition, decision.basis), translate))
    parts += [translate(REASONS[code]) for code in decision.reason.split() if code in REASONS]
    return translate(", ").join(part for part in parts if part)


def _verdict(decision: Decision | None, staleness: Sequence[Staleness], translate: Translator) -> Badge | None:
    if decision is None:
        return None
    badge = verdict_marks(translate)(decision.verdict)
    text = f"{badge.text} {decision.degree}" if decision.degree else badge.text
    return Badge("stale", text, Tone.ATTENTION) if staleness else Badge(badge.icon, text, badge.tone)


def _alert(offer: Counterpart, translate: Translator) -> Badge | None:
    """The state of the edition, unless it is the current one."""
    if offer.known_from is not None:
        known = offer.known_from
        text = translate(KNOWN_KIND_TEXTS[known.kind], designation=known.designation)
        return Badge("draft", text, Tone.ATTENTION, translate("No published edition of it is in the catalogues."))
    badge = edition_marks(translate)(offer.edition_state)
    if not badge.text or badge.tone is Tone.GOOD:
        return None
    if not offer.adopted.designation:
        return badge
    adopts = translate("adopts {edition}: {state}", edition=edition_text(offer.adopted, translate), state=badge.text)
    return replace(badge, text=adopts)


def _steps(offer: Counterpart, translate: Translator) -> tuple[StepLine, ...]:
    lines = []
    total = 0.0
    for step in pair.steps(offer, translate):
        points = translate.number(abs(step.contribution), 1)
        texts = " | ".join(dict.fromkeys(text for text in (step.national, step.international) if text))
        lines.append(
            StepLine(step.label, total, step.total, f"{'+' if step.contribution >= 0 else '−'}{points}", texts)
        )
        total = step.total
    return tuple(lines)
