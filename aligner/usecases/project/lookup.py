"""Find the standard that a person means by a number, as printed, dated or not."""

from dataclasses import dataclass

from aligner.domain.catalogue import Level
from aligner.domain.designation.designation import Designation, NotUnderstood
from aligner.domain.designation.parser import parse_designation
from aligner.domain.errors import AlignerError
from aligner.domain.standards.fields import Status
from aligner.domain.text import N_
from aligner.domain.works.work import Edition, Work, Works
from aligner.usecases.project.session import Session

_GONE = {Status.WITHDRAWN, Status.SUPERSEDED, Status.DELETED}


class NationalLookup:
    """National standards by designation; an undated one means the edition in force."""

    def __init__(self, session: Session) -> None:
        self._table = session.standards(Level.NATIONAL)
        self._by_designation: dict[str, int] = {}
        self._by_work: dict[str, list[int]] = {}
        for index, designation in enumerate(self._table["designation"]):
            if self._table["duplicate_of"][index] is None:
                self._by_designation[designation] = index
                self._by_work.setdefault(_without_binding(self._table["work"][index]), []).append(index)

    def find(self, text: str) -> int:
        """Row of the standard in the national table. Raises AlignerError when it is unknown or not unique."""
        if text in self._by_designation:
            return self._by_designation[text]
        designation = parse_designation(text)
        if isinstance(designation, NotUnderstood):
            raise AlignerError(N_("“{text}” is not in the national catalogue. Correct the number."), text=text)
        canonical = str(designation)
        if canonical in self._by_designation:
            return self._by_designation[canonical]
        rows = self._same_work(designation)
        if len(rows) != 1:
            raise AlignerError(
                N_("{text} is not in the national catalogue. Correct the number or load the catalogue that has it.")
                if not rows
                else N_("{text} has several editions in the national catalogue. Add the year."),
                text=canonical,
            )
        return rows[0]

    def _same_work(self, designation: Designation) -> list[int]:
        """Rows of this work: of that year, however binding it is; without a year those in force."""
        rows = self._by_work.get(_without_binding(designation.work), [])
        if designation.year is not None:
            return [row for row in rows if self._table["year"][row] == designation.year]
        return [row for row in rows if self._table["status"][row] not in _GONE] or rows


@dataclass(frozen=True, slots=True)
class FoundWork:
    """An international work, the edition that was meant, and the number as decided on.

    `edition` is None when the number is undated or names an edition the catalogue does not know.
    """

    international: str
    name: str  # undated designation as cited; the pair's key
    work: Work
    edition: Edition | None


def find_international(works: Works, text: str) -> FoundWork:
    """The international work that `text` names. Raises AlignerError when no catalogue has it."""
    designation = parse_designation(text)
    work = None if isinstance(designation, NotUnderstood) else works.find(designation)
    if isinstance(designation, NotUnderstood) or work is None:
        raise AlignerError(
            N_("{text} is not in the international catalogues. Correct the number or load the catalogue that has it."),
            text=text,
        )
    edition = works.find_edition(designation) if designation.is_dated else None
    return FoundWork(str(designation), designation.work, work, edition)


def _without_binding(work: str) -> str:
    """GB and GB/T of one number are one work (domain.md 5.2)."""
    return work.replace("/T ", " ", 1) if "/T " in work else work
