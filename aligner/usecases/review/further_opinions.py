"""Opinions of a third reviewer and of all who follow: kept by reviewer, beside the decision and the second opinion."""

from collections import defaultdict
from collections.abc import Iterable

from aligner.domain.change import RowChange, Subject
from aligner.domain.errors import AlignerError
from aligner.domain.pairs.decision import Decision, Verdict
from aligner.domain.pairs.further_opinion import FurtherOpinion
from aligner.domain.text import N_
from aligner.usecases.project.journal_rows import JournalRows
from aligner.usecases.project.session import Session


def refuse_own_second(session: Session, decision: Decision) -> None:
    """An opinion beside a decision comes from somebody else than who decided. Raises AlignerError."""
    firsts = session.decisions_by_key().values()
    if any(one.national == decision.national and one.reviewer == decision.reviewer for one in firsts):
        raise AlignerError(
            N_("You have decided on {national} yourself; the second opinion must come from somebody else."),
            national=decision.national,
        )


def is_further(session: Session, decision: Decision) -> bool:
    """Whether somebody else has given the second opinion on this standard already."""
    seconds = session.second_opinions_by_key().values()
    return any(one.national == decision.national and one.reviewer != decision.reviewer for one in seconds)


def further_rows(session: Session, opinions: Iterable[Decision]) -> list[RowChange]:
    """The rows of the journal that add these words to what their reviewers say already."""
    said: dict[tuple[str, str], list[Decision]] = defaultdict(list)
    for one in opinions:
        said[one.national, one.reviewer].append(one)
    if not said:
        return []
    standing = session.further_opinions_by_key()
    rows_of = JournalRows(session, Subject.FURTHER_OPINION, session.recorded.further_opinions())
    rows = []
    for key, words in said.items():
        before = standing.get(key)
        by_work = {one.work: one for one in before.decisions} if before else {}
        for one in words:
            if one.verdict is Verdict.CONFIRMED:
                by_work.pop("", None)
            if one.verdict is Verdict.NO_COUNTERPART:
                by_work = {work: other for work, other in by_work.items() if other.verdict is not Verdict.CONFIRMED}
            by_work[one.work] = one
        after = FurtherOpinion(*key, tuple(one for _, one in sorted(by_work.items())))
        if after != before:
            rows += rows_of.put(key, after)
    return rows
