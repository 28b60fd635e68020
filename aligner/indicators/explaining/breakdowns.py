"""Figures by ICS field, committee and year: each group counted on its own, never averaged (domain.md 8.1)."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from datetime import date
from fractions import Fraction

from aligner.domain.figures.indicator import BREAKDOWN_NAMES, Slice
from aligner.domain.standards.ics import field_label
from aligner.domain.standards.table import Table
from aligner.domain.text import N_
from aligner.indicators.counting.count import Counting, Inputs, count
from aligner.indicators.figures.figure import Figure, Member, Share, Side, Value

YEARS_BACK = 10
"""A yearly stock is counted anew for each 31 December; so many years up to the reference date."""

BREAKDOWNS = tuple(BREAKDOWN_NAMES)
WITHOUT = {"ics": N_("without ICS"), "committee": N_("without committee"), "year": N_("without year")}


def breakdown(
    counting: Counting, figure: Figure, by: str, function: Callable[[Counting], Figure], stocks: Sequence[Counting]
) -> tuple[Slice, ...]:
    """One line for each ICS field, committee or year.

    A work with several ICS counts once in each of their fields, so that the fields add up to more than the total (or
    fractionally, by a rule). Works have the owner committee, national standards and pairs the national one. Years:
    works as stock at each 31 December (`stocks`), national standards by year of publication (flow), pairs by the
    year of the adopted edition (cohort).
    """
    if by == "year" and figure.is_stock:
        return tuple(Slice(str(one.at.year), str(one.at.year), *function(one).total()) for one in stocks)
    members: dict[str, list[Member]] = defaultdict(list)
    shares: dict[str, list[Share]] = defaultdict(list)
    for member in figure.members:
        keys = groups_of(counting, member, by)
        for key in keys:
            members[key].append(member)
            shares[key].append(Fraction(1, len(keys)) if len(keys) > 1 else 1)
    is_fractional = by == "ics" and counting.rules.ics_counting == "fractional"
    return tuple(
        _slice(key, by, figure.fold(members[key], shares[key] if is_fractional else None)) for key in sorted(members)
    )


def yearly_stocks(inputs: Inputs, at: date) -> list[Counting]:
    """The countings at 31 December of the last years, and at the reference date for its own year."""
    return [count(inputs, day) for day in year_ends(at)]


def year_ends(at: date) -> list[date]:
    """31 December of the last years, and the reference date for its own."""
    return [*(date(year, 12, 31) for year in range(at.year - YEARS_BACK + 1, at.year)), at]


def _slice(key: str, by: str, value: Value) -> Slice:
    label = WITHOUT[by] if not key else field_label(key) if by == "ics" else key
    return Slice(key, label, *value)


def groups_of(counting: Counting, member: Member, by: str) -> list[str]:
    """The ICS fields, the committee or the year that a member belongs to; [""] when it has none."""
    if by == "year":
        return [_year(counting, member)]
    places = _places(counting, member)
    if by == "committee":
        return sorted({table["committee"][row] for table, row in places[:1]}) or [""]
    return sorted({code[:2] for table, row in places for code in table["ics"][row]}) or [""]


def _places(counting: Counting, member: Member) -> list[tuple[Table, int]]:
    """The catalogue rows that stand for a member."""
    inputs = counting.inputs
    if member.side is Side.WORK:
        works = (member.position, *member.with_works)
        return [(inputs.international, counting.current[work].row) for work in works if work in counting.current]
    row = _national_row(counting, member)
    return [] if row is None else [(inputs.national, row)]


def _national_row(counting: Counting, member: Member) -> int | None:
    if member.side is Side.LINK:
        return counting.links[member.position].pairing.national
    if member.side is Side.COMPARISON:
        return counting.inputs.catalogued.listed.numbers.row(counting.inputs.comparisons[member.position].national)
    if member.side is Side.DECISION:
        return counting.inputs.catalogued.listed.national_row(counting.inputs.decisions[member.position])
    return member.position


def _year(counting: Counting, member: Member) -> str:
    if member.side is Side.LINK:
        cited = counting.links[member.position].currency.cited
        return cited.published[:4] if cited else ""
    row = _national_row(counting, member)
    return "" if row is None else str(counting.inputs.national["published"][row])[:4]
