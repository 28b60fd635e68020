"""The columns and facets of the queue."""

from collections.abc import Iterable
from typing import Any

from aligner.domain.pairs.candidate import BAND_NAMES, Band
from aligner.domain.standards.ics import field_label
from aligner.domain.text import N_
from aligner.gui.models.columns import Badge, Column, Facet, itself, joined, natural
from aligner.gui.surroundings.theme import Tone
from aligner.gui.words import meanings
from aligner.gui.words.review import EDITION_HEADING, best_marks, degree_meaning, edition_marks, review_marks
from aligner.i18n import Translator
from aligner.usecases.review.double_review import Visibility
from aligner.usecases.review.queue_rows import AGREED, AWAITING, FLAGGED, ReviewStatus

OF_SCORES = frozenset({"best", "margin", "priority", "suggested", "band"})
"""Columns and facets that tell what the program thinks of a pair."""


def queue_columns(translate: Translator, visibility: Visibility) -> tuple[Column, ...]:
    """The columns of the queue; those that only order or choose are hidden."""
    return tuple(one for one in _columns(translate) if visibility.shows_scores or one.name not in OF_SCORES)


def queue_facets(translate: Translator, visibility: Visibility) -> tuple[Facet, ...]:
    """Status, suggested degree, edition alert, band, ICS field, committee, reviewer."""
    return tuple(one for one in _facets(translate) if visibility.shows_scores or one.name not in OF_SCORES)


def _columns(translate: Translator) -> tuple[Column, ...]:
    flag = Badge("flag", translate("flagged"), Tone.ATTENTION)
    nothing = Badge("", "", Tone.NEUTRAL)
    return (
        Column("status", translate(N_("Review", "state")), badge=review_marks(translate), width=116, is_searched=False),
        Column("designation", translate("Standard number"), key=natural, width=156),
        Column("title", translate("Title"), width=100),
        Column("best", translate("Best"), badge=best_marks(translate), key=lambda best: best[1],
               width=108, is_searched=False, tip=translate("Band and score of the best candidate")),
        Column("degree", translate("Degree"), width=66, is_searched=False,
               tip=translate("The decided degree; with a question mark, the suggested one"),
               meaning=lambda text: degree_meaning(text, translate)),
        Column("counterpart", translate("Counterpart"), key=natural, width=150),
        Column("margin", translate("Margin"), show=lambda points: "" if points is None else translate.number(points),
               is_right=True, width=70, is_searched=False,
               tip=translate("Points to the next candidate: a small margin makes a choice ambiguous")),
        Column("alert", translate(EDITION_HEADING), badge=edition_marks(translate), width=150, is_searched=False),
        Column("flag", translate("Flag"), badge=lambda value: flag if value else nothing, width=90, is_searched=False),
        Column("reviewer", translate("Reviewer"), width=100),
        Column("handed", translate("Handed to"), width=110, is_hidden=True,
               tip=translate("Who is to review this standard")),
        Column("committee", translate("Committee"), width=120),
        Column("title_en", translate("Title in English"), width=220, is_hidden=True),
        Column("ics", translate("ICS"), show=joined, key=joined, width=90, is_hidden=True),
        Column("priority", translate("Priority"), show=lambda value: translate.number(value * 100), is_right=True,
               width=70, is_hidden=True, is_searched=False,
               tip=translate("What a decision can do for the conversion rate, times how uncertain it is")),
    )  # fmt: skip


def _facets(translate: Translator) -> tuple[Facet, ...]:
    statuses, editions = review_marks(translate), edition_marks(translate)
    others = {
        FLAGGED: translate("flagged"),
        AWAITING: translate("awaits a second opinion"),
        AGREED: translate("two reviewers agree"),
    }
    bands = {band.value: translate(name) for band, name in BAND_NAMES.items()}
    return (
        Facet(
            "kinds",
            translate("Status"),
            lambda kinds: kinds,
            lambda kind: others.get(kind) or statuses(ReviewStatus(kind)).text,
            lambda kind: translate(meanings.KINDS[kind]) if kind in others else statuses(ReviewStatus(kind)).meaning,
        ),
        Facet("suggested", translate("Suggested degree"), itself, str, lambda kind: degree_meaning(kind, translate)),
        Facet(
            "alert",
            translate("Edition alert"),
            itself,
            lambda kind: editions(kind).text,
            lambda kind: editions(kind).meaning,
        ),
        Facet(
            "band",
            translate("Band"),
            _band,
            lambda kind: bands.get(kind, ""),
            lambda kind: translate(meanings.BANDS[Band(kind)]) if kind else "",
        ),
        Facet("ics", translate("ICS field"), _ics_fields, lambda kind: translate(field_label(kind)) if kind else ""),
        Facet("committee", translate("Committee"), itself),
        Facet("reviewer", translate("Reviewer"), itself),
        Facet("handed", translate("Handed to"), itself),
        Facet("designation", translate("Chosen from the indicators"), itself, is_quiet=True),
    )


def _band(value: Band | str) -> tuple[str]:
    return (value.value if isinstance(value, Band) else "",)


def _ics_fields(codes: Any) -> Iterable[str]:
    """The fields (first two digits) of the ICS codes of a standard; "" when it has none."""
    return dict.fromkeys(code[:2] for code in codes) if codes else ("",)
