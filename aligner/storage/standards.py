"""The rows of catalogues: one JSON list each, and beside it the few values that are looked up."""

from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, Select, delete, select

from aligner.domain.catalogue import CatalogueDifference, Level
from aligner.domain.fields import COLUMN_NAMES, FIELDS, empty_value
from aligner.domain.table import Table
from aligner.storage import schema
from aligner.storage.encoding import Checksum, decoding, insert_many, loads_all, read_columns, storable

LOOKED_UP = ("designation", "work", "fingerprint")
"""Fields with a column of their own; all others are in the JSON list."""

CATALOGUE = "catalogue"
"""The column that a table of standards read from a project has besides those of domain.fields."""


def write(connection: Connection, catalogue: int, standards: Table) -> tuple[list[str], str]:
    """Put these standards in the place of what the catalogue held; gives the names in the JSON lists and a checksum."""
    connection.execute(delete(schema.standard).where(schema.standard.c.catalogue == catalogue))
    names = [name for name in standards.columns if name not in {*LOOKED_UP, CATALOGUE}]
    checksum = Checksum()
    insert_many(connection, schema.standard, _rows(catalogue, standards, names, checksum))
    return names, str(checksum)


def _rows(
    catalogue: int, standards: Table, names: list[str], checksum: Checksum
) -> Iterator[tuple[int, str, str, str, str]]:
    keys = zip(*(_texts(standards, name) for name in LOOKED_UP), strict=True)
    bodies = zip(*(standards[name] for name in names), strict=True)
    for (designation, work, fingerprint), values in zip(keys, bodies, strict=True):
        body = checksum.add_values(designation, work, fingerprint, values=values)
        yield catalogue, designation, work, fingerprint, body


def _texts(standards: Table, name: str) -> list[str]:
    return storable(standards.columns.get(name, [])) or [""] * len(standards)


def read(connection: Connection, columns: dict[int, list[str]]) -> Table:
    """The standards of these catalogues, one below the other; `columns` names the values in each one's lists."""
    tables = [_read_one(connection, catalogue, names) for catalogue, names in columns.items()]
    if len(tables) == 1:
        return tables[0]
    return Table.concatenated(tables or [Table({name: [] for name in (*COLUMN_NAMES, CATALOGUE)})])


def _read_one(connection: Connection, catalogue: int, names: list[str]) -> Table:
    """The catalogue with exactly the columns of today's program: unknown ones left out, new ones empty."""
    stored = schema.standard.c
    rows = connection.execute(
        select(stored.designation, stored.work, stored.fingerprint, stored.body)
        .where(stored.catalogue == catalogue)
        .order_by(stored.id)
    )
    listed = read_columns(rows, len(LOOKED_UP), names)
    found = dict(zip((*LOOKED_UP, *names), listed, strict=True))
    length = len(listed[0])
    known = {field.name: found.get(field.name) or [empty_value(field.kind) for _ in range(length)] for field in FIELDS}
    return Table(known | {CATALOGUE: [catalogue] * length})


def difference(connection: Connection, catalogue: int, newer: Table) -> CatalogueDifference:
    """What these standards would change in the catalogue. Several rows of one designation count as one standard."""
    stored = schema.standard.c
    before = _fingerprints(
        connection.execute(select(stored.designation, stored.fingerprint).where(stored.catalogue == catalogue))
    )
    after = _fingerprints(zip(_texts(newer, "designation"), _texts(newer, "fingerprint"), strict=True))
    common = [designation for designation in after if designation in before]
    changed = tuple(designation for designation in common if before[designation] != after[designation])
    return CatalogueDifference(
        added=tuple(designation for designation in after if designation not in before),
        changed=changed,
        gone=tuple(designation for designation in before if designation not in after),
        unchanged=len(common) - len(changed),
    )


def _fingerprints(rows: Any) -> dict[str, str]:  # an iterable of pairs, of either library
    """The fingerprint of each designation; all of them in order, where several rows bear the same one."""
    gathered: dict[str, str] = {}
    for designation, fingerprint in rows:
        known = gathered.get(designation)
        gathered[designation] = fingerprint if known is None else "\n".join(sorted({*known.split("\n"), fingerprint}))
    return gathered


def by_level(connection: Connection, level: Level) -> dict[int, list[str]]:
    """The names in the JSON lists of each catalogue of this level, as `read` wants them."""
    stored = schema.catalogue.c
    return _columns(
        connection,
        select(stored.id, stored.columns)
        .where(stored.level == level.value, stored.replaced_by.is_(None))
        .order_by(stored.id),
    )


def read_kept(connection: Connection, level: Level, numbers: Mapping[int, int]) -> Table:
    """The standards in these rows of the list of catalogues that are of this level, under the numbers they had."""
    stored = schema.catalogue.c
    wanted = select(stored.id, stored.columns).where(stored.level == level.value, stored.id.in_(numbers.values()))
    columns = _columns(connection, wanted)
    order = {row: number for number, row in sorted(numbers.items()) if row in columns}
    table = read(connection, {row: columns[row] for row in order})
    return Table({**table.columns, CATALOGUE: [order[row] for row in table[CATALOGUE]]})


def _columns(connection: Connection, wanted: Select[Any]) -> dict[int, list[str]]:
    """The names in the JSON lists of each catalogue of the query."""
    rows = connection.execute(wanted).all()
    with decoding():
        return dict(zip([row.id for row in rows], loads_all([row.columns for row in rows]), strict=True))


def checksum_of(connection: Connection, catalogue: int) -> str:
    """The checksum of what is stored now."""
    stored = schema.standard.c
    checksum = Checksum()
    for row in connection.execute(
        select(stored.designation, stored.work, stored.fingerprint, stored.body)
        .where(stored.catalogue == catalogue)
        .order_by(stored.id)
    ):
        with decoding():
            checksum.add(*row)
    return str(checksum)
