"""In which encoding a text is written: marks first, then UTF-8, then the one in which its headings make sense."""

import codecs
import re
from pathlib import Path
from typing import Final

from aligner.domain.catalogue import Level
from aligner.domain.errors import AlignerError
from aligner.domain.text import N_
from aligner.readers.aliases import CONTAINED, aliases_of

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CANDIDATES: Final = ("gb18030", "big5hkscs", "cp932", "euc_jp", "cp949", "cp1251", "koi8_r", "cp1252")
_START: Final = 200_000
_BETWEEN_CELLS: Final = re.compile(r"[,\t;|\r\n\"，]+|<[^>]*>")


def decode(path: Path, encoding: str | None) -> tuple[str, str]:
    """The text of the file and the encoding that was used; raises AlignerError when it fits none."""
    data = path.read_bytes()
    used = encoding or _encoding_of(data)
    try:
        text = data.decode(used)
    except LookupError as error:
        raise AlignerError(
            N_("Unknown encoding {encoding}; try utf-8, gb18030, big5 or shift_jis."), encoding=used
        ) from error
    except UnicodeDecodeError as error:
        is_cut = error.start > len(data) - 4  # within its last letter
        if not encoding and (error.start > _START or is_cut):
            return data.decode(used, errors="replace"), used
        raise AlignerError(
            N_("{file} is not written in {encoding}; name its encoding, or save it as UTF-8."),
            file=path.name,
            encoding=used,
        ) from error
    return text.removeprefix("\ufeff"), used


def _encoding_of(data: bytes) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding
    if wide := _wide(data[:4000]):
        return wide
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.start > len(data) - 4 and error.reason == "unexpected end of data":
            return "utf-8"
    else:
        return "utf-8"
    return _by_headings(data[:_START]) or _by_statistics(data[:_START])


def _wide(start: bytes) -> str | None:
    """UTF-16 without a mark: every other byte of Latin letters and delimiters is zero."""
    if start[1::2].count(0) * 10 > len(start):
        return "utf-16-le"
    return "utf-16-be" if start[0::2].count(0) * 10 > len(start) else None


def _by_headings(start: bytes) -> str | None:
    """The encoding in which the most cells of the first lines are headings that catalogues use."""
    lines = b"\n".join(start.splitlines()[:30])
    best, most = None, 0
    for encoding in _CANDIDATES:
        text = lines.decode(encoding, errors="replace")
        if text.count("\ufffd") * 50 > len(text):
            continue
        cells = [cell for cell in _BETWEEN_CELLS.split(text)[:600] if cell.strip() and not cell.isascii()]
        guesses = [aliases_of(Level.NATIONAL).guess(cell) for cell in cells if len(cell) < 40]
        known = sum(1 for guess in guesses if guess and guess.strength > CONTAINED)
        if known > most:
            best, most = encoding, known
    return best


def _by_statistics(start: bytes) -> str:
    from charset_normalizer import from_bytes  # noqa: PLC0415 - its tables are loaded only for the rare text without known headings

    found = from_bytes(start, cp_isolation=list(_CANDIDATES)).best()
    return found.encoding if found else "gb18030"
