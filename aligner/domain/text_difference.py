"""Where two texts say the same: by words, and by characters where a script writes no spaces."""

import re
import unicodedata
from dataclasses import dataclass
from difflib import SequenceMatcher

_TOKEN = re.compile(
    r"[\u2e80-\u2fff\u3005-\u3007\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"  # one such character
    r"|[^\W_\u2e80-\u2fff\u3005-\u3007\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]+"  # a word or a number
    r"|\s+"
    r"|.",
    re.DOTALL,
)

_ONE_SCRIPT = {"HIRAGANA": "CJK", "KATAKANA": "CJK", "KATAKANA-HIRAGANA": "CJK"}
_LATIN = frozenset({"LATIN", "FULLWIDTH", "GREEK", "MODIFIER", "MATHEMATICAL", "MICRO", "OHM", "ANGSTROM", "KELVIN"})
"""Letters of English texts, signs of units among them."""

_SEPARATORS = frozenset(",.:;，、：；。．·")


@dataclass(frozen=True, slots=True)
class TextPiece:
    """A stretch of a text; `is_common` when the other text has it at the same place."""

    text: str
    is_common: bool


@dataclass(frozen=True, slots=True)
class TextDifference:
    """Two texts in pieces; the pieces of a side, joined, are its text."""

    left: tuple[TextPiece, ...]
    right: tuple[TextPiece, ...]


def text_difference(left: str, right: str) -> TextDifference:
    """The two texts with what only one of them says set apart.

    Capitals, full-width forms, spaces, dashes, commas and the like make no difference.
    """
    ours, theirs = _TOKEN.findall(left), _TOKEN.findall(right)
    matcher = SequenceMatcher(None, [_folded(one) for one in ours], [_folded(one) for one in theirs], autojunk=False)
    left_pieces: list[TextPiece] = []
    right_pieces: list[TextPiece] = []
    for kind, i, j, k, m in matcher.get_opcodes():
        for pieces, tokens in ((left_pieces, ours[i:j]), (right_pieces, theirs[k:m])):
            _add(pieces, tokens, is_common=kind == "equal" or not any(map(_says_something, tokens)))
    return TextDifference(tuple(left_pieces), tuple(right_pieces))


def are_in_one_script(left: str, right: str) -> bool:
    """Whether two texts can share words: Chinese or Russian beside English differs for being another language.

    Latin letters occur in every script: `Unicode` in a Chinese title makes it no English one.
    """
    return _scripts(left) == _scripts(right)


def _scripts(text: str) -> set[str]:
    """The scripts of its letters but the Latin one; those of Japanese and Chinese count as one."""
    names = (
        unicodedata.name(letter, "").partition(" ")[0] for letter in text if letter.isalpha() and ord(letter) > 0x24F
    )
    return {_ONE_SCRIPT.get(name, name) for name in names} - _LATIN


def _says_something(token: str) -> bool:
    """Whether it is more than a space or a sign between words."""
    return not (token.isspace() or token in _SEPARATORS or unicodedata.category(token[0]) == "Pd")


def _folded(token: str) -> str:
    return " " if token.isspace() else unicodedata.normalize("NFKC", token).casefold()


def _add(pieces: list[TextPiece], tokens: list[str], *, is_common: bool) -> None:
    text = "".join(tokens)
    if not text:
        return
    if pieces and pieces[-1].is_common is is_common:
        text = pieces.pop().text + text
    pieces.append(TextPiece(text, is_common))
