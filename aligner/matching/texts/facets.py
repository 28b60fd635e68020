"""Titles taken apart: their words, part numbers, and what tells siblings apart."""

import re
from dataclasses import dataclass

from aligner.matching.texts.language import CHINESE, ENGLISH
from aligner.matching.texts.traditional import simplified
from aligner.matching.texts.words import words_of

_PIECE = r"(?:\d+[a-z]?|[a-z]\d+|[ivx]+\b)"
_PART = re.compile(
    rf"\bparts?[\s:.]+({_PIECE}(?:\s*[-.]\s*{_PIECE})*)(?:\s*[:.,-]*\s*section[\s:.]+({_PIECE}))?(?![a-z])"
)
_PART_ELSEWHERE = re.compile(
    r"\b(?:часть|частина|partie|teil|parte|deel|del|część|część|část|bölüm|phần|bagian|osa|rész)"
    rf"\s+({_PIECE}(?:\s*[-.]\s*{_PIECE})*)(?![^\W\d_])"
)
_PART_BEFORE = re.compile(r"(?:第|제)\s*([0-9a-z一二三四五六七八九十]+(?:\s*-\s*[0-9a-z]+)*)\s*(?:部分|部|부)")
_ROMAN = {
    "i": "1",
    "ii": "2",
    "iii": "3",
    "iv": "4",
    "v": "5",
    "vi": "6",
    "vii": "7",
    "viii": "8",
    "ix": "9",
    "x": "10",
}
_HAN_DIGITS = {digit: value for value, digit in enumerate("一二三四五六七八九", start=1)}
_NAMERS = frozenset(("test", "method", "style", "type", "level", "form", "grade", "class", "profile", "annex", "group"))
_NO_LETTERS = r"(?!(?:of|in|by|to|on|at|an|as|is|or|if|up|no|it|we|be|do|so|a(?=\s+[a-z])|[ivx]+\s+of)\b)"
"""Little words of two letters, and the article: no test is called so."""
_LETTER = r"(?:[a-z]{1,2}\d{0,2}|[a-z]{3}(?=\s*[:)]|\s+-|$)|\d+[a-z]?)"
_LETTERS = re.compile(rf"\b(?:{'|'.join(sorted(_NAMERS))})e?s?\s+{_NO_LETTERS}({_LETTER})(?![\w'’])")
"""What stands behind these words tells siblings apart: test Kd, type 2, style J."""
_LETTER_LOOK = r"[a-zавсенкмортх]{1,3}\d{0,2}"
_NAMED_BEFORE = re.compile(rf"(?:试验|試験|类型|類型|型式|等级|等級|시험|유형)\s*[“\"']?({_LETTER_LOOK})(?![^\W_])")
_NAMED_ELSEWHERE = re.compile(
    r"\b(?:испытани[ея]|метод|тип|класс|essai|méthode|type|prüfung|verfahren|typ|klasse|ensayo|ensaio|prova|tipo|clase)"
    rf"\s+[“\"«']?({_LETTER_LOOK})(?=[”\"»']?(?:\s*[:.,;)]|\s+-|$))"
)
_NAMED_BEHIND = re.compile(rf"(?<![^\W_])({_LETTER_LOOK})\s*(?:级|級|型|类|類|种|種)")
_LATIN_LOOK = str.maketrans("авсенкмортх", "abcehkmoptx")
"""Cyrillic letters that look like Latin ones: испытание Кс is test Kc."""
_NUMBER = re.compile(r"(?<![\w.])\d{1,3}(?: \d{3})+(?![\w.])|(?<![\w.])\d+(?:[.,]\d+)*")
_NATIVE_NUMBER = re.compile(r"(?<![a-z\d.,])(?:\d{1,3}(?: \d{3})+|\d+(?:[.,]\d+)*)")
_TURNING = {
    **dict.fromkeys(("guidance", "guide", "guideline"), "guidance"),
    **{word: word for word in ("background", "vocabulary", "amendment", "supplement")},
    **{word: word for word in ("non", "not", "without", "except", "excluding", "other")},
}
"""Folded words that change what a title is about when only one of two titles has them."""
_OWN_AMENDMENT = re.compile(r"[\s(-]+(?:technical )?(?:amendment|corrigendum)(?: \d+)?\)?$")
"""What the titles of amendments carry behind that of their base."""


TELLING_WORDS = 2
"""A title with fewer words of some length says little."""
LETTERS, HAN_LETTERS = 4, 2
"""Least letters of such a word, in Latin letters and in others."""


@dataclass(frozen=True, slots=True)
class Facets:
    """What a title says: its words, and the particulars that tell it from its siblings.

    `part` is "2-43", "" when none is named; `particulars` are the numbers and the test letters outside the part,
    `turning` the words that turn the meaning round.
    """

    words: tuple[str, ...]
    part: str
    particulars: frozenset[str]
    turning: frozenset[str] = frozenset()

    def says_little(self) -> bool:
        """Whether there is hardly a word of some length: "General", "Part 2"."""
        least = {True: LETTERS, False: HAN_LETTERS}
        return len({word for word in self.words if len(word) >= least[word.isascii()]}) < TELLING_WORDS


def facets_of(title: str, language: str) -> Facets:
    """The facets of a normalized title in this language."""
    return english_facets(title) if language == ENGLISH else native_facets(title, language)


def english_facets(title: str) -> Facets:
    """The facets of a normalized English title."""
    title = _OWN_AMENDMENT.sub("", title) if "amendment" in title or "corrigendum" in title else title
    part, rest = _without_part(title) if "part" in title else ("", title)
    words = words_of(rest, ENGLISH)
    particulars = {_plain(found) for found in _NUMBER.findall(rest)}
    if not _NAMERS.isdisjoint(words):
        particulars.update(_LETTERS.findall(rest))
    turning = frozenset(_TURNING[word] for word in _TURNING.keys() & set(words))
    return Facets(words, part, frozenset(particulars), turning)


def native_facets(title: str, language: str) -> Facets:
    """The facets of a normalized title in another language; its words are pieces as the lexicon knows them."""
    title = simplified(title) if language == CHINESE else title
    found = _PART_BEFORE.search(title) or _PART_ELSEWHERE.search(title)
    part = "-".join(_arabic(piece.strip()) for piece in re.split(r"[-.]", found.group(1))) if found else ""
    rest = f"{title[: found.start()]} {title[found.end() :]}" if found else title
    particulars = {_plain(number) for number in _NATIVE_NUMBER.findall(rest)}
    for named in (_NAMED_BEFORE, _NAMED_ELSEWHERE, _NAMED_BEHIND):
        particulars.update(letters.translate(_LATIN_LOOK) for letters in named.findall(rest))
    return Facets(words_of(rest, language), part, frozenset(particulars))


def _plain(number: str) -> str:
    """The number with a decimal point and without what only separates or rounds: "1 000" and "64,0" are 1000 and 64."""
    whole, point, decimals = number.replace(" ", "").replace(",", ".").partition(".")
    decimals = decimals.rstrip("0") if "." not in decimals else decimals
    return f"{whole}{point}{decimals}" if decimals else whole


def _without_part(title: str) -> tuple[str, str]:
    """The part number of an English title, and the title without it: "Part 2: Section 7" is part 2-7."""
    found = _PART.search(title)
    if not found:
        return "", title
    pieces = re.split(r"\s*[-.]\s*", found.group(1))
    if found.group(2):
        pieces.append(found.group(2))
    part = "-".join(_ROMAN.get(piece, piece) for piece in pieces)
    return part, f"{title[: found.start()]} {title[found.end() :]}"


def _arabic(piece: str) -> str:
    """第十二部 has part 12; what is not written in Chinese or Roman digits stays."""
    if not any(letter in _HAN_DIGITS or letter == "十" for letter in piece):
        return _ROMAN.get(piece, piece)
    tens, ten, units = piece.rpartition("十")
    value = _HAN_DIGITS.get(units, 0) + (10 * _HAN_DIGITS.get(tens, 1) if ten else 0)
    return str(value)
