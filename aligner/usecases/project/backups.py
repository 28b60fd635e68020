"""Backups of a project: list them, make one, restore a damaged project. SQLAlchemy is loaded only when asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aligner.domain.clock import Clock, utc_now
from aligner.domain.problem import Finding
from aligner.domain.text import N_

if TYPE_CHECKING:
    from pathlib import Path

    from aligner.domain.kept_copy import KeptCopy
    from aligner.storage.restoring import Restored as Restored  # noqa: PLC0414 - the faces name it, too

__all__ = ["back_up", "backups", "restore_project", "restored_findings"]


def backups(address: str) -> list[KeptCopy]:
    """The copies that a project can be restored from, newest first. Raises AlignerError for one on a server."""
    from aligner.storage.copying import existing  # noqa: PLC0415 - loads SQLAlchemy

    return existing(address)


def back_up(address: str, target: Path | None = None, *, replace: bool = False, clock: Clock = utc_now) -> KeptCopy:
    """Copy a project into this file, or among its backups; it may be in use meanwhile.

    Raises AlignerError when it is damaged or lies on a server, and when the file cannot be written or is there and
    not to be replaced.
    """
    from aligner.storage.copying import back_up as copied  # noqa: PLC0415 - loads SQLAlchemy

    return copied(address, clock, target, replace=replace)


def restore_project(address: str, backup: Path | None = None) -> Restored:
    """Put the newest sound backup in the place of a damaged project, with the later changes its journal still holds.

    With `backup` it is this one. Raises AlignerError when the project is sound, in use, without a sound backup, or
    cannot be replaced.
    """
    from aligner.storage.restoring import restore  # noqa: PLC0415 - loads SQLAlchemy

    return restore(address, utc_now, backup)


def restored_findings(restored: Restored) -> list[Finding]:
    """What was restored, where the damaged file is, and what has to be done again."""
    if restored.backup is not None:
        text = N_("Restored the backup {backup}; later changes taken from the journal: {count}.")
        found = [Finding("restored", text, {"backup": restored.backup.name, "count": restored.entries})]
    else:
        text = N_("No backup was sound; changes that the project keeps from its journal: {count}.")
        found = [Finding("restored", text, {"count": restored.entries})]
    if restored.damaged is not None:
        text = N_("The damaged file is kept as {file}.")
        found.append(Finding("damaged-kept", text, {"file": str(restored.damaged)}))
    return [*found, *restored.missing]
