"""What a work is known from of which no published edition is listed: a draft, or a supplement to an edition that no
list has."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from aligner.domain.catalogue import Level
from aligner.domain.text import N_
from aligner.usecases.project.session import Session


class KnownKind(StrEnum):
    """What kind of document it is known from."""

    DRAFT = "draft"
    SUPPLEMENT = "supplement"


KNOWN_KIND_TEXTS: Final = {
    KnownKind.DRAFT: N_("known only from the draft {designation}"),
    KnownKind.SUPPLEMENT: N_("known only from the supplement {designation}"),
}
ASK_AGAIN: Final = {
    KnownKind.DRAFT: N_(
        "Of {work} only the draft {designation} is listed, no published edition. Confirm again if it is adopted "
        "nevertheless."
    ),
    KnownKind.SUPPLEMENT: N_(
        "Of {work} only the supplement {designation} is listed, no edition. Confirm again if it is adopted "
        "nevertheless."
    ),
}


@dataclass(frozen=True, slots=True)
class KnownFrom:
    """The document that names the work; `row` is its position in the table of international standards."""

    kind: KnownKind
    row: int
    designation: str
    title: str


def known_from(session: Session, work: int | None) -> KnownFrom | None:
    """What this work is known from; None for a work with a published edition, and for one that no list names."""
    if work is None or session.works().works[work].editions:
        return None
    row = session.derived(_rows_of_unpublished).get(work)
    if row is None:
        return None
    table = session.standards(Level.INTERNATIONAL)
    kind = KnownKind.SUPPLEMENT if table["is_supplement"][row] else KnownKind.DRAFT
    return KnownFrom(kind, row, table["designation"][row], table["title"][row] or table["title_en"][row])


def _rows_of_unpublished(session: Session) -> dict[int, int]:
    """The last row of each work without editions, a draft of the work itself before a supplement."""
    works, table = session.works(), session.standards(Level.INTERNATIONAL)
    rows: dict[int, int] = {}
    for row, work in enumerate(works.work_of_row):
        if work is None or works.works[work].editions:
            continue
        known = rows.get(work)
        if known is None or table["is_supplement"][known] or not table["is_supplement"][row]:
            rows[work] = row
    return rows
