"""Documents of IEC and ISO that are no numbered standards: committee papers, projects, test report forms, papers,
directives, and the URN form of a number."""

import re
from typing import Final

from aligner.domain.designation.designation import DRAFT_CODE, Designation, Supplement
from aligner.domain.designation.publishers import PARTNERS
from aligner.domain.designation.rendering import COMMITTEE_DOCUMENT
from aligner.domain.designation.tail import YEAR, Fields, read_tail

_COMMITTEE: Final = (
    r"(?:\d{1,3}[A-Z]?|CIS/[A-Z]|CISPR|SyC[A-Za-z]+|JTC1(?:-SC\d+[A-Z]?)?|SMB(?:NC)?|CAB|SEG\d+|SG\d+|AC[A-Z]{2,4}"
    r"|GRAC|IF|MSB|C|PRVC|ISMB|IEB|CO)"
)
_PAPER: Final = re.compile(
    rf"(?P<number>{_COMMITTEE}/\d{{1,4}}[A-Z]?)(?:\((?P<language>[EFR])\))?/(?P<stage>[A-Z]{{1,6}}\d?)$"
)
_PROJECT: Final = re.compile(
    r"(?P<stage>PWI|PNW)[ /-]?(?:(?P<type>TR|TS|PAS|SRD|GUIDE)[ ])?(?P<number>[A-Z0-9]{1,20}-\d{1,5})(?=$|[ ,])",
    re.IGNORECASE,
)
_FORM: Final = re.compile(
    r"(?P<publisher>IECEE|IECEx|IECQ) (?:(?P<type>TRF|OD|CS) )?(?P<number>(?:CISPR )?[A-Z0-9_]+(?:[&,][A-Z0-9]+)*)"
    r"(?:-(?P<part>[A-Za-z0-9,&_-]+))?(?=$|[: ])",
    re.IGNORECASE,
)
_TITLED_TYPES: Final = {
    name.lower(): name
    for name in ("White Paper", "Technology Report", "Trend Report", "Technology and Market Outlook Paper")
}
_TITLED: Final = re.compile(rf"IEC (?P<type>{'|'.join(_TITLED_TYPES)}) (?P<number>.+):(?P<year>{YEAR})$", re.IGNORECASE)
_NAMED: Final = re.compile(rf"(?P<publisher>ISO/IEC|IEC|ISO) (?P<number>[A-Z]{{3,}}(?:-[A-Z]+)*\d{{0,2}})(?=:{YEAR})")
_DIRECTIVE: Final = re.compile(
    rf"(?P<publisher>ISO/IEC|ISO|IEC) (?:DIR (?P<number>(?:Part )?.+?)|(?P<joint>JTC ?1) DIR)"
    rf"(?=$|:{YEAR}|[, ]+ED[. ]?\d|\()",
    re.IGNORECASE,
)
_DIRECTIVE_NUMBER: Final = re.compile(r"(?:\d )?(?:ISO|IEC|JTC 1)(?: SUP)?|\d(?: SUP)?|JTC 1(?: SUP)?")
_LANGUAGES: Final = {"E": "en", "F": "fr", "R": "ru"}
_URN: Final = re.compile(
    rf"urn:iso:std:(?P<publisher>(?:iso|iec|cispr)(?:-(?:{'|'.join(sorted(PARTNERS))}))*|iwa)"
    r"(?::(?P<type>tr|ts|pas|guide|isp|iwa|r|tta|data|srd))?:(?P<number>\d{1,8}[a-z]?)(?::-(?P<part>[0-9A-Za-z]{1,6}(?:-[0-9A-Za-z]{1,6})*))?"
    r"(?::ed-(?P<edition>\d+(?:\.\d+)?))?(?::stage-(?P<stage>\d\d\.\d\d|draft))?"
    r"(?P<supplements>(?::(?:amd|cor|add|sup)(?::\d+)(?::v\d+)?)*)(?::(?P<language>(?:en|fr|ru|es|ar|de)(?:,(?:en|fr|ru|es|ar|de))*))?$",
    re.IGNORECASE,
)
_URN_SUPPLEMENT: Final = re.compile(r":(amd|cor|add|sup):(\d+)(?::v(\d+))?", re.IGNORECASE)
_URN_TYPES: Final = {"amd": "Amd", "cor": "Cor", "add": "Add", "sup": "Suppl"}


def special_document(text: str) -> Designation | None:
    """The designation of an ISO or IEC document that is no numbered standard; None when it is not one."""
    if match := _PAPER.match(text):
        language = _LANGUAGES[match["language"]] if match["language"] else None
        return Designation("IEC", match["number"], type=COMMITTEE_DOCUMENT, stage=match["stage"], language=language)
    if match := _PROJECT.match(text):
        return _project(text, match)
    if match := _FORM.match(text):
        return _form(text, match)
    if match := _TITLED.match(text):
        return Designation("IEC", match["number"], year=int(match["year"]), type=_TITLED_TYPES[match["type"].lower()])
    if match := _DIRECTIVE.match(text):
        return _directive(text, match)
    if match := _NAMED.match(text):
        return _with_tail(text, match, publisher=match["publisher"])
    if match := _URN.match(text):
        return _from_urn(match)
    return None


def _with_tail(text: str, match: re.Match[str], **known: str) -> Designation | None:
    fields: Fields = {"number": match["number"].upper(), **known}
    return Designation(**fields) if read_tail(text, match.end(), fields) else None


def _project(text: str, match: re.Match[str]) -> Designation | None:
    """A project has an edition at most, neither year nor supplements."""
    kind, stage = (match["type"] or "IS").upper(), match["stage"].upper()
    project = _with_tail(text, match, type=kind, publisher="IEC", stage=stage)
    if project is None or project.year is not None or project.supplements or project.variant:
        return None
    return project


def _form(text: str, match: re.Match[str]) -> Designation | None:
    if not any(character.isdigit() for character in match["number"] + (match["part"] or "")):
        return None
    names = {"IECEE": "IECEE", "IECEX": "IECEx", "IECQ": "IECQ"}
    fields: Fields = {"publisher": names[match["publisher"].upper()], "number": match["number"]}
    fields["type"] = (match["type"] or "IS").upper()
    if match["part"]:
        fields["part"] = match["part"]
    return Designation(**fields) if read_tail(text, match.end(), fields) else None


def _directive(text: str, match: re.Match[str]) -> Designation | None:
    number = "JTC 1" if match["joint"] else match["number"].upper().replace("PART ", "")
    number = re.sub(r"-?(?:CONSOLIDATED )?(ISO|IEC|JTC 1) SUPPLEMENT", r" \1 SUP", number).strip()
    if not _DIRECTIVE_NUMBER.fullmatch(number):
        return None
    fields: Fields = {"publisher": match["publisher"].upper(), "number": number, "type": "DIR"}
    return Designation(**fields) if read_tail(text, match.end(), fields) else None


def _from_urn(match: re.Match[str]) -> Designation:
    kind = (match["type"] or "is").upper()
    if match["publisher"].lower() == "iwa":
        kind = "IWA"
    publisher = "IWA" if kind == "IWA" else match["publisher"].upper().replace("-", "/")
    stage = match["stage"].lower() if match["stage"] else None
    return Designation(
        publisher,
        match["number"].upper(),
        match["part"].upper() if match["part"] else None,
        type=kind,
        supplements=tuple(_urn_supplement(found) for found in _URN_SUPPLEMENT.finditer(match["supplements"] or "")),
        stage=DRAFT_CODE if stage == "draft" else stage,
        edition=match["edition"],
        language=match["language"].lower() if match["language"] else None,
    )


def _urn_supplement(match: re.Match[str]) -> Supplement:
    kind, first, version = _URN_TYPES[match[1].lower()], match[2], match[3]
    if len(first) == 4:
        return Supplement(kind, version, int(first))
    return Supplement(kind, first, iteration=int(version) if version else None)
