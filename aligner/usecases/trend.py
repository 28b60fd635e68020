"""How it went and how long things take: the rate as of earlier days, by year, cycles, plans, progress of the review."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta

from aligner.domain.catalogue import Level
from aligner.domain.decision import Verdict
from aligner.domain.indicator import Slice
from aligner.indicators.breakdowns import yearly_stocks
from aligner.indicators.conversion import conversion_rate, outdated_adoptions
from aligner.indicators.count import Counting, count, gather
from aligner.indicators.figure import Value
from aligner.indicators.pipeline import CycleYear, PlanItem, cycles, plans
from aligner.indicators.worklist import LinkItem, outdated_links
from aligner.usecases.dashboard import Dashboard
from aligner.usecases.session import Session

__all__ = ["CycleYear", "LinkItem", "PlanItem", "Slice"]

MOST_DAYS = 12
"""Days of the journal for which the rate is computed anew."""


@dataclass(frozen=True, slots=True)
class Moment:
    """The conversion rate with what was decided by the end of a day (UTC)."""

    day: date
    rate: Value
    decisions: int


@dataclass(frozen=True, slots=True)
class YearEnd:
    """The conversion rate at 31 December of a year, or at the reference date in its own."""

    year: int
    rate: Value


@dataclass(frozen=True, slots=True)
class ReviewProgress:
    """How far the review is; plans, supplements and duplicates are not asked for."""

    asked: int
    confirmed: int
    without_counterpart: int
    unsure: int
    rejected_only: int
    """Standards of which every candidate looked at was rejected, and nothing else was said."""

    @property
    def open(self) -> int:
        """Standards nobody has said anything about."""
        return self.asked - self.confirmed - self.without_counterpart - self.unsure - self.rejected_only


@dataclass(frozen=True, slots=True)
class Trend:
    """Everything about time."""

    journal: list[Moment]
    years: list[YearEnd]
    outdated: tuple[Slice, ...]
    """Outdated adoptions by age."""
    outdated_pairs: list[LinkItem]
    cycles: list[CycleYear]
    cycle_target: int
    """Months."""
    plans: list[PlanItem]
    progress: ReviewProgress


def trend(session: Session, shown: Dashboard) -> Trend:
    """Everything about time, for the day and the profile of the dashboard."""
    counting = shown.counting
    return Trend(
        journal=journal_trend(session, shown),
        years=[
            YearEnd(one.at.year, conversion_rate(one).total()) for one in yearly_stocks(counting.inputs, counting.at)
        ],
        outdated=outdated_adoptions(counting).breakdown,
        outdated_pairs=outdated_links(counting),
        cycles=cycles(counting),
        cycle_target=counting.rules.cycle_target_months,
        plans=plans(counting),
        progress=review_progress(session, counting),
    )


def journal_trend(session: Session, shown: Dashboard) -> list[Moment]:
    """The rate at the end of days on which something was decided, oldest first, the last one with all that counts.

    The catalogues are those of today: only what reviewers decided goes back.
    """
    days = _days(session, shown.measured.decided_until)
    return [_moment(session, shown.counting, day) for day in days]


def review_progress(session: Session, counting: Counting) -> ReviewProgress:
    """How many national standards are decided, and how."""
    table = session.standards(Level.NATIONAL)
    names = ("designation", "duplicate_of", "is_plan", "is_supplement")
    asked = {
        designation
        for designation, duplicate, is_plan, is_supplement in zip(*(table[name] for name in names), strict=True)
        if duplicate is None and not is_plan and not is_supplement
    }
    order = (Verdict.CONFIRMED, Verdict.NO_COUNTERPART, Verdict.UNSURE, Verdict.REJECTED)
    said: dict[str, Verdict] = {}
    for one in counting.inputs.decisions:
        before = said.get(one.national, one.verdict)
        said[one.national] = min(before, one.verdict, key=order.index)
    counts = Counter(verdict for national, verdict in said.items() if national in asked)
    return ReviewProgress(
        asked=len(asked),
        confirmed=counts[Verdict.CONFIRMED],
        without_counterpart=counts[Verdict.NO_COUNTERPART],
        unsure=counts[Verdict.UNSURE],
        rejected_only=counts[Verdict.REJECTED],
    )


def _days(session: Session, until: date | None) -> list[date]:
    """At most MOST_DAYS days with entries in the journal, evenly taken, the first and the last among them."""
    stamps = dict.fromkeys(change.at[:10] for change in reversed(session.store.history()))
    days = [date.fromisoformat(day) for day in stamps if until is None or day <= until.isoformat()]
    if not days:
        return []
    before = days[0] - timedelta(days=1)
    if len(days) > MOST_DAYS:
        step = (len(days) - 1) / (MOST_DAYS - 1)
        days = [days[round(place * step)] for place in range(MOST_DAYS)]
    return [before, *days]


def _moment(session: Session, counting: Counting, day: date) -> Moment:
    store, inputs = session.store, counting.inputs
    decisions = store.decisions(day)
    then = gather(
        inputs.national,
        inputs.international,
        decisions,
        store.applicability(day),
        inputs.rules,
        works=inputs.works,
        national_works=inputs.national_works,
    )
    return Moment(day, conversion_rate(count(then, counting.at)).total(), len(decisions))
