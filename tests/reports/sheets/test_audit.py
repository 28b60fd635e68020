"""The journal as people read it."""

from aligner.domain.change import Action, Change, RowChange, Subject
from aligner.domain.comparisons.comparison import ComparedPair, Comparison, ComparisonVerdict, Side
from aligner.domain.degree import Degree
from aligner.domain.pairs.decision import Decision, Verdict
from aligner.domain.pairs.double_review import Settlement
from aligner.i18n import translator
from aligner.reports.sheets.audit import rows
from reports.contents import a_report


def test_a_decision_reads_in_a_line() -> None:
    table = rows(a_report(1), translator("en"))
    assert table["before"][:2] == ["", "unsure"]
    assert table["after"][0] == "confirmed · IDT · ISO 70001-1:2003"
    assert table["after"][1] == "confirmed · MOD · jointly with others: A · 附录A为新增"


def test_each_row_of_a_step_has_the_number_and_hash_of_its_entry() -> None:
    table = rows(a_report(1), translator("en"))
    assert table["id"] == [1, 1, 2, 3]
    assert table["hash"][:2] == ["1b" * 32] * 2
    assert table["undoes"] == [None, None, None, 2]


def test_applicability_names_the_work_and_the_reason() -> None:
    table = rows(a_report(1), translator("en"))
    assert (table["national"][2], table["work"][2]) == ("", "ISO 70002-1")
    assert table["after"][2] == "not applicable · N2 climate, geography or infrastructure; 寒冷地区"


def test_a_comparison_tells_both_requirements_and_the_verdict() -> None:
    hardness = Comparison(
        "GB/T 1",
        "ISO 1",
        "硬度",
        ComparisonVerdict.STRICTER,
        national_side=Side("≤ 200", "HBW"),
        international_side=Side("≤ 210", "HBW"),
        reason="工艺改进",
    )
    mass = Comparison("GB/T 1", "ISO 1", "质量", ComparisonVerdict.EQUAL)
    pair = ComparedPair("GB/T 1", "ISO 1", (hardness, mass))
    change = RowChange(Subject.COMPARISON, pair.key, None, pair.to_json())
    content = a_report(1, changes=(Change(1, "", "R1", Action.COMPARE, (change,), None, ""),))
    assert rows(content, translator("en"))["after"] == ["硬度: ≤ 200 HBW – ≤ 210 HBW, stricter, 工艺改进 · 质量: equal"]


def test_a_settlement_tells_what_each_of_two_reviewers_said() -> None:
    first = Decision("GB/T 1", "ISO 1:2015", "ISO 1", Verdict.CONFIRMED, Degree.IDT, reviewer="R1")
    second = Decision("GB/T 1", "", "", Verdict.NO_COUNTERPART, reviewer="R2")
    settled = Settlement("GB/T 1", (first,), (second,), "R3")
    opinion = RowChange(Subject.SECOND_OPINION, second.key, None, second.to_json())
    settlement = RowChange(Subject.SETTLEMENT, ("GB/T 1", ""), None, settled.to_json())
    changes = (
        Change(1, "", "R2", Action.SECOND, (opinion,), None, ""),
        Change(2, "", "R3", Action.SETTLE, (settlement,), None, ""),
    )
    table = rows(a_report(1, changes=changes), translator("en"))
    assert table["action"] == ["gave a second opinion", "settled a difference"]
    assert table["after"] == ["no counterpart", "R1: confirmed, IDT, ISO 1:2015 · R2: no counterpart"]


def test_a_time_of_a_wrong_clock_has_the_one_that_the_order_tells_beside_it() -> None:
    change = RowChange(Subject.APPLICABILITY, ("ISO 1", ""), None, {"verdict": "Y"})
    changes = (
        Change(1, "2091-01-02T12:00:00+00:00", "R1", Action.APPLICABILITY, (change,), None, "", "2025-03-01T08:00:00"),
        Change(2, "2025-03-01T08:00:00+00:00", "R1", Action.APPLICABILITY, (change,), None, ""),
    )
    table = rows(a_report(1, changes=changes), translator("en"))
    assert table["told_by_order"] == ["2025-03-01T08:00:00", None]
