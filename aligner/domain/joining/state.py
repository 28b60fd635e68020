"""What a journal comes to, as plain values by key; and which of two words was said first."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from aligner.domain.change import Change, Subject

Key = tuple[Subject, str, str]
Values = Mapping[str, Any]
State = dict[Key, Values]
"""What holds under each key. What was joined from other files is no part of it."""

Rank = tuple[str, str, str]

NEVER = "~"
"""Comes after every time."""

BOOKKEEPING = frozenset({Subject.JOINED_FILE, Subject.JOINED_ENTRY})


def state_after(changes: Iterable[Change]) -> State:
    """What holds after these changes, the oldest first."""
    state: State = {}
    for change in changes:
        for row in change.rows:
            key = (row.subject, *row.key)
            if row.subject in BOOKKEEPING:
                continue
            if row.after is None:
                state.pop(key, None)
            else:
                state[key] = row.after
    return state


def text_of(value: object) -> str:
    """One text for equal values."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def rank(values: Values | None) -> Rank:
    """Orders what was said by time, then by reviewer, then by its words: the same in whichever copy one looks."""
    if values is None:
        return (NEVER, "", "")
    return (str(values.get("at") or NEVER), str(values.get("reviewer", "")), text_of(values))


def three_way(base: Any, one: Any, other: Any) -> tuple[bool, Any]:
    """What holds when at most one side changed it, or both did alike: (True, value); else (False, None)."""
    if other in (one, base):
        return True, one
    if one == base:
        return True, other
    return False, None
