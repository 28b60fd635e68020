"""Amounts that were converted from one system of units to another and rounded: 145 psi for 1 MPa.

As numbers they differ, as requirements they are meant to be the same or nearly so; which of them is the stricter one
would be decided by the rounding alone.
"""

from dataclasses import replace
from fractions import Fraction
from typing import Final

from aligner.comparing.measures import Measure
from aligner.domain.requirement.requirement import Bound, Interval, Requirement, Unit

CLOSE: Final = Fraction(1, 50)
"""Amounts that lie further apart than this share are different, whatever they were rounded to."""
MOST_DECIMALS: Final = 12
_OF_DECIMAL_SYSTEMS: Final = (2, 3, 5, 7)
"""Factors of powers of ten and of the units of time: 60 s, 24 h, 7 d."""


def with_rounded_ends(
    ours: tuple[Requirement, Measure, Interval], theirs: tuple[Requirement, Measure, Interval]
) -> Interval:
    """What ours allows, with its ends moved to those of theirs where one is the other converted and rounded."""
    requirement, measure, interval = ours
    other, other_measure, other_interval = theirs
    low, high = interval.low, interval.high
    if low and other_interval.low and _are_one_amount(requirement.low, other.low, measure, other_measure):
        low = replace(low, value=other_interval.low.value)
    if high and other_interval.high and _are_one_amount(requirement.high, other.high, measure, other_measure):
        high = replace(high, value=other_interval.high.value)
    return Interval(low, high)


def _are_one_amount(ours: Bound | None, theirs: Bound | None, measure: Measure, other_measure: Measure) -> bool:
    if ours is None or theirs is None:
        return False
    unit, other_unit = measure.units[ours.unit], other_measure.units[theirs.unit]
    if not _are_of_two_systems(unit, other_unit):
        return False
    amounts = [_coherent(ours, unit), _coherent(theirs, other_unit)]
    if abs(amounts[0] - amounts[1]) > CLOSE * max(map(abs, amounts)):
        return False
    return _rounds_to(ours, unit, theirs, other_unit) or _rounds_to(theirs, other_unit, ours, unit)


def _are_of_two_systems(unit: Unit, other: Unit) -> bool:
    """Whether nobody converts one to the other without rounding: an inch and a metre, degrees and kelvins."""
    ratio = unit.factor / other.factor
    rest = abs(ratio.numerator * ratio.denominator)
    for prime in _OF_DECIMAL_SYSTEMS:
        while rest % prime == 0:
            rest //= prime
    return rest != 1 or unit.offset != other.offset


def _rounds_to(bound: Bound, unit: Unit, other: Bound, other_unit: Unit) -> bool:
    """Whether the amount is the other one when it is converted and rounded to the decimals that the other has."""
    decimals = _decimals(other.value)
    if decimals is None:
        return False
    converted = (_coherent(bound, unit) - other_unit.offset) / other_unit.factor
    return abs(converted - other.value) * 2 <= Fraction(1, 10**decimals)


def _coherent(bound: Bound, unit: Unit) -> Fraction:
    return bound.value * unit.factor + unit.offset


def _decimals(value: Fraction) -> int | None:
    """How many decimals the number has; None when it is no decimal number of few figures."""
    return next((n for n in range(MOST_DECIMALS) if 10**n % value.denominator == 0), None)
