"""Find the standard that a person means by a number, as printed, dated or not."""

from dataclasses import dataclass

from aligner.domain.designation.designation import NotUnderstood
from aligner.domain.designation.parser import parse_designation
from aligner.domain.errors import AlignerError
from aligner.domain.text import N_
from aligner.domain.works.work import Edition, Work, Works
from aligner.usecases.project.session import Session


class NationalLookup:
    """National standards by the number that a person gives; an undated one means the edition in force."""

    def __init__(self, session: Session) -> None:
        self._numbers = session.numbers()

    def find(self, text: str) -> int:
        """Row of the standard in the national table. Raises AlignerError when it is unknown or not unique."""
        rows = self._numbers.rows(text)
        if len(rows) == 1:
            return rows[0]
        designation = parse_designation(text)
        if isinstance(designation, NotUnderstood):
            raise AlignerError(N_("“{text}” is not in the national catalogue. Correct the number."), text=text)
        raise AlignerError(
            N_("{text} is not in the national catalogue. Correct the number or load the catalogue that has it.")
            if not rows
            else N_("{text} has several editions in the national catalogue. Add the year."),
            text=str(designation),
        )


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
