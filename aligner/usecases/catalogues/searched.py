"""The form in which texts are searched: however a number or a word is typed, it is found as the list prints it."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import islice
from typing import Final

from aligner.domain.designation.spelling import plain_signs
from aligner.matching.texts.traditional import traditional_characters

_PIECE: Final = 500
"""Texts made searchable at once: one long replacement would let no other thread go on."""

_END: Final = "\x1e"
"""Parts the texts of a piece from one another; none of them contains it."""

JOINT: Final = "\x1f"
"""Stands for every dash, colon, slash and dot between two digits: 9001:2015, 19001-2016, 5169.10."""

_HAN: Final = "[\u3001-\u303f\u3400-\u9fff]"
_BESIDE_HAN: Final = re.compile(rf" +(?:(?<={_HAN} )|(?={_HAN}))")
_JOINED_DIGITS: Final = re.compile(r"(?<=\d) ?[:/.-] ?(?=\d)")
_BODY_AND_NUMBER: Final = re.compile(r"([a-z]{2,})(\d.+)|([a-z]{3,})(\d)")
_UNFOLDED: Final = (*range(0x80, 0x3400), *range(0xA000, 0xAC00), *range(0xF900, 0x10000))
"""What may be an accented, full-width or otherwise decorated form of something plain; no Chinese and no Korean."""


def searchable(texts: Iterable[str]) -> list[str]:
    """The texts as they are searched: lower case without accents, half width, simplified Chinese, one sign between
    the digits of a number, and no other dashes, slashes and colons."""
    rest: Iterator[str] = iter(texts)
    found: list[str] = []
    while piece := list(islice(rest, _PIECE)):
        folded = _folded(_END.join(text.replace(_END, " ") for text in piece))
        found += _BESIDE_HAN.sub("", folded).split(_END)
    return found


def search_words(typed: str) -> tuple[str, ...]:
    """What each searched text has to contain, in any order; empty when nothing is looked for.

    A number that is typed without its blank, `ISO9001` or `GBT19001`, is two words.
    """
    words = _folded(typed).replace(_END, " ").split()
    return tuple(part for word in words for part in _parts(word))


def has_words(text: str, words: Sequence[str]) -> bool:
    """Whether a text that was made searchable contains all of these words."""
    return all(word in text for word in words)


def _folded(text: str) -> str:
    """All of it but the blanks beside Chinese characters, which part the words of a search."""
    if not text.isascii():
        text = text.translate(_plain_forms())
    text = _JOINED_DIGITS.sub(JOINT, text.casefold().replace(" /", "/").replace("/ ", "/"))
    return text.replace("/", "").replace("-", "").replace(":", " ")


def _parts(word: str) -> tuple[str, ...]:
    found = _BODY_AND_NUMBER.fullmatch(word)
    return (word,) if found is None else tuple(part for part in found.groups() if part)


@cache
def _plain_forms() -> dict[int, str]:
    """The plain form of every character that has another one."""
    forms = {code: _plain(chr(code)) for code in _UNFOLDED}
    return {code: form for code, form in forms.items() if form != chr(code)} | dict(traditional_characters())


def _plain(character: str) -> str:
    """`Ａ` as A, `é` as e, `—` as -, a combining accent as nothing."""
    letters = unicodedata.normalize("NFKD", plain_signs(character))
    bare = "".join(letter for letter in letters if not 0x300 <= ord(letter) < 0x370)
    return plain_signs(unicodedata.normalize("NFKC", bare))
