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
    Band.STRONG: N_("High score, well ahead of all others, with no evidence against it"),
    Band.PROBABLE: N_("Good score, but not far enough ahead, or there is evidence against it"),
    Band.AMBIGUOUS: N_("Another candidate is nearly as good: look at both"),
    Band.WEAK: N_("Low score: only a hint"),
}

EDITION_BASES = {
    EditionBasis.STATED: N_("The national catalogue states it, or a reviewer chose it"),
    EditionBasis.PRESUMED: N_("Not stated; presumed to be the newest edition published before the national standard"),
    EditionBasis.UNKNOWN: N_("Not stated, and no edition is old enough: it never counts as current and has no age"),
}

EDITIONS = {
    EditionState.CURRENT: N_("The cited edition is the one in force"),
    EditionState.AMENDMENT_OUTDATED: N_(
        "The cited edition is in force, but an amendment or corrigendum published after the national "
        "standard is not incorporated"
    ),
    EditionState.OUTDATED: N_("A newer edition is in force and the grace period is over"),
    EditionState.GRACE: N_("A newer edition is in force; the grace period is still running"),
    EditionState.WITHDRAWN: N_("The international standard was withdrawn without a replacement"),
    EditionState.UNDATED: N_(
        "No year is cited, and no edition is old enough to be presumed: it never counts as current"
    ),
    EditionState.AHEAD: N_("The cited edition is later than any published one"),
}

DEGREES = {
    Degree.IDT: N_(
        "Identical: the same technical content, structure and wording, with minimal editorial "
        "changes at most; counts as adoption"
    ),
    Degree.MOD: N_("Modified: technical deviations, each identified and explained; counts as adoption"),
    Degree.NEQ: N_(
        "Not equivalent: deviations are not identified, or only a small part is kept; not an adoption, does not count"
    ),
}

COVERAGES = {
    Coverage.FULL: N_("The national standard covers the whole international one, which then counts as converted"),
    Coverage.PARTIAL: N_(
        "The national standard covers only a part; on its own it does not make the international one count"
    ),
    Coverage.JOINT: N_(
        "Several national standards of one group cover it jointly; it counts when the group has two or more"
    ),
}

APPLICABILITIES = {
    ApplicabilityVerdict.APPLICABLE: N_("it counts in the denominator"),
    ApplicabilityVerdict.NOT_APPLICABLE: N_("it does not count"),
    ApplicabilityVerdict.DEFERRED: N_("it counts, unless the profile leaves deferred standards out"),
    ApplicabilityVerdict.UNDETERMINED: N_("it counts, unless the profile leaves standards without a verdict out"),
}

REVIEWS = {
    ReviewStatus.UNREVIEWED: N_("Not decided yet"),
    ReviewStatus.SUGGESTED: N_("Not decided yet; there is a strong candidate"),
    ReviewStatus.CONFIRMED: N_("A counterpart was confirmed"),
    ReviewStatus.STALE: N_("Decided, but one of the standards has since changed in its catalogue: look again"),
    ReviewStatus.DISPUTED: N_("Two reviewers disagree, and the difference is not settled"),
    ReviewStatus.CONFLICT: N_(
        "Another national standard is confirmed as covering the whole of the same international standard"
    ),
    ReviewStatus.UNSURE: N_("A reviewer was unsure and left it to someone who knows"),
    ReviewStatus.NO_COUNTERPART: N_("A reviewer found that there is no counterpart"),
    ReviewStatus.NOT_APPLICABLE: N_("The international standard is not applicable and does not count"),
    ReviewStatus.DEFERRED: N_("Applicability was deferred; the profile says whether it counts"),
}

KINDS = {
    FLAGGED: N_("A reviewer flagged it, to come back to it"),
    AWAITING: N_("Another reviewer has decided; a second opinion is missing"),
    AGREED: N_("Two reviewers decided the same without seeing each other's decision"),
}
"""What else can hold of a row of the queue."""

STATUSES = {
    Status.IN_FORCE: N_("Published and in force"),
    Status.UPCOMING: N_("Published, but not yet effective"),
    Status.WITHDRAWN: N_("Withdrawn, and no longer in force"),
    Status.SUPERSEDED: N_("Replaced by another document"),
    Status.DRAFT: N_("Not published yet"),
    Status.PLAN: N_("A project being drafted"),
    Status.DELETED: N_("A cancelled project"),
    Status.UNKNOWN: N_("Not stated in its catalogue"),
}
"""Of a standard, as its catalogue says."""

RELATIONS = {
    Relation.CURRENT: N_("The edition in force"),
    Relation.EARLIER: N_("An edition replaced by a newer one"),
    Relation.WITHDRAWN: N_("An edition that is not in force"),
    Relation.SUPPLEMENT: N_("An amendment, corrigendum or other supplement to an edition"),
    Relation.PREDECESSOR: N_("Another standard, which this one replaced"),
    Relation.SUCCESSOR: N_("Another standard, which replaced this one"),
}
"""Of a document to the work it belongs to."""
