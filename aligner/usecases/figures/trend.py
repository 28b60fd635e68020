"""How it went and how long things take: the rate as of earlier days, by year, cycles, plans, progress of the review."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from aligner.domain.applicability import Applicability
from aligner.domain.catalogue import Level
from aligner.domain.change import Change, Subject
from aligner.domain.figures.indicator import Slice
from aligner.domain.journal_times import local_day
from aligner.domain.pairs.asked import asked_rows
from aligner.domain.pairs.decision import Decision, Verdict
from aligner.indicators.counting.count import Counting
from aligner.indicators.explaining.breakdowns import year_ends
from aligner.indicators.figures.conversion import age_label, outdated_adoptions
from aligner.indicators.figures.figure import Value
from aligner.indicators.figures.past_days import Instead, rates_before, rates_on
from aligner.indicators.figures.pipeline import CycleYear, PlanItem, cycles, plans
from aligner.indicators.plans.worklist import LinkItem, outdated_links
from aligner.usecases.figures.dashboard import Dashboard
from aligner.usecases.project.session import Session

__all__ = ["CycleYear", "LinkItem", "PlanItem", "Slice", "age_label"]

MOST_DAYS = 12
"""Days of the journal for which the rate is computed anew."""

Stood = Mapping[tuple[Subject, tuple[str, str]], dict[str, Any] | None]


@dataclass(frozen=True, slots=True)
class Moment:
    """The conversion rate with what was decided by the end of a day."""

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
    listed: Mapping[Verdict | None, tuple[str, ...]]
    """The standards by the verdict that they are counted under; None: nobody has said anything."""

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
    ends = year_ends(counting.at)
    return Trend(
        journal=journal_trend(session, shown),
        years=[*map(YearEnd, (day.year for day in ends), rates_on(counting, ends))],
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
    until = (shown.measured.decided_until or date.max).isoformat()
    changes = [change for change in reversed(session.store.history()) if local_day(change.happened) <= until]
    days = _days(changes)
    stood = [_stood(changes, day.isoformat()) for day in days]
    steps = map(_instead, reversed(stood), reversed([*stood[1:], _stood(changes, until)]))
    rates = rates_before(shown.counting, steps)
    return [
        Moment(
            day, rate, sum(subject is Subject.DECISION and after is not None for (subject, _), after in then.items())
        )
        for day, rate, then in zip(days, reversed(rates), stood, strict=True)
    ]


def review_progress(session: Session, counting: Counting) -> ReviewProgress:
    """How many national standards are decided, and how."""
    designations = session.standards(Level.NATIONAL)["designation"]
    asked = [designations[row] for row in asked_rows(session.standards(Level.NATIONAL))]
    order = (Verdict.CONFIRMED, Verdict.NO_COUNTERPART, Verdict.UNSURE, Verdict.REJECTED)
    name_of = counting.inputs.catalogued.listed.national_name
    said: dict[str, Verdict] = {}
    for one in counting.inputs.decisions:
        national = name_of(one)
        before = said.get(national, one.verdict)
        said[national] = min(before, one.verdict, key=order.index)
    listed: dict[Verdict | None, list[str]] = {verdict: [] for verdict in (*order, None)}
    for national in asked:
        listed[said.get(national)].append(national)
    return ReviewProgress(
        asked=len(asked),
        confirmed=len(listed[Verdict.CONFIRMED]),
        without_counterpart=len(listed[Verdict.NO_COUNTERPART]),
        unsure=len(listed[Verdict.UNSURE]),
        rejected_only=len(listed[Verdict.REJECTED]),
        listed={verdict: tuple(names) for verdict, names in listed.items()},
    )


def _days(changes: Sequence[Change]) -> list[date]:
    """At most MOST_DAYS days with entries in the journal, evenly taken, the first and the last among them."""
    days = [date.fromisoformat(day) for day in sorted({local_day(change.happened) for change in changes})]
    if not days:
        return []
    before = days[0] - timedelta(days=1)
    if len(days) > MOST_DAYS:
        step = (len(days) - 1) / (MOST_DAYS - 1)
        days = [days[round(place * step)] for place in range(MOST_DAYS)]
    return [before, *days]


def _stood(changes: Sequence[Change], until: str) -> Stood:
    """What stood at the end of a day, by subject and key; None where nothing did any more."""
    return {
        (row.subject, row.key): row.after
        for change in changes
        if local_day(change.happened) <= until
        for row in change.rows
    }


def _instead(earlier: Stood, later: Stood) -> Instead:
    """Where something else stood earlier, and what it was."""
    decisions: dict[tuple[str, str], Decision | None] = {}
    applicability: dict[str, Applicability | None] = {}
    for (subject, key), after in later.items():
        before = earlier.get((subject, key))
        if before is after:
            continue
        if subject is Subject.DECISION:
            decisions[key] = None if before is None else Decision.from_json(before)
        elif subject is Subject.APPLICABILITY:
            applicability[key[0]] = None if before is None else Applicability.from_json(before)
    return Instead(decisions, applicability)
