"""Designations of national and regional bodies: adoptions that carry an international or European number,
Indian standards, GOST and all others by a general form."""

import re
from dataclasses import replace
from typing import Final

from aligner.domain.designation.bodies.international import STAGES, international
from aligner.domain.designation.designation import Designation
from aligner.domain.designation.publishers import (
    DASH_YEAR,
    GB_CODES,
    INDUSTRY_CODES,
    INTERNATIONAL,
    NATIONAL,
    REGIONAL,
    SPACED_LETTER,
    TEXT_WORDS,
)
from aligner.domain.designation.tail import YEAR, Fields, read_tail, split_year

_BODY: Final = "|".join(sorted((re.escape(body) for body in (*NATIONAL, *REGIONAL)), key=len, reverse=True))
_BODIES: Final = re.compile(
    rf"(?P<draft>pr|Fpr)?(?P<bodies>(?:GOST R|GOST|ST RK|ABNT NBR|AS/NZS|CAN/CSA|KS [A-Z]|(?:{_BODY}))"
    rf"(?:[ /-]+(?:GOST R|(?:{_BODY})))*)[ /-]+(?=(?:ISO|IEC|CISPR)(?![A-Za-z]))"
)
_EUROPEAN: Final = re.compile(
    rf"(?P<draft>pr|Fpr)?(?P<bodies>(?:(?:GOST R|ST RK|{_BODY})[ /-]+)*?(?:EN|HD|CWA|CEN/CLC|CEN|CLC|CENELEC))"
    r"(?:[ /-]+(?P<type>TS|TR|GUIDE|CWA))?[ -]?(?=\d)"
)
_DATED_ADOPTIONS: Final = frozenset({"EN", "BS EN", "BS", "IS", "PD", "I.S. EN"})
"""Bodies that keep the year of the adopted edition; the others print the year of their own publication."""

_INDIAN_PART: Final = r"""[ :,]*\(?(?:PARTS?|PT)[. ]*(?P<part>[0-9A-Z]+(?:-\d+)*)
    (?:\)?[:/ ,-]*SEC(?:TION|T)?[. ]*(?P<section>[0-9A-Z]+(?:-\d+)*))?\)?"""
"""As the Bureau of Indian Standards prints it: `(Part 2/Sec 26)`, `: Part 2 : Sec 26`."""

_INDIAN: Final = re.compile(
    rf"IS[ :-]*(?P<number>\d{{1,6}})(?:{_INDIAN_PART}|-(?P<dashed>\d{{1,3}}(?:-\d{{1,3}})*)(?!\d))?"
    r"(?:(?<=\))|(?=$|[:( /-]))",
    re.IGNORECASE | re.VERBOSE,
)
_INDIAN_ADOPTION_PART: Final = re.compile(rf"(?<=\d){_INDIAN_PART}(?=$|[:( /-])", re.IGNORECASE | re.VERBOSE)
_REAFFIRMED: Final = re.compile(rf" ?\((?:REAFFIRMED|REVIEWED|R)(?:[ ]IN)?[ :]*({YEAR})\)", re.IGNORECASE)
_NUMBER: Final = re.compile(
    r"[ -]?(?P<number>(?:[A-Z]{1,3}[ .-]?)?\d+(?:\.\d+)*[A-Z]?)(?P<parts>(?:-[0-9A-Z.]{1,6}(?![0-9A-Za-z]))*)"
)
_KNOWN: Final = re.compile(
    r"(?P<bodies>GOST R|ST RK|ABNT NBR|AS/NZS|CAN/CSA|CODEX STAN|CAC/(?:RCP|GL|MRL)"
    rf"|(?:{_BODY})(?:[/ -](?:{_BODY}))*)(?=[ \d-])(?: STD\.?)?(?: (?P<type>TS|TR))?",
    re.IGNORECASE,
)
_UNKNOWN: Final = re.compile(r"(?P<body>[A-Z]{2,6})(?= \d{3})")
_NO_BODIES: Final = TEXT_WORDS | INTERNATIONAL | GB_CODES | INDUSTRY_CODES | frozenset(STAGES)


def adoption(text: str) -> Designation | None:
    """A national designation that carries an international or European one: `BS EN ISO 9001:2015`."""
    if text.startswith("IS/"):
        text = _INDIAN_ADOPTION_PART.sub(_dashed_part, _REAFFIRMED.sub(r"(\1)", text), count=1)
    if match := _BODIES.match(text):
        bodies = _joined(match["bodies"])
        inner = international(text[match.end() :], two_digits_from=_first_two_digit_year(bodies))
        return _carrying(bodies, match["draft"], inner) if inner is not None and inner.type != "IWA" else None
    if match := _EUROPEAN.match(text):
        return _european(text, match)
    return None


def _dashed_part(match: re.Match[str]) -> str:
    return f"-{match['part']}-{match['section']}" if match["section"] else f"-{match['part']}"


def other_national(text: str) -> Designation | None:
    """Any other national designation; None when the text is not strictly of such a form."""
    return _indian(text) or _general(text)


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
        own_mark = "" if inner.year_mark.startswith("(") else inner.year_mark  # `(2020)`: reaffirmed by this body
        adopted = replace(adopted, supplements=kept, year_mark=own_mark)
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
    text = _REAFFIRMED.sub(r"(\1)", text)
    match = _INDIAN.match(text)
    if match is None:
        return None
    fields: Fields = {"publisher": "IS", "number": match["number"], "type": "standard"}
    part = match["dashed"] or match["part"]
    if part and re.fullmatch(YEAR, part):
        return None
    if part:
        fields["part"] = f"{part}-{match['section']}".upper() if match["section"] else part.upper()
    return Designation(**fields) if read_tail(text, _dash_year(text, match.end(), fields), fields) else None


def _general(text: str) -> Designation | None:
    if match := _KNOWN.match(text):
        kind = (match["type"] or "").upper() or "standard"
        fields: Fields = {"publisher": _joined(match["bodies"]), "type": kind}
        if fields["publisher"] == "IS":  # strictly by its own grammar
            return None
        designation = _numbered(text, match.end(), fields)
        return None if designation is None or _is_vague(designation) else designation
    match = _UNKNOWN.match(text)
    if match is None or match["body"] in _NO_BODIES:
        return None
    return _numbered(text, match.end(), {"publisher": match["body"], "type": "standard"})


def _is_vague(designation: Designation) -> bool:
    """Whether two letters that are also a Chinese code stand before a small number without a year."""
    is_small = designation.year is None and len(designation.number) < 3
    return is_small and designation.publisher in INDUSTRY_CODES


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
