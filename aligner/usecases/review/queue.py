"""The queue of a review: one row for each standard that needs a look, in either direction."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from aligner.domain.catalogue import Level
from aligner.domain.standards.table import Table
from aligner.usecases.candidates.light import LightCandidates
from aligner.usecases.project.session import Session
from aligner.usecases.review.double_review import ALL_VISIBLE, Visibility, one_name
from aligner.usecases.review.queue_rows import COLUMNS, RowMaker, national_rows


@dataclass(frozen=True)
class Queue:
    """`table` has COLUMNS of queue_rows; `level` is the side that is listed, `visibility` what the reviewer sees."""

    level: Level
    table: Table
    candidates: LightCandidates
    positions: dict[str, int] = field(repr=False)
    """Row of the queue by designation: of a national standard, or of a work."""
    visibility: Visibility = ALL_VISIBLE


def open_queue(
    session: Session,
    candidates: LightCandidates,
    level: Level,
    flags: Iterable[str] = (),
    visibility: Visibility = ALL_VISIBLE,
) -> Queue:
    """The standards of a level that ask for a review: national ones without plans, duplicates and supplements;
    international works of which an edition is in force."""
    listed = list(session.derived(national_rows).items()) if level is Level.NATIONAL else _works_in_force(session)
    maker = RowMaker(session, candidates, level, flags, visibility)
    rows = [maker.row(name, row) for name, row in listed]
    table = Table({name: [row[name] for row in rows] for name in COLUMNS})
    return Queue(level, table, candidates, {name: position for position, (name, _) in enumerate(listed)}, visibility)


def refresh(
    session: Session, queue: Queue, keys: Sequence[tuple[str, str]], flags: Iterable[str] = ()
) -> dict[int, dict[str, Any]]:
    """The new values of the rows that these keys of decisions and verdicts bear upon, by row of the queue.

    Only rows that are different now: the others need not be shown anew.
    """
    maker = RowMaker(session, queue.candidates, queue.level, flags, queue.visibility)
    table = queue.table
    anew = {
        position: maker.row(table["designation"][position], table["row"][position])
        for position in sorted(_touched(session, maker, queue, keys))
    }
    return {
        position: values
        for position, values in anew.items()
        if any(table[name][position] != value for name, value in values.items())
    }


def place_of(session: Session, queue: Queue, key: tuple[str, str]) -> str:
    """The standard of the queue that the key of a decision or verdict is about; "" when it is not listed."""
    names = [session.numbers().name(key[0]), *key]
    position = session.works().position(key[1] or key[0])
    if position is not None:
        names.append(session.works().works[position].key)
    return next((name for name in names if name in queue.positions), "")


def _works_in_force(session: Session) -> list[tuple[str, int]]:
    works, day = session.works(), session.today()
    current = ((work.key, works.current(work, day)) for work in works.works)
    return [(key, edition.row) for key, edition in current if edition is not None]


def _touched(session: Session, maker: RowMaker, queue: Queue, keys: Sequence[tuple[str, str]]) -> set[int]:
    """The rows of the standards named, and of all that claim the same works or are proposed for them: what is
    confirmed of one is a rival to the others, and makes a decision on them worth less."""
    names: set[str] = set()
    works: set[int] = set()
    numbers, name_of = session.numbers(), one_name(session)
    for first, second in keys:
        listed_name = numbers.name(first)
        names |= {listed_name, first, second}
        names |= {name_of(one) for one in maker.known.by_national.get(listed_name, ())}  # where it is in dispute
        position = maker.works.position(second or first)
        if position is not None:
            works.add(position)
    for position in works:
        names.add(maker.works.works[position].key)
        names.update(one.national for one in maker.known.by_work.get(position, ()))
        names.update(one.national for one in queue.candidates.of_work(position))
    return {queue.positions[name] for name in names if name in queue.positions}
