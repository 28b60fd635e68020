"""Two copies of one project become one: looked at first, then written as one step of the journal."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from aligner.domain.catalogue import Catalogue, Level
from aligner.domain.change import Action, Change, RowChange, Subject
from aligner.domain.errors import AlignerError
from aligner.domain.joining.entries import JoinedEntry, JoinedFile, brought, common_state, entries_of
from aligner.domain.joining.join import join, rows_to
from aligner.domain.joining.opinions import Dispute
from aligner.domain.joining.state import state_after
from aligner.domain.problem import Finding
from aligner.domain.text import N_
from aligner.usecases.project.changed import Changed, Part, changed
from aligner.usecases.project.opening import open_project
from aligner.usecases.project.session import Session

IN_COMMON = 0.5
"""Two lists of which this share of the smaller one stands in the other are states of one list."""


@dataclass(frozen=True, slots=True)
class StagedMerge:
    """What merging the other copy would do; nothing is written yet.

    `entries` are the steps that only the other copy has; `rows` what the merging changes here. `disputes` is what the
    copies say differently and somebody has to settle. `findings` say where the two have drifted apart.
    """

    file: JoinedFile
    entries: tuple[JoinedEntry, ...]
    rows: tuple[RowChange, ...]
    disputes: tuple[Dispute, ...]
    findings: tuple[Finding, ...]

    @property
    def is_empty(self) -> bool:
        """Whether everything of the other copy is here already."""
        return not self.rows and not self.steps

    @property
    def steps(self) -> dict[str, int]:
        """How many steps of each reviewer come in."""
        return brought(self.entries)

    @property
    def taken(self) -> int:
        """How many decisions, verdicts and comparisons come in or change here."""
        return sum(row.after is not None for row in self.rows)


@dataclass(frozen=True, slots=True)
class Merged:
    """What was merged; `change` is None when there was nothing to merge."""

    staged: StagedMerge
    change: Change | None
    changed: Changed


def stage_merge(session: Session, address: str) -> StagedMerge:
    """Look at what merging the project at this address would bring. Nothing is written to either.

    Raises AlignerError when it cannot be read, its journal was altered, or it is no copy of this project.
    """
    with open_project(address, session.reviewer, read_only=True) as other:
        if other.store.verify():
            raise AlignerError(
                N_("The journal of “{project}” was altered. Check or restore that project first."), project=address
            )
        here = list(reversed(session.store.history()))
        there = list(reversed(other.store.history()))
        known, entries = entries_of(here), entries_of(there)
        if known.keys().isdisjoint(entries) and not _have_lists_in_common(session, other):
            raise AlignerError(
                N_("“{project}” is not a copy of this project: they have neither steps nor catalogues in common."),
                project=address,
            )
        count, head = other.store.head()
        findings = _drifted(session.store.catalogues(), other.store.catalogues())
    now = state_after(here)
    joined = join(common_state(here, there), now, state_after(there))
    return StagedMerge(
        JoinedFile(Path(address).name, _fingerprint(address, head), count, head),
        tuple(entry for name, entry in entries.items() if name not in known),
        tuple(rows_to(joined.state, now)),
        joined.disputes,
        tuple(findings),
    )


def merge_staged(session: Session, staged: StagedMerge) -> Merged:
    """Write what was looked at, as one step of the session's reviewer. Raises Conflict when this project changed since
    in a way that matters."""
    if staged.is_empty:
        return Merged(staged, None, changed())
    rows = [RowChange(Subject.JOINED_FILE, (staged.file.head, ""), None, staged.file.to_json())]
    rows += [RowChange(Subject.JOINED_ENTRY, (one.hash, ""), None, one.to_json()) for one in staged.entries]
    before = session.store.standing(Subject.JOINED_FILE, (staged.file.head, ""))
    if before is not None:
        rows[0] = RowChange(Subject.JOINED_FILE, rows[0].key, before, staged.file.to_json())
    change = session.store.writing().append(session.reviewer, Action.MERGE, [*rows, *staged.rows])
    return Merged(staged, change, changed(Part.DECISIONS, Part.APPLICABILITY, Part.COMPARISONS))


def merge_project(session: Session, address: str) -> Merged:
    """Join the steps of another copy of this project. Raises as `stage_merge` and `merge_staged`."""
    return merge_staged(session, stage_merge(session, address))


def _fingerprint(address: str, head: str) -> str:
    """The SHA-256 of the file; of a project on a server, the end of its journal."""
    path = Path(address)
    if not path.is_file():
        return head
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _have_lists_in_common(one: Session, other: Session) -> bool:
    """Whether both levels of the two projects hold states of the same lists."""
    return all(_is_in_common(one, other, level) for level in Level)


def _is_in_common(one: Session, other: Session, level: Level) -> bool:
    files = [{each.sha256 for each in _of_level(session, level)} for session in (one, other)]
    if files[0] & files[1]:
        return True
    numbers = [set(session.store.standards(level)["designation"]) for session in (one, other)]
    smaller = min(map(len, numbers))
    return smaller > 0 and len(numbers[0] & numbers[1]) >= IN_COMMON * smaller


def _of_level(session: Session, level: Level) -> list[Catalogue]:
    return [each for each in session.store.catalogues() if each.level is level]


def _drifted(here: Sequence[Catalogue], there: Sequence[Catalogue]) -> list[Finding]:
    """The catalogues that only one of the copies has in this state."""
    known, others = ({(each.level, each.sha256, each.sheet) for each in side} for side in (here, there))
    missing = [each for each in there if (each.level, each.sha256, each.sheet) not in known]
    own = [each for each in here if (each.level, each.sha256, each.sheet) not in others]
    return [
        *(
            Finding(
                "catalogue_only_there",
                N_(
                    "The other copy works on “{file}” as loaded on {day}; lists are not merged. Load it here "
                    "if you need it."
                ),
                {"file": each.file_name, "day": each.loaded_at[:10]},
            )
            for each in missing
        ),
        *(
            Finding(
                "catalogue_only_here",
                N_("The other copy does not have “{file}” as loaded here on {day}."),
                {"file": each.file_name, "day": each.loaded_at[:10]},
            )
            for each in own
        ),
    ]
