"""What of a project is no longer as this program wrote it; looked at once whenever a project is opened."""

from collections.abc import Callable, Iterator, Mapping

from sqlalchemy import Connection, select

from aligner.domain.errors import AlignerError
from aligner.domain.problem import Finding
from aligner.domain.text import N_
from aligner.storage.file.engine import sentences
from aligner.storage.tables import candidates, journal, schema, seals, standards, standing
from aligner.storage.tables.encoding import decoding
from aligner.storage.tables.seals import Name, Part

Damage = Mapping[Name, Finding]
"""What was found, by the part it was found in; empty for a sound project."""

_TABLES = {
    Part.CATALOGUE: (schema.catalogue,),
    Part.STANDARDS: (),
    Part.MATCHING: (schema.matching_run,),
    Part.SETTING: (schema.setting,),
    Part.SNAPSHOT: (schema.snapshot, schema.snapshot_catalogue),
    Part.STANDING: (schema.standing,),
    Part.JOURNAL: (schema.change,),
    Part.WHOLE: (schema.seal,),
}


def look(address: str, connection: Connection) -> Damage:
    """Every part that is not as it was sealed, but for the rows of candidates, which are many: see `candidates`."""
    found: dict[Name, Finding] = {}
    for part in Part:
        for key, finding in _readable(address, connection, part, _LOOKS[part]):
            found.setdefault((part.value, key), finding)
    return found


Look = Callable[[Connection], Iterator[tuple[str, Finding]]]


def _readable(address: str, connection: Connection, part: Part, look_at: Look) -> Iterator[tuple[str, Finding]]:
    """What is found in a part; that it cannot be read at all is a finding, too."""
    try:
        with sentences(address), decoding():
            if not _is_whole(connection, part):
                yield "", _ABOUT[part]
            yield from look_at(connection)
    except AlignerError as error:
        values = {name: str(value) for name, value in error.values.items()}
        yield "", Finding("unreadable", error.template, values)


def _is_whole(connection: Connection, part: Part) -> bool:
    """Whether the tables of this part and their indexes say the same."""
    return connection.dialect.name != "sqlite" or all(
        connection.exec_driver_sql(f"PRAGMA integrity_check({table.name})").scalars().all() == ["ok"]
        for table in _TABLES[part]
    )


def _rows(part: Part) -> Look:
    """The parts of this kind whose rows are not what was sealed, that are gone, or that came from nowhere."""

    def look_at(connection: Connection) -> Iterator[tuple[str, Finding]]:
        sealed = seals.read(connection)
        for kind, key in sorted(seals.present(connection, part) | {name for name in sealed if name[0] == part}):
            digest = seals.digest_of(connection, part, key)
            if sealed.get((kind, key)) != digest:
                yield key, _about(connection, part, key)

    return look_at


def _standards(connection: Connection) -> Iterator[tuple[str, Finding]]:
    stored = schema.catalogue.c
    for row in connection.execute(select(stored.id, stored.file_name).where(stored.replaced_by.is_(None))).all():
        if not standards.is_as_written(connection, row.id):
            yield str(row.id), standards.altered(str(row.file_name))


def _standing(connection: Connection) -> Iterator[tuple[str, Finding]]:
    if standing.total_of(connection) != seals.kept(connection, Part.STANDING):
        yield "", _ABOUT[Part.STANDING]


def _journal(connection: Connection) -> Iterator[tuple[str, Finding]]:
    count, head = journal.head(connection)
    kept = seals.kept(connection, Part.JOURNAL)
    for number in journal.broken(connection):
        yield "", journal.altered(number)
        return
    if kept != seals.of_journal(count, head):
        yield (
            "",
            Finding(
                "journal-cut",
                N_("The journal ends with change {number}, but that is not the last one this program wrote."),
                {"number": count},
            ),
        )


def _whole(connection: Connection) -> Iterator[tuple[str, Finding]]:
    sealed = seals.read(connection)
    if sealed.get(seals.ALL) != seals.of_whole(sealed):
        yield "", _ABOUT[Part.WHOLE]


_LOOKS: dict[Part, Look] = {
    Part.CATALOGUE: _rows(Part.CATALOGUE),
    Part.STANDARDS: _standards,
    Part.MATCHING: _rows(Part.MATCHING),
    Part.SETTING: _rows(Part.SETTING),
    Part.SNAPSHOT: _rows(Part.SNAPSHOT),
    Part.STANDING: _standing,
    Part.JOURNAL: _journal,
    Part.WHOLE: _whole,
}

_ABOUT = {
    Part.CATALOGUE: Finding("catalogues-altered", N_("The list of catalogues was altered outside this program.")),
    Part.STANDARDS: Finding("standards-altered", N_("Standards were altered after they were loaded.")),
    Part.MATCHING: Finding("candidates-altered", N_("The stored candidates differ from what matching found.")),
    Part.SETTING: Finding("settings-altered", N_("The settings of the project were altered outside this program.")),
    Part.SNAPSHOT: Finding("snapshots-altered", N_("The snapshots were altered outside this program.")),
    Part.STANDING: Finding("standing-altered", N_("Decisions were altered outside this program.")),
    Part.JOURNAL: Finding("journal-damaged", N_("The journal was altered outside this program.")),
    Part.WHOLE: Finding("seals-altered", N_("The seals of the project were altered outside this program.")),
}


def _about(connection: Connection, part: Part, key: str) -> Finding:
    """The sentence about one catalogue, setting or snapshot, by its name as far as that can be told."""
    match part:
        case Part.CATALOGUE:
            file = connection.execute(select(schema.catalogue.c.file_name).where(schema.catalogue.c.id == int(key)))
            name = file.scalar_one_or_none()
            if name is None:
                return Finding("catalogue-gone", N_("A catalogue was removed outside this program."))
            return standards.altered(str(name))
        case Part.SNAPSHOT:
            of_key = schema.snapshot.c.id == int(key)
            name = connection.execute(select(schema.snapshot.c.name).where(of_key)).scalar_one_or_none()
            if name is None:
                return Finding("snapshot-gone", N_("A snapshot was removed outside this program."))
            return Finding(
                "snapshot-altered", N_("The snapshot “{name}” was altered after it was taken."), {"name": str(name)}
            )
        case Part.SETTING:
            return Finding(
                "setting-altered", N_("The setting “{name}” was altered outside this program."), {"name": key}
            )
    return _ABOUT[part]


def look_at_candidates(address: str, connection: Connection) -> Damage:
    """Whether the candidates are those of the last run."""
    try:
        with sentences(address), decoding():
            sound = candidates.is_as_written(connection)
    except AlignerError:
        sound = False
    return {} if sound else {(Part.MATCHING.value, ""): _ABOUT[Part.MATCHING]}
