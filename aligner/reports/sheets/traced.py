"""The rows behind figures over pairs, key indicators, decisions and plans, one figure after the other."""

from aligner.domain.standards.table import Table
from aligner.domain.text import N_
from aligner.i18n import Translator
from aligner.reports.content.report import ReportContent
from aligner.reports.sheets.listing import Listing, translated
from aligner.reports.workbook.page import Column
from aligner.reports.workbook.style import Kind

COLUMNS = (
    Column("name", N_("Figure"), Kind.TEXT, 14, 28),
    Column("standard", N_("Standard"), Kind.TEXT, 16, 28),
    Column("title", N_("Title"), Kind.TEXT, 16, 40),
    Column("counterpart", N_("Counterpart"), Kind.TEXT, 14, 28),
    Column("degree", N_("Degree"), Kind.MARK, 8, 12),
    Column("counted", N_("Counted", "row"), Kind.INTEGER, 8, 10),
    Column("weight", N_("Weight"), Kind.DECIMAL, 8, 9),
    Column("months", N_("Months"), Kind.DECIMAL, 8, 10),
    Column("why", N_("Why it counts this way"), Kind.TEXT, 16, 44),
)


def rows(content: ReportContent, translate: Translator) -> Table:
    """The rows in the order given, figures and reasons in words; `figure` stays beside them as its id."""
    traced = content.table("traced")
    if not len(traced):
        return Table({})
    names = {one.id: one.name for one in content.indicators}
    return Table(
        {
            **traced.columns,
            "name": translated([names.get(one, one) for one in traced["figure"]], translate),
            "why": translated(traced["why"], translate),
        }
    )


SHEET = Listing(
    id="traced",
    name=N_("Rows behind other figures"),
    title=N_("Rows behind the figures over pairs, key indicators, decisions and plans"),
    columns=COLUMNS,
    rows=rows,
)
