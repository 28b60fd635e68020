"""The append-only list of changes: undo, redo, history and audit are readings of it (design.md 6)."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, Row, Select, exists, func, insert, select

from aligner.domain import journal_times
from aligner.domain.change import Action, Change, RowChange, Subject
from aligner.domain.clock import Clock, utc_now
from aligner.domain.errors import AlignerError
from aligner.domain.journal_times import end_of
from aligner.domain.problem import Finding
from aligner.domain.text import N_
from aligner.storage.tables import contradictions, schema, seals, standing
from aligner.storage.tables.encoding import canonical, decoding, loads_all

GENESIS = "0" * 64
"""What stands for the hash before the first change."""

NOTHING_TOLD: Mapping[int, str] = {}

_BROKEN_ON_A_SERVER = f"""
    SELECT id FROM (
        SELECT *, lag(id, 1, 0) OVER (ORDER BY id) + 1 AS expected,
            lag(hash, 1, '{GENESIS}') OVER (ORDER BY id) AS previous
        FROM change) AS entry
    WHERE id <> expected OR hash <> encode(sha256(convert_to(
        previous || '{{"action":' || to_json(action)::text || ',"at":' || to_json(at)::text || ',"id":' || id
        || ',"reviewer":' || to_json(reviewer)::text || ',"rows":' || rows
        || ',"undoes":' || coalesce(undoes::text, 'null') || '}}', 'UTF8')), 'hex')
    ORDER BY id
"""  # noqa: S608 - nothing in it comes from outside

_REVERSALS = (Action.UNDO.value, Action.REDO.value)


def append(
    connection: Connection,
    clock: Clock,
    reviewer: str,
    action: Action,
    rows: Sequence[RowChange],
    *,
    undoes: int | None = None,
) -> Change:
    """Write one change and what it leaves standing.

    Raises Conflict when a row is no longer as its `before` says, or when what it leaves cannot stand together.
    """
    standing.apply(connection, rows)
    if connection.dialect.name == "sqlite":
        contradictions.refuse(connection, rows)
    stored = schema.change.c
    last = connection.execute(select(stored.id, stored.hash).order_by(stored.id.desc()).limit(1)).one_or_none()
    number, previous = (last.id + 1, last.hash) if last else (1, GENESIS)
    text = canonical([[row.subject, row.key, row.before, row.after] for row in rows])
    at = clock().astimezone(UTC).isoformat(timespec="microseconds")
    with decoding():
        digest = chained(previous, number, at, reviewer, action, text, undoes)
    connection.execute(
        insert(schema.change).values(
            id=number, at=at, reviewer=reviewer, action=action.value, rows=text, undoes=undoes, hash=digest
        )
    )
    if connection.dialect.name == "sqlite":
        seals.put(connection, seals.Part.JOURNAL, "", seals.of_journal(number, digest))
    else:  # the insertion has brought about all the rest
        contradictions.refuse(connection, rows)
    return Change(number, at, reviewer, action, tuple(rows), undoes, digest)


def chained(previous: str, number: int, at: str, reviewer: str, action: str, rows: str, undoes: int | None) -> str:
    """SHA-256 over the previous hash and the entry as canonical JSON, where `rows` is canonical JSON already."""
    digest = sha256(previous.encode())
    digest.update(canonical({"action": action, "at": at, "id": number, "reviewer": reviewer})[:-1].encode())
    digest.update(f',"rows":{rows},"undoes":{canonical(undoes)}}}'.encode())
    return digest.hexdigest()


def undo(connection: Connection, clock: Clock, reviewer: str) -> Change:
    """Append the reverse of this reviewer's last standing change."""
    change = _last(connection, _own(reviewer).where(schema.change.c.action != Action.UNDO.value), Action.UNDO)
    if change is None:
        raise AlignerError(N_("“{reviewer}” has no change to undo."), reviewer=reviewer)
    return append(connection, clock, reviewer, Action.UNDO, _reversed(change), undoes=change.id)


def redo(connection: Connection, clock: Clock, reviewer: str) -> Change:
    """Append the reverse of this reviewer's last undo, unless a change of their own came after it."""
    change = _last(connection, _own(reviewer).where(schema.change.c.action == Action.UNDO.value), Action.REDO)
    if change is None or change.id < _last_own_step(connection, reviewer):
        raise AlignerError(N_("“{reviewer}” has no undone change to redo."), reviewer=reviewer)
    return append(connection, clock, reviewer, Action.REDO, _reversed(change), undoes=change.id)


def _own(reviewer: str) -> Select[Any]:
    return select(schema.change).where(schema.change.c.reviewer == reviewer)


def _last(connection: Connection, query: Select[Any], reversal: Action) -> Change | None:
    """The newest entry of the query that no entry of this kind reverses."""
    later = schema.change.alias()
    taken_back = exists().where(later.c.undoes == schema.change.c.id, later.c.action == reversal.value)
    row = connection.execute(query.where(~taken_back).order_by(schema.change.c.id.desc()).limit(1)).one_or_none()
    return None if row is None else _change(row)


def _last_own_step(connection: Connection, reviewer: str) -> int:
    """The newest change of this reviewer that is neither an undo nor a redo; 0 when there is none."""
    stored = schema.change.c
    query = select(func.max(stored.id)).where(stored.reviewer == reviewer, stored.action.not_in(_REVERSALS))
    return connection.execute(query).scalar_one() or 0


def _reversed(change: Change) -> list[RowChange]:
    return [RowChange(row.subject, row.key, row.after, row.before) for row in reversed(change.rows)]


def _change(row: Row[Any], told: Mapping[int, str] = NOTHING_TOLD) -> Change:
    with decoding():
        rows = tuple(
            RowChange(Subject(subject), (first, second), before, after)
            for subject, (first, second), before, after in loads_all([row.rows])[0]
        )
        action = Action(row.action)
        return Change(row.id, row.at, row.reviewer, action, rows, row.undoes, row.hash, told.get(row.id, ""))


def history(
    connection: Connection,
    key: tuple[str, str] | None,
    limit: int | None,
    entries: int | None = None,
    told: Mapping[int, str] | None = None,
) -> list[Change]:
    """Changes, newest first; with a key only those that touch it, where "" for the second part means any.

    With `entries` only the first so many of the journal; `told` is what `told_by_order` gives, where it is known.
    """
    query = select(schema.change).order_by(schema.change.c.id.desc())
    if entries is not None:
        query = query.where(schema.change.c.id <= entries)
    told = told_by_order(connection) if told is None else told
    if key is None:
        return [_change(row, told) for row in connection.execute(query.limit(limit))]
    found: list[Change] = []
    rows = schema.change.c.rows
    for row in connection.execute(query.where(*(rows.contains(canonical(k), autoescape=True) for k in key if k))):
        change = _change(row, told)
        if any(_touches(changed, key) for changed in change.rows):
            found.append(change)
        if len(found) == limit:
            break
    return found


def _touches(row: RowChange, key: tuple[str, str]) -> bool:
    return row.key[0] == key[0] and key[1] in {"", row.key[1]}


def head(connection: Connection) -> tuple[int, str]:
    """How many changes there are, and the hash of the last one."""
    stored = schema.change.c
    row = connection.execute(select(stored.id, stored.hash).order_by(stored.id.desc()).limit(1)).one_or_none()
    return (0, GENESIS) if row is None else (row.id, row.hash)


def told_by_order(connection: Connection) -> dict[int, str]:
    """The times of the entries that a wrong clock stamped, as the order of the journal tells them, by number."""
    entries = _times(connection)
    return {entries[position][0]: moment for position, moment in _told(entries).items()}


def _last_until(connection: Connection, day: date) -> int:
    """The number of the last entry that happened by the end of a day; 0 when none did."""
    entries, end = _times(connection), end_of(day)
    told = _told(entries)
    happened = (number for position, (number, at) in enumerate(entries) if told.get(position, at) < end)
    return max(happened, default=0)


def _times(connection: Connection) -> list[tuple[int, str]]:
    stored = schema.change.c
    rows = connection.execute(select(stored.id, stored.at).order_by(stored.id))
    return [(row.id, row.at) for row in rows]


def _told(entries: Sequence[tuple[int, str]]) -> dict[int, str]:
    return journal_times.told_by_order([at for _, at in entries], utc_now())


def folded(
    connection: Connection, as_of: date | None = None, entries: int | None = None
) -> dict[tuple[str, str, str], str]:
    """What the changes up to the end of this day leave standing, as canonical JSON by subject and key.

    The day is one of this place; where a clock was wrong, the order of the entries tells when they happened. With
    `entries` only the first so many of the journal.
    """
    query = select(schema.change.c.rows).order_by(schema.change.c.id)
    if entries is not None:
        query = query.where(schema.change.c.id <= entries)
    if as_of is not None:
        query = query.where(schema.change.c.id <= _last_until(connection, as_of))
    now: dict[tuple[str, str, str], str] = {}
    for text in connection.execute(query).scalars():
        with decoding():
            for subject, (first, second), _, after in loads_all([text])[0]:
                if after is None:
                    now.pop((subject, first, second), None)
                else:
                    now[subject, first, second] = canonical(after)
    return now


def altered(number: int) -> Finding:
    """That an entry of the journal is not as it was written."""
    return Finding(
        "journal-altered",
        N_("Change {number} of the journal was altered after it was written, or one before it is missing."),
        {"number": number},
    )


def broken(connection: Connection) -> Iterator[int]:
    """Numbers of the entries that are not as they were written, or do not follow the one before."""
    if connection.dialect.name == "postgresql":  # which reads a million entries in the time that they take to get here
        plain = connection.execution_options(no_parameters=True)
        yield from plain.exec_driver_sql(_BROKEN_ON_A_SERVER).scalars()
        return
    previous, expected = GENESIS, 1
    for row in connection.execute(select(schema.change).order_by(schema.change.c.id)):
        with decoding():
            digest = chained(previous, row.id, row.at, row.reviewer, row.action, row.rows, row.undoes)
        if row.id != expected or digest != row.hash:
            yield row.id
        previous, expected = row.hash, row.id + 1
