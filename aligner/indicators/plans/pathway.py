"""Year by year to the target: the denominator grows, and so many works have to be adopted a year (domain.md 8.10)."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from math import ceil

from aligner.indicators.counting.count import Counting
from aligner.indicators.figures.target import GROWTH_YEARS, gap


@dataclass(frozen=True, slots=True)
class YearAhead:
    """The end of one year if as many works are adopted each year as are needed."""

    year: int
    applicable: float
    """Expected: today's, and the mean growth of the last five full years for each year since."""
    converted: float
    rate: float | None
    adoptions: int
    """In this year."""


@dataclass(frozen=True, slots=True)
class CommitteeNeed:
    """What one committee has to adopt to reach the target with its own works."""

    committee: str
    applicable: int
    converted: int
    rate: float | None
    gap: int | None
    """Today."""
    growth: float
    """New applicable works a year."""
    adoptions: int
    """A year, until the target year."""


def years_ahead(counting: Counting, until: int, also_converted: Collection[int] = ()) -> list[YearAhead]:
    """One line for each year from the reference date's own to `until`; the adoptions are spread evenly.

    `also_converted` are works taken as converted in the simulation. Works, whatever the unit of the rules.
    """
    done = _converted(counting, also_converted)
    applicable, growth = len(counting.applicable), _growth(counting, counting.applicable)
    years = list(range(counting.at.year + 1, until + 1)) or [counting.at.year]
    needed = _needed(counting, applicable + growth * len(years), len(done), len(years))
    lines = [_line(counting.at.year, applicable, len(done), 0)] if years[0] != counting.at.year else []
    for place, year in enumerate(years, 1):
        lines.append(_line(year, applicable + growth * place, len(done) + needed * place, needed))
    return lines


def committee_needs(counting: Counting, until: int, also_converted: Collection[int] = ()) -> list[CommitteeNeed]:
    """One line for each owner committee, those with the largest gap first.

    Each reaches the target with its own works; the lines add up to more than the whole needs.
    """
    table, rules = counting.inputs.international, counting.rules
    members: dict[str, list[int]] = defaultdict(list)
    for work in counting.applicable:
        members[table["committee"][counting.current[work].row]].append(work)
    covered = _converted(counting, also_converted)
    years = max(1, until - counting.at.year)
    needs = []
    for committee, works in members.items():
        done = sum(work in covered for work in works)
        growth = _growth(counting, works)
        needs.append(
            CommitteeNeed(
                committee=committee,
                applicable=len(works),
                converted=done,
                rate=done / len(works),
                gap=gap(len(works), done, rules.target_basis_points, strict=rules.strict_target),
                growth=growth,
                adoptions=_needed(counting, len(works) + growth * years, done, years),
            )
        )
    return sorted(needs, key=lambda need: (-(need.gap or 0), need.committee))


def _converted(counting: Counting, also: Collection[int]) -> frozenset[int]:
    return (counting.headline_covered() | frozenset(also)) & frozenset(counting.applicable)


def _growth(counting: Counting, works: Sequence[int]) -> float:
    """New works a year, the mean of the last full years."""
    last = counting.at.year - 1
    first = counting.first_published
    return sum(last - GROWTH_YEARS < first[work].year <= last for work in works if work in first) / GROWTH_YEARS


def _needed(counting: Counting, applicable: float, done: int, years: int) -> int:
    wanted = counting.rules.target_basis_points * applicable / 10000 - done
    return max(0, ceil(round(wanted / years, 9)))


def _line(year: int, applicable: float, converted: float, adoptions: int) -> YearAhead:
    converted = min(converted, applicable)
    return YearAhead(year, applicable, converted, converted / applicable if applicable else None, adoptions)
