"""The steps from the raw quotient over all rows to the headline."""

from itertools import pairwise

import pytest

from aligner.indicators.explaining.waterfall import MOVE_NAMES, Move, Step, rows_of_step, waterfall
from aligner.indicators.figures.conversion import conversion_rate

from ..counted import a_counting


def step(name: str, **rules: object) -> Step:
    return next(one for one in waterfall(a_counting(**rules)) if one.id == name)


def test_it_begins_with_every_row_of_the_catalogue() -> None:
    first = waterfall(a_counting())[0]
    assert (first.id, first.denominator, first.change, first.rows) == ("raw", 15, None, ())
    assert first.numerator == 9


@pytest.mark.parametrize(
    "rules",
    [
        {},
        {"undetermined": "excluded"},
        {"degrees": ("IDT", "MOD", "NEQ")},
        {"edition": "current_amendments"},
        {"count_plans": True},
        {"types": ("IS", "TR")},
        {"basis": "declared"},
        {"unit": "family_all"},
        {"unit": "national"},
        {"ics": ("21",)},
    ],
)
def test_it_ends_at_the_headline_and_its_steps_add_up(rules: dict[str, object]) -> None:
    counting = a_counting(**rules)
    value = conversion_rate(counting).total()
    steps = waterfall(counting)
    assert (steps[-1].numerator, steps[-1].denominator) == (value.numerator, value.denominator)
    assert (steps[0].rate or 0) + sum(one.change or 0 for one in steps) == pytest.approx(value.value)


@pytest.mark.parametrize("rules", [{}, {"count_plans": True}, {"edition": "current"}])
def test_each_step_names_exactly_the_rows_it_moves(rules: dict[str, object]) -> None:
    steps = waterfall(a_counting(**rules))
    for before, after in pairwise(steps):
        moves = [move for _, move in after.rows]
        assert before.denominator - moves.count(Move.LEFT_OUT) == after.denominator
        assert after.numerator <= before.numerator + moves.count(Move.CONVERTED)


def test_documents_of_other_types_leave_by_name() -> None:
    counting = a_counting()
    (row,) = rows_of_step(counting, step("types"))
    assert (row.key, row.reason) == ("ISO/TR 1009:2018", MOVE_NAMES[Move.LEFT_OUT])


def test_the_work_judged_not_applicable_leaves_by_name() -> None:
    assert [row.key for row in rows_of_step(a_counting(), step("not_applicable"))] == ["ISO 1006:2013"]


def test_a_not_equivalent_standard_converts_no_longer_and_is_shown_with_its_partner() -> None:
    (row,) = rows_of_step(a_counting(), step("not_equivalent"))
    assert (row.key, row.counterpart, row.degree, row.in_numerator) == ("ISO 1005:2014", "GB/T 3005-2016", "NEQ", False)


def test_plans_stop_counting_in_a_step_of_their_own() -> None:
    assert [row.key for row in rows_of_step(a_counting(), step("plans"))] == ["ISO 1008:2021"]
    assert step("plans", count_plans=True).change == 0
