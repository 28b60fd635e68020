"""Decisions that were recorded before editions were: each gets its adopted edition and basis, once and in one step."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from typing import Any, Final

from aligner.domain.change import Action, RowChange, Subject
from aligner.domain.errors import Conflict
from aligner.domain.pairs.adopted import EditionBasis
from aligner.domain.pairs.decision import Decision, Verdict
from aligner.domain.problem import Finding
from aligner.domain.text import N_
from aligner.usecases.project.session import Session

PROGRAM: Final = "Aligner"
"""Signs the step: it is nobody's verdict, and no reviewer's undo takes it back by accident."""

BROUGHT: Final = N_(
    "Confirmed pairs whose adopted edition was not recorded: {number}. It is recorded now: {presumed} presumed by the "
    "dates, {stated} as stated, {unknown} unknown. Authors and days of the decisions are unchanged; the history lists "
    "the step."
)


def bring_editions_along(session: Session) -> Finding | None:
    """Record edition and basis of the confirmed pairs and second opinions that have none, by the rule (domain.md 11.1).

    Gives what was done with the counts of the pairs by basis, and lists it among the notices of the session; None when
    there was nothing to do. Pairs of which a standard is in no catalogue are left for the day on which it is. Settled
    differences keep both opinions as they are recorded now. Nothing is written to a project that is only read.
    """
    if session.is_read_only or not _is_needed(session):
        return None
    with_edition = _recorder(session)
    decisions = [(Subject.DECISION, one.key, with_edition(one)) for one in session.recorded.decisions().values()]
    seconds = [
        (Subject.SECOND_OPINION, one.key, with_edition(one)) for one in session.recorded.second_opinions().values()
    ]
    rows = [_row(session, subject, key, after.to_json()) for subject, key, after in [*decisions, *seconds] if after]
    if not rows:
        return None
    rows += _settlement_rows(session, with_edition)
    try:
        session.store.writing().append(PROGRAM, Action.EDITIONS, rows)
    except Conflict:  # another program brings them along at this moment
        return None
    counts = Counter(after.basis for _, _, after in decisions if after)
    values = {basis.value: counts[basis] for basis in EditionBasis}
    finding = Finding("editions_brought_along", BROUGHT, {"number": counts.total(), **values})
    session.tell(finding)
    return finding


def _is_needed(session: Session) -> bool:
    recorded = (*session.recorded.decisions().values(), *session.recorded.second_opinions().values())
    return any(map(_lacks_edition, recorded))


def _lacks_edition(decision: Decision) -> bool:
    return decision.verdict is Verdict.CONFIRMED and decision.basis is None


def _recorder(session: Session) -> Callable[[Decision], Decision | None]:
    """Gives the decision with edition and basis; None when it has them, or when they cannot be told yet."""
    listed = session.listed()

    def with_edition(decision: Decision) -> Decision | None:
        if not _lacks_edition(decision) or listed.national_row(decision) is None or listed.work(decision) is None:
            return None
        adopted = listed.adopted(decision)
        return replace(decision, edition=adopted.designation, basis=adopted.basis)

    return with_edition


def _settlement_rows(session: Session, with_edition: Callable[[Decision], Decision | None]) -> list[RowChange]:
    """Both opinions of a settled difference, with their editions: a settlement holds for exactly these opinions."""
    rows = []
    for settled in session.recorded.settlements().values():
        first, second = (tuple(with_edition(one) or one for one in side) for side in (settled.first, settled.second))
        after = replace(settled, first=first, second=second)
        if after != settled:
            rows.append(_row(session, Subject.SETTLEMENT, settled.key, after.to_json()))
    return rows


def _row(session: Session, subject: Subject, key: tuple[str, str], after: dict[str, Any]) -> RowChange:
    return RowChange(subject, key, session.store.standing(subject, key), after)
