"""The candidates of the last matching run without their evidence, as light as a queue of 100,000 needs them."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from aligner.domain.pairs.candidate import Band, Candidate
from aligner.usecases.project.session import Session

NAMES = ("national", "international", "work", "score", "margin", "band", "suggested_degree", "edition_state", "caps")
"""The columns of a candidate."""


LEAST_SCORE = 0.5
"""Weak candidates with fewer points are not listed."""


class LightCandidate(NamedTuple):
    """One candidate; `work` is a position in the session's works, None when they do not know it."""

    national: str
    international: str
    work: int | None
    score: float
    margin: float
    band: Band
    degree: str
    edition_state: str
    caps: tuple[str, ...]


def is_worth_listing(candidate: Candidate | LightCandidate) -> bool:
    """Whether anything speaks for it: a weak candidate whose score is shown as 0 is none to a reviewer."""
    return candidate.band is not Band.WEAK or candidate.score >= LEAST_SCORE


@dataclass(frozen=True)
class LightCandidates:
    """All candidates, best first: by national designation, and by position of the work."""

    by_national: dict[str, list[LightCandidate]]
    by_work: dict[int, list[LightCandidate]]

    def of_national(self, designation: str) -> Sequence[LightCandidate]:
        """The candidates of a national standard."""
        return self.by_national.get(designation, ())

    def of_work(self, position: int) -> Sequence[LightCandidate]:
        """The candidates that name this work."""
        return self.by_work.get(position, ())


def light_candidates(session: Session) -> LightCandidates:
    """What the last matching run proposed."""
    table = session.store.candidates(columns=NAMES)
    works = session.works()
    by_national: dict[str, list[LightCandidate]] = defaultdict(list)
    by_work: dict[int, list[LightCandidate]] = defaultdict(list)
    columns = [table[name] for name in NAMES]
    for national, international, work, score, margin, band, degree, state, caps in zip(*columns, strict=True):
        position = works.position(work)
        one = LightCandidate(
            national, international, position, score, margin, _BANDS[band], degree, state or "", tuple(caps or ())
        )
        if not is_worth_listing(one):
            continue
        by_national[national].append(one)
        if position is not None:
            by_work[position].append(one)
    for listed in by_work.values():
        listed.sort(key=lambda one: -one.score)
    return LightCandidates(dict(by_national), dict(by_work))


_BANDS = {band.value: band for band in Band}
