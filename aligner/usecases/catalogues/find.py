"""Find any standard of a catalogue by number or words, as fast as one types."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from aligner.domain.catalogue import Level
from aligner.domain.standards.fields import NOT_IN_FORCE
from aligner.domain.standards.table import Table
from aligner.domain.text import N_
from aligner.usecases.catalogues.searched import JOINT, has_words, search_words, searchable
from aligner.usecases.project.session import Session

MOST = 60
"""Standards that a search gives at most."""

_YEAR: Final = re.compile(rf"{JOINT}(?:19|20)\d\d$")


@dataclass(frozen=True, slots=True)
class Found:
    """One standard that was found; `row` is its position in the table of its level."""

    row: int
    designation: str
    title: str
    status: str
    published: str


class Unavailable(StrEnum):
    """Why a search gives nothing that can be chosen."""

    NOT_LISTED = "not listed"
    SUPPLEMENT = "supplement"
    DUPLICATE = "duplicate"


UNAVAILABLE_TEXTS: Final[dict[Unavailable, str]] = {
    Unavailable.NOT_LISTED: N_("No standard in the catalogues matches “{search}”."),
    Unavailable.SUPPLEMENT: N_("{designation} is a supplement; choose the standard that it belongs to."),
    Unavailable.DUPLICATE: N_("{designation} is listed twice; choose the other entry."),
}


@dataclass(frozen=True)
class Index:
    """What is searched: a text and a rank for each standard that can be a counterpart."""

    table: Table
    rows: list[int]
    texts: list[str]
    numbers: list[str]
    """The undated designation in the form that is searched, spaces gone."""


def search(session: Session, level: Level, text: str, most: int = MOST) -> list[Found]:
    """The standards that have every word of the text in their number or title: those of that number first, then
    those in force, newest first. Empty for an empty text."""
    words = search_words(text)
    if not words:
        return []
    index = session.derived(international_index if level is Level.INTERNATIONAL else national_index)
    places: list[int] | range = range(len(index.rows))
    for word in words:
        texts = index.texts
        places = [place for place in places if word in texts[place]]
    number = _YEAR.sub("", "".join(words))
    ordered = sorted(places, key=lambda place: _rank(index, place, number))[:most]
    return [_found(index.table, index.rows[place]) for place in ordered]


def why_nothing(session: Session, level: Level, text: str) -> tuple[Unavailable, str]:
    """Why a search gives nothing: the catalogues have no such standard, or only one that cannot be a counterpart,
    with its number."""
    table = session.standards(level)
    words = search_words(text)
    kinds = (Unavailable.SUPPLEMENT, table["is_supplement"]), (Unavailable.DUPLICATE, table["duplicate_of"])
    for kind, column in kinds:
        rows = [row for row, value in enumerate(column) if value not in (None, False)]
        for row, searched in zip(rows, _texts(table, rows), strict=True):
            if has_words(searched, words):
                return kind, table["designation"][row]
    return Unavailable.NOT_LISTED, ""


def international_index(session: Session) -> Index:
    """The international standards, ready to be searched."""
    return _index(session.standards(Level.INTERNATIONAL))


def national_index(session: Session) -> Index:
    """The national standards, ready to be searched."""
    return _index(session.standards(Level.NATIONAL))


def _index(table: Table) -> Index:
    columns = zip(table["duplicate_of"], table["is_supplement"], strict=True)
    rows = [row for row, (duplicate, is_supplement) in enumerate(columns) if duplicate is None and not is_supplement]
    numbers = [_packed(number) for number in searchable(str(table["work"][row]) for row in rows)]
    return Index(table, rows, _texts(table, rows), numbers)


def _texts(table: Table, rows: Sequence[int]) -> list[str]:
    columns = [table[name] for name in ("designation", "title", "title_en")]
    return searchable("\t".join(str(column[row]) for column in columns) for row in rows)


def _rank(index: Index, place: int, number: str) -> tuple[bool, bool, bool, str]:
    """Smaller comes first."""
    row, own = index.rows[place], index.numbers[place]
    is_number = bool(number) and own.endswith(number) and not own[: -len(number)][-1:].isdigit()
    is_gone = index.table["status"][row] in NOT_IN_FORCE
    return not is_number, is_gone, index.table["type"][row] != "IS", _newest_first(index.table["published"][row])


def _newest_first(published: str) -> str:
    """A text that sorts later days first."""
    return "".join(chr(ord("9") - int(sign)) if sign.isdigit() else sign for sign in published) or "~"


def _packed(text: str) -> str:
    return "".join(text.split())


def _found(table: Table, row: int) -> Found:
    return Found(
        row,
        table["designation"][row],
        table["title"][row] or table["title_en"][row],
        table["status"][row],
        table["published"][row],
    )
