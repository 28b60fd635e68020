"""Applicability verdicts open to question: nobody reaches the target by shrinking the denominator unseen."""

from collections.abc import Collection
from dataclasses import dataclass

from aligner.domain.applicability import Applicability, ApplicabilityVerdict
from aligner.domain.text import N_
from aligner.indicators.counting.count import Counting
from aligner.indicators.figures.conversion import unit_share
from aligner.indicators.figures.figure import Value
from aligner.indicators.figures.flags import EXPIRED, has_expired_verdict

ADOPTED = N_("judged not applicable, yet adopted: it counts as applicable")
PROPOSED = N_("left out, though a national standard very like it was found")
WITHOUT_REASON = N_("left out without a reason code")
WITHOUT_NOTE = N_("left out without the explanation that a reason asks for")
DEFERRED = N_("deferred: “not now” is not “not applicable”")
LEFT_OUT = N_("left out with reason and explanation")
OPEN = N_("without a verdict, left out by the counting rules")

ORDER = (ADOPTED, EXPIRED, PROPOSED, WITHOUT_REASON, WITHOUT_NOTE, DEFERRED, OPEN, LEFT_OUT)
"""The most questionable first."""

_OUTSIDE = frozenset({ApplicabilityVerdict.NOT_APPLICABLE, ApplicabilityVerdict.DEFERRED})


@dataclass(frozen=True, slots=True)
class Doubt:
    """A work in force whose verdict, or lack of one, is to be looked at again."""

    work: int
    key: str
    designation: str
    title: str
    committee: str
    verdict: ApplicabilityVerdict
    """As it was given, expired or not."""
    reason: str
    note: str
    reviewer: str
    at: str
    question: str
    """English, marked for translation."""
    is_counted: bool
    """Whether it is in the denominator all the same."""


def doubts(counting: Counting, proposed: Collection[int] = ()) -> list[Doubt]:
    """Every work that is out of the denominator, or in it against its verdict; `proposed` have a strong candidate."""
    applicable = set(counting.applicable)
    found = []
    for work in counting.universe:
        given = counting.inputs.applicability.get(work)
        question = _question(counting, work, given, is_counted=work in applicable, is_proposed=work in proposed)
        if question:
            found.append(_doubt(counting, work, given, question, is_counted=work in applicable))
    return sorted(found, key=lambda one: (ORDER.index(one.question), one.work))


def rate_of_universe(counting: Counting) -> Value:
    """The conversion rate if nothing at all were left out by verdicts: the floor under every one of them."""
    return unit_share(counting, counting.headline_covered(), counting.universe)


def _question(
    counting: Counting, work: int, given: Applicability | None, *, is_counted: bool, is_proposed: bool
) -> str:
    if given is not None and counting.is_expired(work):
        return EXPIRED if has_expired_verdict(counting, work) else ""
    if given is None or given.verdict is ApplicabilityVerdict.UNDETERMINED:
        return "" if is_counted else OPEN
    if given.verdict not in _OUTSIDE:
        return ""
    if given.verdict is ApplicabilityVerdict.DEFERRED:
        return "" if is_counted else DEFERRED
    if is_counted:
        return ADOPTED
    if is_proposed:
        return PROPOSED
    if not given.reason:
        return WITHOUT_REASON
    return LEFT_OUT if given.note else WITHOUT_NOTE


def _doubt(counting: Counting, work: int, given: Applicability | None, question: str, *, is_counted: bool) -> Doubt:
    table, edition = counting.inputs.international, counting.current[work]
    said = given or Applicability(counting.inputs.works.works[work].key, ApplicabilityVerdict.UNDETERMINED)
    return Doubt(
        work=work,
        key=counting.inputs.works.works[work].key,
        designation=edition.designation,
        title=table["title_en"][edition.row] or table["title"][edition.row],
        committee=table["committee"][edition.row],
        verdict=said.verdict,
        reason=said.reason,
        note=said.note,
        reviewer=said.reviewer,
        at=said.at,
        question=question,
        is_counted=is_counted,
    )
