"""What is worth checking about adoptions that count, and about works, by the kinds of domain.md 8.12."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from aligner.domain.applicability import ApplicabilityVerdict
from aligner.domain.degree import is_adoption
from aligner.domain.pairs.adopted import is_younger, published_of
from aligner.domain.pairs.candidate import EditionState
from aligner.domain.pairs.decision import Coverage
from aligner.domain.text import N_
from aligner.indicators.counting.count import Counting
from aligner.indicators.counting.links import Link
from aligner.indicators.figures.reasons import UNCONFIRMED_DRAFT

EXPIRED: Final = N_("a new edition appeared after the verdict: judge it again")
CHANGED: Final = N_("a catalogue row changed after the decision")
YOUNGER: Final = N_("states an edition that was published after the national standard itself")
DUPLICATE: Final = N_("several national standards adopt the same standard in full")
SEVERAL: Final = N_("the national standard adopts several international standards")
OTHER_DELIVERABLE: Final = N_("a document that the counting rules leave out of the denominator")
UNKNOWN: Final = {
    EditionState.AHEAD: N_("cites an edition that is not in the catalogue yet: is the catalogue outdated?"),
    EditionState.UNDATED: N_("cites no edition"),
    None: N_("no catalogue lists the adopted standard"),
}
"""Citations that the catalogues do not reach, by the state of the edition."""


@dataclass(frozen=True, slots=True)
class Flags:
    """What is worth checking about each standard: English, marked for translation, by its position."""

    of_national: Mapping[int, tuple[str, ...]]
    of_work: Mapping[int, tuple[str, ...]]


def flags_of(counting: Counting) -> Flags:
    """The flags of every adoption, under both of its standards, and the works whose verdict expired."""
    nationals: dict[int, dict[str, None]] = {}
    works: dict[int, dict[str, None]] = {}
    for kind in KINDS:
        for link, reason in kind(counting):
            nationals.setdefault(link.pairing.national, {})[reason] = None
            if link.pairing.work is not None:
                works.setdefault(link.pairing.work, {})[reason] = None
    for work in counting.universe:
        if has_expired_verdict(counting, work):
            works.setdefault(work, {})[EXPIRED] = None
    return Flags(_tuples(nationals), _tuples(works))


def has_expired_verdict(counting: Counting, work: int) -> bool:
    """Whether a verdict on the work is older than its current edition; "undetermined" is none that could expire."""
    given = counting.inputs.applicability.get(work)
    return given is not None and given.verdict is not ApplicabilityVerdict.UNDETERMINED and counting.is_expired(work)


def _tuples(found: Mapping[int, Mapping[str, None]]) -> dict[int, tuple[str, ...]]:
    return {position: tuple(reasons) for position, reasons in found.items()}


def _changed(counting: Counting) -> Iterator[tuple[Link, str]]:
    """Decisions on standards that changed since, and drafts that were published since. The former still count."""
    for link in counting.links:
        if link.awaits_confirmation and is_adoption(link.pairing.degree):
            yield link, UNCONFIRMED_DRAFT
        elif link.pairing.is_stale:
            yield link, CHANGED


def _unknown_editions(counting: Counting) -> Iterator[tuple[Link, str]]:
    """Citations later than the catalogues know, undated, or of a work that they do not list."""
    return ((link, UNKNOWN[link.state]) for link in counting.valid_links if link.state in UNKNOWN)


def _younger(counting: Counting) -> Iterator[tuple[Link, str]]:
    """Adoptions whose stated edition the dates call impossible, unless a draft was adopted (domain.md 11.1)."""
    national, works = counting.inputs.national, counting.inputs.works
    for link in counting.valid_links:
        cited, published = link.currency.cited, published_of(national, link.pairing.national)
        if cited is not None and not link.is_presumed and is_younger(works, cited.designation, published):
            yield link, YOUNGER


def _duplicates(counting: Counting) -> Iterator[tuple[Link, str]]:
    """Adoptions of works that several national standards adopt in full."""
    ways = counting.ways_covered
    for link in counting.valid_links:
        work = link.pairing.work
        alone = sum(len(way) == 1 for way in ways.get(work, ())) if work is not None else 0
        if link.pairing.coverage is Coverage.FULL and alone > 1:
            yield link, DUPLICATE


def _several_adopted(counting: Counting) -> Iterator[tuple[Link, str]]:
    """Adoptions by national standards that adopt more than one work: real, but exceptional (domain.md 1.2)."""
    works: dict[int, set[int | None]] = {}
    for link in counting.valid_links:
        works.setdefault(link.pairing.national, set()).add(link.pairing.adopted)
    return ((link, SEVERAL) for link in counting.valid_links if len(works[link.pairing.national]) > 1)


def _other_deliverables(counting: Counting) -> Iterator[tuple[Link, str]]:
    """Adoptions of documents in force that are outside the universe: TR, TS, other publishers and filters."""
    universe = set(counting.universe)
    for link in counting.valid_links:
        if link.pairing.work in counting.current and link.pairing.work not in universe:
            yield link, OTHER_DELIVERABLE


KINDS: Final[tuple[Callable[[Counting], Iterator[tuple[Link, str]]], ...]] = (
    _changed,
    _unknown_editions,
    _younger,
    _duplicates,
    _several_adopted,
    _other_deliverables,
)
