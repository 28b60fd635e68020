"""What is missing, in the order in which it should be done, and adoptions of editions that are not current."""

from typing import Any

from aligner.domain.standards.table import Table
from aligner.indicators.counting.count import Counting
from aligner.indicators.figures.reasons import JOINT_OPEN, MERGED, NOT_EQUIVALENT, OUTDATED, PARTIAL, PLAN_ONLY
from aligner.indicators.plans.scenario import NearestStandard
from aligner.indicators.plans.ways import OF_STATE, WAY_NAMES
from aligner.indicators.plans.worklist import LinkItem, WorklistItem, outdated_links, withdrawn_links, worklist
from aligner.reports.content.report import GAP_COLUMNS, OUTDATED_COLUMNS
from aligner.usecases.figures.scenario import Outlook

GAP_OF_REASON = {
    PARTIAL: "partial",
    MERGED: "partial",
    JOINT_OPEN: "partial",
    NOT_EQUIVALENT: "not_equivalent",
    PLAN_ONLY: "planned",
    OUTDATED: "outdated",
}
"""What the report calls an applicable work that is not converted; "unconverted" for any other reason."""


def gaps_table(known: Outlook) -> Table:
    """The worklist of applicable works that are not converted, then outdated and withdrawn adoptions; GAP_COLUMNS."""
    counting, positions = known.counting, known.counting.inputs.works.positions
    ways = {one.work: one.way for one in known.opportunities}
    rows = [
        _open_work(counting, one, WAY_NAMES[ways[position]], known.nearest.get(position))
        for one in worklist(counting)
        for position in [positions[one.work]]
    ]
    rows += [_not_current(counting, one, "outdated") for one in outdated_links(counting)]
    rows += [_not_current(counting, one, "adopts withdrawn") for one in withdrawn_links(counting)]
    return Table.from_rows(GAP_COLUMNS, rows)


def outdated_table(counting: Counting) -> Table:
    """Adoptions of an edition that is not the current one, oldest first, then of withdrawn ones; OUTDATED_COLUMNS."""
    links = [*outdated_links(counting), *withdrawn_links(counting)]
    return Table.from_rows(OUTDATED_COLUMNS, (_outdated_row(counting, one) for one in links))


def _open_work(counting: Counting, item: WorklistItem, way: str, candidate: NearestStandard | None) -> dict[str, Any]:
    shown = None if item.nationals else candidate
    nationals = item.nationals or ((shown.national,) if shown else ())
    return {
        "gap": GAP_OF_REASON.get(item.reason, "unconverted"),
        "international": item.designation,
        "title_en": item.title,
        "title_native": "",
        "committee": item.committee,
        "ics": list(item.ics),
        "published": item.published,
        "national": list(nationals),
        "national_title": [_national(counting, one, "title") for one in nationals],
        "national_committee": list(dict.fromkeys(_national(counting, one, "committee") for one in nationals)),
        "score": shown.score if shown else None,
        "band": shown.band if shown else "",
        "plan": list(item.plans),
        "way": way,
        "note": "",
    }


def _not_current(counting: Counting, item: LinkItem, gap: str) -> dict[str, Any]:
    table = counting.inputs.international
    edition = counting.inputs.works.find_edition(item.current or item.cited)
    row = edition.row if edition else None
    return {
        "gap": gap,
        "international": item.current or item.cited,
        "title_en": "" if row is None else table["title_en"][row] or table["title"][row],
        "committee": "" if row is None else table["committee"][row],
        "ics": [] if row is None else table["ics"][row],
        "published": "" if edition is None else edition.published,
        "national": [item.national],
        "national_title": [item.title],
        "national_committee": [_national(counting, item.national, "committee")],
        "way": OF_STATE[item.state] if item.state else "",
        "note": ", ".join(item.missed),
    }


def _outdated_row(counting: Counting, item: LinkItem) -> dict[str, Any]:
    works = counting.inputs.works
    cited, current = works.find_edition(item.cited), works.find_edition(item.current) if item.current else None
    return {
        "national": item.national,
        "national_title": item.title,
        "national_committee": _national(counting, item.national, "committee"),
        "degree": item.degree,
        "adopted_edition": item.cited,
        "adopted_published": cited.published if cited else "",
        "current_edition": item.current,
        "current_published": current.published if current else "",
        "edition_state": item.state.value if item.state else "",
        "age_months": None if item.age_months is None else round(item.age_months, 1),
        "note": ", ".join(item.missed),
    }


def _national(counting: Counting, designation: str, column: str) -> str:
    row = counting.inputs.catalogued.listed.numbers.row(designation)
    return "" if row is None else str(counting.inputs.national[column][row])
