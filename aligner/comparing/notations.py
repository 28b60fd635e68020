"""How standards write units: the field's own notations beside those of the SI."""

from fractions import Fraction
from typing import Final

_TEMPERATURES: Final = """
    ℃=celsius °C=celsius ºC=celsius ˚C=celsius 摄氏度=celsius degC=celsius
    ℉=fahrenheit °F=fahrenheit ºF=fahrenheit degF=fahrenheit
    Δ℃=kelvin Δ°C=kelvin K=kelvin ΔK=kelvin"""
TEMPERATURES: Final[dict[str, str]] = dict(pair.split("=") for pair in _TEMPERATURES.split())
"""Units of temperature; a unit with Δ before it is that of a difference."""

_ALIASES: Final = """
    毫米=mm 厘米=cm 分米=dm 千米=km 公里=km 微米=µm 纳米=nm 米=m 平方毫米=mm² 平方厘米=cm² 平方米=m² 立方毫米=mm³
    立方厘米=cm³ 立方米=m³ 毫升=mL 微升=µL 升=L 千克=kg 公斤=kg 毫克=mg 微克=µg 克=g 吨=t 毫秒=ms 微秒=µs 秒=s 分钟=min
    分=min 小时=h 时=h 天=d 日=d 周=week 个月=month 月=month 年=year 分贝=dB 千牛=kN 牛顿=N 牛=N 兆帕=MPa 千帕=kPa
    帕斯卡=Pa 帕=Pa 千瓦=kW 毫瓦=mW 瓦特=W 瓦=W 千伏=kV 毫伏=mV 伏特=V 伏=V 毫安=mA 微安=µA 安培=A 安=A 兆欧=MΩ
    千欧=kΩ 欧姆=Ω 欧=Ω 千赫=kHz 兆赫=MHz 赫兹=Hz 赫=Hz 勒克斯=lx 流明=lm 坎德拉=cd 千焦=kJ 焦耳=J 焦=J
    转=r 次=1 个=1 件=1 只=1 倍=1 times=1 pcs=1 cycles=1 cycle=1 rev=r
    Kg=kg KG=kg KN=kN Kn=kN KV=kV KW=kW Mpa=MPa Kpa=kPa KPa=kPa HZ=Hz hz=Hz KHz=kHz Mhz=MHz MM=mm db=dB ML=mL um=µm
    ug=µg uL=µL us=µs uA=µA uF=µF uV=µV sec=s hr=h hrs=h hour=h hours=h minute=min minutes=min mins=min second=s
    seconds=s day=d days=d years=year yr=year months=month weeks=week inch=in inches=in feet=ft lbs=lb
    ohm=Ω Ohm=Ω ohms=Ω kohm=kΩ Mohm=MΩ percent=% pct=% cfu=CFU dBA=dB(A) dBC=dB(C) rpm=r/min RPM=r/min
    Nm=N·m kNm=kN·m Ncm=N·cm mAh=mA·h Ah=A·h kWh=kW·h Wh=W·h MWh=MW·h kVA=kV·A VA=V·A MVA=MV·A
    wt%=% %(m/m)=% %(M/M)=% %(w/w)=% %wt=% %wt.=% %(v/v)=%(V/V) %vol=%(V/V) %vol.=%(V/V) %VOL=%(V/V) HB=HBW
    ksi=kpsi grade=级 grades=级 英寸=in 英尺=ft 公升=L"""
ALIASES: Final[dict[str, str]] = dict(pair.split("=") for pair in _ALIASES.split())
"""Spellings and what they stand for; a hundredfold of sloppy capitals is printed in real standards."""

COUNTING: Final = frozenset({"", "次", "个", "件", "只", "倍", "times", "pcs", "cycles", "cycle"})
"""What may stand behind a number of things, or nothing at all: 10 次 and 10 are the same."""

_PERCENT: Final = Fraction(1, 100)
OWN: Final[dict[str, tuple[str, Fraction]]] = {
    "1": ("", Fraction(1)),
    "r": ("", Fraction(1)),  # 3000 r/min is printed for 3000 min⁻¹ and the other way round
    "%": ("", _PERCENT),
    "‰": ("", Fraction(1, 1000)),
    "‱": ("", Fraction(1, 10_000)),
    "ppm": ("", Fraction(1, 10**6)),
    "ppb": ("", Fraction(1, 10**9)),
    "%(V/V)": ("[volume fraction]", _PERCENT),
    "%RH": ("[relative humidity]", _PERCENT),
    "°": ("[angle]", Fraction(1)),
    "′": ("[angle]", Fraction(1, 60)),
    "″": ("[angle]", Fraction(1, 3600)),
    "rad": ("[angle]", Fraction("57.295779513082320876798154814105")),
    "gon": ("[angle]", Fraction(9, 10)),
    "dB": ("[level]", Fraction(1)),
    "dB(A)": ("[level, weighting A]", Fraction(1)),
    "dB(B)": ("[level, weighting B]", Fraction(1)),
    "dB(C)": ("[level, weighting C]", Fraction(1)),
    "dB(Z)": ("[level, weighting Z]", Fraction(1)),
    "Np": ("[level, neper]", Fraction(1)),
    "pH": ("[pH]", Fraction(1)),
    "NTU": ("[turbidity]", Fraction(1)),
    "FNU": ("[turbidity, formazin]", Fraction(1)),
    "CFU": ("[colony]", Fraction(1)),
    "MPN": ("[most probable number]", Fraction(1)),
    "PFU": ("[plaque]", Fraction(1)),
    "IU": ("[international unit]", Fraction(1)),
    "Bq": ("[activity]", Fraction(1)),  # not a frequency
    "Gy": ("[absorbed dose]", Fraction(1)),
    "Sv": ("[dose equivalent]", Fraction(1)),  # not an absorbed dose
    "var": ("[reactive power]", Fraction(1)),
    "级": ("[grade]", Fraction(1)),
    "Normalcubic": ("[normal cubic metre]", Fraction(1)),
}
"""Units that a library of physical units does not have, or takes for another quantity: dimension and factor."""

PREFIXED: Final = frozenset({"Bq", "Gy", "Sv", "var", "rad", "Np"})
PREFIXES: Final[dict[str, int]] = {"T": 12, "G": 9, "M": 6, "k": 3, "c": -2, "m": -3, "µ": -6, "n": -9, "p": -12}

_KNOWN: Final = """
    meter gram second ampere kelvin mole candela hertz newton pascal joule watt coulomb volt farad ohm siemens weber
    tesla henry lumen lux liter minute hour day week month year metric_ton electron_volt bar hectare calorie
    force_kilogram kilogram_force poise stokes dyne meter_Hg standard_atmosphere force_pound pound_force
    pound_force_per_square_inch inch foot yard mile pound ounce angstrom tex denier british_thermal_unit knot"""
KNOWN: Final = frozenset(_KNOWN.split())
"""The units that are taken from the library; others of the same letters (a molar M, an angular mil) are not meant."""

WITHOUT_PREFIX: Final = frozenset(
    {"minute", "hour", "day", "week", "month", "year", "inch", "foot", "yard", "mile", "pound", "ounce", "hectare"}
)
REFUSED: Final = frozenset({"Gs", "Ts", "Ms", "ks", "u", "a", "PS"})
"""Letters that the library reads as something else than the field does: Gs is a gauss, PS a horsepower."""
