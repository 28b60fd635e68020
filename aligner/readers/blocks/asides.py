"""Rows of a list that are no standards: groups, totals, page feet, signatures, notes, numbers of columns."""

import re
import unicodedata
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

_TOTAL_OR_NOTE: Final = re.compile(
    r"(?:合\s*计|小\s*计|总\s*计|共\s*计|累\s*计|总\s*数|合\s*計|小\s*計|総\s*計|計)(?![^\W\d])|(?:以上)?(?:总共|合计|小计|总计|共计|共)\s*(?:有\s*)?\d+\s*[项条个件]"
    r"|(?:本页|本表|本组|全表|上页)(?:合计|小计|共|结转|累计)"
    r"|(?:注|备注|说明|附注|備考|注記|資料|出典|数据来源|资料来源|来源|统计日期|打印日期|导出时间|导出日期|注释|填表说明)\s*(?:[:：\d（(①]|$)"
    r"|(?:制表|填表|审核|复核|批准|校核|编制|经办|填报|负责|联系|统计)\s*(?:人|人员|单位|部门|时间|日期|电话|者)?\s*(?:[:：（(]|$)"
    r"|(?:单位)?(?:负责人|盖章|公章|签字|签名|签章|日期|电话|传真|邮箱|联系人|联系电话|填报单位|报送单位)\s*(?:[:：（(]|$)"
    r"|(?:sub|grand)?\s?-?totals?\b|(?:foot)?(?:notes?|source|sources|remarks?|printed|exported|prepared|checked|approved|signature|signed|date|compiled|reviewed)\b\s*(?:by\b|on\b|[:.\d]|$)"
    r"|(?:итого|всего|примечани[ея]|составил|проверил|утвердил|источник)\b|подпись"
    r"|第\s*\d+\s*页|共\s*\d+\s*页|page\s+\d+|стр(?:\.|аница)\s*\d+"
    r"|[-–—]\s*\d{1,4}\s*[-–—]$|\d{1,4}\s*/\s*\d{1,4}$|第\s*\d+\s*/\s*\d+\s*页"
    r"|(?:接)?(?:续表|续上表|上接|下接|接上页|转下页|以下空白"
    r"|（?以下无正文|（?续）|continued\b|\(continued\)|\(cont|end of (?:list|table))"
    r"|\*\s?(?:表示|标有|代表)|(?:打印|导出|生成|下载)(?:于|时间|日期)",
    re.IGNORECASE,
)
_COUNTED: Final = re.compile(r"[（(\[【]?\s*(?:第\s*)?(\d{1,2})\s*(?:列|栏)?\s*[)）\]】.]?")
_CIRCLED: Final = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_STEMS: Final = "甲乙丙丁戊己庚辛壬癸"
_RULER: Final = re.compile(r"[-=_—–:|.·*\s]+")
_ORDINAL: Final = re.compile(
    r"[（(]?(?:[一二三四五六七八九十百]{1,4}|[IVXivx]{1,5}|[A-Za-z]|\d{1,2}(?:\.\d{1,2}){0,4})[)）.、．]?\s*"
)
_NUMBER_LIKE: Final = re.compile(r"(?=.*\d)(?=.*[A-Za-zА-Яа-яЁё])[^\s,，。]{2,}.{0,40}")
_YEARED: Final = re.compile(r"\d(?:[-–—:：]|\s*[(（])\s*(?:19|20)?\d\d(?!\d)")
_NO_NUMBERS: Final = re.compile(
    r"(?:SAC|ISO|IEC|CEN|全国.*)?\s*/?\s*(?:TC|SC|WG|JTC|ТК|TK)\s?\d+|ICS\b|CCS\b|МКС|ОКС|第.{1,4}[章节部类篇组]|(?:19|20)\d\d\s*年",
    re.IGNORECASE,
)


def is_total_or_note(text: str) -> bool:
    """Whether a row that begins with this text is a total, a note, a page foot or a signature, not a standard."""
    return _TOTAL_OR_NOTE.match(text) is not None


def are_column_numbers(texts: Sequence[str]) -> bool:
    """Whether these texts of a row only count the columns: (1) (2) (3), A B C, 甲 乙 1 2."""
    if len(texts) < 2:
        return False
    counted = [_counter(text) for text in texts if text.strip(" -—") and text.strip() != "栏次"]
    known = [number for number in counted if number is not None]
    if len(known) < 2 or len(known) < len(counted):
        return False
    steps = [after - before for before, after in pairwise(known)]
    return sum(step == 1 for step in steps) >= len(steps) - 1 and all(
        step == 1 or after == 1 for step, after in zip(steps, known[1:], strict=True)
    )


def _counter(text: str) -> int | None:
    plain = text.strip()
    if len(plain) == 1:
        if plain in _CIRCLED:
            return _CIRCLED.index(plain) + 1
        if plain in _STEMS:
            return _STEMS.index(plain) + 1
        if "A" <= plain.upper() <= "Z":
            return ord(plain.upper()) - ord("A") + 1
    found = _COUNTED.fullmatch(unicodedata.normalize("NFKC", plain))
    return int(found[1]) if found else None


def is_ruler(texts: Sequence[str]) -> bool:
    """Whether the row is only a line that is drawn: |---|---|."""
    return len(texts) > 1 and all(_RULER.fullmatch(text) and len(text) > 1 for text in texts)


def is_ordinal(text: str) -> bool:
    """Whether the text only counts: 一, （二）, 1.1, IV, A."""
    return bool(text) and _ORDINAL.fullmatch(text) is not None


def looks_like_number(text: str) -> bool:
    """Whether a text that no body prints as a number looks like one all the same: letters, digits, mostly a year."""
    if not _NUMBER_LIKE.match(text) or _NO_NUMBERS.match(text) or len(text) > 60:
        return False
    ideographs = sum("\u3400" <= sign <= "\u9fff" for sign in text)
    return ideographs <= 2 and (bool(_YEARED.search(text)) or len(text.split()) <= 3)
