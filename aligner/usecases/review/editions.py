"""The edition that a national standard adopts, as a reviewer sees it beside a pair and can choose it."""

from dataclasses import dataclass

from aligner.domain.catalogue import Level
from aligner.domain.pairs.adopted import UNKNOWN, AdoptedEdition, is_younger, published_of
from aligner.domain.pairs.decision import Decision
from aligner.usecases.project.session import Session


@dataclass(frozen=True, slots=True)
class EditionChoice:
    """The adopted edition as recorded, else as the rule tells it, and the editions it could be, newest first.

    `younger` are those that appeared after the national standard: they can be chosen, but are never presumed.
    """

    adopted: AdoptedEdition
    editions: tuple[str, ...]
    younger: frozenset[str]


NO_CHOICE = EditionChoice(UNKNOWN, (), frozenset())


def edition_choice(session: Session, national: str, work: str, decision: Decision | None = None) -> EditionChoice:
    """What can be chosen for this pair; NO_CHOICE when a side is in no catalogue."""
    position, row = session.works().position(work), session.numbers().row(national)
    if position is None or row is None:
        return NO_CHOICE
    works, published = session.works(), published_of(session.standards(Level.NATIONAL), row)
    adopted = adopted_in(session, national, work, decision)
    listed = _editions(session, position)
    editions = listed if not adopted.designation or adopted.designation in listed else (adopted.designation, *listed)
    return EditionChoice(adopted, editions, frozenset(one for one in editions if is_younger(works, one, published)))


def adopted_in(session: Session, national: str, work: str, decision: Decision | None = None) -> AdoptedEdition:
    """The edition recorded with a decision, else the one that the statement or the dates tell."""
    if decision is not None:
        return session.listed().adopted(decision)
    return session.listed().adopted_by(session.numbers().row(national), session.works().position(work))


def _editions(session: Session, position: int) -> tuple[str, ...]:
    """Base and consolidated editions of a work, newest first."""
    works = session.works()
    rows = {
        row: works.published[row]
        for edition in works.works[position].editions
        for row in (edition.row, *(one for one in edition.variants if "+" in works.designations[one]))
    }
    return tuple(works.designations[row] for row in sorted(rows, key=lambda row: rows[row], reverse=True))
