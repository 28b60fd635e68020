"""Why the rate is what it is: each rule on the way from all rows to the headline, and the rows that it moved."""

from collections.abc import Mapping, Sequence

from xlsxwriter import Workbook
from xlsxwriter.chart import Chart

from aligner.domain.standards.table import Table
from aligner.domain.text import N_
from aligner.i18n import Translator, round_half_up
from aligner.reports.content.report import ReportContent, WaterfallStep
from aligner.reports.sheets.front import tables
from aligner.reports.sheets.listing import Listing, translated
from aligner.reports.workbook import charts
from aligner.reports.workbook.charts import Block
from aligner.reports.workbook.page import Column
from aligner.reports.workbook.places import Places
from aligner.reports.workbook.style import Kind

COLUMNS = (
    Column("step", N_("No."), Kind.INTEGER, 6, 8),
    Column("label", N_("Rule"), Kind.TEXT, 30, 52),
    Column("moved", N_("Effect of the rule"), Kind.TEXT, 24, 46),
    Column("numerator", N_("Numerator"), Kind.INTEGER, 10, 12),
    Column("denominator", N_("Denominator"), Kind.INTEGER, 10, 13),
    Column("rate", N_("Rate"), Kind.RATIO, 9, 10),
    Column("change", N_("Change, in points"), Kind.DECIMAL, 10, 12),
    Column("rows", N_("Rows affected"), Kind.INTEGER, 9, 11),
    Column("whole", N_("Chart: rate"), Kind.RATIO, 10, 12),
    Column("foot", N_("Chart: base"), Kind.RATIO, 10, 12),
    Column("rise", N_("Chart: rise"), Kind.RATIO, 10, 12),
    Column("fall", N_("Chart: fall"), Kind.RATIO, 10, 12),
    Column("top", N_("Chart: top"), Kind.RATIO, 10, 12),
)
"""The last five serve the chart and are not printed."""

_NAMES = [column.name for column in COLUMNS]

MOVED_COLUMNS = (
    Column("step", N_("No."), Kind.INTEGER, 6, 8),
    Column("rule", N_("Rule"), Kind.TEXT, 20, 36),
    Column("move", N_("Outcome"), Kind.TEXT, 16, 28),
    Column("international", N_("International standard"), Kind.TEXT, 16, 26),
    Column("title", N_("Title"), Kind.TEXT, 20, 50),
    Column("national", N_("National standard"), Kind.TEXT, 14, 26),
    Column("degree", N_("Degree"), Kind.MARK, 8, 10),
)


def rows(content: ReportContent, translate: Translator) -> Table:
    """One row for each rule, with what the columns of the chart need."""
    steps = content.waterfall
    if not steps:
        return Table({})
    shown = tables.waterfall(content, translate)
    bars = [_bar(steps, place) for place in range(len(steps))]
    return Table(
        {name: shown[name] for name in ("step", "moved", "numerator", "denominator", "rate", "change")}
        | {
            "label": [translate(step.label) for step in steps],
            "rows": [step.left_out + step.not_converted + step.converted for step in steps],
        }
        | {name: [bar[name] for bar in bars] for name in ("whole", "foot", "rise", "fall", "top")}
    )


def moved_rows(content: ReportContent, translate: Translator) -> Table:
    """The moved rows in the words of the reader."""
    moved = content.table("moved")
    if not len(moved):
        return Table({})
    words = {name: translated(moved[name], translate) for name in ("rule", "move")}
    return Table({column.name: moved[column.name] for column in MOVED_COLUMNS} | words)


def _bar(steps: Sequence[WaterfallStep], place: int) -> dict[str, float]:
    """The first and the last rate stand whole, the others float between the rate before and their own."""
    now = steps[place].rate or 0.0
    before = (steps[place - 1].rate or 0.0) if place else 0.0
    if place in {0, len(steps) - 1}:
        return {"whole": now, "foot": 0.0, "rise": 0.0, "fall": 0.0, "top": now}
    rise, fall = max(0.0, now - before), max(0.0, before - now)
    return {"whole": 0.0, "foot": min(now, before), "rise": rise, "fall": fall, "top": max(now, before)}


def _chart(workbook: Workbook, block: Block, table: Table, translate: Translator) -> Chart:
    names, whole, foot, rise, fall, top = map(_NAMES.index, ("step", "whole", "foot", "rise", "fall", "top"))
    title = translate("From all rows to the rate, one rule after the other")
    columns = (names, whole, foot, rise, fall, top)
    return charts.waterfall(workbook, block, title, translate, columns=columns, labels=_labels(table, translate))


def _labels(table: Table, translate: Translator) -> list[str]:
    """The rate at both ends, the change in points between them."""
    last = len(table) - 1
    return [
        translate.percent(rate) if place in {0, last} else f"{round_half_up(change or 0.0, 1):+}"
        for place, (rate, change) in enumerate(zip(table["rate"], table["change"], strict=True))
    ]


def _links(content: ReportContent, places: Places) -> Mapping[int, str]:
    """Each rule leads to the first of the rows that it moved."""
    place = places.get("moved")
    if place is None or not place.has_rows:
        return {}
    first: dict[int, str] = {}
    for row, step in enumerate(content.table("moved")["step"]):
        first.setdefault(step - 1, place.row_link(row))
    return first


SHEET = Listing(
    id="steps",
    name=N_("Why this rate"),
    title=N_("Why the rate is what it is: from all rows to the headline, one rule after the other"),
    columns=COLUMNS,
    rows=rows,
    frozen=2,
    printed=_NAMES.index("rows") + 1,
    chart=_chart,
    links=_links,
)
MOVED = Listing(
    id="moved",
    name=N_("Rows by rule"),
    title=N_("The rows affected by each rule on the way to the rate"),
    columns=MOVED_COLUMNS,
    rows=moved_rows,
    frozen=2,
)
