"""Accept many candidates at once, safely: by band, without the doubtful ones, after a look at what it would do."""

import random
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from aligner.domain.degree import Degree
from aligner.domain.designation.binding import national_work
from aligner.domain.pairs.candidate import Band, EditionState
from aligner.domain.pairs.decision import Decision, Verdict
from aligner.domain.pairs.deviation import needs_reason
from aligner.domain.text import N_
from aligner.matching.learning.evaluate import Share, wilson
from aligner.usecases.candidates.light import LightCandidate, LightCandidates
from aligner.usecases.project.changed import Changed
from aligner.usecases.project.session import Session
from aligner.usecases.review.decide import Opinion, Recorded, decide

LOWEST = 5
"""Pairs of the lowest scores that are shown."""
SAMPLE = 5
"""Pairs drawn at random that have to be opened."""

GOOD_EDITIONS = frozenset({EditionState.CURRENT.value, EditionState.AMENDMENT_OUTDATED.value})
"""States of the proposed edition with which a pair can be accepted in bulk."""


class LeftOut(StrEnum):
    """Why a pair cannot be accepted in bulk."""

    DECIDED = "decided"
    NO_CANDIDATE = "no candidate"
    OTHER_BAND = "other band"
    NO_DEGREE = "no degree"
    EDITION = "edition"
    CAPPED = "capped"
    WITHDRAWN = "withdrawn"
    UNPUBLISHED = "unpublished"
    CLAIMED_TWICE = "claimed twice"
    CHANGED_MEANWHILE = "changed meanwhile"


LEFT_OUT_NAMES: Final[Mapping[LeftOut, str]] = {
    LeftOut.DECIDED: N_("already decided"),
    LeftOut.NO_CANDIDATE: N_("no candidate"),
    LeftOut.OTHER_BAND: N_("another band"),
    LeftOut.NO_DEGREE: N_("no suggested degree"),
    LeftOut.EDITION: N_("not the current edition"),
    LeftOut.CAPPED: N_("part, document type, date or number disagree"),
    LeftOut.WITHDRAWN: N_("the international standard is withdrawn"),
    LeftOut.UNPUBLISHED: N_("only a draft or a supplement of the international standard is listed"),
    LeftOut.CLAIMED_TWICE: N_("another national standard claims the same one"),
    LeftOut.CHANGED_MEANWHILE: N_("decided in the meantime"),
}

NOT_MEANT = frozenset({LeftOut.DECIDED, LeftOut.NO_CANDIDATE, LeftOut.OTHER_BAND})
"""What the reviewer did not ask to accept when choosing the open pairs of a band."""


@dataclass(frozen=True, slots=True)
class Bulk:
    """What accepting would do; `sample` and `lowest` are among `accepted`, which is sorted by score, lowest first.

    `wrong` is the share of first candidates of this band that reviewers turned down so far, with its interval.
    """

    band: Band
    degree: Degree | None
    accepted: tuple[LightCandidate, ...]
    left_out: dict[str, LeftOut]
    degrees: dict[str, int]
    lowest: tuple[LightCandidate, ...]
    sample: tuple[LightCandidate, ...]
    wrong: Share

    def reasons(self) -> dict[LeftOut, int]:
        """How many of the open pairs of this band were left out for each reason, the most frequent first."""
        return _counted(self.left_out.values())

    def expected_wrong(self) -> tuple[float | None, float, float]:
        """How many of the accepted pairs are probably wrong: expected, at least and at most (95 %)."""
        count = len(self.accepted)
        expected = None if self.wrong.value is None else self.wrong.value * count
        return expected, self.wrong.low * count, self.wrong.high * count


@dataclass(frozen=True, slots=True)
class Accepted:
    """What became of it: `taken` pairs of `wanted`, and why the others were left out."""

    taken: int
    wanted: int
    left_out: dict[LeftOut, int]
    recorded: Recorded
    changed: Changed


def plan(
    session: Session,
    candidates: LightCandidates,
    nationals: Sequence[str],
    band: Band,
    degree: Degree | None = None,
    *,
    seed: int = 0,
) -> Bulk:
    """What accepting the candidates of a band among these national standards would do; nothing is recorded.

    Each pair gets its suggested degree, or `degree` where none is suggested; a pair without either is left out.
    """
    decisions = session.decisions_by_key().values()
    decided = {one.national for one in decisions}
    claims = _claims(session, candidates, decisions)
    accepted: list[LightCandidate] = []
    left_out: dict[str, LeftOut] = {}
    for national in dict.fromkeys(nationals):
        offered = candidates.of_national(national)
        reason = LeftOut.DECIDED if national in decided else _reason(offered, band, degree, claims)
        if reason is None:
            accepted.append(offered[0])
        else:
            left_out[national] = reason
    accepted.sort(key=lambda one: (one.score, one.national))
    drawn = random.Random(seed).sample(accepted, min(SAMPLE, len(accepted)))  # noqa: S311 - a sample, no secret
    return Bulk(
        band=band,
        degree=degree,
        accepted=tuple(accepted),
        left_out=left_out,
        degrees=dict(Counter(str(_degree(one, degree)) for one in accepted).most_common()),
        lowest=tuple(accepted[:LOWEST]),
        sample=tuple(drawn),
        wrong=wrong_so_far(session, candidates, band),
    )


def accept(session: Session, bulk: Bulk) -> Accepted:
    """Record what was planned as one step, marked as accepted in bulk; one undo takes all of it back.

    A standard that was decided since the plan is left out.
    """
    decided = {national for national, _ in session.decisions_by_key()}
    left = dict(bulk.left_out) | {
        one.national: LeftOut.CHANGED_MEANWHILE for one in bulk.accepted if one.national in decided
    }
    opinions = [_opinion(one, bulk.degree) for one in bulk.accepted if one.national not in decided]
    recorded = decide(session, opinions, bulk=True)
    wanted = len(bulk.accepted) + sum(bulk.reasons().values())
    return Accepted(recorded.taken, wanted, _counted(left.values()), recorded, recorded.changed)


def wrong_so_far(session: Session, candidates: LightCandidates, band: Band) -> Share:
    """How often reviewers, one pair at a time, decided against the first candidate of this band."""
    listed = session.listed()
    seen = wrong = 0
    verdicts: dict[str, list[Decision]] = {}
    for decision in session.decisions_by_key().values():
        if not decision.bulk and decision.verdict is not Verdict.UNSURE:
            verdicts.setdefault(decision.national, []).append(decision)
    for national, decisions in verdicts.items():
        first = next(iter(candidates.of_national(national)), None)
        if first is None or first.band is not band:
            continue
        confirmed = [listed.work(one) for one in decisions if one.verdict is Verdict.CONFIRMED]
        refused = any(
            one.verdict is Verdict.NO_COUNTERPART
            or (one.verdict is Verdict.REJECTED and listed.work(one) == first.work)
            for one in decisions
        )
        if confirmed or refused:
            seen += 1
            wrong += first.work not in confirmed
    return wilson(wrong, seen)


def _counted(reasons: Iterable[LeftOut]) -> dict[LeftOut, int]:
    return dict(Counter(one for one in reasons if one not in NOT_MEANT).most_common())


def _reason(
    offered: Sequence[LightCandidate], band: Band, degree: Degree | None, claims: dict[int, set[str]]
) -> LeftOut | None:
    """Why the first candidate cannot be accepted in bulk; None when it can."""
    if not offered:
        return LeftOut.NO_CANDIDATE
    first = offered[0]
    checks = (
        (first.band is not band, LeftOut.OTHER_BAND),
        ("withdrawn" in first.caps or first.edition_state == EditionState.WITHDRAWN.value, LeftOut.WITHDRAWN),
        ("unpublished" in first.caps, LeftOut.UNPUBLISHED),
        (bool(first.caps), LeftOut.CAPPED),
        (first.edition_state not in GOOD_EDITIONS, LeftOut.EDITION),
        (first.work is None or len(claims.get(first.work, ())) > 1, LeftOut.CLAIMED_TWICE),
        (_degree(first, degree) is None, LeftOut.NO_DEGREE),
    )
    return next((reason for holds, reason in checks if holds), None)


def _claims(session: Session, candidates: LightCandidates, decisions: Iterable[Decision]) -> dict[int, set[str]]:
    """The national works that claim each international work, by a confirmed decision or a first candidate."""
    listed = session.listed()
    claims: dict[int, set[str]] = {}
    for decision in decisions:
        position = listed.work(decision) if decision.verdict is Verdict.CONFIRMED else None
        if position is not None:
            claims.setdefault(position, set()).add(national_work(decision.national))
    for national, offered in candidates.by_national.items():
        first = offered[0]
        if first.work is not None and first.band is not Band.WEAK:
            claims.setdefault(first.work, set()).add(national_work(national))
    return claims


def _degree(candidate: LightCandidate, otherwise: Degree | None) -> Degree | None:
    return Degree(candidate.degree) if candidate.degree else otherwise


def _opinion(candidate: LightCandidate, otherwise: Degree | None) -> Opinion:
    degree = _degree(candidate, otherwise)
    reason = "stated" if needs_reason(degree) else ""
    return Opinion(candidate.national, candidate.international, Verdict.CONFIRMED, degree, reason=reason)
