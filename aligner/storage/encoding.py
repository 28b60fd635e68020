"""JSON as the project keeps it, fast for many rows and canonical for hashes."""

import gc
import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from typing import Any
from zlib import crc32

from sqlalchemy import Connection, Table, insert

BATCH = 5_000

dumps = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
"""Compact JSON text."""

canonical = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode
"""The one JSON text of a value: compact, keys in order. What is hashed and compared."""


class Unreadable(Exception):
    """Stored text that this program cannot have written."""


@contextmanager
def decoding() -> Iterator[None]:
    """Around the making of values from stored text: whatever is wrong with them, the file is damaged."""
    try:
        yield
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise Unreadable(str(error)) from error


@contextmanager
def _many_objects() -> Iterator[None]:
    """Holds the collector still: it would look again and again at a million new objects (three times slower)."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def loads_all(texts: Sequence[str]) -> list[Any]:
    """The values of many JSON texts, decoded in one go; raises ValueError when one of them is none."""
    with _many_objects():
        values: list[Any] = json.loads(f"[{','.join(texts)}]")
    if len(values) != len(texts):
        raise ValueError("a text holds more or less than one value")
    return values


def columns_of(rows: list[list[Any]], width: int) -> list[list[Any]]:
    """Rows as `width` columns; raises ValueError when a row is longer or shorter."""
    if any(len(row) != width for row in rows):
        raise ValueError("rows of different lengths")
    with _many_objects():
        return [list(column) for column in zip(*rows, strict=True)] if rows else [[] for _ in range(width)]


def insert_many(connection: Connection, table: Table, rows: Iterable[tuple[Any, ...]]) -> None:
    """Insert rows through the driver's own fast way; values in the order of the columns, a counted id left out."""
    names = [column.name for column in table.columns if column is not table.autoincrement_column]
    statement = insert(table).inline().compile(dialect=connection.dialect, column_keys=names)
    waiting = iter(rows)
    while batch := list(islice(waiting, BATCH)):
        connection.exec_driver_sql(str(statement), batch)


class Checksum:
    """A running CRC-32 over rows of texts: finds flipped bytes, which SQLite's own check does not."""

    def __init__(self) -> None:
        self._value = 0

    def add(self, *texts: object) -> None:
        """Take one row in."""
        self._value = crc32("\x1f".join(map(str, texts)).encode("utf-8", "surrogatepass"), self._value)

    def __str__(self) -> str:
        return f"{self._value:08x}"
