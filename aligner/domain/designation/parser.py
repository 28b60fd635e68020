"""Designations read from text, however dirty: `ＧＢ／Ｔ１９００１—２０１６`, `ИСО/ТО 8517`, `JIS C 5101-10-1:1999`."""

import re
from typing import Final

from aligner.domain.designation.cells import split_cell
from aligner.domain.designation.designation import Designation, NotUnderstood, Supplement
from aligner.domain.designation.reading import read_designation

# The shapes that fill catalogues are read by one expression each; everything else takes the general way,
# which gives the same for them.
_FAST_INTERNATIONAL: Final = re.compile(
    r"(ISO/IEC|ISO|IEC|CISPR)(?:(?<=ISO)/(TS|TR|R|PAS|DIS|FDIS|CD)|(?<=IEC) (TS|TR|PAS|ISP|DIS|FDIS|CD))? "
    r"(\d{1,8})(?:-(\d{1,3}(?:-\d{1,3})*|\d{4}(?=:)|[A-Z]\d\d))?(?::((?:19|20)\d\d))?"
    r"(?:/(Amd|Cor|AMD|COR) ?([1-9]\d{0,3})(?::((?:19|20)\d\d))?"
    r"|((?:\+AMD[1-9]\d{0,3}:(?:19|20)\d\d)*)(?: (CSV|RLV|EXV|CMV))?)",
    re.ASCII,
)
_FAST_JIS: Final = re.compile(
    r"JIS ([A-Z] \d{4,5})(?:-(\d{1,3}(?:-\d{1,3})*))?:((?:19|20)\d\d)(?:/AMENDMENT ([1-9]\d{0,3}):((?:19|20)\d\d))?",
    re.ASCII,
)
_FAST_GB: Final = re.compile(r"GB(?:/([TZ]))? (\d{1,6})(?:\.(\d{1,4}))?(?:-((?:19|20)\d\d))?", re.ASCII)
_FAST_STAGES: Final = frozenset({"DIS", "FDIS", "CD"})


def parse_designation(text: str) -> Designation | NotUnderstood:
    """The designation a text is, or why it is none; never raises."""
    if match := _FAST_INTERNATIONAL.fullmatch(text):
        return _fast_international(match)
    if match := _FAST_JIS.fullmatch(text):
        return _fast_japanese(match)
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
    publisher, solidus, spaced, number, part, year, kind, supplement, supplement_year, merged, variant = match.groups()
    word = solidus or spaced or "IS"
    supplements: tuple[Supplement, ...] = ()
    if kind is not None:
        supplements = (Supplement(kind.capitalize(), supplement, int(supplement_year) if supplement_year else None),)
    elif merged:
        supplements = tuple(
            Supplement("Amd", text[:-5], int(text[-4:]), is_merged=True) for text in merged[4:].split("+AMD")
        )
    is_stage = word in _FAST_STAGES
    return Designation(
        publisher,
        number,
        part,
        int(year) if year else None,
        "IS" if is_stage else word,
        supplements,
        word if is_stage else None,
        variant=variant,
    )


def _fast_japanese(match: re.Match[str]) -> Designation:
    number, part, year, amendment, amendment_year = match.groups()
    supplements = (Supplement("Amd", amendment, int(amendment_year)),) if amendment else ()
    return Designation("JIS", number, part, int(year), "standard", supplements)
