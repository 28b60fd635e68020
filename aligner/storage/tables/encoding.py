"""JSON as the project keeps it, fast for many rows and canonical for hashes."""

import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import chain, islice
from typing import Any
from zlib import crc32

import orjson
from sqlalchemy import Connection, Result, Table, insert

from aligner.collecting import collector_at_rest
from aligner.domain.errors import AlignerError
from aligner.domain.problem import Finding
from aligner.domain.standards.sharing import Shared
from aligner.domain.text import N_

BATCH = 5_000
"""Rows written at once."""

READ_AT_ONCE = 400
"""Rows decoded at once: other threads stand still meanwhile, a few milliseconds."""

canonical = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode
"""The one JSON text of a value: compact, keys in order. What is hashed and compared."""

_ascii = json.JSONEncoder(separators=(",", ":")).encode


def dumps(value: object) -> str:
    """Compact JSON text; half characters, which some files hold and no database takes, are escaped."""
    return encoded(value).decode()


def encoded(value: object) -> bytes:
    """The same as bytes: millions of characters are not decoded and encoded again on the way."""
    try:
        return orjson.dumps(value)
    except TypeError:  # half characters, or integers of more than 64 bits
        return _ascii(value).encode()


def storable(texts: list[str]) -> list[str]:
    """The texts with half characters replaced by question marks."""
    if _is_storable("".join(texts)):
        return texts
    return [text.encode("utf-8", "replace").decode() for text in texts]


def _is_storable(text: str) -> bool:
    try:
        return text.isascii() or bool(text.encode())
    except UnicodeEncodeError:
        return False


class Unreadable(Exception):
    """Stored text that this program cannot have written."""


def refused(finding: Finding) -> AlignerError:
    """What is raised instead of giving anything that rests on what was altered."""
    return AlignerError(
        N_(
            "{what} This data is not counted. To restore the newest sound backup, with what the "
            "journal still holds, use: aligner restore"
        ),
        what=finding,
    )


@contextmanager
def decoding() -> Iterator[None]:
    """Around the making of values from stored text: whatever is wrong with them, the file is damaged."""
    try:
        yield
    except UnicodeEncodeError:  # a text of the caller's, not of the file
        raise
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        raise Unreadable(str(error)) from error


def loads_all(texts: Sequence[str]) -> list[Any]:
    """The values of many JSON texts, decoded in one go; raises ValueError when one of them is none."""
    together = f"[{','.join(texts)}]"
    try:
        values: list[Any] = orjson.loads(together)
    except orjson.JSONDecodeError:  # escaped half characters are beyond it
        values = json.loads(together)
    if len(values) != len(texts):
        raise ValueError("a text holds more or less than one value")
    return values


def read_columns(
    result: Result[Any], leading: int, names: Sequence[str], wanted: Collection[str] | None = None
) -> list[list[Any]]:
    """Rows of `leading` plain values and one JSON list of as many values as `names`, as columns.

    Equal values are one object. With `wanted`, only the columns of these names are filled; the others stay empty.
    Raises Unreadable when a list is none, or longer or shorter.
    """
    columns: list[list[Any]] = [[] for _ in range(leading + len(names))]
    is_wanted = [True] * leading + [wanted is None or name in wanted for name in names]
    shared = Shared()
    with collector_at_rest(), decoding():
        while batch := result.fetchmany(READ_AT_ONCE):
            *plain, bodies = zip(*batch, strict=True)
            values = loads_all(bodies)
            if any(len(row) != len(names) for row in values):
                raise ValueError("a list of another length")
            if not set(map(type, chain.from_iterable(plain))) <= {str, int}:
                raise ValueError("a value that is no text")
            for place, more in enumerate(chain(plain, zip(*values, strict=True))):
                if is_wanted[place]:
                    columns[place].extend(shared.column(more))
    return columns


def insert_many(connection: Connection, table: Table, rows: Iterable[tuple[Any, ...]]) -> None:
    """Insert rows through the driver's own fast way; values in the order of the columns, a counted id left out."""
    names = [column.name for column in table.columns if column is not table.autoincrement_column]
    statement = insert(table).inline().compile(dialect=connection.dialect, column_keys=names)
    waiting = iter(rows)
    with collector_at_rest():
        while batch := list(islice(waiting, BATCH)):
            connection.exec_driver_sql(str(statement), batch)


def parsed(text: bytes) -> Any:
    """The value of a JSON text; raises ValueError when it is none."""
    try:
        return orjson.loads(text)
    except orjson.JSONDecodeError:  # escaped half characters are beyond it
        return json.loads(text)


class Checksum:
    """A running CRC-32 over rows of texts: finds flipped bytes, which SQLite's own check does not."""

    def __init__(self) -> None:
        self._value = 0

    def add(self, *texts: str) -> None:
        """Take one row in."""
        self._value = crc32("\x1f".join(texts).encode(), self._value)

    def add_piece(self, name: str, piece: bytes) -> None:
        """Take one piece of a column in."""
        self._value = crc32(piece, crc32(name.encode(), self._value))

    def __str__(self) -> str:
        return f"{self._value:08x}"
