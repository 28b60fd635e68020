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
)
"""The rows behind the adoption rate."""
