"""Adoption lag (采标时滞) and formulation cycle (制定周期): how long it takes (domain.md 8.8, 8.9)."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from statistics import fmean, median, quantiles

from aligner.domain.dates import DAYS_PER_MONTH, middle_day, months_between
from aligner.domain.figures.indicator import Slice
from aligner.domain.text import N_
from aligner.indicators.counting.count import Counting
from aligner.indicators.counting.links import Link
from aligner.indicators.counting.population import Population
from aligner.indicators.figures.editions import edition_lines
from aligner.indicators.figures.figure import Figure, Fold, Member, Side, Value, mean, middle, ratio, share_of

COHORT_MONTHS = (12, 24, 36)
ADVANCE_LIMIT = -12.0
"""Lags below this many months are flagged: the dates deserve a look (domain.md 8.8)."""
SUBMISSION_LIMIT = 12.0
"""Months from plan to submission for adoption projects (2025 Measures)."""

LAG_KNOWN = N_("months from the adopted edition to the national standard")
CYCLE_IN_TIME = N_("published within the target time after its plan")
CYCLE_LATE = N_("published later than the target time after its plan")


def adoption_lag_median(counting: Counting) -> Figure:
    """Median time from the publication of the adopted edition to that of the national standard, in months.

    Over valid links; undated citations, unknown editions and dates known to the year only are left out. Unconverted
    works are missing here: the cohort shares stand beside it (domain.md 8.8).
    """
    members = counting.derived(_lag_members)
    lines = (*_lag_lines(counting, members), *_presumed_lines(counting, members, middle))
    return Figure(members, middle, breakdown=lines)


def adoption_lag_mean(counting: Counting) -> Figure:
    """Mean time from the publication of the adopted edition to that of the national standard, in months."""
    members = counting.derived(_lag_members)
    return Figure(members, mean, breakdown=_presumed_lines(counting, members, mean))


def formulation_cycle_mean(counting: Counting) -> Figure:
    """Mean time from plan to publication of the national standards in force, in months (domain.md 8.9)."""
    return Figure(_cycle_members(counting), mean, breakdown=_cycle_lines(counting))


def formulation_cycle_in_time(counting: Counting) -> Figure:
    """Share of national standards in force published within the target time after their plan (domain.md 8.9)."""
    return Figure(_cycle_members(counting), ratio)


def lag_of(counting: Counting, link: Link) -> float | None:
    """The lag of one link in months, negative for advance adoption; None when a date is missing or too vague."""
    cited = link.currency.cited
    earlier = _day(counting, cited.published) if cited else None
    later = _day(counting, counting.inputs.national["published"][link.pairing.national])
    return None if earlier is None or later is None else months_between(earlier, later)


def work_lags(counting: Counting) -> dict[int, float]:
    """Months to the first complete coverage of each covered applicable work; of a joint group its latest member."""
    lags = {id(counting.links[one.position]): one.amount or 0.0 for one in counting.derived(_lag_members)}
    applicable = set(counting.applicable)
    return {
        work: min(max(lags[id(link)] for link in together) for together in known)
        for work, ways in counting.ways_covered.items()
        if work in applicable
        and (known := [together for together in ways if all(id(link) in lags for link in together)])
    }


def cohort_shares(counting: Counting) -> dict[int, Value]:
    """Of the applicable works first published at least 12, 24 or 36 months ago, the share converted in that time.

    The clock starts with the first edition in the catalogue and stops with the first national publication that
    adopts any edition of the work, of a joint group with its latest member.
    """
    converted_at = _first_coverage(counting)
    shares: dict[int, Value] = {}
    for months in COHORT_MONTHS:
        limit = timedelta(days=months * DAYS_PER_MONTH)
        cohort = [work for work, start in counting.first_published.items() if counting.at - start >= limit]
        converted = sum(
            work in converted_at and converted_at[work] - counting.first_published[work] <= limit for work in cohort
        )
        shares[months] = Value(share_of(converted, len(cohort)), converted, len(cohort))
    return shares


def _first_coverage(counting: Counting) -> dict[int, date]:
    """The day on which each work was first completely covered by what is in force now."""
    published = counting.inputs.national["published"]
    days: dict[int, date] = {}
    for work, ways in counting.ways_covered.items():
        for together in ways:
            known = [_day(counting, published[link.pairing.national]) for link in together]
            dated = [day for day in known if day is not None]
            if len(dated) == len(together):
                days[work] = min(days.get(work, max(dated)), max(dated))
    return days


def _day(counting: Counting, text: str) -> date | None:
    if len(text) == len("2016"):
        return date(int(text), 7, 1) if counting.rules.year_only_lags else None
    return middle_day(text)


def _lag_members(counting: Counting) -> list[Member]:
    lags = [
        (position, lag_of(counting, link)) for position, link in enumerate(counting.links) if counting.is_valid(link)
    ]
    return [Member(Side.LINK, position, True, lag, LAG_KNOWN) for position, lag in lags if lag is not None]


def _lag_lines(counting: Counting, members: Sequence[Member]) -> tuple[Slice, ...]:
    """Everything that is reported beside the median (domain.md 8.8)."""
    lags = [member.amount for member in members if member.amount is not None]
    works = list(work_lags(counting).values())
    excluded = len(counting.valid_links) - len(lags)
    far_ahead = sum(lag < ADVANCE_LIMIT for lag in lags)
    lines = [
        *_spread("link", lags),
        Slice("link/excluded", N_("links left out: no date, or the year only"), excluded, excluded, None, "pairs"),
        Slice(
            "link/advance",
            N_("links more than 12 months ahead: check the dates"),
            far_ahead,
            far_ahead,
            None,
            "pairs",
        ),
        Slice("work/median", N_("median by work, until its first complete coverage"), _median(works), None, len(works)),
        Slice("work/mean", N_("mean by work, until its first complete coverage"), _mean(works), None, len(works)),
    ]
    labels = {
        12: N_("converted within 12 months"),
        24: N_("converted within 24 months"),
        36: N_("converted within 36 months"),
    }
    lines += [
        Slice(f"cohort/{months}", labels[months], *share, "ratio") for months, share in cohort_shares(counting).items()
    ]
    return tuple(lines)


def _presumed_lines(counting: Counting, members: Sequence[Member], fold: Fold) -> tuple[Slice, ...]:
    """How many of the lags start with a presumed edition, and the figure over the others."""
    stated = [member for member in members if not counting.links[member.position].is_presumed]
    return edition_lines(len(members) - len(stated), len(members), "months", fold(stated, None))


def _spread(prefix: str, amounts: list[float]) -> list[Slice]:
    count = len(amounts)
    lower, upper = _quartiles(amounts)
    return [
        Slice(f"{prefix}/median", N_("median"), _median(amounts), None, count),
        Slice(f"{prefix}/mean", N_("mean"), _mean(amounts), None, count),
        Slice(f"{prefix}/lower_quartile", N_("lower quartile"), lower, None, count),
        Slice(f"{prefix}/upper_quartile", N_("upper quartile"), upper, None, count),
        Slice(f"{prefix}/least", N_("shortest"), min(amounts, default=None), None, count),
        Slice(f"{prefix}/most", N_("longest"), max(amounts, default=None), None, count),
    ]


def _median(amounts: list[float]) -> float | None:
    return median(amounts) if amounts else None


def _mean(amounts: list[float]) -> float | None:
    return fmean(amounts) if amounts else None


def _quartiles(amounts: list[float]) -> tuple[float | None, float | None]:
    """Lower and upper quartile, the ends included in the interpolation."""
    if len(amounts) < 2:
        return _median(amounts), _median(amounts)
    lower, _, upper = quantiles(amounts, n=4, method="inclusive")
    return lower, upper


def _cycle_members(counting: Counting) -> list[Member]:
    rules = counting.rules
    members = []
    for row, months in _cycles(counting).items():
        in_time = (
            months < rules.cycle_target_months if rules.strict_cycle_target else months <= rules.cycle_target_months
        )
        members.append(Member(Side.NATIONAL, row, in_time, months, CYCLE_IN_TIME if in_time else CYCLE_LATE))
    return members


def _cycles(counting: Counting) -> dict[int, float]:
    """Months from plan to publication, by national row, where both days are known."""
    return counting.population.derived(_cycles_of)


def _cycles_of(population: Population) -> dict[int, float]:
    table = population.catalogued.national
    issued_by_plan = {
        plan: table["plan_issued"][row]
        for row, plan in enumerate(table["designation"])
        if table["is_plan"][row] and table["plan_issued"][row]
    }
    cycles: dict[int, float] = {}
    for row in sorted(population.nationals.in_force):
        issued = [table["plan_issued"][row]] if table["plan_issued"][row] else []
        issued = issued or [issued_by_plan[plan] for plan in _plans(table["plan_no"][row]) if plan in issued_by_plan]
        start, end = middle_day(min(issued, default="")), middle_day(table["published"][row])
        if start is not None and end is not None:
            cycles[row] = months_between(start, end)
    return cycles


def _plans(cell: str) -> list[str]:
    """The plan numbers of a cell; a merged or split plan has several, and the earliest issue date counts."""
    return cell.replace("；", ";").replace("、", ";").replace("，", ";").replace(",", ";").replace(" ", ";").split(";")


def _cycle_lines(counting: Counting) -> tuple[Slice, ...]:
    """Median, missing dates, revisions and new work apart, adoption projects apart (domain.md 8.9)."""
    cycles = _cycles(counting)
    table = counting.inputs.national
    missing = len(counting.nationals.in_force) - len(cycles)
    adopting = {link.pairing.national for link in counting.valid_links}
    form = {row: table["plan_form"][row].strip().upper() for row in cycles}
    lines = [
        Slice("median", N_("median"), _median(list(cycles.values())), None, len(cycles)),
        Slice(
            "missing", N_("standards in force without plan or publication date"), missing, missing, None, "standards"
        ),
        _mean_of(
            "new", N_("mean of new standards"), (cycles[row] for row in cycles if form[row] in {"Z", "制定", "NEW"})
        ),
        _mean_of(
            "revision",
            N_("mean of revisions"),
            (cycles[row] for row in cycles if form[row] in {"X", "修订", "REVISION"}),
        ),
        _mean_of("adoption", N_("mean of adoption projects"), (cycles[row] for row in cycles if row in adopting)),
    ]
    return (*lines, _submitted_in_time(counting, adopting))


def _mean_of(key: str, label: str, amounts: Iterable[float]) -> Slice:
    listed = list(amounts)
    return Slice(key, label, _mean(listed), None, len(listed))


def _submitted_in_time(counting: Counting, adopting: set[int]) -> Slice:
    """Adoption projects submitted for approval within 12 months after the plan was issued."""
    table = counting.inputs.national
    spans = []
    for row in adopting:
        issued, submitted = middle_day(table["plan_issued"][row]), middle_day(table["submitted"][row])
        if issued is not None and submitted is not None:
            spans.append(months_between(issued, submitted))
    in_time = sum(span <= SUBMISSION_LIMIT for span in spans)
    label = N_("adoption projects submitted within 12 months of the plan")
    return Slice("submitted_in_time", label, share_of(in_time, len(spans)), in_time, len(spans), "ratio")
