"""Plans under way, and how long national standards took (domain.md 8.9, 8.11)."""

from collections import defaultdict
from dataclasses import dataclass
from statistics import fmean

from aligner.domain.dates import first_day, months_between
from aligner.indicators.counting.count import Counting
from aligner.indicators.figures.timeliness import SUBMISSION_LIMIT, formulation_cycle_mean


@dataclass(frozen=True, slots=True)
class PlanItem:
    """A national project under way."""

    designation: str
    title: str
    committee: str
    issued: str
    months: float | None
    """Since it was issued, at the reference date."""
    is_overdue: bool
    """Later than twelve months after it was issued (2025 Measures)."""
    adopts: tuple[str, ...]
    """The works that it is to convert."""


@dataclass(frozen=True, slots=True)
class CycleYear:
    """The national standards in force that were published in one year: months from plan to publication."""

    year: str
    mean: float
    in_time: int
    standards: int


def plans(counting: Counting) -> list[PlanItem]:
    """Every plan under way, the longest running first, then those without a date."""
    found = [_plan(counting, row) for row in sorted(counting.nationals.plans)]
    return sorted(found, key=lambda plan: (-(plan.months or -1.0), plan.designation))


def cycles(counting: Counting) -> list[CycleYear]:
    """The formulation cycle by year of publication, oldest first."""
    published = counting.inputs.national["published"]
    found: dict[str, list[tuple[float, bool]]] = defaultdict(list)
    for member in formulation_cycle_mean(counting).members:
        if member.amount is not None:
            found[published[member.position][:4]].append((member.amount, member.is_counted))
    return [
        CycleYear(year, fmean(months for months, _ in each), sum(in_time for _, in_time in each), len(each))
        for year, each in sorted(found.items())
    ]


def _plan(counting: Counting, row: int) -> PlanItem:
    table, works = counting.inputs.national, counting.inputs.works.works
    issued = first_day(table["plan_issued"][row])
    months = None if issued is None else months_between(issued, counting.at)
    return PlanItem(
        designation=table["designation"][row],
        title=table["title"][row] or table["title_en"][row],
        committee=table["committee"][row],
        issued=table["plan_issued"][row],
        months=months,
        is_overdue=months is not None and months > SUBMISSION_LIMIT,
        adopts=tuple(works[work].key for work in counting.works_of_plan.get(row, ())),
    )
