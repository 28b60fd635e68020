"""Dirty text of a designation made plain: one width, one dash, Latin letters, no stray blanks and marks."""

import re
import unicodedata
from typing import Final

from aligner.domain.designation.part_words import plain_all_parts

_MARKS: Final = "*†‡§※＊★☆●○◆◇■□▲△"
_CIRCLED: Final = "".join(
    map(chr, (*range(0x2460, 0x24FF + 1), *range(0x2776, 0x2793 + 1), *range(0x3251, 0x32BF + 1)))
)
_QUOTES: Final = "《》〈〉「」『』“”\"'‘’`"
_INVISIBLE: Final = dict.fromkeys(
    (0xAD, 0x34F, 0x61C, 0x180E, 0xFEFF, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070)), None
)
_SIGNS: Final = str.maketrans(
    dict.fromkeys("‐‑‒–—―−﹘﹣－⁃─━ー㆒", "-")
    | dict.fromkeys("∕⁄／⧸", "/")
    | dict.fromkeys("：︰﹕∶ː", ":")
    | dict.fromkeys("。．․", ".")
    | dict.fromkeys("〜～∼", "~")
    | {"＋": "+", "¦": "|", "│": "|", "｜": "|", "‖": "|"}
)
_FOREIGN_DIGIT: Final = re.compile(r"(?![0-9])\d")
_BLANKS: Final = re.compile(r"\s+")
_AROUND_SIGNS: Final = re.compile(r" ?([-:/()+|~,&]) ?")
_DASHES: Final = re.compile(r"-{2,}")
_TAG: Final = re.compile(r"</?[A-Za-z][^<>]{0,100}>|\^")
"""Tags and carets with which search answers mark the words that were looked for."""

_AMENDMENT_SHEET: Final = re.compile(
    r"\s*[《(（]?\s*第\s*([0-9０-９]{1,2}|[一二三四五六七八九十])\s*号?\s*修改[单單]\s*[》)）]?"
)
_NUMERALS: Final = {numeral: str(value) for value, numeral in enumerate("一二三四五六七八九十", 1)}
_REVISED: Final = re.compile(r"\(((?:19|20)\d\d)(?:年版?|年?(?:局部)?修订(?:版)?)\)")
_PART_WORD: Final = r"(?:PARTS?|PTS?\.?|TEILE?|PARTIE|ЧACTЬ|ЧАСТЬ|Ч\.)"
_PART: Final = re.compile(
    rf"(?<=\d)[ ,:-]*\(?(?:{_PART_WORD}[ .-]*(\d{{1,4}}[A-Z]?(?:-\d{{1,4}})*)|第 ?(\d{{1,3}}) ?部分)\)?"
    r"(?=$|[ :,(/-])(?![ :/,-]*SEC)",
    re.IGNORECASE,
)
_PART_AND_YEAR: Final = re.compile(rf"-{_PART_WORD}-?(\d{{1,2}})((?:19|20)\d\d)(?!\d)", re.IGNORECASE)
_DASHED_BODIES: Final = re.compile(r"^IS-(?=(?:ISO|IEC)[-/ ])(?:(ISO)-)?(?:(IEC)-)?(?=\d)", re.IGNORECASE)
_CHINESE: Final = re.compile(r"(?:GB|[A-Z]{2,3}/[TZ]|DB\d|T/)", re.IGNORECASE)
_INDIAN: Final = re.compile(r"IS[ :]", re.IGNORECASE)
_YEAR_WORDS: Final = re.compile(r"(?<=\d)(?:年版|年度版|年|版)(?=$|[(/+,)])|(?<=[-:(])(?=\d{4}年)")
_TITLE: Final = re.compile(r"(?<=[0-9A-Za-z)])\s*《[^》]*》?\s*$")
_COMMENT: Final = re.compile(r"\s#\s.*$", re.DOTALL)

_RUSSIAN: Final = (
    (re.compile(r"РУКОВОДСТВ[ОА]\s+(ИСО(?:\s*/\s*МЭК)?|МЭК)"), r"\1 GUIDE "),
    (re.compile(r"РЕКОМЕНДАЦИ[ЯИ]\s+ИСО"), "ISO/R "),
    (re.compile(r"ИЗМЕНЕНИЕ|ИЗМ\.?"), "AMD "),
    (re.compile(r"ПОПРАВКА"), "COR "),
    (re.compile(r"ОПМС"), "FDIS"),
    (re.compile(r"ПМС"), "DIS"),
    (re.compile(r"ИСО"), "ISO"),
    (re.compile(r"МЭК"), "IEC"),
    (re.compile(r"СИСПР"), "CISPR"),
    (re.compile(r"МСЭ-Т"), "ITU-T"),
    (re.compile(r"(?<=[/ ])ОТУ(?=[/ \d])"), "PAS"),
    (re.compile(r"(?<=[/ ])ТО(?=[/ \d])"), "TR"),
    (re.compile(r"(?<=[/ ])ТС(?=[/ \d])"), "TS"),
    (re.compile(r"(?<=[/ ])ПТУ(?=[/ \d])"), "PAS"),
    (re.compile(r"ГОСТ\s*[РP](?=[\s\d])"), "GOST R"),
    (re.compile(r"ГОСТ"), "GOST"),
    (re.compile(r"СНИП(?=[\s\d])"), "SNIP"),
    (re.compile(r"(?<![А-Я])СП(?=\s*\d)"), "SP"),
    (re.compile(r"(?<![А-Я])РД(?=\s*\d)"), "RD"),
    (re.compile(r"(?<![А-Я])РМГ(?=\s*\d)"), "RMG"),
    (re.compile(r"(?<![А-Я])ПМГ(?=\s*\d)"), "PMG"),
    (re.compile(r"(?<![А-Я])ОСТ(?=\s*\d)"), "OST"),
    (re.compile(r"СТБ"), "STB"),
    (re.compile(r"СТ\s*РК"), "ST RK"),
    (re.compile(r"ПНСТ"), "PNST"),
    (re.compile(r"ДСТУ"), "DSTU"),
    (re.compile(r"(?<=[ /])ЕН(?=[ \d/])"), "EN"),
    (re.compile(r"(?<=\d)Е$"), "E"),
)
_LOOKALIKES: Final = str.maketrans("АВЕКМНОРСТХУІЈЅ", "ABEKMHOPCTXYIJS")
_FRENCH: Final = (
    (re.compile(r"\bCEI\b", re.IGNORECASE), "IEC"),
    (re.compile(r"^Guides? (ISO(?:/IEC)?|IEC) ?", re.IGNORECASE), r"\1 Guide "),
    (re.compile(r"^Directives? (ISO/IEC),? ?", re.IGNORECASE), r"\1 DIR "),
    (re.compile(r"^(ISO/IEC) Directives,? ?", re.IGNORECASE), r"\1 DIR "),
)


def plain_signs(text: str) -> str:
    """The text with one dash, slash, colon and tilde, and no invisible characters; blanks and letters stay."""
    return text.translate(_INVISIBLE).translate(_SIGNS)


def normalized(text: str) -> str:
    """The text in the form the grammar reads; an empty text when nothing is left of it."""
    text = text.translate(_INVISIBLE)
    if "<" in text or "^" in text:
        text = _TAG.sub("", text)
    if "修改" in text:
        text = _AMENDMENT_SHEET.sub(lambda sheet: f"/XG{_NUMERALS.get(sheet[1], sheet[1])}", text)
    text = _TITLE.sub("", text).strip().strip(_MARKS + _CIRCLED + _QUOTES + " \t\r\n\u3000\xa0")
    text = unicodedata.normalize("NFKC", text.translate(_SIGNS)).translate(_SIGNS)
    text = _FOREIGN_DIGIT.sub(lambda digit: str(unicodedata.decimal(digit[0])), text)
    text = _COMMENT.sub("", text)
    if "(" in text or not text.isascii():
        text = plain_all_parts(text)
    if any("\u0400" <= character <= "\u04ff" for character in text):
        text = _latin(text)
    text = _BLANKS.sub(" ", text).strip(" ;,、。.")
    text = _DASHES.sub("-", _AROUND_SIGNS.sub(r"\1", text))
    text = _YEAR_WORDS.sub("", _REVISED.sub(r"(\1)", text))
    text = _with_part(text)
    for pattern, replacement in _FRENCH:
        text = pattern.sub(replacement, text)
    return text.rstrip(":-/+|*").strip()


def _latin(text: str) -> str:
    text = text.upper()
    for pattern, replacement in _RUSSIAN:
        text = pattern.sub(replacement, text)
    return text.translate(_LOOKALIKES)


def _with_part(text: str) -> str:
    """The text with a part that is written as a word, `ISO 2859 Part 1:1999`, behind its dash or dot.

    Indian numbers are printed with the word, `IS 2500 (Part 1)`; in addresses of web pages everything is dashed.
    """
    if text[:3].upper() == "IS-":
        text = _DASHED_BODIES.sub(lambda bodies: "/".join(["IS", *filter(None, bodies.groups())]).upper() + " ", text)
        text = _PART_AND_YEAR.sub(r"-\1:\2", text)
    if _INDIAN.match(text):
        return text
    sign = "." if _CHINESE.match(text) else "-"
    return _PART.sub(lambda part: sign + (part[1] or part[2]), text)
