"""A review pack that came back: looked at row by row first, then recorded as its reviewer's opinions."""

import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final

from aligner.domain.change import RowChange, Subject
from aligner.domain.errors import AlignerError
from aligner.domain.joining.entries import JoinedFile
from aligner.domain.pairs.decision import Decision, Verdict
from aligner.domain.problem import Problem
from aligner.domain.progress import Progress
from aligner.domain.text import N_
from aligner.readers.small_tables.decisions import DecisionRow
from aligner.readers.small_tables.packs import ReturnedRow, read_pack
from aligner.usecases.project.session import Session
from aligner.usecases.review.decide import Opinion, Recorded, decide
from aligner.usecases.review.hand_in import OnConflict
from aligner.usecases.review.packing import Manifest, States, fingerprint, known_packs


class RowClass(StrEnum):
    """What became of a row on its way."""

    ACCEPTED = "accepted"
    UNCHANGED = "unchanged"  # nothing was filled in
    CHANGED_SINCE = "changed_since"  # the standard, or what was decided on it, is another than when it was sent
    CONFLICTING = "conflicting"  # somebody else has decided differently
    TAMPERED = "tampered"  # what was locked is not what was sent, or the row is missing or there twice
    INCOMPLETE = "incomplete"  # filled in, but no decision
    UNKNOWN = "unknown"  # no row of this pack


ROW_CLASS_NAMES: Final = {
    RowClass.ACCEPTED: N_("accepted"),
    RowClass.UNCHANGED: N_("left empty"),
    RowClass.CHANGED_SINCE: N_("changed since it was sent"),
    RowClass.CONFLICTING: N_("differs from another reviewer"),
    RowClass.TAMPERED: N_("locked cells were altered"),
    RowClass.INCOMPLETE: N_("incomplete"),
    RowClass.UNKNOWN: N_("not in the pack"),
}

TAKEN = frozenset({RowClass.ACCEPTED, RowClass.CONFLICTING})
"""What is recorded; a conflicting row as an opinion beside the other reviewer's decision."""


@dataclass(frozen=True, slots=True)
class StagedRow:
    """One row of the list before anything is written; `row` is that of the sheet, None for a missing one."""

    row: int | None
    national: str
    kind: RowClass
    decision: DecisionRow | None = None
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class StagedPack:
    """What recording the pack would do; nothing is written yet."""

    file: JoinedFile
    reviewer: str
    rows: tuple[StagedRow, ...]

    @property
    def counts(self) -> Counter[RowClass]:
        """How many rows there are of each class."""
        return Counter(row.kind for row in self.rows)


def stage_pack(session: Session, path: Path, progress: Progress) -> StagedPack:
    """Look at a pack that came back. Raises AlignerError when it is none, or none that this project made."""
    text, rows = read_pack(path, progress)
    manifest = _manifest(session, text, path.name)
    with path.open("rb") as file:
        sha256 = hashlib.file_digest(file, "sha256").hexdigest()
    staged = _classified(session, manifest, rows)
    return StagedPack(JoinedFile(path.name, sha256, len(manifest.rows), manifest.pack), manifest.reviewer, staged)


def record_pack(session: Session, staged: StagedPack, *, with_changed: bool = False) -> Recorded:
    """Record what was accepted, as one step and under the reviewer's name; the journal keeps the file's SHA-256.

    `with_changed` takes the rows, too, whose standard or decision changed since the pack was sent.
    """
    taken = TAKEN | ({RowClass.CHANGED_SINCE} if with_changed else set())
    opinions = [_opinion(row.decision, staged.reviewer) for row in staged.rows if row.kind in taken and row.decision]
    key = (staged.file.sha256, "")
    before = session.store.standing(Subject.JOINED_FILE, key)
    row = RowChange(Subject.JOINED_FILE, key, before, staged.file.to_json())
    return decide(session, opinions, file=staged.file.file, on_conflict=OnConflict.SECOND, with_rows=(row,))


def unpack(session: Session, path: Path, progress: Progress, *, with_changed: bool = False) -> Recorded:
    """Look at a pack and record it at once. Raises as `stage_pack`."""
    return record_pack(session, stage_pack(session, path, progress), with_changed=with_changed)


def _manifest(session: Session, text: str, file: str) -> Manifest:
    try:
        manifest = Manifest.from_text(text)
    except (ValueError, KeyError, TypeError):
        raise AlignerError(
            N_("{file} is not a review pack, or its hidden sheet is gone. Ask for the file as it was sent."),
            file=file,
        ) from None
    known = known_packs(session).get(manifest.pack)
    if known is None:
        raise AlignerError(N_("{file} is a review pack of another project, or of another copy of it."), file=file)
    if known[0] != fingerprint(manifest.to_text()):
        raise AlignerError(
            N_(
                "The hidden sheet of {file} was altered; nothing in it can be trusted. Ask for the file as it was sent."
            ),
            file=file,
        )
    return manifest


def _classified(session: Session, manifest: Manifest, rows: Sequence[ReturnedRow]) -> tuple[StagedRow, ...]:
    sent = {row.national: row for row in manifest.rows}
    times = Counter(row.shown[0] for row in rows)
    states, decisions = States(session), _decided(session)
    staged = []
    for row in rows:
        national = row.shown[0]
        known = sent.get(national)
        if known is None:
            kind = RowClass.UNKNOWN
        elif fingerprint(*map(_plain, row.shown)) != known.shown or times[national] > 1 or _is_moved(row):
            kind = RowClass.TAMPERED
        elif not row.is_filled:
            kind = RowClass.UNCHANGED
        elif row.decision is None:
            kind = RowClass.INCOMPLETE
        elif states.of(national) != known.state:
            kind = RowClass.CHANGED_SINCE
        else:
            kind = _against(row.decision, manifest.reviewer, decisions.get(national, ()))
        staged.append(StagedRow(row.row, national, kind, row.decision, row.problems))
    missing = [StagedRow(None, name, RowClass.TAMPERED) for name in sent if not times[name]]
    return (*staged, *missing)


def _plain(text: str) -> str:
    """The text of a cell as it was written: spreadsheets write line ends in ways of their own."""
    return text.replace("_x000D_", "").replace("\r\n", "\n").replace("\r", "\n")


def _is_moved(row: ReturnedRow) -> bool:
    """Whether the decision is on another standard than the one that the row shows."""
    return row.decision is not None and row.decision.printed.get("national", "") != row.shown[0]


def _decided(session: Session) -> dict[str, list[Decision]]:
    decided: dict[str, list[Decision]] = {}
    for one in session.decisions_by_key().values():
        decided.setdefault(one.national, []).append(one)
    return decided


def _against(said: DecisionRow, reviewer: str, standing: Sequence[Decision]) -> RowClass:
    """Whether somebody else's decision on this standard says something else."""
    others = [one for one in standing if one.reviewer != reviewer and one.verdict is not Verdict.REJECTED]
    same = [one for one in others if (one.work, one.verdict, one.degree) == (said.work, said.verdict, said.degree)]
    return RowClass.CONFLICTING if others and not same else RowClass.ACCEPTED


def _opinion(row: DecisionRow, reviewer: str) -> Opinion:
    return Opinion(
        row.national,
        row.international,
        row.verdict,
        row.degree,
        row.coverage,
        row.joint,
        row.reason,
        row.note,
        row.edition,
        row.basis,
        row.row,
        reviewer,
    )
