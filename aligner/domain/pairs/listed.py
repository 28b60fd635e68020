"""What a decision is on, in the catalogues as they are now: row, edition and work, and whether it is stale."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from aligner.domain.pairs.adopted import (
    UNKNOWN,
    AdoptedEdition,
    EditionBasis,
    adopted_edition,
    is_dated,
    published_of,
)
from aligner.domain.pairs.decision import Decision
from aligner.domain.standards.numbers import NationalNumbers
from aligner.domain.standards.table import Table
from aligner.domain.text import N_
from aligner.domain.works.cited import cited_works
from aligner.domain.works.work import Edition, Work, Works


class Staleness(StrEnum):
    """What happened to one of the two standards since the decision."""

    NATIONAL_CHANGED = "national_changed"
    NATIONAL_GONE = "national_gone"
    INTERNATIONAL_CHANGED = "international_changed"
    INTERNATIONAL_GONE = "international_gone"


STALENESS_NAMES: Final[Mapping[Staleness, str]] = {
    Staleness.NATIONAL_CHANGED: N_("the national standard was changed in its catalogue"),
    Staleness.NATIONAL_GONE: N_("the national standard is no longer in any catalogue"),
    Staleness.INTERNATIONAL_CHANGED: N_("the international standard was changed in its catalogue"),
    Staleness.INTERNATIONAL_GONE: N_("the international standard is no longer in any catalogue"),
}


@dataclass(frozen=True)
class Listed:
    """The standards of both sides as the catalogues list them; national rows and works are positions in their tables.

    A decision keeps the designations it was recorded with; catalogues change, and everything that has to find its
    standards again asks here.
    """

    national: Table
    international: Table
    works: Works
    numbers: NationalNumbers
    _works_of: dict[tuple[str, str], int | None] = field(default_factory=dict, repr=False, compare=False)

    def national_row(self, decision: Decision) -> int | None:
        """The row of its national standard; None when no catalogue has it any more."""
        return self.numbers.row(decision.national)

    def national_name(self, decision: Decision) -> str:
        """The designation under which its national standard is listed now; the recorded one when it is not listed."""
        return self.numbers.name(decision.national)

    def work(self, decision: Decision) -> int | None:
        """The work it is on; None when no catalogue lists it, and for a national standard without counterpart."""
        return self.work_of(decision.international, decision.work)

    def work_of(self, international: str, work: str) -> int | None:
        """The work that was decided on: that of the edition decided on, else the one of this name."""
        if not work:
            return None
        key = (international, work)
        if key not in self._works_of:
            found = self.works.position(international) if international else None
            self._works_of[key] = self.works.position(work) if found is None else found
        return self._works_of[key]

    def edition(self, decision: Decision) -> Edition | None:
        """The edition it is on: the one decided on; of an undated or unlisted one, the last edition of the work."""
        return self.edition_of(decision.international, decision.work)

    def edition_of(self, international: str, work: str) -> Edition | None:
        """The edition of this designation; where it is undated or not listed, the last one of the work."""
        edition = self.works.find_edition(international)
        position = self.work_of(international, work) if edition is None else None
        return edition if position is None else last_edition(self.works.works[position])

    def adopted(self, decision: Decision) -> AdoptedEdition:
        """The edition that it says is adopted: as recorded, else by the statement or the dates (domain.md 11.1)."""
        if decision.basis is not None:
            return AdoptedEdition(decision.edition, decision.basis)
        return self.adopted_by(self.national_row(decision), self.work(decision), decision.international)

    def adopted_by(self, row: int | None, work: int | None, named: str = "") -> AdoptedEdition:
        """The edition of a work that the national standard in this row adopts, where nobody recorded one.

        `named` is the number that was decided on; what is in no catalogue is known by it alone.
        """
        if row is None or work is None:
            return AdoptedEdition(named, EditionBasis.STATED) if named and is_dated(named) else UNKNOWN
        statements = self.national["statements"][row]
        stated = [one.text for text, *_ in statements for one in cited_works(self.works, text)]
        return adopted_edition(self.works, work, stated, published_of(self.national, row), named)

    def staleness(self, decision: Decision) -> tuple[Staleness, ...]:
        """What changed under the decision; empty when its standards are as they were when it was made.

        Both standards are compared by the fingerprint of what identifies them (`Field.identifying`).
        """
        found = []
        row = self.national_row(decision)
        if row is None:
            found.append(Staleness.NATIONAL_GONE)
        elif self.national["fingerprint"][row] != decision.national_fingerprint:
            found.append(Staleness.NATIONAL_CHANGED)
        if decision.work:
            edition = self.edition(decision)
            now = "" if edition is None else self.international["fingerprint"][edition.row]
            if now != decision.international_fingerprint:
                is_gone = edition is None
                found.append(Staleness.INTERNATIONAL_GONE if is_gone else Staleness.INTERNATIONAL_CHANGED)
        return tuple(found)

    def is_stale(self, decision: Decision) -> bool:
        """Whether one of its standards changed, or went, since it was made."""
        return bool(self.staleness(decision))


def last_edition(work: Work) -> Edition | None:
    """The newest edition of a work, in force or not; None when only drafts are known."""
    return work.editions[-1] if work.editions else None
