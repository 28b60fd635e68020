"""Snapshots: what they say, which states of catalogues they need, and what matching had proposed then."""

import zlib
from dataclasses import replace

import orjson
from sqlalchemy import Connection, delete, insert, select

from aligner.domain.errors import AlignerError
from aligner.domain.figures.snapshot import KeptFile, Snapshot
from aligner.domain.pairs.candidate import COLUMNS
from aligner.domain.standards.table import Table
from aligner.domain.text import N_
from aligner.storage.tables import candidates, catalogues, journal, schema, seals
from aligner.storage.tables.encoding import decoding, dumps, loads_all

KEPT_OF_CANDIDATES = ("national", "work", "rank", "score", "band")
"""What reports say of candidates; their evidence would be ten times as long."""


LONGEST = 1 << 29
"""Bytes of the candidates of a snapshot, unpacked; ten times what the largest project has."""


def read(connection: Connection) -> list[Snapshot]:
    """Every snapshot, oldest first."""
    stored = schema.snapshot.c
    rows = connection.execute(select(stored.id, stored.name, stored.body).order_by(stored.id)).all()
    with decoding():
        bodies = loads_all([row.body for row in rows])
        return [Snapshot.from_json(row.id, row.name, body) for row, body in zip(rows, bodies, strict=True)]


def find(connection: Connection, name: str) -> Snapshot:
    """The snapshot of this name. Raises AlignerError when there is none."""
    listed = read(connection)
    for snapshot in listed:
        if snapshot.name == name:
            return snapshot
    if not listed:
        raise AlignerError(N_("The project has no snapshot yet. To take one, use: aligner snapshot"))
    raise AlignerError(
        N_("There is no snapshot “{name}”. Known snapshots: {known}."),
        name=name,
        known=", ".join(one.name for one in listed),
    )


def write(connection: Connection, snapshot: Snapshot) -> Snapshot:
    """Keep a snapshot of what is stored now."""
    stored = schema.snapshot
    if connection.execute(select(stored.c.id).where(stored.c.name == snapshot.name)).one_or_none() is not None:
        raise AlignerError(N_("There is already a snapshot “{name}”. Choose another name."), name=snapshot.name)
    listed = catalogues.read(connection)
    files = tuple(KeptFile(**{name: getattr(one, name) for name in KeptFile.__dataclass_fields__}) for one in listed)
    if journal.head(connection) != (snapshot.entries, snapshot.head) or files != snapshot.files:
        raise AlignerError(
            N_("The project changed while the snapshot “{name}” was taken. Take it again."), name=snapshot.name
        )
    number: int = connection.execute(
        insert(stored)
        .values(name=snapshot.name, body=dumps(snapshot.to_json()), candidates=_packed(connection))
        .returning(stored.c.id)
    ).scalar_one()
    for one in listed:
        connection.execute(insert(schema.snapshot_catalogue).values(snapshot=number, number=one.id, catalogue=one.id))
    seals.renew(connection, seals.Part.SNAPSHOT, str(number))
    return replace(snapshot, id=number)


def forget(connection: Connection, name: str) -> None:
    """Drop a snapshot, and the earlier states of catalogues that no other one needs."""
    number = find(connection, name).id
    needed = schema.snapshot_catalogue.c
    connection.execute(delete(schema.snapshot_catalogue).where(needed.snapshot == number))
    connection.execute(delete(schema.snapshot).where(schema.snapshot.c.id == number))
    listed = schema.catalogue.c
    unneeded = (
        connection.execute(
            select(listed.id).where(
                listed.replaced_by != listed.id,  # those are removed, and can be put back
                listed.id.not_in(select(needed.catalogue)),
            )
        )
        .scalars()
        .all()
    )
    connection.execute(delete(schema.standard_column).where(schema.standard_column.c.catalogue.in_(unneeded)))
    connection.execute(delete(schema.catalogue).where(listed.id.in_(unneeded)))
    seals.drop(connection, seals.Part.SNAPSHOT, str(number))
    for one in unneeded:
        seals.drop(connection, seals.Part.CATALOGUE, str(one))


def catalogue_rows(connection: Connection, snapshot: Snapshot) -> dict[int, int]:
    """In which row of the list of catalogues each one is now, by the number it had then."""
    stored = schema.snapshot_catalogue.c
    rows = connection.execute(select(stored.number, stored.catalogue).where(stored.snapshot == snapshot.id))
    return {row.number: row.catalogue for row in rows}


def _packed(connection: Connection) -> bytes:
    table = candidates.read(connection, None, None, None, KEPT_OF_CANDIDATES)
    return zlib.compress(orjson.dumps([table[name] for name in KEPT_OF_CANDIDATES]))


def proposed(connection: Connection, snapshot: Snapshot) -> Table:
    """The candidates of that time in the order of the run: all columns, filled as far as they are kept."""
    packed = connection.execute(
        select(schema.snapshot.c.candidates).where(schema.snapshot.c.id == snapshot.id)
    ).scalar_one()
    with decoding():
        kept = dict(zip(KEPT_OF_CANDIDATES, orjson.loads(_unpacked(packed)), strict=True))
    length = len(kept["national"])
    return Table({name: kept.get(name) or [None] * length for name in COLUMNS})


def _unpacked(packed: bytes) -> bytes:
    """The bytes that were compressed. Raises ValueError when they are damaged."""
    opened = zlib.decompressobj()
    try:
        unpacked = opened.decompress(packed, LONGEST)
    except zlib.error as error:
        raise ValueError(str(error)) from error
    if not opened.eof:
        raise ValueError("candidates that are cut off or longer than any project's")
    return unpacked
