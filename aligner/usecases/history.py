"""Undo, redo and the journal."""

from collections.abc import Sequence

from aligner.domain.change import Change
from aligner.usecases.changed import Changed, Part, changed
from aligner.usecases.session import Session


def undo(session: Session) -> tuple[Change, Changed]:
    """Take back the last standing step of this reviewer.

    Raises AlignerError when there is none, Conflict when someone decided on the same rows since.
    """
    return _with_changed(session.store.undo(session.reviewer))


def redo(session: Session) -> tuple[Change, Changed]:
    """Do again what this reviewer took back last. Raises as `undo`."""
    return _with_changed(session.store.redo(session.reviewer))


def history(session: Session, *, limit: int | None = None) -> Sequence[Change]:
    """The journal, newest first."""
    return session.store.history(limit=limit)


def history_of(session: Session, standard: str) -> Sequence[Change]:
    """The journal's entries about this national standard or, by its undated designation, international work."""
    return session.store.history((standard, ""))


def _with_changed(change: Change) -> tuple[Change, Changed]:
    keys = tuple(row.key for row in change.rows)
    return change, changed(Part.DECISIONS, Part.APPLICABILITY, Part.COMPARISONS, keys=keys)
