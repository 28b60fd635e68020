"""The list of catalogues, with where each came from and what was found in its file."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, Row, insert, select, update

from aligner.domain.catalogue import Catalogue, CatalogueDifference, Level
from aligner.domain.errors import AlignerError
from aligner.domain.problem import Problem, Severity
from aligner.domain.table import Table
from aligner.domain.text import N_
from aligner.storage import schema, standards
from aligner.storage.encoding import decoding, dumps, loads_all

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
    rows = connection.execute(
        select(*(schema.catalogue.c[name] for name in _STORED)).order_by(schema.catalogue.c.id)
    ).all()
    with decoding():
        return [_catalogue(row) for row in rows]


def _catalogue(row: Row[Any]) -> Catalogue:
    values = row._asdict()
    return Catalogue(**values | {"level": Level(row.level), "mapping": loads_all([row.mapping])[0]})


def save(
    connection: Connection, catalogue: Catalogue, table: Table, problems: Sequence[Problem], replacing: int | None
) -> tuple[Catalogue, CatalogueDifference]:
    """Store the catalogue with its standards, as a new one or in the place of an earlier state of it."""
    number = _new(connection) if replacing is None else _existing(connection, replacing)
    difference = standards.difference(connection, number, table)
    names, checksum = standards.write(connection, number, table)
    connection.execute(
        update(schema.catalogue)
        .where(schema.catalogue.c.id == number)
        .values(**_values(catalogue, problems), columns=dumps(names), checksum=checksum)
    )
    return replace(catalogue, id=number), difference


def _new(connection: Connection) -> int:
    """The number of a new catalogue, still without its values."""
    empty = {column.name: "" for column in schema.catalogue.columns if not column.primary_key}
    number: int = connection.execute(
        insert(schema.catalogue).values(empty | {"rows": 0, "standards": 0}).returning(schema.catalogue.c.id)
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
    number = _existing(connection, catalogue)
    text = connection.execute(select(schema.catalogue.c.problems).where(schema.catalogue.c.id == number)).scalar_one()
    with decoding():
        return [Problem(code, Severity(severity), *rest) for code, severity, *rest in loads_all([text])[0]]


def _existing(connection: Connection, number: int) -> int:
    found: int | None = connection.execute(
        select(schema.catalogue.c.id).where(schema.catalogue.c.id == number)
    ).scalar_one_or_none()
    if found is None:
        raise AlignerError(N_("The project has no catalogue number {number}."), number=number)
    return found
