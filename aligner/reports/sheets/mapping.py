"""Which national committee answers to which committee of ISO or IEC, as the pairs of standards show it."""

from aligner.domain.standards.table import Table
from aligner.domain.text import N_
from aligner.i18n import Translator
from aligner.reports.content.report import ReportContent
from aligner.reports.sheets.listing import Listing
from aligner.reports.workbook.page import Column
from aligner.reports.workbook.style import Kind

COLUMNS = (
    Column("international_committee", N_("ISO or IEC committee"), Kind.TEXT, 18, 30),
    Column("national_committee", N_("National committee"), Kind.TEXT, 18, 44),
    Column("is_main", N_("Main counterpart"), Kind.MARK, 11, 14),
    Column("works", N_("International standards with a counterpart"), Kind.INTEGER, 14, 18),
    Column("of_works", N_("of all of the committee"), Kind.INTEGER, 13, 16),
    Column("adopted", N_("of these adopted"), Kind.INTEGER, 11, 13),
    Column("confirmed", N_("Confirmed pairs"), Kind.INTEGER, 11, 13),
    Column("stated", N_("Stated pairs"), Kind.INTEGER, 11, 13),
)


def rows(content: ReportContent, translate: Translator) -> Table:
    """The committees in the order given; what nobody is paired with says so."""
    mapping = content.table("mapping")
    if not len(mapping):
        return Table({})
    nobody, main, without = translate("(no counterpart)"), translate("yes"), translate("without committee")
    return Table(
        {column.name: mapping[column.name] for column in COLUMNS}
        | {
            "international_committee": [name or without for name in mapping["international_committee"]],
            "national_committee": [
                name or (without if confirmed or stated else nobody)
                for name, confirmed, stated in zip(
                    mapping["national_committee"], mapping["confirmed"], mapping["stated"], strict=True
                )
            ],
            "is_main": [main if is_main else "" for is_main in mapping["is_main"]],
        }
    )


SHEET = Listing(
    id="mapping",
    name=N_("Committees on both sides"),
    title=N_("National committees and the ISO or IEC committees they correspond to, counted from the pairs"),
    columns=COLUMNS,
    rows=rows,
    frozen=2,
)
