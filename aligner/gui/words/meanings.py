"""What the words on badges mean, for tooltips and screen readers (domain.md 3, 4, 5.3, 8.1)."""

from aligner.domain.applicability import ApplicabilityVerdict
from aligner.domain.degree import Degree
from aligner.domain.pairs.adopted import EditionBasis
from aligner.domain.pairs.candidate import Band, EditionState
from aligner.domain.pairs.decision import Coverage
from aligner.domain.standards.fields import Status
from aligner.domain.text import N_
from aligner.usecases.catalogues.browse import Relation
from aligner.usecases.review.queue_rows import AGREED, AWAITING, FLAGGED, ReviewStatus

BANDS = {
    Band.STRONG: N_("High score, well ahead of every other one, and nothing speaks against it"),
    Band.PROBABLE: N_("Good score, but not far enough ahead, or something speaks against it"),
    Band.AMBIGUOUS: N_("Another one is nearly as good: look at both"),
    Band.WEAK: N_("Low score: only a hint"),
}

EDITION_BASES = {
    EditionBasis.STATED: N_("The national catalogue states it, or a reviewer chose it"),
    EditionBasis.PRESUMED: N_("Nobody states it: the newest edition that was published before the national standard"),
    EditionBasis.UNKNOWN: N_("Nobody states it, and none is old enough: it never counts as current and has no age"),
}

EDITIONS = {
    EditionState.CURRENT: N_("The edition that is named is the one in force"),
    EditionState.AMENDMENT_OUTDATED: N_(
        "The edition that is named is in force, but an amendment or corrigendum that came after the national standard "
        "is not taken in"
    ),
    EditionState.OUTDATED: N_("A newer edition is in force, and the time given to follow it is over"),
    EditionState.GRACE: N_("A newer edition is in force; there is still time to follow it"),
    EditionState.WITHDRAWN: N_("The international standard was withdrawn, and nothing took its place"),
    EditionState.UNDATED: N_(
        "Nobody names a year, and no edition is old enough to be presumed: it never counts as current"
    ),
    EditionState.AHEAD: N_("The edition that is named is later than any that is published"),
}

DEGREES = {
    Degree.IDT: N_(
        "Identical: the same technical content, structure and wording, with minimal editorial changes at most; it is "
        "adoption"
    ),
    Degree.MOD: N_("Modified: technical deviations, each identified and explained; it is adoption"),
    Degree.NEQ: N_(
        "Not equivalent: deviations that are not identified, or only a small part is kept; it is no adoption and does "
        "not count"
    ),
}

COVERAGES = {
    Coverage.FULL: N_("The national standard takes in the whole international one, which then counts as converted"),
    Coverage.PARTIAL: N_(
        "The national standard takes in a part only; the international one does not count by it alone"
    ),
    Coverage.JOINT: N_(
        "Several national standards of one group take it in together; it counts when the group has two or more"
    ),
}

APPLICABILITIES = {
    ApplicabilityVerdict.APPLICABLE: N_("it counts in the denominator"),
    ApplicabilityVerdict.NOT_APPLICABLE: N_("it does not count"),
    ApplicabilityVerdict.DEFERRED: N_("it counts, unless the profile leaves deferred standards out"),
    ApplicabilityVerdict.UNDETERMINED: N_("it counts, unless the profile leaves standards without a verdict out"),
}

REVIEWS = {
    ReviewStatus.UNREVIEWED: N_("Nobody has decided on it yet"),
    ReviewStatus.SUGGESTED: N_("Nobody has decided on it yet; there is a strong candidate"),
    ReviewStatus.CONFIRMED: N_("A counterpart was confirmed"),
    ReviewStatus.STALE: N_(
        "It was decided on, and one of the standards was changed in its catalogue since: look again"
    ),
    ReviewStatus.DISPUTED: N_("Two reviewers said different things, and nobody has settled it"),
    ReviewStatus.CONFLICT: N_("Another national standard is confirmed for the whole of the same international one"),
    ReviewStatus.UNSURE: N_("A reviewer left it to someone who knows"),
    ReviewStatus.NO_COUNTERPART: N_("A reviewer found that there is no counterpart"),
    ReviewStatus.NOT_APPLICABLE: N_("The international standard is not applicable and does not count"),
    ReviewStatus.DEFERRED: N_("Applicability was deferred; the profile says whether it counts"),
}

KINDS = {
    FLAGGED: N_("A reviewer marked it, to come back to it"),
    AWAITING: N_("Somebody else has decided on it, and a second opinion is missing"),
    AGREED: N_("Two reviewers said the same without seeing each other's decision"),
}
"""What else can hold of a row of the queue."""

STATUSES = {
    Status.IN_FORCE: N_("Published and in force"),
    Status.UPCOMING: N_("Published, but not yet effective"),
    Status.WITHDRAWN: N_("Withdrawn, and no longer in force"),
    Status.SUPERSEDED: N_("Replaced by another document"),
    Status.DRAFT: N_("Not published yet"),
    Status.PLAN: N_("A project that is being drafted"),
    Status.DELETED: N_("A project that was given up"),
    Status.UNKNOWN: N_("Its catalogue does not say"),
}
"""Of a standard, as its catalogue says."""

RELATIONS = {
    Relation.CURRENT: N_("The edition in force"),
    Relation.EARLIER: N_("An edition that a newer one replaced"),
    Relation.WITHDRAWN: N_("An edition that is not in force"),
    Relation.SUPPLEMENT: N_("An amendment, corrigendum or other supplement of an edition"),
    Relation.PREDECESSOR: N_("Another standard, of which this one took the place"),
    Relation.SUCCESSOR: N_("Another standard, which took the place of this one"),
}
"""Of a document to the work it belongs to."""
