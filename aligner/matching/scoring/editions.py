"""Which edition of a work a candidate speaks of, and how that edition stands today."""

from collections.abc import Callable
from datetime import date
from functools import cache

from aligner.domain.designation.designation import Designation
from aligner.domain.designation.parser import parse_designation
from aligner.domain.pairs.adopted import presumed_edition
from aligner.domain.pairs.candidate import EditionState
from aligner.domain.pairs.currency import edition_state
from aligner.domain.works.work import Edition, Works

Teller = Callable[[int, str], tuple[str, str]]


def stated_edition(works: Works, stated: str, published: str, at: date) -> tuple[str, str]:
    """The edition that a national catalogue states, as the international catalogue prints it, and its state."""
    parsed = parse_designation(stated)
    if not isinstance(parsed, Designation):
        return stated, ""
    edition = works.find_edition(parsed)
    state = edition_state(works, parsed, published, at).state
    return edition.designation if edition else str(parsed), state.value if state else ""


def presumed_editions(works: Works, at: date) -> Teller:
    """A function that gives a work's current edition and, for a national publication date, the state of the adoption.

    Nothing is stated there: the state is that of the edition presumed by the dates (domain.md 11.1), which is a rule
    and no evidence; it is unknown where no edition is old enough. A work without a published edition is told by its
    name, without state.
    """

    @cache
    def current(position: int) -> Edition | None:
        return works.current(works.works[position], at)

    @cache
    def state(key: str, published: str) -> str:
        parsed = parse_designation(key)
        if not isinstance(parsed, Designation):
            return ""
        found = edition_state(works, parsed, published, at).state
        return found.value if found else ""

    def tell(position: int, published: str) -> tuple[str, str]:
        work, now = works.works[position], current(position)
        if not work.editions:
            return work.key, ""
        shown = (now or work.editions[-1]).designation
        presumed = presumed_edition(works, position, published)
        if not presumed:
            return shown, EditionState.UNDATED.value
        if now is None or presumed not in _names(works, now):
            return shown, state(presumed, "")  # to an earlier edition it makes no difference when it was adopted
        return shown, state(presumed, published) if now.supplements else EditionState.CURRENT.value

    return tell


def _names(works: Works, edition: Edition) -> set[str]:
    return {edition.designation, *(works.designations[row] for row in edition.variants)}
