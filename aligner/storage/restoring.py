"""A damaged project made whole: the newest sound backup, and what the journal of the damaged file still holds."""

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, insert

from aligner import named_files, own_files
from aligner.domain.change import RowChange, Subject
from aligner.domain.errors import AlignerError, Conflict
from aligner.domain.problem import Finding
from aligner.domain.text import N_
from aligner.storage import checking
from aligner.storage.file import backups, header, opening
from aligner.storage.file.engine import PRAGMAS, sqlite_engine, writing
from aligner.storage.tables import journal, schema, seals, standing
from aligner.storage.tables.encoding import loads_all


@dataclass(frozen=True, slots=True)
class Restored:
    """`backup` is the copy that was put back, None when none was sound and the project began anew.

    `entries` is how many changes of the damaged file came on top; `damaged` is where that file is kept now, None
    when there was none. `missing` says what has to be done again.
    """

    backup: Path | None
    entries: int
    damaged: Path | None
    missing: tuple[Finding, ...] = ()


def newest_sound(path: Path) -> Path | None:
    """The newest copy of the project that is as it was written; None when there is none, or no room to look at it."""
    with suppress(OSError), own_files.unfinished(path) as unfinished:
        return _fill_from_newest_sound(path, unfinished)
    return None


def restore(address: str, clock: Callable[[], datetime], chosen: Path | None = None) -> Restored:
    """Put the newest sound backup in the place of the project, with the changes that its journal holds beyond that.

    With `chosen` it is this backup. The damaged file is kept among the backups. Raises AlignerError when the project
    is sound or in use, when the chosen backup is not sound, and when the disk does not let the file be replaced.
    """
    path = Path(address).absolute()
    named_files.refuse_impossible(path)
    if path.exists() and _is_sound(path):
        raise AlignerError(N_("“{project}” is sound; there is nothing to restore."), project=address)
    if not path.exists() and chosen is None and not backups.to_restore(path):
        raise AlignerError(N_("There is neither a project “{project}” nor a backup of it."), project=address)
    try:
        with own_files.unfinished(path) as unfinished:
            backup = _fill_from_newest_sound(path, unfinished) if chosen is None else _fill_from(chosen, unfinished)
            if backup is None:
                unfinished.write_bytes(b"")
                opening.migrate(unfinished, 0)
            with _in_use_by_nobody_else(path):
                entries = _bring_along(path, unfinished)
                missing = _missing(path, unfinished)
                damaged = _set_aside(path, clock()) if path.exists() else None
                unfinished.replace(path)
    except OSError as error:
        raise AlignerError(
            N_(
                "“{project}” could not be restored: {detail}. Free some space or close the file in "
                "other programs and try again."
            ),
            project=address,
            detail=error.strerror or str(error),
        ) from error
    return Restored(backup, entries, damaged, missing)


def _is_sound(path: Path) -> bool:
    with own_files.unfinished(path) as copy:
        return _is_sound_copy(path, copy)


def _fill_from_newest_sound(path: Path, unfinished: Path) -> Path | None:
    return next((backup for backup in backups.to_restore(path) if _is_sound_copy(backup, unfinished)), None)


def _fill_from(chosen: Path, unfinished: Path) -> Path:
    named_files.refuse_impossible(chosen)
    if not _is_sound_copy(chosen, unfinished):
        raise AlignerError(N_("“{backup}” is no sound backup; choose another one."), backup=str(chosen))
    return chosen


def _is_sound_copy(source: Path, copy: Path) -> bool:
    """Whether the project is as it was written; the copy is one of it then, of the newest schema."""
    copy.write_bytes(b"")
    try:
        number = header.check(source, busy_seconds=0)
        backups.copy(source, copy)
        if number < schema.SCHEMA_NUMBER:
            opening.migrate(copy, number)
        own_files.like(source, copy)
        return not checking.of_file(copy)
    except (AlignerError, OSError, sqlite3.Error):
        return False


def _in_use_by_nobody_else(path: Path) -> closing[sqlite3.Connection]:
    """Keeps other programs from writing to the file. Raises AlignerError when one does."""
    connection = sqlite3.connect(":memory:" if not path.exists() or os.name == "nt" else path, isolation_level=None)
    try:
        connection.execute("BEGIN IMMEDIATE")
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_BUSY:
            connection.close()
            raise AlignerError(
                N_(
                    "Another program is writing to the project “{project}”. Nothing was changed; try again in a moment."
                ),
                project=str(path),
            ) from error
    except sqlite3.DatabaseError:  # too damaged for that: nobody else can write to it either
        pass
    return closing(connection)


def _bring_along(damaged: Path, restored: Path) -> int:
    """Append the changes that follow the end of the restored journal, word for word, as far as the chain holds."""
    engine = sqlite_engine(restored, read_only=False, busy_seconds=0)
    try:
        with writing(str(restored), engine) as connection:
            count, head = journal.head(connection)
            brought = 0
            for entry in _entries_after(damaged, count):
                try:
                    head = _append(connection, count + brought + 1, head, entry)
                except (Conflict, ValueError, LookupError, TypeError, AttributeError, AlignerError):
                    break
                brought += 1
            seals.renew_whole(connection)
    finally:
        engine.dispose()
    return brought


def _entries_after(damaged: Path, count: int) -> Iterator[tuple[Any, ...]]:
    """The later entries of the damaged journal, as far as they can be read."""
    if not damaged.exists() or damaged.stat().st_size < header.SMALLEST:
        return
    with (
        suppress(sqlite3.Error, UnicodeDecodeError),
        closing(sqlite3.connect(f"{damaged.resolve().as_uri()}?mode=ro", uri=True)) as connection,
    ):
        for pragma in PRAGMAS:
            connection.execute(pragma)
        yield from connection.execute(
            "SELECT id, at, reviewer, action, rows, undoes, hash FROM change WHERE id > ? ORDER BY id", (count,)
        )


def _append(connection: Connection, expected: int, previous: str, entry: tuple[Any, ...]) -> str:
    """Write one entry as it is and what it leaves standing; gives its hash. Raises ValueError when it does not fit."""
    number, at, reviewer, action, text, undoes, digest = entry
    if number != expected or journal.chained(previous, number, at, reviewer, action, text, undoes) != digest:
        raise ValueError("an entry that does not follow")
    rows = [
        RowChange(Subject(subject), (first, second), before, after)
        for subject, (first, second), before, after in loads_all([text])[0]
    ]
    standing.apply(connection, rows)
    connection.execute(
        insert(schema.change).values(
            id=number, at=at, reviewer=reviewer, action=action, rows=text, undoes=undoes, hash=digest
        )
    )
    seals.put(connection, seals.Part.JOURNAL, "", seals.of_journal(number, digest))
    return str(digest)


def _missing(damaged: Path, restored: Path) -> tuple[Finding, ...]:
    """What the damaged file lists and the restored one does not have: catalogues, and a later run of matching."""
    before, now = _listed(damaged), _listed(restored)
    return tuple(
        Finding("load-again", N_("The catalogue “{file}” has to be loaded again."), {"file": file})
        for file in sorted({file for file, _ in before - now})
    )


def _listed(path: Path) -> set[tuple[str, str]]:
    """File and moment of loading of the catalogues, as far as they can be read."""
    found: set[tuple[str, str]] = set()
    if path.exists() and path.stat().st_size >= header.SMALLEST:
        with (
            suppress(sqlite3.Error, UnicodeDecodeError),
            closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as connection,
        ):
            for file, loaded in connection.execute("SELECT file_name, loaded_at FROM catalogue"):
                found.add((str(file), str(loaded)))
    return found


def _set_aside(path: Path, now: datetime) -> Path:
    """Keep the damaged file, and the journal a crash has left beside it, among the backups."""
    kept = backups.folder_for(path) / f"damaged-{backups.stamp(now)}-{path.name}"
    try:
        os.link(path, kept)  # reading and closing the file would let go of the right to write to it
    except OSError:
        shutil.copy2(path, kept)
    left = path.with_name(path.name + "-journal")
    if left.exists():
        left.replace(kept.with_name(kept.name + "-journal"))
    return kept
