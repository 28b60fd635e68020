"""Whether a decision still speaks of the standards that the reviewer saw."""

from enum import StrEnum

from aligner.domain.catalogue import Level
from aligner.domain.errors import AlignerError
from aligner.domain.pairs.decision import Decision
from aligner.usecases.project.lookup import NationalLookup
from aligner.usecases.project.session import Session


class Staleness(StrEnum):
    """What happened to one of the two standards since the decision."""

    NATIONAL_CHANGED = "national_changed"
    NATIONAL_GONE = "national_gone"
    INTERNATIONAL_CHANGED = "international_changed"
    INTERNATIONAL_GONE = "international_gone"


class Freshness:
    """Compares decisions with the catalogues as they are now; made anew when a catalogue was loaded."""

    def __init__(self, session: Session) -> None:
        self._lookup = session.derived(NationalLookup)
        self._works = session.works()
        self._national: list[str] = session.standards(Level.NATIONAL)["fingerprint"]
        self._international: list[str] = session.standards(Level.INTERNATIONAL)["fingerprint"]

    def staleness(self, decision: Decision) -> tuple[Staleness, ...]:
        """What changed under the decision; empty when it stands on the standards as they are now."""
        found = []
        national = self._national_now(decision)
        if national != decision.national_fingerprint:
            found.append(Staleness.NATIONAL_GONE if national is None else Staleness.NATIONAL_CHANGED)
        if decision.work:
            international = self._international_now(decision)
            if (international or "") != decision.international_fingerprint:
                found.append(Staleness.INTERNATIONAL_GONE if international is None else Staleness.INTERNATIONAL_CHANGED)
        return tuple(found)

    def national_row(self, decision: Decision) -> int | None:
        """Position of the national standard in its table; None when no catalogue has it any more."""
        try:
            return self._lookup.find(decision.national)
        except AlignerError:
            return None

    def international_row(self, decision: Decision) -> int | None:
        """Position of the edition decided on, or of the work's last one; None when no catalogue has it any more."""
        edition = self._works.find_edition(decision.international)
        if edition is None:
            work = self._works.find(decision.work)
            edition = work.editions[-1] if work is not None and work.editions else None
        return edition.row if edition is not None else None

    def _national_now(self, decision: Decision) -> str | None:
        row = self.national_row(decision)
        return None if row is None else self._national[row]

    def _international_now(self, decision: Decision) -> str | None:
        row = self.international_row(decision)
        return None if row is None else self._international[row]
