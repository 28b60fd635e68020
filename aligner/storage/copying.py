"""Copies of a project: what there is beside it, and one more whenever its user wants one."""

import sqlite3
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from aligner import named_files, own_files
from aligner.addresses import is_server, shown
from aligner.domain.errors import AlignerError
from aligner.domain.kept_copy import KeptCopy
from aligner.domain.text import N_
from aligner.storage import checking
from aligner.storage.file import backups, header


def existing(address: str) -> list[KeptCopy]:
    """The copies that the project can be restored from, newest first. Raises AlignerError for a project on a server."""
    return [_described(file) for file in backups.to_restore(_file_of(address))]


def back_up(address: str, clock: Callable[[], datetime], target: Path | None, *, replace: bool) -> KeptCopy:
    """Copy a sound project into this file, or among its backups, of which the ten newest are kept.

    A file that is there is written over only with `replace`. Raises AlignerError when the project is not as it was
    written, lies on a server, or when the copy cannot be made.
    """
    source = _file_of(address)
    header.check(source, busy_seconds=0)
    try:
        place = _chosen(source, target, replace=replace) if target else backups.place_for(source, clock())
        with own_files.unfinished(place) as unfinished:
            backups.copy(source, unfinished)
            for finding in checking.of_file(unfinished):
                raise AlignerError(finding.template, **finding.values)
            unfinished.replace(place)
    except (OSError, sqlite3.Error) as error:
        raise AlignerError(
            N_("No backup of “{project}” could be made: {detail}. Choose another place or free some space."),
            project=address,
            detail=backups.reason(error),
        ) from error
    backups.remove_oldest(source)
    return KeptCopy(place, clock().isoformat(), place.stat().st_size)


def _file_of(address: str) -> Path:
    if is_server(address):
        raise AlignerError(N_("“{project}” is on a server, whose administrator backs it up."), project=shown(address))
    path = Path(address).absolute()
    named_files.refuse_impossible(path)
    return path


def _chosen(source: Path, target: Path, *, replace: bool) -> Path:
    named_files.refuse_impossible(target)
    place = target.absolute()
    if place.is_dir() or (place.exists() and (place.samefile(source) or not replace)):
        raise AlignerError(N_("There is something called “{file}” already. Choose another name."), file=str(target))
    return place


def _described(file: Path) -> KeptCopy:
    made = backups.made_at(file)
    return KeptCopy(file, made.isoformat() if made else "", file.stat().st_size, backups.is_of_migration(file))
