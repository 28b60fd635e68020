"""Indicators by ICS field, committee or year: for each figure its value and what it was divided from."""

from collections.abc import Callable, Iterator
from typing import Any

from aligner.domain.figures.indicator import BREAKDOWN_NAMES
from aligner.domain.standards.table import Table
from aligner.domain.text import N_
from aligner.i18n import Translator
from aligner.reports.content.report import Breakdown, ReportContent
from aligner.reports.sheets.listing import Listing
from aligner.reports.workbook.page import Column
from aligner.reports.workbook.style import Kind

_NAMES = {
    "ics": N_("By ICS field"),
    "committee": N_("Indicators by committee"),
    "year": N_("By year"),
}
_TITLES = {
    "ics": N_("Indicators by ICS field (a work with several ICS counts in each; fields do not add up)"),
    "committee": N_("Indicators by committee"),
    "year": N_("Indicators by year"),
}


def listings(content: ReportContent, translate: Translator) -> Iterator[Listing]:
    """One sheet for each breakdown, its columns made from the indicators in it."""
    for breakdown in content.breakdowns:
        table = table_of(breakdown, content, translate)
        yield Listing(
            id=f"by_{breakdown.dimension}",
            name=_NAMES[breakdown.dimension],
            title=_TITLES[breakdown.dimension],
            columns=tuple(_columns(breakdown, content, translate)),
            rows=_given(table),
        )


def _given(table: Table) -> Callable[[ReportContent, Translator], Table]:
    """The table itself: it was needed before, to know the columns."""
    return lambda _content, _translate: table


def table_of(breakdown: Breakdown, content: ReportContent, translate: Translator) -> Table:
    """One row for each slice in the order of their keys; columns `<indicator>.value`, `.numerator`, `.denominator`.

    A value that nothing can be computed for is n/a; one that a group does not have stays empty: international
    committees own no national standards.
    """
    units = {each.id: each.unit for each in content.indicators}
    rows: dict[str, dict[str, Any]] = {}
    for indicator, slices in breakdown.slices.items():
        for part in slices:
            row = rows.setdefault(part.key, {"key": part.key, "label": translate(part.label)})
            row[f"{indicator}.value"] = (part.value, units.get(indicator, "ratio"))
            row[f"{indicator}.numerator"] = part.numerator
            row[f"{indicator}.denominator"] = part.denominator
    figures = [f"{each}.{piece}" for each in breakdown.slices for piece in ("value", "numerator", "denominator")]
    return Table.from_rows(["key", "label", *figures], [rows[key] for key in sorted(rows)])


def _columns(breakdown: Breakdown, content: ReportContent, translate: Translator) -> Iterator[Column]:
    if breakdown.dimension == "ics":
        yield Column("key", BREAKDOWN_NAMES["ics"], Kind.CODE, 8, 20)
        yield Column("label", N_("Name"), Kind.TEXT, 10, 40)
    else:
        yield Column("label", BREAKDOWN_NAMES[breakdown.dimension], Kind.TEXT, 8, 40)
    for indicator_id in breakdown.slices:
        indicator = content.indicator(indicator_id)
        name = translate(indicator.name) if indicator else indicator_id
        unit = indicator.unit if indicator else "ratio"
        yield Column(f"{indicator_id}.value", name, Kind.FIGURE, 11, 17)
        if unit == "ratio":
            numerator = translate("{name}: numerator", name=name)
            denominator = translate("{name}: denominator", name=name)
            yield Column(f"{indicator_id}.numerator", numerator, Kind.INTEGER, 11, 17)
            yield Column(f"{indicator_id}.denominator", denominator, Kind.INTEGER, 11, 17)
