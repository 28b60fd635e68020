"""Figures about currency, lag and age tell how far they rest on presumed editions."""

import pytest
from hypothesis import given, settings
from standards_tables import a_standard, a_table

from aligner.domain.counting import CountingRules
from aligner.domain.degree import Degree
from aligner.domain.figures.indicator import Indicator, Slice
from aligner.domain.pairs.adopted import EditionBasis
from aligner.domain.pairs.decision import Decision, Verdict
from aligner.indicators.counting.count import Counting, count, gather
from aligner.indicators.measure import measured

from ..random_worlds import DAYS, catalogues, decisions, rules_of_all_kinds, verdicts, worlds
from ..second_counting import World
from ..worked_example import AT

FIGURES = (
    "conversion_rate_current",
    "conversion_rate_current_amendments",
    "adoption_rate_current",
    "outdated_adoptions",
    "adoption_lag_median",
    "adoption_lag_mean",
)
RATES = FIGURES[:3]


def lines(figure: Indicator) -> dict[str, Slice]:
    return {one.key: one for one in figure.breakdown if one.key.startswith("edition/")}


def two_pairs(*bases: EditionBasis) -> Counting:
    """GB/T 1 and 2 adopt the editions of 2010 and 2020 of ISO 1 and 2, on the given bases."""
    nationals = [a_standard(f"GB/T {n}-202{n}", published=f"202{n}-01-01") for n in (1, 2)]
    works = [
        a_standard("ISO 1:2010", published="2010-01-01", status="withdrawn"),
        a_standard("ISO 1:2018", published="2018-01-01"),
        a_standard("ISO 2:2020", published="2020-01-01"),
    ]
    adopted = ("ISO 1:2010", "ISO 2:2020")
    said = [
        Decision(f"GB/T {n}-202{n}", text, f"ISO {n}", Verdict.CONFIRMED, Degree.IDT, edition=text, basis=basis)
        for n, (text, basis) in enumerate(zip(adopted, bases, strict=True), 1)
    ]
    return count(gather(a_table(*nationals), a_table(*works), said, [], CountingRules()), AT)


def test_a_figure_says_how_many_of_its_pairs_are_presumed_and_what_it_is_without_them() -> None:
    found = {one.id: one for one in measured(two_pairs(EditionBasis.STATED, EditionBasis.PRESUMED))}
    current = lines(found["conversion_rate_current"])
    assert (current["edition/presumed"].numerator, current["edition/presumed"].denominator) == (1, 1)
    assert current["edition/stated"].value == 0
    lag = lines(found["adoption_lag_mean"])
    assert (lag["edition/presumed"].numerator, lag["edition/presumed"].denominator) == (1, 2)
    assert lag["edition/stated"].value == pytest.approx(132.0, abs=0.1)
    outdated = lines(found["outdated_adoptions"])
    assert outdated["edition/presumed"].numerator == 0
    assert "edition/stated" not in outdated


def test_without_presumed_editions_there_is_one_value() -> None:
    for figure in measured(two_pairs(EditionBasis.STATED, EditionBasis.STATED), ids=FIGURES):
        assert {key: one.numerator for key, one in lines(figure).items()} == {"edition/presumed": 0}, figure.id


@given(worlds(), rules_of_all_kinds())
@settings(max_examples=150, deadline=None)
def test_leaving_presumed_editions_out_never_raises_a_rate(world: World, rules: CountingRules) -> None:
    counting = count(gather(*catalogues(world), decisions(world), verdicts(world), rules), DAYS[0])
    for figure in measured(counting, ids=RATES):
        told = lines(figure)
        presumed = told["edition/presumed"].numerator or 0
        assert presumed >= 0
        if presumed and rules.unit == "part":
            assert (told["edition/stated"].value or 0) < (figure.value or 0)
