"""Adoptions that count and yet deserve a look (domain.md 8.12), each with why."""

from collections.abc import Callable, Iterator
from typing import Final

from aligner.domain.degree import is_adoption
from aligner.domain.pairs.adopted import is_younger, published_of
from aligner.domain.pairs.candidate import EditionState
from aligner.domain.pairs.decision import Coverage
from aligner.domain.text import N_
from aligner.indicators.counting.count import Counting
from aligner.indicators.counting.links import Link
from aligner.indicators.figures.reasons import UNCONFIRMED_DRAFT
from aligner.indicators.plans.worklist import LinkItem, link_item

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


def flagged(counting: Counting) -> list[LinkItem]:
    """The adoptions to look at, kind by kind, what may change a figure first. One that has several flags has several
    lines."""
    return [link_item(counting, link, reason) for kind in KINDS for link, reason in kind(counting)]


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
