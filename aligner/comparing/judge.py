"""Judges one indicator: the verdict that follows from the two requirements, with its reason (domain.md 8.6)."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from aligner.comparing.measures import is_difference, is_unclear_temperature, measure_of
from aligner.domain.comparison import ComparisonVerdict, Direction, Equivalence, Judgement, Side
from aligner.domain.requirement import End, Interval, Requirement, Shape
from aligner.domain.requirement_reading import read_requirement
from aligner.domain.strictness import (
    ALLOW_THE_SAME,
    ALLOWS_LESS,
    ALLOWS_MORE,
    are_among,
    are_same_numbers,
    judge_intervals,
    judge_values,
)
from aligner.domain.text import N_

INCOMPARABLE: Final = ComparisonVerdict.INCOMPARABLE

ONLY_NATIONAL: Final = N_("Only the national standard has a requirement: “{national}”.")
ONLY_INTERNATIONAL: Final = N_("Only the international standard has a requirement: “{international}”.")
OTHER_METHOD: Final = N_("The test methods differ: {national_method}; {international_method}.")
UNSURE_METHOD: Final = N_(
    "The test methods {national_method} and {international_method} bear different names, and nobody said that they are "
    "equivalent."
)
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


def judge(
    indicator: str,
    national: Side,
    international: Side,
    *,
    equivalence: Equivalence | None = None,
    direction: Direction | None = None,
) -> Judgement | None:
    """The verdict and its reason; None when neither side has a requirement."""
    ours, theirs = (read_requirement(side.value, side.unit) for side in (national, international))
    texts = {"national": shown(national), "international": shown(international)}
    if Shape.NOTHING in {ours.shape, theirs.shape}:
        return _one_sided(ours, theirs, texts)
    methods = _judge_methods(national.method, international.method, equivalence)
    if methods is not None:
        return methods
    if _folded(texts["national"]) == _folded(texts["international"]):
        return Judgement(ComparisonVerdict.EQUAL, ALLOW_THE_SAME, texts)
    for requirement in (ours, theirs):
        if requirement.doubt:
            return Judgement(INCOMPARABLE, requirement.doubt, {"text": requirement.written}, is_open=True)
    if Shape.WORDS in {ours.shape, theirs.shape} or ours.words or theirs.words:
        return _judge_words(ours, theirs, direction, texts)
    return _judge_numbers(indicator, ours, theirs, direction, texts)


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
    if equivalence is None and national and international and _folded(national) != _folded(international):
        return Judgement(INCOMPARABLE, UNSURE_METHOD, texts, is_open=True)
    return None


def _judge_words(
    ours: Requirement, theirs: Requirement, direction: Direction | None, texts: Mapping[str, str]
) -> Judgement:
    if ours.words and theirs.words:
        few, many = ({_folded(word) for word in each.words} for each in (ours, theirs))
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
    differs = is_difference(indicator)
    if our_measure.has_unit != their_measure.has_unit:
        return Judgement(INCOMPARABLE, NO_UNIT, texts, is_open=True)
    if our_measure.dimension != their_measure.dimension:
        return Judgement(INCOMPARABLE, OTHER_QUANTITY, texts)
    if not differs and is_unclear_temperature(our_measure, their_measure):
        return Judgement(INCOMPARABLE, WHICH_TEMPERATURE, texts, is_open=True)
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


def _folded(text: str) -> str:
    """A wording without what does not matter: case, blanks, a full stop at the end."""
    return "".join(text.split()).casefold().rstrip(".。")
