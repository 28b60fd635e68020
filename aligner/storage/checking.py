"""Whether a project is whole: the file, its tables, its catalogues, its journal."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from sqlalchemy import Connection, select

from aligner.domain.errors import AlignerError
from aligner.domain.problem import Finding
from aligner.domain.text import N_
from aligner.storage import soundness
from aligner.storage.file import header
from aligner.storage.file.engine import reading, sentences, sqlite_engine
from aligner.storage.tables import journal, schema, standards, standing
from aligner.storage.tables.encoding import decoding


def of_file(path: Path) -> list[Finding]:
    """Everything about a project file of the newest schema, which nobody else uses, that is not as it should be."""
    try:
        header.check(path, busy_seconds=0)
        engine = sqlite_engine(path, read_only=True, busy_seconds=0)
        try:
            with reading(str(path), engine) as connection:
                return findings(str(path), connection)
        finally:
            engine.dispose()
    except AlignerError as error:
        return [_unreadable(error)]


def findings(address: str, connection: Connection) -> list[Finding]:
    """Everything that is not as it should be; nothing for a sound project."""
    found: list[Finding] = []
    sealed = partial(_sealed, address), partial(_candidates, address)
    for part in (_file, journal_findings, _standing, *sealed, _kept_catalogues):
        try:
            with sentences(address), decoding():
                found += part(connection)
        except AlignerError as error:  # what cannot even be read is a finding, and the other parts are still looked at
            found.append(_unreadable(error))
    codes = {finding.code for finding in found}
    return [
        finding
        for index, finding in enumerate(found)
        if finding not in found[:index] and codes.isdisjoint(_IN_DETAIL.get(finding.code, ()))
    ]


def _unreadable(error: AlignerError) -> Finding:
    return Finding("unreadable", error.template, {name: str(value) for name, value in error.values.items()})


_IN_DETAIL = {"standing-altered": ("standing-differs",), "journal-damaged": ("journal-altered",)}
"""Findings that say nothing more when there is one of these."""


def _file(connection: Connection) -> Iterator[Finding]:
    if connection.dialect.name != "sqlite":
        return
    for detail in connection.exec_driver_sql("PRAGMA integrity_check(20)").scalars():
        if detail != "ok":
            yield Finding("file-damaged", N_("The file is damaged: {detail}"), {"detail": str(detail)})
    number = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
    if connection.exec_driver_sql("PRAGMA application_id").scalar_one() != schema.APPLICATION_ID:
        yield Finding("file-mark", N_("The file no longer carries the mark of a project file."))
    master: header.Master = [(row[0], row[1], row[2], row[3]) for row in connection.exec_driver_sql(header.MASTER)]
    foreign = header.foreign_to(master, number)
    if foreign is not None:
        yield Finding(
            "schema-foreign",
            N_("The file contains “{name}”, which does not belong in a project file."),
            {"name": foreign},
        )


def _sealed(address: str, connection: Connection) -> Iterator[Finding]:
    """Parts that are not as they were sealed."""
    yield from soundness.look(address, connection).values()


def _kept_catalogues(connection: Connection) -> Iterator[Finding]:
    """The earlier states of catalogues that snapshots need."""
    stored = schema.catalogue.c
    rows = connection.execute(select(stored.id, stored.file_name).where(stored.replaced_by.is_not(None))).all()
    for row in rows:
        if not standards.is_as_written(connection, row.id):
            yield standards.altered(str(row.file_name))


def _candidates(address: str, connection: Connection) -> Iterator[Finding]:
    yield from soundness.look_at_candidates(address, connection).values()


def journal_findings(connection: Connection) -> Iterator[Finding]:
    """Entries of the journal that are not as they were written."""
    yield from map(journal.altered, journal.broken(connection))


def _standing(connection: Connection) -> Iterator[Finding]:
    now, folded = standing.everything(connection), journal.folded(connection)
    for key in sorted(now.keys() | folded.keys(), key=str):
        if now.get(key) != folded.get(key):
            template = (
                N_("The current decision on “{first}” and “{second}” does not match the journal.")
                if key[2]
                else N_("The current decisions on “{first}” do not match the journal.")
            )
            yield Finding("standing-differs", template, {"first": key[1], "second": key[2]})
