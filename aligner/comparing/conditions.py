"""Whether two requirements hold under the same condition: t ≤ 16 mm and 厚度不大于 16 mm do."""

from enum import Enum
from typing import Final

from aligner.comparing.measures import measure_of
from aligner.comparing.units import TEMPERATURE, unit_of
from aligner.domain.comparisons.strictness import are_same as are_same_numbers
from aligner.domain.requirement.conditions import Condition, with_unit
from aligner.domain.requirement.reading import read_requirement
from aligner.domain.requirement.requirement import Interval, Requirement

_SUBJECTS: Final = {
    "thickness": """t δ e s 厚 厚度 板厚 壁厚 钢板厚度 公称厚度 材料厚度 产品厚度 thickness nominal_thickness
        wall_thickness plate_thickness material_thickness""",
    "diameter": "d φ ø 直径 公称直径 钢筋直径 圆钢直径 diameter nominal_diameter",
    "length": "l 长度 公称长度 length nominal_length",
    "width": "b w 宽度 公称宽度 width nominal_width",
    "height": "h 高度 height",
    "temperature": """t θ ta 温度 试验温度 环境温度 测试温度 使用温度 temperature test_temperature ambient_temperature
        testing_temperature""",
    "time": "t τ 时间 试验时间 持续时间 time test_time duration",
    "voltage": "u v 电压 额定电压 试验电压 voltage rated_voltage test_voltage",
    "current": "i 电流 额定电流 current rated_current",
    "frequency": "f 频率 额定频率 frequency rated_frequency",
    "power": "p 功率 额定功率 power rated_power",
    "pressure": "p 压力 试验压力 公称压力 pressure test_pressure nominal_pressure",
    "mass": "m 质量 mass",
    "speed": "v n 速度 转速 额定转速 speed rated_speed",
    "humidity": "rh 湿度 相对湿度 humidity relative_humidity",
    "load": "f 载荷 负荷 load test_load",
}
_UNITS: Final = {
    "thickness": "mm",
    "diameter": "mm",
    "length": "mm",
    "width": "mm",
    "height": "mm",
    "temperature": "℃",
    "time": "s",
    "voltage": "V",
    "current": "A",
    "frequency": "Hz",
    "power": "W",
    "pressure": "Pa",
    "mass": "kg",
    "load": "N",
}
_IN_MILLIMETRES: Final = frozenset({"thickness", "diameter", "length", "width", "height"})
"""Dimensions that tables give in millimetres without saying so."""

_WORDS: Final = (
    "昼间 白天 daytime day",
    "夜间 夜晚 night night_time nighttime",
    "纵向 longitudinal",
    "横向 transverse",
    "经向 warp",
    "纬向 weft",
    "干 干态 干摩擦 干摩 dry",
    "湿 湿态 湿摩擦 湿摩 wet",
    "空载 no_load",
    "满载 额定负载 full_load rated_load",
    "待机 standby",
    "关机 off off_mode",
    "室温 常温 room_temperature ambient_temperature",
    "额定转速 rated_speed",
    "额定电压 rated_voltage",
    "老化前 before_ageing before_aging",
    "老化后 after_ageing after_aging",
    "成人 adults adult",
    "儿童 children child",
    "婴幼儿 infants infant",
    "其他 其它 otherwise other others",
)
_NAMES: Final = {word.replace("_", " "): number for number, words in enumerate(_WORDS) for word in words.split()}


class Sameness(Enum):
    """How two conditions stand to each other."""

    SAME = "same"
    OTHER = "other"
    UNSURE = "unsure"  # different words that nobody has said to mean the same, or only one condition


def sameness(ours: Condition | None, theirs: Condition | None) -> Sameness:
    """Whether both are the same condition."""
    if ours is None or theirs is None:
        return Sameness.SAME if ours is theirs else Sameness.UNSURE
    if " ".join(ours.written.split()) == " ".join(theirs.written.split()):
        return Sameness.SAME
    if ours.limit is not None and theirs.limit is not None:
        return _of_numbers(ours, theirs)
    if ours.limit is None and theirs.limit is None:
        return _of_words(ours.written, theirs.written)
    return Sameness.UNSURE


def _of_words(ours: str, theirs: str) -> Sameness:
    """Words that stand for one another, or for something else."""
    known = _NAMES.get(_folded(ours)), _NAMES.get(_folded(theirs))
    if None in known:
        return Sameness.UNSURE
    return Sameness.SAME if known[0] == known[1] else Sameness.OTHER


def _of_numbers(ours: Condition, theirs: Condition) -> Sameness:
    """The same numbers of the same quantity."""
    limits = _limit(ours), _limit(theirs)
    measures = [measure_of(limit) for limit in limits]
    if None in measures:
        return Sameness.UNSURE
    our_measure, their_measure = (measure for measure in measures if measure)
    if our_measure.dimension != their_measure.dimension:
        return Sameness.OTHER if our_measure.has_unit and their_measure.has_unit else Sameness.UNSURE
    intervals = (
        our_measure.interval(limits[0], is_difference=False),
        their_measure.interval(limits[1], is_difference=False),
    )
    if not _are_equal(*intervals):
        return Sameness.OTHER
    dimension = our_measure.dimension
    ours_can_be, theirs_can_be = _quantities(ours.subject, dimension), _quantities(theirs.subject, dimension)
    is_temperature = dimension == TEMPERATURE and "" in ours_can_be | theirs_can_be
    return Sameness.SAME if is_temperature or ours_can_be & theirs_can_be else Sameness.UNSURE


def _limit(condition: Condition) -> Requirement:
    """The numbers of the condition; plain ones of a thickness or a diameter are millimetres."""
    in_millimetres = _IN_MILLIMETRES & _quantities(condition.subject, "")
    limit = with_unit(condition, "mm").limit if in_millimetres else condition.limit
    return limit or read_requirement("")


def _quantities(subject: str, dimension: str) -> set[str]:
    """What a subject can be; a letter is one of those whose unit fits, t in millimetres a thickness."""
    folded = _folded(subject)
    fitting = {name for name, words in _SUBJECTS.items() if folded.replace(" ", "_") in words.split()}
    if dimension:
        fitting = {name for name in fitting if name not in _UNITS or _dimension(name) == dimension}
    return fitting or {folded}


def _dimension(quantity: str) -> str:
    unit = unit_of(_UNITS[quantity])
    return unit.dimension if unit else ""


def _are_equal(first: Interval, second: Interval) -> bool:
    for one, other in ((first.low, second.low), (first.high, second.high)):
        if one is None or other is None:
            if one is not other:
                return False
        elif one.is_closed != other.is_closed or not are_same_numbers(one.value, other.value):
            return False
    return True


def _folded(text: str) -> str:
    return " ".join(text.replace("-", " ").split()).casefold()
