"""Units as standards write them."""

from fractions import Fraction

import pytest

from aligner.comparing.units import unit_of
from aligner.domain.requirement.requirement import Unit

SAME = [
    ("N/mm²", "MPa"),
    ("N/mm2", "N/mm²"),
    ("μm", "µm"),
    ("℃", "°C"),
    ("摄氏度", "℃"),
    ("r/min", "min⁻¹"),
    ("min-1", "min⁻¹"),
    ("rpm", "r/min"),
    ("次/分", "min⁻¹"),
    ("kV·A", "kVA"),
    ("N·m", "Nm"),
    ("N m", "N·m"),
    ("N*m", "N·m"),
    ("W/(m·K)", "W/(m·℃)"),
    ("W/(m·K)", "W·m⁻¹·K⁻¹"),
    ("g/cm3", "g/cm³"),
    ("kg·m-3", "kg/m³"),
    ("mL", "cm³"),
    ("L", "dm³"),
    ("mg/kg", "ppm"),
    ("mg/kg", "μg/g"),
    ("g/kg", "‰"),
    ("HB", "HBW"),
    ("dB (A)", "dB(A)"),
    ("dBA", "dB(A)"),
    ("毫米", "mm"),
    ("公斤", "kg"),
    ("Kg", "kg"),
    ("KV", "kV"),
    ("Mpa", "MPa"),
    ("％", "%"),
    ("%(m/m)", "%"),
    ("kWh", "kW·h"),
    ("mm²/s", "cSt"),
    ("mPa·s", "cP"),
    ("m/s/s", "m/s²"),
    ("1/min", "min⁻¹"),
    ("10³ N", "kN"),
    ("×10⁻³ m", "mm"),
    ("10⁻⁶/℃", "10⁻⁶ K⁻¹"),
    ("年", "12 个月"),
    ("天", "24 h"),
    ("℃/min", "K/min"),
    ("cN/tex", "10 mN/tex"),
    ("grade", "级"),
    ("英寸", "in"),
    ("Nm3/h", "Nm³/h"),
    ("标立方米", "Nm³"),
]
SCALED = [
    ("kN", "N", 1000),
    ("mm", "m", Fraction(1, 1000)),
    ("m³/h", "L/min", Fraction(50, 3)),
    ("kΩ", "Ω", 1000),
    ("MΩ", "kΩ", 1000),
    ("%", "‰", 10),
    ("°", "′", 60),
    ("′", "″", 60),
    ("bar", "kPa", 100),
    ("MPa", "bar", 10),
    ("%", "ppm", 10_000),
    ("10⁻³", "‰", 1),
    ("m³/h", "L/s", Fraction(5, 18)),
    ("kgf/cm²", "kPa", Fraction("98.0665")),
    ("kgf/mm²", "MPa", Fraction("9.80665")),
    ("psi", "Pa", Fraction(8896443230521, 1290320000)),
    ("in", "mm", Fraction("25.4")),
    ("lb", "g", Fraction("453.59237")),
    ("mA·h", "C", Fraction(36, 10)),
    ("kW·h", "MJ", Fraction(36, 10)),
    ("mg/100 g", "mg/kg", 10),
    ("CFU/mL", "CFU/100 mL", 100),
    ("MBq/kg", "Bq/g", 1000),
    ("mSv/h", "μSv/h", 1000),
    ("g/m²", "kg/m²", Fraction(1, 1000)),
    ("t", "kg", 1000),
    ("h", "min", 60),
    ("km/h", "m/s", Fraction(5, 18)),
    ("μS/cm", "mS/m", Fraction(1, 10)),
    ("kV/mm", "MV/m", 1),
    ("mmHg", "Pa", Fraction("133.322387415")),
]
APART = [
    ("dB", "dB(A)"),
    ("dB(A)", "dB(C)"),
    ("HB", "HRC"),
    ("HRB", "HRC"),
    ("HV", "HV10"),
    ("Bq", "Hz"),
    ("Gy", "Sv"),
    ("%", "%(V/V)"),
    ("%", "%RH"),
    ("pH", "%"),
    ("CFU/mL", "MPN/mL"),
    ("°", "℃"),
    ("rad", "%"),
    ("mm", "mm²"),
    ("kV·A", "kvar"),
    ("mg/Nm³", "mg/m³"),
    ("Nm³", "N·m"),
    ("HV", "HBW"),
    ("HRC", "HV"),
    ("pH", "1"),
    ("ppm", "mg/L"),
]
UNKNOWN = [
    "",
    "foo",
    "W/m·K",  # W/(m·K) or (W/m)·K: no rule tells
    "mg/kg·d",
    "Gs",
    "PS",
    "M",
    "mil",
    "9**9",
    "m^99",
    "/",
    "m/",
    "·m",
    "m²²",
    "N/(m",
    "m)",
    "((((((((m))))))))" * 9,
    "__import__",
    "度",
    "1e99999 m",
]


def known(text: str) -> Unit:
    unit = unit_of(text)
    assert unit is not None, text
    return unit


@pytest.mark.parametrize(("first", "second"), SAME)
def test_two_notations_are_one_unit(first: str, second: str) -> None:
    assert known(first) == known(second)


@pytest.mark.parametrize(("unit", "other", "factor"), SCALED)
def test_one_unit_is_so_many_of_another(unit: str, other: str, factor: Fraction) -> None:
    assert known(unit).dimension == known(other).dimension
    assert known(unit).factor / known(other).factor == pytest.approx(Fraction(factor), rel=1e-12)


@pytest.mark.parametrize(("first", "second"), APART)
def test_these_are_different_quantities(first: str, second: str) -> None:
    assert known(first).dimension != known(second).dimension


@pytest.mark.parametrize("text", UNKNOWN)
def test_what_can_be_read_in_two_ways_or_not_at_all_is_not_known(text: str) -> None:
    assert unit_of(text) is None


def test_a_temperature_has_a_zero_of_its_own() -> None:
    assert known("℃").offset == Fraction("273.15")
    assert known("K").offset == 0
    assert 122 * known("℉").factor + known("℉").offset == 50 + known("℃").offset


def test_inside_a_product_a_degree_is_a_difference() -> None:
    assert known("W/(m²·℃)").offset == 0
    assert known("Δ℃") == known("K")


def test_factors_are_exact() -> None:
    assert known("in").factor == Fraction(254, 10000)
    assert known("′").factor == Fraction(1, 60)
