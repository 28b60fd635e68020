"""The counting that all indicators share: universe, applicable set, links, covered works (domain.md 8.1)."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Any, TypeVar

from aligner.domain.applicability import Applicability, ApplicabilityVerdict
from aligner.domain.comparisons.comparison import Comparison
from aligner.domain.counting import CountingRules
from aligner.domain.dates import first_day
from aligner.domain.degree import Degree, is_adoption, strongest, weakest
from aligner.domain.pairs.decision import Coverage, Decision
from aligner.domain.pairs.joint import is_complete_group
from aligner.domain.pairs.listed import Listed
from aligner.domain.standards.numbers import NationalNumbers
from aligner.domain.standards.table import Table
from aligner.domain.works.work import Edition, Works, build_works
from aligner.indicators.counting.links import Link
from aligner.indicators.counting.nationals import Nationals
from aligner.indicators.counting.pairings import Catalogued, Pairing, Place, confirmed, not_decided, settled_places
from aligner.indicators.counting.population import Population, population_at
from aligner.indicators.counting.universe import planned_works

Key = TypeVar("Key")
Value = TypeVar("Value")
Made = TypeVar("Made")


@dataclass(frozen=True)
class Inputs:
    """Everything that is counted, the same for every day: catalogues, pairs, verdicts, rules. Made by `gather`."""

    catalogued: Catalogued
    pairings: Sequence[Pairing]
    plan_pairings: Sequence[Pairing]
    """Pairs of plans, whatever the basis: as a reviewer decided, else as the catalogue states them."""
    settled: frozenset[Place]
    """Pairs that a reviewer confirmed or rejected, as far as the basis of the rules asks reviewers."""
    broken_groups: frozenset[tuple[int, str]]
    """Joint groups with a member that is in no catalogue any more, by work and name."""
    decisions: Sequence[Decision]
    verdicts: Sequence[Applicability]
    """On applicability, under whatever name a work was judged."""
    applicability: dict[int, Applicability]
    """The last verdict on each work, by position."""
    comparisons: Sequence[Comparison]
    rules: CountingRules
    second_opinions: Sequence[Decision] = ()
    """What second reviewers said beside the decisions; nothing counts on them but how far reviewers agree."""

    @property
    def national(self) -> Table:
        """The national catalogues."""
        return self.catalogued.national

    @property
    def international(self) -> Table:
        """The international catalogues."""
        return self.catalogued.international

    @property
    def national_works(self) -> Works:
        """The national standards as works."""
        return self.catalogued.national_works

    @property
    def works(self) -> Works:
        """The international works."""
        return self.catalogued.works


@dataclass(frozen=True)
class Counting:
    """The state of a day. Works are positions in `inputs.works`, nationals are rows of the national table."""

    inputs: Inputs
    population: Population = field(repr=False)
    links: tuple[Link, ...]
    planned: dict[int, tuple[int, ...]]
    """The plans under way that mean to adopt a work, by work."""

    @property
    def rules(self) -> CountingRules:
        """The counting rules."""
        return self.inputs.rules

    @property
    def at(self) -> date:
        """The reference date."""
        return self.population.at

    @property
    def nationals(self) -> Nationals:
        """Which national standards count on the day, and which plans are under way."""
        return self.population.nationals

    @property
    def current(self) -> dict[int, Edition]:
        """The edition in force of each work that has one, of any publisher and type."""
        return self.population.current

    @property
    def universe(self) -> tuple[int, ...]:
        """The works that can count at all."""
        return self.population.universe

    def derived(self, make: Callable[["Counting"], Made]) -> Made:
        """What `make` computes from the counting, kept as long as the counting itself."""
        if make not in self._derived:
            self._derived[make] = make(self)
        made: Made = self._derived[make]
        return made

    @cached_property
    def _derived(self) -> dict[Callable[..., Any], Any]:
        return {}

    @cached_property
    def valid_links(self) -> tuple[Link, ...]:
        """Links of national standards in force with a degree that the rules count (domain.md 8.1)."""
        return tuple(link for link in self._accepted if link.pairing.degree in self.rules.degrees)

    @cached_property
    def _accepted(self) -> tuple[Link, ...]:
        """The standing links, of any degree and none."""
        return tuple(link for link in self.links if self.is_standing(link))

    @cached_property
    def adopting_links(self) -> tuple[Link, ...]:
        """The valid links and those to drafts published since: the national standard adopts either (domain.md 8.12)."""
        return tuple(
            link
            for link in self.links
            if self.is_valid(replace(link, awaits_confirmation=False) if link.awaits_confirmation else link)
        )

    @cached_property
    def links_of_work(self) -> dict[int, tuple[Link, ...]]:
        """The links of national standards in force, of any degree, by work."""
        return _grouped((link.pairing.work, link) for link in self.standing_links)

    @cached_property
    def links_of_national(self) -> dict[int, tuple[Link, ...]]:
        """The links of national standards in force, of any degree, by national row."""
        return _grouped((link.pairing.national, link) for link in self.standing_links)

    @cached_property
    def works_of_plan(self) -> dict[int, tuple[int, ...]]:
        """The works that each plan under way means to adopt, by national row."""
        return _grouped((plan, work) for work, plans in self.planned.items() for plan in plans)

    @cached_property
    def first_published(self) -> dict[int, date]:
        """The publication of the first edition of each applicable work, where its day can be told."""
        known = self.population.derived(_first_published)
        return {work: known[work] for work in self.applicable if work in known}

    @cached_property
    def standing_links(self) -> tuple[Link, ...]:
        """Links of national standards in force, whatever their degree."""
        return tuple(link for link in self.links if link.pairing.national in self.nationals.in_force)

    @cached_property
    def applicable(self) -> tuple[int, ...]:
        """The applicable set A: what the verdicts and the rules let in, and what is adopted anyway."""
        return self._applicable_when(open_counts=self.rules.undetermined == "applicable")

    def applicable_if(self, *, open_counts: bool) -> tuple[int, ...]:
        """The applicable set if all works without a verdict were applicable, or none of them."""
        return self._applicable_if[open_counts]

    @cached_property
    def _applicable_if(self) -> dict[bool, tuple[int, ...]]:
        return {counts: self._applicable_when(open_counts=counts) for counts in (True, False)}

    def _applicable_when(self, *, open_counts: bool) -> tuple[int, ...]:
        told = self.adopted_works.union(self.inputs.applicability)
        is_in = {work: self._is_applicable(work, open_counts=open_counts) for work in told}
        return tuple(work for work in self.universe if is_in.get(work, open_counts))

    def is_valid(self, link: Link) -> bool:
        """Whether this link adopts, under the rules (domain.md 8.1)."""
        return link.pairing.degree in self.rules.degrees and self.is_standing(link)

    def is_standing(self, link: Link) -> bool:
        """Whether the national standard is in force and the adopted document international and published."""
        return (
            link.pairing.national in self.nationals.in_force
            and self.is_international(link)
            and not link.awaits_confirmation
        )

    def is_international(self, link: Link) -> bool:
        """Whether the adopted document is of a publisher that the rules count; EN or ASTM by an option."""
        if self.rules.count_foreign:
            return True
        return link.pairing.cited is not None and self._publishers[link.pairing.cited.publisher]

    @cached_property
    def _publishers(self) -> dict[str, bool]:
        """Whether the rules count a publisher, for all that are cited."""
        cited = {link.pairing.cited.publisher for link in self.links if link.pairing.cited}
        return {publisher: self.rules.counts_publisher(publisher) for publisher in cited}

    def verdict(self, work: int) -> ApplicabilityVerdict:
        """The verdict on a work; it expires when a new edition appears (domain.md 1.5)."""
        given = self.inputs.applicability.get(work)
        if given is None or self.is_expired(work):
            return ApplicabilityVerdict.UNDETERMINED
        return given.verdict

    def is_expired(self, work: int) -> bool:
        """Whether the current edition was published after the verdict was given."""
        given, edition = self.inputs.applicability.get(work), self.current.get(work)
        return bool(given and given.at and edition and edition.published > given.at[:10])

    @cached_property
    def adopted_works(self) -> frozenset[int]:
        """Works with a valid link of whatever coverage and edition: applicable whatever the verdict."""
        return frozenset(link.pairing.work for link in self.valid_links if link.pairing.work is not None)

    def covered(self, edition_rule: str) -> dict[int, Degree]:
        """The works that valid links passing this edition rule cover, with their degree.

        Covered by a full link, or by a closed joint group that is entirely valid. Alternatives give the best degree,
        a joint group its weakest (domain.md 8.1).
        """
        if edition_rule not in self._covered:
            self._covered[edition_rule] = self._covered_by(
                [link for link in self.valid_links if link.passes(edition_rule)]
            )
        return self._covered[edition_rule]

    def covered_as_stated(self, edition_rule: str) -> frozenset[int]:
        """The works that remain covered when adoptions in a presumed edition are left out (domain.md 11.1)."""
        good = (link for link in self.valid_links if link.passes(edition_rule) and not link.is_presumed)
        return frozenset(self._covered_by(good))

    @cached_property
    def _covered(self) -> dict[str, dict[int, Degree]]:
        """What `covered` has found so far, by edition rule."""
        return {}

    @cached_property
    def adopted_degrees(self) -> dict[int, Degree]:
        """The covered works of any edition with their degree, IDT and MOD alone, whatever the rules count."""
        return self._covered_by([link for link in self._accepted if is_adoption(link.pairing.degree)])

    def _covered_by(self, good: Iterable[Link]) -> dict[int, Degree]:
        covered: dict[int, Degree] = {}
        for work, ways in self._ways(good).items():
            each = [weakest([link.pairing.degree for link in way if link.pairing.degree]) for way in ways]
            best = strongest([degree for degree in each if degree is not None])
            if best is not None:
                covered[work] = best
        return covered

    @cached_property
    def ways_covered(self) -> dict[int, list[tuple[Link, ...]]]:
        """How valid links of any edition cover a work: each way one full link, or all members of a joint group."""
        return self._ways(self.valid_links)

    def _ways(self, good: Iterable[Link]) -> dict[int, list[tuple[Link, ...]]]:
        """How these standing links cover works."""
        ways: dict[int, list[tuple[Link, ...]]] = defaultdict(list)
        known = set()
        for link in good:
            known.add(id(link))
            if link.pairing.coverage is Coverage.FULL and link.pairing.work is not None:
                ways[link.pairing.work].append((link,))
        for (work, name), members in self.joint_groups.items():
            if self.is_complete(work, name) and all(id(member) in known for member in members):
                ways[work].append(members)
        return ways

    @cached_property
    def joint_groups(self) -> dict[tuple[int, str], tuple[Link, ...]]:
        """The members of each joint group, in force or not, by work and name of the group."""
        return _grouped(
            ((link.pairing.work, link.pairing.joint), link)
            for link in self.links
            if link.pairing.work is not None and link.pairing.coverage is Coverage.JOINT
        )

    def is_complete(self, work: int, name: str) -> bool:
        """Whether a joint group has two or more members and all of them stand (the group is closed)."""
        members = ((one.pairing.national, self.is_standing(one)) for one in self.joint_groups[work, name])
        return (work, name) not in self.inputs.broken_groups and is_complete_group(members)

    def projected(self, edition_rule: str) -> frozenset[int]:
        """The covered works, and those for which a plan is under way and no link valid (domain.md 8.2)."""
        linked = {link.pairing.work for link in self.valid_links if link.passes(edition_rule)}
        return frozenset(self.covered(edition_rule)) | {work for work in self.planned if work not in linked}

    def headline_covered(self, edition_rule: str | None = None) -> frozenset[int]:
        """The covered works of the headline: under the rules' edition rule, with plans when the rules say so."""
        rule = edition_rule or self.rules.edition
        return self.projected(rule) if self.rules.count_plans else frozenset(self.covered(rule))

    def _is_applicable(self, work: int, *, open_counts: bool) -> bool:
        if work in self.adopted_works:
            return True
        verdict = self.verdict(work)
        if verdict is ApplicabilityVerdict.UNDETERMINED:
            return open_counts
        if verdict is ApplicabilityVerdict.DEFERRED:
            return self.rules.deferred == "applicable"
        return verdict is ApplicabilityVerdict.APPLICABLE


def gather(
    national: Table,
    international: Table,
    decisions: Sequence[Decision],
    applicability: Sequence[Applicability],
    rules: CountingRules,
    *,
    works: Works | None = None,
    national_works: Works | None = None,
    comparisons: Sequence[Comparison] = (),
) -> Inputs:
    """What is to be counted, resolved once: designations to works, decisions or statements to pairs."""
    listed = Listed(national, international, works or build_works(international), NationalNumbers(national))
    catalogued = Catalogued(listed, national_works or build_works(national))
    return gather_from(catalogued, decisions, applicability, rules, comparisons)


def gather_from(
    catalogued: Catalogued,
    decisions: Sequence[Decision],
    applicability: Sequence[Applicability],
    rules: CountingRules,
    comparisons: Sequence[Comparison] = (),
    second_opinions: Sequence[Decision] = (),
) -> Inputs:
    """As `gather`, of catalogues in which pairs were looked up before."""
    verdicts: dict[int, Applicability] = {}
    for verdict in sorted(applicability, key=lambda one: one.at):
        position = catalogued.works.position(verdict.work)
        if position is not None:
            verdicts[position] = verdict
    latest = catalogued.latest(decisions)
    decided, stated = confirmed(latest), catalogued.stated
    return Inputs(
        catalogued=catalogued,
        pairings=decided if rules.basis == "confirmed" else stated,
        plan_pairings=decided + not_decided(stated, latest),
        settled=settled_places(latest) if rules.basis == "confirmed" else frozenset(),
        broken_groups=catalogued.broken_groups(decisions),
        decisions=decisions,
        verdicts=applicability,
        applicability=verdicts,
        comparisons=comparisons,
        rules=rules,
        second_opinions=second_opinions,
    )


def count(inputs: Inputs, at: date, population: Population | None = None) -> Counting:
    """The counting on this day, on a population that was made for it before, or on a new one."""
    population = population or population_at(inputs.catalogued, inputs.rules, at)
    return Counting(
        inputs=inputs,
        population=population,
        links=tuple(population.links(inputs.pairings, inputs.settled)),
        planned=_grouped(planned_works(inputs.plan_pairings, population.nationals.plans, inputs.rules)),
    )


def _first_published(population: Population) -> dict[int, date]:
    """The publication of the first edition of each work that can count, where its day can be told."""
    editions = ((work, population.catalogued.works.works[work].editions[0]) for work in population.universe)
    return {work: day for work, edition in editions if (day := first_day(edition.published)) is not None}


def _grouped(pairs: Iterable[tuple[Key | None, Value]]) -> dict[Key, tuple[Value, ...]]:
    grouped: dict[Key, list[Value]] = defaultdict(list)
    for key, value in pairs:
        if key is not None:
            grouped[key].append(value)
    return {key: tuple(values) for key, values in grouped.items()}
