"""What cannot stand together, whoever said which half: looked for in the transaction that would bring it about."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from sqlalchemy import Connection

from aligner.domain.change import RowChange, Subject
from aligner.domain.pairs.decision import Decision, confirmed_beside_none
from aligner.storage.tables import standing
from aligner.storage.tables.encoding import decoding

_OPINIONS = (Subject.DECISION, Subject.SECOND_OPINION)


def refuse(connection: Connection, rows: Sequence[RowChange]) -> None:
    """Raise Conflict when these rows, which were written just now, leave a contradiction standing."""
    for subject in _OPINIONS:
        decided = {row.key[0] for row in rows if row.subject is subject and row.after is not None}
        for decisions in _of_each(connection, subject, decided):
            confirmed = confirmed_beside_none(decisions)
            if confirmed is not None:
                raise standing.conflict(*confirmed.key)


def _of_each(connection: Connection, subject: Subject, nationals: set[str]) -> Iterator[Iterable[Decision]]:
    """What stands on each of these national standards."""
    if len(nationals) <= standing.FEW:
        found = (standing.read(connection, subject, first) for first in sorted(nationals))
    else:
        everything = standing.read(connection, subject)
        found = (dict(some) for first, some in groupby(everything.items(), lambda one: one[0][1]) if first in nationals)
    for bodies in found:
        if len(bodies) > 1:
            with decoding():
                yield [Decision.from_json(values) for values in standing.values(bodies.values())]
