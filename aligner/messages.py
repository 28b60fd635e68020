"""Compiles translations: from the .po file that people edit to the .mo form that gettext reads.

The package is built with the compiled form (resources/packaging/build_hook.py); in a checkout a language is compiled
when it is asked for, which takes some milliseconds. For both nothing but the standard library is needed.
"""

import re
import struct
from collections.abc import Iterator
from typing import Final

CONTEXT_END: Final = "\x04"
PLURAL_END: Final = "\x00"

_LINE: Final = re.compile(r'(msgctxt|msgid|msgid_plural|msgstr|msgstr\[(\d+)\])?\s*"(.*)"\s*')
_ESCAPE: Final = re.compile(r"\\(.)")
_MEANT: Final = {"n": "\n", "t": "\t", "r": "\r"}
_MAGIC: Final = 0x950412DE
_HEAD: Final = struct.Struct("<7I")
_PLACE: Final = struct.Struct("<2I")


def compiled(text: str) -> bytes:
    """The .mo form of the text of a .po file; messages without a translation and fuzzy ones are left out.

    Raises ValueError with the number of a line that is none of a .po file.
    """
    messages = sorted((key.encode(), value.encode()) for key, value in _messages(text))
    ids, texts = [key for key, _ in messages], [value for _, value in messages]
    first = _HEAD.size
    start = first + 2 * _PLACE.size * len(messages)
    places = bytearray()
    for one in (*ids, *texts):
        places += _PLACE.pack(len(one), start)
        start += len(one) + 1
    head = _HEAD.pack(_MAGIC, 0, len(messages), first, first + _PLACE.size * len(messages), 0, start)
    return head + bytes(places) + b"".join(one + b"\0" for one in (*ids, *texts))


def _messages(text: str) -> Iterator[tuple[str, str]]:
    """Every message with its translation, context and plural as gettext joins them; the header's message is empty."""
    entry: dict[str, str] = {}
    name, is_fuzzy = "", False
    for number, line in enumerate([*text.split("\n"), ""], 1):
        if line.startswith("#"):
            is_fuzzy = is_fuzzy or (line.startswith("#,") and "fuzzy" in line)
            continue
        if not line.strip():
            if not is_fuzzy or not entry.get("msgid"):  # the header counts in any case
                yield from _joined(entry)
            entry, name, is_fuzzy = {}, "", False
            continue
        found = _LINE.fullmatch(line)
        if found is None or not (found[1] or name):
            raise ValueError(f"line {number} is not understood: {line}")
        name = found[1] or name
        entry[name] = entry.get(name, "") + _unescaped(found[3])


def _joined(entry: dict[str, str]) -> Iterator[tuple[str, str]]:
    """The message of an entry as gettext looks it up; none when it is empty or not translated."""
    forms = [text for name, text in sorted(entry.items()) if name.startswith("msgstr")]
    if "msgid" not in entry or not all(forms):
        return
    context = entry["msgctxt"] + CONTEXT_END if "msgctxt" in entry else ""
    plural = PLURAL_END + entry["msgid_plural"] if "msgid_plural" in entry else ""
    yield context + entry["msgid"] + plural, PLURAL_END.join(forms)


def _unescaped(text: str) -> str:
    return _ESCAPE.sub(lambda found: _MEANT.get(found[1], found[1]), text) if "\\" in text else text
