"""Conditions under which a requirement holds: t ≤ 16 mm, at 23 ℃, 额定转速."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from aligner.domain.requirement.numbers import decimal_text
from aligner.domain.requirement.reading import read_requirement
from aligner.domain.requirement.rendering import understood
from aligner.domain.requirement.requirement import Bound, Requirement, Shape
from aligner.domain.requirement.tokens import plain

LONGEST_CONDITION: Final = 80
NUMERIC: Final = frozenset({Shape.VALUE, Shape.LIMIT, Shape.RANGE})

_SIGN: Final = r"[≤≥<>⩽⩾≦≧=]"
_NAME: Final = r"[A-Za-zΑ-Ωα-ωΔ\u4e00-\u9fff][A-Za-zΑ-Ωα-ωΔ\u4e00-\u9fff\d_. ]{0,24}?"
_LEADING: Final = re.compile(rf"(?P<subject>{_NAME})\s*(?P<rest>{_SIGN}.+)")
_BETWEEN: Final = re.compile(rf"(?P<before>[^≤≥<>=]+{_SIGN}\s*)(?P<subject>{_NAME})(?P<after>\s*{_SIGN}[^≤≥<>=]+)")
_CUES: Final = re.compile(
    r"(?:当|若|如果|如|在|对于|对|@|(?:at|when|if|for|under|where|with|whenever)\s+(?:an?\s+|the\s+)?)\s*",
    re.IGNORECASE,
)
_TAILS: Final = re.compile(r"(?:(?<![小同及临延])时|的?条件下|的?情况下|(?<![以之])下|处|者|的)$")
_SAYS: Final = re.compile(r"[\s:：]*(?:为|是|of|is|=)?\s*$")
_LETTERS: Final = re.compile(r"[^\W\d_]|[℃°%]")
_NO_CONDITION: Final = re.compile(
    r"(?:最[大小高低长短多少]|上限|下限|但|max|min|注|见|图|表|附录|参见|参考|推荐|建议|约|暂定|其余|即|相当于|note|see|ref|table|figure|annex|clause|recommended|informative|approx|about|i\.?e|e\.?g)"
    r"|[a-z]\)?$|\*+$",
    re.IGNORECASE,
)
"""How footnotes, references, remarks and further limits begin: they are no conditions."""


@dataclass(frozen=True, slots=True)
class Condition:
    """What a requirement is bound to; `limit` when that is in numbers, and then of what, such as "t" or "厚度"."""

    written: str
    subject: str = ""
    limit: Requirement | None = None


@lru_cache(maxsize=2048)
def read_condition(text: str) -> Condition | None:
    """The condition that a text is; None when it says none: a footnote, a bare number, a whole paragraph."""
    written = without_cues(text)
    if not written or len(written) > LONGEST_CONDITION:
        return None
    if not _LETTERS.search(written) or _NO_CONDITION.match(written):
        return None
    line = plain(written)
    if found := _BETWEEN.fullmatch(line):
        limit = _limit(f"{found['before']}x{found['after']}")
        return Condition(written, found["subject"].strip(), limit) if limit else Condition(written)
    if (found := _LEADING.fullmatch(line)) and (limit := _limit(found["rest"])):
        return Condition(written, found["subject"].strip(), limit)
    for start in range(len(line)):
        is_within = start and line[start - 1].isascii() and line[start - 1].isalnum() and line[start].isalnum()
        if not is_within and (limit := _limit(line[start:])):
            subject = _SAYS.sub("", line[:start])
            return Condition(written, subject, limit) if not any(sign.isdigit() for sign in subject) else None
    return Condition(written)


def without_cues(text: str) -> str:
    """The condition itself: 当 … 时, "when …", 在 … 下 taken off."""
    stripped = text.strip(" \t\n,，;；。:：")
    cue = _CUES.match(stripped)
    return _TAILS.sub("", stripped[cue.end() :] if cue else stripped).strip(" ,，")


def with_unit(condition: Condition, unit: str) -> Condition:
    """The condition with this unit for its numbers without one: 16 < t ≤ 40 mm gives its unit to t ≤ 16."""
    if condition.limit is None or any(bound.unit for bound in condition.limit.bounds):
        return condition
    limit = condition.limit
    low, high = (replace(bound, unit=unit) if bound else None for bound in (limit.low, limit.high))
    return replace(condition, limit=replace(limit, low=low, high=high))


def condition_text(condition: Condition) -> str:
    """The condition as it was understood: t ≤ 16 mm, 16 mm < t ≤ 40 mm, 23 ℃, or its words."""
    subject, limit = condition.subject, condition.limit
    if limit is None:
        return condition.written
    if limit.shape is Shape.RANGE and limit.low and limit.high:
        if subject:
            return f"{_amount(limit.low)} {_below(limit.low)} {subject} {_below(limit.high)} {_amount(limit.high)}"
        if not (limit.low.is_closed and limit.high.is_closed):
            above = "≥" if limit.low.is_closed else ">"
            return f"{above} {_amount(limit.low)}, {_below(limit.high)} {_amount(limit.high)}"
    equals = "= " if limit.shape is Shape.VALUE and "=" in condition.written else ""
    return f"{subject} {equals}{understood(limit)}".strip()


def _limit(text: str) -> Requirement | None:
    """What the text limits, when it is numbers without any doubt."""
    read = read_requirement(text)
    return read if read.shape in NUMERIC and not read.doubt else None


def _below(bound: Bound) -> str:
    return "≤" if bound.is_closed else "<"


def _amount(bound: Bound) -> str:
    return f"{decimal_text(bound.value)} {bound.unit}".strip()
