"""Designations read from text, however dirty: `ＧＢ／Ｔ１９００１—２０１６`, `ИСО/ТО 8517`, `JIS C 5101-10-1:1999`."""

import re
from typing import Final

from aligner.domain.designation import Designation, NotUnderstood, Supplement
from aligner.domain.designation_cells import split_cell
from aligner.domain.designation_reading import read_designation

_FAST_INTERNATIONAL: Final = re.compile(
    r"(ISO(?:/IEC)?|IEC)(?:(?<=ISO)/(TS|TR)|(?<=IEC) (TS|TR))? (\d+)(?:-(\d{1,3}(?:-\d{1,3})*|[A-Z]\d\d))?(?::((?:19|20)\d\d))?"
    r"(?:/(Amd|Cor|AMD|COR) ?(\d+)(?::((?:19|20)\d\d))?)?"
)
_FAST_JIS: Final = re.compile(r"JIS ([A-Z] \d{4,5})(?:-(\d{1,3}(?:-\d{1,3})*))?:((?:19|20)\d\d)")
_FAST_GB: Final = re.compile(r"GB(?:/([TZ]))? (\d{1,6})(?:\.(\d{1,4}))?(?:-((?:19|20)\d\d))?")


def parse_designation(text: str) -> Designation | NotUnderstood:
    """The designation a text is, or why it is none; never raises."""
    if match := _FAST_INTERNATIONAL.fullmatch(text):
        return _fast_international(match)
    if match := _FAST_JIS.fullmatch(text):
        return Designation("JIS", match[1], match[2], int(match[3]), "standard")
    if match := _FAST_GB.fullmatch(text):
        return Designation("GB", match[2], match[3], int(match[4]) if match[4] else None, match[1] or "mandatory")
    return read_designation(text)


def parse_designations(cell: str) -> tuple[Designation | NotUnderstood, ...]:
    """Every designation of a cell in its order; texts between them that are none come as `NotUnderstood`."""
    whole = parse_designation(cell)
    if isinstance(whole, Designation) or whole.reason == "empty":
        return (whole,) if isinstance(whole, Designation) else ()
    return tuple(piece.designation for piece in split_cell(cell))


def render(designation: Designation) -> str:
    """The canonical text; `parse_designation(render(d)) == d` for every designation that was parsed."""
    return str(designation)


def _fast_international(match: re.Match[str]) -> Designation:
    publisher, solidus, spaced, number, part, year, kind, supplement, supplement_year = match.groups()
    supplements: tuple[Supplement, ...] = ()
    if kind is not None:
        supplements = (
            Supplement(
                kind.capitalize(), supplement.lstrip("0") or "0", int(supplement_year) if supplement_year else None
            ),
        )
    return Designation(publisher, number, part, int(year) if year else None, solidus or spaced or "IS", supplements)
