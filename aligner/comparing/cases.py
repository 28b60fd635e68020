"""Judges requirements that hold under conditions, case by case.

Only requirements under the same condition are compared. The whole is equal when every case is, stricter when some are
and none is looser, looser the other way round, and incomparable when there are both, when a case cannot be compared, or
when only one of the two standards has it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from aligner.comparing.conditions import Sameness, sameness
from aligner.comparing.measures import measure_of
from aligner.comparing.requirements import judge_requirements
from aligner.domain.comparisons.comparison import ComparisonVerdict, Direction, JudgedCase, Judgement, Side
from aligner.domain.requirement.cases import Case, read_cases, understood_cases
from aligner.domain.requirement.conditions import condition_text
from aligner.domain.text import N_

EQUAL, STRICTER = ComparisonVerdict.EQUAL, ComparisonVerdict.STRICTER
LOOSER, INCOMPARABLE = ComparisonVerdict.LOOSER, ComparisonVerdict.INCOMPARABLE

OTHER_CONDITION: Final = N_("“{national}” and “{international}” apply under different conditions.")
UNSURE_CONDITION: Final = N_(
    "“{national}” and “{international}”: it is not stated whether “{national_condition}” and "
    "“{international_condition}” are the same condition."
)
ONE_CONDITION: Final = N_("Only one of “{national}” and “{international}” is bound to a condition.")
CONDITION_OR_UNIT: Final = N_(
    "The brackets in “{text}” can contain a condition, or the same amount in another unit. Write only one of them."
)
EVERY_CASE: Final = N_("Case by case: {cases}.")
BOTH_WAYS: Final = N_("Stricter in some cases, looser in others: {cases}.")
NOT_EVERY_CASE: Final = N_("Not every case can be compared: {cases}.")


def judged_cases(
    indicator: str, national: Side, international: Side, *, direction: Direction | None = None
) -> list[JudgedCase]:
    """The cases of an indicator one by one; none when neither side is bound to conditions."""
    ours, theirs = (read_cases(side.value, side.unit) for side in (national, international))
    are_bound = any(case.condition for case in (*ours, *theirs))
    return _side_by_side(indicator, ours, theirs, direction) if are_bound else []


def judge_cases(
    indicator: str,
    ours: Sequence[Case],
    theirs: Sequence[Case],
    direction: Direction | None,
    texts: Mapping[str, str],
) -> Judgement:
    """The verdict over all cases, at least one of which is bound to a condition."""
    for case in (*ours, *theirs):
        if _may_be_a_unit(case):
            return Judgement(INCOMPARABLE, CONDITION_OR_UNIT, {"text": understood_cases([case])}, is_open=True)
    if len(ours) == len(theirs) == 1:
        return _judge_one(indicator, ours[0], theirs[0], direction, texts)
    if any(case.condition is None for case in (*ours, *theirs)):
        return Judgement(INCOMPARABLE, ONE_CONDITION, texts, is_open=True)
    cases = _side_by_side(indicator, ours, theirs, direction)
    values = {"cases": "; ".join(f"{case.condition}: {case.verdict.value}" for case in cases)}
    verdicts = {case.verdict for case in cases}
    if not verdicts <= {EQUAL, STRICTER, LOOSER}:
        return Judgement(INCOMPARABLE, NOT_EVERY_CASE, values, is_open=True)
    verdict = _over(verdicts)
    strictly = _over({case.judgement.strictly or case.verdict for case in cases if case.judgement})
    template = BOTH_WAYS if verdict is INCOMPARABLE else EVERY_CASE
    return Judgement(verdict, template, values, strictly if strictly is not verdict else None)


def _judge_one(
    indicator: str, ours: Case, theirs: Case, direction: Direction | None, texts: Mapping[str, str]
) -> Judgement:
    """A single requirement on either side."""
    if ours.condition is None or theirs.condition is None:
        return Judgement(INCOMPARABLE, ONE_CONDITION, texts, is_open=True)
    match sameness(ours.condition, theirs.condition):
        case Sameness.SAME:
            return judge_requirements(indicator, ours.requirement, theirs.requirement, direction, texts)
        case Sameness.OTHER:
            return Judgement(INCOMPARABLE, OTHER_CONDITION, texts)
    conditions = {
        "national_condition": condition_text(ours.condition),
        "international_condition": condition_text(theirs.condition),
    }
    return Judgement(INCOMPARABLE, UNSURE_CONDITION, {**texts, **conditions}, is_open=True)


def _side_by_side(
    indicator: str, ours: Sequence[Case], theirs: Sequence[Case], direction: Direction | None
) -> list[JudgedCase]:
    """The national cases, each beside the international one under the same condition; then those left over."""
    listed, left = [], list(theirs)
    for case in ours:
        place = next((n for n, one in enumerate(left) if _are_the_same(case, one)), None)
        beside = left.pop(place) if place is not None else None
        listed.append(_judged(indicator, case, beside, direction))
    others = [_judged(indicator, case, None, direction) for case in left]
    return listed + [replace(one, national="", international=one.national) for one in others]


def _are_the_same(one: Case, other: Case) -> bool:
    return sameness(one.condition, other.condition) is Sameness.SAME


def _judged(indicator: str, case: Case, beside: Case | None, direction: Direction | None) -> JudgedCase:
    condition = condition_text(case.condition) if case.condition else ""
    national, international = (
        understood_cases([replace(one, condition=None)]) if one else "" for one in (case, beside)
    )
    if beside is None:
        return JudgedCase(condition, national, international)
    texts = {"national": national, "international": international}
    judgement = judge_requirements(indicator, case.requirement, beside.requirement, direction, texts)
    return JudgedCase(condition, national, international, judgement)


def _over(verdicts: set[ComparisonVerdict]) -> ComparisonVerdict:
    """What follows for the whole from the verdicts of all cases."""
    differing = verdicts - {EQUAL}
    if len(differing) > 1:
        return INCOMPARABLE
    return differing.pop() if differing else EQUAL


def _may_be_a_unit(case: Case) -> bool:
    """Whether the "condition" has no name and the dimension of the requirement itself: 25.4 mm (1 in)."""
    condition = case.condition
    if condition is None or condition.subject or condition.limit is None:
        return False
    measures = measure_of(case.requirement), measure_of(condition.limit)
    return None not in measures and len({one.dimension for one in measures if one}) == 1
