"""A report's content that looks like a committee's, made without files: as many works as asked for, nothing random."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from aligner.domain.applicability import ApplicabilityVerdict
from aligner.domain.catalogue import Catalogue, Level
from aligner.domain.change import Action, Change, RowChange, Subject
from aligner.domain.counting import CountingRules
from aligner.domain.figures.indicator import Indicator, Slice
from aligner.domain.figures.overview import Overview
from aligner.domain.figures.pace import ReviewPace
from aligner.domain.problem import Problem, Severity
from aligner.domain.standards.ics import field_label
from aligner.domain.standards.table import Table
from aligner.indicators.explaining.movement import LEFT_OUT
from aligner.indicators.figures.conversion import COVERED_WORK
from aligner.indicators.figures.flags import DUPLICATE
from aligner.indicators.figures.reasons import COVERED, NO_ADOPTION, NOT_EQUIVALENT
from aligner.indicators.measure import definition_of
from aligner.indicators.plans.ways import WAY_NAMES, Way
from aligner.reports.content.counting_rules import rule_rows
from aligner.reports.content.marks import CYCLE_MONTHS, NATIONAL_MARKS, TRACED_COLUMNS
from aligner.reports.content.report import (
    COMMITTEE_COLUMNS,
    GAP_COLUMNS,
    NATIONAL_COLUMNS,
    OUTDATED_COLUMNS,
    PAIR_COLUMNS,
    WORK_COLUMNS,
    Breakdown,
    ReportContent,
    Sensitivity,
    WaterfallStep,
)
from aligner.reports.sheets import flags
from reports.outlook_contents import outlook_tables

_OBJECTS = (
    ("Industrial valves", "工业阀门", "ISO/TC 153", "SAC/TC 188", "23.060.01"),
    ("Rolling bearings", "滚动轴承", "ISO/TC 4", "SAC/TC 98", "21.100.20"),
    ("Machine tools", "机床", "ISO/TC 39/SC 2", "SAC/TC 22", "25.080.01"),
    ("Household electrical appliances", "家用电器", "IEC TC 61", "SAC/TC 46", "97.030"),
    ("Information security techniques", "信息安全技术", "ISO/IEC JTC 1/SC 27", "SAC/TC 260", "35.030"),
    ("Earth-moving machinery", "土方机械", "ISO/TC 127/SC 2", "SAC/TC 334", "53.100"),
)
_ASPECTS = (
    ("Vocabulary", "术语"),
    ("General requirements and acceptance conditions for series production", "通用要求与批量生产验收条件"),
    ("Test methods", "试验方法"),
    ("Dimensions and tolerances", "尺寸和公差"),
    ("Safety requirements", "安全要求"),
)
_DEGREES = ("IDT", "MOD", "IDT", "", "NEQ", "IDT", "")


def a_report(count: int = 30, **changed: Any) -> ReportContent:
    """A report on that many works; any field of it can be given instead."""
    listed = [_work(number) for number in range(count)]
    adopting = [(number, work) for number, work in enumerate(listed) if work["degree"]]
    filled: dict[str, Any] = {
        "project": "机械与电器 2025",
        "as_of": "2025-12-31",
        "generated_at": "2026-02-05T08:30:00+00:00",
        "program_version": "0.1.0",
        "profile": "outline-85",
        "profile_title": "Outline: any edition, IDT and MOD, target 85 %",
        "target": 0.85,
        "rules": rule_rows(CountingRules(undetermined="excluded"), CountingRules()),
        "catalogues": (
            _catalogue(1, Level.NATIONAL, "国家标准目录.xlsx", "现行", len(adopting) + 4),
            _catalogue(2, Level.INTERNATIONAL, "iso_deliverables.xlsx", "Sheet1", count + 2),
        ),
        "journal_count": 3,
        "journal_head": "9f" * 32,
        "indicators": _indicators(listed),
        "target_basis_points": 8500,
        "sensitivity": _SENSITIVITY,
        "waterfall": _WATERFALL,
        "breakdowns": (
            Breakdown("ics", {"conversion_rate": _by_field(listed), "gap_to_target": (Slice("21", "", 2, 1, 3),)}),
            Breakdown("year", {"conversion_rate": tuple(Slice(year, year, 0.5, 4, 8) for year in ("2024", "2025"))}),
        ),
        "tables": {
            "works": Table.from_rows(WORK_COLUMNS, listed),
            "nationals": Table.from_rows(NATIONAL_COLUMNS, [_national(work) for _, work in adopting]),
            "traced": Table.from_rows(TRACED_COLUMNS, _lags(adopting)),
            "committees": Table.from_rows(COMMITTEE_COLUMNS, _committees(listed)),
            "pairs": Table.from_rows(PAIR_COLUMNS, [_pair(number, work) for number, work in adopting]),
            "gaps": Table.from_rows(GAP_COLUMNS, [_gap(work) for work in listed if work["converted"] != "yes"]),
            "outdated": Table.from_rows(
                OUTDATED_COLUMNS, [_outdated(work) for _, work in adopting if work["edition_state"] == "outdated"]
            ),
            "flags": Table.from_rows(FLAG_COLUMNS, [_flag(number, work) for number, work in adopting[:2]]),
            **outlook_tables(listed),
        },
        "overview": Overview(
            fields=_by_field(listed),
            committees=(Slice("ISO/TC 4", "ISO/TC 4", 0.75, 3, 4), Slice("", "without committee", None, 0, 0)),
            years=tuple(Slice(year, f"{year}-12-31", 0.5, 4, 8) for year in ("2024", "2025")),
            ages=(Slice("over 60 months", "over 60 months", 1, 3, 3),),
            pace=ReviewPace(120, (("2026-01-05", 40), ("2026-01-07", 80))),
        ),
        "problems": _PROBLEMS,
        "changes": _CHANGES,
    }
    return ReportContent(**filled | changed)


def with_tables(content: ReportContent, **tables: Table) -> ReportContent:
    """The same report with these tables instead."""
    return replace(content, tables={**content.tables, **tables})


FLAG_COLUMNS = [column.name for column in flags.COLUMNS]


def _flag(number: int, work: dict[str, Any]) -> dict[str, Any]:
    pair = _pair(number, work)
    return {
        "national": pair["national"],
        "national_title": pair["national_title"],
        "degree": pair["degree"],
        "adopted_edition": pair["international"],
        "work": pair["work"],
        "current_edition": pair["current_edition"],
        "edition_state": pair["edition_state"],
        "reason": DUPLICATE,
    }


def _work(number: int) -> dict[str, Any]:
    name, native, committee, national_committee, ics = _OBJECTS[number % len(_OBJECTS)]
    aspect, native_aspect = _ASPECTS[number // 6 % len(_ASPECTS)]
    part, year = number % 4 + 1, 2003 + number % 22
    degree = _DEGREES[number % len(_DEGREES)]
    is_outdated = degree in {"IDT", "MOD"} and number % 5 == 0
    publisher = committee.split("/TC")[0].split(" ")[0]
    designation = f"{publisher} {70001 + number // 4}-{part}"
    applicable = "N" if number % 19 == 3 else "?" if number % 13 == 6 else "Y"
    return {
        "international": f"{designation}:{year}",
        "title_en": f"{name} — Part {part}: {aspect}",
        "title_native": f"{native} 第{part}部分：{native_aspect}" if number % 3 else "",
        "type": "TS" if number % 23 == 9 else "IS",
        "published": f"{year}-0{number % 9 + 1}-15" if number % 8 else f"{year}-0{number % 9 + 1}",
        "stage": 9060 if number % 3 else 6060,
        "status": "in_force",
        "committee": committee,
        "ics": [ics],
        "national_committee": national_committee,
        "applicable": applicable,
        "applicability_reason": "N2" if applicable == "N" else "",
        "applicability_note": "温带和热带气候条件不同" if applicable == "N" else "",
        "converted": "yes" if degree in {"IDT", "MOD"} else "no",
        "national": [f"GB/T {80001 + number // 4}.{part}-{year - 2 if is_outdated else year + 2}"] if degree else [],
        "national_title": f"{native} 第{part}部分：{native_aspect}" if degree else "",
        "degree": degree,
        "adopted_edition": [f"{designation}:{year - 6 if is_outdated else year}"] if degree else [],
        "edition_state": "" if not degree else "outdated" if is_outdated else "current",
        "plan": f"2025{1000 + number}-T-604 起草" if not degree and number % 2 else "",
        "plan_due": "2026-12" if not degree and number % 2 else "",
        "note": "",
        "judged": int(applicable != "?"),
        "counted_degree": degree if applicable != "N" else "",
    } | _marks(applicable != "N", degree in {"IDT", "MOD"}, is_outdated, not degree and number % 2 == 1)


def _marks(is_counted: bool, is_converted: bool, is_outdated: bool, is_planned: bool) -> dict[str, Any]:
    """Which rates the work is counted in, and why."""
    converted = is_counted and is_converted
    return {
        "in_denominator": int(is_counted),
        "in_numerator": int(converted),
        "in_current": int(converted and not is_outdated),
        "in_amended": int(converted and not is_outdated),
        "in_projected": int(converted or (is_counted and is_planned)),
        "in_degrees": int(converted),
        "why": COVERED if converted else NO_ADOPTION if is_counted else LEFT_OUT[ApplicabilityVerdict.NOT_APPLICABLE],
    }


def _pair(number: int, work: dict[str, Any]) -> dict[str, Any]:
    is_declared = number % 4 == 0
    return {
        "national": work["national"][0],
        "national_title": work["national_title"],
        "national_title_en": work["title_en"].replace("—", "-"),
        "international": work["adopted_edition"][0],
        "work": work["international"].rpartition(":")[0],
        "international_title": work["title_en"],
        "degree": work["degree"],
        "coverage": "joint" if number % 9 == 2 else "full",
        "joint": "A" if number % 9 == 2 else "",
        "edition_state": work["edition_state"],
        "current_edition": work["international"],
        "verdict": "declared" if is_declared else "confirmed",
        "stale": number % 17 == 5,
        "reason": "",
        "note": "仅编辑性修改" if work["degree"] == "IDT" and number % 6 == 1 else "",
        "reviewer": "" if is_declared else "R1",
        "at": "" if is_declared else f"2026-01-{number % 28 + 1:02}T09:{number % 60:02}:00+00:00",
        "score": 99.5 - number % 30,
        "band": "strong" if number % 30 < 12 else "probable",
    }


def _national(work: dict[str, Any]) -> dict[str, Any]:
    adopts = work["degree"] in {"IDT", "MOD"}
    return {
        "national": work["national"][0],
        "title": work["national_title"],
        "international": work["adopted_edition"][0],
        "degree": work["degree"],
        **dict.fromkeys(NATIONAL_MARKS.values(), int(adopts)),
        CYCLE_MONTHS: None,
        "why": COVERED_WORK if adopts else NOT_EQUIVALENT,
        "committee": work["national_committee"],
        "ics": work["ics"],
    }


def _lags(adopting: Sequence[tuple[int, dict[str, Any]]]) -> list[dict[str, Any]]:
    """The eight pairs behind the lag of 29.15 months that the report states."""
    months = (10.0, 20.0, 25.0, 28.3, 30.0, 35.0, 40.0, 50.0)
    return [
        {
            "figure": "adoption_lag_median",
            "standard": work["national"][0],
            "title": work["national_title"],
            "counterpart": work["adopted_edition"][0],
            "degree": work["degree"],
            "counted": 1,
            "weight": 1,
            "months": one,
            "why": COVERED_WORK,
        }
        for one, (_, work) in zip(months, (adopting * len(months))[: len(months)], strict=bool(adopting))
    ]


def _gap(work: dict[str, Any]) -> dict[str, Any]:
    gap = "not_equivalent" if work["degree"] == "NEQ" else "planned" if work["plan"] else "unconverted"
    way = {"not_equivalent": Way.STRENGTHEN, "planned": Way.PLAN}.get(gap, Way.ADOPT)
    return work | {
        "gap": gap,
        "way": WAY_NAMES[way],
        "national": "; ".join(work["national"]),
        "score": None,
        "band": "",
    }


def _outdated(work: dict[str, Any]) -> dict[str, Any]:
    year = int(work["international"].rpartition(":")[2])
    return work | {
        "national": work["national"][0],
        "adopted_edition": work["adopted_edition"][0],
        "adopted_published": f"{year - 6}-05-01",
        "current_edition": work["international"],
        "current_published": work["published"],
        "age_months": (2026 - year) * 12 - 4.5,
    }


def _committees(works: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    rows = []
    for committee in sorted({work["national_committee"] for work in works}):
        mine = [work for work in works if work["national_committee"] == committee]
        applicable = [work for work in mine if work["applicable"] != "N"]
        converted = [work for work in applicable if work["converted"] == "yes"]
        current = [work for work in converted if work["edition_state"] == "current"]
        rows.append(
            {
                "committee": committee,
                "works": len(mine),
                "applicable": len(applicable),
                "converted": len(converted),
                "converted_idt": sum(work["degree"] == "IDT" for work in converted),
                "converted_mod": sum(work["degree"] == "MOD" for work in converted),
                "neq": sum(work["degree"] == "NEQ" for work in applicable),
                "planned": sum(bool(work["plan"]) for work in applicable),
                "unconverted": len(applicable) - len(converted),
                "rate": len(converted) / len(applicable) if applicable else None,
                "rate_current": len(current) / len(applicable) if applicable else None,
                "gap": max(0, -(-85 * len(applicable) // 100) - len(converted)),
            }
        )
    return rows


def _indicators(works: Sequence[dict[str, Any]]) -> tuple[Indicator, ...]:
    counted = [work for work in works if work["applicable"] != "N"]
    converted = [work for work in counted if work["converted"] == "yes"]
    current = [work for work in converted if work["edition_state"] == "current"]
    planned = [work for work in counted if work["plan"]]
    nationals = [work for work in works if work["degree"]]
    adopting = [work for work in nationals if work["degree"] != "NEQ"]
    certain = sum(work["applicable"] == "Y" or work["converted"] == "yes" for work in counted)
    rate = _share(len(converted), len(counted))
    degrees = [
        Slice(key, label, *_share(sum((work["degree"] or "none") == key for work in counted), len(counted)))
        for key, label in (("IDT", "IDT"), ("MOD", "MOD"), ("NEQ", "NEQ"), ("none", "no adoption"))
    ]
    formerly = Slice("MOD/EQV", "of these formerly EQV", *_share(1, len(counted)))
    lags = (
        Slice("link/mean", "mean", 29.8, None, 8),
        Slice("cohort/36", "converted within 36 months", 0.5, 4, 8, "ratio"),
        Slice("link/excluded", "links left out: no date, or the year only", 2, 2, None, "pairs"),
    )
    gap = max(0, -(-85 * len(counted) // 100) - len(converted))
    behind = Slice("current", "net of outdated editions", gap + 3, len(current), len(counted))
    return (
        _indicator("conversion_rate", *rate, low=rate[0], high=_share(len(converted), certain)[0]),
        _indicator("conversion_rate_current", *_share(len(current), len(counted))),
        _indicator("conversion_rate_current_amendments", *_share(len(current), len(counted))),
        _indicator("conversion_rate_projected", *_share(len(converted) + len(planned), len(counted))),
        _indicator("degrees_by_work", *rate, breakdown=(*degrees[:2], formerly, *degrees[2:])),
        _indicator("key_indicator_equal_rate", None, 0, 0),
        _indicator("adoption_lag_median", 29.15, None, 8, breakdown=lags),
        _indicator("outdated_adoptions", len(converted) - len(current), len(converted) - len(current), len(counted)),
        _indicator("adoption_rate", *_share(len(adopting), len(nationals))),
        _indicator("gap_to_target", gap, len(converted), len(counted), breakdown=(behind,)),
    )


def _indicator(
    indicator_id: str, value: float | None, numerator: float | None, denominator: float | None, **more: Any
) -> Indicator:
    """The figure under the name and the rule that the program gives it."""
    known = definition_of(indicator_id)
    return Indicator(indicator_id, known.name, known.rule, value, numerator, denominator, known.unit, **more)


def _by_field(works: Sequence[dict[str, Any]]) -> tuple[Slice, ...]:
    slices = []
    for key in ("21", "23", "25", "35", "53", "97"):
        mine = [work for work in works if work["ics"][0].startswith(key) and work["applicable"] != "N"]
        slices.append(
            Slice(key, field_label(key), *_share(sum(work["converted"] == "yes" for work in mine), len(mine)))
        )
    return tuple(slices)


def _share(numerator: int, denominator: int) -> tuple[float | None, int, int]:
    return (numerator / denominator if denominator else None, numerator, denominator)


def _catalogue(number: int, level: Level, file_name: str, sheet: str, rows: int) -> Catalogue:
    return Catalogue(
        number, level, file_name, sheet, f"{number}a" * 32, "2026-01-05T07:00:00+00:00", "2025-12-31", rows, rows - 1
    )


_SENSITIVITY = (
    Sensitivity("outline-85", "Outline", 0.571, 16, 28),
    Sensitivity("strict-current", "Strict: current edition", 0.4286, 12, 28),
    Sensitivity("lenient", "Lenient", None, 0, 0),
)
_WATERFALL = (
    WaterfallStep("every row of the international catalogues, every stated or confirmed pair", 19, 40, 0.475, None),
    WaterfallStep("only editions in force: one for each standard", 17, 32, 0.53125, 0.05625, 8, 0, 0),
    WaterfallStep("NEQ and pairs without a degree do not count as adoption", 16, 32, 0.5, -0.03125, 0, 1, 0),
    WaterfallStep("only adopted editions that count", 16, 32, 0.5, 0.0),
)
_PROBLEMS = (
    Problem(
        "designation-not-understood",
        Severity.WARNING,
        "The number “{text}” was not understood; it is kept as text.",
        {"text": "GB/T ????"},
        "国家标准目录.xlsx",
        "现行",
        17,
        "标准号",
    ),
    Problem(
        "total-row", Severity.LEFT_OUT, "This row is a total, not a standard.", {}, "国家标准目录.xlsx", "现行", 231
    ),
)
_CHANGES = (
    Change(
        1,
        "2026-01-09T10:00:00+00:00",
        "R1",
        Action.DECIDE,
        (
            RowChange(
                Subject.DECISION,
                ("GB/T 80001.1-2005", "ISO 70001-1"),
                None,
                {"verdict": "confirmed", "degree": "IDT", "coverage": "full", "international": "ISO 70001-1:2003"},
            ),
            RowChange(
                Subject.DECISION,
                ("GB/T 80001.2-2006", "ISO 70001-2"),
                {"verdict": "unsure", "degree": None, "coverage": "full"},
                {"verdict": "confirmed", "degree": "MOD", "coverage": "joint", "joint": "A", "note": "附录A为新增"},
            ),
        ),
        None,
        "1b" * 32,
    ),
    Change(
        2,
        "2026-01-09T10:05:00+00:00",
        "R2",
        Action.APPLICABILITY,
        (
            RowChange(
                Subject.APPLICABILITY, ("ISO 70002-1", ""), None, {"verdict": "N", "reason": "N2", "note": "寒冷地区"}
            ),
        ),
        None,
        "5c" * 32,
    ),
    Change(
        3,
        "2026-01-09T10:06:00+00:00",
        "R2",
        Action.UNDO,
        (RowChange(Subject.APPLICABILITY, ("ISO 70002-1", ""), {"verdict": "N", "reason": "N2"}, None),),
        2,
        "9f" * 32,
    ),
)
