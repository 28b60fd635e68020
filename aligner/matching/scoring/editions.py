"""Which edition of a work a candidate speaks of, and how that edition stands today."""

from bisect import bisect_right
from collections.abc import Callable
from datetime import date
from functools import cache

from aligner.domain.designation.designation import Designation
from aligner.domain.designation.parser import parse_designation
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
    """A function that gives a work's current edition and, for a national publication date, the presumed state.

    Nothing is stated there: the state is that of the edition which was the newest when the national standard was
    published. This is a rule, not evidence. A work without a published edition is told by its name, without state.
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
        newest = bisect_right(work.editions, published or at.isoformat(), key=_published) - 1
        presumed = work.editions[max(newest, 0)]
        if presumed is not now:  # all earlier editions stand alike
            return (now or work.editions[-1]).designation, state(
                next(one.key for one in work.editions if one is not now), ""
            )
        if not presumed.supplements:
            return presumed.designation, EditionState.CURRENT.value
        return presumed.designation, state(presumed.key, published)

    return tell


def _published(edition: Edition) -> str:
    return edition.published
