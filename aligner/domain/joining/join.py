"""Two states of one project and the one from which both began, joined: the same result in either order."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from aligner.domain.change import RowChange, Subject
from aligner.domain.designation.binding import either_binding
from aligner.domain.joining import opinions
from aligner.domain.joining.opinions import Dispute, joined_opinions
from aligner.domain.joining.state import Key, State, Values
from aligner.domain.joining.verdicts import OTHERS, joined_applicability, joined_comparisons

Group = tuple[Subject, str, str]


@dataclass(frozen=True, slots=True)
class Joined:
    """What holds after the joining, and what the copies say differently."""

    state: State
    disputes: tuple[Dispute, ...]


def join(base: State, one: State, other: State) -> Joined:
    """What both copies come to. Nothing that one of them says is dropped unless the other changed it on purpose."""
    parts: dict[Group, tuple[State, State, State]] = defaultdict(lambda: ({}, {}, {}))
    for side, state in enumerate((base, one, other)):
        for key, values in state.items():
            parts[_group(key)][side][key] = values
    joined: State = {}
    disputes = []
    for (subject, *_), sides in sorted(parts.items()):
        part = _JOINS[subject](*sides)
        joined |= part.state
        if part.dispute is not None:
            disputes.append(part.dispute)
    return Joined(joined, tuple(disputes))


_JOINS = {
    Subject.DECISION: joined_opinions,
    Subject.APPLICABILITY: joined_applicability,
    Subject.COMPARISON: joined_comparisons,
}

_KEPT_WITH = {kept: subject for subject, kept in OTHERS.items()}


def _group(key: Key) -> Group:
    """What has to be joined together: everything about one national standard, one work or one pair."""
    subject, first, second = key
    if subject in opinions.SUBJECTS:
        return (Subject.DECISION, min(either_binding(first)), "")
    return (_KEPT_WITH.get(subject, subject), first, second)


def rows_to(joined: State, now: State) -> list[RowChange]:
    """The rows of the journal after which this state holds in the place of that one."""
    return [
        RowChange(key[0], key[1:], _plain(now.get(key)), _plain(joined.get(key)))
        for key in sorted(joined.keys() | now.keys())
        if joined.get(key) != now.get(key)
    ]


def _plain(values: Values | None) -> dict[str, Any] | None:
    return None if values is None else dict(values)
