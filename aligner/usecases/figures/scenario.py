"""What it takes to reach the target: a ranked worklist, what its ticks give, saved scenarios, a work plan."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from aligner.domain.pairs.decision import CLOSING, Verdict
from aligner.domain.standards.table import Table
from aligner.i18n import Translator
from aligner.indicators.counting.count import Counting
from aligner.indicators.explaining.doubts import Doubt, doubts, rate_of_universe
from aligner.indicators.figures.figure import Value
from aligner.indicators.plans import scenario as ways
from aligner.indicators.plans.flags import flagged
from aligner.indicators.plans.pathway import CommitteeNeed, YearAhead, committee_needs, years_ahead
from aligner.indicators.plans.scenario import NearestStandard, Opportunity, Simulated, cheapest, opportunities
from aligner.indicators.plans.ways import EFFORTS, SETTLED_BY_REVIEW, WAY_NAMES, Way
from aligner.indicators.plans.worklist import LinkItem
from aligner.reports.exchange.delimited import write_csv
from aligner.reports.exchange.target import ending
from aligner.reports.workbook import work_plan
from aligner.usecases.figures.dashboard import Dashboard
from aligner.usecases.project.session import Session

__all__ = ["EFFORTS", "SETTLED_BY_REVIEW", "WAY_NAMES", "CommitteeNeed", "Doubt", "Opportunity", "Way", "YearAhead"]

SCENARIOS = "scenarios"
"""Name of the setting: a list of scenarios as plain values."""

DEFAULT_YEARS = 5
"""The target year when the rules name none: so many years after the reference date."""


@dataclass(frozen=True)
class Outlook:
    """The worklist of a day under a profile, best gain for the effort first; `doubts` stand apart."""

    counting: Counting = field(repr=False)
    nearest: dict[int, NearestStandard] = field(repr=False)
    """The best candidate of each work, by its position."""
    opportunities: list[Opportunity]
    doubts: list[Doubt]
    flags: list[LinkItem]
    """Adoptions that count and yet deserve a look."""
    floor: Value
    """The rate if no verdict left anything out."""

    @property
    def target_year(self) -> int:
        """That of the rules, else a few years ahead."""
        return self.counting.rules.target_year or self.counting.at.year + DEFAULT_YEARS


@dataclass(frozen=True, slots=True)
class Simulation:
    """What the ticks give: the rate, the years until the target, what each committee has to do."""

    rate: Simulated
    effort: int
    """The sum over the ticks, on the tool's own scale."""
    years: list[YearAhead]
    committees: list[CommitteeNeed]


@dataclass(frozen=True, slots=True)
class Scenario:
    """Ticks under a name; works by their undated designation, so that they outlive a new catalogue."""

    name: str
    works: tuple[str, ...]
    target_year: int


def outlook(session: Session, shown: Dashboard) -> Outlook:
    """The worklist with the candidates of the last matching run."""
    return outlook_of(session, shown.counting)


def outlook_of(session: Session, counting: Counting) -> Outlook:
    """The worklist of a counting that is already there."""
    proposed = _nearest(session, counting)
    strong = {work for work, nearest in proposed.items() if nearest.band == "strong"}
    return Outlook(
        counting=counting,
        nearest=proposed,
        opportunities=opportunities(counting, proposed),
        doubts=doubts(counting, strong),
        flags=flagged(counting),
        floor=rate_of_universe(counting),
    )


def simulate(known: Outlook, chosen: Collection[int], target_year: int) -> Simulation:
    """The rate and the road to the target if these works were converted."""
    ticked = [one for one in known.opportunities if one.work in chosen]
    return Simulation(
        rate=ways.simulated(known.counting, chosen),
        effort=sum(one.effort for one in ticked),
        years=years_ahead(known.counting, target_year, chosen),
        committees=committee_needs(known.counting, target_year, chosen),
    )


@dataclass(frozen=True, slots=True)
class Compared:
    """One of several scenarios side by side. `name` is "" for the ticks that are set now."""

    name: str
    works: int
    effort: int
    rate: Simulated
    target_year: int
    adoptions: int
    """Needed in each year until then, as new international standards appear."""


def side_by_side(
    known: Outlook, chosen: Collection[int], target_year: int, saved: Iterable[Scenario]
) -> list[Compared]:
    """The ticks that are set now, then every saved scenario, each up to its own target year."""
    listed = [("", frozenset(chosen), target_year)]
    listed += [(one.name, works_of(known, one), one.target_year or known.target_year) for one in saved]
    return [_compared(known, name, works, year) for name, works, year in listed]


def _compared(known: Outlook, name: str, works: frozenset[int], year: int) -> Compared:
    effort = sum(one.effort for one in known.opportunities if one.work in works)
    ahead = years_ahead(known.counting, year, works)
    return Compared(name, len(works), effort, ways.simulated(known.counting, works), year, ahead[-1].adoptions)


def enough(known: Outlook) -> frozenset[int]:
    """The works at the head of the list that reach the target."""
    return frozenset(one.work for one in cheapest(known.counting, known.opportunities))


def scenarios(session: Session) -> list[Scenario]:
    """The saved scenarios, in the order of saving."""
    kept = session.store.setting(SCENARIOS, [])
    return [_scenario(one) for one in kept if isinstance(one, dict) and one.get("name")]


def save_scenario(session: Session, scenario: Scenario) -> None:
    """Keep this scenario, in the place of one of the same name. Raises AlignerError when the project is read-only."""
    others = [one for one in scenarios(session) if one.name != scenario.name]
    _keep(session, [*others, scenario])


def forget_scenario(session: Session, name: str) -> None:
    """Keep the scenario of this name no longer."""
    _keep(session, [one for one in scenarios(session) if one.name != name])


def works_of(known: Outlook, scenario: Scenario) -> frozenset[int]:
    """The ticks of a scenario that are still to be done: what was converted since is no tick any more."""
    named = set(scenario.works)
    return frozenset(one.work for one in known.opportunities if one.key in named)


def export_plan(known: Outlook, chosen: Collection[int], target: Path, title: str, translate: Translator) -> None:
    """Write the ticked works as a work plan, CSV or xlsx by the name of the file. Raises AlignerError."""
    table = plan_table(known, chosen, translate)
    if ending(target, (".xlsx", ".csv")) == ".csv":
        headings = {column.name: translate(column.header) for column in work_plan.COLUMNS}
        write_csv(Table({headings[name]: values for name, values in table.columns.items()}), target)
        return
    work_plan.write_work_plan(work_plan.WorkPlan(title, _note(known, chosen, translate), table), target, translate)


def plan_table(known: Outlook, chosen: Collection[int], translate: Translator) -> Table:
    """The ticked works in the order of the worklist, in the words of the reader."""
    ticked = [one for one in known.opportunities if one.work in chosen]
    return Table.from_rows(
        [column.name for column in work_plan.COLUMNS],
        (
            {
                "rank": rank,
                "designation": one.designation,
                "title": one.title,
                "committee": one.committee,
                "published": one.published,
                "applicable": one.verdict.value,
                "way": translate(WAY_NAMES[one.way]),
                "national": list(one.nationals),
                "effort": one.effort,
                "gain": one.gain,
                "responsible": "",
                "due": "",
                "note": "",
            }
            for rank, one in enumerate(ticked, 1)
        ),
    )


def _note(known: Outlook, chosen: Collection[int], translate: Translator) -> str:
    before, after = ways.simulated(known.counting, ()), ways.simulated(known.counting, chosen)
    return translate(
        "Conversion rate {before} now, {after} when everything is done · reference date {date}",
        before=translate.percent(before.rate),
        after=translate.percent(after.rate),
        date=known.counting.at.isoformat(),
    )


def _nearest(session: Session, counting: Counting) -> dict[int, NearestStandard]:
    """The national standard in force most like each work, of those that nobody has decided on otherwise."""
    works = counting.inputs.works
    said = list(counting.inputs.decisions)
    listed = counting.inputs.catalogued.listed
    settled = {listed.national_row(one) for one in said if one.verdict in CLOSING}
    rejected = {(listed.national_row(one), listed.work(one)) for one in said if one.verdict is Verdict.REJECTED}
    names = ("national", "work", "score", "band")
    candidates = session.store.candidates(top=1, columns=names)
    best: dict[int, NearestStandard] = {}
    for national, name, score, band in zip(*(candidates[name] for name in names), strict=True):
        work, row = works.position(name), listed.numbers.row(national)
        if work is None or row in settled or (row, work) in rejected:
            continue
        if row not in counting.nationals.in_force:  # a plan is a way of its own
            continue
        if work not in best or score > best[work].score:
            best[work] = NearestStandard(national, score, band)
    return best


def _keep(session: Session, listed: Iterable[Scenario]) -> None:
    plain = [{"name": one.name, "works": list(one.works), "target_year": one.target_year} for one in listed]
    session.store.writing().save_setting(SCENARIOS, plain or None)


def _scenario(kept: dict[str, Any]) -> Scenario:
    works, year = kept.get("works"), kept.get("target_year")
    return Scenario(
        name=str(kept["name"]),
        works=tuple(str(work) for work in works) if isinstance(works, list) else (),
        target_year=year if isinstance(year, int) else 0,
    )
