"""Cells with several designations, degrees and prose among them, cut into one piece for each number."""

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

from aligner.domain.degree import ReadDegree, parse_degree
from aligner.domain.designation.designation import Designation, NotUnderstood
from aligner.domain.designation.reading import read_designation
from aligner.domain.designation.rendering import CHINESE_TYPES
from aligner.domain.designation.siblings import SHORT, sibling, with_year_of

_DEGREE: Final = re.compile(
    r"""(?<![A-Za-z])(?:IDT|MOD|NEQ|EQV|REF)(?![A-Za-z])[: ]?
    |\b(?:technically[ ]|not[ -]|non[ -])?equivalent\b(?:[ ]to)?|\bidentical\b(?:[ ](?:to|with))?|\bmodified\b
    |(?:非等效|不等效|非等同|不等同|等同|修改|等效|参照|参考)(?:采用)?(?!单)
    |(?:не)?эквивалент[а-я]*|идентич[а-я]*|модифицир[а-я]*|\b(?:ИДТ|МОД|НЭК|НЕЭ)\b|一致(?!性|程度)|[≡≈≠≒]|=(?=\s*[A-ZА-Я])""",
    re.IGNORECASE | re.VERBOSE,
)
_BODY_NAMES: Final = (
    r"(?:ISO|IEC|CISPR|IWA|ITU-[TR]|OIML|CODEX|IEEE|ASTM|EN|UIC|ИСО|МЭК|ГОСТ|DIN|BS|JIS|GB|ASME|ANSI|SAE|CIE"
    r"|AWI IWA|CD IWA)"
)
_BODY: Final = re.compile(
    rf"(?<![A-Za-zА-Яа-я]){_BODY_NAMES}(?=[ /\d-]|[A-Z]? ?\d)|(?:Guide|Directives?|Руководство) (?=ISO|IEC|ИСО)"
)
_TITLE: Final = re.compile(rf"《(?!\s*{_BODY_NAMES})[^》]*》?")
_GROUPS: Final = re.compile(r"[;\n\r\t\v\f]+")
_NUMBERS: Final = re.compile(
    rf"、|\s*(?:和|以及|及其|及|与|或)\s*|\s+(?:and|und|et|и|or|&)\s+(?={_BODY_NAMES})|,\s*(?={_BODY_NAMES}[ /\d-])"
    rf"|(?<=[\d)])\s+(?={_BODY_NAMES}[ /\d-])|(?<=[\d)])(?:,\s*|\s+(?:and|&)\s+)(?={SHORT})"
    rf"|(?<=[\d)])\s*/\s*(?={SHORT})(?=\D|\d{{3}})(?!(?:19|20)\d\d(?!\d))"
)
_SHORT: Final = re.compile(SHORT)
_EDGES: Final = " \t,，:.。()[]【】-—–"
_BETWEEN: Final = _EDGES + "/+"
_PREDECESSOR: Final = re.compile(r"(?:代替|替代|取代|原|replac\w+|supersed\w+|formerly)\W*$", re.IGNORECASE)
_EMPTY_BRACKETS: Final = re.compile(r"[(\[]\s*[,;:]*\s*[)\]]")
_MOST_CUTS: Final = 12


@dataclass(frozen=True, slots=True)
class Piece:
    """One number's share of a cell: what it names, the degree beside it, and the text of both."""

    designation: Designation | NotUnderstood
    degree: ReadDegree | None
    raw: str


def split_cell(cell: str) -> tuple[Piece, ...]:
    """One piece for each number of a cell, with the degree printed before or after it.

    A degree counts for the numbers of its group (between semicolons or lines) that have none of their
    own; one that leads the cell and is the only one counts for all.
    """
    groups = [group for group in _GROUPS.split(_plain(cell)) if group.strip(_EDGES)]
    pieces: list[Piece] = []
    for group in groups:
        found = _group(group)
        if len(found) == 1 and isinstance(found[0], ReadDegree) and pieces:
            pieces[-1] = _with_degree(pieces[-1], found[0])
        pieces += _assigned(found)
    return _led_by_one(groups, pieces)


_Found = str | ReadDegree


def _plain(cell: str) -> str:
    return _TITLE.sub(" ", unicodedata.normalize("NFKC", cell.replace("\u2260", "NEQ ").replace("\xad", "")))


def _group(group: str) -> list[_Found]:
    """Numbers and degrees of one group in their order."""
    without = _EMPTY_BRACKETS.sub(" ", _DEGREE.sub(" ", group)).strip(_EDGES)
    degrees = list(_DEGREE.finditer(group))
    if len(degrees) <= 1 and isinstance(read_designation(without), Designation):
        read = [found for match in degrees if (found := parse_degree(match[0])) is not None]
        return [*read, without]
    events: list[_Found] = []
    position = 0
    for match in degrees:
        events += _texts(group[position : match.start()])
        if (read_degree := parse_degree(match[0])) is not None:
            events.append(read_degree)
        position = match.end()
    events = _completed([*events, *_texts(group[position:])])
    return events[1:] if _repeats_own_number(events) else events


def _repeats_own_number(events: list[_Found]) -> bool:
    """Whether it begins with the national number itself: `GB/T 5276-2015 MOD ISO 225:2010`."""
    if len(events) < 3 or not isinstance(events[0], str) or isinstance(events[1], str):
        return False
    first = read_designation(events[0])
    return isinstance(first, Designation) and first.type in CHINESE_TYPES


def _texts(text: str) -> list[_Found]:
    parts = (
        _EMPTY_BRACKETS.sub(" ", piece).strip(_EDGES)
        for part in _NUMBERS.split(text)
        for piece in _at_each_number(part)
    )
    return [part for part in parts if any(character.isalnum() for character in part)]


def _at_each_number(part: str) -> list[str]:
    """The part cut before each further number in it, but for those in brackets or replaced: `ISO 1:2016/ISO 2:2017`.

    A range is left whole: nobody can tell which numbers lie in it.
    """
    if "~" in part or isinstance(read_designation(part.strip(_EDGES)), Designation):
        return [part]
    pieces, start = [], 0
    for match in _BODY.finditer(part):
        before = part[start : match.start()]
        is_aside = before.count("(") > before.count(")") or _PREDECESSOR.search(before)
        first = _BODY.search(before)
        if first and not is_aside and any(map(str.isdecimal, before[first.end() :])):
            pieces.append(before.rstrip(_BETWEEN))
            start = match.start()
    return [*pieces, part[start:]]


def _completed(events: list[_Found]) -> list[_Found]:
    """The events with shortened numbers written out; a year that closes a list of parts is the year of all of them."""
    whole: list[_Found] = []
    undated: list[int] = []
    for event in events:
        number = _written_out(whole, event)
        if number is None:
            undated = [len(whole)] if isinstance(event, str) else undated
            whole.append(event)
            continue
        if number.is_dated:
            for place in undated:
                whole[place] = _dated_like(str(whole[place]), number)
            undated = []
        else:
            undated.append(len(whole))
        whole.append(str(number))
    return whole


def _written_out(before: list[_Found], event: _Found) -> Designation | None:
    """The number that a shortened one stands for after those before it."""
    if not isinstance(event, str) or not _SHORT.match(event):
        return None
    designation = _last_designation(next((text for text in reversed(before) if isinstance(text, str)), ""))
    return sibling(designation, event) if isinstance(designation, Designation) else None


def _last_designation(text: str) -> Designation | NotUnderstood:
    """The designation a text is, or ends with after some prose."""
    starts = [0, *(match.start() for match in _BODY.finditer(text))]
    whole = read_designation(text)
    return whole if isinstance(whole, Designation) else read_designation(text[starts[-1] :])


def _dated_like(text: str, following: Designation) -> str:
    designation = _last_designation(text)
    if isinstance(designation, NotUnderstood) or (dated := with_year_of(designation, following)) == designation:
        return text
    return str(dated)


def _assigned(found: list[_Found]) -> list[Piece]:
    """Pieces of one group: degrees go to the numbers after them when one leads, else to those before."""
    numbers = [text for text in found if isinstance(text, str) and _may_be_number(text)]
    has_number = any(any(character.isdecimal() for character in text) for text in numbers)
    leads = next(
        (isinstance(event, ReadDegree) for event in found if not isinstance(event, str) or event in numbers), False
    )
    pieces: list[Piece] = []
    waiting = 0
    current: ReadDegree | None = None
    for event in found:
        if isinstance(event, ReadDegree):
            current = event
            if not leads:
                pieces[waiting:] = [_with_degree(piece, event) for piece in pieces[waiting:]]
                waiting = len(pieces)
        elif event in numbers or not has_number:
            pieces.append(Piece(_first_designation(event), current if leads else None, event))
    return pieces


def _may_be_number(text: str) -> bool:
    return any(character.isdecimal() for character in text)


def _first_designation(text: str) -> Designation | NotUnderstood:
    """The designation a text is, or begins with after some prose; titles behind it are cut off."""
    whole = read_designation(text)
    if isinstance(whole, Designation):
        return whole
    match = _BODY.search(text)
    if match is None or "~" in text:
        return whole
    rest = re.split(r"[《〈「“\"』]|[\u3040-\u30ff\u4e00-\u9fff]", text[match.start() :].rstrip(_EDGES))[0]
    for _ in range(_MOST_CUTS):
        found = read_designation(rest)
        if isinstance(found, Designation):
            return found
        cut = max(rest.rfind(" "), rest.rfind(","), rest.rfind("("))
        if cut <= 0:
            break
        rest = rest[:cut]
    return whole


def _with_degree(piece: Piece, degree: ReadDegree) -> Piece:
    return piece if piece.degree is not None else Piece(piece.designation, degree, f"{piece.raw} {degree.raw}")


def _led_by_one(groups: list[str], pieces: list[Piece]) -> tuple[Piece, ...]:
    degrees = [piece.degree for piece in pieces if piece.degree is not None]
    if not pieces or len(set(degrees)) != 1 or pieces[0].degree is None:
        return tuple(pieces)
    match = _DEGREE.search(groups[0])
    if match is None or any(character.isdecimal() for character in groups[0][: match.start()]):
        return tuple(pieces)
    return tuple(_with_degree(piece, degrees[0]) for piece in pieces)
