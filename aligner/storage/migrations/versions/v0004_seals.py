"""Seals of every part, so that what was altered outside the program is noticed and named.

What was altered before is sealed so that it is still found: what stands is sealed as the journal says it must be,
and columns and candidates whose checksum was wrong keep one that says so.
"""

import json
from collections.abc import Iterable
from hashlib import sha256
from typing import Any
from zlib import crc32

import sqlalchemy as sa
from alembic.operations import Operations
from sqlalchemy import Connection

SIZE = 1 << 256
GENESIS = "0" * 64


def upgrade(operations: Operations) -> None:
    """From schema 3 to schema 4."""
    operations.create_table(
        "seal",
        sa.Column("part", sa.Text, primary_key=True),
        sa.Column("key", sa.Text, primary_key=True),
        sa.Column("digest", sa.Text, nullable=False),
    )
    connection = operations.get_bind()
    _columns(connection)
    _candidates(connection)
    seals = [
        ["journal", "", _journal(connection)],
        ["standing", "", _standing(connection)],
        *_rows(connection),
    ]
    seals.append(["whole", "", sha256(_canonical(sorted(seals)).encode()).hexdigest()])
    for part, key, digest in seals:
        connection.execute(
            sa.text("INSERT INTO seal (part, key, digest) VALUES (:part, :key, :digest)"),
            {"part": part, "key": key, "digest": digest},
        )


def _canonical(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def _columns(connection: Connection) -> None:
    """The checksum of each catalogue, column by column."""
    for number, names, checksum in connection.execute(sa.text("SELECT id, columns, checksum FROM catalogue")).all():
        together, apart = 0, dict.fromkeys(json.loads(names or "[]"), 0)
        for name, piece in connection.execute(
            sa.text("SELECT name, piece FROM standard_column WHERE catalogue = :number ORDER BY id"), {"number": number}
        ):
            together = crc32(piece, crc32(name.encode(), together))
            apart[name] = crc32(piece, crc32(name.encode(), apart.get(name, 0)))
        sound = f"{together:08x}" == checksum
        connection.execute(
            sa.text("UPDATE catalogue SET checksum = :checksum WHERE id = :number"),
            {
                "checksum": json.dumps({name: f"{value:08x}" for name, value in apart.items()}) if sound else "altered",
                "number": number,
            },
        )


def _candidates(connection: Connection) -> None:
    """The checksum of the candidates, that of their evidence apart."""
    checksum = connection.execute(sa.text("SELECT checksum FROM matching_run")).scalar_one_or_none()
    together = body = evidence = 0
    for row in connection.execute(sa.text("SELECT national, work, rank, body, evidence FROM candidate ORDER BY id")):
        texts = [str(value) for value in row]
        together = crc32("\x1f".join(texts).encode(), together)
        body = crc32("\x1f".join(texts[:4]).encode(), body)
        evidence = crc32(texts[4].encode(), evidence)
    connection.execute(
        sa.text("UPDATE matching_run SET checksum = :checksum"),
        {"checksum": f'["{body:08x}","{evidence:08x}"]' if f"{together:08x}" == checksum else "altered"},
    )


def _journal(connection: Connection) -> str:
    last = connection.execute(sa.text("SELECT id, hash FROM change ORDER BY id DESC LIMIT 1")).one_or_none()
    return f"0 {GENESIS}" if last is None else f"{last[0]} {last[1]}"


def _standing(connection: Connection) -> str:
    """The digest of what the journal leaves standing."""
    now: dict[tuple[str, str, str], str] = {}
    for text in connection.execute(sa.text("SELECT rows FROM change ORDER BY id")).scalars():
        for subject, (first, second), _, after in json.loads(text):
            if after is None:
                now.pop((subject, first, second), None)
            else:
                now[subject, first, second] = _canonical(after)
    total = 0
    for key, body in now.items():
        total += int.from_bytes(sha256(_canonical([*key, body]).encode("utf-8", "surrogatepass")).digest())
    return f"{total % SIZE:064x}"


def _rows(connection: Connection) -> Iterable[list[str]]:
    """The seals of catalogues, the run of matching, settings and snapshots, as they are."""
    for number in connection.execute(sa.text("SELECT id FROM catalogue")).scalars().all():
        rows = connection.execute(
            sa.text(
                "SELECT id, level, file_name, sheet, sha256, loaded_at, reference_date, rows, standards, mapping, "
                "program_version, columns, checksum, problems, replaced_by FROM catalogue WHERE id = :number"
            ),
            {"number": number},
        )
        yield ["catalogue", str(number), _digest(rows)]
    runs = connection.execute(
        sa.text("SELECT id, at, recipe, inputs, columns, checksum, program_version FROM matching_run ORDER BY id")
    ).all()
    if runs:
        yield ["matching", "", _digest(runs)]
    for name, value in connection.execute(sa.text("SELECT name, value FROM setting")).all():
        if name != "schema":
            yield ["setting", name, _digest([(name, value)])]
    for number in connection.execute(sa.text("SELECT id FROM snapshot")).scalars().all():
        own = connection.execute(
            sa.text("SELECT id, name, body, candidates FROM snapshot WHERE id = :number"), {"number": number}
        ).all()
        needed = connection.execute(
            sa.text(
                "SELECT snapshot, number, catalogue FROM snapshot_catalogue WHERE snapshot = :number ORDER BY number"
            ),
            {"number": number},
        ).all()
        yield ["snapshot", str(number), _digest([*own, *needed])]


def _digest(rows: Iterable[Any]) -> str:
    digest = sha256()
    for row in rows:
        pieces = []
        for value in row:
            plain = value if isinstance(value, bytes) else str(value).encode("utf-8", "surrogatepass")
            pieces.append(b"%s %d " % (type(value).__name__.encode(), len(plain)) + plain)
        digest.update(b"\n".join(pieces) + b"\n\n")
    return digest.hexdigest()
