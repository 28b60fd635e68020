"""What a cell with a number shows: 5 % where 0.05 is stored under the format 0%."""

import re
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from aligner.readers.cells.cells import Cell

_NO_DIGITS: Final = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')
_FIXED: Final = re.compile(r"(?:[#?]*,[#?]*)?[#?]*0*(?P<decimals>\.[0#?]+)?\s*(?P<percent>%?)")


def shown(cell: Cell, number_format: str) -> str | None:
    """The number as the format shows it, without separators of thousands; None where the format does not tell.

    Formats with a fixed number of decimals and those in per cent tell it; dates, fractions and "General" do not.
    """
    if type(cell) not in (int, float):
        return None
    section = _NO_DIGITS.sub("", number_format.split(";", maxsplit=1)[0]).strip()
    found = _FIXED.fullmatch(section)
    if found is None or not section:
        return None
    decimals = len((found["decimals"] or ".")[1:])
    number = Decimal(repr(cell)) * (100 if found["percent"] else 1)
    text = f"{number.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP):f}"
    return f"{text} %" if found["percent"] else text
