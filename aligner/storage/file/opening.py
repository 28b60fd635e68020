"""From an address to connections that can be trusted: checked and brought up to date."""

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path

from sqlalchemy import Engine

from aligner import named_files, own_files
from aligner.addresses import is_server
from aligner.domain.errors import AlignerError
from aligner.domain.problem import Finding
from aligner.domain.text import N_
from aligner.storage.file import backups, header
from aligner.storage.file.engine import Opened, backups_folder, memory_engine, sentences, sqlite_engine, writing
from aligner.storage.file.server import opening as server
from aligner.storage.tables import schema
from aligner.storage.tables.encoding import decoding


def create(address: str, busy_seconds: float) -> Opened:
    """A new, empty project; raises AlignerError when there is something already."""
    return server.create(address) if is_server(address) else _create_file(address, busy_seconds)


def _create_file(address: str, busy_seconds: float) -> Opened:
    path = Path(address).absolute()
    named_files.refuse_impossible(path)
    if path.exists():
        raise AlignerError(N_("“{project}” already exists; choose another name."), project=address)
    try:
        with own_files.unfinished(path) as unfinished:
            migrate(unfinished, 0)
            _put_where_nothing_is(unfinished, path)
    except FileExistsError as error:
        raise AlignerError(N_("“{project}” already exists; choose another name."), project=address) from error
    except OSError as error:
        raise AlignerError(
            N_("The project “{project}” cannot be created: {detail}. Choose another folder."),
            project=address,
            detail=error.strerror or str(error),
        ) from error
    return Opened(address, sqlite_engine(path, read_only=False, busy_seconds=busy_seconds), path)


def _put_where_nothing_is(made: Path, path: Path) -> None:
    """Give the file this name. Raises FileExistsError when another one has it, even if only since a moment ago."""
    if os.name == "nt":
        made.rename(path)
        return
    try:
        os.link(made, path)
    except FileExistsError:
        raise
    except OSError:  # a file system without links: take the name first
        path.touch(mode=own_files.FOR_THE_USER, exist_ok=False)
        made.replace(path)


def migrate(path: Path, number: int) -> None:
    """Bring a project file, which nobody else uses, from this schema number (0: empty) to the newest."""
    engine = sqlite_engine(path, read_only=False, busy_seconds=0)
    try:
        _migrate(str(path), engine, number)
    finally:
        engine.dispose()


def _migrate(address: str, engine: Engine, number: int) -> None:
    from aligner.storage.migrations.upgrade import upgrade  # noqa: PLC0415 - loads Alembic, half a second

    with writing(address, engine) as connection, decoding():
        upgrade(connection, number)
        connection.exec_driver_sql(f"PRAGMA application_id={schema.APPLICATION_ID}")
        connection.exec_driver_sql(f"PRAGMA user_version={schema.SCHEMA_NUMBER}")


def open_project(address: str, read_only: bool, clock: Callable[[], datetime], busy_seconds: float) -> Opened:
    """Connections to an existing project; raises AlignerError when it cannot be opened.

    A file of an earlier program is brought up to date first, for reading too: nothing of what it holds changes. One
    that cannot be written to is read as it is, or from a copy in memory where its tables are others.
    """
    if is_server(address):
        return server.open_project(address, read_only)
    path = Path(address).absolute()
    named_files.refuse_impossible(path)
    for folder in (path.parent, backups_folder(path)):
        own_files.remove_left_behind(folder)
    number = header.check(path, busy_seconds=busy_seconds)
    notices: list[Finding] = []
    can_be_written = _can_be_written(path)
    if not read_only and not can_be_written:
        read_only = True
        notices.append(
            Finding(
                "read-only",
                N_("“{project}” or its folder is read-only: the project is open for reading, nothing can be changed."),
                {"project": address},
            )
        )
    if number < schema.SCHEMA_NUMBER and can_be_written:
        bring_up_to_date(path, number, clock(), busy_seconds)
    elif not schema.is_read_like_the_newest(number):
        return Opened(address, _in_memory(path, number), path, read_only, tuple(notices))
    engine = sqlite_engine(path, read_only=read_only, busy_seconds=busy_seconds)
    return Opened(address, engine, path, read_only, tuple(notices))


def _in_memory(path: Path, number: int) -> Engine:
    """Connections to a copy of an earlier project, brought up to date without touching the file."""
    engine = memory_engine(path)
    try:
        _migrate(str(path), engine, number)
    except BaseException:
        engine.dispose()
        raise
    return engine


def _can_be_written(path: Path) -> bool:
    return os.access(path, os.W_OK) and os.access(path.resolve().parent, os.W_OK)


def bring_up_to_date(path: Path, number: int, now: datetime, busy_seconds: float) -> None:
    """Migrate a copy, keep the old file among the backups, then put the copy in its place.

    Nobody can write to the old file meanwhile; who has it open is told to open it again.
    """
    target = backups_folder(path) / f"schema-{number}-{backups.stamp(now)}-{path.name}"
    try:
        with (
            sentences(str(path)),
            own_files.unfinished(path) as unfinished,
            closing(sqlite3.connect(path, timeout=busy_seconds, isolation_level=None)) as original,
        ):
            original.execute("BEGIN IMMEDIATE")
            backups.folder_for(path)
            with own_files.unfinished(target) as kept:
                backups.copy(path, kept)
                kept.replace(target)
            backups.copy(path, unfinished)
            migrate(unfinished, number)
            header.check(unfinished, busy_seconds=0)
            if os.name == "nt":
                original.close()  # Windows replaces no open file; elsewhere nobody can write until it is done
            unfinished.replace(path)
    except OSError as error:
        raise AlignerError(
            N_(
                "“{project}” could not be upgraded: {detail}. It was left unchanged; free some space "
                "or close the file in other programs and try again."
            ),
            project=str(path),
            detail=error.strerror or str(error),
        ) from error
