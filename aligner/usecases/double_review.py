"""A second reviewer decides without seeing the first: second opinions, where they differ, and how far they agree."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from aligner.domain.change import Action, Change, RowChange, Subject
from aligner.domain.decision import Decision, Verdict
from aligner.domain.double_review import Agreement, DoubleReview, Settlement, agreement, judged_pairs
from aligner.domain.errors import AlignerError
from aligner.domain.text import N_
from aligner.usecases.changed import Changed, Part, changed
from aligner.usecases.session import Session

Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Sight:
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


OPEN_SIGHT = Sight()
"""Everything is seen."""


def opinions_in_sight(session: Session, sight: Sight = OPEN_SIGHT) -> dict[Key, Decision]:
    """What stands before the reviewer's eyes, by (national designation, work): decisions; for a second reviewer,
    the own second opinions and own decisions, and nothing else."""
    decisions = session.decisions_by_key()
    if not sight.is_second:
        return decisions
    own = (
        {key: one for key, one in opinions.items() if one.reviewer == session.reviewer}
        for opinions in (decisions, session.second_opinions_by_key())
    )
    return next(own) | next(own)


def steps_in_sight(session: Session, sight: Sight, *, limit: int | None = None) -> list[Change]:
    """The journal, newest first; for a second reviewer the own steps only."""
    changes = session.store.history(limit=limit)
    return [one for one in changes if one.reviewer == session.reviewer] if sight.is_second else changes


def double_reviews(session: Session) -> dict[str, DoubleReview]:
    """The national standards that two reviewers have decided on, with what each said, by designation.

    Where a third act settled it, the first opinion is the one that stood before.
    """
    seconds = _by_national(session.second_opinions_by_key())
    if not seconds:
        return {}
    firsts = _by_national({key: one for key, one in session.decisions_by_key().items() if key[0] in seconds})
    settlements = session.settlements_by_national()
    found = {}
    for national, second in seconds.items():
        settled = settlements.get(national)
        if settled is not None and settled.second != second:
            settled = None  # the second reviewer has changed an opinion since
        first = settled.first if settled is not None else firsts.get(national, ())
        if first and _reviewers(first).isdisjoint(_reviewers(second)):
            found[national] = DoubleReview(national, first, second, settled)
    return found


def open_differences(session: Session) -> dict[str, DoubleReview]:
    """The national standards on which two reviewers differ and nobody has settled it, by designation."""
    name = one_name(session)
    return {national: one for national, one in double_reviews(session).items() if one.is_open(name)}


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


def one_name(session: Session) -> Callable[[str], str]:
    """Gives one name for all the names that a work has had."""
    works = session.works()

    def name(work: str) -> str:
        position = works.position(work) if work else None
        return work if position is None else works.works[position].key

    return name


def settlement_rows(session: Session, nationals: Iterable[str]) -> list[RowChange]:
    """The rows that settle the open differences about these standards, to be written with what settles them."""
    reviews = open_differences(session)
    at = datetime.now(UTC).isoformat(timespec="seconds")
    rows = []
    for national in dict.fromkeys(nationals):
        if national in reviews:
            before = session.settlements_by_national().get(national)
            after = Settlement(national, reviews[national].first, reviews[national].second, session.reviewer, at)
            rows.append(
                RowChange(Subject.SETTLEMENT, (national, ""), before.to_json() if before else None, after.to_json())
            )
    return rows


def refuse_second(session: Session, decision: Decision) -> None:
    """A second opinion comes from another reviewer than the first, and there is one of each. Raises AlignerError."""
    firsts, seconds = session.decisions_by_key().values(), session.second_opinions_by_key().values()
    if any(one.national == decision.national and one.reviewer == decision.reviewer for one in firsts):
        raise AlignerError(
            N_("You have decided on {national} yourself; the second opinion must come from somebody else."),
            national=decision.national,
        )
    for one in seconds:
        if one.national == decision.national and one.reviewer != decision.reviewer:
            raise AlignerError(
                N_("{reviewer} has given the second opinion on {national} already."),
                reviewer=one.reviewer,
                national=decision.national,
            )


def settle_with_second(session: Session, national: str) -> tuple[Change, Changed]:
    """Let the second opinion stand in the place of the first, as the third act. Raises AlignerError when there is no
    open difference."""
    review = _open_review(session, national)
    at = datetime.now(UTC).isoformat(timespec="seconds")
    standing = {key: one for key, one in session.decisions_by_key().items() if key[0] == national}
    final = {one.key: replace(one, reviewer=session.reviewer, at=at) for one in review.second}
    rows = [
        RowChange(Subject.DECISION, key, one.to_json(), None)
        for key, one in standing.items()
        if key not in final and one.verdict is not Verdict.REJECTED
    ]
    for key, one in final.items():
        before = standing.get(key)
        rows.append(RowChange(Subject.DECISION, key, before.to_json() if before else None, one.to_json()))
    return _settled(session, national, rows)


def settle_with_first(session: Session, national: str) -> tuple[Change, Changed]:
    """Let the first opinion stand, as the third act. Raises AlignerError when there is no open difference."""
    _open_review(session, national)
    return _settled(session, national, [])


def take_back_second(session: Session, national: str, work: str) -> tuple[Change, Changed]:
    """Remove one second opinion of the session's reviewer; the journal keeps it. Raises AlignerError when there is
    none."""
    standing = session.second_opinions_by_key().get((national, work))
    if standing is None or standing.reviewer != session.reviewer:
        raise AlignerError(N_("There is no second opinion of yours on {national} to take back."), national=national)
    row = RowChange(Subject.SECOND_OPINION, standing.key, standing.to_json(), None)
    change = session.store.append(session.reviewer, Action.TAKE_BACK, [row])
    return change, changed(Part.DECISIONS, keys=(standing.key,))


def _open_review(session: Session, national: str) -> DoubleReview:
    review = open_differences(session).get(national)
    if review is None:
        raise AlignerError(N_("There is no open difference about {national} to settle."), national=national)
    return review


def _settled(session: Session, national: str, rows: list[RowChange]) -> tuple[Change, Changed]:
    rows = [*rows, *settlement_rows(session, [national])]
    change = session.store.append(session.reviewer, Action.SETTLE, rows)
    return change, changed(Part.DECISIONS, keys=tuple(row.key for row in rows))


def _by_national(opinions: dict[Key, Decision]) -> dict[str, tuple[Decision, ...]]:
    listed: dict[str, list[Decision]] = defaultdict(list)
    for key in sorted(opinions):
        listed[key[0]].append(opinions[key])
    return {national: tuple(decisions) for national, decisions in listed.items()}


def _reviewers(decisions: Iterable[Decision]) -> set[str]:
    return {one.reviewer for one in decisions}
