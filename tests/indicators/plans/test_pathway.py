"""The adoptions a year that lead to the target."""

from datetime import date

import pytest

from aligner.indicators.counting.count import count
from aligner.indicators.plans.pathway import committee_needs, years_ahead

from ..counted import a_counting


def test_the_denominator_grows_and_the_adoptions_keep_pace() -> None:
    counting = a_counting()
    first, *ahead = years_ahead(counting, 2028)
    assert (first.year, first.applicable, first.converted, first.adoptions) == (2026, 9, 6, 0)
    assert [line.year for line in ahead] == [2027, 2028]
    growth = ahead[0].applicable - first.applicable
    assert growth == pytest.approx(0.2)  # ISO 1008:2021 is the only first edition of 2021 to 2025
    assert ahead[-1].rate is not None
    assert ahead[-1].rate >= 0.85
    assert (ahead[-2].rate or 0) < 0.85


def test_what_is_simulated_counts_as_converted() -> None:
    counting = a_counting()
    missing = set(counting.applicable) - counting.headline_covered()
    assert all(line.adoptions == 0 for line in years_ahead(counting, 2028, missing))


def test_a_target_in_the_year_itself_is_to_be_reached_in_that_year() -> None:
    (line,) = years_ahead(a_counting(), 2026)
    assert (line.year, line.adoptions) == (2026, 2)


def test_committees_with_the_largest_gap_come_first_and_each_reaches_the_target_alone() -> None:
    needs = committee_needs(a_counting(), 2028)
    assert (needs[0].committee, needs[0].applicable, needs[0].converted, needs[0].gap) == ("ISO/TC 299", 2, 0, 2)
    assert sum(need.applicable for need in needs) == 9
    assert sum(need.adoptions for need in needs) >= 2


def test_nothing_applicable_needs_nothing() -> None:
    empty = count(a_counting().inputs, date(1990, 1, 1))
    assert years_ahead(empty, 1992)[-1].rate is None
    assert committee_needs(empty, 1992) == []
