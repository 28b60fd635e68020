"""Consistency of key technical indicators (关键技术指标一致率) and of a field (domain.md 8.6, 8.7)."""

from collections import defaultdict
from collections.abc import Sequence
from functools import partial
from statistics import fmean

from aligner.domain.comparisons.comparison import COMPARISON_VERDICT_NAMES, Comparison, ComparisonVerdict
from aligner.domain.degree import Degree
from aligner.domain.figures.indicator import Slice
from aligner.domain.text import N_
from aligner.indicators.counting.count import Counting
from aligner.indicators.figures.figure import Figure, Fold, Member, Share, Side, Value, ratio, slice_of
from aligner.indicators.figures.tally import RATES

EQUAL, STRICTER = ComparisonVerdict.EQUAL, ComparisonVerdict.STRICTER

CONSISTENT = N_("identical, or all key indicators consistent")
INCONSISTENT = N_("a key indicator differs or is missing")
MACRO = N_("mean over products")
COMPARED_SHARE = N_("compared share of the adopted standards")
IS_COMPARED = N_("its key indicators are compared")
NOT_COMPARED = N_("its key indicators have not been compared")


def equal_rate(counting: Counting) -> Figure:
    """Share of equal ones among the comparable key indicators (domain.md 8.6)."""
    return _rate(counting, *RATES["equal"])


def not_below_rate(counting: Counting) -> Figure:
    """Share of equal or stricter ones among the comparable key indicators (domain.md 8.6)."""
    return _rate(counting, *RATES["not_below"])


def comparability(counting: Counting) -> Figure:
    """Share of the key indicators on both sides that can be compared at all (domain.md 8.6)."""
    return _rate(counting, *RATES["comparability"])


def coverage(counting: Counting) -> Figure:
    """Share of the international key indicators that the national standard has, too (domain.md 8.6)."""
    return _rate(counting, *RATES["coverage"])


def field_consistency(counting: Counting) -> Figure:
    """Share of the compared pairs that are consistent (领域标准一致性程度, domain.md 8.7).

    Consistent: IDT, or no deviation in any key indicator and none missing. The compared share stands beside it, since
    96 % of 3 % means little.
    """
    pairs = _by_pair(counting)
    members = [
        Member(Side.COMPARISON, positions[0], is_good, reason=CONSISTENT if is_good else INCONSISTENT)
        for pair, positions in pairs.items()
        for is_good in [_is_consistent(counting, pair, positions, counting.rules.stricter_is_consistent)]
    ]
    strict, lenient = (
        sum(_is_consistent(counting, pair, positions, allowed) for pair, positions in pairs.items())
        for allowed in (False, True)
    )
    scope = _scope(counting)
    lines = (
        slice_of("strict", N_("equal indicators only"), strict, len(pairs)),
        slice_of("not_below", N_("stricter indicators allowed"), lenient, len(pairs)),
        slice_of("compared", COMPARED_SHARE, sum(scope.values()), len(scope)),
    )
    return Figure(members, ratio, breakdown=lines if pairs else ())


def compared_share(counting: Counting) -> Figure:
    """Share of the adopting national standards whose key indicators are compared (domain.md 8.7).

    An indicator of its own, so that each field, committee and year has it beside its consistency.
    """
    members = [
        Member(Side.NATIONAL, row, is_compared, reason=IS_COMPARED if is_compared else NOT_COMPARED)
        for row, is_compared in sorted(_scope(counting).items())
    ]
    return Figure(members, ratio)


def _scope(counting: Counting) -> dict[int, bool]:
    """The adopting national standards by row, and whether any of their indicators is compared."""
    compared = {one.national for one in counting.inputs.comparisons}
    designations = counting.inputs.national["designation"]
    adopting = {link.pairing.national for link in counting.valid_links}
    return {row: designations[row] in compared for row in adopting}


def _rate(counting: Counting, above: frozenset[ComparisonVerdict], below: frozenset[ComparisonVerdict]) -> Figure:
    """Weighted sums over the pooled indicators, or the mean over products when the rules say so."""
    strict = counting.rules.strict_operator
    members = [
        Member(Side.COMPARISON, position, verdict in above, one.weight, COMPARISON_VERDICT_NAMES[verdict])
        for position, one in enumerate(counting.inputs.comparisons)
        if one.is_key and (verdict := one.counted(strict_operator=strict)) in below
    ]
    fold: Fold = partial(_macro, counting.inputs.comparisons) if counting.rules.aggregation == "macro" else _micro
    products = _products(counting.inputs.comparisons, members)
    mean = fmean(products) if products else None
    lines = (Slice("macro", MACRO, mean, None, len(products), "ratio"),)
    return Figure(members, fold, breakdown=lines if members else ())


def _micro(members: Sequence[Member], _: Sequence[Share] | None = None) -> Value:
    below = sum(member.amount or 0 for member in members)
    above = sum(member.amount or 0 for member in members if member.is_counted)
    return Value(above / below if below else None, _whole(above), _whole(below))


def _macro(comparisons: Sequence[Comparison], members: Sequence[Member], _: Sequence[Share] | None = None) -> Value:
    products = _products(comparisons, members)
    return Value(fmean(products) if products else None, None, len(products))


def _products(comparisons: Sequence[Comparison], members: Sequence[Member]) -> list[float]:
    """The rate of each national standard that has comparable indicators."""
    by_product: dict[str, list[Member]] = defaultdict(list)
    for member in members:
        by_product[comparisons[member.position].national].append(member)
    rates = (_micro(listed).value for listed in by_product.values())
    return [rate for rate in rates if rate is not None]


def _whole(amount: float) -> float:
    return int(amount) if amount == int(amount) else amount


def _by_pair(counting: Counting) -> dict[tuple[str, str], list[int]]:
    pairs: dict[tuple[str, str], list[int]] = defaultdict(list)
    for position, one in enumerate(counting.inputs.comparisons):
        pairs[one.pair].append(position)
    return pairs


def _is_consistent(counting: Counting, pair: tuple[str, str], positions: list[int], allow_stricter: bool) -> bool:
    if _degree_of(counting, pair) is Degree.IDT:
        return True
    good = (
        {EQUAL, STRICTER, ComparisonVerdict.NATIONAL_ONLY}
        if allow_stricter
        else {EQUAL, ComparisonVerdict.NATIONAL_ONLY}
    )
    compared = (counting.inputs.comparisons[position] for position in positions)
    strict = counting.rules.strict_operator
    return all(one.counted(strict_operator=strict) in good for one in compared if one.is_key)


def _degree_of(counting: Counting, pair: tuple[str, str]) -> Degree | None:
    national, work = pair
    position = counting.inputs.works.position(work)
    return None if position is None else counting.derived(_degrees).get((national, position))


def _degrees(counting: Counting) -> dict[tuple[str, int | None], Degree | None]:
    """The degree of each pair in force, by the national standard and the work that it adopts."""
    designations = counting.inputs.national["designation"]
    found: dict[tuple[str, int | None], Degree | None] = {}
    for link in counting.standing_links:
        found.setdefault((designations[link.pairing.national], link.pairing.adopted), link.pairing.degree)
    return found
