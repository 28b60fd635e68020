"""Judges one indicator: the verdict that follows from the two requirements, with its reason (domain.md 8.6)."""

import re
from collections.abc import Mapping
from typing import Final

from aligner.comparing.cases import judge_cases
from aligner.comparing.requirements import judge_requirements
from aligner.comparing.units import unit_of
from aligner.domain.comparisons.comparison import ComparisonVerdict, Direction, Equivalence, Judgement, Side
from aligner.domain.comparisons.strictness import ALLOW_THE_SAME
from aligner.domain.requirement.cases import read_cases
from aligner.domain.requirement.numbers import AMBIGUOUS, both_readings
from aligner.domain.requirement.reading import read_requirement
from aligner.domain.requirement.references import OWN_PART, PLACEHOLDER, is_bare_clause, points_to_a_part
from aligner.domain.requirement.requirement import Requirement, Shape
from aligner.domain.requirement.tokens import plain
from aligner.domain.requirement.words import NOTHING
from aligner.domain.text import N_

INCOMPARABLE: Final = ComparisonVerdict.INCOMPARABLE

ONLY_NATIONAL: Final = N_("Only the national standard has a requirement: “{national}”.")
ONLY_INTERNATIONAL: Final = N_("Only the international standard has a requirement: “{international}”.")
OTHER_METHOD: Final = N_("The test methods differ: {national_method}; {international_method}.")
TWO_UNITS: Final = N_("“{text}” is in {other}, but the unit next to it is {unit}. Keep only the right one.")
_BLANKS_BESIDE_SIGNS: Final = re.compile(r" (?=[=:;,≤≥<>：；，、≦≧])|(?<=[=:;≤≥<>：；，、≦≧]) |(?<=,) (?!\d)")
UNSURE_METHOD: Final = N_(
    "The test methods {national_method} and {international_method} have different names and are not "
    "stated to be equivalent."
)


def judge(
    indicator: str,
    national: Side,
    international: Side,
    *,
    equivalence: Equivalence | None = None,
    direction: Direction | None = None,
) -> Judgement | None:
    """The verdict and its reason; None when neither side has a requirement."""
    our_cases, their_cases = (read_cases(side.value, side.unit) for side in (national, international))
    ours, theirs = our_cases[0].requirement, their_cases[0].requirement
    texts = {"national": shown(national), "international": shown(international)}
    if Shape.NOTHING in {ours.shape, theirs.shape}:
        return _one_sided(ours, theirs, texts)
    apart = (
        _judge_methods(national.method, international.method, equivalence)
        or _says_nothing(ours, theirs)
        or _judge_units_beside(national, international)
    )
    if apart is not None:
        return apart
    if _on_one_line(texts["national"]) == _on_one_line(texts["international"]):
        return Judgement(ComparisonVerdict.EQUAL, ALLOW_THE_SAME, texts)
    if any(case.condition for case in (*our_cases, *their_cases)):
        return judge_cases(indicator, our_cases, their_cases, direction, texts)
    if AMBIGUOUS in {ours.doubt, theirs.doubt}:
        return _judge_readings(indicator, national, international, direction, texts)
    return judge_requirements(indicator, ours, theirs, direction, texts)


def shown(side: Side) -> str:
    """The requirement as written, with the unit that stands beside it unless the text has it."""
    value, unit = side.value.strip(), side.unit.strip()
    return value if not unit or value.endswith(unit) else f"{value} {unit}"


def _one_sided(ours: Requirement, theirs: Requirement, texts: Mapping[str, str]) -> Judgement | None:
    if PLACEHOLDER in {ours.doubt, theirs.doubt}:
        return _says_nothing(ours, theirs)
    if ours.shape is not Shape.NOTHING:
        return Judgement(ComparisonVerdict.NATIONAL_ONLY, ONLY_NATIONAL, texts)
    if theirs.shape is not Shape.NOTHING:
        return Judgement(ComparisonVerdict.INTERNATIONAL_ONLY, ONLY_INTERNATIONAL, texts)
    return None


def _judge_methods(national: str, international: str, equivalence: Equivalence | None) -> Judgement | None:
    """Incomparable when the test methods are not the same; None when they do not stand in the way."""
    texts = {"national_method": national or "-", "international_method": international or "-"}
    if equivalence is Equivalence.DIFFERENT:
        return Judgement(INCOMPARABLE, OTHER_METHOD, texts)
    if equivalence is None and national and international and not _are_one_method(national, international):
        return Judgement(INCOMPARABLE, UNSURE_METHOD, texts, is_open=True)
    return None


def _are_one_method(national: str, international: str) -> bool:
    """Whether both name the same method; clause 6.2 or Annex B of one standard is not that of the other."""
    if any(is_bare_clause(text) or points_to_a_part(text) for text in (national, international)):
        return False
    first, second = ("".join(text.split()).casefold().rstrip(".。") for text in (national, international))
    return first == second


def _says_nothing(ours: Requirement, theirs: Requirement) -> Judgement | None:
    """Incomparable where a requirement stands elsewhere or is still to come; None when both say something."""
    for requirement in (ours, theirs):
        if requirement.doubt in {OWN_PART, PLACEHOLDER}:
            return Judgement(INCOMPARABLE, requirement.doubt, {"text": requirement.written}, is_open=True)
    return None


def _judge_units_beside(*sides: Side) -> Judgement | None:
    """Incomparable where the unit in a cell is not the one beside it; None where they agree."""
    for side in sides:
        other = _other_unit(side.value, side.unit.strip())
        if other:
            values = {"text": side.value.strip(), "unit": side.unit.strip(), "other": other}
            return Judgement(INCOMPARABLE, TWO_UNITS, values, is_open=True)
    return None


def _other_unit(value: str, beside: str) -> str:
    """The unit within the text when it is not the one beside it, "" when they agree; dB(A) is an exact kind of dB."""
    if not beside or beside.casefold() in NOTHING:
        return ""
    for case in read_cases(value):
        for bound in case.requirement.bounds:
            is_kind_of = bound.unit.startswith(beside) and not bound.unit[len(beside) :][:1].isalpha()
            meanings = unit_of(bound.unit), unit_of(beside)
            if bound.unit and not is_kind_of and (None in meanings or meanings[0] != meanings[1]):
                return bound.unit
    return ""


def _judge_readings(
    indicator: str, national: Side, international: Side, direction: Direction | None, texts: Mapping[str, str]
) -> Judgement:
    """A comma that can be either, judged where both readings lead to the same or where one makes both sides equal.

    1,000 beside 1 000 can only part thousands: no decimal sign makes two numbers equal by chance.
    """
    ours, theirs = _readings(national), _readings(international)
    judged = [judge_requirements(indicator, one, other, direction, texts) for one in ours for other in theirs]
    are_equal = next((one for one in judged if one.verdict is ComparisonVerdict.EQUAL), None)
    if are_equal is not None and 1 in {len(ours), len(theirs)}:
        return are_equal
    verdicts = {one.verdict for one in judged}
    if len(verdicts) == 1 and INCOMPARABLE not in verdicts:
        return judged[0]
    doubtful = national if len(ours) > 1 else international
    return Judgement(INCOMPARABLE, AMBIGUOUS, {"text": doubtful.value.strip()}, is_open=True)


def _readings(side: Side) -> list[Requirement]:
    texts = both_readings(plain(side.value)) or (side.value,)
    return [read_requirement(text, side.unit) for text in texts]


def _on_one_line(text: str) -> str:
    """A wording but for line breaks, a stop at its end and blanks beside signs: n = 5, c = 2.

    Capitals, figures and blanks between figures are not to be touched: H7 and h7, 10² and 102, 1 1/2 and 11/2.
    """
    line = " ".join(text.split()).removesuffix(".").removesuffix("。")
    return _BLANKS_BESIDE_SIGNS.sub("", line)
