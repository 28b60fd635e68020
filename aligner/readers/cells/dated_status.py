"""A status that is said with its date: `Withdrawn from 2027-01-01`, `2027年1月1日起废止`, `действует до 01.01.2028`."""

import re
import unicodedata
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from aligner.domain.standards.fields import OUT_OF_FORCE, Status
from aligner.domain.words.modifiers import cyrillic, latin
from aligner.readers.cells.calendar import MONTHS, Calendar
from aligner.readers.cells.words import status_of

_DIGIT: Final = re.compile(r"\d")
_DATE: Final = re.compile(
    r"(?<![\d:./-])(?:(?:18|19|20|21)\d\d\s?[-/.年]\s?\d{1,2}(?:\s?[-/.月]\s?\d{1,2}\s?日?|\s?月)?"
    r"|\d{1,2}([-/.])\d{1,2}\1(?:18|19|20|21)\d\d"
    r"|(?:昭和|平成|令和)\s?(?:\d{1,2}|元)\s?年(?:\s?\d{1,2}\s?月(?:\s?\d{1,2}\s?日)?)?"
    rf"|(?:\d{{1,2}}(?:st|nd|rd|th)? )?(?:{'|'.join(MONTHS)})\.? (?:\d{{1,2}}, ?)?(?:18|19|20|21)\d\d"
    r"|(?:18|19|20|21)\d\d\s?年?)(?![\d/:-])"
)
_ORDINAL: Final = re.compile(r"(?<=\d)(?:st|nd|rd|th)(?= )")
_UNTIL: Final = re.compile(
    latin(r"until|till|through|expires?|expiring|valid to|in force to|up to|bis|jusqu'?\s?(?:au|en|à)?")
    + "|有效期[至到]|有效[至到]|[至到]期|截止|截至|まで|까지|"
    + cyrillic("до|по")
)
_BEGINNING: Final = re.compile(
    latin("from|since|effective|as of|as from|starting|ab|seit|à partir|dès")
    + "|起|实施|施行|執行|执行|生效|から|より|부터|시행|"
    + cyrillic("с|со|введ[её]н[а-я]*")
)


@dataclass(frozen=True, slots=True)
class DatedStatus:
    """The status on the day of reading, and the dates that were said with it; "" where none was."""

    status: str
    withdrawn: str = ""
    effective: str = ""


def dated_status(text: str, calendar: Calendar) -> DatedStatus | None:
    """The status that a cell states, with the date from which or until which it holds; None when it is not known.

    What ends on a later day is in force until then, and what begins on a later day is not in force yet. A text with
    several dates is read without them. (No published rule; our reading of how lists put it.)
    """
    status = status_of(text)
    folded = unicodedata.normalize("NFKC", text).casefold()
    day = _only_date(folded, calendar) if _DIGIT.search(folded) else ""
    if not day:
        return None if status is None else DatedStatus(status)
    today = calendar.today.isoformat()[: len(day)]
    if status in OUT_OF_FORCE:
        return DatedStatus(Status.IN_FORCE.value if day > today else status, withdrawn=day)
    if status in (Status.IN_FORCE.value, None) and _END.search(folded):
        return _with_end(status, day, today, is_withdrawal=_WITHDRAWAL.search(folded) is not None)
    if status in (Status.IN_FORCE.value, None) and _UNTIL.search(folded):
        return DatedStatus((Status.IN_FORCE if day >= today else Status.WITHDRAWN).value, withdrawn=day)
    if status in (Status.IN_FORCE.value, Status.UPCOMING.value) and _BEGINNING.search(folded):
        return DatedStatus((Status.UPCOMING if day > today else Status.IN_FORCE).value, effective=day)
    return None if status is None else DatedStatus(status)


def _with_end(status: str | None, day: str, today: str, *, is_withdrawal: bool) -> DatedStatus | None:
    """In force with an announced end; in doubt once the day of a withdrawal is past: `现行（2020年废止）`."""
    if status is None:
        return None
    if day > today:
        return DatedStatus(status, withdrawn=day)
    return None if is_withdrawal else DatedStatus(status)


def _only_date(folded: str, calendar: Calendar) -> str:
    """The one date of the text as `2027-01-01`, `2027-01` or `2027`; "" when there is none or more than one."""
    calendar = replace(calendar, today=date.max)  # an end may be announced for any year
    found = set()
    for match in _DATE.finditer(folded):
        day, trouble = calendar.read(_ORDINAL.sub("", match[0].strip()))
        if not trouble:
            found.add(day)
    return found.pop() if len(found) == 1 else ""


_WITHDRAWAL: Final = re.compile(
    "废止|作废|失效|撤销|停用|废除|廃止|廢止|폐지|"
    + latin("withdrawn|withdrawal|withdraw|cancelled|canceled|obsolete|repealed|revoked|abolished")
    + "|"
    + latin("zurückgezogen|annulée?|retirée?")
    + "|(?<![а-яё])отмен[а-яё]*"
)
_END: Final = re.compile(
    _WITHDRAWAL.pattern
    + "|代替|替代|取代|置換|대체|"
    + latin("superseded|replaced|ersetzt|remplacée?")
    + "|(?<![а-яё])замен[а-яё]*"
)
