"""The table of edge cases (rules 8.12), case by case."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest
from standards_tables import a_standard, a_table

from aligner.domain.applicability import Applicability, ApplicabilityVerdict
from aligner.domain.comparisons.comparison import Comparison, ComparisonVerdict
from aligner.domain.counting import CountingRules
from aligner.domain.degree import Degree
from aligner.domain.figures.indicator import Indicator
from aligner.domain.pairs.decision import Coverage, Decision, Verdict
from aligner.indicators.counting.count import count, gather
from aligner.indicators.figures.agreement import kappa
from aligner.indicators.measure import measure, measured

AT = date(2026, 1, 1)

INTERNATIONAL = (
    a_standard("ISO 1:2010", published="2010-01-01", ics=["21.020", "25.040"], committee="ISO/TC 1"),
    a_standard("ISO 2:2010", published="2010-01-01", ics=["21.020"], committee="ISO/TC 2"),
    a_standard("ISO/TR 3:2010", published="2010-01-01", ics=["21.020"], committee="ISO/TC 2"),
)


def adopts(national: str, cited: str, degree: str = "IDT", **values: Any) -> Decision:
    work = cited.partition(":")[0].replace("/DIS", "")
    return Decision(national, cited, work, Verdict.CONFIRMED, Degree(degree), **values)


def rates(
    decisions: Sequence[Decision],
    nationals: Sequence[Any] = ("GB/T 1-2015", "GB/T 2-2015"),
    international: Sequence[Any] = INTERNATIONAL,
    verdicts: Sequence[Applicability] = (),
    by: str | None = None,
    comparisons: Sequence[Comparison] = (),
    **rules: Any,
) -> dict[str, Indicator]:
    tables = a_table(*nationals), a_table(*international)
    listed = measure(
        *tables, decisions, verdicts, CountingRules.from_mapping(rules), AT, by=by, comparisons=comparisons
    )
    return {one.id: one for one in listed}


def fraction(indicator: Indicator) -> str:
    return f"{indicator.numerator}/{indicator.denominator}"


def test_one_national_for_two_works_counts_for_each_and_once() -> None:
    found = rates([adopts("GB/T 1-2015", "ISO 1:2010"), adopts("GB/T 1-2015", "ISO 2:2010", "MOD")])
    assert fraction(found["conversion_rate"]) == "2/2"
    assert fraction(found["adoption_rate"]) == "1/2"
    assert {line.key: line.numerator for line in found["degrees_by_national"].breakdown}["MOD"] == 1


def test_two_full_adoptions_of_one_work_count_once_with_the_best_degree() -> None:
    found = rates([adopts("GB/T 1-2015", "ISO 1:2010", "MOD"), adopts("GB/T 2-2015", "ISO 1:2010")])
    assert fraction(found["conversion_rate"]) == "1/2"
    assert {line.key: line.numerator for line in found["degrees_by_work"].breakdown}["IDT"] == 1


def test_partial_alone_does_not_convert() -> None:
    found = rates([adopts("GB/T 1-2015", "ISO 1:2010", coverage=Coverage.PARTIAL)])
    assert fraction(found["conversion_rate"]) == "0/2"
    assert fraction(found["adoption_rate"]) == "1/2"
    assert {line.key: line.numerator for line in found["degrees_by_work"].breakdown}["none/partial"] == 1


def test_a_joint_group_with_a_member_in_no_catalogue_is_not_complete() -> None:
    together = [
        adopts(text, "ISO 1:2010", coverage=Coverage.JOINT, joint="a")
        for text in ("GB/T 1-2015", "GB/T 2-2015", "GB/T 3-2015")
    ]
    assert fraction(rates(together)["conversion_rate"]) == "0/2"
    assert fraction(rates(together[:2])["conversion_rate"]) == "1/2"


def test_adopting_a_withdrawn_work_counts_in_the_adoption_rate_only() -> None:
    withdrawn = a_standard("ISO 1:2010", published="2010", status="withdrawn")
    found = rates([adopts("GB/T 1-2015", "ISO 1:2010")], international=[withdrawn, INTERNATIONAL[1]])
    assert fraction(found["conversion_rate"]) == "0/1"
    assert fraction(found["adoption_rate"]) == "1/2"
    assert fraction(found["adoption_rate_current"]) == "0/2"


def test_an_undated_citation_counts_in_any_edition_but_not_in_current() -> None:
    found = rates([adopts("GB/T 1-2015", "ISO 1")])
    assert fraction(found["conversion_rate"]) == "1/2"
    assert fraction(found["conversion_rate_current"]) == "0/2"
    assert found["adoption_lag_median"].value is None


def test_a_technical_report_is_no_international_standard_but_an_adoption() -> None:
    found = rates([adopts("GB/T 1-2015", "ISO/TR 3:2010")])
    assert fraction(found["conversion_rate"]) == "0/2"
    assert fraction(found["adoption_rate"]) == "1/2"
    assert fraction(rates([adopts("GB/T 1-2015", "ISO/TR 3:2010")], types=["IS", "TR"])["conversion_rate"]) == "1/3"


def test_an_adopted_draft_published_since_has_to_be_confirmed_again() -> None:
    found = rates([adopts("GB/T 1-2015", "ISO/DIS 1")])
    assert fraction(found["conversion_rate"]) == "0/2"
    assert fraction(found["adoption_rate"]) == "1/2"
    assert fraction(found["adoption_rate_current"]) == "0/2"


def test_a_national_amendment_clears_the_missed_amendment() -> None:
    international = [*INTERNATIONAL, a_standard("ISO 1:2010/Amd 1:2018", published="2018-01-01")]
    base = adopts("GB/T 1-2015", "ISO 1:2010")
    amendment = a_standard("GB/T 1-2015/XG1-2019", published="2019-01-01", is_supplement=True)
    nationals = ["GB/T 1-2015", amendment]
    assert fraction(rates([base], nationals, international)["conversion_rate_current_amendments"]) == "0/2"
    cleared = [base, adopts(str(amendment["designation"]), "ISO 1:2010/Amd 1:2018")]
    found = rates(cleared, nationals, international)
    assert fraction(found["conversion_rate_current_amendments"]) == "1/2"
    assert found["adoption_rate"].denominator == 1


def test_not_applicable_but_adopted_counts_on_both_sides() -> None:
    verdict = Applicability("ISO 1", ApplicabilityVerdict.NOT_APPLICABLE, "N1")
    assert fraction(rates([adopts("GB/T 1-2015", "ISO 1:2010")], verdicts=[verdict])["conversion_rate"]) == "1/2"
    assert fraction(rates([], verdicts=[verdict])["conversion_rate"]) == "0/1"


def test_a_verdict_expires_when_a_new_edition_appears() -> None:
    old = Applicability("ISO 1", ApplicabilityVerdict.NOT_APPLICABLE, "N1", at="2009-01-01T00:00:00")
    assert fraction(rates([], verdicts=[old])["conversion_rate"]) == "0/2"


def test_a_document_in_two_lists_counts_once() -> None:
    twice = [a_standard("ISO/IEC 27001:2022", published="2022-10")] * 2
    found = rates([adopts("GB/T 1-2015", "ISO/IEC 27001:2022")], international=twice)
    assert fraction(found["conversion_rate"]) == "1/1"


def test_adopting_a_regional_standard_is_an_option() -> None:
    decision = adopts("GB/T 1-2015", "EN 1:2010")
    assert fraction(rates([decision])["adoption_rate"]) == "0/2"
    assert fraction(rates([decision], count_foreign=True)["adoption_rate"]) == "1/2"


def test_industry_standards_count_by_a_switch() -> None:
    nationals = ["GB/T 1-2015", "JB/T 9-2015"]
    decision = adopts("JB/T 9-2015", "ISO 1:2010")
    assert fraction(rates([decision], nationals)["conversion_rate"]) == "0/2"
    switched = rates([decision], nationals, national_levels=["national", "industry"])
    assert fraction(switched["conversion_rate"]) == "1/2"
    assert fraction(switched["adoption_rate"]) == "1/2"


def test_upcoming_standards_count_by_default() -> None:
    nationals = [a_standard("GB/T 1-2025", published="2025-10-01", effective="2026-05-01", status="upcoming")]
    decision = adopts("GB/T 1-2025", "ISO 1:2010")
    assert fraction(rates([decision], nationals)["conversion_rate"]) == "1/2"
    assert fraction(rates([decision], nationals, count_upcoming=False)["conversion_rate"]) == "0/2"


def test_a_plan_whose_standard_is_published_is_no_plan_any_more() -> None:
    plan = a_standard("20241008-T-604", status="plan", adopted="ISO 1:2010", degree="IDT")
    published = a_standard("GB/T 1-2015", published="2015-01-01", plan_no="20241008-T-604")
    assert fraction(rates([], [plan])["conversion_rate_projected"]) == "1/2"
    assert fraction(rates([], [plan, published])["conversion_rate_projected"]) == "0/2"


def test_the_latest_decision_on_a_pair_counts() -> None:
    first = adopts("GB/T 1-2015", "ISO 1:2010", at="2025-01-01T00:00:00")
    later = Decision("GB/T 1-2015", "ISO 1:2010", "ISO 1", Verdict.REJECTED, at="2025-02-01T00:00:00")
    assert fraction(rates([later, first])["conversion_rate"]) == "0/2"


def test_a_changed_row_makes_the_decision_stale_but_it_still_counts() -> None:
    decision = adopts("GB/T 1-2015", "ISO 1:2010", national_fingerprint="of another text")
    assert fraction(rates([decision])["conversion_rate"]) == "1/2"
    inputs = gather(a_table("GB/T 1-2015"), a_table(*INTERNATIONAL), [decision], [], CountingRules())
    assert [pairing.is_stale for pairing in inputs.pairings] == [True]


def test_a_work_of_two_fields_counts_in_each_or_by_halves() -> None:
    decision = adopts("GB/T 1-2015", "ISO 1:2010")
    each = {
        line.key: (line.numerator, line.denominator)
        for line in rates([decision], by="ics")["conversion_rate"].breakdown
    }
    assert each == {"21": (1, 2), "25": (1, 1)}
    halves = rates([decision], by="ics", ics_counting="fractional")["conversion_rate"].breakdown
    assert [(line.numerator, line.denominator) for line in halves] == [(0.5, 1.5), (0.5, 0.5)]


def test_committees_are_the_owners_of_works() -> None:
    lines = rates([adopts("GB/T 1-2015", "ISO 1:2010")], by="committee")["conversion_rate"].breakdown
    assert [(line.key, line.numerator, line.denominator) for line in lines] == [("ISO/TC 1", 1, 1), ("ISO/TC 2", 0, 1)]


def test_filters_narrow_the_universe() -> None:
    assert rates([], committees=["ISO/TC 2"])["conversion_rate"].denominator == 1
    assert rates([], ics=["25"])["conversion_rate"].denominator == 1
    assert rates([], published_from="2011")["conversion_rate"].value is None


def test_reviewers_agree_on_what_both_decided() -> None:
    said = [
        adopts("GB/T 1-2015", "ISO 1:2010", reviewer="a"),
        adopts("GB/T 1-2015", "ISO 1:2010", reviewer="b"),
        adopts("GB/T 2-2015", "ISO 2:2010", reviewer="a"),
        adopts("GB/T 2-2015", "ISO 2:2010", "MOD", reviewer="b"),
        adopts("GB/T 2-2015", "ISO 1:2010", reviewer="a"),
    ]
    found = rates(said)["reviewer_agreement"]
    assert fraction(found) == "1/2"
    assert {line.key: line.denominator for line in found.breakdown} == {"double": 3, "kappa": 2}


@pytest.mark.parametrize(
    ("pairs", "expected"),
    [
        ([("Y", "Y"), ("N", "N")], 1.0),
        ([("Y", "N"), ("N", "Y")], -1.0),
        ([("Y", "Y"), ("Y", "N"), ("N", "Y"), ("N", "N")], 0.0),
        ([("Y", "Y")], None),
        ([], None),
    ],
)
def test_kappa_is_agreement_beyond_chance(pairs: list[tuple[str, str]], expected: float | None) -> None:
    assert kappa(pairs) == expected


def test_consistency_of_a_field_stands_beside_its_compared_share() -> None:
    verdicts = {("GB/T 1-2015", "ISO 1"): "L", ("GB/T 2-2015", "ISO 2"): "S"}
    comparisons = [Comparison(*pair, "mass", ComparisonVerdict(verdict)) for pair, verdict in verdicts.items()]
    decisions = [adopts("GB/T 1-2015", "ISO 1:2010"), adopts("GB/T 2-2015", "ISO 2:2010", "MOD")]
    found = rates(decisions, comparisons=comparisons)["field_consistency"]
    assert fraction(found) == "1/2"  # the identical one
    assert {line.key: line.value for line in found.breakdown} == {"strict": 0.5, "not_below": 1.0, "compared": 1.0}
    assert rates(decisions, comparisons=comparisons, stricter_is_consistent=True)["field_consistency"].value == 1.0


def test_weights_and_products_change_the_key_indicator_rate() -> None:
    comparisons = [
        Comparison("GB/T 1-2015", "ISO 1", "mass", ComparisonVerdict.EQUAL, weight=3),
        Comparison("GB/T 1-2015", "ISO 1", "noise", ComparisonVerdict.LOOSER),
        Comparison("GB/T 2-2015", "ISO 2", "mass", ComparisonVerdict.LOOSER),
        Comparison("GB/T 2-2015", "ISO 2", "colour", ComparisonVerdict.EQUAL, is_key=False),
    ]
    assert rates([], comparisons=comparisons)["key_indicator_equal_rate"].value == 0.6
    assert rates([], comparisons=comparisons, aggregation="macro")["key_indicator_equal_rate"].value == 0.375


def test_only_asked_indicators_are_computed() -> None:
    inputs = gather(a_table("GB/T 1-2015"), a_table(*INTERNATIONAL), [], [], CountingRules())
    assert [one.id for one in measured(count(inputs, AT), ids=["gap_to_target"])] == ["gap_to_target"]


def test_what_a_reviewer_says_of_a_plan_stands_above_what_the_plan_states() -> None:
    plan = a_standard("20241001-T-604", status="plan", plan_issued="2024-01-01", adopted="ISO 1:2010 (IDT)")
    rejected = Decision("20241001-T-604", "", "ISO 1", Verdict.REJECTED)
    partial = adopts("20241001-T-604", "ISO 1:2010", coverage=Coverage.PARTIAL)
    assert fraction(rates([], [plan])["conversion_rate_projected"]) == "1/2"
    assert fraction(rates([rejected], [plan])["conversion_rate_projected"]) == "0/2"
    assert fraction(rates([partial], [plan])["conversion_rate_projected"]) == "0/2"


def gone(number: str, *heirs: str) -> dict[str, Any]:
    return a_standard(number, published="2010-01-01", status="withdrawn", replaced_by=list(heirs))


def test_merged_works_are_adopted_in_part_and_split_ones_are_left_to_a_review() -> None:
    """Domain.md 8.12: the links of merged works move to the successor as partial, each new part of a split is open."""
    merged = [gone("ISO 7:2010", "ISO 8:2020"), gone("ISO 8-1:2010", "ISO 8:2020"), a_standard("ISO 8:2020")]
    split = [gone("ISO 7:2010", "ISO 8:2020", "ISO 9:2020"), a_standard("ISO 8:2020"), a_standard("ISO 9:2020")]
    verdicts = [Applicability("ISO 8", ApplicabilityVerdict.NOT_APPLICABLE)]
    decided = [adopts("GB/T 1-2015", "ISO 7:2010")]
    for works, applicable, nationals, partial in ((merged, 1, 1, 1), (split, 1, 0, 0)):
        inputs = gather(a_table("GB/T 1-2015"), a_table(*works), decided, verdicts, CountingRules())
        found = {one.id: one for one in measured(count(inputs, AT))}
        assert fraction(found["conversion_rate"]) == f"0/{applicable}"
        assert found["adopting_national_standards"].value == nationals
        assert fraction(found["adoption_rate"]) == "1/1"
        lines = {line.key: line.numerator for line in found["degrees_by_work"].breakdown}
        assert lines.get("none/partial", 0) == partial


def test_a_joint_group_over_a_merged_work_covers_its_successor_only_in_part() -> None:
    works = [gone("ISO 7:2010", "ISO 8:2020"), gone("ISO 8-1:2010", "ISO 8:2020"), a_standard("ISO 8:2020")]
    joint = {"coverage": Coverage.JOINT, "joint": "a"}
    decided = [adopts("GB/T 1-2015", "ISO 7:2010", **joint), adopts("GB/T 2-2015", "ISO 7:2010", **joint)]
    inputs = gather(a_table("GB/T 1-2015", "GB/T 2-2015"), a_table(*works), decided, [], CountingRules())
    assert [fraction(one) for one in measured(count(inputs, AT), ids=["conversion_rate"])] == ["0/1"]
