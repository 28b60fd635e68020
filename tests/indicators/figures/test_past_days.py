"""The rate found step by step is the rate that a whole count gives, on any day and after any way back."""

from dataclasses import replace
from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from aligner.domain.counting import CountingRules
from aligner.domain.pairs.decision import Decision, Verdict
from aligner.indicators.counting.count import count, gather
from aligner.indicators.explaining.breakdowns import year_ends
from aligner.indicators.figures.conversion import conversion_rate
from aligner.indicators.figures.past_days import Instead, rates_before, rates_on

from ..random_worlds import DAYS, catalogues, decisions, rules_of_all_kinds, verdicts, worlds
from ..second_counting import World

a_few = settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@given(worlds(), rules_of_all_kinds(), st.sampled_from(DAYS))
@a_few
def test_the_rate_at_each_end_of_a_year_is_that_of_a_whole_count(world: World, rules: CountingRules, day: date) -> None:
    national, international = catalogues(world)
    inputs = gather(national, international, decisions(world), verdicts(world), rules)
    days = year_ends(day)
    assert rates_on(count(inputs, day), days) == [conversion_rate(count(inputs, one)).total() for one in days]


@given(worlds(), rules_of_all_kinds(), st.sampled_from(DAYS), st.data())
@a_few
def test_the_rate_before_decisions_is_that_of_a_whole_count(
    world: World, rules: CountingRules, day: date, data: st.DataObject
) -> None:
    national, international = catalogues(world)
    said, judged = {one.key: one for one in decisions(world)}, {one.work: one for one in verdicts(world)}
    counting = count(gather(national, international, list(said.values()), list(judged.values()), rules), day)
    steps, wanted, rejected = [], [], False
    while said or judged:
        gone = data.draw(st.sets(st.sampled_from(sorted([*said, *judged], key=str)), min_size=1), label="taken back")
        others = {key: replace(said[key], verdict=Verdict.REJECTED, degree=None) for key in gone if key in said}
        was: dict[tuple[str, str], Decision] = {}
        if not rejected and data.draw(st.booleans(), label="something else stood before"):
            was = others
        rejected = rejected or bool(was)
        steps.append(
            Instead({key: was.get(key) for key in gone if key in said}, {key: None for key in gone if key in judged})
        )
        said = {key: one for key, one in said.items() if key not in gone} | was
        judged = {key: one for key, one in judged.items() if key not in gone}
        then = gather(national, international, list(said.values()), list(judged.values()), rules)
        wanted.append(conversion_rate(count(then, day)).total())
    assert rates_before(counting, steps) == wanted
