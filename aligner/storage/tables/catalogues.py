"""The list of catalogues, with where each came from and what was found in its file."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, Row, insert, select, update

from aligner.domain.catalogue import Catalogue, CatalogueDifference, Level
from aligner.domain.errors import AlignerError
from aligner.domain.problem import Problem, Severity
from aligner.domain.standards.table import Table
from aligner.domain.text import N_
from aligner.storage.tables import schema, seals, standards
from aligner.storage.tables.encoding import decoding, dumps, loads_all

_STORED = (
    "id",
    "level",
    "file_name",
    "sheet",
    "sha256",
    "loaded_at",
    "reference_date",
    "rows",
    "standards",
    "mapping",
    "program_version",
)


def read(connection: Connection) -> list[Catalogue]:
    """Every catalogue, in the order of first loading."""
    stored = schema.catalogue.c
    rows = connection.execute(
        select(*(stored[name] for name in _STORED)).where(stored.replaced_by.is_(None)).order_by(stored.id)
    ).all()
    with decoding():
        return [_catalogue(row) for row in rows]


def read_removed(connection: Connection) -> list[Catalogue]:
    """The catalogues that were removed and can be put back, in the order of first loading."""
    stored = schema.catalogue.c
    rows = connection.execute(
        select(*(stored[name] for name in _STORED)).where(stored.replaced_by == stored.id).order_by(stored.id)
    ).all()
    with decoding():
        return [_catalogue(row) for row in rows]


def set_removed(connection: Connection, number: int, *, removed: bool) -> None:
    """Take a catalogue out of everything that is read, or put it back; a removed one is marked as replaced by itself.

    Raises AlignerError when the project has no such catalogue, in or out as it may be.
    """
    stored = schema.catalogue.c
    now = stored.replaced_by.is_(None) if removed else stored.replaced_by == stored.id
    found = connection.execute(select(stored.id).where(stored.id == number, now)).scalar_one_or_none()
    if found is None:
        raise no_such(number)
    connection.execute(
        update(schema.catalogue).where(stored.id == number).values(replaced_by=number if removed else None)
    )
    seals.renew(connection, seals.Part.CATALOGUE, str(number))


def read_kept(connection: Connection, numbers: Mapping[int, int]) -> list[Catalogue]:
    """The catalogues in these rows, under the numbers they had; in the order of the numbers."""
    stored = schema.catalogue.c
    rows = connection.execute(select(*(stored[name] for name in _STORED)).where(stored.id.in_(numbers.values()))).all()
    with decoding():
        read = {row.id: _catalogue(row) for row in rows}
    return [replace(read[row], id=number) for number, row in sorted(numbers.items())]


def _catalogue(row: Row[Any]) -> Catalogue:
    values = row._asdict()
    return Catalogue(**values | {"level": Level(row.level), "mapping": loads_all([row.mapping])[0]})


def save(
    connection: Connection, catalogue: Catalogue, table: Table, problems: Sequence[Problem], replacing: int | None
) -> tuple[Catalogue, CatalogueDifference]:
    """Store the catalogue with its standards, as a new one or in the place of an earlier state of it."""
    number = _new(connection) if replacing is None else existing(connection, replacing)
    difference = standards.difference(connection, number, table)
    if replacing is not None:
        _keep_for_snapshots(connection, number)
    names, checksums = standards.write(connection, number, table)
    connection.execute(
        update(schema.catalogue)
        .where(schema.catalogue.c.id == number)
        .values(**_values(catalogue, problems), columns=dumps(names), checksum=dumps(checksums))
    )
    seals.renew(connection, seals.Part.CATALOGUE, str(number))
    return replace(catalogue, id=number), difference


def _keep_for_snapshots(connection: Connection, number: int) -> None:
    """Set the present state of the catalogue aside, under a number of its own, when a snapshot needs it."""
    needed = schema.snapshot_catalogue.c.catalogue == number
    if connection.execute(select(schema.snapshot_catalogue.c.number).where(needed).limit(1)).one_or_none() is None:
        return
    values = connection.execute(select(schema.catalogue).where(schema.catalogue.c.id == number)).one()._asdict()
    aside = values | {"replaced_by": number}
    del aside["id"]
    kept = connection.execute(insert(schema.catalogue).values(aside).returning(schema.catalogue.c.id)).scalar_one()
    of_number = schema.standard_column.c.catalogue == number
    connection.execute(update(schema.standard_column).where(of_number).values(catalogue=kept))
    using = connection.execute(select(schema.snapshot_catalogue.c.snapshot).where(needed)).scalars().all()
    connection.execute(update(schema.snapshot_catalogue).where(needed).values(catalogue=kept))
    seals.renew(connection, seals.Part.CATALOGUE, str(kept))
    for snapshot in sorted(set(using)):
        seals.renew(connection, seals.Part.SNAPSHOT, str(snapshot))


def _new(connection: Connection) -> int:
    """The number of a new catalogue, still without its values."""
    empty = {column.name: "" for column in schema.catalogue.columns if not column.primary_key}
    number: int = connection.execute(
        insert(schema.catalogue)
        .values(empty | {"rows": 0, "standards": 0, "checksum": "{}", "replaced_by": None})
        .returning(schema.catalogue.c.id)
    ).scalar_one()
    return number


def _values(catalogue: Catalogue, problems: Sequence[Problem]) -> dict[str, object]:
    plain: dict[str, object] = {name: getattr(catalogue, name) for name in _STORED if name != "id"}
    return plain | {
        "level": catalogue.level.value,
        "mapping": dumps(dict(catalogue.mapping)),
        "problems": dumps([_problem_values(problem) for problem in problems]),
    }


def _problem_values(problem: Problem) -> list[object]:
    values = {name: getattr(problem, name) for name in Problem.__dataclass_fields__}
    return list((values | {"values": dict(problem.values)}).values())


def problems(connection: Connection, catalogue: int) -> list[Problem]:
    """What was found in the catalogue's file, in the order of its rows."""
    number = existing(connection, catalogue)
    text = connection.execute(select(schema.catalogue.c.problems).where(schema.catalogue.c.id == number)).scalar_one()
    with decoding():
        return [Problem(code, Severity(severity), *rest) for code, severity, *rest in loads_all([text])[0]]


def existing(connection: Connection, number: int) -> int:
    """The number again. Raises AlignerError when the project has no catalogue of this number."""
    found: int | None = connection.execute(
        select(schema.catalogue.c.id).where(schema.catalogue.c.id == number)
    ).scalar_one_or_none()
    if found is None:
        raise no_such(number)
    return found


def no_such(number: int) -> AlignerError:
    """The error for a number that no catalogue of the project has."""
    return AlignerError(N_("The project has no catalogue number {number}."), number=number)
