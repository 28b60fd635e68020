"""Standards column by column instead of row by row."""

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


def upgrade(operations: Operations) -> None:
    """From schema 2 to schema 3."""
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
