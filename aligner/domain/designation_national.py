"""Designations of national and regional bodies: adoptions that carry an international number, GOST, Indian
standards, ITU and ASTM forms, and a general form for all others."""

import re
from dataclasses import replace
from typing import Final

from aligner.domain.designation import Designation
from aligner.domain.designation_bodies import DASH_YEAR, NATIONAL, REGIONAL, SPACED_LETTER, TEXT_WORDS
from aligner.domain.designation_international import international
from aligner.domain.designation_tail import YEAR, Fields, full_year, read_tail, split_year

_BODY: Final = "|".join(sorted((re.escape(body) for body in (*NATIONAL, *REGIONAL)), key=len, reverse=True))
_BODIES: Final = re.compile(
    rf"(?P<draft>pr|Fpr)?(?P<bodies>(?:GOST R|GOST|ST RK|ABNT NBR|AS/NZS|CAN/CSA|KS [A-Z]|(?:{_BODY}))"
    rf"(?:[ /-]+(?:GOST R|(?:{_BODY})))*)[ /-]+(?=(?:ISO|IEC|CISPR)(?![A-Za-z]))"
)
_EUROPEAN: Final = re.compile(
    rf"(?P<draft>pr|Fpr)?(?P<bodies>(?:(?:{_BODY})[ /-]+)*?(?:EN|HD|CWA|CEN/CLC|CEN|CLC|CENELEC))"
    r"(?:[ /]+(?P<type>TS|TR|GUIDE|CWA))?[ -]?(?=\d)"
)
_DATED_ADOPTIONS: Final = frozenset({"EN", "BS EN", "BS", "IS", "PD", "I.S. EN"})
"""Bodies that keep the year of the adopted edition; the others print the year of their own publication."""

_INDIAN: Final = re.compile(
    r"IS[ :-]*(?P<number>\d{1,6})(?:[ :,]*\(?(?:PART|PT)[. ]*(?P<part>[0-9A-Z]+)(?:[/ ,-]*SEC(?:TION|T)?[. ]*(?P<section>[0-9A-Z]+))?\)?|"
    r"-(?P<dashed>\d{1,3}(?:-\d{1,3})*)(?![\d]))?(?=$|[:( /-])",
    re.IGNORECASE,
)
_INDIAN_PART: Final = re.compile(r" ?\((?:Part|PART|Pt)[. ]*([0-9A-Z]+(?:-\d+)*)\)")
_ITU: Final = re.compile(
    r"(?:REC(?:OMMENDATION|\.)? ?)?(?P<publisher>ITU-[TR]|CCITT|CCIR)(?: REC(?:OMMENDATION|\.)?)? ?(?P<number>[A-Z]{1,3}\.\d+(?:\.\d+)*)(?:-(?P<revision>\d{1,2})(?!\d))?",
    re.IGNORECASE,
)
_ITU_DATE: Final = re.compile(rf" ?\((?:(\d\d)/)?({YEAR})\)")
_ASTM: Final = re.compile(
    r"ASTM[ -]?(?P<number>[A-G]\d{1,4}(?:/[A-G]\d{1,4}M|M)?)"
    r"(?:-(?P<year>(?:19|20)\d\d|\d\d)(?P<mark>(?:[a-df-z]|e(?!\d))?(?:\((?:19|20)\d\d\))?(?:e\d)?))?"
)
_ETSI: Final = re.compile(
    r"ETSI (?P<type>EN|ES|EG|TS|TR|GS|GR|SR) (?P<number>[A-Z0-9]{2,5} \d{3})(?:-(?P<part>\d+(?:-\d+)*))?(?: V(?P<edition>\d+\.\d+\.\d+))?"
)
_CSA: Final = re.compile(
    r"(?P<publisher>CAN/CSA|CSA)[ -](?P<number>C22\.\d (?:NO\.?|No\.?) ?\d+(?:\.\d+)*)(?P<parts>(?:-\d{1,4})*)(?::(?P<year>\d\d)(?!\d))?"
)
_MILITARY: Final = re.compile(r"(?P<publisher>MIL-[A-Z]{1,5})[ -](?P<number>\d+[A-Z]?)(?![0-9A-Z])")
_NUMBER: Final = re.compile(
    r"[ -]?(?P<number>(?:[A-Z]{1,3}[ .-]?)?\d+(?:\.\d+)*[A-Z]?)(?P<parts>(?:-[0-9A-Z.]{1,6}(?![0-9A-Za-z]))*)"
)
_KNOWN: Final = re.compile(
    rf"(?P<draft>)(?P<bodies>(?:GOST R|ST RK|ABNT NBR|AS/NZS|CAN/CSA|CODEX STAN|CAC/RCP|CAC/GL|CAC/MRL|(?:{_BODY})(?:[/ -](?:{_BODY}))*))(?=[ \d-])(?: STD\.?)?(?: (?P<type>TS|TR))?",
    re.IGNORECASE,
)
_UNKNOWN: Final = re.compile(r"(?P<body>[A-Z]{2,6})(?= \d{3})")


def adoption(text: str) -> Designation | None:
    """A national designation that carries an international or European one: `BS EN ISO 9001:2015`."""
    if text.startswith("IS/"):
        text = _INDIAN_PART.sub(r"-\1", text)
    if match := _BODIES.match(text):
        bodies = _joined(match["bodies"])
        inner = international(text[match.end() :], two_digits_from=_first_two_digit_year(bodies))
        return _carrying(bodies, match["draft"], inner) if inner is not None and inner.type != "IWA" else None
    if match := _EUROPEAN.match(text):
        return _european(text, match)
    return None


def other_national(text: str) -> Designation | None:
    """Any other national designation; None when the text is not strictly of such a form."""
    for read in (_indian, _itu, _astm, _etsi, _canadian, _military, _general):
        if (designation := read(text)) is not None:
            return designation
    return None


def _first_two_digit_year(bodies: str) -> int:
    """Two digits at the end of an adopted number are a year in Canada, and in Russia those of the nineties."""
    if bodies.endswith("CSA"):
        return 0
    return 90 if bodies.startswith("GOST") else 100


def _carrying(bodies: str, draft: str | None, inner: Designation) -> Designation:
    separator = "/" if bodies == "IS" else " "
    adopted = replace(inner, note=None, language=None, month=None, joint=None)
    is_undated = (
        bodies not in _DATED_ADOPTIONS
        or draft
        or (bodies.endswith("EN") and inner.publisher != "ISO" and not inner.publisher.startswith("ISO/"))
    )
    if is_undated:
        adopted = replace(adopted, year=None, supplements=(), year_mark="")
    else:
        kept = tuple(s for s in inner.supplements if not s.number or len(s.number) == 1)
        adopted = replace(adopted, supplements=kept)
    stage = draft or inner.stage
    return replace(inner, publisher=f"{bodies}{separator}{inner.publisher}", adopts=adopted, stage=stage)


def _european(text: str, match: re.Match[str]) -> Designation | None:
    bodies = _joined(match["bodies"])
    fields: Fields = {"publisher": bodies, "type": (match["type"] or "").upper() or "standard"}
    if match["draft"]:
        fields["stage"] = match["draft"]
    designation = _numbered(text, match.end(), fields)
    head, _, regional = bodies.rpartition(" ")
    if designation is None or not head:
        return designation
    adopted = replace(
        designation, publisher=regional, supplements=(), year=None, month=None, language=None, note=None, year_mark=""
    )
    return replace(designation, adopts=adopted)


def _indian(text: str) -> Designation | None:
    match = _INDIAN.match(text)
    if match is None:
        return None
    fields: Fields = {"publisher": "IS", "number": match["number"], "type": "standard"}
    part = match["dashed"] or match["part"]
    if part and re.fullmatch(YEAR, part):
        return None
    if part:
        fields["part"] = f"{part}-{match['section']}" if match["section"] else part
    return Designation(**fields) if read_tail(text, _dash_year(text, match.end(), fields), fields) else None


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


def _general(text: str) -> Designation | None:
    if match := _KNOWN.match(text):
        kind = (match["type"] or "").upper() or "standard"
        fields: Fields = {"publisher": _joined(match["bodies"]), "type": kind}
        return _numbered(text, match.end(), fields)
    match = _UNKNOWN.match(text)
    if match is None or match["body"] in TEXT_WORDS:
        return None
    return _numbered(text, match.end(), {"publisher": match["body"], "type": "standard"})


def _numbered(text: str, position: int, fields: Fields) -> Designation | None:
    match = _NUMBER.match(text, position)
    if match is None:
        return None
    body = fields["publisher"].partition(" ")[0].partition("/")[0]
    dashed = body in DASH_YEAR
    parts, year = split_year(match["parts"], text[match.end() :], two_digits_from=0 if dashed else 100)
    fields["number"] = _number(match["number"], body)
    if parts:
        fields["part"] = parts[1:]
    if year is not None:
        fields["year"] = year
    return Designation(**fields) if read_tail(text, match.end(), fields) else None


def _number(text: str, body: str) -> str:
    match = re.match(r"([A-Z]{1,3})[ -]?(\d.*)$", text)
    if match is None:
        return text
    return f"{match[1]} {match[2]}" if body in SPACED_LETTER else f"{match[1]}{match[2]}"


def _dash_year(text: str, position: int, fields: Fields) -> int:
    if match := re.compile(rf"-({YEAR})(?!\d)").match(text, position):
        fields["year"] = int(match[1])
        return match.end()
    return position


def _joined(bodies: str) -> str:
    """The bodies with one blank between them: `NEN-EN` and `DS/EN` become `NEN EN` and `DS EN`."""
    return re.sub(r" +", " ", re.sub(r"[ -]+|/(?=(?:EN|HD)(?![A-Z]))", " ", bodies.strip()))
