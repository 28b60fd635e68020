"""The standards of catalogues, kept column by column."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, Select, delete, select

from aligner.collecting import collector_at_rest
from aligner.domain.catalogue import CatalogueDifference, Level
from aligner.domain.problem import Finding
from aligner.domain.standards.fields import COLUMN_NAMES, FIELDS, empty_value
from aligner.domain.standards.sharing import Shared
from aligner.domain.standards.table import Table
from aligner.domain.text import N_
from aligner.storage.tables import schema
from aligner.storage.tables.encoding import Checksum, Unreadable, decoding, insert_many, loads_all, refused, storable
from aligner.storage.tables.packing import pack, unpack

KEYS = ("designation", "work", "fingerprint")
"""Fields that also stand in columns of other tables, where no half characters can be."""

NOTHING = str(Checksum())
"""The checksum of a column of no standards."""

CATALOGUE = "catalogue"
"""The column that a table of standards read from a project has besides those of domain.fields."""


def write(connection: Connection, catalogue: int, standards: Table) -> tuple[list[str], dict[str, str]]:
    """Put these standards in the place of what the catalogue held; gives the names of the columns, and checksums."""
    connection.execute(delete(schema.standard_column).where(schema.standard_column.c.catalogue == catalogue))
    names = [*KEYS, *(name for name in standards.columns if name not in {*KEYS, CATALOGUE})]
    checksums = {name: Checksum() for name in names}
    insert_many(connection, schema.standard_column, _pieces(catalogue, standards, checksums))
    return names, {name: str(checksum) for name, checksum in checksums.items()}


def _pieces(catalogue: int, standards: Table, checksums: dict[str, Checksum]) -> Iterator[tuple[int, str, bytes]]:
    for name, checksum in checksums.items():
        for piece in pack(_texts(standards, name) if name in KEYS else standards[name]):
            checksum.add_piece(name, piece)
            yield catalogue, name, piece


def _texts(standards: Table, name: str) -> list[str]:
    return storable(standards.columns.get(name, [])) or [""] * len(standards)


def read(connection: Connection, columns: dict[int, list[str]]) -> Table:
    """The standards of these catalogues, one below the other; `columns` names the columns that each one has."""
    shared = Shared()
    tables = [_read_one(connection, catalogue, names, shared) for catalogue, names in columns.items()]
    if len(tables) == 1:
        return tables[0]
    return Table.concatenated(tables or [Table({name: [] for name in (*COLUMN_NAMES, CATALOGUE)})])


def _read_one(connection: Connection, catalogue: int, names: list[str], shared: Shared) -> Table:
    """The catalogue with exactly the columns of today's program: unknown ones left out, new ones empty."""
    wanted = [name for name in names if name in COLUMN_NAMES]
    found = _columns_of(connection, catalogue, wanted, shared)
    length = len(found["designation"])
    known = {field.name: found.get(field.name) or [empty_value(field.kind) for _ in range(length)] for field in FIELDS}
    return Table(known | {CATALOGUE: [catalogue] * length})


def _columns_of(connection: Connection, catalogue: int, wanted: list[str], shared: Shared) -> dict[str, list[Any]]:
    """These columns of a catalogue. Raises AlignerError when they are not as they were written."""
    stored = schema.standard_column.c
    found: dict[str, list[Any]] = {name: [] for name in wanted}
    checksums = {name: Checksum() for name in wanted}
    pieces = connection.execute(
        select(stored.name, stored.piece)
        .where(stored.catalogue == catalogue, stored.name.in_(wanted))
        .order_by(stored.name, stored.id)  # as the index gives them: nothing large is sorted
    )
    with collector_at_rest(), _named_when_altered(connection, catalogue), decoding():
        written = checksums_of(connection, catalogue)
        for name, piece in pieces:
            checksums[name].add_piece(name, piece)
            found[name] += unpack(piece, shared)
        if any(str(checksum) != written.get(name, NOTHING) for name, checksum in checksums.items()):
            raise ValueError("pieces that were altered")
        if len({len(column) for column in found.values()}) > 1:
            raise ValueError("columns of different lengths")
    return found


@contextmanager
def _named_when_altered(connection: Connection, catalogue: int) -> Iterator[None]:
    try:
        yield
    except Unreadable as error:
        file = connection.execute(select(schema.catalogue.c.file_name).where(schema.catalogue.c.id == catalogue))
        raise refused(altered(str(file.scalar_one_or_none()))) from error


def altered(file: str) -> Finding:
    """That the standards of the catalogue from this file are no longer what was loaded."""
    return Finding("catalogue-altered", N_("The catalogue “{file}” was altered after it was loaded."), {"file": file})


def difference(connection: Connection, catalogue: int, newer: Table) -> CatalogueDifference:
    """What these standards would change in the catalogue. Several rows of one designation count as one standard."""
    stored = _columns_of(connection, catalogue, ["designation", "fingerprint"], Shared())
    before = _fingerprints(zip(stored["designation"], stored["fingerprint"], strict=True))
    after = _fingerprints(zip(_texts(newer, "designation"), _texts(newer, "fingerprint"), strict=True))
    common = [designation for designation in after if designation in before]
    changed = tuple(designation for designation in common if before[designation] != after[designation])
    return CatalogueDifference(
        added=tuple(designation for designation in after if designation not in before),
        changed=changed,
        gone=tuple(designation for designation in before if designation not in after),
        unchanged=len(common) - len(changed),
    )


def _fingerprints(rows: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The fingerprint of each designation; all of them in order, where several rows bear the same one."""
    gathered: dict[str, str] = {}
    for designation, fingerprint in rows:
        known = gathered.get(designation)
        gathered[designation] = fingerprint if known is None else "\n".join(sorted({*known.split("\n"), fingerprint}))
    return gathered


def by_level(connection: Connection, level: Level) -> dict[int, list[str]]:
    """The names of the columns of each catalogue of this level, as `read` wants them."""
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
    """The names of the columns of each catalogue of the query."""
    rows = connection.execute(wanted).all()
    with decoding():
        return dict(zip([row.id for row in rows], loads_all([row.columns for row in rows]), strict=True))


def checksums_of(connection: Connection, catalogue: int) -> dict[str, str]:
    """The checksum of each column, as it was written. Raises ValueError when it is none."""
    text = connection.execute(
        select(schema.catalogue.c.checksum).where(schema.catalogue.c.id == catalogue)
    ).scalar_one()
    (checksums,) = loads_all([text])
    if not isinstance(checksums, dict):
        raise ValueError("no checksums by column")
    return checksums


def is_as_written(connection: Connection, catalogue: int) -> bool:
    """Whether all columns of a catalogue are what was loaded; they are not decoded."""
    stored = schema.standard_column.c
    pieces = connection.execute(
        select(stored.name, stored.piece).where(stored.catalogue == catalogue).order_by(stored.name, stored.id)
    )
    found: dict[str, Checksum] = {}
    try:
        for name, piece in pieces:
            found.setdefault(name, Checksum()).add_piece(name, piece)
        written = checksums_of(connection, catalogue)
    except (ValueError, TypeError, AttributeError):
        return False
    names = found.keys() | written.keys()
    return all(str(found.get(name, NOTHING)) == written.get(name, NOTHING) for name in names)
