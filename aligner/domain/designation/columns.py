"""Numbers that stand in several columns, or whose body stands in the heading."""

import re
import unicodedata
from typing import Final

from aligner.domain.designation.designation import Designation
from aligner.domain.designation.parser import parse_designation
from aligner.domain.designation.publishers import ENGINEERING_CODES, INDUSTRY_CODES
from aligner.domain.designation.rendering import CHINESE_TYPES
from aligner.domain.designation.scanning import BODIES


def joined_number(number: str, part: str = "", year: str = "") -> str:
    """The number with the part and the year of columns of their own, as its body prints them.

    A number that has a part or a year already keeps it. When nothing can be made of them, the number stays as it is.
    """
    text = number.strip()
    read = parse_designation(text)
    if not isinstance(read, Designation):
        return text
    segment = _PART.fullmatch(_plain(part))
    if segment and read.part is None and read.year is None:
        sign = "." if read.type in CHINESE_TYPES else "-"
        text = f"{read}{sign}{segment[1]}"
    dated = _YEAR.search(_plain(year))
    if dated and read.year is None:
        text = f"{text}{'-' if read.type in CHINESE_TYPES else ':'}{dated[0]}"
    joined = parse_designation(text)
    return str(joined) if isinstance(joined, Designation) else number.strip()


def with_publisher(text: str, publisher: str) -> str:
    """The number with the body that its column names: `GB/T` makes `19001-2016` into `GB/T 19001-2016`.

    Each number of a list gets it; one that names a body already is left as it is.
    """
    if not publisher or not text.strip():
        return text
    bare = _BARE_WITH_LETTER if publisher == "JIS" else _BARE
    return bare.sub(f"{publisher} ", text)


def publisher_in_heading(heading: str) -> str:
    """The body that a heading names, as printed before a number: `GB/T` in `GB/T标准号`; "" when it names none."""
    return named_body(heading)[0]


def named_body(heading: str) -> tuple[str, str]:
    """The body that a heading names and what stands beside it: `GB/T` and `标准号`; "" and all of it without one."""
    plain = unicodedata.normalize("NFKC", heading)
    match = _NAMED.search(plain)
    if match is None:
        return "", plain
    body = match[0].upper().replace(" ", "")
    return "ISO/IEC" if body == "IEC/ISO" else body, plain[: match.start()] + plain[match.end() :]


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).strip()


_PART: Final = re.compile(
    r"(?:part|pt\.?|第|teil|часть|-|\.)?[ .]*([0-9]{1,4}[A-Z]?(?:-[0-9]{1,4})*|[A-Z][0-9]{2})(?:\.0)?(?: ?部分)?",
    re.IGNORECASE,
)
_YEAR: Final = re.compile(r"(?<!\d)(?:18|19|20)\d\d(?!\d)", re.ASCII)
_LISTED: Final = r"(?:(?<=^)|(?<=[\n;,、；，]))[ \t]*"
_END: Final = r"(?:[-.]\d{1,4}){0,3}(?:\s*[:：—–-]\s*(?:19|20)\d\d)?\s*(?:$|[\n;,、；，(（《 ])"
_BARE: Final = re.compile(rf"{_LISTED}(?=\d{{1,6}}{_END})")
_BARE_WITH_LETTER: Final = re.compile(rf"{_LISTED}(?=[A-Z] ?\d{{4,5}}{_END})")
_INDUSTRY: Final = "|".join(sorted(INDUSTRY_CODES | ENGINEERING_CODES))
_NAMED: Final = re.compile(
    rf"(?<![A-Za-z])(?:ISO ?/ ?IEC|IEC ?/ ?ISO|GB ?/ ?[TZ]|(?:{_INDUSTRY})/[TZ]|JIS|{BODIES})(?![A-Za-z])"
)
