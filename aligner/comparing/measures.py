"""Requirements in coherent units, so that they can be compared: 75 mm and 7.5 cm become the same interval."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from aligner.comparing.notations import COUNTING
from aligner.comparing.units import TEMPERATURE, folded, unit_of
from aligner.domain.requirement.requirement import Bound, End, Interval, Requirement, Unit

_DIFFERENCE: Final = re.compile(
    r"温升|升温|温差|温度差|均匀|波动|偏差|误差|变化|温度梯度|Δ ?[tTθ]|temperature[ -](?:rise|difference|change)|"
    r"uniformity|fluctuation|deviation|gradient|\berror\b",
    re.IGNORECASE,
)
_DEVIATION: Final = re.compile(r"[^\d±+]{0,40}(?:±|\+/[-−])")
_TEMPERATURE: Final = re.compile(r"温度|temperature", re.IGNORECASE)
_SHARE: Final = re.compile(r"\d\s?/\s?\d")
_HIGH: Final = 150
"""From so many kelvins on, a requirement called a temperature is one: -123 ℃."""
_SECTION: Final = "[length]^2"
_PH: Final = "[pH]^1"
_NAMED_PH: Final = re.compile(r"(?<![A-Za-z])pH(?![A-Za-z])")


@dataclass(frozen=True, slots=True)
class Measure:
    """The units of one requirement: their `dimension`, whether there is one, and whether temperatures have a zero."""

    dimension: str
    has_unit: bool
    has_offset: bool
    units: dict[str, Unit]

    def of(self, bound: Bound, *, is_difference: bool) -> Fraction:
        """The number in coherent units."""
        unit = self.units[bound.unit]
        return bound.value * unit.factor + (0 if is_difference else unit.offset)

    def interval(self, requirement: Requirement, *, is_difference: bool) -> Interval:
        """What the requirement allows."""
        low, high = (
            None if bound is None else End(self.of(bound, is_difference=is_difference), bound.is_closed)
            for bound in (requirement.low, requirement.high)
        )
        return Interval(low, high)

    def numbers(self, bounds: Sequence[Bound], *, is_difference: bool) -> list[Fraction]:
        """A list of values."""
        return [self.of(bound, is_difference=is_difference) for bound in bounds]


def measure_of(requirement: Requirement) -> Measure | None:
    """The units of the requirement's numbers; None when they do not belong together.

    A unit that nobody knows is a dimension of its own: 5 widgets can be compared with 6 widgets.
    """
    units = {bound.unit: unit_of(bound.unit) or unknown(bound.unit) for bound in requirement.bounds}
    dimensions = {unit.dimension for unit in units.values()}
    if len(dimensions) != 1 or (len(units) > 1 and "" in units):
        return None
    has_offset = any(unit.offset for unit in units.values())
    return Measure(dimensions.pop(), not COUNTING.issuperset(units), has_offset, units)


def unknown(unit: str) -> Unit:
    """A unit of its own dimension; without any text, a plain number."""
    return Unit(f"“{''.join(folded(unit).split())}”" if unit else "")


def is_difference(indicator: str) -> bool:
    """Whether the name of an indicator speaks of differences, so that 60 ℃ and 60 K are the same."""
    return _DIFFERENCE.search(indicator) is not None


def is_unclear_temperature(first: Measure, second: Measure) -> bool:
    """Whether one is in K and the other in ℃: nobody can tell whether temperatures or differences are meant."""
    return first.dimension == TEMPERATURE and first.has_offset != second.has_offset


def are_deviations(first: Requirement, second: Requirement) -> bool:
    """Whether both are deviations from something else: ± 2 ℃ is a difference, whatever the indicator is called."""
    return all(_DEVIATION.match(requirement.written) for requirement in (first, second))


def is_share(requirement: Requirement) -> bool:
    """Whether a plain number is written as a share, which means the same as one in per cent: 1/1000."""
    return _SHARE.search(requirement.written) is not None


def is_temperature(indicator: str) -> bool:
    """Whether the name of an indicator speaks of temperatures, and not of differences."""
    return _TEMPERATURE.search(indicator) is not None and not is_difference(indicator)


def are_high_kelvins(measured: tuple[Requirement, Measure]) -> bool:
    """Whether amounts in kelvins are too high for a difference; true of those in degrees."""
    requirement, measure = measured
    return measure.has_offset or all(bound.value >= _HIGH for bound in requirement.bounds)


def dimensions_of(requirement: Requirement) -> list[tuple[str, Fraction]]:
    """Each of several numbers multiplied, with its dimension, in coherent units.

    The unit at the end is that of all of them, 19 × 25.4 mm, unless it is one of area: 3 × 2.5 mm² are three wires.
    """
    last = requirement.items[-1].unit
    shared = "" if (unit_of(last) or unknown(last)).dimension == _SECTION else last
    units = [bound.unit or shared for bound in requirement.items[:-1]] + [last]
    meanings = [unit_of(unit) or unknown(unit) for unit in units]
    return [
        (meaning.dimension, bound.value * meaning.factor)
        for meaning, bound in zip(meanings, requirement.items, strict=True)
    ]


def is_ph(indicator: str, first: Measure, second: Measure) -> bool:
    """Whether one says pH and the other leaves it to the name of the indicator."""
    return (
        {first.dimension, second.dimension} == {"", _PH}
        and bool(_NAMED_PH.search(indicator))
        and (first.has_unit != second.has_unit)
    )
