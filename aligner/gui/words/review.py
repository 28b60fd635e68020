"""How the values of a review are called and marked in the window."""

from aligner.domain.applicability import ApplicabilityVerdict
from aligner.domain.degree import Degree, parse_degree
from aligner.domain.pairs.candidate import Band, EditionState
from aligner.domain.pairs.decision import Coverage
from aligner.domain.pairs.double_review import Difference
from aligner.domain.pairs.listed import Staleness
from aligner.domain.text import N_
from aligner.gui.models.columns import Badge
from aligner.gui.surroundings.theme import Tone
from aligner.gui.words import meanings
from aligner.gui.words.values import Marks
from aligner.i18n import Translator
from aligner.usecases.review.bulk import LeftOut
from aligner.usecases.review.double_review import Visibility
from aligner.usecases.review.queue_rows import ReviewStatus

STATUSES = {
    ReviewStatus.UNREVIEWED: ("unreviewed", N_("unreviewed"), Tone.NEUTRAL),
    ReviewStatus.SUGGESTED: ("suggested", N_("suggested"), Tone.SUGGESTED),
    ReviewStatus.CONFIRMED: ("confirmed", N_("confirmed"), Tone.GOOD),
    ReviewStatus.STALE: ("stale", N_("changed since"), Tone.ATTENTION),
    ReviewStatus.DISPUTED: ("conflict", N_("two opinions"), Tone.BAD),
    ReviewStatus.CONFLICT: ("conflict", N_("conflict"), Tone.BAD),
    ReviewStatus.UNSURE: ("unsure", N_("unsure"), Tone.ATTENTION),
    ReviewStatus.NO_COUNTERPART: ("none", N_("no counterpart"), Tone.MUTED),
    ReviewStatus.NOT_APPLICABLE: ("gone", N_("not applicable"), Tone.MUTED),
    ReviewStatus.DEFERRED: ("upcoming", N_("deferred"), Tone.MUTED),
}

BANDS = {
    Band.STRONG: ("strong", N_("strong"), Tone.GOOD),
    Band.PROBABLE: ("probable", N_("probable"), Tone.SUGGESTED),
    Band.AMBIGUOUS: ("ambiguous", N_("ambiguous"), Tone.ATTENTION),
    Band.WEAK: ("weak", N_("weak"), Tone.MUTED),
}

EDITIONS = {
    EditionState.CURRENT: ("success", N_("current edition"), Tone.GOOD),
    EditionState.AMENDMENT_OUTDATED: ("warning", N_("an amendment is missing"), Tone.ATTENTION),
    EditionState.OUTDATED: ("stale", N_("an earlier edition"), Tone.ATTENTION),
    EditionState.GRACE: ("upcoming", N_("a new edition is out"), Tone.ATTENTION),
    EditionState.WITHDRAWN: ("withdrawn", N_("withdrawn, not replaced"), Tone.BAD),
    EditionState.UNDATED: ("info", N_("edition unknown"), Tone.NEUTRAL),
    EditionState.AHEAD: ("upcoming", N_("not published yet"), Tone.NEUTRAL),
}

DEGREES = {
    Degree.IDT: N_("identical"),
    Degree.MOD: N_("modified"),
    Degree.NEQ: N_("not equivalent, no adoption"),
}

COVERAGES = {
    Coverage.FULL: N_("covers all of it"),
    Coverage.PARTIAL: N_("covers a part of it"),
    Coverage.JOINT: N_("covers it together with others"),
}

STALENESS = {
    Staleness.NATIONAL_CHANGED: N_("the national standard was changed in its catalogue"),
    Staleness.NATIONAL_GONE: N_("the national standard is in no catalogue any more"),
    Staleness.INTERNATIONAL_CHANGED: N_("the international standard was changed in its catalogue"),
    Staleness.INTERNATIONAL_GONE: N_("the international standard is in no catalogue any more"),
}

APPLICABILITIES = {
    ApplicabilityVerdict.APPLICABLE: N_("applicable: it counts"),
    ApplicabilityVerdict.NOT_APPLICABLE: N_("not applicable: it does not count"),
    ApplicabilityVerdict.DEFERRED: N_("deferred: it does not count for the time being"),
    ApplicabilityVerdict.UNDETERMINED: N_("not determined yet"),
}

DIFFERENCES = {
    Difference.SOME_OR_NONE: N_("one names a counterpart, the other none"),
    Difference.TARGET: N_("other counterparts"),
    Difference.DEGREE: N_("another degree"),
    Difference.COVERAGE: N_("another coverage"),
    Difference.UNSURE: N_("one of them left it open"),
}

LEFT_OUT = {
    LeftOut.DECIDED: N_("decided already"),
    LeftOut.NO_CANDIDATE: N_("without a candidate"),
    LeftOut.OTHER_BAND: N_("of another band"),
    LeftOut.NO_DEGREE: N_("without a suggested degree"),
    LeftOut.EDITION: N_("the edition is not the current one"),
    LeftOut.CAPPED: N_("part, kind of document, date or number speak against it"),
    LeftOut.WITHDRAWN: N_("the international standard is withdrawn"),
    LeftOut.CLAIMED_TWICE: N_("another national standard claims the same one"),
    LeftOut.CHANGED_MEANWHILE: N_("decided meanwhile"),
}


def review_marks(translate: Translator) -> Marks:
    """The badge of a review status."""
    badges = {
        value: Badge(picture, translate(text), tone, translate(meanings.REVIEWS[value]))
        for value, (picture, text, tone) in STATUSES.items()
    }
    return badges.__getitem__


def best_marks(translate: Translator) -> Marks:
    """The badge of a band with its score: (band, score), or None for no candidate."""
    names = {band: translate(text) for band, (_, text, _) in BANDS.items()}
    meant = {band: translate(text) for band, text in meanings.BANDS.items()}
    nothing = Badge("", "–", Tone.MUTED)

    def badge(value: tuple[Band, float] | None) -> Badge:
        if value is None:
            return nothing
        band, score = value
        picture, _, tone = BANDS[band]
        return Badge(picture, f"{names[band]} {translate.number(score)}", tone, meant[band])

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
    badges = {
        value.value: Badge(picture, translate(text), tone, translate(meanings.EDITIONS[value]))
        for value, (picture, text, tone) in EDITIONS.items()
    }
    nothing = Badge("", "", Tone.NEUTRAL)
    return lambda value: badges.get(value, nothing)
