"""Verdicts that follow from two requirements (domain.md 8.6)."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aligner.comparing.judge import judge
from aligner.domain.comparisons.comparison import ComparisonVerdict, Direction, Equivalence, Judgement, Side
from aligner.domain.requirement.numbers import decimal_text

E, S, L = ComparisonVerdict.EQUAL, ComparisonVerdict.STRICTER, ComparisonVerdict.LOOSER
X = ComparisonVerdict.INCOMPARABLE
SWAPPED = {S: L, L: S, ComparisonVerdict.NATIONAL_ONLY: ComparisonVerdict.INTERNATIONAL_ONLY}


def judged(
    national: str, international: str, direction: Direction | None = None, indicator: str = "indicator"
) -> Judgement:
    judgement = judge(indicator, Side(national), Side(international), direction=direction)
    assert judgement is not None
    return judgement


@pytest.mark.parametrize(
    ("national", "international", "verdict"),
    [
        ("≤ 75 dB(A)", "≤ 75 dB(A)", E),
        ("≤ 70 dB(A)", "≤ 75 dB(A)", S),
        ("≤ 80 dB(A)", "≤ 75 dB(A)", L),
        ("≥ 240 MPa", "≥ 235 N/mm²", S),
        ("≥ 235 MPa", "≥ 240 N/mm²", L),
        ("≤ 7.5 cm", "≤ 75 mm", E),
        ("不大于 0.5 mm", "max. 500 μm", E),
        ("不小于 12 %", "12 % min.", E),
        ("10～20", "10 to 20", E),
        ("12～18", "10 to 20", S),
        ("10～25", "10 to 20", L),
        ("15～25", "10 to 20", X),
        ("1～5", "10 to 20", X),
        ("100 ± 5 mm", "95 mm to 105 mm", E),
        ("100 ± 3 mm", "100 ± 5 mm", S),
        ("20 ± 10 %", "18 to 22", E),
        ("50～75", "≤ 75", S),
        ("≤ 75", "≥ 75", X),
        ("3000 r/min", "3000 min⁻¹", E),
        ("3 %", "30 g/kg", E),
        ("≤ 75 dB", "≤ 75 dB(A)", X),
        ("≤ 200 HBW", "≤ 20 HRC", X),
        ("≤ 5", "≤ 5 mm", X),
        ("≤ 0.5", "≤ 50 %", X),
        ("≥ 50 ℃", "≥ 122 ℉", E),
        ("≤ 5 widgets", "≤ 6 widgets", S),
        ("≤ 30 dB(μV/m)", "≤ 30 dB(µV/m)", E),
        ("≤ 30 dB(μV/m)", "≤ 30 dB(μV)", X),
        ("10 次", "10", E),
        ("≥ 3 个", "≥ 2 件", S),
        ("5、10、15 mm", "1 cm; 5 mm; 15 mm", E),
        ("A、B", "B, A", E),
        ("no cracks", "no  cracks.", E),
        ("n=5,c=2", "n = 5, c = 2", E),
        ("< 1/500", "< 0.2 %", E),
        ("< 1/500", "< 0.002", E),
        ("≤ 1 1/2 in", "≤ 1.5 in", E),
        ("偏差不超过±5 %", "±5 %", E),
        ("4×2.5 mm²", "4 x 2,5 mm2", E),
        ("30 × 20 mm", "3 cm × 2 cm", E),
        ("30 × 20 mm", "20 × 30 mm", X),
        ("4×2.5 mm²", "4×4 mm²", X),
        ("≤ 0.3333333333", "≤ 0.33333333333", E),
    ],
)
def test_a_verdict_follows_from_the_values(national: str, international: str, verdict: ComparisonVerdict) -> None:
    assert judged(national, international).verdict is verdict


@pytest.mark.parametrize(
    ("national", "international", "verdict", "strictly"),
    [
        ("≤ 75", "< 75", E, L),
        ("< 75", "≤ 75", E, S),
        ("(10, 20]", "[10, 20]", E, S),
        ("(10, 20]", "[10, 20)", E, X),
        ("(10, 25]", "[10, 20]", L, X),
        ("[10, 20]", "[10, 25)", S, None),
    ],
)
def test_a_boundary_case_is_equal_and_marked(
    national: str, international: str, verdict: ComparisonVerdict, strictly: ComparisonVerdict | None
) -> None:
    judgement = judged(national, international)
    assert (judgement.verdict, judgement.strictly) == (verdict, strictly)


@pytest.mark.parametrize(
    ("direction", "verdict"),
    [(Direction.LOWER, S), (Direction.HIGHER, L), (Direction.NARROWER, X), (None, X)],
)
def test_two_values_need_a_direction(direction: Direction | None, verdict: ComparisonVerdict) -> None:
    assert judged("70", "75", direction).verdict is verdict


def test_a_value_beside_a_limit_is_the_limit_that_the_direction_asks_for() -> None:
    assert judged("75", "≤ 80", Direction.LOWER).verdict is S
    assert judged("75", "≥ 80", Direction.HIGHER).verdict is L
    assert judged("75", "≤ 80").is_open


def test_a_limit_against_the_direction_is_not_judged() -> None:
    judgement = judged("≤ 75", "≤ 80", Direction.HIGHER)
    assert (judgement.verdict, judgement.is_open) == (X, True)


def test_kelvins_and_degrees_are_compared_when_the_name_tells_which_is_meant() -> None:
    assert judged("≤ 60 K", "≤ 60 ℃", indicator="线圈温升").verdict is E
    assert judged("≤ 60 K", "≤ 60 ℃", indicator="temperature rise").verdict is E
    assert judged("≤ 60 K", "≤ 60 ℃", indicator="表面温度").is_open


@pytest.mark.parametrize(
    ("national", "international", "verdict"),
    [
        ("≤ 0.5 ‰", "≤ 0.05 %", E),
        ("≤ 50 ppm", "≤ 0.005 %", E),
        ("≤ 50 mg/kg", "≤ 50 ppm", E),
        ("≤ 1.5 × 10⁻³", "≤ 0.0015", E),
        ("≥ 16 bar", "≥ 1.6 MPa", E),
        ("≥ 235 N/mm²", "≥ 235 MPa", E),
        ("≤ 120 m³/h", "≤ 2 m³/min", E),
        ("≤ 25 μm", "≤ 0.025 mm", E),
        ("-40 ℃", "-40 ℉", E),
        ("-40～85 ℃", "233.15～358.15 K", E),
        ("≤ 90 ℃", "≤ 363.15 K", E),
        ("≤ 90 ℃", "≤ 363 K", X),
        ("± 2 ℃", "± 2 K", E),
        ("± 1 ℃", "±1.8 ℉", E),
        ("≤ 5 Δ℃", "≤ 5 K", E),
        ("58～62 HRC", "58～62 HRB", X),
        ("≤ 200 HBW", "≤ 200 HV", X),
        ("≤ 45 dB(A)", "≤ 45 dB(C)", X),
        ("≤ 50 mg/Nm³", "≤ 50 mg/m³", X),
        ("≤ 30 %RH", "≤ 30 %", X),
    ],
)
def test_units_of_the_field_are_converted_or_told_apart(
    national: str, international: str, verdict: ComparisonVerdict
) -> None:
    assert judged(national, international).verdict is verdict


def test_ph_may_stand_in_the_name_of_the_indicator_only() -> None:
    assert judged("pH 6.5～8.5", "6.0～9.0", indicator="pH值").verdict is S
    assert judged("pH 6.5～8.5", "6.0～9.0", indicator="phosphate").verdict is X


def test_a_shorter_list_is_stricter_only_when_narrower_is() -> None:
    assert judged("5、10", "5、10、15", Direction.NARROWER).verdict is S
    assert judged("A、B、C", "A、B", Direction.NARROWER).verdict is L
    assert judged("5、10", "5、10、15").is_open


def test_different_words_wait_for_a_reviewer() -> None:
    judgement = judged("无裂纹", "no cracks")
    assert (judgement.verdict, judgement.is_open) == (X, True)


def test_qualitative_requirements_are_equal_or_wait_for_a_reviewer() -> None:
    assert judged("10～20", "10 to 20", Direction.QUALITATIVE).verdict is E
    assert judged("12～18", "10 to 20", Direction.QUALITATIVE).is_open


@pytest.mark.parametrize("doubtful", ["≤ 1,500", "5 min.", "20～10"])
def test_a_doubtful_value_is_not_judged(doubtful: str) -> None:
    judgement = judged(doubtful, "≤ 20")
    assert (judgement.verdict, judgement.is_open, judgement.values["text"]) == (X, True, doubtful)


def test_a_comma_that_can_be_either_is_judged_where_both_readings_agree_or_one_makes_both_sides_equal() -> None:
    assert judged("≥ 1 000 V", "≥ 1,000 V").verdict is E
    assert judged("≥ 1,000 V", "≥ 1 V").verdict is E
    assert judged("≤ 1,500", "≤ 2000").verdict is S
    assert judged("≤ 1,500", "≤ 1,600").is_open


TOLD_APART = [
    "H7",
    "h7",
    "MΩ",
    "mΩ",
    "10²",
    "102",
    "1 1/2",
    "11/2",
    "≥ 3 S",
    "≥ 3 s",
    "Class A",
    "class A",
    "a、B",
    "A、b",
]


@pytest.mark.parametrize("ours", TOLD_APART)
@pytest.mark.parametrize("theirs", TOLD_APART)
def test_texts_that_agree_only_without_capitals_blanks_or_raised_figures_are_not_equal(ours: str, theirs: str) -> None:
    assert (judged(ours, theirs).verdict is E) == (ours == theirs)


@pytest.mark.parametrize(
    "text", ["按表3", "Table 3", "应符合附录A", "see 5.2", "待定", "TBD", "to be determined", "同上"]
)
def test_a_reference_or_a_placeholder_is_never_equal_to_its_like(text: str) -> None:
    judgement = judged(text, text)
    assert (judgement.verdict, judgement.is_open, judgement.values["text"]) == (X, True, text)
    assert judged(text, "≤ 5 mm").is_open


def test_a_reference_to_a_document_by_its_number_is_the_same_on_both_sides() -> None:
    assert judged("按 GB/T 3098.1 表 3", "按 GB/T 3098.1 表 3").verdict is E


@pytest.mark.parametrize("method", ["5.3", "Annex B", "附录B", "见 6.2.1"])
def test_a_clause_as_test_method_is_that_of_each_standard(method: str) -> None:
    sides = Side("≤ 5", method=method), Side("≤ 5", method=method)
    unsure = judge("indicator", *sides)
    told = judge("indicator", *sides, equivalence=Equivalence.SAME)
    assert unsure is not None
    assert told is not None
    assert (unsure.verdict, told.verdict) == (X, E)


@pytest.mark.parametrize(
    ("national", "international"),
    [
        ("≥ 10 N·m", "≥ 88.5 lbf·in"),
        ("≥ 1 MPa", "≥ 145 psi"),
        ("≤ 25 mm", "≤ 1 in"),
        ("≥ 49 N", "≥ 5 kgf"),
        ("10～20 mm", "0.39～0.79 in"),
    ],
)
def test_an_amount_converted_and_rounded_is_not_stricter_by_its_rounding(national: str, international: str) -> None:
    assert judged(national, international).is_open
    assert judged(international, national).is_open


def test_amounts_in_two_systems_of_units_that_really_differ_are_judged() -> None:
    assert judged("≥ 0.9 MPa", "≥ 145 psi").verdict is L
    assert judged("≤ 1 in", "≤ 25.4 mm").verdict is E
    assert judged("10～18 mm", "0.39～0.79 in").verdict is S


@pytest.mark.parametrize(
    ("value", "beside", "is_open"),
    [("≤ 5 mm", "cm", True), ("≤ 5 mm", "毫米", False), ("≤ 5 dB(A)", "dB", False), ("23 ± 2 K", "℃", True)],
)
def test_a_unit_in_the_cell_against_the_one_beside_it_is_not_judged(value: str, beside: str, is_open: bool) -> None:
    judgement = judge("indicator", Side(value, beside), Side(value))
    assert judgement is not None
    assert judgement.is_open is is_open


@pytest.mark.parametrize(
    ("national", "international", "direction", "verdict"),
    [
        ("-40～70 ℃", "-25～55 ℃", Direction.WIDER, S),
        ("-25～55 ℃", "-40～70 ℃", Direction.WIDER, L),
        ("-25～55 ℃", "-25 ℃ to 55 ℃", Direction.WIDER, E),
        ("-40～55 ℃", "-25～70 ℃", Direction.WIDER, X),
        ("5、10、15", "5、10", Direction.WIDER, S),
        ("5～15", "0～20", Direction.HIGHER, X),
        ("5～20", "0～20", Direction.HIGHER, S),
        ("0～15", "0～20", Direction.LOWER, S),
        ("5～20", "0～20", Direction.LOWER, X),
    ],
)
def test_which_range_is_the_stricter_one_is_told_by_the_direction(
    national: str, international: str, direction: Direction, verdict: ComparisonVerdict
) -> None:
    assert judged(national, international, direction).verdict is verdict


def test_a_requirement_on_one_side_only() -> None:
    assert judged("≤ 5", "—").verdict is ComparisonVerdict.NATIONAL_ONLY
    assert judged("", "≤ 5").verdict is ComparisonVerdict.INTERNATIONAL_ONLY
    assert judge("indicator", Side(""), Side("未规定")) is None


@pytest.mark.parametrize(
    ("equivalence", "verdict"),
    [(Equivalence.SAME, E), (Equivalence.EQUIVALENT, E), (Equivalence.DIFFERENT, X), (None, X)],
)
def test_other_test_methods_make_equal_numbers_incomparable(
    equivalence: Equivalence | None, verdict: ComparisonVerdict
) -> None:
    national, international = Side("≤ 5", method="GB/T 228.1"), Side("≤ 5", method="ISO 6892-1")
    judgement = judge("indicator", national, international, equivalence=equivalence)
    assert judgement is not None
    assert judgement.verdict is verdict


def test_the_unit_beside_the_value_holds_for_it() -> None:
    judgement = judge("indicator", Side("≤ 75", "mm"), Side("≤ 7.5", "cm"))
    assert judgement is not None
    assert judgement.verdict is E


def test_a_reason_names_both_requirements() -> None:
    judgement = judged("≤ 70 dB(A)", "≤ 75 dB(A)")
    sentence = judgement.template.format(**judgement.values)
    assert sentence == "“≤ 70 dB(A)” allows only a part of what “≤ 75 dB(A)” allows."


NUMBERS = st.fractions(min_value=-1000, max_value=1000).map(lambda value: Fraction(round(value * 1000), 1000))


@st.composite
def requirements(draw: st.DrawFn) -> str:
    """A limit, a range or a tolerance in mm."""
    first, second = sorted((draw(NUMBERS), draw(NUMBERS)))
    low, high = decimal_text(first), decimal_text(second)
    forms = [f"≤ {low}", f"< {low}", f"≥ {low}", f"> {low}", f"{low} ± {decimal_text(abs(second))}"]
    if first < second:
        forms += [f"{low}～{high}", f"[{low}; {high})", f"({low}; {high}]"]
    return draw(st.sampled_from(forms))


@settings(max_examples=80, deadline=None)
@given(requirements())
def test_a_requirement_equals_itself(requirement: str) -> None:
    judgement = judged(f"{requirement} mm", f"{requirement}  mm")
    assert (judgement.verdict, judgement.strictly) == (E, None)


@settings(max_examples=150, deadline=None)
@given(requirements(), requirements())
def test_swapping_the_sides_turns_stricter_into_looser(first: str, second: str) -> None:
    one, other = judged(first, second), judged(second, first)
    assert other.verdict is SWAPPED.get(one.verdict, one.verdict)
    assert other.strictly is (SWAPPED.get(one.strictly, one.strictly) if one.strictly else None)


@settings(max_examples=100, deadline=None)
@given(requirements(), requirements(), st.sampled_from([("MPa", "N/mm²"), ("mm", "毫米"), ("g/kg", "‰")]))
def test_another_name_of_the_unit_changes_no_verdict(first: str, second: str, units: tuple[str, str]) -> None:
    unit, alias = units
    plain = judge("indicator", Side(first, unit), Side(second, unit))
    aliased = judge("indicator", Side(first, unit), Side(second, alias))
    assert plain is not None
    assert aliased is not None
    assert (plain.verdict, plain.strictly) == (aliased.verdict, aliased.strictly)


@settings(max_examples=100, deadline=None)
@given(NUMBERS, NUMBERS, st.sampled_from(["≤", "≥", "<", ">"]), st.sampled_from([("m", "mm", 1000), ("h", "min", 60)]))
def test_scaling_a_unit_changes_no_verdict(
    first: Fraction, second: Fraction, operator: str, units: tuple[str, str, int]
) -> None:
    large, small, factor = units
    ours, theirs = f"{operator} {decimal_text(first)}", f"{operator} {decimal_text(second)}"
    plain = judge("indicator", Side(ours, large), Side(theirs, large))
    scaled = judge("indicator", Side(ours, large), Side(f"{operator} {decimal_text(second * factor)}", small))
    assert plain is not None
    assert scaled is not None
    assert plain.verdict is scaled.verdict


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=40), st.text(max_size=12))
def test_no_text_makes_the_judge_fail(value: str, unit: str) -> None:
    judge("indicator", Side(value, unit), Side("≤ 5", "mm"))


@settings(max_examples=200, deadline=None)
@given(st.text("0123456789.,-+±~～≤<≥>()[] ×10⁻³%mminax、以下不大于°′/", max_size=16))
def test_no_combination_of_signs_makes_the_judge_fail(value: str) -> None:
    judge("indicator", Side(value), Side("10 to 20"))
