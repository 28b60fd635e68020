"""The rows behind a figure show what it is made of."""

from statistics import fmean, median

import pytest

from aligner.indicators.measure import ALL_IDS, measured

from ..counted import a_counting

IN_MONTHS = {
    "adoption_lag_median": median,
    "adoption_lag_mean": fmean,
    "formulation_cycle_mean": fmean,
}


@pytest.mark.parametrize("figure", IN_MONTHS)
def test_months_of_the_rows_make_the_figure(figure: str) -> None:
    (found,) = measured(a_counting(), ids=[figure], with_rows=[figure])
    months = [row.months for row in found.rows if row.months is not None]
    assert len(months) == len(found.rows) == found.denominator
    assert found.value == pytest.approx(IN_MONTHS[figure](months))


def test_no_other_rows_have_months() -> None:
    timed = {*IN_MONTHS, "formulation_cycle_within_18"}
    for found in measured(a_counting(), with_rows=ALL_IDS):
        assert any(row.months is not None for row in found.rows) == (found.id in timed), found.id


def test_rows_are_as_many_as_the_figure_counts() -> None:
    for found in measured(a_counting(), with_rows=ALL_IDS):
        if found.unit == "ratio" and found.rows and "key_indicator" not in found.id:
            assert sum(row.in_numerator for row in found.rows) == found.numerator, found.id
            assert len(found.rows) == found.denominator, found.id
