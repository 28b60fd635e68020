"""What stands when the rows of a queue are made: decisions by either side, verdicts, flags, second opinions."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from aligner.domain.applicability import Applicability
from aligner.domain.decision import Coverage, Decision, Verdict
from aligner.domain.degree import is_adoption
from aligner.domain.designation import Designation
from aligner.domain.designation_parser import parse_designation
from aligner.usecases.double_review import (
    OPEN_SIGHT,
    Sight,
    awaiting,
    double_reviews,
    one_name,
    opinions_in_sight,
)
from aligner.usecases.session import Session


@dataclass(frozen=True)
class Known:
    """What stands at one moment, as far as the reviewer may see it: decisions by national standard and by work,
    verdicts on works, flags; national standards on which two reviewers differ or agree, and those that await a
    second opinion."""

    by_national: dict[str, list[Decision]]
    by_work: dict[int, list[Decision]]
    applicability: dict[int, Applicability]
    flags: frozenset[str]
    disputed: frozenset[str] = frozenset()
    agreed: frozenset[str] = frozenset()
    awaiting: frozenset[str] = frozenset()


def known_now(session: Session, flags: Iterable[str] = (), sight: Sight = OPEN_SIGHT) -> Known:
    """What stands now, by either side."""
    works = session.works()
    by_national: dict[str, list[Decision]] = defaultdict(list)
    by_work: dict[int, list[Decision]] = defaultdict(list)
    for decision in opinions_in_sight(session, sight).values():
        by_national[decision.national].append(decision)
        position = works.position(decision.work) if decision.work else None
        if position is not None:
            by_work[position].append(decision)
    verdicts = session.applicability_by_work().items()
    applicability = {position: verdict for work, verdict in verdicts if (position := works.position(work)) is not None}
    disputed, agreed = (frozenset(), frozenset()) if sight.is_second else _compared(session)
    waiting = frozenset(awaiting(session)) if sight.is_second else frozenset()
    return Known(by_national, by_work, applicability, frozenset(flags), disputed, agreed, waiting)


def claims_all(decision: Decision) -> bool:
    """Whether it says that the national standard adopts the whole of the work."""
    return _adopts(decision) and decision.coverage is Coverage.FULL


def covers(decisions: Iterable[Decision]) -> bool:
    """Whether these decisions on one work cover all of it: one of them, or two or more of a joint group."""
    groups: dict[str, set[str]] = defaultdict(set)
    for decision in decisions:
        if claims_all(decision):
            return True
        if _adopts(decision) and decision.coverage is Coverage.JOINT:
            groups[decision.joint].add(decision.national)
    return any(len(members) > 1 for members in groups.values())


def national_work(designation: str) -> str:
    """What stays the same over the editions of a national standard, binding or not (domain.md 5.2)."""
    parsed = parse_designation(designation)
    work = parsed.work if isinstance(parsed, Designation) else designation
    return work.replace("/T ", " ", 1)


def _adopts(decision: Decision) -> bool:
    return decision.verdict is Verdict.CONFIRMED and is_adoption(decision.degree)


def _compared(session: Session) -> tuple[frozenset[str], frozenset[str]]:
    """The national standards on which two reviewers differ and nobody has settled it, and those on which they agree."""
    name = one_name(session)
    reviews = double_reviews(session).values()
    differing = frozenset(one.national for one in reviews if one.is_open(name))
    return differing, frozenset(one.national for one in reviews if one.difference(name) is None)
