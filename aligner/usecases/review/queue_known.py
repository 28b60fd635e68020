"""What stands when the rows of a queue are made: decisions by either side, verdicts, flags, second opinions."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from aligner.domain.applicability import Applicability
from aligner.domain.degree import is_adoption
from aligner.domain.pairs.decision import Coverage, Decision, Verdict
from aligner.domain.pairs.joint import is_complete_group
from aligner.domain.pairs.listed import Listed
from aligner.usecases.project.session import Session
from aligner.usecases.review.double_review import ALL_VISIBLE, DoubleReviews, Visibility, awaiting, visible_opinions


@dataclass(frozen=True)
class QueueState:
    """What stands at one moment, as far as the reviewer may see it: decisions by national standard and by work,
    verdicts on works, flags, second opinions, and the national standards that await one."""

    by_national: dict[str, list[Decision]]
    by_work: dict[int, list[Decision]]
    applicability: dict[int, Applicability]
    flags: frozenset[str]
    reviews: DoubleReviews | None
    awaiting: frozenset[str]

    def is_disputed(self, nationals: Iterable[str]) -> bool:
        """Whether two reviewers differ about one of these, and it may be seen."""
        return self.reviews is not None and any(map(self.reviews.is_open, nationals))

    def is_agreed(self, nationals: Iterable[str]) -> bool:
        """Whether two reviewers agree about one of these, and it may be seen."""
        return self.reviews is not None and any(map(self.reviews.agrees, nationals))


def known_now(session: Session, flags: Iterable[str] = (), visibility: Visibility = ALL_VISIBLE) -> QueueState:
    """What stands now, by either side."""
    works, listed, numbers = session.works(), session.listed(), session.numbers()
    by_national: dict[str, list[Decision]] = defaultdict(list)
    by_work: dict[int, list[Decision]] = defaultdict(list)
    for decision in visible_opinions(session, visibility).values():
        by_national[decision.national].append(decision)
        position = listed.work(decision)
        if position is not None:
            by_work[position].append(decision)
    verdicts = session.applicability_by_work().items()
    applicability = {position: verdict for work, verdict in verdicts if (position := works.position(work)) is not None}
    reviews = None if visibility.is_second else DoubleReviews(session)
    waiting = frozenset(awaiting(session)) if visibility.is_second else frozenset()
    return QueueState(by_national, by_work, applicability, frozenset(map(numbers.name, flags)), reviews, waiting)


def claims_all(decision: Decision) -> bool:
    """Whether it says that the national standard adopts the whole of the work."""
    return _adopts(decision) and decision.coverage is Coverage.FULL


def covers(decisions: Iterable[Decision], listed: Listed) -> bool:
    """Whether these decisions on one work cover all of it: one of them, or a complete joint group."""
    groups: dict[str, list[Decision]] = defaultdict(list)
    for decision in decisions:
        if claims_all(decision):
            return True
        if _adopts(decision) and decision.coverage is Coverage.JOINT:
            groups[decision.joint].append(decision)
    return any(
        is_complete_group((one.national, listed.national_row(one) is not None) for one in members)
        for members in groups.values()
    )


def _adopts(decision: Decision) -> bool:
    return decision.verdict is Verdict.CONFIRMED and is_adoption(decision.degree)
