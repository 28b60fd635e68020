"""Judges two requirements that hold under the same condition (domain.md 8.6)."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from aligner.comparing.measures import Measure, are_deviations, is_difference, is_ph, is_unclear_temperature, measure_of
from aligner.domain.comparisons.comparison import ComparisonVerdict, Direction, Judgement
from aligner.domain.comparisons.strictness import (
    ALLOW_THE_SAME,
    ALLOWS_LESS,
    ALLOWS_MORE,
    are_among,
    are_same_numbers,
    judge_intervals,
    judge_values,
)
from aligner.domain.requirement.requirement import End, Interval, Requirement, Shape
from aligner.domain.text import N_

INCOMPARABLE: Final = ComparisonVerdict.INCOMPARABLE

WORDS_DIFFER: Final = N_("The wordings “{national}” and “{international}” differ.")
LISTS_DIFFER: Final = N_("The lists “{national}” and “{international}” differ.")
UNLIKE: Final = N_("“{national}” and “{international}” are requirements of different kinds.")
MIXED_UNITS: Final = N_("The units within “{text}” do not belong together.")
NO_UNIT: Final = N_("Only one of “{national}” and “{international}” has a unit.")
OTHER_QUANTITY: Final = N_("“{national}” and “{international}” are different quantities.")
WHICH_TEMPERATURE: Final = N_(
    "“{national}” and “{international}”: one is in kelvins, one in degrees. Say in the indicator's name whether it "
    "is a temperature or a temperature difference."
)
VALUE_AND_LIMIT: Final = N_(
    "One of “{national}” and “{international}” is a value, the other a limit. Give the direction."
)
AGAINST_DIRECTION: Final = N_("“{text}” limits the other end than the direction says.")


def judge_requirements(
    indicator: str, ours: Requirement, theirs: Requirement, direction: Direction | None, texts: Mapping[str, str]
) -> Judgement:
    """The verdict that follows from two requirements; `texts` are both as they are to be quoted."""
    for requirement in (ours, theirs):
        if requirement.doubt:
            return Judgement(INCOMPARABLE, requirement.doubt, {"text": requirement.written}, is_open=True)
    if Shape.WORDS in {ours.shape, theirs.shape} or ours.words or theirs.words:
        return _judge_words(ours, theirs, direction, texts)
    return _judge_numbers(indicator, ours, theirs, direction, texts)


def _judge_words(
    ours: Requirement, theirs: Requirement, direction: Direction | None, texts: Mapping[str, str]
) -> Judgement:
    if ours.words and theirs.words:
        few, many = ({folded(word) for word in each.words} for each in (ours, theirs))
        return _judge_lists(few == many, few < many, few > many, direction, texts)
    template = WORDS_DIFFER if ours.shape is theirs.shape is Shape.WORDS else UNLIKE
    return Judgement(INCOMPARABLE, template, texts, is_open=True)


def _judge_lists(
    are_equal: bool, is_part: bool, is_more: bool, direction: Direction | None, texts: Mapping[str, str]
) -> Judgement:
    """A shorter list is stricter only where the direction says that narrower is."""
    if are_equal:
        return Judgement(ComparisonVerdict.EQUAL, ALLOW_THE_SAME, texts)
    if direction is Direction.NARROWER and is_part:
        return Judgement(ComparisonVerdict.STRICTER, ALLOWS_LESS, texts)
    if direction is Direction.NARROWER and is_more:
        return Judgement(ComparisonVerdict.LOOSER, ALLOWS_MORE, texts)
    return Judgement(INCOMPARABLE, LISTS_DIFFER, texts, is_open=True)


def _judge_numbers(
    indicator: str, ours: Requirement, theirs: Requirement, direction: Direction | None, texts: Mapping[str, str]
) -> Judgement:
    measures = []
    for requirement in (ours, theirs):
        measure = measure_of(requirement)
        if measure is None:
            return Judgement(INCOMPARABLE, MIXED_UNITS, {"text": requirement.written}, is_open=True)
        measures.append(measure)
    our_measure, their_measure = measures
    differs = is_difference(indicator) or are_deviations(ours, theirs)
    apart = _judge_quantities(indicator, our_measure, their_measure, texts, differs=differs)
    if apart is not None:
        return apart
    if Shape.LIST in {ours.shape, theirs.shape}:
        if not ours.items or not theirs.items:
            return Judgement(INCOMPARABLE, UNLIKE, texts, is_open=True)
        few = our_measure.numbers(ours.items, is_difference=differs)
        many = their_measure.numbers(theirs.items, is_difference=differs)
        return _judge_lists(are_same_numbers(few, many), are_among(few, many), are_among(many, few), direction, texts)
    return _judge_amounts(
        (ours, our_measure.interval(ours, is_difference=differs)),
        (theirs, their_measure.interval(theirs, is_difference=differs)),
        direction,
        texts,
    )


def _judge_quantities(
    indicator: str, ours: Measure, theirs: Measure, texts: Mapping[str, str], *, differs: bool
) -> Judgement | None:
    """Incomparable when they are not the same quantity; None when the numbers can be compared."""
    if is_ph(indicator, ours, theirs):
        return None
    if ours.has_unit != theirs.has_unit:
        return Judgement(INCOMPARABLE, NO_UNIT, texts, is_open=True)
    if ours.dimension != theirs.dimension:
        return Judgement(INCOMPARABLE, OTHER_QUANTITY, texts)
    if not differs and is_unclear_temperature(ours, theirs):
        return Judgement(INCOMPARABLE, WHICH_TEMPERATURE, texts, is_open=True)
    return None


def _judge_amounts(
    ours: tuple[Requirement, Interval],
    theirs: tuple[Requirement, Interval],
    direction: Direction | None,
    texts: Mapping[str, str],
) -> Judgement:
    shapes = {ours[0].shape, theirs[0].shape}
    if shapes == {Shape.VALUE} and ours[1].low and theirs[1].low:
        return judge_values(ours[1].low.value, theirs[1].low.value, direction, texts)
    if direction is Direction.QUALITATIVE:
        judged = judge_intervals(ours[1], theirs[1], texts)
        is_equal = judged.verdict is ComparisonVerdict.EQUAL
        return judged if is_equal else Judgement(INCOMPARABLE, WORDS_DIFFER, texts, is_open=True)
    intervals = []
    for requirement, interval in (ours, theirs):
        if requirement.shape is Shape.VALUE:
            limit = _as_limit(interval, direction)
            if limit is None:
                template = VALUE_AND_LIMIT if Shape.LIMIT in shapes else UNLIKE
                return Judgement(INCOMPARABLE, template, texts, is_open=True)
            intervals.append(limit)
        elif _is_against(interval, direction):
            return Judgement(INCOMPARABLE, AGAINST_DIRECTION, {"text": requirement.written}, is_open=True)
        else:
            intervals.append(interval)
    national, international = intervals
    return judge_intervals(national, international, texts)


def _as_limit(value: Interval, direction: Direction | None) -> Interval | None:
    """A value without an operator beside a limit is the limit that the direction asks for."""
    match direction:
        case Direction.LOWER:
            return replace(value, low=None)
        case Direction.HIGHER:
            return replace(value, high=None)
    return None


def _is_against(limit: Interval, direction: Direction | None) -> bool:
    """Whether the limit's only end is the one that the direction does not speak of."""
    ends: tuple[End | None, End | None] = (limit.low, limit.high)
    return (direction is Direction.LOWER and ends[1] is None) or (direction is Direction.HIGHER and ends[0] is None)


def folded(text: str) -> str:
    """A wording without what does not matter: case, blanks, a full stop at the end."""
    return "".join(text.split()).casefold().rstrip(".。")
