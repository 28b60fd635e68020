"""Connections to a project, and the sentences for what goes wrong on them."""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from uuid import uuid4

from sqlalchemy import Connection, Engine, QueuePool, create_engine, event
from sqlalchemy.exc import DBAPIError

from aligner.domain.errors import AlignerError, Damaged
from aligner.domain.problem import Finding
from aligner.domain.text import N_
from aligner.storage.file.refusals import refusal
from aligner.storage.tables.encoding import Unreadable
from aligner.storage.tables.seals import Name

_WRITING = "aligner_writing"
"""Execution option of a connection that is going to write."""

PRAGMAS = (
    "PRAGMA trusted_schema=OFF",
    "PRAGMA cell_size_check=ON",
    "PRAGMA foreign_keys=ON",
    "PRAGMA synchronous=EXTRA",
    "PRAGMA cache_size=-16384",
)

DAMAGED = N_(
    "The project file “{project}” is damaged. To restore its newest sound backup, with what the "
    "journal still holds, use: aligner restore"
)

_SENTENCES = {
    sqlite3.SQLITE_BUSY: N_(
        "Another program is writing to the project “{project}”. Nothing was changed; try again in a moment."
    ),
    sqlite3.SQLITE_READONLY: N_(
        "The project “{project}” cannot be written to: the file or its folder is read-only. "
        "Copy it to another folder and work there."
    ),
    sqlite3.SQLITE_IOERR: N_(
        "The disk failed while the project “{project}” was in use. No unfinished change was kept; "
        "check the disk or the network connection and try again."
    ),
    sqlite3.SQLITE_CORRUPT: DAMAGED,
    sqlite3.SQLITE_FULL: N_(
        "The disk is full: nothing more can be written to the project “{project}”. Nothing was "
        "changed; free some space and try again."
    ),
    sqlite3.SQLITE_CANTOPEN: N_(
        "The project “{project}” cannot be opened. Check that the file and its folder can be read and written."
    ),
    sqlite3.SQLITE_NOTADB: DAMAGED,
}
_SAME = {
    sqlite3.SQLITE_LOCKED: sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_PERM: sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_PROTOCOL: sqlite3.SQLITE_BUSY,
}


@dataclass(frozen=True, slots=True)
class Opened:
    """Connections to a project; `path` is None for a PostgreSQL database, `damage` what was found in which part.

    `role` is who is logged in to a server, "" for a file.
    """

    address: str
    engine: Engine
    path: Path | None
    read_only: bool = False
    notices: tuple[Finding, ...] = ()
    damage: Mapping[Name, Finding] = field(default_factory=dict)
    role: str = ""


def backups_folder(path: Path) -> Path:
    """Where the backups of this project file are kept."""
    return path.with_name(path.name + ".backups")


def sqlite_engine(path: Path, *, read_only: bool, busy_seconds: float) -> Engine:
    """Connections to an existing project file, or to an empty one in the making."""
    address = f"{path.resolve().as_uri()}?mode={'ro' if read_only else 'rw'}"

    def connect() -> sqlite3.Connection:
        connection = sqlite3.connect(
            address, uri=True, timeout=busy_seconds, isolation_level=None, check_same_thread=False
        )
        for pragma in PRAGMAS:
            connection.execute(pragma)
        return connection

    engine = create_engine("sqlite://", creator=connect, poolclass=QueuePool)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def memory_engine(path: Path) -> Engine:
    """Connections to a copy of a project file in memory, which is gone when they are disposed of."""
    address = f"file:aligner-{uuid4().hex}?mode=memory&cache=shared"

    def connect() -> sqlite3.Connection:
        connection = sqlite3.connect(address, uri=True, isolation_level=None, check_same_thread=False)
        for pragma in PRAGMAS:
            connection.execute(pragma)
        return connection

    kept = connect()  # memory is freed with its last connection
    with sentences(str(path)), closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as original:
        original.backup(kept)
    engine = create_engine("sqlite://", creator=connect, poolclass=QueuePool)
    event.listen(engine, "begin", _begin_sqlite)
    event.listen(engine, "engine_disposed", lambda _engine: kept.close())
    return engine


def _begin_sqlite(connection: Connection) -> None:
    """Take the right to write at the start, so that two writers wait for each other instead of failing."""
    connection.exec_driver_sql("BEGIN IMMEDIATE" if is_writing(connection) else "BEGIN")


def is_writing(connection: Connection) -> bool:
    """Whether the transaction that begins is one of `writing`."""
    return bool(connection.get_execution_options().get(_WRITING))


@contextmanager
def reading(address: str, engine: Engine) -> Iterator[Connection]:
    """A connection that sees one state of the project."""
    options = {} if engine.dialect.name == "sqlite" else {"isolation_level": "REPEATABLE READ"}
    with sentences(address), engine.connect().execution_options(**options) as connection:
        yield connection


@contextmanager
def writing(address: str, engine: Engine) -> Iterator[Connection]:
    """A connection whose writes are all kept at the end, or none of them after an exception."""
    with (
        sentences(address),
        engine.connect().execution_options(**{_WRITING: True}) as connection,
        connection.begin(),
    ):
        yield connection


@contextmanager
def sentences(address: str) -> Iterator[None]:
    """Turns what SQLite and PostgreSQL report about the outside world into sentences; a bug stays a bug."""
    try:
        yield
    except DBAPIError as error:
        raise _sentence(address, error.orig, error) from error
    except sqlite3.Error as error:
        raise _sentence(address, error, error) from error
    except UnicodeEncodeError as error:
        raise AlignerError(
            N_("“{text}” contains incomplete characters that cannot be stored. Type it again."),
            text=error.object[max(0, error.start - 20) : error.start + 20].encode("utf-8", "replace").decode(),
        ) from error
    except (Unreadable, UnicodeDecodeError) as error:  # the latter when SQLite quotes the damage in its message
        raise damaged(address) from error


def _sentence(address: str, cause: BaseException | None, error: Exception) -> Exception:
    if isinstance(cause, sqlite3.Error):
        return _about_file(address, cause) or error
    return refusal(address, cause) or error


def _about_file(address: str, cause: sqlite3.Error) -> AlignerError | None:
    code = getattr(cause, "sqlite_errorcode", None)
    if code is None:  # the module itself found text that is no UTF-8
        return damaged(address) if str(cause).startswith("Could not decode") else None
    primary = code & 0xFF
    template = _SENTENCES.get(_SAME.get(primary, primary))
    if template is None:
        return None
    return damaged(address) if template == DAMAGED else AlignerError(template, project=address)


def damaged(address: str) -> AlignerError:
    """The sentence for a file whose content cannot be."""
    return Damaged(DAMAGED, project=address)
