"""What looks like a unit in a requirement; what it means is told by `aligner.comparing.units`."""

import re
from typing import Final

_CHINESE: Final = """
    毫米 厘米 分米 千米 公里 微米 纳米 米 平方毫米 平方厘米 平方米 立方毫米 立方厘米 立方米 毫升 微升 升 千克
    公斤 毫克 微克 克 吨 毫秒 微秒 秒 分钟 分 小时 天 日 周 个月 月 年 摄氏度 度 分贝 千牛 牛顿 牛 兆帕 千帕
    帕斯卡 帕 千瓦 毫瓦 瓦特 瓦 千伏 毫伏 伏特 伏 毫安 微安 安培 安 兆欧 千欧 欧姆 欧 千赫 兆赫 赫兹 赫 勒克斯
    英寸 英尺 公升 标立方米 标准立方米 流明 坎德拉 千焦 焦耳 焦 转 次 个 件 只 倍 级"""
CHINESE_UNITS: Final = frozenset(_CHINESE.split())
"""Unit names as Chinese standards write them out."""

_NO_UNIT: Final = (
    "to|and|or|max|maximum|minimum|but|through|at|for|with|when|if|under|where"
    "|by|per|x|X|not|no|less|more|below|above|of|is|the"
)
_LETTERS: Final = "A-Za-zµμ\u03a9\u2126\u212b\u00c5"
_LATIN: Final = rf"(?!(?:{_NO_UNIT})(?![{_LETTERS}]))Δ?[{_LETTERS}]+"
_SIGN: Final = (
    r"%[ ]?(?:RH|\([mVvw]/[mVvw]\)|vol\.?|wt\.?|VOL)|[%‰‱]|Δ?[°º˚][ ]?[CF](?![A-Za-z])|Δ?[℃℉]|[°º˚′″'\"$]"
    r"|dB[ ]?\([A-Za-zµμ/]{1,8}\)"
)
_NAMES: Final = "|".join(sorted(CHINESE_UNITS, key=lambda name: (-len(name), name)))
_POWER: Final = (
    r"(?:[⁺⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+|(?:\^|\*\*)[({]?[-\u2212]?\d[)}]?|(?<=[A-Za-zµμΩ)])(?:[1-4](?!\d)"
    r"|[-\u2212][1-4](?=\s*(?:$|[)·*/,;，；、~～±]))))"
)
_ATOM: Final = rf"(?:{_SIGN}|{_NAMES}|{_LATIN}){_POWER}?"
_FACTOR: Final = rf"(?:(?:1000|100|10|1|24|25)[ ]?)?{_ATOM}"
_TIMES: Final = rf"(?:[ ]?[·⋅•∙*×][ ]?|\.(?=[{_LETTERS}])|[ ](?=[{_LETTERS}])(?!min(?:\.|\s|$)))"
_GROUP: Final = rf"\({_ATOM}(?:(?:{_TIMES}|[ ]?/[ ]?){_ATOM})*\){_POWER}?"
UNIT: Final = re.compile(
    rf"(?:{_ATOM}|1(?=/[{_LETTERS}]))(?:{_TIMES}(?:{_GROUP}|{_ATOM})|[ ]?/[ ]?(?:{_GROUP}|{_FACTOR}))*"
)
"""A unit, alone or as product and quotient: dB(A), N/mm², W/(m·K), mg/100 g, min⁻¹, 次/分."""

SCALES: Final = re.compile(
    r"(?P<unit>HR(?:15N|30N|45N|[A-HK])W?|HBW|HBS|HB|HV(?:0\.\d|[1-9]\d*)?|HK|HLD|HL|IRHD|pH|Shore [AD]|邵[氏尔] ?[AD])"
    r"(?:值|硬度)?(?![A-Za-z])",
)
"""Scales without a unit of the SI that stand before or behind the number: HRC 58, 200 HBW, pH 6."""

GRADES: Final = frozenset({"级", "grade"})
"""Units of scales with half steps: a colour fastness of 3-4 is one grade between 3 and 4."""
