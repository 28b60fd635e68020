"""What moved a conversion rate: the works that came into the count, left it, or were converted meanwhile."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from aligner.domain.applicability import ApplicabilityVerdict
from aligner.domain.text import N_
from aligner.indicators.counting.count import Counting
from aligner.indicators.figures.reasons import why

IN_NO_CATALOGUE = N_("not in any catalogue")
NOT_IN_FORCE = N_("no edition in force")
OUTSIDE = N_("outside the bodies, types, committees, fields and dates that count")
LEFT_OUT = {
    ApplicabilityVerdict.NOT_APPLICABLE: N_("judged not applicable"),
    ApplicabilityVerdict.DEFERRED: N_("deferred, which the rules leave out"),
    ApplicabilityVerdict.UNDETERMINED: N_("without a verdict, which the rules leave out"),
}


class Place(StrEnum):
    """Where a work stands in a conversion rate."""

    OUT = "out"  # not in the denominator
    OPEN = "open"  # in the denominator only
    CONVERTED = "converted"  # in the numerator


PLACE_NAMES: Final[Mapping[Place, str]] = {
    Place.OUT: N_("not counted"),
    Place.OPEN: N_("counted, not converted"),
    Place.CONVERTED: N_("converted"),
}


@dataclass(frozen=True, slots=True)
class Movement:
    """A work that stands elsewhere than before; the reasons are English, marked for translation."""

    designation: str
    title: str
    before: Place
    after: Place
    reason_before: str
    reason_after: str


def movements(before: Counting, after: Counting) -> list[Movement]:
    """The works whose place differs between two countings, in the order of the later one, then those that are gone.

    A work is followed by its names, so that a renumbered one is no new one.
    """
    earlier, later = _CountedWorks(before), _CountedWorks(after)
    known = before.inputs.works
    moved: list[Movement] = []
    seen: set[int] = set()
    for work in later.counted():
        then = _same(known.position(name) for name in after.inputs.works.works[work].names)
        if then is not None:
            seen.add(then)
        moved += _movement(earlier, then, later, work)
    for work in earlier.counted():
        if work not in seen:
            now = _same(after.inputs.works.position(name) for name in known.works[work].names)
            moved += _movement(earlier, work, later, now)
    return moved


def _same(positions: Iterator[int | None]) -> int | None:
    return next((position for position in positions if position is not None), None)


def _movement(
    earlier: "_CountedWorks", then: int | None, later: "_CountedWorks", now: int | None
) -> Iterator[Movement]:
    before, after = earlier.place(then), later.place(now)
    if before is after:
        return
    side, work = (later, now) if now in later.counting.current else (earlier, then)
    designation, title = side.label(work)
    yield Movement(designation, title, before, after, earlier.reason(then, before), later.reason(now, after))


class _CountedWorks:
    """Where the works of a counting stand."""

    def __init__(self, counting: Counting) -> None:
        self.counting = counting
        self._covered = counting.headline_covered()
        self._applicable = frozenset(counting.applicable)
        self._universe = frozenset(counting.universe)

    def counted(self) -> tuple[int, ...]:
        """The works in the denominator."""
        return self.counting.applicable

    def place(self, work: int | None) -> Place:
        """Where this work stands."""
        if work not in self._applicable:
            return Place.OUT
        return Place.CONVERTED if work in self._covered else Place.OPEN

    def reason(self, work: int | None, place: Place) -> str:
        """Why it stands there."""
        if work is None:
            return IN_NO_CATALOGUE
        if place is not Place.OUT:
            return why(self.counting, work, is_covered=place is Place.CONVERTED)
        if work not in self.counting.current:
            return NOT_IN_FORCE
        return LEFT_OUT.get(self.counting.verdict(work), OUTSIDE) if work in self._universe else OUTSIDE

    def label(self, work: int | None) -> tuple[str, str]:
        """Designation and title of the edition in force."""
        if work is None or work not in self.counting.current:
            return "", ""
        table, edition = self.counting.inputs.international, self.counting.current[work]
        return edition.designation, table["title_en"][edition.row] or table["title"][edition.row]
