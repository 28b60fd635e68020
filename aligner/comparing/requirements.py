"""Judges two requirements that hold under the same condition (domain.md 8.6)."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from aligner.comparing.measures import (
    Measure,
    are_deviations,
    are_high_kelvins,
    dimensions_of,
    is_difference,
    is_ph,
    is_share,
    is_temperature,
    is_unclear_temperature,
    measure_of,
)
from aligner.comparing.rounding import with_rounded_ends
from aligner.domain.comparisons.comparison import ComparisonVerdict, Direction, Judgement
from aligner.domain.comparisons.strictness import (
    ALLOW_THE_SAME,
    ALLOWS_LESS,
    ALLOWS_MORE,
    are_among,
    are_same,
    are_same_numbers,
    judge_intervals,
    judge_values,
    turned_round,
)
from aligner.domain.requirement.requirement import End, Interval, Requirement, Shape
from aligner.domain.text import N_

INCOMPARABLE: Final = ComparisonVerdict.INCOMPARABLE

WORDS_DIFFER: Final = N_("The wordings “{national}” and “{international}” differ.")
DIMENSIONS_DIFFER: Final = N_("The dimensions “{national}” and “{international}” differ.")
LISTS_DIFFER: Final = N_("The lists “{national}” and “{international}” differ.")
UNLIKE: Final = N_("“{national}” and “{international}” are requirements of different kinds.")
MIXED_UNITS: Final = N_("The units in “{text}” do not measure the same quantity.")
NO_UNIT: Final = N_("Only one of “{national}” and “{international}” has a unit.")
OTHER_QUANTITY: Final = N_("“{national}” and “{international}” are different quantities.")
WHICH_TEMPERATURE: Final = N_(
    "“{national}” and “{international}”: one is in kelvins, one in degrees. Say in the indicator's name whether it "
    "is a temperature or a temperature difference."
)
VALUE_AND_LIMIT: Final = N_(
    "One of “{national}” and “{international}” is a value, the other a limit. Give the direction."
)
ROUNDED: Final = N_(
    "“{national}” and “{international}” are the same amount in two unit systems, except for "
    "rounding. Say whether they are meant to be equal."
)
RANGE_AND_DIRECTION: Final = N_(
    "“{national}” and “{international}” are ranges, and the direction concerns one end only. Choose "
    "“narrower is stricter” or “wider is stricter”."
)
ONLY_WRITTEN_ALIKE: Final = N_("“{national}” and “{international}” differ only in capitals, spaces or full stops.")
AGAINST_DIRECTION: Final = N_("“{text}” limits the end opposite to the one in the direction.")


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
        few, many = (set(each.words) for each in (ours, theirs))
        return _judge_lists(few == many, few < many, few > many, direction, texts)
    template = WORDS_DIFFER if ours.shape is theirs.shape is Shape.WORDS else UNLIKE
    if _without_form(ours.written) == _without_form(theirs.written):
        template = ONLY_WRITTEN_ALIKE
    return Judgement(INCOMPARABLE, template, texts, is_open=True)


def _judge_lists(
    are_equal: bool, is_part: bool, is_more: bool, direction: Direction | None, texts: Mapping[str, str]
) -> Judgement:
    """A shorter list is stricter only where the direction says that narrower is, a longer one where wider is."""
    if are_equal:
        return Judgement(ComparisonVerdict.EQUAL, ALLOW_THE_SAME, texts)
    if direction is Direction.NARROWER and is_part:
        return Judgement(ComparisonVerdict.STRICTER, ALLOWS_LESS, texts)
    if direction is Direction.NARROWER and is_more:
        return Judgement(ComparisonVerdict.LOOSER, ALLOWS_MORE, texts)
    if direction is Direction.WIDER and (is_part or is_more):
        return turned_round(_judge_lists(are_equal, is_part, is_more, Direction.NARROWER, texts))
    return Judgement(INCOMPARABLE, LISTS_DIFFER, texts, is_open=True)


def _judge_numbers(
    indicator: str, ours: Requirement, theirs: Requirement, direction: Direction | None, texts: Mapping[str, str]
) -> Judgement:
    if Shape.DIMENSIONS in {ours.shape, theirs.shape}:
        return _judge_dimensions(ours, theirs, texts)
    measures = []
    for requirement in (ours, theirs):
        measure = measure_of(requirement)
        if measure is None:
            return Judgement(INCOMPARABLE, MIXED_UNITS, {"text": requirement.written}, is_open=True)
        measures.append(measure)
    our_measure, their_measure = measures
    differs = is_difference(indicator) or are_deviations(ours, theirs)
    are_shares = our_measure.dimension == their_measure.dimension == "" and (is_share(ours) or is_share(theirs))
    apart = None if are_shares else _judge_quantities(indicator, our_measure, their_measure, texts)
    if apart is not None:
        return apart
    one, other = (ours, our_measure), (theirs, their_measure)
    if not differs and is_unclear_temperature(our_measure, their_measure):
        return _judge_temperatures(indicator, one, other, direction, texts)
    return _judge_measured(one, other, direction, texts, differs=differs)


def _judge_temperatures(
    indicator: str,
    ours: tuple[Requirement, Measure],
    theirs: tuple[Requirement, Measure],
    direction: Direction | None,
    texts: Mapping[str, str],
) -> Judgement:
    """Kelvins beside degrees: as temperatures where they are the same then, or where nothing else can be meant.

    120 ℃ and 393.15 K are one temperature; 60 ℃ and 60 K are rather one difference, and not judged.
    """
    as_temperatures = _judge_measured(ours, theirs, direction, texts, differs=False)
    as_differences = _judge_measured(ours, theirs, direction, texts, differs=True)
    is_certain = (
        as_temperatures.verdict is ComparisonVerdict.EQUAL
        or as_temperatures.template == ROUNDED
        or (as_temperatures.verdict is as_differences.verdict and as_temperatures.verdict is not INCOMPARABLE)
        or (is_temperature(indicator) and are_high_kelvins(ours) and are_high_kelvins(theirs))
    )
    return as_temperatures if is_certain else Judgement(INCOMPARABLE, WHICH_TEMPERATURE, texts, is_open=True)


def _judge_measured(
    first: tuple[Requirement, Measure],
    second: tuple[Requirement, Measure],
    direction: Direction | None,
    texts: Mapping[str, str],
    *,
    differs: bool,
) -> Judgement:
    (ours, our_measure), (theirs, their_measure) = first, second
    if Shape.LIST in {ours.shape, theirs.shape}:
        if not ours.items or not theirs.items:
            return Judgement(INCOMPARABLE, UNLIKE, texts, is_open=True)
        few = our_measure.numbers(ours.items, is_difference=differs)
        many = their_measure.numbers(theirs.items, is_difference=differs)
        return _judge_lists(are_same_numbers(few, many), are_among(few, many), are_among(many, few), direction, texts)
    our_interval = our_measure.interval(ours, is_difference=differs)
    their_interval = their_measure.interval(theirs, is_difference=differs)
    judged = _judge_amounts((ours, our_interval), (theirs, their_interval), direction, texts)
    if differs or judged.verdict is ComparisonVerdict.EQUAL:
        return judged
    rounded = with_rounded_ends((ours, our_measure, our_interval), (theirs, their_measure, their_interval))
    if rounded == our_interval:
        return judged
    judged = _judge_amounts((ours, rounded), (theirs, their_interval), direction, texts)
    is_equal = judged.verdict is ComparisonVerdict.EQUAL
    return Judgement(INCOMPARABLE, ROUNDED, texts, is_open=True) if is_equal else judged


def _judge_dimensions(ours: Requirement, theirs: Requirement, texts: Mapping[str, str]) -> Judgement:
    """3×2.5 mm² and 19 × 25.4 mm: the same numbers in the same order, or to be judged by a reviewer."""
    if ours.shape is not theirs.shape:
        return Judgement(INCOMPARABLE, UNLIKE, texts, is_open=True)
    first, second = dimensions_of(ours), dimensions_of(theirs)
    are_equal = [dimension for dimension, _ in first] == [dimension for dimension, _ in second] and all(
        are_same(one, other) for (_, one), (_, other) in zip(first, second, strict=True)
    )
    if are_equal:
        return Judgement(ComparisonVerdict.EQUAL, ALLOW_THE_SAME, texts)
    return Judgement(INCOMPARABLE, DIMENSIONS_DIFFER, texts, is_open=True)


def _judge_quantities(indicator: str, ours: Measure, theirs: Measure, texts: Mapping[str, str]) -> Judgement | None:
    """Incomparable when they are not the same quantity; None when the numbers can be compared."""
    if is_ph(indicator, ours, theirs):
        return None
    if ours.has_unit != theirs.has_unit:
        return Judgement(INCOMPARABLE, NO_UNIT, texts, is_open=True)
    if ours.dimension != theirs.dimension:
        return Judgement(INCOMPARABLE, OTHER_QUANTITY, texts)
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
    judged = judge_intervals(national, international, texts)
    if shapes == {Shape.RANGE} and not _is_told_by(direction, national, international):
        is_equal = judged.verdict is ComparisonVerdict.EQUAL
        return judged if is_equal else Judgement(INCOMPARABLE, RANGE_AND_DIRECTION, texts, is_open=True)
    return turned_round(judged) if direction is Direction.WIDER else judged


def _is_told_by(direction: Direction | None, ours: Interval, theirs: Interval) -> bool:
    """Whether a direction that speaks of one end is enough for two ranges: the other end is the same."""
    match direction:
        case Direction.LOWER:
            return _are_one_end(ours.low, theirs.low)
        case Direction.HIGHER:
            return _are_one_end(ours.high, theirs.high)
    return True


def _are_one_end(first: End | None, second: End | None) -> bool:
    return first is not None and second is not None and are_same(first.value, second.value)


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


def _without_form(text: str) -> str:
    """A wording without what often does not matter and sometimes is all: H7 and h7, 1 1/2 and 11/2."""
    return "".join(text.split()).casefold().rstrip(".。")
