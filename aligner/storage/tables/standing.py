"""What the journal leaves standing: one row for each key, so that nobody has to fold 100,000 changes to read it."""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, and_, bindparam, delete, select

from aligner.domain.change import RowChange, Subject
from aligner.domain.errors import Conflict
from aligner.domain.text import N_
from aligner.storage.tables import schema, seals
from aligner.storage.tables.encoding import canonical, decoding, insert_many, loads_all

Key = tuple[Subject, str, str]
Standing = dict[Key, str]
"""What stands under each key, as canonical JSON."""

FEW = 200
"""Up to this many keys are looked up one by one; for more, the whole subject is read."""


def apply(connection: Connection, rows: Sequence[RowChange]) -> None:
    """Make every row's `after` stand in the place of its `before`; raises Conflict when something else stands there."""
    touched: dict[Key, str | None] = {}
    now = _standing(connection, [key_of(row) for row in rows])
    for row in rows:
        key = key_of(row)
        if not _is_same(touched.get(key, now.get(key)), _text(row.before)):
            raise conflict(*row.key)
        touched[key] = _text(row.after)
    if connection.dialect.name == "sqlite":  # a server writes what holds itself, from the entry of the journal
        _write(connection, touched, now)


def conflict(first: str, second: str) -> Conflict:
    """That something else stands on this row than whoever changes it saw."""
    if not second:
        return Conflict(
            N_(
                "“{first}” has been decided differently in the meantime. Nothing was changed; look "
                "at the current decision and decide again."
            ),
            first=first,
        )
    return Conflict(
        N_(
            "“{first}” with “{second}” has been decided differently in the meantime. Nothing was "
            "changed; look at the current decision and decide again."
        ),
        first=first,
        second=second,
    )


def key_of(row: RowChange) -> Key:
    """The key under which this row stands."""
    return (row.subject, *row.key)


def _is_same(now: str | None, before: str | None) -> bool:
    """Whether what stands is what a step saw before it.

    Earlier versions wrote no entry where a later one writes an empty value. What a step saw before editions were
    recorded says nothing of the edition, which may have been recorded since.
    """
    if now is None or before is None or now == before:
        return now == before
    with decoding():
        stands, seen = loads_all([now, before])
    return _says(stands, seen)


def _says(now: Any, before: Any) -> bool:
    if isinstance(now, dict) and isinstance(before, dict):
        unsaid = set() if before.get("basis") else {"basis", "edition"}
        return all(_says(now.get(name), before.get(name)) for name in (set(now) | set(before)) - unsaid)
    if isinstance(now, list) and isinstance(before, list):
        return len(now) == len(before) and all(map(_says, now, before))
    return bool(now == before) or (now in (None, "") and before in (None, ""))


def _text(values: dict[str, Any] | None) -> str | None:
    return None if values is None else canonical(values)


def _standing(connection: Connection, keys: Sequence[Key]) -> Standing:
    if len(keys) > FEW:
        found: Standing = {}
        for subject in {key[0] for key in keys}:
            found |= read(connection, subject)
        return found
    stored = schema.standing.c
    query = select(stored.body).where(_is_key())
    bodies = {key: connection.execute(query, _parameters(key)).scalar_one_or_none() for key in keys}
    return {key: body for key, body in bodies.items() if body is not None}


def _is_key() -> Any:  # SQLAlchemy's own element types are not worth spelling out
    stored = schema.standing.c
    return and_(
        stored.subject == bindparam("of_subject"),
        stored.first_key == bindparam("of_first"),
        stored.second_key == bindparam("of_second"),
    )


def _parameters(key: Key) -> dict[str, str]:
    return {"of_subject": key[0].value, "of_first": key[1], "of_second": key[2]}


def _write(connection: Connection, touched: dict[Key, str | None], now: Standing) -> None:
    gone = [_parameters(key) for key in touched if key in now]
    if gone:
        connection.execute(delete(schema.standing).where(_is_key()), gone)
    insert_many(
        connection,
        schema.standing,
        (
            (subject.value, first, second, body)
            for (subject, first, second), body in touched.items()
            if body is not None
        ),
    )
    _seal(connection, touched, now)


def _seal(connection: Connection, touched: dict[Key, str | None], now: Standing) -> None:
    """Seal what stands after these rows were put in the place of what stood."""
    with decoding():
        total = seals.Total(seals.kept(connection, seals.Part.STANDING))
    for (subject, first, second), body in touched.items():
        former = now.get((subject, first, second))
        if former is not None:
            total.remove(subject.value, first, second, former)
        if body is not None:
            total.add(subject.value, first, second, body)
    seals.put(connection, seals.Part.STANDING, "", str(total))


def total_of(connection: Connection) -> str:
    """The digest of everything that stands, as it is sealed."""
    total = seals.Total()
    stored = schema.standing.c
    for row in connection.execute(select(stored.subject, stored.first_key, stored.second_key, stored.body)):
        total.add(*row)
    return str(total)


def one(connection: Connection, subject: Subject, key: tuple[str, str]) -> dict[str, Any] | None:
    """What stands under this key."""
    found = list(_standing(connection, [(subject, *key)]).values())
    return values(found)[0] if found else None


def read(connection: Connection, subject: Subject, first: str | None = None) -> Standing:
    """Everything that stands about this subject, or only under this first key; in the order of the keys."""
    stored = schema.standing.c
    query = select(stored.first_key, stored.second_key, stored.body).where(stored.subject == subject.value)
    if first is not None:
        query = query.where(stored.first_key == first)
    rows = connection.execute(query.order_by(stored.first_key, stored.second_key))
    return {(subject, row.first_key, row.second_key): row.body for row in rows}


def everything(connection: Connection) -> dict[tuple[str, str, str], str]:
    """All rows, whatever they are about."""
    stored = schema.standing.c
    rows = connection.execute(select(stored.subject, stored.first_key, stored.second_key, stored.body))
    return {(row.subject, row.first_key, row.second_key): row.body for row in rows}


def values(bodies: Iterable[str]) -> list[dict[str, Any]]:
    """What these texts say."""
    with decoding():
        decoded: list[dict[str, Any]] = loads_all(list(bodies))
    return decoded
