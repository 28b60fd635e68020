"""Text as a cell of somebody else's program: written so that no spreadsheet computes it, and read back as it was.

The one place for text that other programs read: csv, tsv, mapping sets and the clipboard take `field`, a workbook takes
`writable`, as a cell says there that it holds text.
"""

import re
from typing import Final

QUOTE: Final = "'"
_STARTS_A_FORMULA: Final = frozenset("=+-@＝＋－＠")
_INVISIBLE_START: Final = re.compile(
    "[\\s\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\u061c\u180e\ufeff\x00-\x1f\x7f\ud800-\udfff]*"
)
_NUMBER: Final = re.compile(r"[+-]?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]{1,3})?")
_UNWRITABLE: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_BLANKS: Final = re.compile(r"\s+")


def writable(text: str) -> str:
    """The text without control characters and halves of characters, which no file of text should hold."""
    return text if text.isprintable() else _UNWRITABLE.sub("", text)


def field(text: str) -> str:
    """The text as a field of a file that spreadsheets open."""
    return guarded(writable(text))


def guarded(text: str) -> str:
    """The text with a quote before it where a spreadsheet would compute it.

    Signs that show nothing hide no formula; plain numbers such as -1.5 need no quote. `unguarded` takes it back.
    """
    return QUOTE + text if _is_formula(text) else text


def guarded_line(text: str) -> str:
    """The same as one line without control characters, for the clipboard, where tabs and line ends part cells."""
    return guarded(_BLANKS.sub(" ", writable(text)).strip())


def unguarded(text: str) -> str:
    """The text without the quote that `guarded` put before it."""
    return text[1:] if text[:1] == QUOTE and _is_formula(text[1:]) else text


def _is_formula(text: str) -> bool:
    """Whether it begins as a formula does, behind quotes of its own as well: else one of them would be taken back."""
    if text[:1].isalpha():
        return False
    inside = text.lstrip(QUOTE)
    if inside[:1] in ("\t", "\r", "\n"):
        return True
    start = _INVISIBLE_START.match(inside)
    first = inside[start.end() : start.end() + 1] if start else ""
    return first in _STARTS_A_FORMULA and not _NUMBER.fullmatch(inside)
