"""Every counting rule tells two countings of one world apart: a rule that moves no figure would be hollow."""

from dataclasses import fields
from datetime import date
from typing import Any

import pytest
from standards_tables import a_standard, a_table

from aligner.domain.applicability import Applicability, ApplicabilityVerdict
from aligner.domain.comparisons.comparison import Comparison, ComparisonVerdict, Judgement
from aligner.domain.counting import CountingRules
from aligner.domain.degree import Degree
from aligner.domain.figures.indicator import Indicator
from aligner.domain.pairs.decision import Decision, Verdict
from aligner.indicators.measure import measure

AT = date(2026, 1, 1)

INTERNATIONAL = a_table(
    a_standard("ISO 1:2010", published="2010-05-01", ics=["21.020", "25.040"], committee="ISO/TC 1", stage=6060),
    a_standard("IEC 2:2012", published="2012-05-01", ics=["21.020"], committee="IEC/TC 2", stage=6060),
    a_standard("ISO 3:2015", published="2015-05-01", status="withdrawn", stage=9599),
    a_standard("ISO 3:2025", published="2025-05-01", ics=["25.040"], committee="ISO/TC 1", stage=6060),
    a_standard("ISO 4-1:2011", published="2011-05-01", ics=["25.040"], committee="ISO/TC 4", stage=6060),
    a_standard("ISO 4-2:2011", published="2011-05-01", ics=["25.040"], committee="ISO/TC 4", stage=6060),
    a_standard("ISO 5:2009", published="2009-05-01", ics=["25.040"], committee="ISO/TC 4", stage=9540),
    a_standard("ISO 6:2018", published="2018-05-01", ics=["25.040"], committee="ISO/TC 4", stage=6060),
    a_standard("ISO 7:2018", published="2018-05-01", ics=["25.040"], committee="ISO/TC 4", stage=6060),
    a_standard("ISO/TR 8:2014", published="2014-05-01", ics=["25.040"], committee="ISO/TC 4", stage=6060),
)
NATIONAL = a_table(
    a_standard("GB/T 1-2021", published="2021-05-02", plan_issued="2020-01-01"),  # 487 days: 16 months exactly
    a_standard("GB/T 2-2013", published="2013"),
    a_standard("GB/T 3-2016", published="2016-01-01"),
    a_standard("GB/T 4-2017", published="2017-01-01"),
    a_standard("GB/T 5-2025", published="2025-12-01", status="upcoming"),
    a_standard("GB/T 6-2019", published="2019-01-01", adopted="ISO 6:2018", degree="IDT"),
    a_standard("GB/T 7-2019", published="2019-01-01"),
    a_standard("JB/T 8-2019", published="2019-01-01"),
    a_standard("GJB 9-2019", published="2019-01-01"),
    a_standard("20241007-T-604", status="plan", plan_issued="2024-01-01", adopted="ISO 7:2018", degree="IDT"),
)


def adopts(national: str, cited: str, work: str, degree: str = "IDT") -> Decision:
    return Decision(national, cited, work, Verdict.CONFIRMED, Degree(degree))


DECISIONS = (
    adopts("GB/T 1-2021", "ISO 1:2010", "ISO 1", "MOD"),
    adopts("GB/T 2-2013", "IEC 2:2012", "IEC 2"),
    adopts("GB/T 3-2016", "ISO 3:2015", "ISO 3"),
    adopts("GB/T 4-2017", "ISO 4-1:2011", "ISO 4-1", "NEQ"),
    adopts("GB/T 5-2025", "ISO 4-2:2011", "ISO 4-2"),
    adopts("GB/T 7-2019", "EN 10:2018", "EN 10"),
)
VERDICTS = (
    Applicability("ISO 1", ApplicabilityVerdict.APPLICABLE),
    Applicability("ISO 6", ApplicabilityVerdict.DEFERRED),
)
BOUNDARY = Judgement(ComparisonVerdict.EQUAL, "", {}, ComparisonVerdict.LOOSER)
COMPARISONS = (
    Comparison("GB/T 1-2021", "ISO 1", "mass", ComparisonVerdict.STRICTER),
    Comparison("GB/T 1-2021", "ISO 1", "noise", ComparisonVerdict.EQUAL),
    Comparison("GB/T 2-2013", "IEC 2", "power", ComparisonVerdict.EQUAL, judgement=BOUNDARY),
)

OTHERWISE: dict[str, dict[str, Any]] = {
    "publishers": {"publishers": ["ISO"]},
    "types": {"types": ["IS", "TR"]},
    "committees": {"committees": ["ISO/TC 4"]},
    "ics": {"ics": ["21"]},
    "published_from": {"published_from": "2015"},
    "published_until": {"published_until": "2015"},
    "ballot_is_withdrawn": {"ballot_is_withdrawn": True},
    "undetermined": {"undetermined": "excluded"},
    "deferred": {"deferred": "excluded"},
    "national_levels": {"national_levels": ["national", "industry"]},
    "national_left_out": {"national_left_out": []},
    "count_upcoming": {"count_upcoming": False},
    "basis": {"basis": "declared"},
    "degrees": {"degrees": ["IDT"]},
    "edition": {"edition": "current"},
    "grace_months": {"grace_months": 1},
    "count_plans": {"count_plans": True},
    "count_foreign": {"count_foreign": True},
    "unit": {"unit": "family_any"},
    "target_basis_points": {"target_basis_points": 9000},
    "strict_target": {"strict_target": True},
    "cycle_target_months": {"cycle_target_months": 10},
    "strict_cycle_target": {"strict_cycle_target": True},
    "target_year": {"target_year": 2030},
    "ics_counting": {"ics_counting": "fractional"},
    "year_only_lags": {"year_only_lags": True},
    "weighted_index": {"weighted_index": True},
    "weight_idt": {"weight_idt": 9000},
    "weight_mod": {"weight_mod": 4000},
    "weight_neq": {"weight_neq": 1000},
    "consistency_headline": {"consistency_headline": "not_below"},
    "stricter_is_consistent": {"stricter_is_consistent": True},
    "aggregation": {"aggregation": "macro"},
    "strict_operator": {"strict_operator": True},
}
"""A value of each rule that counts this world otherwise than the default."""

TOGETHER: dict[str, dict[str, Any]] = {
    "grace_months": {"edition": "current_grace"},
    "strict_target": {"target_basis_points": 10_000},
    "strict_cycle_target": {"cycle_target_months": 16},
    "weight_idt": {"weighted_index": True},
    "weight_mod": {"weighted_index": True},
    "weight_neq": {"weighted_index": True},
}
"""Rules that only matter beside others."""


def counted(by: str | None, **rules: Any) -> list[Indicator]:
    chosen = CountingRules.from_mapping(rules)
    return measure(NATIONAL, INTERNATIONAL, DECISIONS, VERDICTS, chosen, AT, by=by, comparisons=COMPARISONS)


@pytest.mark.parametrize("rule", [field.name for field in fields(CountingRules)])
def test_a_rule_tells_two_countings_of_one_world_apart(rule: str) -> None:
    beside = TOGETHER.get(rule, {})
    by = "ics" if rule == "ics_counting" else None
    assert counted(by, **beside) != counted(by, **beside | OTHERWISE[rule])


def test_the_headline_of_key_indicators_comes_first() -> None:
    first = {
        headline: [one.id for one in counted(None, consistency_headline=headline) if one.id.startswith("key_")][:2]
        for headline in ("equal", "not_below")
    }
    assert first["equal"] == ["key_indicator_equal_rate", "key_indicator_not_below_rate"]
    assert first["not_below"] == list(reversed(first["equal"]))
