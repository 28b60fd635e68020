"""A project that was just opened: what of it was altered, its backup, and what its user is told of both."""

import sqlite3
from collections.abc import Sequence
from dataclasses import replace

from aligner.domain.clock import Clock
from aligner.domain.problem import Finding
from aligner.domain.text import N_
from aligner.storage import checking, restoring, soundness
from aligner.storage.file import backups
from aligner.storage.file.engine import Opened, reading


def looked_at(opened: Opened) -> Opened:
    """With what is no longer as it was written: such a project is only read, and nothing counts on those parts."""
    with reading(opened.address, opened.engine) as connection:
        damage = soundness.look(opened.address, connection)
    return _told(replace(opened, damage=damage), list(damage.values())) if damage else opened


def backed_up(opened: Opened, clock: Clock) -> Opened:
    """With a backup if it is time for one, which also shows whether all of the project is as it was written."""
    if opened.path is None or opened.read_only:
        return opened
    try:
        findings = backups.keep(opened.path, clock(), checking.of_file)
    except (OSError, sqlite3.Error) as error:
        return replace(opened, notices=(*opened.notices, backups.failed(opened.path, error)))
    return _told(opened, findings) if findings else opened


def _told(opened: Opened, findings: Sequence[Finding]) -> Opened:
    """A damaged project, only to be read: what is wrong with it, and the way back."""
    told = [finding for index, finding in enumerate(findings) if finding not in findings[:index]]
    backup = restoring.newest_sound(opened.path) if opened.path is not None else None
    if opened.path is None:
        way = Finding(
            "damaged",
            N_(
                "The project is open for reading only, and altered data is not counted. Ask the "
                "database administrator to restore its last backup."
            ),
        )
    elif backup is None:
        way = Finding(
            "damaged",
            N_(
                "The project is open for reading only, and altered data is not counted. It has no "
                "sound backup; to start again with what its journal still holds, use: aligner restore"
            ),
        )
    else:
        way = Finding(
            "damaged",
            N_(
                "The project is open for reading only, and altered data is not counted. Its newest "
                "sound backup is “{backup}”; to restore it with what the journal still holds, use: "
                "aligner restore"
            ),
            {"backup": backup.name},
        )
    return replace(opened, read_only=True, notices=(*opened.notices, *told, way))
