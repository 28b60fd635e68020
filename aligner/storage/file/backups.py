"""Copies of the project file beside it: at most one an hour, the ten newest, and only of a project that is sound."""

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

from aligner import own_files
from aligner.domain.problem import Finding
from aligner.domain.text import N_
from aligner.storage.file.engine import backups_folder

KEPT = 10
PAUSE = timedelta(hours=1)
_STAMP = "%Y%m%dT%H%M%SZ"
_OF_MIGRATION = "schema-"

Check = Callable[[Path], list[Finding]]
"""Everything about a project file that is not as it should be."""


def keep(path: Path, now: datetime, check: Check) -> list[Finding]:
    """Back the project up if it is time to; gives what is wrong with it, and then there is no new backup.

    Raises OSError or sqlite3.Error when the backup cannot be made.
    """
    if not _is_due(path, now):
        return []
    target = place_for(path, now)
    with own_files.unfinished(target) as unfinished:
        copy(path, unfinished)
        findings = check(unfinished)
        if findings:
            return findings
        unfinished.replace(target)
    remove_oldest(path)
    return []


def place_for(path: Path, now: datetime) -> Path:
    """Where a backup made at this moment belongs."""
    return folder_for(path) / f"{stamp(now)}-{path.name}"


def remove_oldest(path: Path) -> None:
    """Keep the newest backups only."""
    for old in existing(path)[:-KEPT]:
        old.unlink()


def folder_for(path: Path) -> Path:
    """The folder of the backups, made where it is missing; those may read it who may read the project."""
    folder = backups_folder(path)
    if not folder.is_dir():
        own_files.private_folder(folder)
        mode = path.stat().st_mode & 0o777
        folder.chmod(mode | (mode & 0o444) >> 2)
    return folder


def failed(path: Path, error: Exception) -> Finding:
    """The notice that a backup could not be made; it never stops the work."""
    return Finding(
        "backup-failed",
        N_("No backup of “{project}” could be made in “{folder}”: {detail}. You can work on; back it up yourself."),
        {"project": str(path), "folder": str(backups_folder(path)), "detail": reason(error)},
    )


def reason(error: Exception) -> str:
    """What the system says of the failure."""
    return (error.strerror if isinstance(error, OSError) else None) or str(error)


def stamp(now: datetime) -> str:
    """The moment as it stands in the names of backups."""
    return now.astimezone(UTC).strftime(_STAMP)


def existing(path: Path) -> list[Path]:
    """The backups of this project, oldest first."""
    folder = backups_folder(path)
    found = folder.glob(f"*-{_escaped(path.name)}") if folder.is_dir() else []
    return sorted(backup for backup in found if made_at(backup) is not None and not is_of_migration(backup))


def to_restore(path: Path) -> list[Path]:
    """Every copy that the project may be restored from, newest first: backups, and what was kept before migrations."""
    folder = backups_folder(path)
    found = folder.glob(f"*-{_escaped(path.name)}") if folder.is_dir() else []
    dated = [(moment, backup) for backup in found if (moment := made_at(backup)) is not None]
    return [backup for _, backup in sorted(dated, reverse=True)]


def _escaped(name: str) -> str:
    return "".join(f"[{letter}]" if letter in "*?[" else letter for letter in name)


def is_of_migration(backup: Path) -> bool:
    """Whether it was kept before a migration."""
    return backup.name.startswith(_OF_MIGRATION)


def made_at(backup: Path) -> datetime | None:
    """When the copy was made, by its name; None for a file of another kind."""
    parts = backup.name.split("-")
    text = parts[2] if is_of_migration(backup) and len(parts) > 2 else parts[0]
    try:
        return datetime.strptime(text, _STAMP).replace(tzinfo=UTC)
    except ValueError:
        return None


def _is_due(path: Path, now: datetime) -> bool:
    """Whether the newest backup is an hour old and the project was written to since."""
    made = [moment for backup in existing(path)[-1:] if (moment := made_at(backup)) is not None]
    if not made:
        return True
    newest = existing(path)[-1]
    return abs(now - made[0]) >= PAUSE and path.stat().st_mtime_ns > newest.stat().st_mtime_ns


def copy(source: Path, target: Path) -> None:
    """Fill an empty file with a consistent copy of the project, even while others write to it.

    Who may read and write the project may do so with the copy.
    """
    with (
        closing(sqlite3.connect(f"{source.resolve().as_uri()}?mode=ro", uri=True)) as original,
        closing(sqlite3.connect(target)) as backup,
    ):
        backup.execute("PRAGMA synchronous=OFF")
        original.backup(backup)
    with target.open("rb+") as file:
        os.fsync(file.fileno())
    own_files.like(source, target)
