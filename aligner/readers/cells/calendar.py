"""Dates in every form that catalogues print, with the precision that was printed."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from aligner.readers.cells.cells import Cell, text_of

NOT_A_DATE: Final = "not_a_date"
SUSPICIOUS: Final = "suspicious_date"
AMBIGUOUS: Final = "ambiguous_date"

_YEAR_FIRST: Final = re.compile(
    r"(\d{4})\s?[-/.年]\s?(\d{1,2})(?:\s?[-/.月]\s?(\d{1,2})\s?日?|\s?月)?(?:[T ]\d{1,2}:\d{2}.*)?"
)
_COMPACT: Final = re.compile(r"(\d{4})(\d{2})(\d{2})?")
_YEAR: Final = re.compile(r"(\d{4})\s?年?度?")
_DAY_FIRST: Final = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?:[T ]\d{1,2}:\d{2}.*)?")
_SERIAL: Final = re.compile(r"(\d{5})(?:\.\d+)?")
_ERA: Final = re.compile(
    r"(明治|大正|昭和|平成|令和|[MTSHR])\s?(\d{1,2}|元)\s?[年./-]?(?:\s?(\d{1,2})\s?[月./-]?(?:\s?(\d{1,2})\s?日?)?)?"
)
_ERAS: Final = {
    "明治": 1867,
    "大正": 1911,
    "昭和": 1925,
    "平成": 1988,
    "令和": 2018,
    "M": 1867,
    "T": 1911,
    "S": 1925,
    "H": 1988,
    "R": 2018,
}
MONTHS: Final = {
    name: number
    for number, names in enumerate(
        (
            "jan january янв января январь",
            "feb february фев февраля февраль",
            "mar march мар марта март",
            "apr april апр апреля апрель",
            "may мая май",
            "jun june июн июня июнь",
            "jul july июл июля июль",
            "aug august авг августа август",
            "sep sept september сен сентября сентябрь",
            "oct october окт октября октябрь",
            "nov november ноя ноября ноябрь",
            "dec december дек декабря декабрь",
        ),
        start=1,
    )
    for name in names.split()
}
"""The number of each month by its names and their short forms."""
_WORDED: Final = re.compile(r"(?:(\d{1,2})[ .-]+)?([^\W\d_]{3,9})\.?[ ,-]+(?:(\d{1,2}),? +)?(\d{4})(?:\s?г\.?)?")


@dataclass(frozen=True, slots=True)
class Calendar:
    """How dates of one file are read: its 1904 serials, and the years that can be true."""

    today: date
    earliest_year: int
    is_1904: bool = False

    def read(self, cell: Cell) -> tuple[str, str]:
        """("2016-12-30", "") or ("", why not): NOT_A_DATE, SUSPICIOUS; AMBIGUOUS gives the year alone."""
        if isinstance(cell, date):
            return self._checked(cell.isoformat()[:10])
        if type(cell) in (int, float):
            return self._number(float(cell))
        text = text_of(cell)
        if not text or text in {"-", "--", "—", "——", "/", "无", "無", "N/A"}:
            return "", ""
        if not text.isascii():
            text = unicodedata.normalize("NFKC", text)
        return self._text(text)

    def _text(self, text: str) -> tuple[str, str]:
        if found := _YEAR_FIRST.fullmatch(text) or _COMPACT.fullmatch(text):
            return self._parts(found[1], found[2], found[3])
        if found := _YEAR.fullmatch(text):
            return self._parts(found[1])
        if found := _SERIAL.fullmatch(text):
            return self._number(float(text))
        if found := _ERA.fullmatch(text):
            year = _ERAS[found[1]] + (1 if found[2] == "元" else int(found[2]))
            return self._parts(str(year), found[3], found[4])
        if found := _WORDED.fullmatch(text):
            month = MONTHS.get(found[2].lower())
            return self._parts(found[4], str(month), found[1] or found[3]) if month else ("", NOT_A_DATE)
        if found := _DAY_FIRST.fullmatch(text):
            return self._day_first(found[1], found[2], found[3], dotted="." in text)
        return "", NOT_A_DATE

    def _number(self, number: float) -> tuple[str, str]:
        """A bare number: 2016, 201612, 20161230, or a serial day of the file's calendar."""
        if not abs(number) < 1e9:  # neither infinite nor "not a number"
            return "", NOT_A_DATE
        whole = int(number)
        if 1900 <= whole <= 2100 or 190000 <= whole <= 210012 or 19000000 <= whole <= 21001231:
            return self._text(str(whole))
        if not 1 <= whole < 80000:
            return "", NOT_A_DATE
        origin = datetime(1904, 1, 1) if self.is_1904 else datetime(1899, 12, 30)  # noqa: DTZ001 - no time of day
        return self._checked((origin + timedelta(days=whole)).date().isoformat())

    def _day_first(self, first: str, second: str, year: str, *, dotted: bool) -> tuple[str, str]:
        """30.12.2016 and 30/12/2016; 12/30/2016 too; 03/04/2016 may be both and keeps its year only."""
        if dotted or int(first) > 12 or first == second:
            return self._parts(year, second, first)
        if int(second) > 12:
            return self._parts(year, first, second)
        text, trouble = self._parts(year)
        return text, trouble or AMBIGUOUS

    def _parts(self, year: str, month: str | None = None, day: str | None = None) -> tuple[str, str]:
        if month is None or int(month) == 0:
            return self._checked(year)
        if day is None or int(day) == 0:
            return self._checked(f"{year}-{int(month):02d}") if int(month) <= 12 else ("", NOT_A_DATE)
        try:
            return self._checked(date(int(year), int(month), int(day)).isoformat())
        except ValueError:
            return "", NOT_A_DATE

    def _checked(self, text: str) -> tuple[str, str]:
        if not self.earliest_year <= int(text[:4]) <= self.today.year + 3:
            return "", SUSPICIOUS
        return text, ""
