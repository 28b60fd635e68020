"""One entry of the journal: who, when, what, before and after."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from aligner.domain.text import N_


class Subject(StrEnum):
    """What a changed row is about; the rest of its key identifies it."""

    DECISION = "decision"  # key: national designation, work ("" for no counterpart)
    APPLICABILITY = "applicability"  # key: work, ""
    COMPARISON = "comparison"  # key: national designation, work
    SECOND_OPINION = "second_opinion"  # key as of a decision; what a second reviewer said without seeing the first
    SETTLEMENT = "settlement"  # key: national designation, ""; the third act on two opinions that differ
    FURTHER_OPINION = "further_opinion"  # key: national designation, reviewer; what a third reviewer says, and so on
    OTHER_APPLICABILITY = "other_applicability"  # key: work, ""; what other copies of the project said, to be settled
    OTHER_COMPARISON = "other_comparison"  # key as of a comparison; the same of compared indicators
    JOINED_FILE = "joined_file"  # key: end of the journal of another copy of the project, ""
    JOINED_ENTRY = "joined_entry"  # key: hash of an entry of that journal, ""


SUBJECT_NAMES: Final[Mapping[Subject, str]] = {
    Subject.DECISION: N_("decision"),
    Subject.APPLICABILITY: N_("applicability"),
    Subject.COMPARISON: N_("comparison"),
    Subject.SECOND_OPINION: N_("second opinion"),
    Subject.SETTLEMENT: N_("settlement"),
    Subject.FURTHER_OPINION: N_("further opinion"),
    Subject.OTHER_APPLICABILITY: N_("other verdict on applicability"),
    Subject.OTHER_COMPARISON: N_("other verdict on indicators"),
    Subject.JOINED_FILE: N_("merged file"),
    Subject.JOINED_ENTRY: N_("merged step"),
}


class Action(StrEnum):
    """What the reviewer did. A new one needs a new schema number (storage): earlier programs cannot read it."""

    DECIDE = "decide"
    APPLICABILITY = "applicability"
    COMPARE = "compare"
    SECOND = "second"  # a second opinion
    SETTLE = "settle"  # a decision that settles what two reviewers differed in
    EDITIONS = "editions"  # the program records the editions of decisions that were made before editions were
    MERGE = "merge"  # the steps of another copy of the project are joined to this one
    TAKE_BACK = "take_back"
    UNDO = "undo"
    REDO = "redo"


ACTION_NAMES: Final[Mapping[Action, str]] = {
    Action.DECIDE: N_("decided"),
    Action.APPLICABILITY: N_("judged applicability"),
    Action.COMPARE: N_("compared indicators"),
    Action.SECOND: N_("gave a second opinion"),
    Action.SETTLE: N_("settled a difference"),
    Action.EDITIONS: N_("recorded adopted editions"),
    Action.MERGE: N_("merged another copy"),
    Action.TAKE_BACK: N_("took back a decision"),
    Action.UNDO: N_("undid a step"),
    Action.REDO: N_("redid a step"),
}
"""What the reviewer of a change did, as said of them afterwards."""


@dataclass(frozen=True, slots=True)
class RowChange:
    """One row before and after; None means that there was none, or is none any more."""

    subject: Subject
    key: tuple[str, str]
    before: dict[str, Any] | None
    after: dict[str, Any] | None


@dataclass(frozen=True, slots=True)
class Change:
    """One step of one reviewer, however many rows it touched.

    `at` is what the clock of the computer said: UTC, ISO 8601. Where that does not fit the entries around it,
    `told_by_order` is the time that their order tells, else "".
    `undoes` is the id of the change that this one reverses (for UNDO and REDO). `hash` is the SHA-256 over the previous
    entry's hash and this entry's content, in hexadecimal.
    """

    id: int
    at: str
    reviewer: str
    action: Action
    rows: tuple[RowChange, ...]
    undoes: int | None
    hash: str
    told_by_order: str = ""
    is_joined: bool = False
    """Whether it was made in another copy of the project: `id` is the entry that brought it, no undo reaches it."""

    @property
    def happened(self) -> str:
        """When it happened: as the clock said, or as the order of the journal tells where the clock was wrong."""
        return self.told_by_order or self.at
