"""Requirements under conditions: split, shown as understood, and compared only under the same condition."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aligner.comparing.cases import judged_cases
from aligner.comparing.conditions import Sameness, sameness
from aligner.comparing.judge import judge
from aligner.domain.comparisons.comparison import ComparisonVerdict, Direction, Judgement, Side
from aligner.domain.requirement.conditions import read_condition

E, S, L = ComparisonVerdict.EQUAL, ComparisonVerdict.STRICTER, ComparisonVerdict.LOOSER
X, ONLY_NATIONAL = ComparisonVerdict.INCOMPARABLE, ComparisonVerdict.NATIONAL_ONLY
ONLY_INTERNATIONAL = ComparisonVerdict.INTERNATIONAL_ONLY
STEEL = "t ≤ 16: 235; 16 < t ≤ 40: 225"


def judged(national: str, international: str, unit: str = "", direction: Direction | None = None) -> Judgement:
    judgement = judge("indicator", Side(national, unit), Side(international, unit), direction=direction)
    assert judgement is not None
    return judgement


def same(ours: str, theirs: str) -> Sameness:
    return sameness(read_condition(ours), read_condition(theirs))


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("t ≤ 16 mm", "厚度≤16mm"),
        ("t ≤ 16", "thickness ≤ 1.6 cm"),
        ("厚度不大于16 mm", "nominal thickness up to 16 mm"),
        ("16 mm < t ≤ 40 mm", "thickness over 16 up to 40"),
        ("厚度>16～40 mm", "16 < t ≤ 40"),
        ("at 23 ℃", "试验温度23 ℃时"),
        ("23 ℃", "296.15 K"),
        ("d ≤ 10", "直径 ≤ 10 mm"),
        ("额定转速", "at the rated speed"),
        ("昼间", "daytime"),
        ("纵向", "Longitudinal"),
        ("当 U = 220 V 时", "电压为 220 V"),
    ],
)
def test_these_are_the_same_condition(ours: str, theirs: str) -> None:
    assert same(ours, theirs) is same(theirs, ours) is Sameness.SAME


@pytest.mark.parametrize(
    ("ours", "theirs", "expected"),
    [
        ("t ≤ 16 mm", "t ≤ 20 mm", Sameness.OTHER),
        ("t ≤ 16 mm", "t < 16 mm", Sameness.OTHER),
        ("23 ℃", "20 ℃", Sameness.OTHER),
        ("t ≤ 16 mm", "t ≤ 16 ℃", Sameness.OTHER),
        ("t ≤ 16 mm", "d ≤ 16 mm", Sameness.UNSURE),
        ("昼间", "night", Sameness.OTHER),
        ("额定转速", "maximum speed", Sameness.UNSURE),
        ("额定转速", "3000 r/min", Sameness.UNSURE),
    ],
)
def test_other_conditions_are_told_from_those_that_nobody_knows(ours: str, theirs: str, expected: Sameness) -> None:
    assert same(ours, theirs) is same(theirs, ours) is expected


@pytest.mark.parametrize(
    ("national", "international", "verdict"),
    [
        ("≤ 45 dB(A) (额定转速)", "≤ 48 dB(A) at rated speed", S),
        ("≥ 235 MPa, t ≤ 16 mm", "≥ 240 N/mm² (thickness ≤ 16 mm)", L),
        ("at 23 ℃: ≥ 5 kV", "23 ℃时，≥ 5000 V", E),
        ("当厚度≤16mm时,≥235 MPa", "≥ 235 MPa when t ≤ 16 mm", E),
        ("≤ 75 dB(A)（昼间）", "< 75 dB(A) (daytime)", E),
    ],
)
def test_under_the_same_condition_requirements_are_compared(
    national: str, international: str, verdict: ComparisonVerdict
) -> None:
    assert judged(national, international).verdict is verdict


def test_under_another_condition_nothing_is_compared() -> None:
    judgement = judged("≥ 235 MPa (t ≤ 16 mm)", "≥ 235 MPa (t ≤ 20 mm)")
    assert (judgement.verdict, judgement.is_open) == (X, False)
    assert "under different conditions" in judgement.template


def test_conditions_in_other_words_wait_for_a_reviewer() -> None:
    judgement = judged("≤ 45 dB(A) (额定转速)", "≤ 45 dB(A) (normal operation)")
    assert (judgement.verdict, judgement.is_open) == (X, True)
    sentence = judgement.template.format(**judgement.values)
    assert "it is not stated whether “额定转速” and “normal operation” are the same condition" in sentence


def test_a_condition_on_one_side_only_waits_for_a_reviewer() -> None:
    for national in ("≥ 235 MPa (t ≤ 16 mm)", f"{STEEL} MPa"):
        judgement = judged(national, "≥ 235 MPa")
        assert (judgement.verdict, judgement.is_open) == (X, True)
        assert "Only one of" in judgement.template


def test_an_amount_in_brackets_may_be_another_unit_and_is_not_judged() -> None:
    judgement = judged("≤ 25.4 mm (1 in)", "≤ 25.4 mm")
    assert (judgement.verdict, judgement.is_open) == (X, True)
    assert "another unit" in judgement.template


@pytest.mark.parametrize(
    ("international", "verdict", "cases"),
    [
        ("t ≤ 16 mm: 235; 16 < t ≤ 40: 225", E, "t ≤ 16: E; 16 < t ≤ 40: E"),
        ("厚度≤16 mm: 235; 厚度>16～40 mm: 220", S, "t ≤ 16: E; 16 < t ≤ 40: S"),
        ("t ≤ 16: 240; 16 < t ≤ 40: 225", L, "t ≤ 16: L; 16 < t ≤ 40: E"),
        ("t ≤ 16: 240; 16 < t ≤ 40: 220", X, "t ≤ 16: L; 16 < t ≤ 40: S"),
        ("t ≤ 16: 235; 16 < t ≤ 63: 225", X, "t ≤ 16: E; 16 < t ≤ 40: N+; 16 < t ≤ 63: I+"),
        ("t ≤ 16: 235; 16 < t ≤ 40: 225; 40 < t ≤ 63: 215", X, "t ≤ 16: E; 16 < t ≤ 40: E; 40 < t ≤ 63: I+"),
    ],
)
def test_the_verdict_over_cases_follows_from_every_case(
    international: str, verdict: ComparisonVerdict, cases: str
) -> None:
    judgement = judged(STEEL, international, "MPa", Direction.HIGHER)
    assert (judgement.verdict, judgement.values["cases"]) == (verdict, cases)


def test_a_case_that_only_one_standard_has_leaves_the_whole_to_a_reviewer() -> None:
    judgement = judged(STEEL, "t≤16: 235", "MPa", Direction.HIGHER)
    assert (judgement.verdict, judgement.is_open) == (X, True)


def test_a_boundary_in_one_case_makes_the_whole_a_boundary_case() -> None:
    judgement = judged("昼间: ≤ 60; 夜间: ≤ 50", "day: < 60; night: ≤ 50", "dB(A)")
    assert (judgement.verdict, judgement.strictly) == (E, L)


def test_cases_are_told_one_by_one() -> None:
    cases = judged_cases("Yield strength", Side(STEEL, "MPa"), Side("t ≤ 16 mm: ≥ 235; t > 40 mm: ≥ 200", "MPa"),
                         direction=Direction.HIGHER)  # fmt: skip
    assert [(case.condition, case.national, case.international, case.verdict) for case in cases] == [
        ("t ≤ 16", "235 MPa", "≥ 235 MPa", E),
        ("16 < t ≤ 40", "225 MPa", "", ONLY_NATIONAL),
        ("t > 40 mm", "", "≥ 200 MPa", ONLY_INTERNATIONAL),
    ]
    assert judged_cases("Yield strength", Side("235"), Side("240")) == []


CASES = st.lists(
    st.tuples(st.integers(1, 30), st.sampled_from(["≥", ">", ""]), st.integers(100, 120)),
    min_size=1,
    max_size=4,
    unique_by=lambda case: case[0],
)


def written(cases: list[tuple[int, str, int]]) -> str:
    return "; ".join(f"t ≤ {limit} mm: {sign} {value} MPa" for limit, sign, value in cases)


@settings(max_examples=80, deadline=None)
@given(CASES, CASES)
def test_swapping_the_sides_swaps_the_verdict(
    ours: list[tuple[int, str, int]], theirs: list[tuple[int, str, int]]
) -> None:
    swapped = {S: L, L: S}
    one = judged(written(ours), written(theirs), direction=Direction.HIGHER)
    other = judged(written(theirs), written(ours), direction=Direction.HIGHER)
    assert other.verdict is swapped.get(one.verdict, one.verdict)


@settings(max_examples=60, deadline=None)
@given(CASES)
def test_the_order_of_cases_does_not_matter(cases: list[tuple[int, str, int]]) -> None:
    assert judged(written(cases), written(cases[::-1])).verdict is E


@settings(max_examples=200, deadline=None)
@given(st.text("0123456789≤<>;；:：,，()（） t厚度mm当时atwhen℃额定转速在下级MPa.~～", max_size=30))
def test_no_combination_of_conditions_makes_the_judge_fail(value: str) -> None:
    judge("indicator", Side(value, "MPa"), Side(STEEL, "MPa"))
