"""Undo, redo and the journal."""

from collections.abc import Sequence
from typing import Final

from aligner.domain.change import Action, Change, RowChange, Subject
from aligner.domain.designation.binding import either_binding
from aligner.domain.joining.entries import told_apart
from aligner.domain.standards.table import Table
from aligner.usecases.project.changed import Changed, Part, changed
from aligner.usecases.project.session import Session

COLUMNS: Final = ("id", "at", "told_by_order", "reviewer", "action", "rows", "undoes")
"""The journal as a table: times in UTC, `rows` the keys of what an entry touched."""


def undo(session: Session) -> tuple[Change, Changed]:
    """Take back the last standing step of this reviewer.

    Raises AlignerError when there is none, Conflict when someone decided on the same rows since.
    """
    return _with_changed(session.store.writing().undo(session.reviewer))


def redo(session: Session) -> tuple[Change, Changed]:
    """Do again what this reviewer took back last. Raises as `undo`."""
    return _with_changed(session.store.writing().redo(session.reviewer))


def history(session: Session, *, limit: int | None = None) -> Sequence[Change]:
    """The journal, newest first; steps of another copy follow the entry that merged them. `limit` counts entries."""
    return told_apart(session.store.history(limit=limit))


def head(session: Session) -> tuple[int, str]:
    """How many entries the journal has, and the hash of the last."""
    return session.store.head()


def as_table(changes: Sequence[Change]) -> Table:
    """These entries of the journal for other programs (COLUMNS)."""
    return Table.from_rows(COLUMNS, map(values_of, changes))


def values_of(change: Change) -> dict[str, object]:
    """One entry as plain values (COLUMNS)."""
    return {
        "id": change.id,
        "at": change.at,
        "told_by_order": change.told_by_order,
        "reviewer": change.reviewer,
        "action": change.action.value,
        "rows": "; ".join(" – ".join(part for part in row.key if part) for row in change.rows),
        "undoes": change.undoes,
    }


def history_of(session: Session, standard: str) -> Sequence[Change]:
    """The journal's entries about this national standard or, by its undated designation, international work.

    Newest first; what was recorded before the national number lost or got its /T is among them.
    """
    names = either_binding(standard)
    entries = {one.id: one for name in names for one in session.store.history((name, ""))}
    entries |= {one.id: one for one in session.store.history() if one.action is Action.MERGE}
    told = told_apart(entries[number] for number in sorted(entries, reverse=True))
    return [one for one in told if any(row.key[0] in names for row in one.rows)]


def row_to_take_back(changes: Sequence[Change], change: Change) -> RowChange | None:
    """The one decision of a step that still stands and can be taken back by itself; None when there is none.

    `changes` is the journal from its newest step at least down to this one.
    """
    if change.is_joined or len(change.rows) != 1 or change.action not in (Action.DECIDE, Action.REDO):
        return None
    (row,) = change.rows
    newest = next(one for one in changes if any(_is_same(row, other) for other in one.rows))
    return row if newest.id == change.id and row.subject is Subject.DECISION and row.after is not None else None


def _is_same(row: RowChange, other: RowChange) -> bool:
    return row.subject is other.subject and row.key == other.key


def _with_changed(change: Change) -> tuple[Change, Changed]:
    keys = tuple(row.key for row in change.rows)
    return change, changed(Part.DECISIONS, Part.APPLICABILITY, Part.COMPARISONS, keys=keys)
