"""The conversion table summed up for each committee (columns: domain.md 6)."""

from aligner.domain.standards.table import Table
from aligner.domain.text import N_
from aligner.i18n import Translator
from aligner.reports.content.report import ReportContent
from aligner.reports.sheets.listing import Listing
from aligner.reports.workbook.page import Column
from aligner.reports.workbook.style import Kind

COLUMNS = (
    Column("committee", N_("Committee"), Kind.TEXT, 18, 40),
    Column("works", N_("International standards"), Kind.INTEGER, 13, 15),
    Column("applicable", N_("Applicable works"), Kind.INTEGER, 11, 12),
    Column("converted", N_("Converted works"), Kind.INTEGER, 11, 12),
    Column("converted_idt", N_("of these identical"), Kind.INTEGER, 11, 12),
    Column("converted_mod", N_("of these modified"), Kind.INTEGER, 11, 12),
    Column("neq", N_("Not equivalent"), Kind.INTEGER, 11, 12),
    Column("planned", N_("Plan under way"), Kind.INTEGER, 11, 12),
    Column("unconverted", N_("Not converted"), Kind.INTEGER, 11, 12),
    Column("rate", N_("Conversion rate"), Kind.RATIO, 12, 13),
    Column("rate_current", N_("Conversion rate net of outdated editions"), Kind.RATIO, 14, 20),
    Column("gap", N_("Gap to target"), Kind.INTEGER, 11, 14),
)

SUMMED = ("works", "applicable", "converted", "converted_idt", "converted_mod", "neq", "planned", "unconverted")
"""What adds up; gaps do not, and the rate net of outdated editions has its counts in the conversion table."""


def rows(content: ReportContent, _translate: Translator) -> Table:
    """The committees as they come: counts and rates need no words."""
    return content.table("committees")


SHEET = Listing(
    id="committees",
    name=N_("By committee"),
    title=N_("Conversion by committee"),
    columns=COLUMNS,
    rows=rows,
    totals={name: (name,) for name in SUMMED} | {"rate": ("converted", "applicable")},
    is_form=True,
)
