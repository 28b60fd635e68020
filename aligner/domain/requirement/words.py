"""The words and signs by which standards set limits, in Chinese and English.

以上, 以下 and 以内 include the number itself (Civil Code, article 1259); 超过, 低于, 不满 do not.
"""

import re
from enum import StrEnum
from typing import Final


class Mark(StrEnum):
    """What a piece of a requirement is; one letter each, so that a whole requirement has a shape to match."""

    NUMBER = "n"
    UNIT = "u"
    AT_MOST = "m"
    BELOW = "b"
    AT_LEAST = "l"
    ABOVE = "a"
    EXACTLY = "="
    AT_MOST_AFTER = "M"
    BELOW_AFTER = "B"
    AT_LEAST_AFTER = "L"
    ABOVE_AFTER = "A"
    TO = "r"
    PLUS_MINUS = "t"
    COMMA = ","
    AND = "&"
    OR = "|"
    SLASH = "/"
    TIMES = "*"
    OPEN = "("
    CLOSE = ")"
    OPEN_SQUARE = "["
    CLOSE_SQUARE = "]"
    BETWEEN = "w"
    VARIABLE = "x"


BEFORE: Final = {
    Mark.AT_MOST: """
        ≤ | ⩽ | ≦ | ≯ | <= | =< | 不大于 | 不高于 | 不超过 | 不得超过 | 不应超过 | 不能超过 | 不得大于
        | 不应大于 | 不得高于 | 不应高于 | 应不大于 | 应不超过 | 应不高于 | 不多于 | 不得多于 | 不长于
        | 小于等于 | 小于或等于 | 低于或等于 | 等于或小于 | 至多 | 最大 | 最大值 | 最大为 | 最多 | 最高 | 最长 | 上限
        | not exceeding | shall not exceed | does not exceed | not to exceed | not more than | no more than
        | not greater than | no greater than | not higher than | not larger than | not longer than
        | less than or equal to | equal to or less than | at most | up to and including | up to | maximum of
        | maximum | max. | max | not above | within""",
    Mark.BELOW: """
        < | 小于 | 低于 | 少于 | 不足 | 不满 | 短于 | less than | lower than | smaller than | fewer than | below
        | under""",
    Mark.AT_LEAST: """
        ≥ | ⩾ | ≧ | ≮ | >= | => | 不小于 | 不低于 | 不少于 | 不得小于 | 不应小于 | 不得低于 | 不应低于
        | 不得少于 | 不应少于 | 应不小于 | 应不低于 | 应不少于 | 不短于 | 大于等于 | 大于或等于 | 高于或等于
        | 等于或大于 | 至少 | 最小 | 最小值 | 最小为 | 最低 | 最少 | 最短 | 下限 | not less than | no less than
        | shall not be less than | not lower than | not smaller than | not fewer than | not shorter than
        | greater than or equal to | more than or equal to | equal to or greater than | at least | minimum of
        | minimum | min. | not below | not under""",
    Mark.ABOVE: """
        > | 大于 | 高于 | 超过 | 多于 | 超出 | greater than | more than | higher than | larger than
        | longer than | exceeding | above | over""",
    Mark.EXACTLY: "= | 等于 | equal to",
    Mark.BETWEEN: "between | from | 介于",
}
"""What stands before the number it limits; words parted by strokes."""

BEHIND: Final = {
    Mark.AT_MOST_AFTER: """
        及以下 | 或以下 | 以下 | 以内 | 之内 | or less | or below | or lower | or under | and below | maximum
        | max. | max""",
    Mark.AT_LEAST_AFTER: """
        及以上 | 或以上 | 以上 | or more | or above | or higher | or greater | or over | and above | and over
        | minimum | min.""",
    Mark.ABOVE_AFTER: "以外",
}
"""What stands behind the number it limits. A bare "min" is not here: it is a minute."""

BETWEEN_NUMBERS: Final = {
    Mark.TO: "～ | ~ | ∼ | 〜 | … | ... | ⋯ | − | – | — | ÷ | 至 | 到 | to | through",
    Mark.PLUS_MINUS: "± | +/- | +/− | +-",
    Mark.COMMA: "、 | , | ; | ， | ；",
    Mark.AND: "且 | 并且 | 而 | 但 | and | but | &",
    Mark.OR: "或 | 或者 | or",
    Mark.SLASH: "/",
    Mark.OPEN: "( | （",
    Mark.CLOSE: ") | ）",
    Mark.OPEN_SQUARE: "[",
    Mark.CLOSE_SQUARE: "]",
}

_NO_REQUIREMENT: Final = """
        - | -- | – | — | ―― | —— | / | // | \\ | 无 | 无要求 | 无规定 | 未规定 | 未作规定 | 没有规定 | 不作规定
        | 不适用 | none | n/a | na | n.a. | nil | not specified | no requirement | not applicable | not required"""


def _parted(words: str) -> list[str]:
    return [word.strip() for word in words.split("| ")]


NOTHING: Final = frozenset(_parted(_NO_REQUIREMENT))
"""What says that there is no requirement, folded."""


def signs() -> re.Pattern[str]:
    """Any of the words and signs, the longest first; Latin words only as whole words."""
    return re.compile("|".join(_as_pattern(word) for word in sorted(MEANINGS, key=len, reverse=True)), re.IGNORECASE)


def _as_pattern(word: str) -> str:
    pattern = r"\s+".join(map(re.escape, word.split(" ")))
    if word[0].isascii() and word[0].isalpha():
        pattern = rf"(?<![A-Za-z]){pattern}"
    if word[-1].isascii() and word[-1].isalpha():
        pattern = rf"{pattern}(?![A-Za-z])"
    return pattern


def _meanings() -> dict[str, tuple[Mark, ...]]:
    """Each word with what it can mean; "max" stands on either side."""
    meanings: dict[str, list[Mark]] = {}
    for table in (BEFORE, BEHIND, BETWEEN_NUMBERS):
        for mark, words in table.items():
            for word in _parted(words):
                meanings.setdefault(word, []).append(mark)
    return {word: tuple(marks) for word, marks in meanings.items()}


MEANINGS: Final = _meanings()
