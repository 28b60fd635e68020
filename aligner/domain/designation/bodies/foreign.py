"""Designations of ITU, ASTM, ETSI, CSA and the United States' military, which follow no common form."""

import re
from typing import Final

from aligner.domain.designation.designation import Designation
from aligner.domain.designation.tail import YEAR, Fields, full_year, read_tail, split_year

_ITU: Final = re.compile(
    r"""(?:REC(?:OMMENDATION|\.)?[ ]?)?(?P<publisher>ITU-[TR]|CCITT|CCIR)(?:[ ]REC(?:OMMENDATION|\.)?)?
    [ ]?(?P<number>[A-Z]{1,3}\.\d+(?:\.\d+)*)(?:-(?P<revision>\d{1,2})(?!\d))?""",
    re.IGNORECASE | re.VERBOSE,
)
_ITU_DATE: Final = re.compile(rf" ?\((?:(\d\d)/)?({YEAR})\)")
_ASTM: Final = re.compile(
    r"ASTM[ -]?(?P<number>[A-G]\d{1,4}(?:/[A-G]\d{1,4}M|M)?)"
    r"(?:-(?P<year>(?:19|20)\d\d|\d\d)(?P<mark>(?:[a-df-z]|e(?!\d))?(?:\((?:19|20)\d\d\))?(?:e\d)?))?"
)
_ETSI: Final = re.compile(
    r"ETSI (?P<type>EN|ES|EG|TS|TR|GS|GR|SR) (?P<number>[A-Z0-9]{2,5} \d{3})(?:-(?P<part>\d+(?:-\d+)*))?"
    r"(?: V(?P<edition>\d+\.\d+\.\d+))?"
)
_CSA: Final = re.compile(
    r"(?P<publisher>CAN/CSA|CSA)[ -](?P<number>C22\.\d N[Oo]\.? ?\d+(?:\.\d+)*)(?P<parts>(?:-\d{1,4})*)"
    r"(?::(?P<year>\d\d)(?!\d))?"
)
_MILITARY: Final = re.compile(r"(?P<publisher>MIL-[A-Z]{1,5})[ -](?P<number>\d+[A-Z]?)(?![0-9A-Z])")


def foreign(text: str) -> Designation | None:
    """The designation of one of these bodies, from plain text; None when it is not one."""
    return _itu(text) or _astm(text) or _etsi(text) or _canadian(text) or _military(text)


def _itu(text: str) -> Designation | None:
    match = _ITU.match(text)
    if match is None:
        return None
    fields: Fields = {"publisher": match["publisher"].upper(), "number": match["number"].upper(), "type": "REC"}
    if match["revision"]:
        fields["edition"] = match["revision"]
    position = match.end()
    if date := _ITU_DATE.match(text, position):
        position = date.end()
        fields["year"] = int(date[2])
        if date[1]:
            fields["month"] = int(date[1])
    return Designation(**fields) if read_tail(text, position, fields) else None


def _astm(text: str) -> Designation | None:
    match = _ASTM.match(text)
    if match is None:
        return None
    fields: Fields = {"publisher": "ASTM", "number": match["number"], "type": "standard"}
    if match["year"]:
        fields |= {"year": full_year(match["year"]), "year_mark": match["mark"]}
    return Designation(**fields) if read_tail(text, match.end(), fields) else None


def _etsi(text: str) -> Designation | None:
    match = _ETSI.match(text)
    if match is None:
        return None
    fields: Fields = {"publisher": "ETSI", "number": match["number"], "type": match["type"]}
    fields |= {name: match[name] for name in ("part", "edition") if match[name]}
    return Designation(**fields) if read_tail(text, match.end(), fields) else None


def _canadian(text: str) -> Designation | None:
    match = _CSA.match(text)
    if match is None:
        return None
    number = re.sub(r" NO\.? ?", " No. ", match["number"], flags=re.IGNORECASE)
    fields: Fields = {"publisher": match["publisher"], "number": number, "type": "standard"}
    parts, year = split_year(match["parts"], text[match.end() :], two_digits_from=0)
    if parts:
        fields["part"] = parts[1:]
    if year is not None or match["year"]:
        fields["year"] = year or full_year(match["year"])
    return Designation(**fields) if read_tail(text, match.end(), fields) else None


def _military(text: str) -> Designation | None:
    match = _MILITARY.match(text)
    if match is None:
        return None
    fields: Fields = {"publisher": match["publisher"], "number": match["number"], "type": "standard"}
    return Designation(**fields) if read_tail(text, match.end(), fields) else None
