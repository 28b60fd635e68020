"""Words of catalogues in four languages: status, rows that are no standards, marks."""

import re
import unicodedata
from typing import Final

from aligner.domain.standards.fields import Status

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
STATUS: Final = {word: status.value for status, words in _WORDS.items() for word in words.split()}
_BETWEEN: Final = re.compile(r"[\s()（）\[\]:：*。_-]+")


def status_of(text: str) -> str | None:
    """The status that this word of a catalogue means; None when it is not known."""
    folded = _BETWEEN.sub("", unicodedata.normalize("NFKC", text).casefold())
    if folded in STATUS:
        return STATUS[folded]
    return next((value for word, value in _LONGEST_FIRST if len(word) > 1 and word in folded), None)


_LONGEST_FIRST: Final = sorted(
    ((word, value) for word, value in STATUS.items() if len(word) > 1 and not word.isascii()),
    key=lambda pair: -len(pair[0]),
)

_NO_STANDARD: Final = re.compile(
    r"(?:合\s*计|小\s*计|总\s*计|共\s*计|累\s*计|总数|合\s*計|小\s*計|総\s*計)(?![^\W\d])|(?:共|总共)\s*\d+\s*[项条个]"
    r"|(?:注|备注|说明|附注|備考|注記|資料|出典|数据来源|资料来源|来源|制表|填表|审核|统计日期|打印日期|导出时间|导出日期)\s*(?:[:：\d（(]|$)"
    r"|(?:sub|grand)?\s?-?totals?\b|(?:notes?|source|sources|remarks?|printed|exported)\s*(?:[:.\d]|$)"
    r"|(?:итого|всего|примечани[ея])\b|第\s*\d+\s*页|page\s+\d+",
    re.IGNORECASE,
)


def is_total_or_note(text: str) -> bool:
    """Whether a row that begins with this text is a total or a note, not a standard."""
    return _NO_STANDARD.match(text) is not None


_ADOPTION_MARK: Final = re.compile(r"\s*[\[(（【]?采(?:标)?[\])）】]?$")


def without_adoption_mark(number: str) -> str:
    """The number without the 采 mark that the platform prints after standards that adopt one."""
    return _ADOPTION_MARK.sub("", number)
