"""Words of catalogues in four languages: status, marks, cells that hold nothing."""

import re
import unicodedata
from typing import Final

from aligner.domain.standards.fields import Status
from aligner.domain.words.phrases import Doubt, Said, said
from aligner.domain.words.status_words import STATUS_WORDS

_WORDS: Final = {
    Status.IN_FORCE: (
        "现行 现行有效 有效 实施 已实施 已发布 发布 有効 現行 현행 유효 확인 valid current inforce active published "
        "effective confirmed действует действующий введенвдействие 6060 underreview"
    ),
    Status.UPCOMING: (
        "即将实施 尚未实施 未实施 待实施 即將實施 upcoming forthcoming tobeimplemented notyeteffective принят"
    ),
    Status.WITHDRAWN: (
        "废止 作废 已作废 已废止 失效 已失效 撤销 废止转行标 廃止 廢止 已廢止 폐지 "
        "withdrawn obsolete cancelled canceled abolished repealed invalid revoked "
        "отменен отменён недействует утратилсилу"
    ),
    Status.SUPERSEDED: (
        "被代替 被替代 已被代替 已被替代 代替 已修订 被修订 置換 superseded replaced revised заменен заменён"
    ),
    Status.DRAFT: "draft underdevelopment indevelopment enquiry proof committeedraft проект",
    Status.PLAN: (
        "计划 在研 正在起草 正在制定 起草中 起草 制定中 "
        "正在征求意见 征求意见 征求意见中 正在审查 审查中 审查 正在审批 审批中 正在批准 正在报批 "
        "报批中 已立项 立项 下达 预研 plan planned project"
    ),
    Status.DELETED: "deleted 项目终止 终止 已终止 中止 已撤销 暂缓 暂停",
    Status.UNKNOWN: "unknown 未知 不详",
}
_WHOLE: Final = {word: status.value for status, words in _WORDS.items() for word in words.split()}
_BETWEEN: Final = re.compile(r"[\s()（）\[\]:：*。_-]+")
_OF_LISTS: Final = re.compile(
    r"的?(?:(?:强制性|推荐性)?国家|国际|行业|地方|团体)?标准|国标|目录|清单|一览表?|列表|规格|一覧"
    r"|\b(?:list of|list|standards?)\b"
)
_OF_REPLACEMENTS: Final = frozenset({"代替", "已修订", "revised", "replaced"})
"""Above a list it may stand for what replaces others, too."""

_LONGEST: Final = 200
"""A longer text is no status; it would be read all the same, cell after cell."""


def status_of(text: str) -> str | None:
    """The status that a cell of a catalogue states, in a word or in prose; None when it is not known or in doubt.

    A standard that will be withdrawn, or is withdrawn in part, is still in force; one that is not, or no longer, in
    force is withdrawn (no published rule; our reading of how lists put it).
    """
    whole = _BETWEEN.sub("", unicodedata.normalize("NFKC", text[:_LONGEST]).casefold())
    if whole in _WHOLE:
        return _WHOLE[whole]
    return _stated(text) if len(text) <= _LONGEST else None


def status_of_heading(name: str) -> str | None:
    """The status of all standards below a heading or on a sheet, `废止`, `Withdrawn standards`; None for other texts.

    The text must say nothing else: `现行及废止` and `含废止` are of no one status. (No published rule; our reading.)
    """
    plain = _OF_LISTS.sub("", unicodedata.normalize("NFKC", name[:_LONGEST]).casefold())
    word = _BETWEEN.sub("", plain)
    return None if word in _OF_REPLACEMENTS else _WHOLE.get(word)


def status_of_validity(text: str) -> str | None:
    """The status by a column that asks whether a standard is in force: yes, no, a tick, a cross or a status."""
    plain = unicodedata.normalize("NFKC", text).strip().casefold()
    if plain in _YES:
        return Status.IN_FORCE.value
    return Status.WITHDRAWN.value if plain in _NO else status_of(text)


def is_nothing(text: str) -> bool:
    """Whether a cell says that it holds nothing: blank, a dash, NULL."""
    return not text.strip(_DASHES) or text.strip().casefold() in _EMPTY


def _stated(text: str) -> str | None:
    terms = said(text, STATUS_WORDS)
    main = [one for one in terms if not one.in_brackets] or terms
    meant = [_meaning(one) for one in main if one.term != "ISSUED"] or [_meaning(one) for one in main]
    if not meant or None in meant:
        return None
    found = set(meant)
    if found == {Status.SUPERSEDED, Status.WITHDRAWN}:
        return Status.SUPERSEDED.value
    return next(iter(found)).value if len(found) == 1 else None  # type: ignore[union-attr]


def _meaning(one: Said) -> Status | None:
    """The status that a term means with what is said about it."""
    if one.doubt is None:
        return _AFFIRMED.get(one.term)
    return _DOUBTED.get((one.term, one.doubt))


_AFFIRMED: Final = {
    **{status.name: status for status in Status if status.name in {"IN_FORCE", "UPCOMING", "WITHDRAWN", "SUPERSEDED"}},
    **{status.name: status for status in Status if status.name in {"DRAFT", "PLAN", "DELETED"}},
    "ISSUED": Status.IN_FORCE,
}
_STILL: Final = (Doubt.NEGATED, Doubt.NOT_YET, Doubt.HEDGED)
_DOUBTED: Final[dict[tuple[str, Doubt], Status]] = {
    **{(ended, doubt): Status.IN_FORCE for ended in ("WITHDRAWN", "SUPERSEDED") for doubt in _STILL},
    ("IN_FORCE", Doubt.NEGATED): Status.WITHDRAWN,
    ("IN_FORCE", Doubt.NO_LONGER): Status.WITHDRAWN,
    ("IN_FORCE", Doubt.HEDGED): Status.IN_FORCE,
    ("IN_FORCE", Doubt.NOT_YET): Status.UPCOMING,
    ("ISSUED", Doubt.NOT_YET): Status.UPCOMING,
    ("ISSUED", Doubt.NEGATED): Status.UPCOMING,
    ("PLAN", Doubt.NOT_YET): Status.PLAN,
    ("DRAFT", Doubt.NOT_YET): Status.DRAFT,
}
_YES: Final = frozenset(
    ["yes", "y", "true", "t", "1", "是", "有", "√", "✓", "✔", "☑", "v", "○", "〇", "да", "ja", "oui", "はい", "예"]
)
_NO: Final = frozenset(
    ["no", "n", "false", "f", "0", "否", "×", "x", "✗", "✘", "☒", "нет", "nein", "non", "いいえ", "아니오"]
)
_DASHES: Final = " \t\r\n\u3000-—–－―─_/\\."
_EMPTY: Final = frozenset(["null", "none", "nan", "n/a", "#n/a", "nil", "无", "無", "なし", "нет", "없음"])

_ADOPTION_MARK: Final = re.compile(r"\s*[\[(（【]?采(?:标)?[\])）】]?$")


def without_adoption_mark(number: str) -> str:
    """The number without the 采 mark that the platform prints after standards that adopt one."""
    return _ADOPTION_MARK.sub("", number)
