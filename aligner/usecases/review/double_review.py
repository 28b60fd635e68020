"""A second reviewer decides without seeing the first: second opinions, where they differ, and how far they agree."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from itertools import chain

from aligner.domain.change import Action, Change, RowChange, Subject
from aligner.domain.clock import stamp
from aligner.domain.errors import AlignerError
from aligner.domain.joining.entries import told_apart
from aligner.domain.pairs.decision import Decision, Verdict
from aligner.domain.pairs.double_review import Agreement, DoubleReview, Settlement, agreement, judged_pairs
from aligner.domain.text import N_
from aligner.usecases.project.changed import Changed, Part, changed
from aligner.usecases.project.journal_rows import JournalRows
from aligner.usecases.project.session import Session

Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Visibility:
    """What the reviewer sees while deciding.

    `scores`: scores, bands, their order and suggested degrees. `is_second`: the reviewer gives second opinions and
    sees no decision of anybody else, and no scores either.
    """

    scores: bool = True
    is_second: bool = False

    @property
    def shows_scores(self) -> bool:
        """Whether anything that the program thinks of a pair may be shown."""
        return self.scores and not self.is_second


ALL_VISIBLE = Visibility()
"""Everything is seen."""


def visible_opinions(session: Session, visibility: Visibility = ALL_VISIBLE) -> dict[Key, Decision]:
    """What stands before the reviewer's eyes, by (national designation, work): decisions; for a second reviewer,
    the own second opinions and own decisions, and nothing else."""
    decisions = session.decisions_by_key()
    if not visibility.is_second:
        return decisions
    further = (words.decisions for words in session.further_opinions_by_key().values())
    opinions = (*decisions.values(), *session.second_opinions_by_key().values(), *chain.from_iterable(further))
    return {one.key: one for one in opinions if one.reviewer == session.reviewer}


def visible_steps(session: Session, visibility: Visibility, *, limit: int | None = None) -> list[Change]:
    """The journal, newest first; for a second reviewer the own steps only."""
    changes = told_apart(session.store.history(limit=limit))
    return [one for one in changes if one.reviewer == session.reviewer] if visibility.is_second else changes


class DoubleReviews:
    """The national standards that two reviewers have decided on, each looked at when it is asked for.

    Where a third act settled it, the first opinion is the one that stood before.
    """

    def __init__(self, session: Session) -> None:
        seconds = session.second_opinions_by_key()
        nationals = {national for national, _ in seconds}
        firsts = session.decisions_by_key() if seconds else {}
        self._seconds = _by_national(seconds)
        self._firsts = _by_national({key: one for key, one in firsts.items() if key[0] in nationals})
        self._settlements = session.settlements_by_national() if seconds else {}
        self._name = one_name(session)

    def nationals(self) -> list[str]:
        """The standards on which there is a second opinion."""
        return list(self._seconds)

    def of(self, national: str) -> DoubleReview | None:
        """What two reviewers said about a standard; None when fewer have."""
        second = _in_order(self._seconds.get(national, ()))
        settled = self._settlements.get(national)
        if settled is not None and settled.second != second:
            settled = None  # the second reviewer has changed an opinion since
        first = settled.first if settled is not None else _in_order(self._firsts.get(national, ()))
        if not first or not second or not _reviewers(first).isdisjoint(_reviewers(second)):
            return None
        return DoubleReview(national, first, second, settled)

    def is_open(self, national: str) -> bool:
        """Whether two reviewers differ about the standard and nobody has settled it."""
        review = self.of(national)
        return review is not None and review.is_open(self._name)

    def agrees(self, national: str) -> bool:
        """Whether two reviewers said the same about the standard."""
        review = self.of(national)
        return review is not None and review.difference(self._name) is None


def double_reviews(session: Session) -> dict[str, DoubleReview]:
    """The national standards that two reviewers have decided on, with what each said, by designation."""
    reviews = DoubleReviews(session)
    return {one.national: one for one in map(reviews.of, reviews.nationals()) if one is not None}


def open_differences(session: Session) -> dict[str, DoubleReview]:
    """The national standards on which two reviewers differ and nobody has settled it, by designation."""
    name = one_name(session)
    return {national: one for national, one in double_reviews(session).items() if one.is_open(name)}


def open_difference(session: Session, national: str) -> DoubleReview | None:
    """What two reviewers said about this standard, when they differ and nobody has settled it; None otherwise."""
    reviews = DoubleReviews(session)
    return reviews.of(national) if reviews.is_open(national) else None


def awaiting(session: Session) -> set[str]:
    """The national standards that somebody else has decided on and nobody has given a second opinion about."""
    seconds = {national for national, _ in session.second_opinions_by_key()}
    decisions = session.decisions_by_key().values()
    own = {one.national for one in decisions if one.reviewer == session.reviewer}
    return {one.national for one in decisions} - seconds - own


def agreement_of(session: Session) -> Agreement:
    """How far two reviewers agree about the pairs that both said something about, before anything was settled."""
    name = one_name(session)
    pairs = (judged_pairs(one.first, one.second, name) for one in double_reviews(session).values())
    return agreement((first, second) for listed in pairs for _, first, second in listed)


def one_name(session: Session) -> Callable[[Decision], str]:
    """Gives one name for the work of a decision, whatever name it was recorded with."""
    listed = session.listed()

    def name(decision: Decision) -> str:
        position = listed.work(decision)
        return decision.work if position is None else listed.works.works[position].key

    return name


def settlement_rows(session: Session, nationals: Iterable[str]) -> list[RowChange]:
    """The rows that settle the open differences about these standards, to be written with what settles them."""
    reviews = DoubleReviews(session)
    at = stamp(session.now())
    recorded = {one.key: one for one in session.recorded.settlements().values()}
    rows_of = JournalRows(session, Subject.SETTLEMENT, recorded)
    rows = []
    for national in dict.fromkeys(nationals):
        review = reviews.of(national)
        if review is not None and reviews.is_open(national):
            settled = Settlement(national, review.first, review.second, session.reviewer, at)
            rows += rows_of.put(settled.key, settled)
    return rows


def settle_with_second(session: Session, national: str) -> tuple[Change, Changed]:
    """Let the second opinion stand in the place of the first, as the third act. Raises AlignerError when there is no
    open difference."""
    return _settled(session, national, rows_upholding_second(session, _open_review(session, national)))


def rows_upholding_second(session: Session, review: DoubleReview) -> list[RowChange]:
    """The rows that put the second opinion on a standard in the place of the first; other rejections stay."""
    at = stamp(session.now())
    standing = {key: one for key, one in session.decisions_by_key().items() if key[0] == review.national}
    final = {one.key: replace(one, reviewer=session.reviewer, at=at) for one in review.second}
    gone = [key for key, one in standing.items() if key not in final and one.verdict is not Verdict.REJECTED]
    rows_of = JournalRows(session, Subject.DECISION, session.recorded.decisions())
    rows = [row for key in gone for row in rows_of.put(key, None)]
    return [*rows, *(row for key, one in final.items() for row in rows_of.put(key, one))]


def settle_with_first(session: Session, national: str) -> tuple[Change, Changed]:
    """Let the first opinion stand, as the third act. Raises AlignerError when there is no open difference."""
    _open_review(session, national)
    return _settled(session, national, [])


def take_back_second(session: Session, national: str, work: str) -> tuple[Change, Changed]:
    """Remove one second opinion of the session's reviewer; the journal keeps it. Raises AlignerError when there is
    none."""
    standing = session.second_opinions_by_key().get((national, work))
    if standing is None or standing.reviewer != session.reviewer:
        raise AlignerError(N_("You have no second opinion on {national} to undo."), national=national)
    rows = JournalRows(session, Subject.SECOND_OPINION, session.recorded.second_opinions()).put(standing.key, None)
    change = session.store.writing().append(session.reviewer, Action.TAKE_BACK, rows)
    return change, changed(Part.DECISIONS, keys=(standing.key,))


def _open_review(session: Session, national: str) -> DoubleReview:
    review = open_difference(session, national)
    if review is None:
        raise AlignerError(N_("There is no open difference about {national} to settle."), national=national)
    return review


def _settled(session: Session, national: str, rows: list[RowChange]) -> tuple[Change, Changed]:
    rows = [*rows, *settlement_rows(session, [national])]
    change = session.store.writing().append(session.reviewer, Action.SETTLE, rows)
    return change, changed(Part.DECISIONS, keys=tuple(row.key for row in rows))


def _by_national(opinions: dict[Key, Decision]) -> dict[str, list[Decision]]:
    listed: dict[str, list[Decision]] = defaultdict(list)
    for (national, _), opinion in opinions.items():
        listed[national].append(opinion)
    return dict(listed)


def _in_order(opinions: Iterable[Decision]) -> tuple[Decision, ...]:
    return tuple(sorted(opinions, key=lambda one: one.work))


def _reviewers(decisions: Iterable[Decision]) -> set[str]:
    return {one.reviewer for one in decisions}
