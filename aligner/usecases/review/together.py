"""One thing said about many standards at once: what it would do, then one step for all of it."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from aligner.domain.pairs.candidate import Band
from aligner.domain.pairs.decision import Verdict
from aligner.domain.text import N_
from aligner.usecases.candidates.light import LightCandidate, LightCandidates
from aligner.usecases.project.changed import Changed
from aligner.usecases.project.session import Session
from aligner.usecases.review import notes
from aligner.usecases.review.decide import Opinion, decide


class BulkAction(StrEnum):
    """What is said about many standards at once."""

    NO_COUNTERPART = "no_counterpart"
    REJECT = "reject"
    UNSURE = "unsure"
    FLAG = "flag"
    UNFLAG = "unflag"
    HAND_OVER = "hand_over"


BULK_ACTION_NAMES: Final[Mapping[BulkAction, str]] = {
    BulkAction.NO_COUNTERPART: N_("No counterpart"),
    BulkAction.REJECT: N_("Reject the first candidate"),
    BulkAction.UNSURE: N_("Unsure about the first candidate"),
    BulkAction.FLAG: N_("Flag"),
    BulkAction.UNFLAG: N_("Remove the flag"),
    BulkAction.HAND_OVER: N_("Hand over to"),
}
VERDICTS: Final = {
    BulkAction.NO_COUNTERPART: Verdict.NO_COUNTERPART,
    BulkAction.REJECT: Verdict.REJECTED,
    BulkAction.UNSURE: Verdict.UNSURE,
}
"""What is a decision; the others are notes, of which no figure depends."""


class Spared(StrEnum):
    """Why a standard is left out."""

    DECIDED = "decided"
    NO_CANDIDATE = "no candidate"
    STRONG = "strong candidate"
    SAME = "same"
    CHANGED_MEANWHILE = "changed meanwhile"


SPARED_NAMES: Final[Mapping[Spared, str]] = {
    Spared.DECIDED: N_("already decided"),
    Spared.NO_CANDIDATE: N_("no candidate"),
    Spared.STRONG: N_("has a strong candidate, to be looked at one by one"),
    Spared.SAME: N_("is so already"),
    Spared.CHANGED_MEANWHILE: N_("decided in the meantime"),
}


@dataclass(frozen=True, slots=True)
class BulkRow:
    """One standard that something would be said about; `international` is the candidate it is about, if any."""

    designation: str
    international: str = ""


@dataclass(frozen=True, slots=True)
class BulkPlan:
    """What it would do; nothing is recorded. `name` is to whom the standards are handed, "" for to nobody."""

    action: BulkAction
    rows: tuple[BulkRow, ...]
    left_out: dict[str, Spared]
    name: str = ""

    def reasons(self) -> dict[Spared, int]:
        """How many were left out for each reason, the most frequent first."""
        return dict(Counter(self.left_out.values()).most_common())


@dataclass(frozen=True, slots=True)
class BulkStep:
    """What became of it: `taken` standards; `before` are the notes as they were, None for decisions, which Undo takes
    back."""

    taken: int
    left_out: dict[Spared, int]
    designations: tuple[str, ...]
    before: notes.Notes | None
    changed: Changed | None = None


def plan_together(
    session: Session, candidates: LightCandidates, designations: Iterable[str], action: BulkAction, name: str = ""
) -> BulkPlan:
    """What would be said about these standards of the queue.

    Decisions are for national standards that nobody has decided on, and never against a strong candidate: that one
    has to be looked at.
    """
    decided = {national for national, _ in session.decisions_by_key()}
    flagged, handed = notes.flags(session), notes.handed(session)
    rows: list[BulkRow] = []
    left_out: dict[str, Spared] = {}
    for one in dict.fromkeys(designations):
        if action in VERDICTS:
            offered = candidates.of_national(one)
            reason = Spared.DECIDED if one in decided else _against(offered, action)
            international = offered[0].international if offered and action is not BulkAction.NO_COUNTERPART else ""
        else:
            same = {
                BulkAction.FLAG: one in flagged,
                BulkAction.UNFLAG: one not in flagged,
                BulkAction.HAND_OVER: handed.get(one, "") == name,
            }
            reason, international = Spared.SAME if same[action] else None, ""
        if reason is None:
            rows.append(BulkRow(one, international))
        else:
            left_out[one] = reason
    return BulkPlan(action, tuple(rows), left_out, name)


def do_together(session: Session, planned: BulkPlan, note: str = "") -> BulkStep:
    """Record what was planned. Decisions are one step of the journal, marked as taken in bulk, and leave out what was
    decided since the plan."""
    if planned.action in VERDICTS:
        return _decide(session, planned, note)
    names = tuple(row.designation for row in planned.rows)
    before = notes.all_notes(session)
    if planned.action is BulkAction.HAND_OVER:
        notes.hand_over(session, names, planned.name)
    else:
        notes.set_flags(session, names, flagged=planned.action is BulkAction.FLAG)
    return BulkStep(len(names), planned.reasons(), names, before)


def _decide(session: Session, planned: BulkPlan, note: str) -> BulkStep:
    decided = {national for national, _ in session.decisions_by_key()}
    left = dict(planned.left_out) | {
        row.designation: Spared.CHANGED_MEANWHILE for row in planned.rows if row.designation in decided
    }
    rows = [row for row in planned.rows if row.designation not in decided]
    verdict = VERDICTS[planned.action]
    opinions = [Opinion(row.designation, row.international, verdict, note=note) for row in rows]
    recorded = decide(session, opinions, bulk=True)
    names = tuple(row.designation for row in rows)
    return BulkStep(recorded.taken, dict(Counter(left.values()).most_common()), names, None, recorded.changed)


def _against(offered: Sequence[LightCandidate], action: BulkAction) -> Spared | None:
    if not offered:
        return None if action is BulkAction.NO_COUNTERPART else Spared.NO_CANDIDATE
    is_strong = offered[0].band is Band.STRONG
    return Spared.STRONG if is_strong and action is not BulkAction.UNSURE else None
