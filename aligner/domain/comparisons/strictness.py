"""Which of two requirements is the stricter one (domain.md 8.6).

What one allows and the other does not decides: a requirement that allows only a part of what the other allows is
stricter. It is the other way round for what a product has to withstand, such as a range of operating temperatures:
there the wider range is the stricter requirement (Direction.WIDER). Numbers are the same when they differ by less than
a billionth of themselves.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Final

from aligner.domain.comparisons.comparison import ComparisonVerdict, Direction, Judgement
from aligner.domain.requirement.requirement import End, Interval
from aligner.domain.text import N_

EQUAL, STRICTER = ComparisonVerdict.EQUAL, ComparisonVerdict.STRICTER
LOOSER, INCOMPARABLE = ComparisonVerdict.LOOSER, ComparisonVerdict.INCOMPARABLE

TOLERANCE: Final = Fraction(1, 10**9)

ALLOW_THE_SAME: Final = N_("“{national}” and “{international}” allow the same.")
ALLOWS_LESS: Final = N_("“{national}” allows only a part of what “{international}” allows.")
ALLOWS_MORE: Final = N_("“{national}” allows all that “{international}” allows, and more.")
COVERS_LESS: Final = N_("“{national}” covers only a part of what “{international}” covers.")
COVERS_MORE: Final = N_("“{national}” covers all that “{international}” covers, and more.")
AT_THE_EDGE: Final = N_("“{national}” and “{international}” differ only in whether the limit itself is allowed.")
OVERLAP: Final = N_("“{national}” and “{international}” overlap, but each allows something that the other does not.")
APART: Final = N_("“{national}” and “{international}” have nothing in common.")
OPPOSITE: Final = N_("“{national}” and “{international}” limit opposite ends.")
VALUES_DIFFER: Final = N_(
    "The values “{national}” and “{international}” differ, and no direction says which is stricter."
)


def are_same(first: Fraction, second: Fraction) -> bool:
    """Whether two numbers differ by no more than a billionth of the greater one."""
    return abs(first - second) <= TOLERANCE * max(abs(first), abs(second))


def judge_intervals(national: Interval, international: Interval, texts: Mapping[str, str]) -> Judgement:
    """Equal, a part (stricter), the whole and more (looser), or incomparable; `texts` fill the sentence."""
    ends = (
        _tightness(national.low, international.low, is_low=True),
        _tightness(national.high, international.high, is_low=False),
    )
    verdict = _verdict([end.firm for end in ends])
    strictly = _verdict([end.firm or end.edge for end in ends])
    if verdict is EQUAL:
        template = ALLOW_THE_SAME if strictly is EQUAL else AT_THE_EDGE
    elif verdict is INCOMPARABLE:
        template = _why_incomparable(national, international)
    else:
        template = ALLOWS_LESS if verdict is STRICTER else ALLOWS_MORE
    return Judgement(verdict, template, texts, strictly if strictly is not verdict else None)


def turned_round(judgement: Judgement) -> Judgement:
    """The judgement where the wider requirement is the stricter one."""
    turned = {STRICTER: LOOSER, LOOSER: STRICTER}
    templates = {ALLOWS_LESS: COVERS_LESS, ALLOWS_MORE: COVERS_MORE}
    return replace(
        judgement,
        verdict=turned.get(judgement.verdict, judgement.verdict),
        strictly=turned.get(judgement.strictly, judgement.strictly) if judgement.strictly else None,
        template=templates.get(judgement.template, judgement.template),
    )


def judge_values(
    national: Fraction, international: Fraction, direction: Direction | None, texts: Mapping[str, str]
) -> Judgement:
    """Two numbers without operators: the same, or stricter in the direction given."""
    if are_same(national, international):
        return Judgement(EQUAL, ALLOW_THE_SAME, texts)
    if direction not in {Direction.LOWER, Direction.HIGHER}:
        return Judgement(INCOMPARABLE, VALUES_DIFFER, texts)
    is_stricter = (national < international) == (direction is Direction.LOWER)
    return Judgement(STRICTER if is_stricter else LOOSER, ALLOWS_LESS if is_stricter else ALLOWS_MORE, texts)


def are_same_numbers(first: Sequence[Fraction], second: Sequence[Fraction]) -> bool:
    """Whether both lists hold the same numbers, in whatever order."""
    pairs = zip(sorted(first), sorted(second), strict=False)
    return len(first) == len(second) and all(are_same(one, other) for one, other in pairs)


def are_among(few: Sequence[Fraction], many: Sequence[Fraction]) -> bool:
    """Whether every number of the first list is in the second one."""
    return all(any(are_same(one, other) for other in many) for one in few)


@dataclass(frozen=True, slots=True)
class _Tightness:
    """1 when the national end is the tighter one, -1 when it is the wider one, 0 when they agree.

    `edge` tells whether the end itself is allowed, and is 0 where `firm` is not.
    """

    firm: int = 0
    edge: int = 0


def _tightness(national: End | None, international: End | None, *, is_low: bool) -> _Tightness:
    if national is None or international is None:
        return _Tightness((national is not None) - (international is not None))
    if are_same(national.value, international.value):
        return _Tightness(edge=international.is_closed - national.is_closed)
    return _Tightness(1 if (national.value > international.value) == is_low else -1)


def _verdict(ends: Sequence[int]) -> ComparisonVerdict:
    if -1 not in ends:
        return STRICTER if 1 in ends else EQUAL
    return INCOMPARABLE if 1 in ends else LOOSER


def _why_incomparable(national: Interval, international: Interval) -> str:
    are_opposite = (national.low is None, national.high is None) == (
        international.high is None,
        international.low is None,
    )
    if are_opposite and None in {national.low, national.high}:
        return OPPOSITE
    return APART if _lies_below(national, international) or _lies_below(international, national) else OVERLAP


def _lies_below(first: Interval, second: Interval) -> bool:
    return first.high is not None and second.low is not None and first.high.value < second.low.value
