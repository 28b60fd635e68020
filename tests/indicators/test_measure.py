"""Every number of the worked example (rules 8.2 to 8.10)."""

from dataclasses import replace

import pytest

from aligner.domain.comparisons.comparison import Comparison, ComparisonVerdict
from aligner.domain.counting import CountingRules
from aligner.domain.errors import AlignerError
from aligner.domain.figures.indicator import Indicator, Slice
from aligner.i18n import round_half_up
from aligner.indicators.figures.target import gap
from aligner.indicators.measure import ALL_IDS, measure

from .worked_example import AT, applicability, decisions, international_table, national_table


def measured(by: str | None = None, comparisons: tuple[Comparison, ...] = (), **rules: object) -> dict[str, Indicator]:
    listed = measure(
        national_table(),
        international_table(),
        decisions(),
        applicability(),
        CountingRules.from_mapping(rules),
        AT,
        by=by,
        comparisons=comparisons,
        with_rows=ALL_IDS,
    )
    return {one.id: one for one in listed}


def percent(value: float | None) -> str:
    assert value is not None
    return str(round_half_up(value * 100, 1))


def one_digit(value: float | None) -> str:
    assert value is not None
    return str(round_half_up(value, 1))


def lines(indicator: Indicator) -> dict[str, Slice]:
    return {line.key: line for line in indicator.breakdown}


def fraction(indicator: Indicator | Slice) -> str:
    return f"{indicator.numerator}/{indicator.denominator}"


@pytest.mark.parametrize(
    ("indicator", "expected", "shown"),
    [
        ("conversion_rate", "6/9", "66.7"),
        ("conversion_rate_projected", "7/9", "77.8"),
        ("conversion_rate_current", "5/9", "55.6"),
        ("conversion_rate_current_amendments", "4/9", "44.4"),
        ("adoption_rate", "7/10", "70.0"),
        ("adoption_rate_current", "5/10", "50.0"),
        ("harmonization_rate", "7/8", "87.5"),
    ],
)
def test_rates_are_those_of_the_worked_example(indicator: str, expected: str, shown: str) -> None:
    found = measured()[indicator]
    assert (fraction(found), percent(found.value)) == (expected, shown)


@pytest.mark.parametrize(
    ("rules", "expected", "shown"),
    [
        ({"undetermined": "excluded"}, "6/8", "75.0"),
        ({"degrees": ["IDT", "MOD", "NEQ"]}, "7/9", "77.8"),
        ({"types": ["IS", "TR"]}, "6/10", "60.0"),
        ({"unit": "family_all"}, "5/8", "62.5"),
        ({"unit": "family_any"}, "5/8", "62.5"),
        ({"unit": "national"}, "6/9", "66.7"),
        ({"edition": "current"}, "5/9", "55.6"),
        ({"edition": "current_amendments"}, "4/9", "44.4"),
        ({"edition": "current_grace", "grace_months": 60}, "6/9", "66.7"),
        ({"count_plans": True}, "7/9", "77.8"),
        ({"basis": "declared"}, "6/9", "66.7"),
    ],
)
def test_each_rule_changes_the_conversion_rate_as_it_says(rules: dict[str, object], expected: str, shown: str) -> None:
    found = measured(**rules)["conversion_rate"]
    assert (fraction(found), percent(found.value)) == (expected, shown)


def test_interval_spans_the_open_verdicts() -> None:
    found = measured()["conversion_rate"]
    assert (percent(found.low), percent(found.high)) == ("66.7", "75.0")


def test_fields_are_counted_on_their_own() -> None:
    rates = lines(measured(by="ics")["conversion_rate"])
    assert {key: (fraction(line), percent(line.value)) for key, line in rates.items()} == {
        "21": ("4/5", "80.0"),
        "25": ("2/4", "50.0"),
    }
    gaps = lines(measured(by="ics")["gap_to_target"])
    assert {key: line.value for key, line in gaps.items()} == {"21": 1, "25": 2}


def test_adopting_national_standards_of_works_in_force_are_six() -> None:
    found = measured()["adopting_national_standards"]
    assert found.value == 6
    assert sorted(row.key for row in found.rows if row.in_numerator) == [
        "GB/T 3001-2019",
        "GB/T 3002-2018",
        "GB/T 3003-2012",
        "GB/T 3004.1-2021",
        "GB/T 3004.2-2022",
        "GB/T 3012-2019",
    ]


def test_degrees_stand_on_two_bases() -> None:
    found = measured()
    by_national, by_work = lines(found["degrees_by_national"]), lines(found["degrees_by_work"])
    assert [by_national[key].numerator for key in ("IDT", "MOD", "NEQ", "none")] == [5, 2, 1, 2]
    assert [by_work[key].numerator for key in ("IDT", "MOD", "NEQ", "none")] == [3, 3, 1, 2]


def test_weighted_index_is_shown_when_asked_for() -> None:
    index = lines(measured(weighted_index=True)["degrees_by_work"])
    assert percent(index["index/applicable"].value) == "50.0"
    assert percent(index["index/converted"].value) == "75.0"
    assert "index/applicable" not in lines(measured()["degrees_by_work"])


def test_adoption_lags_by_pair_and_by_work() -> None:
    found = measured()
    beside = lines(found["adoption_lag_median"])
    assert found["adoption_lag_median"].denominator == 8
    assert one_digit(found["adoption_lag_median"].value) == "29.2"
    assert one_digit(found["adoption_lag_mean"].value) == "29.8"
    assert one_digit(beside["work/median"].value) == "28.4"
    assert beside["work/median"].denominator == 6


def test_cohorts_tell_what_was_converted_in_time() -> None:
    beside = lines(measured()["adoption_lag_median"])
    assert [fraction(beside[f"cohort/{months}"]) for months in (12, 24, 36)] == ["0/9", "2/9", "4/9"]


def test_formulation_cycle_misses_its_target() -> None:
    found = measured()
    beside = lines(found["formulation_cycle_mean"])
    assert one_digit(found["formulation_cycle_mean"].value) == "20.7"
    assert one_digit(beside["median"].value) == "18.9"
    assert beside["missing"].value == 4
    assert fraction(found["formulation_cycle_within_18"]) == "2/6"


def test_gap_is_counted_in_whole_works() -> None:
    found = measured()["gap_to_target"]
    beside = lines(found)
    assert found.value == 2
    assert beside["undetermined_excluded"].value == 1
    assert beside["current"].value == 3
    assert beside["projected"].value == 1


@pytest.mark.parametrize(
    ("applicable", "covered", "expected"), [(200, 160, 10), (200, 170, 0), (97, 82, 1), (0, 0, None), (9, 6, 2)]
)
def test_gap_checks_of_the_rules(applicable: int, covered: int, expected: int | None) -> None:
    assert gap(applicable, covered, 8500) == expected


def test_a_strict_target_has_to_be_exceeded() -> None:
    assert gap(200, 170, 8500, strict=True) == 1


def test_outdated_adoption_is_the_difference_of_the_two_rates() -> None:
    found = measured()["outdated_adoptions"]
    assert (found.value, fraction(found)) == (1, "1/9")
    assert [row.key for row in found.rows if row.in_numerator] == ["ISO 1003:2022"]
    assert lines(found)["36 to 60 months"].numerator == 1


def test_key_indicators_of_the_worked_example() -> None:
    verdicts = [*["E"] * 6, *["S"] * 2, "L", "X"]
    comparisons = tuple(
        Comparison("GB/T 3002-2018", "ISO 1002-1", f"indicator {number}", ComparisonVerdict(verdict))
        for number, verdict in enumerate(verdicts)
    )
    found = measured(comparisons=comparisons)
    assert fraction(found["key_indicator_equal_rate"]) == "6/9"
    assert fraction(found["key_indicator_not_below_rate"]) == "8/9"
    assert fraction(found["key_indicator_comparability"]) == "9/10"
    assert fraction(found["key_indicator_coverage"]) == "10/10"


def test_nothing_compared_is_not_available() -> None:
    found = measured()
    for indicator in ("key_indicator_equal_rate", "key_indicator_coverage", "field_consistency", "reviewer_agreement"):
        assert found[indicator].value is None


def test_empty_catalogues_give_no_rate() -> None:
    nothing = [national_table().take([]), international_table().take([])]
    for one in measure(*nothing, [], [], CountingRules(), AT):
        assert one.value in {None, 0}, one.id
        if one.unit == "ratio":
            assert one.value is None


def test_every_indicator_is_there_in_order() -> None:
    assert tuple(measured()) == ALL_IDS


def test_rows_explain_the_numerator_and_the_denominator() -> None:
    rows = {row.key: row for row in measured()["conversion_rate"].rows}
    assert len(rows) == 9
    assert sum(row.in_numerator for row in rows.values()) == 6
    assert rows["ISO 1004:2019"].counterpart == "GB/T 3004.1-2021; GB/T 3004.2-2022"
    assert rows["ISO 1004:2019"].degree == "MOD"
    assert rows["ISO 1005:2014"].reason == "only a non-equivalent national standard, which is not an adoption"
    assert rows["ISO 1008:2021"].counterpart == "20241008-T-604"


def test_an_incomplete_joint_group_covers_nothing() -> None:
    alone = [one for one in decisions() if one.national != "GB/T 3004.2-2022"]
    found = measure(national_table(), international_table(), alone, applicability(), CountingRules(), AT)
    assert fraction(found[0]) == "5/9"


def test_a_group_with_a_member_out_of_force_covers_nothing() -> None:
    changed = [
        replace(one, national="GB/T 3006-1999") if one.national == "GB/T 3004.2-2022" else one for one in decisions()
    ]
    found = measure(national_table(), international_table(), changed, applicability(), CountingRules(), AT)
    assert fraction(found[0]) == "5/9"


def test_a_day_in_the_past_sees_what_was_in_force_then() -> None:
    found = measure(
        national_table(), international_table(), decisions(), applicability(), CountingRules(), AT.replace(year=2020)
    )
    rates = {one.id: one for one in found}
    assert (
        fraction(rates["conversion_rate"]) == "5/7"
    )  # ISO 1007 and 1008 are not yet published, ISO 1004 not yet covered
    assert rates["outdated_adoptions"].value == 0  # ISO 1003:2010 is still the current edition


def test_years_are_stocks_for_works_and_flows_for_national_standards() -> None:
    found = measured(by="year")
    stock = lines(found["conversion_rate"])
    assert (fraction(stock["2019"]), fraction(stock["2026"])) == ("5/7", "6/9")
    assert fraction(lines(found["adoption_rate"])["2015"]) == "0/2"


def test_an_unknown_breakdown_is_refused() -> None:
    with pytest.raises(AlignerError, match="no breakdown by “colour”"):
        measured(by="colour")
