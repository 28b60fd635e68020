"""Counts of verdicts on key indicators and the rates that follow (domain.md 8.6)."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean
from typing import Final

from aligner.domain.comparisons.comparison import Comparison, ComparisonVerdict

EQUAL, STRICTER, LOOSER = ComparisonVerdict.EQUAL, ComparisonVerdict.STRICTER, ComparisonVerdict.LOOSER
INCOMPARABLE, MISSING = ComparisonVerdict.INCOMPARABLE, ComparisonVerdict.INTERNATIONAL_ONLY
COMPARABLE: Final = frozenset({EQUAL, STRICTER, LOOSER})

RATES: Final[dict[str, tuple[frozenset[ComparisonVerdict], frozenset[ComparisonVerdict]]]] = {
    "equal": (frozenset({EQUAL}), COMPARABLE),
    "not_below": (frozenset({EQUAL, STRICTER}), COMPARABLE),
    "comparability": (COMPARABLE, COMPARABLE | {INCOMPARABLE}),
    "coverage": (COMPARABLE | {INCOMPARABLE}, COMPARABLE | {INCOMPARABLE, MISSING}),
}
"""The verdicts over and under the line of each rate."""


@dataclass(frozen=True, slots=True)
class Tally:
    """The weights of the key indicators by verdict; `amounts` has every verdict that occurs."""

    amounts: Mapping[ComparisonVerdict, float]

    def rate(self, name: str) -> float | None:
        """One of RATES, 0..1; None when nothing stands under its line."""
        above, below = (sum(self.amounts.get(one, 0) for one in verdicts) for verdicts in RATES[name])
        return above / below if below else None


def tally(comparisons: Iterable[Comparison], *, strict_operator: bool = False) -> Tally:
    """All key indicators pooled (micro)."""
    amounts: dict[ComparisonVerdict, float] = defaultdict(float)
    for one in comparisons:
        if one.is_key:
            amounts[one.counted(strict_operator=strict_operator)] += one.weight
    return Tally(dict(amounts))


def by_product(comparisons: Iterable[Comparison]) -> dict[str, list[Comparison]]:
    """The indicators of each product: one national standard."""
    products: dict[str, list[Comparison]] = defaultdict(list)
    for one in comparisons:
        products[one.national].append(one)
    return dict(products)


def macro_rate(tallies: Sequence[Tally], name: str) -> tuple[float | None, int]:
    """The mean of a rate over the products that have it, and how many those are."""
    rates = [rate for one in tallies if (rate := one.rate(name)) is not None]
    return (fmean(rates) if rates else None), len(rates)
