"""What may stand in a cell: clean text, dates as precise as they were printed, and how wide a text is."""

import re
from datetime import date, datetime

from aligner.domain.cell_text import writable

MOST_UNITS = 32_767
"""UTF-16 code units that a cell holds."""

_WIDE = re.compile(
    "[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6"
    "\U0001f300-\U0001faff\U00020000-\U0003fffd]"
)
"""Wide and full-width characters of Unicode's East Asian Width (UAX 11), by their blocks."""

_CUT = " […]"


def clean(text: str) -> str:
    """The text without control characters and halves of characters, cut with a mark where a cell cannot hold it."""
    kept = text
    if not text.isprintable():  # most texts are, and there are a million of them
        kept = writable(text.replace("\r\n", "\n").replace("\r", "\n"))
    if len(kept) <= MOST_UNITS // 2:
        return kept
    units = kept.encode("utf-16-le")
    if len(units) // 2 <= MOST_UNITS:
        return kept
    room = (MOST_UNITS - len(_CUT)) * 2
    return units[:room].decode("utf-16-le", errors="ignore") + _CUT


def whole_day(text: str) -> date | None:
    """The day when the text names one; None for "2016-12", "2016" and "", which stay text.

    A month or a year never becomes a day: whoever computes with the cell would compute with a day nobody printed.
    """
    if len(text) != len("2016-12-30"):
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def moment(text: str) -> datetime | None:
    """A time in ISO 8601 as a spreadsheet takes it: local, to the second, without a zone; None when it is none."""
    try:
        parsed = datetime.fromisoformat(text)
    except ValueError:
        return None
    return parsed.astimezone().replace(tzinfo=None, microsecond=0)


def width_of(text: str) -> int:
    """Columns the longest line takes; Chinese, Japanese and Korean characters and full-width signs take two."""
    if "\n" in text:
        return max(width_of(line) for line in text.split("\n"))
    return len(text) if text.isascii() else 2 * len(text) - len(_WIDE.sub("", text))
