"""What a unit means, as standards write it: 1 N/mm² and 1 MPa are the same, dB and dB(A) are not.

A text from a file is never handed to the library's own parser, which computes whatever it is given: products, quotients
and powers are read here, only single names are looked up.
"""

import re
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, Final

from aligner.comparing.notations import (
    ALIASES,
    KNOWN,
    OWN,
    PREFIXED,
    PREFIXES,
    REFUSED,
    TEMPERATURES,
    WITHOUT_PREFIX,
)
from aligner.domain.requirement.numbers import read_number
from aligner.domain.requirement.requirement import Unit

if TYPE_CHECKING:
    from pint import UnitRegistry

TEMPERATURE: Final = "[temperature]^1"
LONGEST: Final = 60
HIGHEST_POWER: Final = 9

_ZERO_FAHRENHEIT: Final = Fraction("459.67") * Fraction(5, 9)
_TEMPERATURE_UNITS: Final = {
    "kelvin": Unit(TEMPERATURE),
    "celsius": Unit(TEMPERATURE, offset=Fraction("273.15")),
    "fahrenheit": Unit(TEMPERATURE, Fraction(5, 9), _ZERO_FAHRENHEIT),
}
_SCALE: Final = re.compile(r"HR(?:15N|30N|45N|[A-HK])W?|HB[WS]|HV[\d.]*|HK|HLD?|IRHD|(?:Shore |邵[氏尔] ?)[AD]")
_NORMAL_VOLUME: Final = re.compile(r"(?<![A-Za-z·.*])Nm(?:³|3|\^3)(?!\d)|标准?立方米")
"""A cubic metre of gas under normal conditions, which is no cube of newton metres."""
_FOLDED: Final = str.maketrans(
    {"μ": "µ", "\u2126": "Ω", "\u212b": "Å", "º": "°", "˚": "°", "\u2212": "-", "（": "(", "）": ")", "％": "%"}
)
_SUPERSCRIPTS: Final = str.maketrans("⁺⁻⁰¹²³⁴⁵⁶⁷⁸⁹^*({)} ", "+-0123456789       ")
_RAISED: Final = r"[⁺⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+|(?:\^|\*\*)[({]?[+-]?\d[)}]?"
_PIECE: Final = re.compile(
    rf"""
    (?P<name>%\s?(?:\([mMVvw]/[mMVvw]\)|RH|vol\.?|wt\.?|VOL)|wt%|dB\s?\([ABCZ]\)|Δ?°\s?[CF](?![A-Za-z])
        |[%‰‱°′″℃℉]|Δ?(?:℃|[A-Za-zµΩÅ]+)|[\u4e00-\u9fff]+)(?P<power>{_RAISED}|-?[1-9])?
    |(?P<number>\d+(?:\.\d+)?)
    |(?P<open>\()
    |(?P<close>\))(?P<group_power>{_RAISED})?
    |(?P<over>\s*/\s*)
    |(?P<times>\s*[·⋅•∙*×.]\s*|\s+)
    """,
    re.VERBOSE,
)


class _Unclear(Exception):
    """A name that is not known, or an expression that can be read in two ways."""


@dataclass(slots=True)
class _Product:
    """A factor and the powers of its dimensions."""

    factor: Fraction = Fraction(1)
    powers: dict[str, Fraction] = field(default_factory=dict)

    def multiply(self, other: "_Product", power: int) -> None:
        """Take in a power of the other."""
        if abs(power) > HIGHEST_POWER or not other.factor:
            raise _Unclear
        self.factor *= other.factor**power
        for dimension, exponent in other.powers.items():
            self.powers[dimension] = self.powers.get(dimension, Fraction(0)) + exponent * power

    @property
    def dimension(self) -> str:
        """The dimensions in one canonical line."""
        return " ".join(f"{name}^{power}" for name, power in sorted(self.powers.items()) if power)


def folded(text: str) -> str:
    """A unit with one sign for each of the letters that Unicode has twice: µ, Ω, Å, °."""
    return text.strip().translate(_FOLDED)


@lru_cache(maxsize=4096)
def unit_of(text: str) -> Unit | None:
    """The meaning of a unit; None when it is not known or could be read in two ways, such as W/m·K."""
    written = _NORMAL_VOLUME.sub("Normalcubic", folded(text))
    if not written or len(written) > LONGEST:
        return None
    name = ALIASES.get(written, written)
    if _SCALE.fullmatch(name):
        return Unit(f"[{name}]^1")
    temperature = TEMPERATURES.get(written.replace(" ", ""))
    if temperature:
        return _TEMPERATURE_UNITS[temperature]
    multiple, rest = _multiple(written)
    try:
        found, end = _expression(rest, 0) if rest else (_Product(), 0)
    except _Unclear:
        return None
    return Unit(found.dimension, found.factor * multiple) if end == len(rest) else None


def _multiple(written: str) -> tuple[Fraction, str]:
    """A number before the unit: 10³ N, ×10⁻⁶."""
    start = written.lstrip("×x* ") if written[0] in "×*" else written
    number = read_number(start, 0, may_be_signed=False)
    if number is None or number.doubt or not number.value:
        return Fraction(1), written
    return number.value, start[number.end :].lstrip(" ·×*")


def _expression(text: str, at: int) -> tuple[_Product, int]:
    """The product that begins here and where it ends: at the end of the text or at a closing bracket.

    Behind a solidus only one factor may stand, or a bracket: what W/m·K means is not told by any rule.
    """
    product, sign, is_over, is_complete = _Product(), 1, False, False
    while at < len(text):
        piece = _PIECE.match(text, at)
        if piece is None:
            raise _Unclear
        if piece["close"]:
            break
        is_join = bool(piece["over"] or piece["times"])
        if is_join != is_complete and not (piece["over"] and at == 0):  # "/℃" stands behind a number
            raise _Unclear
        if piece["times"] and is_over:
            raise _Unclear
        at = piece.end()
        if is_join:
            is_over, sign = (True, -1) if piece["over"] else (False, sign)
        elif piece["open"]:
            inner, at = _expression(text, at)
            closing = _PIECE.match(text, at)
            if closing is None or not closing["close"]:
                raise _Unclear
            at = closing.end()
            product.multiply(inner, sign * _power(closing["group_power"]))
        elif piece["number"]:
            product.multiply(_Product(Fraction(piece["number"])), sign)
            at += len(text[at:]) - len(text[at:].lstrip())
        else:
            product.multiply(_named("".join(piece["name"].split(" "))), sign * _power(piece["power"]))
        is_complete = not is_join and not piece["number"]
    if not is_complete:
        raise _Unclear
    return product, at


def _power(written: str | None) -> int:
    return int(written.translate(_SUPERSCRIPTS).replace(" ", "")) if written else 1


def _named(written: str) -> _Product:
    """The unit of one name: our own, with a prefix, a temperature difference, or the library's."""
    name = ALIASES.get(written, written)
    if name != written and not (name in OWN or name.isalpha()):
        return _expression(name, 0)[0]
    if name in OWN:
        dimension, factor = OWN[name]
        return _Product(factor, {dimension: Fraction(1)} if dimension else {})
    if name in TEMPERATURES:  # inside a product it is a difference: W/(m·℃)
        return _Product(_TEMPERATURE_UNITS[TEMPERATURES[name]].factor, {"[temperature]": Fraction(1)})
    if name[1:] in PREFIXED and name[0] in PREFIXES:
        dimension, factor = OWN[name[1:]]
        return _Product(factor * Fraction(10) ** PREFIXES[name[0]], {dimension: Fraction(1)})
    return _looked_up(name)


def _looked_up(name: str) -> _Product:
    registry = _registry()
    if name in REFUSED:
        raise _Unclear
    found = [(prefix, unit) for prefix, unit, _ in registry.parse_unit_name(name) if unit in KNOWN]
    prefix, canonical = next(iter(found), ("", ""))
    if not canonical or (prefix and canonical in WITHOUT_PREFIX):
        raise _Unclear
    full = prefix + canonical
    factor: Any = registry.get_base_units(full)[0]
    dimensions = registry.get_dimensionality(full)
    return _Product(Fraction(factor), {dimension: Fraction(str(power)) for dimension, power in dimensions.items()})


@cache
def _registry() -> "UnitRegistry[Any]":
    # half a second to load, and needed only where requirements are compared
    import pint  # noqa: PLC0415

    return pint.UnitRegistry(non_int_type=Fraction, cache_folder=None)
