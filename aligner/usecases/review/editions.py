"""The edition that a national standard adopts, as a reviewer sees it beside a pair and can choose it."""

from dataclasses import dataclass

from aligner.domain.catalogue import Level
from aligner.domain.pairs.adopted import (
    UNKNOWN,
    AdoptedEdition,
    EditionBasis,
    adopted_edition,
    is_dated,
    is_younger,
    published_of,
)
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
    position = session.works().position(work)
    row = session.derived(_rows).get(national)
    if position is None or row is None:
        return NO_CHOICE
    works, published = session.works(), published_of(session.standards(Level.NATIONAL), row)
    adopted = adopted_in(session, national, work, decision)
    listed = _editions(session, position)
    editions = listed if not adopted.designation or adopted.designation in listed else (adopted.designation, *listed)
    return EditionChoice(adopted, editions, frozenset(one for one in editions if is_younger(works, one, published)))


def adopted_in(session: Session, national: str, work: str, decision: Decision | None = None) -> AdoptedEdition:
    """The edition that stands with a decision, else the one that the statement or the dates tell."""
    if decision is not None and decision.basis is not None:
        return AdoptedEdition(decision.edition, decision.basis)
    works = session.works()
    position, row = works.position(work), session.derived(_rows).get(national)
    named = decision.international if decision is not None else ""
    if position is None or row is None:
        return AdoptedEdition(named, EditionBasis.STATED) if named and is_dated(named) else UNKNOWN
    table = session.standards(Level.NATIONAL)
    stated = [text for text, *_ in table["statements"][row]]
    return adopted_edition(works, position, stated, published_of(table, row), named)


def _editions(session: Session, position: int) -> tuple[str, ...]:
    """Base and consolidated editions of a work, newest first."""
    works = session.works()
    rows = {
        row: works.published[row]
        for edition in works.works[position].editions
        for row in (edition.row, *(one for one in edition.variants if "+" in works.designations[one]))
    }
    return tuple(works.designations[row] for row in sorted(rows, key=lambda row: rows[row], reverse=True))


def _rows(session: Session) -> dict[str, int]:
    """Position of each national standard, without duplicates."""
    table = session.standards(Level.NATIONAL)
    return {text: row for row, text in enumerate(table["designation"]) if table["duplicate_of"][row] is None}
