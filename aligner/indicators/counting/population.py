"""What catalogues and rules give on a day, whatever is decided: made once, however often pairs are counted on it."""

from collections import defaultdict
from collections.abc import Callable, Collection, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, TypeVar

from aligner.domain.counting import CountingRules
from aligner.domain.designation.designation import Supplement
from aligner.domain.pairs.decision import Coverage
from aligner.domain.works.work import Edition
from aligner.indicators.counting.links import Link, link_at
from aligner.indicators.counting.nationals import Nationals, nationals_at
from aligner.indicators.counting.pairings import Catalogued, Pairing, Place
from aligner.indicators.counting.universe import universe_of

Made = TypeVar("Made")


@dataclass(frozen=True)
class Population:
    """Works are positions in `catalogued.works`, nationals are rows of the national table."""

    catalogued: Catalogued
    rules: CountingRules
    at: date
    nationals: Nationals
    current: dict[int, Edition]
    """The edition in force of each work that has one, of any publisher and type."""
    universe: tuple[int, ...]
    _links: dict[tuple[Pairing, tuple[Supplement, ...]], Link] = field(default_factory=dict, repr=False, compare=False)
    """The links found so far: a decision changes one or two of thousands."""
    _derived: dict[Callable[..., Any], Any] = field(default_factory=dict, repr=False, compare=False)

    def links(self, pairings: Sequence[Pairing], settled: Iterable[Place] = ()) -> Iterator[Link]:
        """The pairings as they stand on the day.

        A national amendment that takes in an international one makes no link of its own; it completes what its base
        standard cites. A pair of a work that was merged into another one is a partial one of that work, unless the
        two are a pair already or `settled`, which are those that a reviewer decided on.
        """
        is_supplement, base_of = self.catalogued.national["is_supplement"], self.nationals.base_of
        added: dict[tuple[int, int | None], tuple[Supplement, ...]] = defaultdict(tuple)
        for pairing in pairings:
            if pairing.cited and is_supplement[pairing.national]:
                added[base_of.get(pairing.national, pairing.national), pairing.work] += pairing.cited.supplements
        known = {(base_of.get(one.national, one.national), one.work) for one in pairings}
        known.update((base_of.get(row, row), work) for row, work in settled if isinstance(work, int))
        for pairing in pairings:
            if not is_supplement[pairing.national]:
                base = base_of.get(pairing.national, pairing.national)
                here = pairing if base == pairing.national else replace(pairing, national=base)
                yield self._link(self._moved(here, known), added.get((base, pairing.work), ()))

    def derived(self, make: Callable[["Population"], Made]) -> Made:
        """What `make` computes from the population alone, kept as long as the population itself."""
        if make not in self._derived:
            self._derived[make] = make(self)
        made: Made = self._derived[make]
        return made

    def _moved(self, pairing: Pairing, known: Container[tuple[int, int | None]]) -> Pairing:
        """The pairing, with the work that its own one was merged into (domain.md 8.12)."""
        if pairing.work is None or pairing.work in self.current:
            return pairing
        heir = self.catalogued.works.heir(pairing.work, self.current)
        if heir is None or (pairing.national, heir) in known:
            return pairing
        return replace(pairing, work=heir, merged=pairing.work, coverage=Coverage.PARTIAL, joint="")

    def _link(self, pairing: Pairing, added: tuple[Supplement, ...]) -> Link:
        known = self._links.get((pairing, added))
        if known is None:
            catalogued = self.catalogued
            known = link_at(pairing, added, catalogued.national, catalogued.works, self.at, self.rules)
            self._links[pairing, added] = known
        return known


def population_at(catalogued: Catalogued, rules: CountingRules, at: date) -> Population:
    """The population of all works on this day."""
    key = (at, rules.ballot_is_withdrawn)  # the only rule that says what is in force
    if key not in catalogued.currents:
        catalogued.currents[key] = _current(catalogued, rules, at, range(len(catalogued.works.works)))
    current = catalogued.currents[key]
    nationals = nationals_at(catalogued.national, catalogued.national_works, at, rules)
    return Population(catalogued, rules, at, nationals, current, universe_of(catalogued, current, rules))


def population_of(
    catalogued: Catalogued, rules: CountingRules, at: date, works: Collection[int], nationals: Collection[int]
) -> Population:
    """The population of these works and national rows only: what is counted on it is silent about all others."""
    national_works = catalogued.national_works
    if not rules.count_plans:  # which plans are under way depends on every standard that was published
        chosen = {work for row in nationals if (work := national_works.work_of_row[row]) is not None}
        national_works = replace(national_works, works=tuple(national_works.works[work] for work in chosen))
    current = _current(catalogued, rules, at, sorted(works))
    return Population(
        catalogued,
        rules,
        at,
        nationals_at(catalogued.national, national_works, at, rules),
        current,
        universe_of(catalogued, current, rules),
    )


def _current(catalogued: Catalogued, rules: CountingRules, at: date, works: Collection[int]) -> dict[int, Edition]:
    known = catalogued.works
    return {work: edition for work in works if (edition := known.current(known.works[work], at, rules)) is not None}
