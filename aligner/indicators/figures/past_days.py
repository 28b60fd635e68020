"""The conversion rate on other days, found by counting anew only the works that something happened to in between."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from math import floor

from aligner.domain.applicability import Applicability
from aligner.domain.dates import DAYS_PER_MONTH, first_day
from aligner.domain.pairs.decision import Decision
from aligner.domain.works.work import Edition
from aligner.indicators.counting.count import Counting, Inputs, count, gather_from
from aligner.indicators.counting.population import Population, population_of
from aligner.indicators.figures.conversion import conversion_rate, unit_share
from aligner.indicators.figures.figure import Value


@dataclass(frozen=True, slots=True)
class Instead:
    """What stood at an earlier time in the place of what was said since; None where nothing did."""

    decisions: Mapping[tuple[str, str], Decision | None]
    applicability: Mapping[str, Applicability | None]


def rates_on(counting: Counting, days: Sequence[date]) -> list[Value]:
    """The conversion rate on each of these days with what is decided now.

    The days are in ascending order, none of them after that of the counting.
    """
    inputs = counting.inputs
    if counting.rules.unit == "national":  # a standard that adopts two works counts once: no work stands for itself
        return [conversion_rate(count(inputs, day)).total() for day in days]
    places, found = _RunningRate(counting), []
    touched = _touched(inputs, [*days, counting.at])
    for day, works in zip(reversed(days), reversed(touched), strict=True):
        merged = inputs.works.merged_with(works)
        places.take(merged, count(*_part(inputs, day, merged)))
        found.append(places.rate())
    return found[::-1]


def rates_before(counting: Counting, steps: Iterable[Instead]) -> list[Value]:
    """The conversion rate after each step back through what was said, the catalogues and the day as they are."""
    places, said, found = _RunningRate(counting), _Stated(counting.inputs), []
    for step in steps:
        works = said.put(step)
        if counting.rules.unit == "national":
            inputs = said.inputs(counting.inputs)
            found.append(conversion_rate(count(inputs, counting.at, counting.population)).total())
        else:
            places.take(works, count(*_part(said.inputs(counting.inputs, works), counting.at, works)))
            found.append(places.rate())
    return found


class _RunningRate:
    """Which works are applicable and which of them converted; moved work by work."""

    def __init__(self, counting: Counting) -> None:
        self._counting = counting
        self._applicable = set(counting.applicable)
        self._covered = set(counting.headline_covered())

    def take(self, works: Collection[int], part: Counting) -> None:
        """Take the places of these works from a counting of them alone."""
        self._applicable.difference_update(works)
        self._covered.difference_update(works)
        self._applicable.update(part.applicable)
        self._covered.update(part.headline_covered())

    def rate(self) -> Value:
        """The conversion rate in the unit of the rules."""
        return unit_share(self._counting, frozenset(self._covered), sorted(self._applicable))


class _Stated:
    """Decisions and verdicts, by the work they are about."""

    def __init__(self, inputs: Inputs) -> None:
        self._catalogued = inputs.catalogued
        self._decisions: dict[int | None, dict[tuple[str, str], Decision]] = defaultdict(dict)
        self._verdicts: dict[int | None, dict[str, Applicability]] = defaultdict(dict)
        self._place_of: dict[tuple[str, str], int | None] = {}
        for decision in inputs.decisions:
            self._put(decision.key, decision)
        for verdict in inputs.verdicts:
            self._verdicts[self._catalogued.works.position(verdict.work)][verdict.work] = verdict

    def put(self, step: Instead) -> frozenset[int]:
        """Say this instead; gives the works it is about and those merged with them."""
        touched: set[int | None] = set()
        for key, decision in step.decisions.items():
            touched |= self._put(key, decision)
        for name, verdict in step.applicability.items():
            work = self._catalogued.works.position(name)
            touched.add(work)
            self._verdicts[work].pop(name, None)
            if verdict is not None:
                self._verdicts[work][name] = verdict
        return frozenset(self._catalogued.works.merged_with(work for work in touched if work is not None))

    def inputs(self, like: Inputs, works: Collection[int] | None = None) -> Inputs:
        """What is to be counted now, of all works or of these."""
        places = [*self._decisions, *self._verdicts] if works is None else works
        decisions = [one for place in dict.fromkeys(places) for one in self._decisions.get(place, {}).values()]
        verdicts = [one for place in dict.fromkeys(places) for one in self._verdicts.get(place, {}).values()]
        return gather_from(self._catalogued, decisions, verdicts, like.rules)

    def _put(self, key: tuple[str, str], decision: Decision | None) -> set[int | None]:
        touched: set[int | None] = set()
        if key in self._place_of:
            before = self._place_of.pop(key)
            self._decisions[before].pop(key, None)
            touched.add(before)
        if decision is not None:
            work = self._catalogued.listed.work(decision)
            self._place_of[key] = work
            self._decisions[work][key] = decision
            touched.add(work)
        return touched


def _part(inputs: Inputs, day: date, works: Collection[int]) -> tuple[Inputs, date, Population]:
    """What is needed to count these works alone."""
    wanted = frozenset(works)
    pairings = [one for one in inputs.pairings if one.work in wanted]
    plan_pairings = [one for one in inputs.plan_pairings if one.work in wanted]
    nationals = {one.national for one in (*pairings, *plan_pairings)}
    population = population_of(inputs.catalogued, inputs.rules, day, wanted, nationals)
    return replace(inputs, pairings=pairings, plan_pairings=plan_pairings), day, population


def _touched(inputs: Inputs, days: Sequence[date]) -> list[set[int]]:
    """The works to count anew for each day but the last: those that something happens to until the day after it."""
    texts = [day.isoformat() for day in days]
    planned = {one.work for one in inputs.plan_pairings if one.work is not None} if inputs.rules.count_plans else set()
    touched: list[set[int]] = [set(planned) for _ in texts]  # any publication may be that of a plan
    for work, text in _happenings(inputs):
        place = bisect_left(texts, text)  # the first day on which it has happened
        if 0 < place < len(texts):
            touched[place - 1].add(work)
    return touched[:-1]


def _happenings(inputs: Inputs) -> Iterator[tuple[int, str]]:
    """Every day on which the place of a work in the rate may change, as printed; rather too many than too few."""
    catalogued = inputs.catalogued
    for position, work in enumerate(catalogued.works.works):
        for edition in work.editions:
            yield position, edition.published
            if edition.until:
                yield position, edition.until
    rows: dict[int, set[int]] = defaultdict(set)
    for pairing in inputs.pairings:
        if pairing.work is not None:
            rows[pairing.work].add(pairing.national)
    for position, nationals in rows.items():
        for text in _days_of_link(inputs, position, nationals):
            yield position, text


def _days_of_link(inputs: Inputs, work: int, nationals: Iterable[int]) -> Iterator[str]:
    """Days on which what is adopted, or who adopts it, changes: editions and supplements, also of what replaced it."""
    catalogued, known = inputs.catalogued, inputs.catalogued.works
    for position in (work, *known.all_successors(work)):
        for edition in known.works[position].editions:
            yield from (edition.published, edition.until, _end_of_grace(edition, inputs.rules.grace_months))
            yield from (known.published[row] for row in (*edition.supplements, *edition.variants))
    effective = catalogued.national["effective"]
    for row in nationals:
        national = catalogued.national_works.work_of_row[row]
        editions = catalogued.national_works.works[national].editions if national is not None else ()
        for edition in editions:
            yield from (edition.published, edition.until, effective[edition.row])


def _end_of_grace(edition: Edition, grace_months: int) -> str:
    published = first_day(edition.published)
    return "" if published is None else (published + timedelta(floor(grace_months * DAYS_PER_MONTH) + 1)).isoformat()
