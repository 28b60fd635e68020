"""The edition that a national standard adopts, and what that rests on (domain.md 11.1)."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from aligner.domain.designation.designation import Designation
from aligner.domain.designation.parser import parse_designation
from aligner.domain.errors import AlignerError
from aligner.domain.standards.table import Table
from aligner.domain.text import N_
from aligner.domain.works.work import Works


class EditionBasis(StrEnum):
    """What an adopted edition rests on."""

    STATED = "stated"
    PRESUMED = "presumed"
    UNKNOWN = "unknown"


EDITION_BASIS_NAMES: Final[dict[EditionBasis, str]] = {
    EditionBasis.STATED: N_("stated"),
    EditionBasis.PRESUMED: N_("presumed by date"),
    EditionBasis.UNKNOWN: N_("unknown edition"),
}


@dataclass(frozen=True, slots=True)
class AdoptedEdition:
    """A dated designation, "" when the edition is unknown, and its basis."""

    designation: str
    basis: EditionBasis


UNKNOWN: Final = AdoptedEdition("", EditionBasis.UNKNOWN)


def adopted_edition(
    works: Works, position: int, stated: Iterable[str], published: str, named: str = ""
) -> AdoptedEdition:
    """The edition of the work at `position` that a national standard published on this day adopts.

    `stated` are the designations that the national catalogue states. One of this work decides: with its year it is
    the edition, without one the edition is unknown. `named` is the number a decision was recorded on when nobody chose
    an edition. Proposals name the newest edition, so that one is no evidence and the presumption holds; an older one
    can only have been named on purpose.
    """
    cited = [one for one in stated if works.position(one) == position]
    dated = [one for one in cited if is_dated(one)]
    if dated:
        return AdoptedEdition(named if named in dated else dated[0], EditionBasis.STATED)
    if named and is_dated(named) and not _is_newest(works, position, named):
        return AdoptedEdition(named, EditionBasis.STATED)
    if cited or (named and not is_dated(named)):
        return UNKNOWN
    presumed = presumed_edition(works, position, published)
    return AdoptedEdition(presumed, EditionBasis.PRESUMED) if presumed else UNKNOWN


def chosen_edition(works: Works, position: int, edition: str, basis: EditionBasis | None) -> AdoptedEdition | None:
    """The edition that a reviewer gives with a decision; None when nothing is given and the rule has to tell.

    What is handed in as presumed is presumed anew: the dates may be better known by now. Raises AlignerError when it
    is no edition of this work.
    """
    if basis is EditionBasis.UNKNOWN:
        return UNKNOWN
    if not edition or basis is EditionBasis.PRESUMED:
        return None
    if works.position(edition) != position or not is_dated(edition):
        raise AlignerError(
            N_("“{edition}” is not a dated edition of {work}. Give one, or leave the edition empty."),
            edition=edition,
            work=works.works[position].key,
        )
    return AdoptedEdition(edition, EditionBasis.STATED)


def presumed_edition(works: Works, position: int, published: str) -> str:
    """The newest edition, base or consolidated, published on or before this day; "" when none is old enough.

    This is a rule and no evidence. Where only the year of either standard is known, an edition of the same year is
    not presumed: it may be the younger one.
    """
    editions = [
        (works.published[row], works.designations[row])
        for edition in works.works[position].editions
        for row in (edition.row, *(one for one in edition.variants if "+" in works.designations[one]))
    ]
    old_enough = [(day, name) for day, name in editions if is_published_by(day, published)]
    return max(old_enough, default=("", ""))[1]


def is_younger(works: Works, edition: str, published: str) -> bool:
    """Whether the catalogue shows that an edition appeared after a national standard of this day."""
    found = works.find_edition(edition)
    if found is None or not found.published or not published:
        return False
    known = min(len(found.published), len(published))
    return found.published[:known] > published[:known]


def is_published_by(edition: str, national: str) -> bool:
    """Whether the first day is surely not after the second, as precisely as both are printed; no for empty days."""
    if not edition or not national:
        return False
    known = min(len(edition), len(national))
    if known < len("2016-12"):
        return edition[:4] < national[:4]
    return edition[:known] <= national[:known]


def published_of(national: Table, row: int) -> str:
    """When a national standard was published, as precisely as its catalogue tells: at least the year of its number."""
    year = national["year"][row]
    return national["published"][row] or (str(year) if year else "")


def is_dated(text: str) -> bool:
    """Whether a designation names an edition; a draft with a number of its own does."""
    parsed = parse_designation(text)
    return isinstance(parsed, Designation) and (parsed.year is not None or parsed.is_draft)


def _is_newest(works: Works, position: int, named: str) -> bool:
    """Whether this is the number that a proposal shows; an amendment or a consolidated edition is named on purpose."""
    editions = works.works[position].editions
    return bool(editions) and named in {editions[-1].designation, editions[-1].key}
