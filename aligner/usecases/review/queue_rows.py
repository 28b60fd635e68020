"""One row of a review's queue: where the review of a standard stands, and what it is worth to go on with it."""

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import Any, Final

from aligner.domain.applicability import Applicability, ApplicabilityVerdict
from aligner.domain.catalogue import Level
from aligner.domain.designation.binding import national_work
from aligner.domain.designation.designation import Designation
from aligner.domain.designation.parser import parse_designation
from aligner.domain.pairs.adopted import published_of
from aligner.domain.pairs.asked import asked_rows
from aligner.domain.pairs.candidate import Band
from aligner.domain.pairs.currency import edition_state
from aligner.domain.pairs.decision import Decision, Verdict
from aligner.domain.text import N_
from aligner.usecases.candidates.light import LightCandidate, LightCandidates
from aligner.usecases.project.session import Session
from aligner.usecases.review.double_review import ALL_VISIBLE, Visibility
from aligner.usecases.review.notes import handed
from aligner.usecases.review.queue_known import claims_all, covers, known_now


class ReviewStatus(StrEnum):
    """Where the review of one standard stands."""

    UNREVIEWED = "unreviewed"
    SUGGESTED = "suggested"  # unreviewed, with a strong candidate
    CONFIRMED = "confirmed"
    STALE = "stale"  # decided, and one of the standards changed since
    DISPUTED = "disputed"  # two reviewers said different things, and nobody has settled it
    CONFLICT = "conflict"  # confirmed, and another national standard claims the whole of the same work
    UNSURE = "unsure"
    NO_COUNTERPART = "no_counterpart"
    NOT_APPLICABLE = "not_applicable"  # of an international work
    DEFERRED = "deferred"  # of an international work


REVIEW_STATUS_NAMES: Final[Mapping[ReviewStatus, str]] = {
    ReviewStatus.UNREVIEWED: N_("unreviewed"),
    ReviewStatus.SUGGESTED: N_("suggested"),
    ReviewStatus.CONFIRMED: N_("confirmed"),
    ReviewStatus.STALE: N_("changed since"),
    ReviewStatus.DISPUTED: N_("two opinions"),
    ReviewStatus.CONFLICT: N_("conflict"),
    ReviewStatus.UNSURE: N_("unsure"),
    ReviewStatus.NO_COUNTERPART: N_("no counterpart"),
    ReviewStatus.NOT_APPLICABLE: N_("not applicable"),
    ReviewStatus.DEFERRED: N_("deferred"),
}


OPEN = frozenset({ReviewStatus.UNREVIEWED, ReviewStatus.SUGGESTED, ReviewStatus.STALE, ReviewStatus.DISPUTED})
"""The next one to review is one of these."""

COLUMNS = (
    "row",
    "designation",
    "title",
    "title_en",
    "status",
    "kinds",
    "flag",
    "best",
    "band",
    "margin",
    "degree",
    "suggested",
    "counterpart",
    "alert",
    "ics",
    "committee",
    "reviewer",
    "priority",
    "extra",
    "handed",
)
"""`best` is (band, score) or None; `degree` the decided one, or the suggested one with " ?"; `row` the position of
the standard in the table of its level; `kinds` its status and what else holds of it: FLAGGED, AWAITING, AGREED;
`extra` the further columns of its list; `handed` who is to review it, "" for nobody in particular."""

FLAGGED = "flagged"
AWAITING = "awaiting"
"""Somebody else has decided, and a second opinion is missing."""
AGREED = "agreed"
"""Two reviewers said the same."""

UNCERTAINTY = {Band.STRONG: 0.15, Band.PROBABLE: 0.75, Band.AMBIGUOUS: 1.0, Band.WEAK: 0.4}
"""4 p (1 - p), roughly, where p is how often a first candidate of the band is right; our decision."""

_LITTLE = 0.05
"""Effect of a decision that cannot move the conversion rate."""

OUT = {
    ApplicabilityVerdict.NOT_APPLICABLE: ReviewStatus.NOT_APPLICABLE,
    ApplicabilityVerdict.DEFERRED: ReviewStatus.DEFERRED,
}
"""Verdicts that take a work out of the denominator, and the status they give it."""


class RowMaker:
    """Makes rows from what stands now. Looks up tables and works once: it is made for each step, not kept."""

    def __init__(
        self,
        session: Session,
        candidates: LightCandidates,
        level: Level,
        flags: Iterable[str],
        visibility: Visibility = ALL_VISIBLE,
    ) -> None:
        self.works = session.works()
        self.known = known_now(session, flags, visibility)
        self._visibility = visibility
        self._candidates = candidates
        self._level = level
        self._table = session.standards(level)
        self._national = session.standards(Level.NATIONAL)
        self._listed = session.listed()
        self._today = session.today()
        self._handed = {session.numbers().name(name): who for name, who in handed(session).items()}

    def row(self, name: str, row: int) -> dict[str, Any]:
        """The row of the standard `name` at this position of its level's table: a value for each of COLUMNS."""
        decisions, offered, judged = self._about(name, row)
        best = self._best(offered, decisions) if self._visibility.shows_scores else None
        nationals = {name} if self._level is Level.NATIONAL else {one.national for one in decisions}
        status = self._status(decisions, best, judged, is_disputed=self.known.is_disputed(nationals))
        main = _main(decisions)
        table = self._table
        return {
            "row": row,
            "designation": name,
            "title": table["title"][row] or table["title_en"][row],
            "title_en": table["title_en"][row],
            "status": status,
            "kinds": [status.value, *self._kinds(name, nationals)],
            "flag": name in self.known.flags,
            "best": (best.band, best.score) if best else None,
            "band": best.band if best else "",
            "margin": best.margin if best else None,
            "degree": _shown_degree(decisions, best),
            "suggested": best.degree if best else "",
            "counterpart": self._counterpart(main, best),
            "alert": self._alert(main, best),
            "ics": table["ics"][row],
            "committee": table["committee"][row],
            "reviewer": main.reviewer if main else (judged.reviewer if judged else ""),
            "priority": self._priority(status, best, judged),
            "extra": table["extra"][row],
            "handed": self._handed.get(name, ""),
        }

    def _kinds(self, name: str, nationals: set[str]) -> list[str]:
        """What holds of the standard beside its status."""
        holds = (
            (FLAGGED, name in self.known.flags),
            (AWAITING, not nationals.isdisjoint(self.known.awaiting)),
            (AGREED, self.known.is_agreed(nationals)),
        )
        return [kind for kind, is_so in holds if is_so]

    def _about(self, name: str, row: int) -> tuple[Sequence[Decision], Sequence[LightCandidate], Applicability | None]:
        """Decisions, candidates and the applicability of one standard of the queue's side."""
        if self._level is Level.NATIONAL:
            return self.known.by_national.get(name, ()), self._candidates.of_national(name), None
        position = self.works.work_of_row[row]
        if position is None:
            return (), (), None
        judged = self.known.applicability.get(position)
        return self.known.by_work.get(position, ()), self._candidates.of_work(position), judged

    def _best(self, offered: Sequence[LightCandidate], decisions: Sequence[Decision]) -> LightCandidate | None:
        """The best candidate that nobody rejected."""
        if not decisions:
            return offered[0] if offered else None
        rejected = {(one.national, self._listed.work(one)) for one in decisions if one.verdict is Verdict.REJECTED}
        return next((one for one in offered if (one.national, one.work) not in rejected), None)

    def _status(
        self,
        decisions: Sequence[Decision],
        best: LightCandidate | None,
        judged: Applicability | None,
        *,
        is_disputed: bool,
    ) -> ReviewStatus:
        settling = [one for one in decisions if one.verdict is not Verdict.REJECTED]
        if any(map(self._listed.is_stale, settling)):
            return ReviewStatus.STALE
        if is_disputed:
            return ReviewStatus.DISPUTED
        confirmed = [one for one in settling if one.verdict is Verdict.CONFIRMED]
        if confirmed:
            return ReviewStatus.CONFLICT if self._is_claimed_twice(confirmed) else ReviewStatus.CONFIRMED
        if judged is not None and judged.verdict in OUT:
            return OUT[judged.verdict]
        if any(one.verdict is Verdict.UNSURE for one in settling):
            return ReviewStatus.UNSURE
        if settling:
            return ReviewStatus.NO_COUNTERPART
        return ReviewStatus.SUGGESTED if best and best.band is Band.STRONG else ReviewStatus.UNREVIEWED

    def _is_claimed_twice(self, confirmed: Sequence[Decision]) -> bool:
        """Whether another national work also adopts the whole of one of these works; editions of one are no rivals."""
        for decision in confirmed:
            position = self._listed.work(decision)
            if position is None or not claims_all(decision):
                continue
            claims = [one for one in self.known.by_work.get(position, ()) if claims_all(one)]
            if len({national_work(one.national) for one in claims}) > 1:
                return True
        return False

    def _counterpart(self, main: Decision | None, best: LightCandidate | None) -> str:
        is_national = self._level is Level.NATIONAL
        if main is not None:
            return (main.international if is_national else main.national) if main.work else ""
        if best is None:
            return ""
        return best.international if is_national else best.national

    def _alert(self, main: Decision | None, best: LightCandidate | None) -> str:
        """State of the edition that is decided on, or proposed."""
        if main is None:
            return best.edition_state if best else ""
        cited = parse_designation(self._listed.adopted(main).designation or main.work) if main.work else None
        if not isinstance(cited, Designation):
            return ""
        row = self._listed.national_row(main)
        published = published_of(self._national, row) if row is not None else ""
        state = edition_state(self.works, cited, published, self._today).state
        return state.value if state else ""

    def _priority(self, status: ReviewStatus, best: LightCandidate | None, judged: Applicability | None) -> float:
        """What a decision does for the conversion rate, times how uncertain it is; 0 for what is settled."""
        if status not in OPEN or best is None:
            return 0.0
        return round(self._effect(best, judged) * UNCERTAINTY[best.band] * best.score / 100, 4)

    def _effect(self, best: LightCandidate, judged: Applicability | None) -> float:
        """1 when the work counts in the denominator by the default rules and nothing covers it yet."""
        if best.work is None:
            return _LITTLE
        work = self.works.works[best.work]
        verdict = judged or self.known.applicability.get(best.work)
        is_out = verdict is not None and verdict.verdict in OUT
        is_covered = covers(self.known.by_work.get(best.work, ()), self._listed)
        counts = work.type == "IS" and self.works.current(work, self._today) is not None
        return 1.0 if counts and not is_out and not is_covered else _LITTLE


def national_rows(session: Session) -> dict[str, int]:
    """Position of each national standard that asks for a review, by designation."""
    national = session.standards(Level.NATIONAL)
    return {national["designation"][row]: row for row in asked_rows(national)}


def _main(decisions: Sequence[Decision]) -> Decision | None:
    """The decision that a row tells of: a confirmed one before others, the strongest degree first."""
    settling = [one for one in decisions if one.verdict is not Verdict.REJECTED]
    return max(settling, key=_weight, default=None)


def _weight(decision: Decision) -> tuple[bool, int]:
    return decision.verdict is Verdict.CONFIRMED, decision.degree.strength if decision.degree else 0


def _shown_degree(decisions: Sequence[Decision], best: LightCandidate | None) -> str:
    confirmed = [one for one in decisions if one.verdict is Verdict.CONFIRMED and one.degree]
    if confirmed:
        return " ".join(dict.fromkeys(str(one.degree) for one in confirmed))
    settled = any(one.verdict in {Verdict.NO_COUNTERPART, Verdict.UNSURE} for one in decisions)
    return f"{best.degree} ?" if best and best.degree and not settled else ""
