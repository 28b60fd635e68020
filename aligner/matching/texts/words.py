"""Words of any language in the form in which they are compared: folded in English, pieces where no spaces divide."""

import re
import unicodedata
from functools import cache
from itertools import pairwise
from typing import Final

from aligner.matching.texts.language import ENGLISH, VIETNAMESE, is_latin, normalized

WORD: Final = re.compile(r"[^\W_]+(?:\.\d+)?")
FRAGMENT: Final = "~"
"""Stands before a piece of a word."""

_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af々]")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_RUSSIAN_STEM = 5
_KATAKANA = re.compile(r"[\u30a1-\u30ff]")
_HIRAGANA = re.compile(r"[\u3041-\u309f]")
_RUN = re.compile(
    r"[\u3400-\u4dbf\u4e00-\u9fff々]+|[\u30a1-\u30fa\u30fc-\u30ff]+|[\u3041-\u309f]+|[\uac00-\ud7af]+"
    r"|[\u0400-\u04ff]+|\d+(?:\.\d+)?|[^\W\d_\u0400-\u04ff\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af]+"
)
_LONGEST_PHRASE = 6
_LONG_KATAKANA = 4
_JAPANESE_PARTICLES = frozenset(
    (
        *("及び", "又は", "並びに", "による", "のための", "のため", "するための", "その"),
        *("における", "に対する", "に関する", "から", "として", "する"),
    )
)
_OWN_NUMBER = re.compile(r"^(?:this (?:part of )?)?(?:iso|iec|cispr|gb|jis|iwa)\b[a-z/ ]*[\d:.-]+(?:\(e\))?")
_SCOPE_LETTERS = 600
_PLURAL_X = frozenset(("fr",))
_PLURAL_S = frozenset(("fr", "es", "pt"))
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


def words_of(text: str, language: str) -> tuple[str, ...]:
    """The words of a normalized text without its part number, as texts of this language are compared."""
    if language == ENGLISH:
        return tuple([folded(word) for word in WORD.findall(text)])
    if language == VIETNAMESE:
        return _syllables(text)
    return tuple([piece for run in _RUN.findall(text) for piece in _pieces(run, language)])


def scope_words(scope: str) -> tuple[str, ...]:
    """The first words of an English scope, without the number of the document itself; none in other languages."""
    if not is_latin(scope):
        return ()
    return words_of(scope_beginning(scope), ENGLISH)


def scope_beginning(scope: str) -> str:
    """The beginning of a scope, normalized and without the number of the document itself."""
    return _OWN_NUMBER.sub("", normalized(scope[:_SCOPE_LETTERS]), count=1)


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


def _syllables(text: str) -> tuple[str, ...]:
    """Vietnamese writes its syllables apart: each of them, and each two neighbours, for most words have two."""
    syllables = WORD.findall(unicodedata.normalize("NFC", text))
    return (*syllables, *(" ".join(pair) for pair in pairwise(syllables)))


def _pieces(run: str, language: str) -> tuple[str, ...]:
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
    return (_latin(run, language),)


@cache
def _latin(word: str, language: str) -> str:
    """A word in Latin letters: English as everywhere, others without accents and, where -s marks it, without plural."""
    if word.isascii() and language not in _PLURAL_S:
        return folded(word)
    bare = "".join(letter for letter in unicodedata.normalize("NFD", word) if not unicodedata.combining(letter))
    if len(bare) > 3 and (
        (bare.endswith("s") and language in _PLURAL_S) or (bare.endswith("x") and language in _PLURAL_X)
    ):
        return bare[:-1]
    return bare
