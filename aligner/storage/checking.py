"""Whether a project is whole: the file, its tables, its catalogues, its journal."""

from collections.abc import Iterator

from sqlalchemy import Connection, select

from aligner.domain.errors import AlignerError
from aligner.domain.problem import Finding
from aligner.domain.text import N_
from aligner.storage.file import header
from aligner.storage.file.engine import sentences
from aligner.storage.tables import candidates, journal, schema, standards, standing


def findings(address: str, connection: Connection) -> list[Finding]:
    """Everything that is not as it should be; nothing for a sound project."""
    found: list[Finding] = []
    for part in (_file, _catalogues, _candidates, journal_findings, _standing):
        try:
            with sentences(address):
                found += part(connection)
        except AlignerError as error:  # what cannot even be read is a finding, and the other parts are still looked at
            found.append(
                Finding("unreadable", error.template, {name: str(value) for name, value in error.values.items()})
            )
    return [finding for index, finding in enumerate(found) if finding not in found[:index]]


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
        yield Finding("schema-foreign", N_("The file holds “{name}”, which no project file has."), {"name": foreign})


def _catalogues(connection: Connection) -> Iterator[Finding]:
    stored = schema.catalogue.c
    for row in connection.execute(select(stored.id, stored.file_name, stored.checksum).order_by(stored.id)).all():
        if standards.checksum_of(connection, row.id) != row.checksum:
            yield Finding(
                "catalogue-altered",
                N_("Standards of the catalogue “{file}” are not as they were loaded; load the file again."),
                {"file": row.file_name},
            )


def _candidates(connection: Connection) -> Iterator[Finding]:
    pair = candidates.checksums(connection)
    if pair is not None and pair[0] != pair[1]:
        yield Finding("candidates-altered", N_("Candidates are not as matching stored them; match again."))


def journal_findings(connection: Connection) -> Iterator[Finding]:
    """Entries of the journal that are not as they were written."""
    for number in journal.broken(connection):
        yield Finding(
            "journal-altered",
            N_("Change {number} of the journal is not as it was written, or one before it is missing."),
            {"number": number},
        )


def _standing(connection: Connection) -> Iterator[Finding]:
    now, folded = standing.everything(connection), journal.folded(connection)
    for key in sorted(now.keys() | folded.keys()):
        if now.get(key) != folded.get(key):
            template = (
                N_("What stands about “{first}” with “{second}” is not what the journal says.")
                if key[2]
                else N_("What stands about “{first}” is not what the journal says.")
            )
            yield Finding("standing-differs", template, {"first": key[1], "second": key[2]})
