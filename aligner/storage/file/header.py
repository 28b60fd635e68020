"""Whether a file is a project: told by its marks and its list of tables, before anything in it is trusted.

Everything is asked of SQLite itself: opening the file in another way and closing it again would drop the locks that
this process holds on it.
"""

import sqlite3
from contextlib import closing
from pathlib import Path

from aligner.domain.errors import AlignerError
from aligner.domain.text import N_
from aligner.storage.file.engine import PRAGMAS, sentences
from aligner.storage.tables import schema

SMALLEST = 512
"""Bytes of the smallest database there can be: one page."""

Master = list[tuple[str, str, str, str | None]]
"""The rows (type, name, tbl_name, sql) of sqlite_master."""


def check(path: Path, *, busy_seconds: float) -> int:
    """The schema number of a project file that has exactly the tables and indexes of that schema.

    Looks through a connection that cannot write. Where a crash has left a rollback journal the file has to be
    rolled back first, which needs one that can; nothing stored in the file is run by that either. Raises
    AlignerError for everything that is no project, or one of a newer program.
    """
    _refuse_what_is_no_file(path)
    with sentences(str(path)):
        try:
            application, number, master = _marks(path, "ro", busy_seconds)
        except sqlite3.OperationalError:
            if not path.with_name(path.name + "-journal").exists():
                raise
            application, number, master = _marks(path, "rw", busy_seconds)
        except sqlite3.DatabaseError as error:
            if error.sqlite_errorcode == sqlite3.SQLITE_NOTADB:
                raise _no_project(path) from error
            raise
    _refuse_what_is_not_ours(path, application, number, master)
    return number


def _refuse_what_is_no_file(path: Path) -> None:
    project = str(path)
    if path.is_dir():
        raise AlignerError(N_("“{project}” is a folder, not a project file."), project=project)
    if not path.exists():
        raise AlignerError(
            N_("There is no project file “{project}”. Check the path; to begin a new project, use: aligner new"),
            project=project,
        )
    if path.stat().st_size < SMALLEST:
        raise _no_project(path)


def _no_project(path: Path) -> AlignerError:
    return AlignerError(
        N_(
            "“{project}” is not a project file: it is something else, encrypted or cut off. "
            "To begin a new project, use: aligner new"
        ),
        project=str(path),
    )


def _marks(path: Path, mode: str, busy_seconds: float) -> tuple[int, int, Master]:
    """The application_id, the user_version and all of sqlite_master."""
    address = f"{path.resolve().as_uri()}?mode={mode}"
    with closing(sqlite3.connect(address, uri=True, timeout=busy_seconds)) as connection:
        for pragma in PRAGMAS:
            connection.execute(pragma)
        (application,) = connection.execute("PRAGMA application_id").fetchone()
        (number,) = connection.execute("PRAGMA user_version").fetchone()
        return application, number, connection.execute(MASTER).fetchall()


MASTER = "SELECT type, name, tbl_name, sql FROM sqlite_master"


def _refuse_what_is_not_ours(path: Path, application: int, number: int, master: Master) -> None:
    project = str(path)
    if application != schema.APPLICATION_ID:
        raise AlignerError(N_("“{project}” is a database of another program, not a project."), project=project)
    if number > schema.SCHEMA_NUMBER:
        raise newer(project, number)
    foreign = foreign_to(master, number)
    if foreign is not None:
        raise AlignerError(
            N_(
                "“{project}” contains “{name}”, which does not belong in a project file: it is "
                "damaged, or something harmful was put into it. The file was not opened."
            ),
            project=project,
            name=foreign,
        )


def newer(project: str, number: int) -> AlignerError:
    """The sentence for a project of a schema that this program does not know yet."""
    return AlignerError(
        N_(
            "“{project}” was saved by a newer version of this program (schema {number}, this one knows {known}). "
            "Update this program to open it."
        ),
        project=project,
        number=number,
        known=schema.SCHEMA_NUMBER,
    )


def older(project: str) -> AlignerError:
    """The sentence for a project that must be migrated before it can be read, and may not be."""
    return AlignerError(
        N_(
            "“{project}” was created by an earlier version of this program and must be upgraded. "
            "Open it once from a place where it can be written to."
        ),
        project=project,
    )


def foreign_to(master: Master, number: int) -> str | None:
    """Name of what does not belong in a project of this schema, or of what was altered; None when all is ours."""
    if schema.fingerprint(master) == schema.FINGERPRINTS.get(number):
        return None
    strange = [
        name
        for kind, name, _, sql in master
        if kind not in {"table", "index"} or (sql is not None and name not in schema.NAMES)
    ]
    return strange[0] if strange else "sqlite_master"
