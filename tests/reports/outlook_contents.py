"""The tables around the rate of the made report: rows by rule, committees, work plan, scenarios, years, verdicts."""

from collections.abc import Sequence
from typing import Any

from aligner.domain.standards.table import Table
from aligner.indicators.explaining.doubts import WITHOUT_REASON
from aligner.indicators.explaining.waterfall import MOVE_NAMES, Move
from aligner.indicators.plans.ways import WAY_NAMES, Way
from aligner.reports.content.outlook_columns import (
    AHEAD_COLUMNS,
    DOUBT_COLUMNS,
    ENOUGH,
    MAPPING_COLUMNS,
    MOVED_COLUMNS,
    PLAN_COLUMNS,
    SCENARIO_COLUMNS,
)


def outlook_tables(works: Sequence[dict[str, Any]]) -> dict[str, Table]:
    """By the names of the fields of the report's content."""
    open_works = [work for work in works if work["converted"] != "yes" and work["applicable"] != "N"]
    return {
        "moved": Table.from_rows(MOVED_COLUMNS, [_moved(2 if number < 8 else 3, number) for number in range(9)]),
        "mapping": Table.from_rows(MAPPING_COLUMNS, _mapping()),
        "plan": Table.from_rows(PLAN_COLUMNS, [_planned(rank, work) for rank, work in enumerate(open_works)]),
        "scenarios": Table.from_rows(SCENARIO_COLUMNS, _scenarios()),
        "ahead": Table.from_rows(
            AHEAD_COLUMNS,
            [
                dict(zip(AHEAD_COLUMNS, (2026 + place, 28 + 0.4 * place, 2, 17 + 2 * place, 0.6), strict=True))
                for place in range(3)
            ],
        ),
        "doubts": Table.from_rows(DOUBT_COLUMNS, [_doubt(work) for work in works if work["applicable"] == "N"]),
    }


def _moved(step: int, number: int) -> dict[str, Any]:
    return {
        "step": step,
        "rule": "Only editions in force: one for each standard" if step == 2 else "Only the degrees that count",
        "move": MOVE_NAMES[Move.LEFT_OUT if step == 2 else Move.NOT_CONVERTED],
        "international": f"ISO {60001 + number}:1999",
        "title": "Industrial valves — Vocabulary",
        "national": "GB/T 60001-2001" if step == 3 else "",
        "degree": "NEQ" if step == 3 else "",
    }


def _mapping() -> list[dict[str, Any]]:
    return [
        dict(zip(MAPPING_COLUMNS, values, strict=True))
        for values in (
            ("ISO/TC 4", "SAC/TC 98", 4, 6, 3, 3, 4, True),
            ("ISO/TC 4", "SAC/TC 22", 1, 6, 0, 0, 1, False),
            ("ISO/TC 4", "", 1, 6, 0, 0, 0, False),
        )
    ]


def _planned(rank: int, work: dict[str, Any]) -> dict[str, Any]:
    return {
        "international": work["international"],
        "title": work["title_en"],
        "committee": work["committee"],
        "published": work["published"],
        "applicable": work["applicable"],
        "way": WAY_NAMES[Way.DECIDE if rank < 2 else Way.ADOPT],
        "national": ["GB/T 80001-2020"] if rank < 2 else [],
        "effort": 1 if rank < 2 else 10,
        "gain": 1 / 28,
        "is_enough": rank < 3,
        "scenarios": ["2026 年计划"] if rank == 0 else [],
    }


def _scenarios() -> list[dict[str, Any]]:
    return [
        dict(zip(SCENARIO_COLUMNS, values, strict=True))
        for values in (
            ("", 0, 0, 16, 28, 16 / 28, 8),
            (ENOUGH, 8, 62, 24, 28, 24 / 28, 0),
            ("2026 年计划", 1, 1, 17, 28, 17 / 28, 7),
        )
    ]


def _doubt(work: dict[str, Any]) -> dict[str, Any]:
    return {
        "international": work["international"],
        "title": work["title_en"],
        "committee": work["committee"],
        "applicable": "N",
        "reason": "",
        "note": "",
        "reviewer": "secretariat",
        "at": "2026-01-05T07:00:00+00:00",
        "question": WITHOUT_REASON,
        "is_counted": False,
    }
