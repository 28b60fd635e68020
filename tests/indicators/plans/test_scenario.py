"""The ways to the target over the worked example."""

import pytest

from aligner.domain.degree import Degree
from aligner.domain.pairs.decision import Coverage, Decision, Verdict
from aligner.indicators.figures.reasons import OPEN
from aligner.indicators.plans.scenario import NearestStandard, cheapest, opportunities, simulated
from aligner.indicators.plans.ways import EFFORTS, OF_REASON, WAY_NAMES, Way

from ..counted import a_counting

STRONG = NearestStandard("GB/T 3020-2015", 0.93, "strong")


def ways(**rules: object) -> list[tuple[str, Way]]:
    return [(one.designation, one.way) for one in opportunities(a_counting(**rules), {})]


def test_every_way_has_a_name_and_an_effort() -> None:
    assert set(WAY_NAMES) == set(EFFORTS) == set(Way)
    assert set(OF_REASON) == set(OPEN)


def test_the_least_effort_comes_first_when_the_gain_is_the_same() -> None:
    assert ways() == [
        ("ISO 1008:2021", Way.PLAN),
        ("ISO 1005:2014", Way.STRENGTHEN),
        ("ISO 1007:2020", Way.ADOPT),
    ]


def test_a_strong_candidate_is_the_easiest_way() -> None:
    counting = a_counting()
    work = counting.inputs.works.position("ISO 1007")
    assert work is not None
    first = opportunities(counting, {work: STRONG})[0]
    assert (first.designation, first.way, first.nationals, first.score) == (
        "ISO 1007:2020", Way.DECIDE, ("GB/T 3020-2015",), 0.93,
    )  # fmt: skip


def test_a_weak_candidate_is_no_way() -> None:
    counting = a_counting()
    work = counting.inputs.works.position("ISO 1007")
    assert work is not None
    found = opportunities(counting, {work: NearestStandard("GB/T 3020-2015", 0.2, "weak")})
    assert (found[-1].way, found[-1].nationals, found[-1].score) == (Way.ADOPT, (), None)


def test_outdated_adoptions_are_to_be_revised_where_only_current_editions_count() -> None:
    assert ("ISO 1003:2022", Way.REVISE) in ways(edition="current")
    assert all(way is not Way.REVISE for _, way in ways())


def test_a_partial_adoption_is_to_be_completed() -> None:
    partial = Decision(
        "GB/T 3021-2015", "ISO 1007:2020", "ISO 1007", Verdict.CONFIRMED, Degree.MOD, coverage=Coverage.PARTIAL
    )
    found = opportunities(a_counting(more=(partial,)), {})
    assert next(one.way for one in found if one.designation == "ISO 1007:2020") is Way.COMPLETE


def test_each_tick_moves_the_rate_by_one_work() -> None:
    counting = a_counting()
    found = opportunities(counting, {})
    assert simulated(counting, ()).rate == pytest.approx(6 / 9)
    assert simulated(counting, [found[0].work]).rate == pytest.approx(6 / 9 + found[0].gain)
    everything = simulated(counting, [one.work for one in found])
    assert (everything.rate, everything.gap) == (1.0, 0)


def test_a_converted_work_ticked_again_changes_nothing() -> None:
    counting = a_counting()
    assert simulated(counting, counting.headline_covered()) == simulated(counting, ())


def test_the_cheapest_way_to_the_target_is_as_long_as_the_gap() -> None:
    counting = a_counting()
    chosen = cheapest(counting, opportunities(counting, {}))
    assert [one.way for one in chosen] == [Way.PLAN, Way.STRENGTHEN]
    assert simulated(counting, [one.work for one in chosen]).gap == 0


def test_nothing_is_to_be_done_when_the_target_is_met() -> None:
    counting = a_counting(target_basis_points=5000)
    assert cheapest(counting, opportunities(counting, {})) == []


def test_the_part_that_completes_a_family_wins_most_where_families_count() -> None:
    withdrawn = Decision("GB/T 3002-2018", "ISO 1002-2:2016", "ISO 1002-2", Verdict.REJECTED, at="2025-01-01")
    counting = a_counting(more=(withdrawn,), unit="family_all")
    found = opportunities(counting, {})
    part = next(one for one in found if one.key == "ISO 1002-2")
    assert part.family == (1, 2)
    assert part.gain == pytest.approx(1 / 8)
