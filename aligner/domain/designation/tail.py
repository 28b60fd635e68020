"""What follows the number in every body's designations: year, supplements, language, edition, variant."""

import re
from dataclasses import replace
from typing import Any, Final

from aligner.domain.designation.designation import Supplement

Fields = dict[str, Any]
"""Arguments of `Designation`, gathered while reading."""

YEAR: Final = r"(?:18|19|20)\d\d"

_YEAR: Final = re.compile(
    rf"(?:[:.,]({YEAR})(?:-(\d\d)(?!\d))?|:(\d\d)(?!\d)|[: ]?\(({YEAR})(?:-(\d\d))?\)| ({YEAR})(?![\d:]))"
    r"(R(?![A-Za-z])|[a-z](?![A-Za-z0-9])(?:e\d)?|e\d(?!\d))?(\((?:19|20)\d\d\)(?:e\d)?)?"
)
_SUPPLEMENT: Final = re.compile(
    r"""[ ]?(?P<sign>[/+,])?[ ]?
    (?:(?P<stage>PWI|NWIP|NP|AWI|WD|CDV|CD|FDIS|DIS|PRF)[ ]?|(?P<fused>FPD|FD|PD|F|D)(?=AM|COR|AD))?
    (?P<type>AMENDMENT|AMENDEMENT|AMDT|AMD|AM|AMENDMENTS|TECHNICAL\ CORRIGENDUM|CORRIGENDUM|CORR|COR|AC|ADDENDUM|ADD|AD
      |SUPPLEMENT|SUPPL|SUP|EXT|EXPLANATION|EXPL|ISH|FRAG|XG|追補|正誤票|修改单|A(?=[1-9]))
    [. ]*(?:NO[. ]*)?(?P<number>C?\d{1,4}(?!\d))?(?:\.(?P<iteration>\d{1,2})(?!\d))?
    (?:[:-](?P<year>(?:18|19|20)\d\d)(?P<mark>R)?)?(?![A-Za-z0-9])""",
    re.IGNORECASE | re.VERBOSE,
)
_TYPES: Final = {
    "AMENDMENT": "Amd", "AMENDEMENT": "Amd", "AMENDMENTS": "Amd", "AMDT": "Amd", "AMD": "Amd", "AM": "Amd", "A": "Amd",
    "XG": "Amd", "追補": "Amd", "修改单": "Amd", "TECHNICAL CORRIGENDUM": "Cor", "CORRIGENDUM": "Cor", "CORR": "Cor",
    "COR": "Cor", "AC": "Cor", "正誤票": "Cor", "ADDENDUM": "Add", "ADD": "Add", "AD": "Add", "SUPPLEMENT": "Suppl",
    "SUPPL": "Suppl", "SUP": "Suppl", "EXT": "Ext", "EXPLANATION": "Expl", "EXPL": "Expl", "ISH": "ISH", "FRAG": "Frag",
}  # fmt: skip
_FUSED: Final = {"Amd": "AM", "Cor": "COR", "Add": "AD"}
_LANGUAGES: Final = {"E": "en", "F": "fr", "R": "ru", "A": "ar", "S": "es", "D": "de", "C": "zh", "T": "en,fr,ru"}
_LANGUAGE_CODE: Final = "en|fr|ru|es|ar|de|zh|ja|pt|it|nl|sv|ko|pl|cs|other|[EFRASDC]"
_LANGUAGE: Final = re.compile(rf" ?\(((?:{_LANGUAGE_CODE})(?:[,/ -](?:{_LANGUAGE_CODE}))*)\)")
_EDITION: Final = re.compile(
    r"""[ ,]*\(?(?:ED(?:ITION|N)?[. ]*(\d+(?:\.\d+)*)?|(\d+)(?:ST|ND|RD|TH)[ ]ED(?:ITION|N)?\.?|第(\d+)版?)\)?
    (?![A-Za-z0-9])""",
    re.IGNORECASE | re.VERBOSE,
)
_VARIANT: Final = re.compile(
    r"[ /]*\(?(EXV-RLV|EXV-CMV|RLV|CSV|CMV|EXV|SER|PRV|DB|CONSOLIDATED(?: VERSION| EDITION)?)\)?(?![A-Za-z0-9])",
    re.IGNORECASE,
)
_SYMBOL: Final = re.compile(r" SYMBOL (.+)$")
_ALL_PARTS: Final = re.compile(
    r"[ ,]*(?:\((?:ALL PARTS|ALL|SERIES|所有部分|全部分|全部|系列|BCE ЧACTИ)\)"
    r"|(?:ALL PARTS|SERIES|所有部分|全部分|系列)$)",
    re.IGNORECASE,
)


def read_tail(text: str, position: int, fields: Fields) -> bool:
    """Read everything from the position on into the fields; False when something else stands there."""
    while position < len(text):
        following = _next(text, position, fields)
        if following is None:
            return False
        position = following
    supplements: list[Supplement] = fields.get("supplements", [])
    fields["supplements"] = tuple(sorted(supplements, key=lambda supplement: not supplement.is_merged))
    return True


def split_year(parts: str, following: str, *, two_digits_from: int = 100) -> tuple[str, int | None]:
    """Part segments with a last segment that is a year taken off: `-1-2016` gives `-1` and 2016.

    Two digits count as a year from `two_digits_from` on; a colon after them means that they are a part.
    """
    rest, dash, last = parts.rpartition("-")
    if not dash or following.startswith(":"):
        return parts, None
    if re.fullmatch(YEAR, last):
        return rest, int(last)
    if len(last) == 2 and last.isdecimal() and int(last) >= two_digits_from:
        return rest, full_year(last)
    return parts, None


def full_year(digits: str) -> int:
    """Four digits of a year; of two digits above 50 the 19.. one, else the 20.. one."""
    year = int(digits)
    return year if len(digits) == 4 else year + (1900 if year > 50 else 2000)


def _next(text: str, position: int, fields: Fields) -> int | None:
    """Read one element and give the position after it."""
    supplements: list[Supplement] = fields.setdefault("supplements", [])
    if "year" not in fields and not supplements and (match := _YEAR.match(text, position)):
        fields["year"] = full_year(match[1] or match[3] or match[4] or match[6])
        if month := match[2] or match[5]:
            fields["month"] = int(month)
        fields["year_mark"] = (match[7] or "") + (match[8] or "")
        return match.end()
    if match := _SUPPLEMENT.match(text, position):
        supplements.append(_supplement(match))
        return match.end()
    if match := _LANGUAGE.match(text, position):
        fields["language"] = _languages(match[1])
        return match.end()
    if match := _EDITION.match(text, position):
        if number := match[1] or match[2] or match[3]:
            fields["edition"] = number
        return match.end()
    if match := _VARIANT.match(text, position):
        variant = match[1].upper()
        fields["variant"] = "CSV" if variant.startswith("CONSOLIDATED") else variant
        if fields["variant"] == "CSV":  # the amendments before it are merged, however their sign is printed
            supplements[:] = [replace(supplement, is_merged=True) for supplement in supplements]
        return match.end()
    if match := _SYMBOL.match(text, position):
        fields["variant"] = f"SYMBOL {match[1]}"
        return match.end()
    if match := _ALL_PARTS.match(text, position):
        fields["variant"] = "all parts"
        return match.end()
    return None


def _supplement(match: re.Match[str]) -> Supplement:
    kind = _TYPES[match["type"].upper()]
    stage = match["stage"].upper() if match["stage"] else None
    if fused := match["fused"]:
        stage = ("FD" if fused.upper() == "F" else fused.upper()) + _FUSED[kind]
    return Supplement(
        type=kind,
        number=str(match["number"]).upper().lstrip("0") or "0" if match["number"] else None,
        year=int(match["year"]) if match["year"] else None,
        stage=stage,
        iteration=int(match["iteration"]) if match["iteration"] else None,
        is_merged=match["sign"] == "+",
        year_mark=(match["mark"] or "").upper(),
    )


def _languages(text: str) -> str:
    codes = (_LANGUAGES.get(code, code) for code in re.split(r"[,/ -]", text))
    return ",".join(dict.fromkeys(",".join(codes).split(",")))
