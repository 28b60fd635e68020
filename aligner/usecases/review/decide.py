"""Record what reviewers decide on pairs."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from aligner.domain.catalogue import Level
from aligner.domain.change import Action, Change, RowChange, Subject
from aligner.domain.clock import stamp
from aligner.domain.degree import Degree
from aligner.domain.errors import AlignerError, Conflict
from aligner.domain.pairs.adopted import (
    AdoptedEdition,
    EditionBasis,
    chosen_edition,
    is_younger,
    published_of,
)
from aligner.domain.pairs.decision import VERDICT_NAMES, Coverage, Decision, Verdict
from aligner.domain.problem import Problem, Severity, problem_of
from aligner.domain.progress import Progress
from aligner.domain.text import N_
from aligner.readers.small_tables.decisions import DecisionRow, read_decisions
from aligner.usecases.project.changed import NOTHING_CHANGED, Changed, Part, changed
from aligner.usecases.project.journal_rows import JournalRows
from aligner.usecases.project.lookup import NationalLookup, find_international
from aligner.usecases.project.session import Session
from aligner.usecases.review.double_review import settlement_rows
from aligner.usecases.review.further_opinions import further_rows, is_further, refuse_own_second
from aligner.usecases.review.hand_in import OnConflict, conflict, is_of_another


@dataclass(frozen=True, slots=True)
class Opinion:
    """What a reviewer says about a pair, before it is recorded; `international` is "" for NO_COUNTERPART."""

    national: str
    international: str
    verdict: Verdict
    degree: Degree | None = None
    coverage: Coverage = Coverage.FULL
    joint: str = ""
    reason: str = ""
    note: str = ""
    edition: str = ""
    basis: EditionBasis | None = None
    """The adopted edition, where the reviewer says it; else the rule of domain.md 11.1 tells it."""
    row: int | None = None
    """Where it stands in the file it was read from."""
    reviewer: str = ""
    """Who says it, when that is not the session's reviewer."""
    at: str = ""
    """When it was said (UTC), when that is not now."""


@dataclass(frozen=True, slots=True)
class Recorded:
    """What became of the rows of one hand-in: `taken` were recorded as one step, `same` stood so already."""

    taken: int
    same: int
    problems: list[Problem]
    change: Change | None
    changed: Changed


def decide_file(
    session: Session,
    path: Path,
    progress: Progress,
    *,
    on_conflict: OnConflict = OnConflict.LIST,
    preview: bool = False,
) -> Recorded:
    """Record the decisions of a csv or xlsx file; rows that cannot be taken are reported, the others are kept.

    Rows that name a reviewer and a time keep them. `on_conflict` and `preview` as in `decide`.
    """
    rows, problems = read_decisions(path, progress)
    recorded = decide(session, rows, file=path.name, on_conflict=on_conflict, preview=preview)
    return replace(recorded, problems=[*problems, *recorded.problems])


NOTHING_UPHELD: Final[Mapping[str, Sequence[RowChange]]] = {}

Shown = Mapping[tuple[str, str], Decision]
"""The decisions that a reviewer had before the eyes, by pair."""


def decide_pair(
    session: Session, opinion: Opinion, shown: Shown | None = None, *, second: bool = False, settles: bool = False
) -> Recorded:
    """Record one decision of the session's reviewer. Raises AlignerError when it cannot be taken.

    With `shown`, it is refused when something else stands on the pair now: another reviewer decided meanwhile.
    `second` and `settles` as in `decide`.
    """
    recorded = decide(session, [opinion], shown=shown, second=second, settles=settles)
    for problem in recorded.problems:
        if problem.severity is not Severity.LEFT_OUT:
            continue
        raise AlignerError(problem.template, **problem.values)
    return recorded


def decide(
    session: Session,
    rows: Sequence[DecisionRow | Opinion],
    *,
    file: str = "",
    bulk: bool = False,
    shown: Shown | None = None,
    second: bool = False,
    settles: bool = False,
    on_conflict: OnConflict | None = None,
    upheld: Mapping[str, Sequence[RowChange]] = NOTHING_UPHELD,
    preview: bool = False,
    with_rows: Sequence[RowChange] = (),
) -> Recorded:
    """Record decisions as one step of the session's reviewer; one undo takes all of them back.

    `second`: they are second opinions, and no decision of anybody else is touched. `settles`: both opinions were
    seen, and what is decided here settles in what they differ. `on_conflict`: what becomes of rows that differ from
    what another reviewer has decided or an earlier row says; None where the reviewer saw what stands. `upheld`: what
    one of two opinions on a national standard makes of the decisions, recorded and settled in the same step.
    `preview`: nothing is recorded, only what would be is told. `with_rows` are written with what is recorded.
    """
    resolver = _DecisionMaker(session, bulk=bulk)
    standing = session.second_opinions_by_key() if second else session.decisions_by_key()
    confirmed = _confirmed_by_national(standing.values())
    wanted: dict[tuple[str, str], tuple[Decision, int | None]] = {}
    beside: dict[tuple[str, str], Decision] = {}
    problems: list[Problem] = []
    for row in rows:
        try:
            decision = resolver.resolve(row)
            other = _of_another(decision, wanted, standing) if on_conflict else None
            if on_conflict is OnConflict.SECOND and other is not None:
                refuse_own_second(session, decision)
                beside[decision.key] = decision
                continue
            if on_conflict is OnConflict.LIST and other is not None and not _agree(other, decision):
                problems.append(_listed(decision, other, file, row.row))
                continue
            if second:
                refuse_own_second(session, decision)
                if is_further(session, decision):
                    beside[decision.key] = decision
                    continue
            _refuse_contradiction(decision, confirmed)
            _refuse_unseen(decision, standing, shown)
        except AlignerError as error:
            problems.append(problem_of(error, "decision_not_taken", file=file, row=row.row))
            continue
        for key in _overruled(decision):
            if key in wanted:
                problems.append(_decided_twice(decision, file, row.row, wanted.pop(key)[1]))
        if resolver.is_adopted_early(decision):
            problems.append(_adopted_early(decision, file, row.row))
        wanted[decision.key] = (decision, row.row)
        _follow(decision, confirmed)
    recorded = session.recorded.second_opinions() if second else session.recorded.decisions()
    rows_of = JournalRows(session, Subject.SECOND_OPINION if second else Subject.DECISION, recorded)
    changes = _row_changes([decision for decision, _ in wanted.values()], standing, rows_of)
    changes += _rows_beside(session, list(beside.values()))
    taken = sum(row.after is not None for row in changes)
    settles = settles or on_conflict is OnConflict.SETTLE
    settled = settlement_rows(session, [*(national for national, _ in wanted), *upheld]) if settles else []
    is_second = second or (bool(beside) and all(row.subject in BESIDE for row in changes))
    action = Action.SECOND if is_second else Action.SETTLE if settled else Action.DECIDE
    changes += [*(row for rows in upheld.values() for row in rows), *settled]
    if preview:
        return Recorded(taken, len(wanted) + len(beside) - taken, problems, None, NOTHING_CHANGED)
    change = session.store.writing().append(session.reviewer, action, [*with_rows, *changes]) if changes else None
    keys = tuple(row.key for row in changes)
    return Recorded(taken, len(wanted) + len(beside) - taken, problems, change, changed(Part.DECISIONS, keys=keys))


def take_back(session: Session, national: str, work: str) -> tuple[Change, Changed]:
    """Remove one standing decision, whoever made it; the journal keeps it. Raises AlignerError when none stands."""
    standing = session.decisions_by_key().get((national, work))
    if standing is None:
        raise AlignerError(N_("There is no decision on {national} to undo."), national=national)
    rows = JournalRows(session, Subject.DECISION, session.recorded.decisions()).put(standing.key, None)
    change = session.store.writing().append(session.reviewer, Action.TAKE_BACK, rows)
    return change, changed(Part.DECISIONS, keys=(standing.key, *(row.key for row in rows)))


class _DecisionMaker:
    """Turns rows of a form into decisions on standards of the catalogues."""

    def __init__(self, session: Session, *, bulk: bool) -> None:
        self._reviewer = session.reviewer
        self._bulk = bulk
        self._at = stamp(session.now())
        self._works = session.works()
        self._listed = session.listed()
        self._lookup = session.derived(NationalLookup)
        self._national = session.standards(Level.NATIONAL)
        self._international = session.standards(Level.INTERNATIONAL)

    def resolve(self, row: DecisionRow | Opinion) -> Decision:
        """The decision this row states. Raises AlignerError when it names what is unknown or lacks a degree."""
        if row.verdict is Verdict.CONFIRMED and row.degree is None:
            raise AlignerError(N_("Confirmed without a degree. Give IDT, MOD or NEQ."))
        index = self._lookup.find(row.national)
        decision = Decision(
            national=self._national["designation"][index],
            international="",
            work="",
            verdict=row.verdict,
            reason=row.reason,
            note=row.note,
            reviewer=row.reviewer or self._reviewer,
            at=row.at or self._at,
            bulk=self._bulk,
            national_fingerprint=self._national["fingerprint"][index],
        )
        return decision if row.verdict is Verdict.NO_COUNTERPART else self._with_counterpart(decision, row)

    def _with_counterpart(self, decision: Decision, row: DecisionRow | Opinion) -> Decision:
        found = find_international(self._works, row.international)
        confirmed = row.verdict is Verdict.CONFIRMED
        decided = replace(decision, international=found.international, work=found.name)
        adopted = self._adopted(decided, row) if confirmed else None
        edition = self._listed.edition(decided)
        return replace(
            decided,
            degree=row.degree if confirmed else None,
            coverage=row.coverage if confirmed else Coverage.FULL,
            joint=row.joint if confirmed else "",
            international_fingerprint=self._international["fingerprint"][edition.row] if edition else "",
            edition=adopted.designation if adopted else "",
            basis=adopted.basis if adopted else None,
        )

    def _adopted(self, decided: Decision, row: DecisionRow | Opinion) -> AdoptedEdition:
        position = self._listed.work(decided)
        assert position is not None  # noqa: S101 - the work was found
        return chosen_edition(self._works, position, row.edition, row.basis) or self._listed.adopted(decided)

    def is_adopted_early(self, decision: Decision) -> bool:
        """Whether the edition that a reviewer gives appeared after the national standard: possible, but rare."""
        if decision.basis is not EditionBasis.STATED:
            return False
        published = published_of(self._national, self._lookup.find(decision.national))
        return is_younger(self._works, decision.edition, published)


def _confirmed_by_national(decisions: Iterable[Decision]) -> dict[str, dict[str, str]]:
    """The international standard of each confirmed pair, by national designation and work."""
    confirmed: dict[str, dict[str, str]] = {}
    for decision in decisions:
        _follow(decision, confirmed)
    return confirmed


def _follow(decision: Decision, confirmed: dict[str, dict[str, str]]) -> None:
    counterparts = confirmed.setdefault(decision.national, {})
    if decision.verdict is Verdict.CONFIRMED:
        counterparts[decision.work] = decision.international
    else:
        counterparts.pop(decision.work, None)


def _refuse_contradiction(decision: Decision, confirmed: dict[str, dict[str, str]]) -> None:
    """ "No counterpart" cannot stand beside a confirmed one; whoever means it rejects the counterpart first."""
    if decision.verdict is Verdict.NO_COUNTERPART:
        for international in confirmed.get(decision.national, {}).values():
            raise AlignerError(
                N_("{national} has a confirmed counterpart, {international}. Reject that pair first."),
                national=decision.national,
                international=international,
            )


def _overruled(decision: Decision) -> set[tuple[str, str]]:
    """The keys of what cannot stand beside this decision: the same pair, and "no counterpart" beside a counterpart."""
    return {decision.key, (decision.national, "")} if decision.verdict is Verdict.CONFIRMED else {decision.key}


def _of_another(
    decision: Decision, wanted: Mapping[tuple[str, str], tuple[Decision, int | None]], standing: Shown
) -> Decision | None:
    """What another reviewer says about the same, in an earlier row or on record."""
    for key in sorted(_overruled(decision), reverse=True):
        before = wanted[key][0] if key in wanted else standing.get(key)
        if before is not None and is_of_another(before, decision.reviewer):
            return before
    return None


def _agree(one: Decision, other: Decision) -> bool:
    """Whether two reviewers say the same, whoever said it when and whatever the standards were like then."""
    return _verdict_of(one) == _verdict_of(other)


def _verdict_of(decision: Decision) -> Decision:
    return replace(decision, reviewer="", at="", bulk=False, national_fingerprint="", international_fingerprint="")


def _listed(decision: Decision, other: Decision, file: str, row: int | None) -> Problem:
    what = " – ".join(name for name in (decision.national, other.international) if name)
    says = (VERDICT_NAMES[other.verdict], *([other.degree.value] if other.degree else []))
    return conflict(what, other, says, file, row)


def _refuse_unseen(decision: Decision, standing: Shown, shown: Shown | None) -> None:
    """What another reviewer decided or took back meanwhile is not written over by one who has not seen it."""
    now = standing.get(decision.key)
    if shown is None or now == shown.get(decision.key):
        return
    if now is None:
        raise Conflict(
            N_("The decision on {national} was taken back in the meantime. Look at the pair and decide again."),
            national=decision.national,
        )
    raise Conflict(
        N_("{reviewer} has decided on {national} in the meantime. Look at the current decision and decide again."),
        reviewer=now.reviewer,
        national=decision.national,
    )


BESIDE = frozenset({Subject.SECOND_OPINION, Subject.FURTHER_OPINION})
"""What is said beside a decision, without touching it."""


def _rows_beside(session: Session, opinions: Sequence[Decision]) -> list[RowChange]:
    """Opinions beside what others decided: whoever is the second to speak gives the second one, the others further
    ones."""
    second = {one.national: one.reviewer for one in session.second_opinions_by_key().values()}
    seconds: list[Decision] = []
    further: list[Decision] = []
    for one in opinions:
        is_second = second.setdefault(one.national, one.reviewer) == one.reviewer
        (seconds if is_second else further).append(one)
    rows_of = JournalRows(session, Subject.SECOND_OPINION, session.recorded.second_opinions())
    rows = _row_changes(seconds, session.second_opinions_by_key(), rows_of) if seconds else []
    return rows + further_rows(session, further)


def _row_changes(
    decisions: Sequence[Decision], standing: dict[tuple[str, str], Decision], rows_of: JournalRows
) -> list[RowChange]:
    changes = []
    for decision in decisions:
        before = standing.get(decision.key)
        if before is not None and (_says_the_same(before, decision) or _is_itself(before, decision)):
            continue
        changes += rows_of.put(decision.key, decision)
        none = standing.get((decision.national, ""))
        if decision.verdict is Verdict.CONFIRMED and none is not None:
            changes += rows_of.put(none.key, None)
    return changes


def _says_the_same(before: Decision, after: Decision) -> bool:
    return replace(before, reviewer="", at="", bulk=False) == replace(after, reviewer="", at="", bulk=False)


def _adopted_early(decision: Decision, file: str, row: int | None) -> Problem:
    return Problem(
        "adopted_early",
        Severity.WARNING,
        N_("{edition} was published after {national}, which is said to adopt it. Check the edition."),
        {"edition": decision.edition, "national": decision.national},
        file=file,
        row=row,
    )


def _is_itself(before: Decision, after: Decision) -> bool:
    """Whether a hand-out comes back as it was: the same words by the same reviewer at the same time.

    It does not become a verdict on what the standards are like by now.
    """
    return (before.reviewer, before.at) == (after.reviewer, after.at) and _agree(before, after)


def _decided_twice(decision: Decision, file: str, row: int | None, earlier: int | None) -> Problem:
    return Problem(
        "decided_twice",
        Severity.WARNING,
        N_("{national} and {work} were already decided in row {earlier}; the later row was used."),
        {"national": decision.national, "work": decision.work or "-", "earlier": earlier or 0},
        file=file,
        row=row,
    )
