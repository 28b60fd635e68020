"""What a manager looks at: every figure of a day under a profile, the groups it is made of, and the rows behind it."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from aligner.domain.catalogue import Level
from aligner.domain.figures.indicator import Counted, Indicator
from aligner.domain.pairs.asked import asked_rows
from aligner.domain.standards.table import Table
from aligner.indicators.counting.count import Counting, count
from aligner.indicators.counting.population import Population
from aligner.indicators.counting.profiles import PROFILES, load_profile
from aligner.indicators.explaining.breakdowns import BREAKDOWNS
from aligner.indicators.explaining.groups import Group, rows_of_group
from aligner.indicators.explaining.groups import groups as grouped
from aligner.indicators.explaining.rows import rows_behind
from aligner.indicators.explaining.waterfall import MOVE_NAMES, Move, Step, rows_of_step, waterfall
from aligner.indicators.figures.conversion import conversion_rate
from aligner.indicators.measure import ALL_IDS, definition_of, measured
from aligner.reports.content.open_verdicts import open_verdicts
from aligner.usecases.figures.measure import Measured, counting_of, judged
from aligner.usecases.project.counted import Judged, countings
from aligner.usecases.project.session import Session

__all__ = ["BREAKDOWNS", "MOVE_NAMES", "Group", "Step", "open_verdicts"]

HEADLINE = "conversion_rate"
AT_A_GLANCE = ("conversion_rate", "degrees_by_national", "degrees_by_work", "gap_to_target", "applicability_judged")
"""What stands at the top of the dashboard; computed first."""

ROW_COLUMNS = ("key", "title", "counterpart", "degree", "counted", "reason", "months", "level", "review")
"""`review` is the name under which the queue of a review lists the row when it is work for a reviewer, else ""."""

WANTED_WHEN_COUNTED = frozenset({"outdated_adoptions"})
"""Indicators that count what deserves a look; of all others it is what they do not count."""


@dataclass(frozen=True)
class Dashboard:
    """The figures, and the counting from which everything else on the page is drawn."""

    measured: Measured
    counting: Counting = field(repr=False)

    @property
    def target(self) -> float:
        """The target of the conversion rate, 0..1."""
        return self.counting.rules.target_basis_points / 10_000

    @property
    def has_catalogues(self) -> bool:
        """Whether there are international standards to count."""
        return len(self.counting.inputs.international) > 0

    def indicator(self, name: str) -> Indicator:
        """The indicator of this id. Raises AlignerError when there is none."""
        return self.measured.indicator(name)


@dataclass(frozen=True, slots=True)
class ProfileRate:
    """The conversion rate under one profile."""

    name: str
    title_en: str
    title_zh: str
    rate: Indicator


def at_a_glance(
    session: Session, *, profile: str = PROFILES[0], at: date | None = None, decided_until: date | None = None
) -> Dashboard:
    """The counting with the figures at the top; `complete` computes the others.

    Reference date and decisions as in `usecases.measure`. Raises AlignerError for a profile that is none.
    """
    chosen = load_profile(profile)
    day = at or session.today()
    counting = (
        counting_of(session, judged(session, decided_until), chosen.rules, day)
        if decided_until
        else countings(session).standing(session, chosen.rules, day)
    )
    figures = Measured(
        profile=chosen,
        at=day,
        decided_until=decided_until,
        by=None,
        indicators=tuple(measured(counting, ids=AT_A_GLANCE)),
        catalogues=tuple(session.store.catalogues()),
        journal=session.store.head(),
    )
    return Dashboard(figures, counting)


def complete(shown: Dashboard) -> tuple[Indicator, ...]:
    """Every indicator, in the order in which they are shown."""
    known = {indicator.id: indicator for indicator in shown.measured.indicators}
    found = {one.id: one for one in measured(shown.counting, ids=[one for one in ALL_IDS if one not in known])}
    return tuple((known | found)[one] for one in ALL_IDS)


def rows_of(shown: Dashboard, indicator: str) -> Table:
    """The rows behind an indicator, columns ROW_COLUMNS: those that are not counted first."""
    figure = definition_of(indicator).function(shown.counting)
    rows = sorted(rows_behind(shown.counting, figure), key=lambda row: row.in_numerator)
    is_wanted = indicator in WANTED_WHEN_COUNTED
    return _as_table(shown.counting, rows, [row.in_numerator is is_wanted for row in rows])


def groups(shown: Dashboard, by: str) -> list[Group]:
    """The conversion rate by "ics", "committee" or "year" of publication, those that lack most first."""
    return grouped(shown.counting, by)


def rows_of_one(shown: Dashboard, by: str, key: str) -> Table:
    """The rows behind one group, columns ROW_COLUMNS."""
    rows = rows_of_group(shown.counting, by, key)
    return _as_table(shown.counting, rows, [not row.in_numerator for row in rows])


def steps(shown: Dashboard) -> list[Step]:
    """Why the number is what it is, one line for each rule (domain.md 8.2)."""
    return waterfall(shown.counting)


def rows_moved(shown: Dashboard, step: Step) -> Table:
    """The rows that one step moved, columns ROW_COLUMNS."""
    rows = rows_of_step(shown.counting, step)
    return _as_table(shown.counting, rows, [row.reason == MOVE_NAMES[Move.NOT_CONVERTED] for row in rows])


def rows_of_cycle(shown: Dashboard, year: str) -> Table:
    """The national standards published in a year, with the time from plan to publication; columns ROW_COLUMNS."""
    figure = definition_of("formulation_cycle_mean").function(shown.counting)
    published = shown.counting.inputs.national["published"]
    members = [member for member in figure.members if published[member.position][:4] == year]
    rows = rows_behind(shown.counting, replace(figure, members=members))
    return _as_table(shown.counting, rows, [False] * len(rows))


def rows_at(shown: Dashboard, day: date) -> Table:
    """The rows behind the conversion rate on another day, columns ROW_COLUMNS."""
    counting = count(shown.counting.inputs, day)
    rows = sorted(rows_behind(counting, conversion_rate(counting)), key=lambda row: row.in_numerator)
    return _as_table(counting, rows, [False] * len(rows))


def rates(session: Session, shown: Dashboard) -> list[ProfileRate]:
    """The rate under the chosen profile and every one that comes with the program: what the choice of rules does."""
    inputs = shown.counting.inputs
    known = Judged(
        list(inputs.decisions), list(inputs.verdicts), list(inputs.comparisons), list(inputs.second_opinions)
    )
    chosen = shown.measured.profile
    found = [ProfileRate(chosen.name, chosen.title_en, chosen.title_zh, shown.indicator(HEADLINE))]
    for name in PROFILES:
        if name != chosen.name:
            profile = load_profile(name)
            counting = counting_of(session, known, profile.rules, shown.measured.at)
            (rate,) = measured(counting, ids=[HEADLINE])
            found.append(ProfileRate(name, profile.title_en, profile.title_zh, rate))
    return found


def _as_table(counting: Counting, rows: Sequence[Counted], is_task: Sequence[bool]) -> Table:
    nationals = counting.inputs.catalogued.listed.numbers.listed
    asked = counting.population.derived(_asked)
    return Table(
        {
            "key": [row.key for row in rows],
            "title": [row.title for row in rows],
            "counterpart": [row.counterpart for row in rows],
            "degree": [str(row.degree) for row in rows],
            "counted": [row.in_numerator for row in rows],
            "reason": [row.reason for row in rows],
            "months": [row.months for row in rows],
            "level": [
                Level.NATIONAL if row.key.partition(" · ")[0] in nationals else Level.INTERNATIONAL for row in rows
            ],
            "review": [
                _queued(counting, asked, row.key) if wanted else "" for row, wanted in zip(rows, is_task, strict=True)
            ],
        }
    )


def _asked(population: Population) -> frozenset[str]:
    """The national standards that a review asks for."""
    designations = population.catalogued.national["designation"]
    return frozenset(designations[row] for row in asked_rows(population.catalogued.national))


def _queued(counting: Counting, asked: frozenset[str], key: str) -> str:
    """How the queue of a review names this row: a national standard as printed, an international work undated."""
    name = key.partition(" · ")[0]
    if name in counting.inputs.catalogued.listed.numbers.listed:
        return name if name in asked else ""
    work = counting.inputs.works.position(name)
    return counting.inputs.works.works[work].key if work in counting.current and work is not None else ""
