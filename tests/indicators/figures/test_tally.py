"""Sums over key indicators: pooled, by product, and their means (domain.md 8.6)."""

import pytest

from aligner.domain.comparisons.comparison import Comparison, ComparisonVerdict, Judgement
from aligner.indicators.figures.tally import by_product, macro_rate, tally

E, S, L, X = (ComparisonVerdict(code) for code in "ESLX")
MISSING = ComparisonVerdict.INTERNATIONAL_ONLY


def some(verdict: ComparisonVerdict, count: int, national: str = "GB/T 1", **others: object) -> list[Comparison]:
    return [Comparison(national, "ISO 1", f"{verdict} {n}", verdict, **others) for n in range(count)]  # type: ignore[arg-type]


EXAMPLE = [*some(E, 6), *some(S, 2), *some(L, 1), *some(X, 1)]


@pytest.mark.parametrize(
    ("rate", "value"), [("equal", 6 / 9), ("not_below", 8 / 9), ("comparability", 9 / 10), ("coverage", 1)]
)
def test_the_worked_example(rate: str, value: float) -> None:
    assert tally(EXAMPLE).rate(rate) == pytest.approx(value)


def test_a_rate_over_nothing_is_none() -> None:
    assert tally([]).rate("equal") is None
    assert tally(some(X, 2)).rate("equal") is None


def test_missing_indicators_lower_the_coverage_alone() -> None:
    both = tally([*EXAMPLE, *some(MISSING, 10)])
    assert both.rate("coverage") == 0.5
    assert both.rate("equal") == tally(EXAMPLE).rate("equal")


def test_indicators_that_are_not_key_do_not_count() -> None:
    assert tally([*EXAMPLE, *some(L, 5, is_key=False)]) == tally(EXAMPLE)


def test_weights_count() -> None:
    assert tally([*some(E, 1, weight=3.0), *some(L, 1)]).rate("equal") == 0.75


def test_the_mean_over_products_leaves_out_those_without_a_rate() -> None:
    products = by_product([*some(E, 9, "GB/T 1"), *some(L, 1, "GB/T 2"), *some(X, 1, "GB/T 3")])
    assert macro_rate([tally(listed) for listed in products.values()], "equal") == (0.5, 2)


def test_a_boundary_case_counts_strictly_only_when_the_rules_say_so() -> None:
    edge = some(E, 1, judgement=Judgement(E, "", {}, L))
    assert tally(edge).rate("equal") == 1
    assert tally(edge, strict_operator=True).rate("equal") == 0


def test_a_reviewer_s_verdict_on_a_boundary_case_stands_whatever_the_rules() -> None:
    overruled = some(S, 1, judgement=Judgement(E, "", {}, L))
    assert tally(overruled, strict_operator=True).amounts == {S: 1}
