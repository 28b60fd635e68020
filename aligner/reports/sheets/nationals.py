"""The national standards in force, each with whether and why it counts as adopting: the rows behind 采标率."""

from aligner.domain.standards.table import Table
from aligner.domain.text import N_
from aligner.i18n import Translator
from aligner.reports.content.report import ReportContent
from aligner.reports.sheets.listing import Listing, translated
from aligner.reports.workbook.page import Column
from aligner.reports.workbook.style import Kind

COLUMNS = (
    Column("national", N_("National standard"), Kind.TEXT, 16, 24),
    Column("title", N_("Title of the national standard"), Kind.TEXT, 24, 50),
    Column("international", N_("Cited international standard"), Kind.TEXT, 16, 34),
    Column("degree", N_("Degree"), Kind.MARK, 8, 9),
    Column("adopts", N_("Adopts"), Kind.INTEGER, 8, 9),
    Column("why", N_("Why it counts this way"), Kind.TEXT, 16, 40),
    # not printed: what the summary's formulas count; an empty cell is outside the figure
    Column("adopts_current", N_("Adopts a current edition"), Kind.INTEGER, 8, 10),
    Column("adopts_if_paired", N_("Adopts, of those with a counterpart"), Kind.INTEGER, 8, 13),
    Column("adopts_in_force", N_("Adopts one in force"), Kind.INTEGER, 8, 10),
    Column("adopts_withdrawn", N_("Adopts a withdrawn one"), Kind.INTEGER, 8, 11),
    Column("adopts_by_degree", N_("IDT or MOD"), Kind.INTEGER, 8, 9),
    Column("compared", N_("Key indicators compared"), Kind.INTEGER, 8, 11),
    Column("reviewed", N_("Reviewed"), Kind.INTEGER, 8, 10),
    Column("cycle_in_time", N_("Published within the target time"), Kind.INTEGER, 8, 12),
    Column("cycle_months", N_("Months from plan to publication"), Kind.DECIMAL, 8, 12),
    # not printed either: for filters
    Column("committee", N_("National committee"), Kind.TEXT, 11, 20),
    Column("ics", N_("ICS"), Kind.TEXT, 9, 10),
)


def rows(content: ReportContent, translate: Translator) -> Table:
    """The standards in the order given, the reasons in words."""
    nationals = content.table("nationals")
    if not len(nationals):
        return Table({})
    return Table({**nationals.columns, "why": translated(nationals["why"], translate)})


SHEET = Listing(
    id="nationals",
    name=N_("National standards"),
    title=N_("National standards in force and what they adopt"),
    columns=COLUMNS,
    rows=rows,
    printed=[column.name for column in COLUMNS].index("why") + 1,
)
"""The rows behind the figures over national standards."""
