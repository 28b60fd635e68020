"""Requirements that hold under conditions: ≤ 45 dB(A) (额定转速), or several values by case in one cell.

    t ≤ 16 mm: ≥ 235 MPa; 16 mm < t ≤ 40 mm: ≥ 225 MPa

What cannot be split without doubt stays one requirement, as `read_requirement` reads it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from aligner.domain.requirement.conditions import Condition, condition_text, read_condition, with_unit
from aligner.domain.requirement.reading import read_requirement
from aligner.domain.requirement.rendering import understood
from aligner.domain.requirement.requirement import Requirement, Shape

LONGEST_CELL: Final = 500
MOST_CASES: Final = 20

_CUE: Final = r"(?:当|若|如果|(?:when|if|for|at|under|where)(?![A-Za-z]))"
_STRONG: Final = re.compile(r"[;；\n。]")
_BEFORE_CUE: Final = re.compile(rf"[,，、]\s*(?={_CUE})", re.IGNORECASE)
_COMMA: Final = re.compile(r"[，、]|,(?!\d)|(?<!\d),")
_TIME: Final = r"(?:(?<![小同及临延])时|条件下|情况下|(?<![以之])下)"
_KNOWN: Final = (
    r"昼间|夜间|白天|夜晚|纵向|横向|径向|轴向|经向|纬向|干态|湿态|干摩擦?|湿摩擦?|干|湿|空载|满载|负载|额定负载|常温|室温|高温|低温"
    r"|冷态|热态|新品|使用中|待机|关机|初始|老化前|老化后|上限|下限|成人|儿童|婴幼儿|day(?:time)?|night(?:time)?|longitudinal"
    r"|transverse|warp|weft|dry|wet|no load|full load|standby|adults?|children|infants?"
)
_CLASS: Final = (
    r"[\w\u2160-\u217f]{1,4}\s*[级类型等档]|[甲乙丙丁]|(?:class|grade|type|level|category)\s*\w{1,4}"
    r"|其他|其它|otherwise"
)
_COLON: Final = re.compile(r"(?P<condition>[^:：]{1,80})[:：]\s*(?P<requirement>[^:：]+)")
_FORMS: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?:当|若|如果|如|在)(?P<condition>.+?){_TIME}?\s*[,，:：]\s*(?P<requirement>.+)",
        rf"(?:当|若|如果|如|在)?(?P<condition>.+?){_TIME}\s*[,，:：]?\s*(?P<requirement>.+)",
        r"(?:at|when|if|for|under|where)\s+(?P<condition>.+?)\s*(?:[:：]|,(?!\d))\s*(?P<requirement>.+)",
        r"(?P<requirement>.+?)\s*,?\s+(?:at|when|if|for|under|where)\s+(?P<condition>.+)",
        r"(?P<requirement>.+?)\s*@\s*(?P<condition>.+)",
        rf"(?P<requirement>.+?)\s*[,，]?\s*(?:当|在)(?P<condition>.+?){_TIME}?",
        rf"(?P<condition>{_KNOWN}|{_CLASS})\s*(?P<requirement>[^A-Za-z].*)",
    )
)
_STANDS_FOR_ITSELF: Final = re.compile(rf"{_CUE}|(?:{_KNOWN}|{_CLASS})$|在", re.IGNORECASE)
_LIMITED: Final = re.compile(
    r"[A-Za-zΑ-Ωα-ωΔ\u4e00-\u9fff].*(?:[≤≥<>⩽⩾≦≧＜＞=]|大于|小于|超过|以上|以下)|[≤<]\s*\w+\s*[≤<]"
)
_PAIRS: Final = {")": "(", "）": "（"}


@dataclass(frozen=True, slots=True)
class Case:
    """A requirement and the condition under which it holds; None when it always does."""

    requirement: Requirement
    condition: Condition | None = None


@lru_cache(maxsize=2048)
def read_cases(text: str, unit: str = "") -> tuple[Case, ...]:
    """What the text says, at least one case; several when each has a condition of its own."""
    whole = read_requirement(text, unit)
    if whole.doubt or _is_number(whole) or whole.shape is Shape.NOTHING or len(text) > LONGEST_CELL:
        return (Case(whole),)
    for parts in _partings(text):
        cases = [_case(part, unit, among=len(parts)) for part in parts]
        found = [case for case in cases if case is not None]
        if 0 < len(found) == len(parts) <= MOST_CASES:
            spread = _with_units(parts, found, unit)
            if len({condition_text(case.condition) for case in spread if case.condition}) == len(spread):
                return tuple(spread)
    return (Case(whole),)


def understood_cases(cases: Sequence[Case]) -> str:
    """What was read, in one notation: "≥ 235 MPa (t ≤ 16 mm); ≥ 225 MPa (16 mm < t ≤ 40 mm)"."""
    return "; ".join(_understood(case) for case in cases)


def understood_text(value: str, unit: str) -> str:
    """What was read from a requirement and the unit beside it, to be shown; "" when it is nothing or words."""
    return understood_cases(read_cases(value, unit))


def _understood(case: Case) -> str:
    text = understood(case.requirement)
    if case.condition is None:
        return text
    parted = text.replace("; ", "、") if case.requirement.shape is Shape.LIST else text
    return f"{parted} ({condition_text(case.condition)})"


def _partings(text: str) -> Iterator[list[str]]:
    """The ways to part a cell into cases, the surest first; signs within brackets part nothing."""
    yield _parted(text, _STRONG)
    for pattern in (_BEFORE_CUE, _COMMA):
        parts = _parted(text, pattern)
        if len(parts) > 1:
            yield parts


def _parted(text: str, pattern: re.Pattern[str]) -> list[str]:
    parts, start, depth = [], 0, 0
    for place, sign in enumerate(text):
        depth += (sign in "([（【") - (sign in ")]）】")
        found = pattern.match(text, place) if depth <= 0 else None
        if found and place >= start:
            parts.append(text[start:place])
            start = found.end()
    return [part.strip() for part in (*parts, text[start:]) if part.strip()]


def _case(part: str, unit: str, *, among: int) -> Case | None:
    """The requirement of one part and its condition; None when it has not both."""
    for requirement_text, condition_words in _splits(part, is_alone=among == 1):
        requirement = read_requirement(requirement_text, unit)
        condition = read_condition(condition_words) if _is_number(requirement) else None
        if condition is not None:
            return Case(requirement, condition)
    return None


def _splits(part: str, *, is_alone: bool) -> Iterator[tuple[str, str]]:
    """Where requirement and condition can lie apart, the surest first."""
    if bracketed := _bracketed(part):
        yield bracketed
    colon = _COLON.fullmatch(part)
    if colon and (not is_alone or _tells_a_condition(colon["condition"])):
        yield colon["requirement"], colon["condition"]
    for form in _FORMS:
        if found := form.fullmatch(part):
            yield found["requirement"], found["condition"]
    yield from _parted_by_comma(part)


def _tells_a_condition(text: str) -> bool:
    """Whether what stands before a colon is more than the name of what is required."""
    condition = read_condition(text)
    is_limit = condition is not None and condition.limit is not None
    return is_limit or bool(_STANDS_FOR_ITSELF.match(text.strip()))


def _bracketed(part: str) -> tuple[str, str] | None:
    """45 dB(A) (额定转速): what is in the brackets at the end."""
    if part[-1] not in _PAIRS:
        return None
    depth = 0
    for place in reversed(range(len(part))):
        depth += (part[place] in _PAIRS) - (part[place] in _PAIRS.values())
        if depth == 0:
            return (part[:place].strip(), part[place + 1 : -1]) if place else None
    return None


def _parted_by_comma(part: str) -> Iterator[tuple[str, str]]:
    """≥ 235 MPa, t ≤ 16 mm: only when one side alone limits something with a name, and in another unit."""
    pieces = _parted(part, _COMMA)
    if len(pieces) == 2:
        named = [bool(_LIMITED.search(piece)) for piece in pieces]
        for (requirement, condition), is_named in ((pieces, named), (pieces[::-1], named[::-1])):
            if is_named == [False, True] and _units(requirement) != _units(condition):
                yield requirement, condition


def _units(text: str) -> set[str]:
    condition = read_condition(text)
    bounds = (condition.limit if condition and condition.limit else read_requirement(text)).bounds
    return {bound.unit for bound in bounds}


def _with_units(parts: Sequence[str], cases: Sequence[Case], beside: str) -> list[Case]:
    """The cases with units that only one of them has: 昼间 ≤ 60, 夜间 ≤ 50 dB(A)."""
    unit = beside or _only_unit([case.requirement for case in cases])
    of_conditions = _only_unit([case.condition.limit for case in cases if case.condition and case.condition.limit])
    spread = []
    for part, case in zip(parts, cases, strict=True):
        known = (_case(part, unit, among=len(parts)) if unit else None) or case
        condition = known.condition
        bound = with_unit(condition, of_conditions) if condition and of_conditions else condition
        spread.append(Case(known.requirement, bound))
    return spread


def _only_unit(requirements: Sequence[Requirement]) -> str:
    units = {bound.unit for requirement in requirements for bound in requirement.bounds} - {""}
    return units.pop() if len(units) == 1 else ""


def _is_number(requirement: Requirement) -> bool:
    return bool(requirement.bounds) and not requirement.doubt
