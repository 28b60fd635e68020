"""Parts of a standard that are named in words, put into the form in which the grammar reads them.

All parts: `ISO 105 系列标准`, `(toutes les parties)`, `(全ての部)`; several: `ISO 683 (parts 1-3)`, `第1部分～第3部分`.
"""

import re
from typing import Final

_ALL: Final = "|".join(
    (
        r"(?:全部|所有|各|各个|全)的?(?:子|分)?部分|共\s?\d{1,3}\s?个?部分|(?:全|整个)?系列(?:的?(?:国际|国家)?标准)?",
        r"(?:全て|すべて|全)の?(?:部|パート)(?:編)?|(?:規格)?シリ[ー-]ズ(?:規格)?|規格群",
        r"(?:모든|전체|전) ?(?:부|파트)|시리즈",
        r"all (?:of )?(?:the |its )?parts",
        r"(?:all |complete |whole |entire )?series(?: of (?:international )?standards)?",
        r"standards? (?:series|family)|family(?: of standards)?",
        r"(?:alle|sämtliche) teile|normenreihe|reihe",
        r"toutes (?:les |ses )?parties|série(?: de normes)?|todas (?:las|sus|as) partes|tutte le parti|serie",
        r"все части|серия(?: стандартов)?|tất cả các phần",
    )
)
_LETTER: Final = r"[^\W\d_]"
_ALL_IN_BRACKETS: Final = re.compile(rf"(?<=[0-9A-Za-z])[ ,:-]{{0,3}}[(\[【]\s?(?:{_ALL})\s?[)\]】]", re.IGNORECASE)
_ALL_BARE: Final = re.compile(rf"(?<=\d)[ ,:-]{{0,3}}(?:{_ALL})(?![a-zа-яё0-9])(?=$|\W|idt|mod|neq|eqv)", re.IGNORECASE)
_ALL_BEFORE: Final = re.compile(
    rf"(?<!{_LETTER})(?:серия(?: стандартов)?|(?:normen)?reihe|série(?: de normes)?|series|serie) "
    rf"(?P<number>[A-ZА-Я][A-ZА-Я/ ]{{1,12}}\d{{1,6}})(?![\d.:/-])",
    re.IGNORECASE,
)

_TO: Final = r"\s?(?:~|-|至|到|から|to|through|bis|à|до|по)\s?"
_SEVERAL: Final = r"parts|pts\.?|teile|parties|части|ч\.|partes"
_RANGE_OF_WORDS: Final = re.compile(
    rf"(?<=\d)[ ,:-]{{0,3}}[(\[]?(?:{_SEVERAL}) ?(?P<first>\d{{1,3}}){_TO}(?P<last>\d{{1,3}})(?!\d)[)\]]?"
    rf"|(?<=\d)[ ,:-]{{0,3}}[(\[]?第 ?(?P<begin>\d{{1,3}}) ?(?:部分?)?{_TO}第? ?(?P<end>\d{{1,3}}) ?部分?[)\]]?",
    re.IGNORECASE,
)
_LIST_OF_WORDS: Final = re.compile(
    r"(?<=\d)[ ,:-]{0,3}[(\[]?第 ?(?P<parts>\d{1,3}(?: ?(?:部分)? ?[、,和及与] ?(?:第 ?)?\d{1,3}){1,30}) ?部分?[)\]]?"
)
_DOTS: Final = re.compile(r"(?<=\d)(?:\.{2,3}|…)(?=-?\d)")
_NUMERAL: Final = re.compile("第 ?([一二三四五六七八九十]{1,3}) ?(?=[部至到~、和及与])")
_UNITS: Final = "零一二三四五六七八九"
_CHINESE_NUMBER: Final = re.compile(r"(?:GB|[A-Z]{2,3}/[TZ]|DB\d{2,6}|T/[A-Z]{2,20})(?:[/ ][TZ])? ?\d{1,6}$")
_WORDS: Final = re.compile(rf"{_ALL}|{_SEVERAL}|第|\.\.|…", re.IGNORECASE)


def plain_parts(text: str) -> str:
    """The text with parts that are named in words written as signs: ` (all parts)`, `-1~3`, `-1、-2`.

    Expects NFKC text with plain signs. (No published rule; this is how lists put it.)
    """
    if _WORDS.search(text) is None:
        return text
    text = _NUMERAL.sub(lambda found: f"第{_value(found[1])}", text)
    text = _LIST_OF_WORDS.sub(_listed, _RANGE_OF_WORDS.sub(_between, _DOTS.sub("~", text)))
    return plain_all_parts(_ALL_BEFORE.sub(r"\g<number> (all parts)", text))


def plain_all_parts(text: str) -> str:
    """The text with every way to say "all parts" behind a number as ` (all parts)`."""
    return _ALL_BARE.sub(" (all parts)", _ALL_IN_BRACKETS.sub(" (all parts)", text))


def _between(found: re.Match[str]) -> str:
    sign = _sign_before(found)
    return f"{sign}{int(found['first'] or found['begin'])}~{int(found['last'] or found['end'])} "


def _listed(found: re.Match[str]) -> str:
    sign = _sign_before(found)
    return "、".join(f"{sign}{int(one)}" for one in re.findall(r"\d+", found["parts"])) + " "


def _sign_before(found: re.Match[str]) -> str:
    """How the body of the number before this parts off its parts."""
    return "." if _CHINESE_NUMBER.search(found.string[max(0, found.start() - 40) : found.start()]) else "-"


def _value(numeral: str) -> int:
    tens, ten, units = numeral.rpartition("十")
    if not ten:
        return _UNITS.index(numeral[-1])
    return (_UNITS.index(tens[-1]) if tens else 1) * 10 + (_UNITS.index(units[-1]) if units else 0)
