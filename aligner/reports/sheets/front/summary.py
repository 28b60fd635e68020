"""The second sheet: the figures with their rules, what they were counted from, and their charts."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from math import ceil

from xlsxwriter import Workbook
from xlsxwriter.chart import Chart

from aligner.domain.journal_times import zoned_time
from aligner.domain.standards.table import Table
from aligner.domain.text import N_
from aligner.i18n import Translator
from aligner.reports.content.open_verdicts import open_verdicts
from aligner.reports.content.report import ReportContent
from aligner.reports.sheets.front import checks as again
from aligner.reports.sheets.front import sources, tables
from aligner.reports.sheets.listing import stamp
from aligner.reports.workbook import charts
from aligner.reports.workbook.cells import clean
from aligner.reports.workbook.charts import Block
from aligner.reports.workbook.page import Column, Page, figure_kind, lines_of
from aligner.reports.workbook.places import Places, link_of

NAME = N_("Summary")

STATEMENT = N_(
    "Nothing in this report is an official figure. No authority has published a formula for the conversion rate of "
    "international standards; each figure follows the counting rules that are printed below it."
)
"""For a page that has the counting rules further down."""

CONVERTED = {
    "part": N_("Conversion rate: {numerator} of the {denominator} international works counted are converted."),
    "family_all": N_(
        "Conversion rate: {numerator} of the {denominator} families of international works counted are converted in "
        "every part."
    ),
    "family_any": N_(
        "Conversion rate: {numerator} of the {denominator} families of international works counted are converted in at "
        "least one part."
    ),
    "national": N_(
        "Conversion rate: {numerator} national standards adopt international works, out of {denominator} when each "
        "work still unconverted counts as one more."
    ),
}
"""What the rate says, by the counting unit."""

_WIDTHS = (34, 58, 13, 13, 13, 13, 13, 13)
_CHART_WIDTH, _CHART_HEIGHT = 410, 280  # pixels; three of them are as wide as the columns
_CHARTS_IN_LINE, _CHART_LINES = 3, 2
_POINTS_PER_PIXEL = 0.75
_VALUE = 4
"""The column in which tables of figures have their value."""
_STEP = 6
"""The column of the way to the rate that numbers its steps."""


@dataclass
class _Canvas:
    """The summary while it is written: charts gather until the tables they are drawn from stand."""

    page: Page
    workbook: Workbook
    content: ReportContent
    places: Places
    drawn: list[Chart] = field(default_factory=list)
    breaks: list[int] = field(default_factory=list)
    """Rows that begin a printed page, so that what belongs together is not cut in two."""


def write_summary(page: Page, workbook: Workbook, content: ReportContent, places: Places) -> None:
    """Fill the summary from top to bottom; the charts stand below the rates, drawn from the tables around them."""
    translate = page.translate
    page.set_up(stamp(content, translate), first_row=0, columns=0)
    page.sheet.hide_gridlines(2)
    for position, width in enumerate(_WIDTHS):
        page.sheet.set_column(position, position, width)
    canvas = _Canvas(page, workbook, content, places)
    charts_at = _rates(canvas)
    chart_rows = ceil(_CHART_HEIGHT * _POINTS_PER_PIXEL / page.style.row_height) + 1
    top = _checks(canvas, charts_at + _CHART_LINES * chart_rows)
    top = _figures(canvas, top)
    _provenance(canvas, _groups(canvas, top))
    page.sheet.set_h_pagebreaks(canvas.breaks)
    _place(canvas, charts_at, chart_rows)


def _rates(canvas: _Canvas) -> int:
    """The headline and its variants beside the target, and their chart; gives the first free row."""
    page, content, translate = canvas.page, canvas.content, canvas.page.translate
    rates = tables.rates(content, translate)
    top, block = _section(page, _opening(page, content), N_("Conversion rate against the target"), tables.RATES, rates)
    if len(rates):
        drawn = charts.rates_against_target(canvas.workbook, block, content.target, translate, columns=(0, 4, 7))
        canvas.drawn.append(drawn)
    shown = [each for each in tables.RATE_NAMES if _has_value(content, each)]
    _link_values(canvas, block, shown)
    return top


def _has_value(content: ReportContent, indicator_id: str) -> bool:
    indicator = content.indicator(indicator_id)
    return indicator is not None and indicator.value is not None


def _link_values(canvas: _Canvas, block: Block, indicator_ids: Sequence[str]) -> None:
    """Let the value in each row of a table of figures lead to the rows behind it."""
    for row, indicator_id in enumerate(indicator_ids, block.first):
        target, indicator = link_of(indicator_id, canvas.places), canvas.content.indicator(indicator_id)
        if target is not None and indicator is not None and indicator.value is not None:
            canvas.page.link(row, _VALUE, target, figure_kind(indicator.unit), indicator.value)


def _checks(canvas: _Canvas, top: int) -> int:
    """The figures counted again by formulas; gives the first free row."""
    page, translate = canvas.page, canvas.page.translate
    found = again.checks(canvas.content, canvas.places, translate)
    if not found:
        return top
    canvas.breaks.append(top)  # the charts fill the first page
    heading = N_("The same figures, computed by this workbook's own formulas")
    top, block = _section(page, top, heading, again.CHECKS, again.as_table(found))
    for row, check in enumerate(found, block.first):
        for column, kind, formula, value in again.formulas(check, row + 1, translate):
            page.sheet.write_formula(row, column, formula, page.style.cell(kind), value)
    return top


def _figures(canvas: _Canvas, top: int) -> int:
    """All indicators, the way to the rate, degrees and ICS fields, with their charts; gives the first free row."""
    page, content, translate = canvas.page, canvas.content, canvas.page.translate
    indicators = tables.indicators(content, translate)
    top, block = _section(page, top, N_("All indicators"), tables.INDICATORS, indicators)
    _link_values(canvas, block, [each.id for each in content.indicators])
    for number, (indicator, table) in enumerate(tables.degrees(content, translate)):
        top, block = _section(page, top, indicator.name, tables.DEGREES, table)
        if number == 0:
            keys, title = tables.main_degrees(indicator), translate(indicator.name)
            drawn = charts.degrees(canvas.workbook, block, keys, title, translate, columns=(0, 2))
            canvas.drawn.append(drawn)
    fields = tables.largest_fields(content, translate)
    top, block = _section(page, top, N_("Largest ICS fields"), tables.FIELDS, fields)
    if len(fields):
        title = translate("Conversion rate by ICS field")
        canvas.drawn.append(charts.rate_bars(canvas.workbook, block, title, translate, columns=(1, _VALUE)))
    canvas.breaks.append(top)
    top, _ = _section(page, top, N_("Indicators in detail"), tables.DETAILS, tables.details(content, translate))
    return top


def _groups(canvas: _Canvas, top: int) -> int:
    """The rate by committee, by year and after each rule, with their charts; gives the first free row."""
    page, content, translate = canvas.page, canvas.content, canvas.page.translate
    for dimension, heading, draw in (
        ("committee", N_("Largest committees"), charts.rate_bars),
        ("year", N_("Rate at the end of each year"), charts.rate_line),
    ):
        table = tables.groups(content, dimension, translate)
        if len(table):
            top, block = _section(page, top, heading, tables.GROUPS, table)
            title = translate(heading)
            canvas.drawn.append(draw(canvas.workbook, block, title, translate, columns=(0, _VALUE)))
    steps = tables.waterfall(content, translate)
    if len(steps):
        canvas.breaks.append(top)
        heading = N_("Why the rate is what it is: from all rows to the headline, one rule after the other")
        top, block = _section(page, top, heading, tables.WATERFALL, steps)
        title = translate("The rate after each rule")
        canvas.drawn.append(charts.rate_line(canvas.workbook, block, title, translate, columns=(_STEP, _VALUE)))
    return top


def _opening(page: Page, content: ReportContent) -> int:
    """Title, statement and the headline; gives the first free row."""
    translate, sheet, style = page.translate, page.sheet, page.style
    page.head(
        translate("Alignment of national and international standards: {project}", project=content.project),
        translate(
            "Reference date {date} · profile {profile} ({title}) · project last changed {at} · Aligner {version}",
            date=content.as_of,
            profile=content.profile,
            title=translate(content.profile_title),
            at=zoned_time(content.generated_at),
            version=content.program_version,
        ),
    )
    sheet.set_row(2, style.line_height * lines_of(translate(STATEMENT), sum(_WIDTHS) - 10) + 10)
    sheet.merge_range(2, 0, 2, len(_WIDTHS) - 1, translate(STATEMENT), style.statement())
    sheet.set_row(3, 48)
    headline = content.indicator("conversion_rate")
    if headline is not None and headline.value is not None:
        sheet.write_number(3, 0, headline.value, style.headline())
    else:
        sheet.write_string(3, 0, translate("n/a"), style.headline())
    sheet.merge_range(3, 1, 3, len(_WIDTHS) - 1, "", style.headline_text())
    sheet.write_string(3, 1, clean(headline_sentence(content, translate)), style.headline_text())
    return 5


def headline_sentence(content: ReportContent, translate: Translator) -> str:
    """The conversion rate in words: out of what, how sure, and how far from the target."""
    rate, gap = content.indicator("conversion_rate"), content.indicator("gap_to_target")
    if rate is None or rate.value is None:
        return translate("There is no conversion rate: no international work is counted under this profile.")
    sentences = [
        translate(
            CONVERTED[content.unit],
            numerator=translate.number(rate.numerator),
            denominator=translate.number(rate.denominator),
        )
    ]
    sentences += open_verdicts(content.indicator("applicability_judged"), translate)
    if rate.low is not None and rate.high is not None and rate.low != rate.high:
        low, high = translate.percent(rate.low), translate.percent(rate.high)
        sentences.append(
            translate("Open applicability verdicts can move it between {low} and {high}.", low=low, high=high)
        )
    if content.target is not None and gap is not None and gap.value is not None:
        target = translate.percent(content.target)
        sentences.append(
            translate("The target of {target} is met.", target=target)
            if gap.value <= 0
            else translate(
                N_("Works still to be converted for the target of {target}: {gap}.")
                if content.counts_works
                else N_("Still missing for the target of {target}: {gap}."),
                target=target,
                gap=translate.number(gap.value),
            )
        )
    return ("" if translate.language == "zh" else " ").join(sentences)


def _provenance(canvas: _Canvas, top: int) -> None:
    """What the figures rest on: profiles, rules, files, journal, program."""
    page, content, translate = canvas.page, canvas.content, canvas.page.translate
    for heading, columns, table in (
        (
            N_("Conversion rate under every profile"),
            sources.SENSITIVITY,
            sources.sensitivity(content, translate),
        ),
        (N_("Counting rules"), sources.RULES, sources.rules(content, translate)),
        (N_("Catalogues"), sources.CATALOGUES, sources.catalogues(content, translate)),
        (N_("Journal and program"), sources.ORIGINS, sources.origins(content, translate)),
    ):
        if columns is sources.RULES:
            canvas.breaks.append(top)
        top, _ = _section(page, top, heading, columns, table)


def _section(page: Page, top: int, heading: str, columns: Sequence[Column], table: Table) -> tuple[int, Block]:
    """A heading and a table below it; gives the first free row and where the table's rows stand."""
    page.sheet.set_row(top, 24)
    page.sheet.write_string(top, 0, page.translate(heading), page.style.section())
    page.heights(top + 1, columns, _WIDTHS[: len(columns)], table)
    below = page.table(top + 1, columns, table, f"summary_{top}", filters=False)
    return below + 1, Block(page.name, top + 2, below - 1)


def _place(canvas: _Canvas, top: int, rows: int) -> None:
    """The charts in lines of three across the width of the sheet; `rows` is what a line of them takes."""
    page = canvas.page
    for position, chart in enumerate(canvas.drawn):
        line, place_in_line = divmod(position, _CHARTS_IN_LINE)
        chart.set_size({"width": _CHART_WIDTH - 8, "height": _CHART_HEIGHT})
        place = {
            "x_offset": place_in_line * _CHART_WIDTH,
            "object_position": 2,
            "description": page.translate("Chart; its numbers are in the tables of this sheet."),
        }
        page.sheet.insert_chart(top + line * rows, 0, chart, place)
