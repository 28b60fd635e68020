"""How the values of a review are marked in the window: a picture and a colour beside each name."""

from dataclasses import replace

from aligner.domain.degree import Degree, parse_degree
from aligner.domain.pairs.candidate import BAND_NAMES, EDITION_STATE_NAMES, Band, EditionState
from aligner.domain.text import N_
from aligner.gui.models.columns import Badge
from aligner.gui.surroundings.theme import Tone
from aligner.gui.words import meanings
from aligner.gui.words.values import Marks, badges_of
from aligner.i18n import Translator
from aligner.usecases.review.double_review import Visibility
from aligner.usecases.review.queue_rows import REVIEW_STATUS_NAMES, ReviewStatus

EDITION_HEADING = N_("Edition", "state of the adopted edition")
"""The heading of a column of edition states."""

STATUSES = {
    ReviewStatus.UNREVIEWED: ("unreviewed", Tone.NEUTRAL),
    ReviewStatus.SUGGESTED: ("suggested", Tone.SUGGESTED),
    ReviewStatus.CONFIRMED: ("confirmed", Tone.GOOD),
    ReviewStatus.STALE: ("stale", Tone.ATTENTION),
    ReviewStatus.DISPUTED: ("conflict", Tone.BAD),
    ReviewStatus.CONFLICT: ("conflict", Tone.BAD),
    ReviewStatus.UNSURE: ("unsure", Tone.ATTENTION),
    ReviewStatus.NO_COUNTERPART: ("none", Tone.MUTED),
    ReviewStatus.NOT_APPLICABLE: ("gone", Tone.MUTED),
    ReviewStatus.DEFERRED: ("upcoming", Tone.MUTED),
}

BANDS = {
    Band.STRONG: ("strong", Tone.GOOD),
    Band.PROBABLE: ("probable", Tone.SUGGESTED),
    Band.AMBIGUOUS: ("ambiguous", Tone.ATTENTION),
    Band.WEAK: ("weak", Tone.MUTED),
}

EDITIONS = {
    EditionState.CURRENT: ("success", Tone.GOOD),
    EditionState.AMENDMENT_OUTDATED: ("warning", Tone.ATTENTION),
    EditionState.OUTDATED: ("stale", Tone.ATTENTION),
    EditionState.GRACE: ("upcoming", Tone.ATTENTION),
    EditionState.WITHDRAWN: ("withdrawn", Tone.BAD),
    EditionState.UNDATED: ("info", Tone.NEUTRAL),
    EditionState.AHEAD: ("upcoming", Tone.NEUTRAL),
}


def review_marks(translate: Translator) -> Marks:
    """The badge of a review status."""
    return badges_of(STATUSES, REVIEW_STATUS_NAMES, translate, meanings.REVIEWS).__getitem__


def best_marks(translate: Translator) -> Marks:
    """The badge of a band with its score: (band, score), or None for no candidate."""
    badges = badges_of(BANDS, BAND_NAMES, translate, meanings.BANDS)
    nothing = Badge("", "–", Tone.MUTED)

    def badge(value: tuple[Band, float] | None) -> Badge:
        if value is None:
            return nothing
        band, score = value
        return replace(badges[band], text=f"{badges[band].text} {translate.number(score)}")

    return badge


def degree_meaning(text: str, translate: Translator) -> str:
    """What the degrees in a text mean: "IDT", "IDT MOD", "IDT ?", or one as a catalogue prints it."""
    named = [degree for degree in Degree if degree.value in text.upper().split()]
    read = parse_degree(text) if text and not named else None
    if read is not None and read.degree is not None:
        named = [read.degree]
    return "\n".join(translate(meanings.DEGREES[degree]) for degree in named)


def visibility_badge(visibility: Visibility, translate: Translator) -> Badge | None:
    """What is hidden from the reviewer; None when nothing is."""
    if visibility.is_second:
        return Badge("user", translate("Second review: decisions of others and scores are hidden"), Tone.ATTENTION)
    return None if visibility.shows_scores else Badge("info", translate("Scores are hidden"), Tone.SUGGESTED)


def edition_marks(translate: Translator) -> Marks:
    """The badge of an edition state; an empty one for none."""
    badges = badges_of(EDITIONS, EDITION_STATE_NAMES, translate, meanings.EDITIONS)
    nothing = Badge("", "", Tone.NEUTRAL)
    return lambda value: badges.get(value, nothing)
