"""Two counts of the conversion family, one written from the text of the rules alone, agree on random catalogues."""

from datetime import date
from fractions import Fraction

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from aligner.domain.counting import CountingRules
from aligner.domain.figures.indicator import Indicator
from aligner.indicators.counting.count import Counting, count, gather
from aligner.indicators.measure import measured

from .random_worlds import DAYS, catalogues, decisions, rules_of_all_kinds, verdicts, worlds
from .second_counting import SecondCount, World

RATES = (
    "conversion_rate",
    "conversion_rate_projected",
    "conversion_rate_current",
    "conversion_rate_current_amendments",
)
FAMILY = (
    *RATES,
    "adopting_national_standards",
    "adoption_rate",
    "adoption_rate_current",
    "harmonization_rate",
    "degrees_by_national",
    "degrees_by_work",
    "gap_to_target",
    "outdated_adoptions",
)


def a_counting(world: World, rules: CountingRules, day: date) -> Counting:
    national, international = catalogues(world)
    return count(gather(national, international, decisions(world), verdicts(world), rules), day)


def first_count(counting: Counting, by: str | None = None) -> dict[str, Indicator]:
    return {one.id: one for one in measured(counting, by=by, ids=FAMILY)}


def fraction(indicator: Indicator) -> tuple[float | None, float | None]:
    return indicator.numerator, indicator.denominator


def degrees(indicator: Indicator) -> dict[str, float | None]:
    return {line.key: line.numerator for line in indicator.breakdown if "/" not in line.key}


def value(rate: Fraction | None) -> float | None:
    return None if rate is None else float(rate)


@given(worlds(), rules_of_all_kinds(), st.sampled_from(DAYS))
@settings(max_examples=2000, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_two_counts_of_the_conversion_family_agree(world: World, rules: CountingRules, day: date) -> None:
    found, second = first_count(a_counting(world, rules, day)), SecondCount(world, rules, day)
    for name in RATES:
        assert fraction(found[name]) == second.rate(name), name
    assert (found["conversion_rate"].low, found["conversion_rate"].high) == tuple(map(value, second.interval()))
    assert found["gap_to_target"].value == second.gap()
    assert found["outdated_adoptions"].numerator == second.outdated()
    assert found["adopting_national_standards"].value == second.adopting_nationals()
    assert fraction(found["adoption_rate"]) == second.adoption()
    assert fraction(found["adoption_rate_current"]) == second.adoption(second.at_least("current"))
    assert fraction(found["harmonization_rate"]) == second.harmonization()
    assert degrees(found["degrees_by_national"]) == second.degrees_by_national()
    assert degrees(found["degrees_by_work"]) == second.degrees_by_work()


@given(worlds(), rules_of_all_kinds(), st.sampled_from(DAYS))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_two_counts_by_field_committee_and_year_agree(world: World, rules: CountingRules, day: date) -> None:
    counting = a_counting(world, rules, day)
    second = SecondCount(world, rules, day)
    if rules.unit == "part":
        fields = {line.key: line for line in first_count(counting, "ics")["conversion_rate"].breakdown}
        assert {key: (line.numerator, line.denominator) for key, line in fields.items()} == second.by_field()
        owners = {line.key: line for line in first_count(counting, "committee")["conversion_rate"].breakdown}
        assert {key: (line.numerator, line.denominator) for key, line in owners.items()} == second.by_committee()
    years = first_count(counting, "year")["conversion_rate"].breakdown
    assert [line.key for line in years] == [str(year) for year in range(day.year - 9, day.year + 1)]
    for line in years:
        end = min(day, date(int(line.key), 12, 31))
        then = SecondCount(world, rules, end).rate("conversion_rate")
        assert (line.numerator, line.denominator) == then, line.key
