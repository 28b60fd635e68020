"""Supporting indicators: review and applicability coverage, statements against decisions, plans, dead sources."""

from datetime import date
from typing import Any

from standards_tables import a_standard, a_table

from aligner.domain.applicability import Applicability, ApplicabilityVerdict
from aligner.domain.comparisons.comparison import Comparison, ComparisonVerdict
from aligner.domain.counting import CountingRules
from aligner.domain.degree import Degree
from aligner.domain.figures.indicator import Indicator
from aligner.domain.pairs.decision import Coverage, Decision, Verdict
from aligner.indicators.measure import measure

from ..worked_example import AT, applicability, decisions, international_table, national_table

INTERNATIONAL = (
    a_standard("ISO 1:2010", published="2010-01-01"),
    a_standard("ISO 2:2010", published="2010-01-01"),
    a_standard("ISO 3:2010", published="2010-01-01", status="withdrawn"),
)


def figure(name: str, nationals: tuple[Any, ...], said: list[Decision], *verdicts: Applicability) -> Indicator:
    tables = a_table(*nationals), a_table(*INTERNATIONAL)
    listed = measure(*tables, said, verdicts, CountingRules(), date(2026, 1, 1), with_rows=[name])
    return next(one for one in listed if one.id == name)


def example(name: str) -> Indicator:
    tables = national_table(), international_table()
    listed = measure(*tables, decisions(), applicability(), CountingRules(), AT, with_rows=[name])
    return next(one for one in listed if one.id == name)


def lines(indicator: Indicator) -> dict[str, float | None]:
    return {line.key: line.numerator for line in indicator.breakdown}


def confirmed(national: str, cited: str, degree: Degree = Degree.IDT, **values: Any) -> Decision:
    return Decision(national, cited, cited.partition(":")[0], Verdict.CONFIRMED, degree, **values)


def test_a_standard_is_reviewed_when_something_or_nothing_was_found_for_it() -> None:
    nationals = tuple(f"GB/T {number}-2015" for number in range(1, 6))
    said = [
        confirmed("GB/T 1-2015", "ISO 1:2010"),
        Decision("GB/T 1-2015", "", "ISO 2", Verdict.REJECTED),
        Decision("GB/T 2-2015", "", "", Verdict.NO_COUNTERPART),
        Decision("GB/T 3-2015", "", "ISO 2", Verdict.UNSURE),
        Decision("GB/T 4-2015", "", "ISO 2", Verdict.REJECTED),
    ]
    found = figure("review_coverage", nationals, said)
    assert (found.numerator, found.denominator) == (2, 5)
    assert lines(found) == {"confirmed": 1, "no_counterpart": 1, "unsure": 1, "rejected": 1, "undecided": 1}


def test_statements_and_decisions_agree_in_pair_and_degree() -> None:
    nationals = (
        a_standard("GB/T 1-2015", adopted="ISO 1:2010", degree="IDT"),
        a_standard("GB/T 2-2015", adopted="ISO 1:2010", degree="IDT"),
        a_standard("GB/T 3-2015", adopted="ISO 2:2010", degree="MOD"),
        a_standard("GB/T 4-2015", adopted="ISO 2:2010", degree="MOD"),
        a_standard("GB/T 5-2015", adopted="ISO 2:2010"),
        "GB/T 6-2015",
    )
    said = [
        confirmed("GB/T 1-2015", "ISO 1:2010"),
        confirmed("GB/T 2-2015", "ISO 1:2010", Degree.MOD),
        Decision("GB/T 3-2015", "", "ISO 2", Verdict.REJECTED),
        confirmed("GB/T 5-2015", "ISO 2:2010"),
        confirmed("GB/T 6-2015", "ISO 2:2010"),
    ]
    found = figure("statement_agreement", nationals, said)
    assert (found.numerator, found.denominator) == (1, 4)
    assert lines(found) == {"other_degree": 1, "no_degree": 1, "rejected": 1, "beyond": 1, "decided": 4}


def test_verdicts_are_counted_with_their_reasons() -> None:
    verdicts = (
        Applicability("ISO 1", ApplicabilityVerdict.NOT_APPLICABLE, "N2 N5"),
        Applicability("ISO 3", ApplicabilityVerdict.NOT_APPLICABLE, "N1"),
    )
    found = figure("applicability_judged", ("GB/T 1-2015",), [], *verdicts)
    assert (found.numerator, found.denominator) == (1, 2)
    assert lines(found) == {"Y": 0, "N": 1, "D": 0, "?": 1, "reason/N2": 1, "reason/N5": 1}


def test_plans_are_overdue_after_twelve_months() -> None:
    nationals = (
        a_standard("20230001-T-604", status="plan", plan_issued="2024-06-01", adopted="ISO 1:2010 (IDT)"),
        a_standard("20250002-T-604", status="plan", plan_issued="2025-06-01"),
        a_standard("20250003-T-604", status="plan"),
    )
    found = figure("plans_under_way", nationals, [])
    assert found.value == 3
    assert lines(found) == {"overdue": 1, "undated": 1, "adopting": 1, "awaited": 1}
    assert [row.counterpart for row in found.rows] == ["ISO 1", "", ""]


def test_a_source_without_successor_is_to_be_reviewed() -> None:
    said = [
        confirmed("GB/T 1-2015", "ISO 3:2010"),
        confirmed("GB/T 2-2015", "ISO 1:2010", coverage=Coverage.PARTIAL),
    ]
    found = figure("adopts_withdrawn", ("GB/T 1-2015", "GB/T 2-2015"), said)
    assert (found.value, found.denominator) == (1, 2)
    assert [row.key for row in found.rows if row.in_numerator] == ["GB/T 1-2015"]


def test_the_worked_example_has_its_supporting_figures() -> None:
    assert (example("review_coverage").numerator, example("review_coverage").denominator) == (10, 10)
    assert (example("statement_agreement").numerator, example("statement_agreement").denominator) == (9, 9)
    assert (example("applicability_judged").numerator, example("applicability_judged").denominator) == (9, 10)
    assert (example("plans_under_way").value, lines(example("plans_under_way"))["overdue"]) == (1, 1)
    assert [row.key for row in example("adopts_withdrawn").rows if row.in_numerator] == ["GB/T 3010-2014"]
    share, *_ = example("conversion_rate_current").breakdown
    assert (share.numerator, share.denominator) == (1, 9)


def test_the_compared_share_can_be_told_by_field() -> None:
    nationals = (
        a_standard("GB/T 1-2015", ics=["21.020"]),
        a_standard("GB/T 2-2015", ics=["25.040"]),
        a_standard("GB/T 3-2015", ics=["25.040"]),
    )
    said = [confirmed(f"GB/T {number}-2015", "ISO 1:2010") for number in (1, 2)]
    compared = [Comparison("GB/T 1-2015", "ISO 1", "mass", verdict=ComparisonVerdict.EQUAL)]
    tables = a_table(*nationals), a_table(*INTERNATIONAL)
    listed = measure(*tables, said, [], CountingRules(), date(2026, 1, 1), by="ics", comparisons=compared)
    found = next(one for one in listed if one.id == "compared_share")
    assert (found.numerator, found.denominator) == (1, 2)
    assert {line.key: line.value for line in found.breakdown} == {"21": 1.0, "25": 0.0}
