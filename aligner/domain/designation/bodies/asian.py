"""Designations printed in China, Japan and Korea: `GB/T 20000.2-2009`, `JIS C 5101-10-1:1999`, `KS X 1001:2004`."""

import re
from typing import Final

from aligner.domain.designation.designation import Designation
from aligner.domain.designation.publishers import ENGINEERING_CODES, INDUSTRY_CODES
from aligner.domain.designation.tail import YEAR, Fields, full_year, read_tail, split_year

_PLAN: Final = re.compile(
    r"(?:(?P<year>20\d\d)\d{4}-(?P<nature>[TQZ])-(?:\d{3}|[A-Z]{2})|W20\d{6}|20\d\d-\d{4,5}(?P<kind>[TQZ]?)-[A-Z]{2})$"
)
_NATURES: Final = {"T": "T", "Q": "mandatory", "Z": "Z"}
_KIND: Final = r"(?:/(?P<kind>[TZ])(?![A-Za-z])|[ -]?(?P<stuck>[TZ])(?=[ -]?\d))?"
_CODE: Final = re.compile(
    rf"(?P<code>GBZ|GBJ|GBN|GBW|GB|GSB|GJB|JJF|JJG|DBJ\d{{0,2}}|DB\d{{2,6}}|{'|'.join(sorted(INDUSTRY_CODES))}){_KIND}",
    re.IGNORECASE,
)
_UNLISTED: Final = re.compile(r"(?P<code>[A-Z]{2})/(?P<kind>[TZ])(?P<stuck>(?!))?(?=[ \d])")
_ASSOCIATION: Final = re.compile(
    r"(?P<code>(?P<scope>[TQ])/[A-Z0-9]{1,20}(?:[ /][A-Z]{1,8})?(?:-[A-Z]{1,8})?)(?=[ -]?\d)"
)
_ENGINEERING: Final = re.compile(
    rf"(?P<code>{'|'.join(sorted(ENGINEERING_CODES, key=len, reverse=True))})(?:/(?P<kind>[TZ])(?![A-Z]))?[ -]?"
    rf"(?P<number>[A-Z]{{0,2}}\d{{1,5}}(?:/\d)?(?:-\d{{1,4}}(?=-(?:{YEAR}|\d\d)(?!\d)))?)(?P<part>(?:\.\d{{1,3}})*)"
    rf"(?:-(?P<year>{YEAR}|\d\d)(?P<mark>\({YEAR}\))?(?!\d))?(?![A-Za-z\d])",
    re.IGNORECASE,
)
_NUMBER: Final = re.compile(
    r"[/ -]*(?P<number>\d{1,6}(?:~\d{1,6})?[A-Z]?)(?!\d)(?:-(?P<second>\d{1,5})(?=-(?:\d{4}|\d\d)(?!\d)))?"
    r"(?P<part>(?:(?:\.\d+[A-Z]?)+(?:~\d+(?:\.\d+)*)?)?)"
)
_STUCK_YEAR: Final = re.compile(rf"[/ -]*(?P<number>\d{{3,6}})(?P<second>(?!))?(?P<part>(?!))?(?={YEAR}(?!\d))")
_YEAR: Final = re.compile(
    rf"[-: ]?({YEAR})(?!\d)(\({YEAR}\))?|-(\d\d)(?!\d)(\({YEAR}\))?|(-\d{{0,3}}[X×*?]{{1,4}})(?![A-Z])"
)
_DASHED_PART: Final = re.compile(r"-(\d{1,3}[A-Z]?)(?=-(?:\d{4}|\d\d)(?!\d)|$)")
_JIS: Final = re.compile(
    r"(?:JIS ?/?-?(?P<kind>TS|TR)?|(?P<bare>TS|TR))[ /-]*(?P<letter>[A-Z])[ -]?(?P<digits>\d{4,5})(?!\d)"
)
_KS: Final = re.compile(r"KS ?(?P<letter>[A-Z]) ?(?P<digits>\d{4,5})(?!\d)")
_PARTS: Final = re.compile(r"(?:-[0-9A-Z]{1,4}(?![0-9A-Za-z]))*")


def chinese(text: str) -> Designation | None:
    """The designation of a Chinese standard or plan, from plain text; None when it is not one."""
    if match := _PLAN.match(text):
        return Designation("GB", text, type=_NATURES.get(match["nature"] or match["kind"] or "T", "T"), stage="plan")
    if match := _ENGINEERING.match(text):
        return _engineering(text, match)
    if match := _ASSOCIATION.match(text):
        fields: Fields = {"publisher": match["code"], "type": "group" if match["scope"] == "T" else "enterprise"}
    elif match := _CODE.match(text) or _UNLISTED.match(text):
        code = match["code"].upper()
        fields = {"publisher": "GBn" if code == "GBN" else code, "type": match["kind"] or match["stuck"] or "mandatory"}
        fields["type"] = fields["type"].upper() if len(fields["type"]) == 1 else fields["type"]
    else:
        return None
    return _numbered(text, match.end(), fields)


def _numbered(text: str, position: int, fields: Fields) -> Designation | None:
    match = _STUCK_YEAR.match(text, position) or _NUMBER.match(text, position)
    if match is None:
        return None
    position = match.end()
    fields["number"] = match["number"]
    if match["second"]:
        if fields["publisher"] == "GSB" or fields["publisher"].startswith("DBJ"):
            fields["number"] += f"-{match['second']}"
        elif len(match["second"]) <= 3:
            fields["part"] = match["second"]
        else:
            return None
    if match["part"]:
        fields["part"] = match["part"][1:]
    if year := _YEAR.match(text, position):
        position = year.end()
        if not year[5]:  # a placeholder such as -20XX is no year
            fields["year"] = full_year(year[1] or year[3])
            fields["year_mark"] = year[2] or year[4] or ""
    if _is_vague(fields):
        return None
    return Designation(**fields) if read_tail(text, position, fields) else None


def _engineering(text: str, match: re.Match[str]) -> Designation | None:
    fields: Fields = {"publisher": match["code"].upper(), "number": match["number"].upper()}
    fields["type"] = (match["kind"] or "").upper() or "mandatory"
    if match["part"]:
        fields["part"] = match["part"][1:]
    if match["year"]:
        fields |= {"year": full_year(match["year"]), "year_mark": match["mark"] or ""}
    return Designation(**fields) if read_tail(text, match.end(), fields) else None


def _is_vague(fields: Fields) -> bool:
    """Whether it may as well be two letters and a small number of anything."""
    return (
        fields["type"] == "mandatory"
        and fields["publisher"] in INDUSTRY_CODES
        and "year" not in fields
        and len(fields["number"]) < 3
    )


def japanese(text: str) -> Designation | None:
    """The designation of a Japanese standard, technical specification or report."""
    match = _JIS.match(text)
    if match is None:
        return None
    kind = match["kind"] or match["bare"] or "standard"
    return _lettered(text, match, {"publisher": "JIS", "type": kind})


def korean(text: str) -> Designation | None:
    """The designation of a Korean standard with a number of its own."""
    match = _KS.match(text)
    return _lettered(text, match, {"publisher": "KS", "type": "standard"}) if match else None


def _lettered(text: str, match: re.Match[str], fields: Fields) -> Designation | None:
    fields["number"] = f"{match['letter']} {match['digits']}"
    parts = _PARTS.match(text, match.end())
    segments, position = (parts[0], parts.end()) if parts else ("", match.end())
    segments, year = split_year(segments, text[position:])
    if segments:
        fields["part"] = segments[1:]
    if year is not None:
        fields["year"] = year
    return Designation(**fields) if read_tail(text, position, fields) else None
