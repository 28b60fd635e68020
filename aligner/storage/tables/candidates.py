"""What the last matching run proposed, and how it came about."""

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Column, Connection, Result, Select, delete, insert, select

from aligner.domain.pairs.candidate import MatchingRun
from aligner.domain.standards.table import Table
from aligner.storage.tables import schema, seals
from aligner.storage.tables.encoding import Checksum, decoding, dumps, insert_many, loads_all, read_columns

LOOKED_UP = ("national", "work", "rank")
"""Columns of their own; all others are in the JSON lists."""

OF_ONE_PAIR = ("degree_basis", "evidence")
"""Columns in a list of their own: three quarters of the text, of no use to who looks at all candidates at once."""


def write(connection: Connection, run: MatchingRun, candidates: Table) -> None:
    """Put this run in the place of the one before."""
    connection.execute(delete(schema.candidate))
    connection.execute(delete(schema.matching_run))
    apart = [name for name in candidates.columns if name in OF_ONE_PAIR]
    names = [name for name in candidates.columns if name not in {*LOOKED_UP, *apart}]
    checksums = Checksum(), Checksum()
    insert_many(connection, schema.candidate, _rows(candidates, names, apart, checksums))
    connection.execute(
        insert(schema.matching_run).values(
            at=run.at,
            recipe=dumps(dict(run.recipe)),
            inputs=run.inputs,
            program_version=run.program_version,
            columns=dumps([names, apart]),
            checksum=dumps([str(one) for one in checksums]),
        )
    )
    seals.renew(connection, seals.Part.MATCHING)


def _rows(
    candidates: Table, names: list[str], apart: list[str], checksums: tuple[Checksum, Checksum]
) -> Iterator[tuple[str, str, int, str, str]]:
    keys = zip(*(candidates[name] for name in LOOKED_UP), strict=True)
    bodies = zip(*(candidates[name] for name in names), strict=True)
    details = zip(*(candidates[name] for name in apart), strict=True)
    for (national, work, rank), values, detail in zip(keys, bodies, details, strict=True):
        body, evidence = dumps(values), dumps(detail)
        checksums[0].add(national, work, str(rank), body)
        checksums[1].add(evidence)
        yield national, work, rank, body, evidence


def last_run(connection: Connection) -> MatchingRun | None:
    """How the stored candidates came about; None before the first run."""
    row = connection.execute(select(schema.matching_run)).one_or_none()
    if row is None:
        return None
    with decoding():
        return MatchingRun(row.at, loads_all([row.recipe])[0], row.inputs, row.program_version)


def read(
    connection: Connection, national: str | None, work: str | None, top: int | None, columns: Sequence[str]
) -> Table:
    """These columns of the candidates in the order of the run: all, those of one standard, or the best `top` of each
    national one."""
    listed = connection.execute(select(schema.matching_run.c.columns)).scalar_one_or_none()
    if listed is None:
        return Table({name: [] for name in columns})
    with decoding():
        names, apart = loads_all([listed])[0]
    found = _read(connection.execute(_query(schema.candidate.c.body, national, work, top)), names, columns)
    if set(apart) & set(columns):
        details = _read(connection.execute(_query(schema.candidate.c.evidence, national, work, top)), apart, columns)
        found |= {name: details[name] for name in apart}
    length = len(found["national"])
    return Table({name: found.get(name) or [None] * length for name in columns})


def _query(listed: Column[str], national: str | None, work: str | None, top: int | None) -> Select[Any]:
    """The rows asked for, in the order of the run, with one of their JSON lists."""
    stored = schema.candidate.c
    query = select(stored.national, stored.work, stored.rank, listed).order_by(stored.id)
    if national is not None:
        query = query.where(stored.national == national)
    if work is not None:
        query = query.where(stored.work == work)
    if top is not None:
        query = query.where(stored.rank <= top)
    return query


def _read(rows: Result[Any], names: list[str], wanted: Sequence[str]) -> dict[str, list[Any]]:
    listed = read_columns(rows, len(LOOKED_UP), names, {*LOOKED_UP, *wanted})
    return dict(zip((*LOOKED_UP, *names), listed, strict=True))


def is_as_written(connection: Connection) -> bool:
    """Whether the candidates are what the last run stored, and found by every index."""
    if connection.dialect.name == "sqlite":
        found = connection.exec_driver_sql("PRAGMA integrity_check(candidate)").scalars().all()
        if found != ["ok"]:
            return False
    written = connection.execute(select(schema.matching_run.c.checksum)).scalar_one_or_none()
    stored = schema.candidate.c
    now = Checksum(), Checksum()
    listed = select(stored.national, stored.work, stored.rank, stored.body, stored.evidence).order_by(stored.id)
    for national, work, rank, body, evidence in connection.execute(listed):
        now[0].add(str(national), str(work), str(rank), str(body))
        now[1].add(str(evidence))
    return dumps([str(one) for one in now]) == (written or dumps([str(Checksum())] * 2))
