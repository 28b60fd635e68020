"""Designations of ISO, IEC and those that publish with them: `ISO/IEC TR 10000-1:1998/Amd 1:2000`."""

import re
from typing import Final

from aligner.domain.designation.designation import Designation, Supplement
from aligner.domain.designation.publishers import PARTNERS
from aligner.domain.designation.tail import YEAR, Fields, read_tail, split_year

STAGES: Final = [
    "PWI",
    "NWIP",
    "NP",
    "PNW",
    "AWI",
    "WD",
    "FCD",
    "CDV",
    "CCDV",
    "CD",
    "FDIS",
    "DIS",
    "PRF",
    "FDTR",
    "FDTS",
    "FDPAS",
    "FDISP",
    "FDGUIDE",
    "PDTR",
    "PDTS",
    "PDPAS",
    "PDISP",
    "DTR",
    "DTS",
    "DPAS",
    "DISP",
    "DGUIDE",
    "PRVC",
]
TYPES: Final = ["TR", "TS", "PAS", "GUIDE", "ISP", "R", "TTA", "DATA", "SRD", "TRF", "CA", "WT", "ACEE", "OD", "CS"]

_PARTNER: Final = "|".join(sorted(PARTNERS, key=len, reverse=True))
_STAGE: Final = "|".join(STAGES)
_PUBLISHER: Final = re.compile(
    rf"(?:(?P<european>F?pr)|(?P<stage>{_STAGE})[/ ])?"
    rf"(?P<publisher>(?:ISO|IEC|CISPR)(?:[/ -](?:{_PARTNER})(?![A-Za-z]))*)(?=[^A-Za-z]|$)",
    re.IGNORECASE,
)
_WORD: Final = re.compile(
    rf"[/ -]*(?:(?P<stage>{_STAGE})|(?P<type>{'|'.join(TYPES)}))(?P<iteration>\d(?= ))?(?=[ /\d-])", re.IGNORECASE
)
_NUMBER: Final = re.compile(
    r"[ -]?(?P<number>\d{1,8}[A-Za-z]?)(?!\d)"
    r"(?P<parts>(?:-(?!PART|TEIL)(?:[A-Za-z]{0,5}\d+[A-Za-z]{0,3}|[A-Za-z]{1,5})(?![A-Za-z0-9]))*)"
    r"(?P<sheet>-?/(?:\d{1,2}|[A-Z])(?![A-Za-z0-9]))?",
    re.IGNORECASE,
)
_SPACED_PART: Final = re.compile(rf" (\d{{1,2}}(?=:{YEAR})|[A-Z]\d\d(?=$|[:(]))")
_DOTTED: Final = re.compile(rf"\.(\d{{1,2}})(?:-({YEAR})(?!\d))?(?![\d.])")
_SUPPLEMENT_PART: Final = re.compile(r"(.+)-SP(\d+)$")
_IWA: Final = re.compile(
    rf"(?:(?P<before>{_STAGE})[ /])?(?:ISO/)?IWA[ /]?(?:(?P<after>{_STAGE})[ /])?(?=\d)", re.IGNORECASE
)
_PRINTED_STAGES: Final = {"NWIP": "NP"}
_YEARLIKE_PARTS: Final = frozenset({"10303"})
"""Standards with so many parts that -19xx may be one of them."""


def international(text: str, *, two_digits_from: int = 100) -> Designation | None:
    """The designation of an international body, from plain text; None when it is not one."""
    if match := _IWA.match(text):
        fields: Fields = {"publisher": "IWA", "type": "IWA"}
        if stage := match["before"] or match["after"]:
            fields["stage"] = stage.upper()
        return _numbered(text, match.end(), fields, two_digits_from)
    match = _PUBLISHER.match(text)
    if match is None:
        return None
    fields = {"publisher": _publisher(match["publisher"])}
    if match["european"]:
        fields["stage"] = "Fpr" if match["european"].lower() == "fpr" else "pr"
    elif match["stage"]:
        fields["stage"] = _stage(match["stage"])
    position = match.end()
    while word := _WORD.match(text, position):
        _take_word(word, fields)
        position = word.end()
    return _numbered(text, position, fields, two_digits_from)


def read_number(text: str, position: int, fields: Fields, two_digits_from: int) -> int | None:
    """Read number, part and a year after a dash; the position after them."""
    match = _NUMBER.match(text, position)
    if match is None:
        return None
    position = match.end()
    number = match["number"].upper()
    parts, year = match["parts"], None
    if number not in _YEARLIKE_PARTS and not match["sheet"]:
        parts, year = split_year(parts, text[position:], two_digits_from=two_digits_from)
    part = parts[1:]
    if sheet := (match["sheet"] or "").lstrip("-"):
        part = f"{part}{sheet}" if part else sheet[1:]
    fields["number"] = number
    if year is not None:
        fields["year"] = year
    elif not part and (spaced := _SPACED_PART.match(text, position)):
        part, position = spaced[1], spaced.end()
    if dotted := _DOTTED.match(text, position):
        position = dotted.end()
        if dotted[2]:
            fields["year"] = int(dotted[2])
        if not part and "stage" not in fields and (dotted[2] or re.match(rf":{YEAR}", text[position:])):
            part = dotted[1]
        else:
            fields["iteration"] = int(dotted[1])
    if part:
        fields["part"] = part.upper()
    return position


def _numbered(text: str, position: int, fields: Fields, two_digits_from: int) -> Designation | None:
    following = read_number(text, position, fields, two_digits_from)
    if following is None or not read_tail(text, following, fields):
        return None
    if match := _SUPPLEMENT_PART.match(fields.get("part", "")):
        fields["part"] = match[1]
        fields["supplements"] = (Supplement("Suppl", match[2], fields.pop("year", None)), *fields["supplements"])
    return Designation(**fields)


def _take_word(word: re.Match[str], fields: Fields) -> None:
    if word["type"]:
        fields["type"] = word["type"].upper()
        return
    stage = _stage(word["stage"])
    fields["stage"] = stage
    if word["iteration"]:
        fields["iteration"] = int(word["iteration"])
    for kind in ("TR", "TS", "PAS", "ISP", "GUIDE"):
        if stage.endswith(kind):
            fields["type"] = kind


def _stage(text: str) -> str:
    return _PRINTED_STAGES.get(text.upper(), text.upper())


def _publisher(text: str) -> str:
    bodies = re.split(r"[/ -]", text.upper())
    return "CISPR" if "CISPR" in bodies else "/".join(bodies)
