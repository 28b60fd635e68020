"""A sheet that holds one table."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from math import ceil
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.chart import Chart
from xlsxwriter.utility import xl_range

from aligner.domain.standards.table import Table
from aligner.i18n import Translator
from aligner.reports.content.report import ReportContent
from aligner.reports.workbook.charts import Block
from aligner.reports.workbook.page import HEADER_ROW, Column, Page
from aligner.reports.workbook.paper import A3, PAPERS, Paper
from aligner.reports.workbook.places import Places
from aligner.reports.workbook.style import Kind

CHART_WIDTH, CHART_HEIGHT = 980, 340  # pixels
POINTS_PER_PIXEL = 0.75


@dataclass(frozen=True, slots=True)
class Listing:
    """One sheet of the report: `rows` gives what its columns show, in the words of the reader.

    `id` names the table inside the workbook; `frozen` columns stay in view when the sheet is scrolled sideways.
    """

    id: str
    name: str
    title: str
    columns: Sequence[Column]
    rows: Callable[[ReportContent, Translator], Table]
    frozen: int = 1
    printed: int | None = None
    """How many of the columns are printed on A4, all when None: those to the right are for the screen."""
    printed_on_a3: int | None = None
    """The same on A3, as on A4 when None."""
    totals: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Columns with a total below the table: (name,) for the sum of a column, (part, whole) for a share of two sums."""
    chart: Callable[[Workbook, Block, Table, Translator], Chart] | None = None
    """Drawn from the table and placed below it."""
    links: Callable[[ReportContent, Places], Mapping[int, str]] | None = None
    """Where the number in the last printed column of a row leads, by the row of the table."""
    is_form: bool = False
    """Laid out as it is filed: the title over the middle, below it who files it, for which day and in which unit."""

    def printed_columns(self, paper: Paper) -> int:
        """How many of the columns this paper shows."""
        on_a3 = self.printed_on_a3 if paper is A3 else None
        return on_a3 or self.printed or len(self.columns)


def write_listing(
    page: Page, listing: Listing, table: Table, content: ReportContent, workbook: Workbook, places: Places
) -> None:
    """Title, note, table and print set-up of one sheet."""
    rows = page.translate.plural("{number} row", "{number} rows", len(table))
    paper = PAPERS[content.paper]
    printed = listing.printed_columns(paper)
    if listing.is_form:
        note = f"{form_line(content, page.translate)} · {rows}"
        page.form_head(page.translate(listing.title), note, printed)
    else:
        page.head(page.translate(listing.title), f"{stamp(content, page.translate)} · {rows}")
    page.set_up(
        stamp(content, page.translate),
        first_row=HEADER_ROW + 1,
        columns=listing.frozen,
        header_row=HEADER_ROW,
        paper=paper,
    )
    widths = page.widths(listing.columns, table, printed=printed, paper=paper)
    page.heights(HEADER_ROW, listing.columns, widths, table)
    below = page.table(HEADER_ROW, listing.columns, table, listing.id)
    if listing.totals and len(table):
        below = _write_totals(page, listing, table, below)
    if listing.links is not None and len(table):
        _write_links(page, listing, table, listing.links(content, places))
    if listing.chart is not None and len(table):
        block = Block(page.name, HEADER_ROW + 1, HEADER_ROW + len(table))
        below = _place_chart(page, listing.chart(workbook, block, table, page.translate), below + 1)
    if printed < len(listing.columns):
        page.sheet.print_area(0, 0, below - 1, printed - 1)
    page.sheet.ignore_errors({"number_stored_as_text": f"A1:XFD{below}"})
    page.sheet.hide_gridlines(2)


def _write_links(page: Page, listing: Listing, table: Table, targets: Mapping[int, str]) -> None:
    place = (listing.printed or len(listing.columns)) - 1
    column = listing.columns[place]
    for row, target in targets.items():
        page.link(HEADER_ROW + 1 + row, place, target, column.kind, table[column.name][row])


def _place_chart(page: Page, chart: Chart, top: int) -> int:
    """Put the chart below the table; gives the first row below it."""
    chart.set_size({"width": CHART_WIDTH, "height": CHART_HEIGHT})
    description = page.translate("Chart; its numbers are in the table above it.")
    page.sheet.insert_chart(top, 0, chart, {"object_position": 2, "description": description})
    return top + ceil(CHART_HEIGHT * POINTS_PER_PIXEL / page.style.row_height) + 1


def _write_totals(page: Page, listing: Listing, table: Table, row: int) -> int:
    """A line of sums below the table, as formulas; gives the first row below it."""
    names = [column.name for column in listing.columns]
    page.sheet.write_string(row, 0, page.translate("Total"), page.style.total(Kind.TEXT))
    for position, column in enumerate(listing.columns[1:], 1):
        look = page.style.total(column.kind)
        sums = [sum(table[name]) for name in listing.totals.get(column.name, ())]
        cells = [
            xl_range(HEADER_ROW + 1, names.index(name), row - 1, names.index(name))
            for name in listing.totals.get(column.name, ())
        ]
        if len(sums) == 1:
            page.sheet.write_formula(row, position, f"=SUM({cells[0]})", look, sums[0])
        elif sums and sums[1]:
            page.sheet.write_formula(row, position, f"=SUM({cells[0]})/SUM({cells[1]})", look, sums[0] / sums[1])
        else:
            page.sheet.write_blank(row, position, None, look)
    return row + 1


def stamp(content: ReportContent, translate: Translator) -> str:
    """Project, profile, date and snapshot: what every printed page must say of itself."""
    text = translate(
        "{project} · profile {profile} · reference date {date}",
        project=content.project,
        profile=content.profile,
        date=content.as_of,
    )
    if content.snapshot is None:
        return text
    return f"{text} · {translate('snapshot {name}', name=content.snapshot.name)}"


def form_line(content: ReportContent, translate: Translator) -> str:
    """The line below the title of a form: who files it, for which day, in which unit, counted how."""
    filed_by = translate("Reporting unit: {organization}", organization=content.organization or "_" * 24)
    unit = translate("Unit: one international standard")
    return f"{filed_by}    {unit}    {stamp(content, translate)}"


def translated(texts: list[str], translate: Translator) -> list[str]:
    """Each text in the reader's language; there are few different ones among many rows."""
    known = {text: translate(text) for text in set(texts)}
    return [known[text] for text in texts]


def column_of(table: Table, name: str) -> list[Any]:
    """The column, empty when the table as a whole is."""
    return table[name] if len(table) else []
