"""Gap to target (与目标差距): how many more works have to be adopted (domain.md 8.10)."""

from collections.abc import Iterable
from math import ceil

from aligner.domain.counting import CountingRules
from aligner.domain.figures.indicator import Slice
from aligner.domain.text import N_
from aligner.indicators.counting.count import Counting
from aligner.indicators.counting.links import stricter
from aligner.indicators.figures.conversion import headline_members, unit_share
from aligner.indicators.figures.figure import Figure, Fold, Value, ratio

GROWTH_YEARS = 5
"""The yearly growth of the denominator is the mean over this many full years."""


def gap(applicable: int, covered: int, target_basis_points: int, *, strict: bool = False) -> int | None:
    """Works to adopt until the rate reaches the target, in whole numbers; None when nothing is applicable.

    With `strict` the rate has to exceed the target (domain.md 8.10).
    """
    if applicable == 0:
        return None
    wanted = target_basis_points * applicable
    least = wanted // 10000 + 1 if strict else -(-wanted // 10000)
    return max(0, least - covered)


def gap_to_target(counting: Counting) -> Figure:
    """Works still to be adopted until the conversion rate reaches the target (domain.md 8.10).

    Not additive: the gaps of the parts add up to more than that of the whole.
    """
    members = counting.derived(headline_members)
    return Figure(members, _fold(counting), breakdown=_variants(counting), is_stock=True)


def _fold(counting: Counting) -> Fold:
    return lambda members, shares: _gap_of(counting.rules, ratio(members, shares))


def _gap_of(rules: CountingRules, share: Value) -> Value:
    covered, applicable = share.numerator or 0, share.denominator or 0
    if applicable != int(applicable) or covered != int(covered):  # works counted fractionally in ICS fields
        wanted = rules.target_basis_points * applicable / 10000
        return Value(max(0, ceil(wanted - covered)), covered, applicable)
    value = gap(int(applicable), int(covered), rules.target_basis_points, strict=rules.strict_target)
    return Value(value, covered, applicable)


def _variants(counting: Counting) -> tuple[Slice, ...]:
    """The gap under the neighbouring rules, and what the growth of the denominator asks for."""
    rule = counting.rules.edition
    covered = counting.headline_covered()
    variants = [
        (
            "undetermined_excluded",
            N_("without works that have no verdict"),
            covered,
            counting.applicable_if(open_counts=False),
        ),
        (
            "current",
            N_("net of outdated editions"),
            counting.headline_covered(stricter(rule, "current")),
            counting.applicable,
        ),
        ("projected", N_("after the plans under way"), counting.projected(rule), counting.applicable),
    ]
    lines = [
        Slice(key, label, *_gap_of(counting.rules, unit_share(counting, numerator, works)))
        for key, label, numerator, works in variants
    ]
    return (*lines, *_growth(counting))


def _growth(counting: Counting) -> Iterable[Slice]:
    """Newly published applicable works a year, and the adoptions a year that hold or reach the target."""
    last_year = counting.at.year - 1
    years = range(last_year - GROWTH_YEARS + 1, last_year + 1)
    new = sum(start.year in years for start in counting.first_published.values())
    growth = new / GROWTH_YEARS
    target = counting.rules.target_basis_points / 10000
    yield Slice("growth", N_("new applicable works per year, five-year mean"), growth, new, GROWTH_YEARS)
    yield Slice("hold", N_("adoptions per year to hold the target"), ceil(target * growth), None, None)
    if counting.rules.target_year > counting.at.year:
        remaining = counting.rules.target_year - counting.at.year
        covered = len(counting.headline_covered().intersection(counting.applicable))
        wanted = target * (len(counting.applicable) + growth * remaining) - covered
        label = N_("adoptions per year to reach the target in the target year")
        yield Slice("reach", label, max(0, ceil(wanted / remaining)), None, None)
