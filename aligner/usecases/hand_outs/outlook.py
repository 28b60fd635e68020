"""The report's tables around the rate: what each rule moved, committees of both sides, and the way to the target."""

from collections.abc import Iterator, Sequence
from typing import Any

from aligner.domain.standards.table import Table
from aligner.indicators.counting.count import Counting
from aligner.indicators.explaining.committee_mapping import committee_mapping
from aligner.indicators.explaining.doubts import Doubt
from aligner.indicators.explaining.waterfall import MOVE_NAMES, Step, rows_of_step
from aligner.indicators.plans.scenario import Opportunity
from aligner.indicators.plans.ways import WAY_NAMES
from aligner.reports.content.outlook_columns import (
    AHEAD_COLUMNS,
    DOUBT_COLUMNS,
    ENOUGH,
    MAPPING_COLUMNS,
    MOVED_COLUMNS,
    PLAN_COLUMNS,
    SCENARIO_COLUMNS,
)
from aligner.usecases.figures.scenario import Outlook, Scenario, enough, scenarios, simulate, works_of
from aligner.usecases.project.session import Session


def moved_table(counting: Counting, steps: Sequence[Step]) -> Table:
    """The rows that each rule moved on the way to the rate; columns MOVED_COLUMNS."""
    return Table.from_rows(MOVED_COLUMNS, _moved_rows(counting, steps))


def _moved_rows(counting: Counting, steps: Sequence[Step]) -> Iterator[dict[str, Any]]:
    for number, step in enumerate(steps, 1):
        for (_, move), row in zip(step.rows, rows_of_step(counting, step), strict=True):
            yield {
                "step": number,
                "rule": step.label,
                "move": MOVE_NAMES[move],
                "international": row.key,
                "title": row.title,
                "national": row.counterpart,
                "degree": row.degree,
            }


def mapping_table(counting: Counting) -> Table:
    """The international committees with the national ones that answer to them; columns MAPPING_COLUMNS."""
    return Table.from_rows(
        MAPPING_COLUMNS,
        (
            {
                "international_committee": one.international,
                "national_committee": one.national,
                "works": one.works,
                "of_works": one.of_works,
                "adopted": one.adopted,
                "confirmed": one.confirmed,
                "stated": one.stated,
                "is_main": one.is_main,
            }
            for one in committee_mapping(counting)
        ),
    )


def plan_table(session: Session, known: Outlook, *, with_saved: bool) -> Table:
    """What is not converted, the best gain for the effort first; columns PLAN_COLUMNS."""
    cheapest, saved = enough(known), _saved(session, known) if with_saved else []
    return Table.from_rows(PLAN_COLUMNS, (_planned(one, cheapest, saved) for one in known.opportunities))


def scenarios_table(session: Session, known: Outlook, *, with_saved: bool) -> Table:
    """The rate today, with the cheapest works that reach the target, and with saved ticks; columns SCENARIO_COLUMNS."""
    saved = _saved(session, known) if with_saved else []
    return Table.from_rows(SCENARIO_COLUMNS, _scenario_rows(known, enough(known), saved))


def ahead_table(known: Outlook) -> Table:
    """One row for each year until the target; columns AHEAD_COLUMNS."""
    return Table.from_rows(AHEAD_COLUMNS, _years(known))


def doubts_table(known: Outlook) -> Table:
    """One row for each applicability verdict open to question; columns DOUBT_COLUMNS."""
    return Table.from_rows(DOUBT_COLUMNS, map(_doubt, known.doubts))


def _saved(session: Session, known: Outlook) -> list[tuple[Scenario, frozenset[int]]]:
    return [(one, works_of(known, one)) for one in scenarios(session)]


def _planned(
    one: Opportunity, cheapest: frozenset[int], saved: Sequence[tuple[Scenario, frozenset[int]]]
) -> dict[str, Any]:
    return {
        "international": one.designation,
        "title": one.title,
        "committee": one.committee,
        "published": one.published,
        "applicable": one.verdict.value,
        "way": WAY_NAMES[one.way],
        "national": list(one.nationals),
        "effort": one.effort,
        "gain": one.gain,
        "is_enough": one.work in cheapest,
        "scenarios": [scenario.name for scenario, works in saved if one.work in works],
    }


def _scenario_rows(
    known: Outlook, cheapest: frozenset[int], saved: Sequence[tuple[Scenario, frozenset[int]]]
) -> Iterator[dict[str, Any]]:
    named = [("", frozenset[int]()), (ENOUGH, cheapest), *((scenario.name, works) for scenario, works in saved)]
    for name, works in named:
        found = simulate(known, works, known.target_year)
        yield {
            "scenario": name,
            "works": len(works),
            "effort": found.effort,
            "numerator": found.rate.converted,
            "denominator": found.rate.applicable,
            "rate": found.rate.rate,
            "gap": found.rate.gap,
        }


def _years(known: Outlook) -> Iterator[dict[str, Any]]:
    for one in simulate(known, (), known.target_year).years:
        yield {
            "year": one.year,
            "applicable": one.applicable,
            "adoptions": one.adoptions,
            "converted": one.converted,
            "rate": one.rate,
        }


def _doubt(one: Doubt) -> dict[str, Any]:
    return {
        "international": one.designation,
        "title": one.title,
        "committee": one.committee,
        "applicable": one.verdict.value,
        "reason": one.reason,
        "note": one.note,
        "reviewer": one.reviewer,
        "at": one.at,
        "question": one.question,
        "is_counted": one.is_counted,
    }
