"""Judges one indicator: the verdict that follows from the two requirements, with its reason (domain.md 8.6)."""

from collections.abc import Mapping
from typing import Final

from aligner.comparing.cases import judge_cases
from aligner.comparing.requirements import folded, judge_requirements
from aligner.domain.comparisons.comparison import ComparisonVerdict, Direction, Equivalence, Judgement, Side
from aligner.domain.comparisons.strictness import ALLOW_THE_SAME
from aligner.domain.requirement.cases import read_cases
from aligner.domain.requirement.requirement import Requirement, Shape
from aligner.domain.text import N_

INCOMPARABLE: Final = ComparisonVerdict.INCOMPARABLE

ONLY_NATIONAL: Final = N_("Only the national standard has a requirement: “{national}”.")
ONLY_INTERNATIONAL: Final = N_("Only the international standard has a requirement: “{international}”.")
OTHER_METHOD: Final = N_("The test methods differ: {national_method}; {international_method}.")
UNSURE_METHOD: Final = N_(
    "The test methods {national_method} and {international_method} bear different names, and nobody said that they are "
    "equivalent."
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
    methods = _judge_methods(national.method, international.method, equivalence)
    if methods is not None:
        return methods
    if folded(texts["national"]) == folded(texts["international"]):
        return Judgement(ComparisonVerdict.EQUAL, ALLOW_THE_SAME, texts)
    if any(case.condition for case in (*our_cases, *their_cases)):
        return judge_cases(indicator, our_cases, their_cases, direction, texts)
    return judge_requirements(indicator, ours, theirs, direction, texts)


def shown(side: Side) -> str:
    """The requirement as written, with the unit that stands beside it unless the text has it."""
    value, unit = side.value.strip(), side.unit.strip()
    return value if not unit or value.endswith(unit) else f"{value} {unit}"


def _one_sided(ours: Requirement, theirs: Requirement, texts: Mapping[str, str]) -> Judgement | None:
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
    if equivalence is None and national and international and folded(national) != folded(international):
        return Judgement(INCOMPARABLE, UNSURE_METHOD, texts, is_open=True)
    return None
