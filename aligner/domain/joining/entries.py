"""The steps of another copy of the project: kept word for word, and known again by their hash wherever they went."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Self

from aligner.domain.change import Action, Change, RowChange, Subject
from aligner.domain.joining.state import State, state_after, text_of


@dataclass(frozen=True, slots=True)
class JoinedEntry:
    """One entry of another journal as it is written there; `hash` tells it from every other entry.

    `previous` is the hash of the entry before it, so that it can be checked as in its own journal. The entry of a
    joining is kept without the entries that it joined (`is_whole` False): those are kept by themselves.
    """

    number: int
    at: str
    reviewer: str
    action: Action
    rows: tuple[RowChange, ...]
    undoes: int | None
    previous: str
    hash: str
    is_whole: bool = True

    def to_json(self) -> dict[str, Any]:
        """Plain values, as the journal keeps them."""
        return {
            "number": self.number,
            "at": self.at,
            "reviewer": self.reviewer,
            "action": self.action.value,
            "rows": [[row.subject.value, list(row.key), row.before, row.after] for row in self.rows],
            "undoes": self.undoes,
            "previous": self.previous,
            "hash": self.hash,
            "is_whole": self.is_whole,
        }

    @classmethod
    def from_json(cls, values: Mapping[str, Any]) -> Self:
        """The entry that `to_json` gave."""
        rows = tuple(
            RowChange(Subject(subject), (first, second), before, after)
            for subject, (first, second), before, after in values["rows"]
        )
        return cls(
            values["number"],
            values["at"],
            values["reviewer"],
            Action(values["action"]),
            rows,
            values["undoes"],
            values["previous"],
            values["hash"],
            values["is_whole"],
        )


@dataclass(frozen=True, slots=True)
class JoinedFile:
    """The other copy as it was joined: the name of its file, the SHA-256 of the file, and the end of its journal."""

    file: str
    sha256: str
    entries: int
    head: str

    def to_json(self) -> dict[str, Any]:
        """Plain values, as the journal keeps them."""
        return {"file": self.file, "sha256": self.sha256, "entries": self.entries, "head": self.head}

    @classmethod
    def from_json(cls, values: Mapping[str, Any]) -> Self:
        """The file that `to_json` gave."""
        return cls(values["file"], values["sha256"], values["entries"], values["head"])


def joined_file(change: Change) -> JoinedFile | None:
    """Which file a step joined; None for every other step."""
    rows = (row.after for row in change.rows if row.subject is Subject.JOINED_FILE)
    return next((JoinedFile.from_json(after) for after in rows if after is not None), None)


def joined_entries(change: Change) -> list[JoinedEntry]:
    """The entries of another journal that a step brought in, in their order."""
    rows = (row.after for row in change.rows if row.subject is Subject.JOINED_ENTRY)
    return [JoinedEntry.from_json(after) for after in rows if after is not None]


def told_apart(changes: Iterable[Change]) -> list[Change]:
    """The journal, newest first, as people read it: below each merging the steps that it brought, by whom and when."""
    told: list[Change] = []
    for change in changes:
        brought_in = joined_entries(change)
        if not any(row.subject is Subject.JOINED_ENTRY for row in change.rows):
            told.append(change)
            continue
        rows = tuple(row for row in change.rows if row.subject is not Subject.JOINED_ENTRY)
        told.append(replace(change, rows=rows))
        told += [
            Change(change.id, one.at, one.reviewer, one.action, one.rows, None, one.hash, is_joined=True)
            for one in reversed(brought_in)
        ]
    return told


def entries_of(changes: Sequence[Change]) -> dict[str, JoinedEntry]:
    """Every entry of a journal by its hash: its own, and those that it has joined and not taken back.

    `changes` are the whole journal, the oldest first.
    """
    entries: dict[str, JoinedEntry] = {}
    previous = "0" * 64
    for change in changes:
        for row in change.rows:
            if row.subject is Subject.JOINED_ENTRY and row.after is None:
                entries.pop(row.key[0], None)
        entries |= {one.hash: one for one in joined_entries(change)}
        own = tuple(row for row in change.rows if row.subject is not Subject.JOINED_ENTRY)
        entries[change.hash] = JoinedEntry(
            change.id,
            change.at,
            change.reviewer,
            change.action,
            own,
            change.undoes,
            previous,
            change.hash,
            len(own) == len(change.rows),
        )
        previous = change.hash
    return entries


def common_state(one: Sequence[Change], other: Sequence[Change]) -> State:
    """What both copies had before they went apart; nothing when they never were one.

    The state after the longest beginning of either journal that holds nothing the other does not hold, too.
    """
    known_to_one, known_to_other = set(entries_of(one)), set(entries_of(other))
    beginnings = [_beginning(one, known_to_other), _beginning(other, known_to_one)]
    states = [(count, state_after(changes)) for count, changes in beginnings]
    return max(states, key=lambda found: (found[0], text_of(sorted(map(text_of, found[1].items())))))[1]


def _beginning(changes: Sequence[Change], known: set[str]) -> tuple[int, Sequence[Change]]:
    """The longest beginning of which the other copy knows every entry, and how many entries that are."""
    count = 0
    for position, change in enumerate(changes):
        hashes = [one.hash for one in joined_entries(change) if one.action is not Action.MERGE]
        if change.action is not Action.MERGE:
            hashes.append(change.hash)
        if not known.issuperset(hashes):
            return count, changes[:position]
        count += len(hashes)
    return count, changes


def brought(entries: Iterable[JoinedEntry]) -> dict[str, int]:
    """How many steps each reviewer made, joinings aside."""
    counts: dict[str, int] = {}
    for entry in entries:
        if entry.action is not Action.MERGE:
            counts[entry.reviewer] = counts.get(entry.reviewer, 0) + 1
    return counts
