"""Reads a requirement as standards write it: ≤ 75 dB(A), 100 ± 5, (10, 20], 不大于 10 mm, 20 ± 10 %.

What is not understood without doubt stays words: a wrong number would become a wrong verdict.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Final

from aligner.domain.requirement.references import says_nothing
from aligner.domain.requirement.requirement import Bound, Requirement, Shape
from aligner.domain.requirement.tokens import Pieces, Token, pieces_of, plain
from aligner.domain.requirement.words import NOTHING, Mark
from aligner.domain.text import N_

TURNED: Final = N_("“{text}” is a range whose first end is greater than the second.")
_PARTS: Final = re.compile(r"[、，,;；和或]| (?:and|or) ")
_SHORT: Final = re.compile(r"[^\s()\[\]（）]{1,12}")
_STEPS: Final = ({"°": 1, "′": 60, "'": 60, "″": 3600, '"': 3600}, {"h": 1, "min": 60, "s": 3600})
"""Units in which one amount is written in several steps: 15°30′, 2 h 30 min."""

_CLOSED: Final = frozenset("mlML")
_UPPER: Final = frozenset("mbMB")


def read_requirement(text: str, unit: str = "") -> Requirement:
    """What the text says; `unit` is the one given beside it and holds for numbers without their own."""
    written = text.strip()
    folded = plain(written).casefold()
    if not folded or folded in NOTHING:
        return Requirement(Shape.NOTHING, written)
    beside = "" if unit.strip().casefold() in NOTHING else plain(unit)
    pieces = pieces_of(written, beside)
    if pieces is None:
        return _words(written)
    if pieces.doubt:
        return Requirement(Shape.WORDS, written, doubt=pieces.doubt)
    understood = _understood(written, pieces, beside)
    if understood is None:
        return _words(written)
    if understood.low and understood.high and understood.low.unit == understood.high.unit:
        return _unless_turned(understood, understood.low, understood.high)
    return understood


def _unless_turned(understood: Requirement, low: Bound, high: Bound) -> Requirement:
    is_empty = low.value == high.value and not (low.is_closed and high.is_closed)
    if low.value > high.value or is_empty:
        return Requirement(Shape.WORDS, understood.written, doubt=TURNED)
    return understood


def _words(written: str) -> Requirement:
    """Words; several short ones are a list of grades or materials."""
    doubt = says_nothing(written)
    if doubt:
        return Requirement(Shape.WORDS, written, doubt=doubt)
    line = " ".join(written.split()).strip("。. ")
    parts = [part.strip() for part in _PARTS.split(line) if part.strip()]
    if len(parts) > 1 and all(_SHORT.fullmatch(part) for part in parts):
        return Requirement(Shape.LIST, written, words=tuple(parts))
    return Requirement(Shape.WORDS, written)


@dataclass(frozen=True, slots=True)
class _Found:
    """The numbers of a text that fits a pattern, each with its unit, and the letters of the signs among them."""

    numbers: tuple[Bound, ...]
    signs: str
    is_bracketed: bool
    own_units: tuple[str, ...]
    written_units: tuple[str, ...]


Reading = tuple[Shape, Bound | None, Bound | None, tuple[Bound, ...]]
_Reader = Callable[[_Found], Reading | None]


def _understood(written: str, pieces: Pieces, beside: str) -> Requirement | None:
    numbers, shape = _joined(pieces.tokens)
    for pattern, read in _PATTERNS:
        if re.fullmatch(pattern, shape):
            units = [unit for _, unit in numbers]
            found = _Found(
                tuple(
                    Bound(value, unit or pieces.unit or beside)
                    for (value, _), unit in zip(numbers, _spread(units), strict=True)
                ),
                re.sub(r"[ns]", "", shape),
                shape.startswith("("),
                tuple(unit or pieces.unit or beside for unit in units),
                tuple(units),
            )
            if (reading := read(found)) is not None:
                kind, low, high, items = reading
                return Requirement(kind, written, low, high, items)
            return None
    return None


def _joined(tokens: Sequence[Token]) -> tuple[list[tuple[Fraction, str]], str]:
    """Each number with the unit behind it, and the shape: n for a number, s for a signed one, else the mark's letter.

    The unit behind a closing bracket is that of the numbers before it.
    """
    numbers: list[tuple[Fraction, str]] = []
    shape = ""
    for token in tokens:
        if token.mark is Mark.NUMBER:
            numbers.append((token.value, ""))
            shape += "s" if token.signed else "n"
        elif token.mark is Mark.UNIT:
            if shape[-1:] in {")", "]"}:
                numbers = [(value, unit or token.text) for value, unit in numbers]
                shape += "u"
            else:
                numbers[-1] = (numbers[-1][0], token.text)
        else:
            shape += token.mark.value
        numbers, shape = _with_steps_joined(numbers, shape)
    return numbers, shape


def _with_steps_joined(numbers: list[tuple[Fraction, str]], shape: str) -> tuple[list[tuple[Fraction, str]], str]:
    """15° and 30′ as one amount in degrees."""
    if shape[-2:] in {"nn", "sn"} and numbers[-1][1] and (shape[-2] == "n" or numbers[-2][0]):  # -0°30′ lost its sign
        (first, larger), (second, smaller) = numbers[-2:]
        for steps in _STEPS:
            if larger in steps and smaller in steps and steps[larger] < steps[smaller]:
                part = second * steps[larger] / steps[smaller]
                return [*numbers[:-2], (first - part if first < 0 else first + part, larger)], shape[:-1]
    return numbers, shape


def _spread(units: Sequence[str]) -> list[str]:
    """The unit of each number: its own, else that of the next number that has one, else of the last."""
    spread = list(units)
    for position in reversed(range(len(spread) - 1)):
        spread[position] = spread[position] or spread[position + 1]
    for position in range(1, len(spread)):
        spread[position] = spread[position] or spread[position - 1]
    return spread


def _value(found: _Found) -> Reading:
    return Shape.VALUE, found.numbers[0], found.numbers[0], ()


def _limit(found: _Found) -> Reading:
    sign = found.signs.strip("x()u,")[0]
    bound = replace(found.numbers[0], is_closed=sign in _CLOSED)
    return (Shape.LIMIT, None, bound, ()) if sign in _UPPER else (Shape.LIMIT, bound, None, ())


def _range(found: _Found) -> Reading:
    low, high = found.numbers
    return Shape.RANGE, low, high, ()


def _two_limits(found: _Found) -> Reading | None:
    """≥ 10 and ≤ 20, either one first; ≥ 235 MPa, t ≤ 16 mm limits two different things."""
    of_two = "x" in found.signs and len(set(found.own_units)) == 2 and all(found.own_units)
    if of_two or ("x" in found.signs[1:] and found.signs[0] != "x"):
        return None
    first, second = (sign for sign in found.signs if sign in "mblaMBLA")
    bounds = [
        replace(bound, is_closed=sign in _CLOSED) for bound, sign in zip(found.numbers, (first, second), strict=True)
    ]
    if first in _UPPER:
        bounds.reverse()
    return Shape.RANGE, bounds[0], bounds[1], ()


def _around(found: _Found) -> Reading:
    """10 < x ≤ 20, or 20 ≥ x > 10."""
    first, second = (sign for sign in found.signs if sign in "mbla")
    left, right = found.numbers
    left, right = replace(left, is_closed=first in _CLOSED), replace(right, is_closed=second in _CLOSED)
    return (Shape.RANGE, left, right, ()) if first in _UPPER else (Shape.RANGE, right, left, ())


def _from_above(found: _Found) -> Reading:
    """> 16～40: what tables of dimensions print for 16 < t ≤ 40."""
    low, high = found.numbers
    sign = next(sign for sign in found.signs if sign in "la")
    return Shape.RANGE, replace(low, is_closed=sign in _CLOSED), high, ()


def _dimensions(found: _Found) -> Reading:
    """3×2.5 mm²: each number with the unit behind it, the last one with that beside the text when there is none."""
    *others, last = (replace(bound, unit=unit) for bound, unit in zip(found.numbers, found.written_units, strict=True))
    if not last.unit:
        last = replace(last, unit=found.own_units[-1])
    return Shape.DIMENSIONS, None, None, (*others, last)


def _interval(found: _Found) -> Reading:
    low, high = found.numbers
    is_closed = "[" in found.signs, "]" in found.signs
    return Shape.RANGE, replace(low, is_closed=is_closed[0]), replace(high, is_closed=is_closed[1]), ()


def _plus_minus(found: _Found) -> Reading:
    """100 ± 5, and 20 ± 10 %: a share of the value unless that is in per cent itself."""
    nominal, tolerance = found.numbers
    nominal_unit, share = found.own_units
    is_relative = share in _SHARES and nominal_unit not in _SHARES and not found.is_bracketed
    if is_relative:
        half = abs(nominal.value) * tolerance.value / _SHARES[share]
        return Shape.RANGE, Bound(nominal.value - half, nominal_unit), Bound(nominal.value + half, nominal_unit), ()
    return _around_value(nominal, -tolerance.value, tolerance.value, tolerance.unit)


def _only_deviations(found: _Found) -> Reading:
    low, high = sorted(found.numbers, key=lambda bound: bound.value)
    return Shape.RANGE, low, high, ()


def _only_plus_minus(found: _Found) -> Reading:
    """±5 %, also 不超过±5 %; below ±5 % leaves the ends out."""
    (tolerance,) = (replace(bound, is_closed="b" not in found.signs) for bound in found.numbers)
    return Shape.RANGE, replace(tolerance, value=-tolerance.value), tolerance, ()


def _two_deviations(found: _Found) -> Reading | None:
    """100 +2/−1: the value and its two deviations, the upper one first or last."""
    nominal, *deviations = found.numbers
    lower, upper = sorted(deviation.value for deviation in deviations)
    if found.own_units[-1] in _SHARES and found.own_units[0] not in _SHARES:
        share = _SHARES[found.own_units[-1]]
        lower, upper = (abs(nominal.value) * deviation / share for deviation in (lower, upper))
        unit = found.own_units[0]
        return Shape.RANGE, Bound(nominal.value + lower, unit), Bound(nominal.value + upper, unit), ()
    return _around_value(nominal, lower, upper, deviations[-1].unit)


def _around_value(nominal: Bound, lower: Fraction, upper: Fraction, unit: str) -> Reading:
    """A value with deviations in its own unit, or in K beside a temperature."""
    if nominal.unit != unit and not (nominal.unit in _CELSIUS and unit == "K"):
        family, step = _SMALLER.get(unit, ("", Fraction(0)))
        other_family, whole = _SMALLER.get(nominal.unit, ("-", Fraction(1)))
        factor = step / whole if family == other_family else 0
        if not factor:
            return Shape.WORDS, None, None, ()
        lower, upper = lower * factor, upper * factor
    ends = replace(nominal, value=nominal.value + lower), replace(nominal, value=nominal.value + upper)
    return Shape.RANGE, *ends, ()


def _list(found: _Found) -> Reading | None:
    if "/" in found.signs and not all(found.own_units):  # 1/50 is a slope, 220 V/380 V are two voltages
        return None
    return Shape.LIST, None, None, found.numbers


_SHARES: Final[dict[str, int]] = {"%": 100, "‰": 1000}
_CELSIUS: Final = frozenset({"℃", "°C", "° C", "ºC", "摄氏度"})
_SMALLER: Final = {
    "m": ("length", Fraction(1)),
    "cm": ("length", Fraction(1, 100)),
    "mm": ("length", Fraction(1, 1000)),
    "μm": ("length", Fraction(1, 10**6)),
    "µm": ("length", Fraction(1, 10**6)),
    "°": ("angle", Fraction(1)),
    "′": ("angle", Fraction(1, 60)),
    "″": ("angle", Fraction(1, 3600)),
}
"""Units in which a tolerance is often smaller than its value: 10 mm ± 5 μm, 45° ± 30′."""

_Q: Final = "[ns]"
_PATTERNS: Final[tuple[tuple[str, _Reader], ...]] = (
    (rf"x?=?{_Q}", _value),
    (rf"x?[mbla]{_Q}|{_Q},?[MBLA]|{_Q}\([MBLAmbla]\)", _limit),
    (rf"w?{_Q}r{_Q}|w{_Q}&{_Q}|\({_Q}r{_Q}\)u?", _range),
    (rf"x?[la]{_Q}r{_Q}", _from_above),
    (rf"x?[la]{_Q}[&,r]*x?[mb]{_Q}|x?[mb]{_Q}[&,r]*x?[la]{_Q}", _two_limits),
    (rf"{_Q}[LA][&,r]*{_Q}[MB]|{_Q}[MB][&,r]*{_Q}[LA]", _two_limits),
    (rf"{_Q}[mb]x[mb]{_Q}|{_Q}[la]x[la]{_Q}", _around),
    (rf"[\[(]{_Q}[,r]{_Q}[\])]u?", _interval),
    (rf"{_Q}t{_Q}|\({_Q}t{_Q}\)u?|{_Q}\(t{_Q}\)u?", _plus_minus),
    (r"s[/,]s|s[/,]n|n[/,]s", _only_deviations),
    (rf"x?[mb=]?t{_Q}|[mb]?\(t{_Q}\)u?|t{_Q},?M", _only_plus_minus),
    (rf"{_Q}(?:\*{_Q})+", _dimensions),
    (rf"{_Q}s[/,r]?s|{_Q}s[/,]?n|{_Q}n[/,]?s|{_Q}\((?:s[/,]s|s[/,]n|n[/,]s)\)u?", _two_deviations),
    (rf"{_Q}(?:[,|&]+{_Q})+|n(?:/n)+", _list),
)
"""How requirements are built, the first that fits counts."""
