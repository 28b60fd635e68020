"""Plans under way and formulation cycles of the worked example."""

import pytest

from aligner.indicators.figures.pipeline import cycles, plans

from ..counted import a_counting


def test_a_plan_is_overdue_after_twelve_months_and_names_what_it_adopts() -> None:
    (plan,) = plans(a_counting())
    assert (plan.designation, plan.adopts, plan.is_overdue) == ("20241008-T-604", ("ISO 1008",), True)
    assert plan.months == pytest.approx(16, abs=0.1)


def test_cycles_are_told_by_year_of_publication() -> None:
    found = cycles(a_counting())
    assert [line.year for line in found] == ["2012", "2018", "2019", "2021", "2022"]
    assert sum(line.standards for line in found) == 6
    assert sum(line.in_time for line in found) == 2
