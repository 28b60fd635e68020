"""Seals: a digest of every part of a project and one over all of them, so that what was altered can be named.

Whoever writes a part seals it in the same transaction; the seal of the whole, which covers the head of the journal
too, is renewed at its end.
"""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, Select, delete, insert, select

from aligner.storage.tables import schema
from aligner.storage.tables.encoding import canonical, decoding


class Part(StrEnum):
    """What is sealed apart; the key of a seal says which catalogue, setting or snapshot it is."""

    CATALOGUE = "catalogue"
    STANDARDS = "standards"  # of a catalogue: under the seal of its entry, which holds the checksums of its columns
    MATCHING = "matching"
    SETTING = "setting"
    SNAPSHOT = "snapshot"
    STANDING = "standing"
    JOURNAL = "journal"
    WHOLE = "whole"


Name = tuple[str, str]
Seals = dict[Name, str]
"""The digest of each part, by its kind and its key."""

ALL = (Part.WHOLE.value, "")


def read(connection: Connection) -> Seals:
    """Every seal of the project, that of the whole among them."""
    stored = schema.seal.c
    return {(row.part, row.key): row.digest for row in connection.execute(select(schema.seal).order_by(stored.part))}


def of_whole(seals: Seals) -> str:
    """The digest over all the other seals."""
    return sha256(
        canonical(sorted([*name, digest] for name, digest in seals.items() if name != ALL)).encode()
    ).hexdigest()


def put(connection: Connection, part: Part, key: str, digest: str) -> None:
    """Seal a part whose digest is known."""
    drop(connection, part, key)
    connection.execute(insert(schema.seal).values(part=part.value, key=key, digest=digest))


def drop(connection: Connection, part: Part, key: str) -> None:
    """Forget the seal of what is no longer there."""
    stored = schema.seal.c
    connection.execute(delete(schema.seal).where(stored.part == part.value, stored.key == key))


def kept(connection: Connection, part: Part, key: str = "") -> str | None:
    """The digest that was kept for this part; None when there is none."""
    stored = schema.seal.c
    wanted = select(stored.digest).where(stored.part == part.value, stored.key == key)
    found: str | None = connection.execute(wanted).scalar_one_or_none()
    return found


def renew(connection: Connection, part: Part, key: str = "") -> None:
    """Seal what is stored of this part now."""
    put(connection, part, key, digest_of(connection, part, key))


def renew_whole(connection: Connection) -> None:
    """Seal all seals: the last step of whoever wrote anything."""
    put(connection, Part.WHOLE, "", of_whole(read(connection)))


def digest_of(connection: Connection, part: Part, key: str) -> str:
    """The digest of the rows that make up a catalogue's entry, a run of matching, a setting or a snapshot."""
    digest = sha256()
    for query in _rows(part, key):
        for row in connection.execute(query):
            digest.update(row_bytes(row))
    return digest.hexdigest()


def row_bytes(values: Iterable[object]) -> bytes:
    """The values of a row, none of which can be taken for part of another."""
    pieces = []
    for value in values:
        plain = value if isinstance(value, bytes) else str(value).encode("utf-8", "surrogatepass")
        pieces.append(b"%s %d " % (type(value).__name__.encode(), len(plain)) + plain)
    return b"\n".join(pieces) + b"\n\n"


def _rows(part: Part, key: str) -> Sequence[Select[Any]]:
    catalogue, run, setting = schema.catalogue, schema.matching_run, schema.setting
    snapshot, needed = schema.snapshot, schema.snapshot_catalogue
    match part:
        case Part.CATALOGUE:
            return (select(catalogue).where(catalogue.c.id == int(key)),)
        case Part.MATCHING:
            return (select(run).order_by(run.c.id),)
        case Part.SETTING:
            return (select(setting).where(setting.c.name == key),)
        case Part.SNAPSHOT:
            return (
                select(snapshot).where(snapshot.c.id == int(key)),
                select(needed).where(needed.c.snapshot == int(key)).order_by(needed.c.number),
            )
    raise ValueError(f"{part} is not sealed by its rows")


def present(connection: Connection, part: Part) -> set[Name]:
    """The names of what is stored of this kind, whether sealed or not."""
    keys: Iterable[str]
    match part:
        case Part.CATALOGUE:
            keys = map(str, connection.execute(select(schema.catalogue.c.id)).scalars())
        case Part.SNAPSHOT:
            taken = connection.execute(select(schema.snapshot.c.id)).scalars().all()
            using = connection.execute(select(schema.snapshot_catalogue.c.snapshot)).scalars().all()
            keys = map(str, {*taken, *using})
        case Part.SETTING:
            names = connection.execute(select(schema.setting.c.name)).scalars()
            keys = (str(name) for name in names if name != schema.NUMBER_SETTING)
        case _:
            runs = connection.execute(select(schema.matching_run.c.id)).first()
            keys = ("" for _ in range(runs is not None))
    return {(part.value, key) for key in keys}


class Total:
    """An order-free digest of many rows, renewed by adding what came and taking away what went."""

    _SIZE = 1 << 256

    def __init__(self, text: str | None = None) -> None:
        self._value = int(text, 16) if text else 0

    def add(self, *values: str) -> None:
        """Take a row in."""
        self._value = (self._value + self._of(values)) % self._SIZE

    def remove(self, *values: str) -> None:
        """Take a row out."""
        self._value = (self._value - self._of(values)) % self._SIZE

    @staticmethod
    def _of(values: Sequence[str]) -> int:
        return int.from_bytes(sha256(canonical(values).encode("utf-8", "surrogatepass")).digest())

    def __str__(self) -> str:
        return f"{self._value:064x}"


def of_journal(count: int, head: str) -> str:
    """The seal of a journal of so many changes that ends with this hash."""
    return f"{count} {head}"


def head(connection: Connection) -> tuple[int, str]:
    """The number of changes and the hash that the journal was sealed with last."""
    with decoding():
        count, last = (kept(connection, Part.JOURNAL) or "").split(" ")
        return int(count), last
