"""Which edition of a work a candidate speaks of, and how that edition stands today."""

from bisect import bisect_right
from collections.abc import Callable
from datetime import date
from functools import cache

from aligner.domain.currency import edition_state
from aligner.domain.designation import Designation
from aligner.domain.designation_parser import parse_designation
from aligner.domain.work import Works

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
    def current(position: int) -> str:
        work = works.works[position]
        edition = works.current(work, at) or (work.editions[-1] if work.editions else None)
        return edition.designation if edition else work.key

    @cache
    def state(key: str, published: str) -> str:
        parsed = parse_designation(key)
        if not isinstance(parsed, Designation):
            return ""
        found = edition_state(works, parsed, published, at).state
        return found.value if found else ""

    def tell(position: int, published: str) -> tuple[str, str]:
        editions = works.works[position].editions
        if not editions:
            return current(position), ""
        newest = bisect_right(editions, published or at.isoformat(), key=lambda one: one.published) - 1
        edition = editions[max(newest, 0)]
        return current(position), state(edition.key, published if edition.supplements else "")

    return tell
