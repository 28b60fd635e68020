"""The tables of a project file; what they must look like in a file that is opened."""

from hashlib import sha256

from sqlalchemy import Column, ForeignKey, Index, Integer, LargeBinary, MetaData, Table, Text

APPLICATION_ID = 0x414C4E52
"""Marks an SQLite file as a project of this program: "ALNR"."""

SCHEMA_NUMBER = 6
"""The newest schema; there is one migration to each number from the one before.

It rises when the tables change, and with every new kind of step or subject of the journal: earlier programs cannot read
those.
"""

FINGERPRINTS = {
    1: "8f23a8c5153b9ea4def41a1f510a881a94d32489e33f4a4c29845c5f9e4621fa",
    2: "57a771dbeec8e1369ed7783e512c0c72d109faf80970d71267bbc9e869b50a23",
    3: "f03ba95074755d3e4abb6ee80392fb4323b5d335d12a3703d1eac9001af1409d",
    4: "93cf1a27eac20adf8c823b4cf9144709f589829f34d0c5b19064672645f02d8f",
    5: "93cf1a27eac20adf8c823b4cf9144709f589829f34d0c5b19064672645f02d8f",
    6: "93cf1a27eac20adf8c823b4cf9144709f589829f34d0c5b19064672645f02d8f",
}
"""What `fingerprint` gives for an untouched file of each schema number."""


def is_read_like_the_newest(number: int) -> bool:
    """Whether the tables of this schema are those of the newest, so that it can be read without a migration."""
    return FINGERPRINTS.get(number) == FINGERPRINTS[SCHEMA_NUMBER]


NUMBER_SETTING = "schema"
"""Name of the setting that holds the schema number in a PostgreSQL database, as there is no file header for it."""

metadata = MetaData()

catalogue = Table(
    "catalogue",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("level", Text, nullable=False),
    Column("file_name", Text, nullable=False),
    Column("sheet", Text, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("loaded_at", Text, nullable=False),
    Column("reference_date", Text, nullable=False),
    Column("rows", Integer, nullable=False),
    Column("standards", Integer, nullable=False),
    Column("mapping", Text, nullable=False),  # JSON object: field, heading
    Column("program_version", Text, nullable=False),
    Column("columns", Text, nullable=False),  # JSON list: the names of its columns
    Column("checksum", Text, nullable=False),  # JSON object: column, checksum of its pieces in `standard_column`
    Column("problems", Text, nullable=False),  # JSON list
    # of an earlier state that a snapshot needs: the id of the catalogue it was; of a removed catalogue: its own id
    Column("replaced_by", Integer),
)

standard_column = Table(
    "standard_column",
    metadata,
    Column("id", Integer, primary_key=True),  # ascends from the top of the catalogue to its end
    Column("catalogue", Integer, ForeignKey("catalogue.id"), nullable=False),
    Column("name", Text, nullable=False),
    Column("piece", LargeBinary, nullable=False),  # the next so many values of the column, as `packing` writes them
    Index("standard_column_by_catalogue", "catalogue", "name"),
)

candidate = Table(
    "candidate",
    metadata,
    Column("id", Integer, primary_key=True),  # ascends in the order of the run
    Column("national", Text, nullable=False),
    Column("work", Text, nullable=False),
    Column("rank", Integer, nullable=False),
    Column("body", Text, nullable=False),  # JSON list: the other columns of domain.candidate, but for
    Column("evidence", Text, nullable=False),  # JSON list: those that only a look at one pair needs
    Index("candidate_by_national", "national", "rank"),
    Index("candidate_by_work", "work"),
)

matching_run = Table(
    "matching_run",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at", Text, nullable=False),
    Column("recipe", Text, nullable=False),  # JSON object
    Column("inputs", Text, nullable=False),
    Column("columns", Text, nullable=False),  # JSON list of two: what the values in candidate.body and .evidence are
    Column("checksum", Text, nullable=False),  # JSON list of two: of candidate.body with its keys, of .evidence
    Column("program_version", Text, nullable=False),
)

change = Table(
    "change",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),  # 1, 2, 3, ... without a gap
    Column("at", Text, nullable=False),
    Column("reviewer", Text, nullable=False),
    Column("action", Text, nullable=False),
    Column("rows", Text, nullable=False),  # canonical JSON list of [subject, [key, key], before, after]
    Column("undoes", Integer),
    Column("hash", Text, nullable=False),
    Index("change_by_reviewer", "reviewer", "id"),
    Index("change_by_undone", "undoes"),
)

standing = Table(
    "standing",
    metadata,
    Column("subject", Text, primary_key=True),
    Column("first_key", Text, primary_key=True),
    Column("second_key", Text, primary_key=True),
    Column("body", Text, nullable=False),  # canonical JSON object: what the last change of this row left
)

setting = Table(
    "setting",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),  # JSON
)

seal = Table(
    "seal",
    metadata,
    Column("part", Text, primary_key=True),
    Column("key", Text, primary_key=True),
    Column("digest", Text, nullable=False),  # of what is stored under this name, as `seals` makes it
)

snapshot = Table(
    "snapshot",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", Text, nullable=False),
    Column("body", Text, nullable=False),  # JSON object: the rest of domain.snapshot
    Column("candidates", LargeBinary, nullable=False),  # compressed JSON: what matching had proposed then
    Index("snapshot_by_name", "name", unique=True),
)

snapshot_catalogue = Table(
    "snapshot_catalogue",
    metadata,
    Column("snapshot", Integer, ForeignKey("snapshot.id"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),  # the catalogue's id when it was taken
    Column("catalogue", Integer, ForeignKey("catalogue.id"), nullable=False),  # where its rows are now
    Index("snapshot_catalogue_by_catalogue", "catalogue"),
)

NAMES = frozenset(metadata.tables) | {index.name for table in metadata.tables.values() for index in table.indexes}
"""Every table and index that a project of the newest schema has."""


def fingerprint(master: list[tuple[str, str, str, str | None]]) -> str:
    """One value for all rows (type, name, tbl_name, sql) of sqlite_master, however they are ordered or laid out."""
    plain = sorted(
        "|".join((kind, name, table, "".join((sql or "").split()).replace('"', "").casefold()))
        for kind, name, table, sql in master
    )
    return sha256("\n".join(plain).encode()).hexdigest()
