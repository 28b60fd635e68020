"""Find any standard of a catalogue by number or words, as fast as one types."""

import re
from dataclasses import dataclass

from aligner.domain.catalogue import Level
from aligner.domain.standards.fields import NOT_IN_FORCE
from aligner.domain.standards.table import Table
from aligner.usecases.project.session import Session

MOST = 60
"""Standards that a search gives at most."""


@dataclass(frozen=True, slots=True)
class Found:
    """One standard that was found; `row` is its position in the table of its level."""

    row: int
    designation: str
    title: str
    status: str
    published: str


@dataclass(frozen=True)
class Index:
    """What is searched: a folded text and a rank for each standard that can be a counterpart."""

    table: Table
    rows: list[int]
    texts: list[str]
    numbers: list[str]
    """The folded undated designation, spaces gone."""


def search(session: Session, level: Level, text: str, most: int = MOST) -> list[Found]:
    """The standards that have every word of the text in their number or title: those of that number first, then
    those in force, newest first. Empty for an empty text."""
    words = text.casefold().split()
    if not words:
        return []
    index = session.derived(international_index if level is Level.INTERNATIONAL else national_index)
    places: list[int] | range = range(len(index.rows))
    for word in words:
        texts = index.texts
        places = [place for place in places if word in texts[place]]
    number = _packed("".join(words))
    ordered = sorted(places, key=lambda place: _rank(index, place, number))[:most]
    return [_found(index.table, index.rows[place]) for place in ordered]


def international_index(session: Session) -> Index:
    """The international standards, ready to be searched."""
    return _index(session.standards(Level.INTERNATIONAL))


def national_index(session: Session) -> Index:
    """The national standards, ready to be searched."""
    return _index(session.standards(Level.NATIONAL))


def _index(table: Table) -> Index:
    columns = zip(table["duplicate_of"], table["is_supplement"], strict=True)
    rows = [row for row, (duplicate, is_supplement) in enumerate(columns) if duplicate is None and not is_supplement]
    names = [table[name] for name in ("designation", "title", "title_en")]
    texts = ["\t".join(str(column[row]) for column in names).casefold() for row in rows]
    return Index(table, rows, texts, [_packed(table["work"][row].casefold()) for row in rows])


def _rank(index: Index, place: int, number: str) -> tuple[bool, bool, bool, str]:
    """Smaller comes first."""
    row, own = index.rows[place], index.numbers[place]
    wanted = re.sub(r"[:-](?:19|20)\d\d$", "", number)
    is_number = own == wanted or (own.endswith(wanted) and not own[: -len(wanted)][-1:].isdigit())
    is_gone = index.table["status"][row] in NOT_IN_FORCE
    return not is_number, is_gone, index.table["type"][row] != "IS", _newest_first(index.table["published"][row])


def _newest_first(published: str) -> str:
    """A text that sorts later days first."""
    return "".join(chr(ord("9") - int(sign)) if sign.isdigit() else sign for sign in published) or "~"


def _packed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def _found(table: Table, row: int) -> Found:
    return Found(
        row,
        table["designation"][row],
        table["title"][row] or table["title_en"][row],
        table["status"][row],
        table["published"][row],
    )
