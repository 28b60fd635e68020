"""Standards column by column instead of row by row; of candidates, apart what only a look at one pair needs."""

import json
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any
from zlib import crc32

import sqlalchemy as sa
from alembic.operations import Operations
from sqlalchemy import Connection

KEYS = ["designation", "work", "fingerprint"]
PIECE = 4_000
OF_ONE_PAIR = ["degree_basis", "evidence"]


def upgrade(operations: Operations) -> None:
    """From schema 2 to schema 3."""
    _standards(operations)
    _candidates(operations)


def _standards(operations: Operations) -> None:
    operations.create_table(
        "standard_column",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("catalogue", sa.Integer, sa.ForeignKey("catalogue.id"), nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("piece", sa.LargeBinary, nullable=False),
    )
    connection = operations.get_bind()
    for number, columns, checksum in connection.execute(sa.text("SELECT id, columns, checksum FROM catalogue")).all():
        _move(connection, number, json.loads(columns or "[]"), checksum)
    operations.drop_table("standard")
    operations.create_index("standard_column_by_catalogue", "standard_column", ["catalogue", "name"])


def _move(connection: Connection, number: int, names: list[str], checksum: str) -> None:
    """The rows of one catalogue as columns. One that was altered before keeps a checksum that says so."""
    rows = connection.execute(
        sa.text("SELECT designation, work, fingerprint, body FROM standard WHERE catalogue = :number ORDER BY id"),
        {"number": number},
    )
    before = after = 0
    for some in _in_pieces(rows):
        for row in some:
            before = crc32("\x1f".join(row).encode(), before)
        keys = zip(*(row[: len(KEYS)] for row in some), strict=True)
        values = zip(*(json.loads(row[-1]) for row in some), strict=True)
        for name, column in zip([*KEYS, *names], [*keys, *values], strict=True):
            piece = json.dumps(column, separators=(",", ":")).encode()
            after = crc32(piece, crc32(name.encode(), after))
            connection.execute(
                sa.text("INSERT INTO standard_column (catalogue, name, piece) VALUES (:number, :name, :piece)"),
                {"number": number, "name": name, "piece": piece},
            )
    connection.execute(
        sa.text("UPDATE catalogue SET columns = :columns, checksum = :checksum WHERE id = :number"),
        {
            "number": number,
            "columns": json.dumps([*KEYS, *names]),
            "checksum": f"{after:08x}" if f"{before:08x}" == checksum else "altered",
        },
    )


def _in_pieces(rows: sa.CursorResult[Any]) -> Iterator[Sequence[Any]]:
    waiting = iter(rows)
    while some := list(islice(waiting, PIECE)):
        yield some


def _candidates(operations: Operations) -> None:
    for index in ("candidate_by_national", "candidate_by_work"):
        operations.drop_index(index, "candidate")
    operations.rename_table("candidate", "former_candidate")
    operations.create_table(
        "candidate",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("national", sa.Text, nullable=False),
        sa.Column("work", sa.Text, nullable=False),
        sa.Column("rank", sa.Integer, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.Column("evidence", sa.Text, nullable=False),
    )
    connection = operations.get_bind()
    run = connection.execute(sa.text("SELECT columns, checksum FROM matching_run")).one_or_none()
    if run is not None:
        _divide(connection, json.loads(run[0]), run[1])
    operations.drop_table("former_candidate")
    operations.create_index("candidate_by_national", "candidate", ["national", "rank"])
    operations.create_index("candidate_by_work", "candidate", ["work"])


def _divide(connection: Connection, names: list[str], checksum: str) -> None:
    """The two lists of every candidate. A run that was altered before keeps a checksum that says so."""
    apart = [name for name in names if name in OF_ONE_PAIR]
    kept = [name for name in names if name not in apart]
    before = after = 0
    for row in connection.execute(sa.text("SELECT national, work, rank, body FROM former_candidate ORDER BY id")):
        before = crc32("\x1f".join(map(str, row)).encode(), before)
        values = dict(zip(names, json.loads(row[3]), strict=True))
        body, evidence = (
            json.dumps([values[name] for name in some], ensure_ascii=False, separators=(",", ":"))
            for some in (kept, apart)
        )
        after = crc32("\x1f".join([*map(str, row[:3]), body, evidence]).encode(), after)
        connection.execute(
            sa.text("INSERT INTO candidate (national, work, rank, body, evidence) VALUES (:n, :w, :r, :b, :e)"),
            {"n": row[0], "w": row[1], "r": row[2], "b": body, "e": evidence},
        )
    connection.execute(
        sa.text("UPDATE matching_run SET columns = :columns, checksum = :checksum"),
        {
            "columns": json.dumps([kept, apart]),
            "checksum": f"{after:08x}" if f"{before:08x}" == checksum else "altered",
        },
    )
