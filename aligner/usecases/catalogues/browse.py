"""Look at what a project holds: its standards with their editions, its problems."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from aligner.domain.applicability import Applicability
from aligner.domain.catalogue import Catalogue, Level
from aligner.domain.pairs.decision import Decision
from aligner.domain.problem import Problem
from aligner.domain.standards.table import Table
from aligner.domain.text import N_
from aligner.domain.works.work import Edition, Works
from aligner.usecases.project.counted import national_works
from aligner.usecases.project.session import Session


@dataclass(frozen=True)
class Listing:
    """The standards of one level, and the works they are editions of."""

    level: Level
    table: Table
    works: Works


class Relation(StrEnum):
    """What a document in a chain is to the work."""

    CURRENT = "current"
    EARLIER = "earlier"
    WITHDRAWN = "withdrawn"
    SUPPLEMENT = "supplement"
    PREDECESSOR = "predecessor"
    SUCCESSOR = "successor"


RELATION_NAMES: Final[Mapping[Relation, str]] = {
    Relation.CURRENT: N_("current edition"),
    Relation.EARLIER: N_("earlier edition"),
    Relation.WITHDRAWN: N_("not in force"),
    Relation.SUPPLEMENT: N_("supplement"),
    Relation.PREDECESSOR: N_("predecessor"),
    Relation.SUCCESSOR: N_("successor"),
}


@dataclass(frozen=True, slots=True)
class ChainEdition:
    """One document of a chain of editions; `row` is its position in the table of standards."""

    relation: Relation
    row: int
    designation: str
    title: str
    published: str
    withdrawn: str


def catalogues(session: Session) -> list[Catalogue]:
    """Every loaded catalogue, in the order of loading."""
    return session.store.catalogues()


def listing(session: Session, level: Level) -> Listing:
    """All standards of a level."""
    works = session.works() if level is Level.INTERNATIONAL else session.derived(national_works)
    return Listing(level, session.standards(level), works)


def problems(session: Session, catalogue: int) -> list[Problem]:
    """What was found while the file of this catalogue was read."""
    return session.store.catalogue_problems(catalogue)


def edition_chain(listed: Listing, row: int, at: date) -> list[ChainEdition]:
    """The editions of the work that this standard belongs to, newest first, each followed by its supplements;
    before them what it was split or merged into, after them what it came from. Empty for plans."""
    position = listed.works.work_of_row[row]
    if position is None:
        return []
    work = listed.works.works[position]
    current = listed.works.current(work, at)
    chain = _other_works(listed, listed.works.successors.get(position, ()), Relation.SUCCESSOR)
    for edition in reversed(work.editions):
        chain.append(_link(listed, edition.row, _relation(edition, current)))
        chain += [_link(listed, supplement, Relation.SUPPLEMENT) for supplement in edition.supplements]
    return chain + _other_works(listed, listed.works.predecessors.get(position, ()), Relation.PREDECESSOR)


def decisions_at(session: Session, day: date | None) -> list[Decision]:
    """The decisions as they were at the end of that day (UTC); None for now."""
    return session.store.decisions(as_of=day)


def applicability_at(session: Session, day: date | None) -> list[Applicability]:
    """The applicability verdicts as they were at the end of that day (UTC); None for now."""
    return session.store.applicability(as_of=day)


def _other_works(listed: Listing, positions: tuple[int, ...], relation: Relation) -> list[ChainEdition]:
    works = (listed.works.works[position] for position in positions)
    return [_link(listed, work.editions[-1].row, relation) for work in works if work.editions]


def _relation(edition: Edition, current: Edition | None) -> Relation:
    if current is None:
        return Relation.WITHDRAWN
    return Relation.CURRENT if edition.key == current.key else Relation.EARLIER


def _link(listed: Listing, row: int, relation: Relation) -> ChainEdition:
    table = listed.table
    return ChainEdition(
        relation,
        row,
        table["designation"][row],
        table["title"][row] or table["title_en"][row],
        listed.works.published[row],
        table["withdrawn"][row] or "",
    )
