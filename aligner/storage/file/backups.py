"""Copies of the project file beside it: at most one an hour, the ten newest."""

import os
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

from aligner.domain.problem import Finding
from aligner.domain.text import N_
from aligner.storage.file.engine import backups_folder

KEPT = 10
PAUSE = timedelta(hours=1)
_STAMP = "%Y%m%dT%H%M%SZ"
_UNFINISHED = ".unfinished"


def keep(path: Path, now: datetime) -> Finding | None:
    """Back the project up if it is time to; gives a notice when that failed, which never stops the work."""
    try:
        if not _is_due(path, now):
            return None
        folder = backups_folder(path)
        folder.mkdir(exist_ok=True)
        copy(path, folder / f"{now.astimezone(UTC).strftime(_STAMP)}-{path.name}")
        for old in existing(path)[:-KEPT]:
            old.unlink()
    except (OSError, sqlite3.Error) as error:
        return Finding(
            "backup-failed",
            N_("No backup of “{project}” could be made in “{folder}”: {detail}. You can work on; back it up yourself."),
            {"project": str(path), "folder": str(backups_folder(path)), "detail": _reason(error)},
        )
    return None


def _reason(error: Exception) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or str(error)


def existing(path: Path) -> list[Path]:
    """The backups of this project, oldest first."""
    folder = backups_folder(path)
    found = folder.glob(f"*-{_escaped(path.name)}") if folder.is_dir() else []
    return sorted(backup for backup in found if _made_at(backup) is not None)


def _escaped(name: str) -> str:
    return "".join(f"[{letter}]" if letter in "*?[" else letter for letter in name)


def _made_at(backup: Path) -> datetime | None:
    try:
        return datetime.strptime(backup.name.partition("-")[0], _STAMP).replace(tzinfo=UTC)
    except ValueError:
        return None


def _is_due(path: Path, now: datetime) -> bool:
    """Whether the newest backup is an hour old and the project was written to since."""
    made = [moment for backup in existing(path)[-1:] if (moment := _made_at(backup)) is not None]
    if not made:
        return True
    newest = existing(path)[-1]
    return abs(now - made[0]) >= PAUSE and path.stat().st_mtime_ns > newest.stat().st_mtime_ns


def copy(source: Path, target: Path) -> None:
    """A consistent copy of the project, even while others write to it; all of it is there, or nothing."""
    unfinished = target.with_name(target.name + _UNFINISHED)
    try:
        with (
            closing(sqlite3.connect(f"{source.resolve().as_uri()}?mode=ro", uri=True)) as original,
            closing(sqlite3.connect(unfinished)) as backup,
        ):
            backup.execute("PRAGMA synchronous=OFF")
            original.backup(backup)
        with unfinished.open("rb+") as file:
            os.fsync(file.fileno())
        unfinished.replace(target)
    finally:
        unfinished.unlink(missing_ok=True)
