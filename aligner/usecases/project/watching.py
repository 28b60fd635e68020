"""What others do in a project while it is open: their steps, and on a server who is on which row."""

from dataclasses import dataclass

from aligner.usecases.project.changed import Changed, Part, changed
from aligner.usecases.project.session import Session

MOST_STEPS = 200
"""When more steps than this came at once, everything is shown anew."""


@dataclass(frozen=True, slots=True)
class Seen:
    """The number of steps in the journal with the hash of the last, and who else is on which row ("" for unknown).

    `keys` are those of the rows that were touched since the look before; empty when it may be all of them.
    """

    head: tuple[int, str]
    others: tuple[tuple[str, str], ...]
    keys: tuple[tuple[str, str], ...] = ()


def look(session: Session, before: Seen | None = None) -> Seen:
    """The project as it is now. Raises AlignerError when it cannot be read, as while a server is gone."""
    head, others = session.store.head(), tuple(session.watch.others())
    newer = head[0] - before.head[0] if before is not None else 0
    changes = session.store.history(limit=newer) if 0 < newer <= MOST_STEPS else []
    return Seen(head, others, tuple(dict.fromkeys(row.key for change in changes for row in change.rows)))


def others_did(session: Session, seen: Seen) -> Changed | None:
    """What the session has not read yet of what was seen; None when it has read everything."""
    if session.recorded.has_read(seen.head):
        return None
    return changed(Part.DECISIONS, Part.APPLICABILITY, Part.COMPARISONS, keys=seen.keys)
