"""Titles taken apart: words folded over spelling and plural, part numbers, what tells siblings apart."""

import re
from dataclasses import dataclass
from functools import cache

_OTHER_SCRIPTS = re.compile(r"[\u0400-\u04ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff]")
_WORD = re.compile(r"[^\W_]+(?:\.\d+)?")
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−－", "-"))
_PIECE = r"(?:\d+[a-z]?|[a-z]\d+|[ivx]+\b)"
_PART = re.compile(
    rf"\bparts?[\s:.]+({_PIECE}(?:\s*[-.]\s*{_PIECE})*)(?:\s*[:.,-]*\s*section[\s:.]+({_PIECE}))?(?![a-z])"
)
_RUSSIAN_PART = re.compile(r"\bчасть\s+(\d+(?:-\d+)*)")
_NATIVE_PART = re.compile(r"第\s*([0-9a-z一二三四五六七八九十]+(?:\s*-\s*[0-9a-z]+)*)\s*(?:部分|部)")
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
_LETTERS = re.compile(rf"\b(?:{'|'.join(sorted(_NAMERS))})e?s?\s+([a-z]{{1,2}}\d{{0,2}}|\d+[a-z]?)\b")
"""What stands behind these words tells siblings apart: test Kd, type 2, style J."""
_NUMBER = re.compile(r"(?<![\w.])\d+(?:[.,]\d+)?")
_TURNING = frozenset(
    (
        *("guidance", "guide", "guideline", "background", "vocabulary", "amendment", "supplement"),
        *("non", "not", "without", "except", "excluding", "other"),
    )
)
"""Folded words that change what a title is about when only one of two titles has them."""
_KANA = re.compile(r"[\u3041-\u30ff]")
FRAGMENT = "~"
"""Stands before a piece of a katakana word."""
_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af々]")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_RUSSIAN_STEM = 5
_KATAKANA = re.compile(r"[\u30a1-\u30ff]")
_HIRAGANA = re.compile(r"[\u3041-\u309f]")
_RUN = re.compile(
    r"[\u3400-\u4dbf\u4e00-\u9fff々]+|[\u30a1-\u30fa\u30fc-\u30ff]+|[\u3041-\u309f]+|[\uac00-\ud7af]+"
    r"|[\u0400-\u04ff]+|[a-z]+|\d+(?:\.\d+)?"
)
_LONGEST_PHRASE = 6
_LONG_KATAKANA = 4
_JAPANESE_PARTICLES = frozenset(
    (
        *("及び", "又は", "並びに", "による", "のための", "のため", "するための", "その"),
        *("における", "に対する", "に関する", "から", "として", "する"),
    )
)
_OWN_AMENDMENT = re.compile(r"[\s(-]+(?:technical )?(?:amendment|corrigendum)(?: \d+)?\)?$")
"""What the titles of amendments carry behind that of their base."""
_OWN_NUMBER = re.compile(r"^(?:this (?:part of )?)?(?:iso|iec|cispr|gb|jis|iwa)\b[a-z/ ]*[\d:.-]+(?:\(e\))?")
_SCOPE_LETTERS = 600
_ENDINGS = (
    ("isation", "ization"),
    ("ising", "izing"),
    ("ised", "ized"),
    ("ise", "ize"),
    ("yse", "yze"),
    ("our", "or"),
    ("tre", "ter"),
    ("bre", "ber"),
    ("ogue", "og"),
    ("inium", "inum"),
    ("mme", "m"),
)
"""British endings and the American ones they are folded into; both sides are, so a false one is harmless."""


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


def is_english(text: str) -> bool:
    """Whether the text can be compared with English titles: it has letters, and they are Latin."""
    return bool(text) and not _OTHER_SCRIPTS.search(text) and any(letter.isalpha() for letter in text)


def is_native(text: str) -> bool:
    """Whether the text is Chinese, Japanese, Korean or Russian."""
    return bool(_OTHER_SCRIPTS.search(text))


def has_kana(text: str) -> bool:
    """Whether the text is Japanese beyond doubt."""
    return bool(_KANA.search(text))


def normalized(text: str) -> str:
    """Case folded, every dash a hyphen, blanks single: the form in which equal titles are equal."""
    return " ".join(text.translate(_DASHES).casefold().split())


def english_facets(title: str) -> Facets:
    """The facets of a normalized English title."""
    title = _OWN_AMENDMENT.sub("", title) if "amendment" in title or "corrigendum" in title else title
    part, rest = _without_part(title) if "part" in title else ("", title)
    words = [folded(word) for word in _WORD.findall(rest)]
    particulars = {found.replace(",", ".") for found in _NUMBER.findall(rest)}
    if not _NAMERS.isdisjoint(words):
        particulars.update(_LETTERS.findall(rest))
    return Facets(tuple(words), part, frozenset(particulars), _TURNING.intersection(words))


def scope_words(scope: str) -> tuple[str, ...]:
    """The first words of an English scope, without the number of the document itself; none in other languages."""
    if not is_english(scope):
        return ()
    text = _OWN_NUMBER.sub("", normalized(scope[:_SCOPE_LETTERS]), count=1)
    return tuple([folded(word) for word in _WORD.findall(text)])


def native_facets(title: str) -> Facets:
    """The facets of a normalized title that is not in English; its words are pieces as the lexicon knows them."""
    found = _NATIVE_PART.search(title) or _RUSSIAN_PART.search(title)
    part = "-".join(_arabic(piece.strip()) for piece in found.group(1).split("-")) if found else ""
    rest = f"{title[: found.start()]} {title[found.end() :]}" if found else title
    words = tuple([piece for run in _RUN.findall(rest) for piece in _pieces(run)])
    return Facets(words, part, frozenset(_NUMBER.findall(rest)))


@cache
def folded(word: str) -> str:
    """The word without plural, with American endings and without ae and oe: fibres is fiber, anaesthetic anesthetic."""
    if len(word) <= 3 or not word.isalpha():
        return word
    word = word.replace("ae", "e").replace("oe", "e").replace("sulph", "sulf")
    if word.endswith("ies"):
        word = word[:-3] + "y"
    elif word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    for british, american in _ENDINGS:
        if word.endswith(british):
            return word[: -len(british)] + american
    return word


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


def _pieces(run: str) -> tuple[str, ...]:
    """A run of one script as words that may repeat in other titles: there are no spaces to go by.

    Han and hangul alone, in overlapping pairs and, when few, as a whole; long katakana also in fragments of three;
    Russian words also by their beginning, whatever their ending.
    """
    if _HAN.match(run):
        pairs = [run[start : start + 2] for start in range(len(run) - 1)]
        whole = [run] if 2 < len(run) <= _LONGEST_PHRASE else []
        return (*run, *pairs, *whole)
    if _KATAKANA.match(run):
        is_long = len(run) > _LONG_KATAKANA
        return (run, *(FRAGMENT + run[start : start + 3] for start in range(len(run) - 2 if is_long else 0)))
    if _HIRAGANA.match(run):
        return () if len(run) == 1 or run in _JAPANESE_PARTICLES else (run,)
    if _CYRILLIC.match(run):
        return (run, FRAGMENT + run[:_RUSSIAN_STEM]) if len(run) > _RUSSIAN_STEM else (run,)
    return (folded(run),)


def _arabic(piece: str) -> str:
    """第十二部 has part 12; what is not written in Chinese digits stays."""
    if not any(letter in _HAN_DIGITS or letter == "十" for letter in piece):
        return piece
    tens, ten, units = piece.rpartition("十")
    value = _HAN_DIGITS.get(units, 0) + (10 * _HAN_DIGITS.get(tens, 1) if ten else 0)
    return str(value)
