"""The line at the bottom of the window: how far the review is, the rate, and what it would be if suggestions hold."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from aligner.domain.catalogue import Level
from aligner.domain.degree import Degree
from aligner.domain.pairs.asked import asked_rows
from aligner.domain.pairs.candidate import Band
from aligner.domain.pairs.decision import CLOSING, REVIEWED, Decision, Verdict
from aligner.indicators.counting.count import Counting
from aligner.indicators.figures.conversion import conversion_rate
from aligner.usecases.figures.measure import PROFILES, load_profile
from aligner.usecases.project.counted import Judged, countings, standing_judgements
from aligner.usecases.project.session import Session
from aligner.usecases.review.double_review import open_differences


@dataclass(frozen=True, slots=True)
class BottomLine:
    """How far the work is: national standards with a verdict that settles them, of how many; the conversion rate
    by the default profile (None when nothing counts), and its target."""

    reviewed: int
    national: int
    rate: float | None
    target: float
    again: int = 0
    """Reviewed ones that are open again: a standard changed since, or two reviewers differ. What is open in the
    queue is `national - reviewed + again`."""


@dataclass(frozen=True, slots=True)
class Promise:
    """The conversion rate by the default profile if every suggestion for an open standard were confirmed."""

    rate: float | None
    suggestions: int
    """Best candidates that are strong, or for which a degree is suggested."""
    without_degree: int
    """Strong ones of these for which no degree is suggested: they count as adopted."""


def bottom_line(session: Session) -> BottomLine:
    """Where the work stands; plans, supplements and duplicates are not asked for."""
    asked = session.derived(_asked)
    settling = [one for one in session.decisions_by_key().values() if one.verdict in REVIEWED]
    reviewed = asked.intersection(one.national for one in settling)
    stale = {one.national for one in filter(session.listed().is_stale, settling)}
    counting = _counting(session)
    rate = conversion_rate(counting).total().value
    target = counting.rules.target_basis_points / 10_000
    again = reviewed & (stale | open_differences(session).keys())
    return BottomLine(len(reviewed), len(asked), rate, target, len(again))


def if_suggestions_hold(session: Session) -> Promise:
    """What confirming every suggestion as it was made would give; nothing is recorded.

    A suggestion is the best candidate of a standard that nobody has closed, when it is strong or comes with a
    degree, and was not rejected.
    """
    known = standing_judgements(session)
    decisions = session.decisions_by_key()
    closed = {one.national for one in decisions.values() if one.verdict in CLOSING}
    rejected = {key for key, one in decisions.items() if one.verdict is Verdict.REJECTED}
    hoped = [one for one in _suggestions(session) if one.key[0] not in closed and one.key not in rejected]
    counting = _counting(session)
    said = Judged([*known.decisions, *map(_confirmed, hoped)], known.applicability, known.comparisons)
    then = countings(session).of(said, counting.rules, counting.at) if hoped else counting
    return Promise(conversion_rate(then).total().value, len(hoped), sum(not one.degree for one in hoped))


class _Suggestion(NamedTuple):
    national: str
    international: str
    work: str
    degree: str

    @property
    def key(self) -> tuple[str, str]:
        return (self.national, self.work)


def _suggestions(session: Session) -> Iterator[_Suggestion]:
    columns = ("national", "international", "work", "suggested_degree")
    table = session.store.candidates(top=1, columns=(*columns, "band"))
    for suggestion, band in zip(zip(*(table[name] for name in columns), strict=True), table["band"], strict=True):
        one = _Suggestion(*suggestion)
        if one.degree or band == Band.STRONG:
            yield one


def _confirmed(one: _Suggestion) -> Decision:
    """The decision that takes it as it is, later than all others."""
    degree = Degree(one.degree) if one.degree else Degree.IDT
    return Decision(one.national, one.international, one.work, Verdict.CONFIRMED, degree, at=date.max.isoformat())


def _counting(session: Session) -> Counting:
    today = session.today()
    return countings(session).standing(session, load_profile(PROFILES[0]).rules, today)


def _asked(session: Session) -> frozenset[str]:
    national = session.standards(Level.NATIONAL)
    return frozenset(national["designation"][row] for row in asked_rows(national))
