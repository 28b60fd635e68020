"""Adoptions that count and yet deserve a look: adopted twice, cited without an edition, decided before a change."""

from aligner.domain.pairs.candidate import EDITION_STATE_NAMES
from aligner.domain.standards.table import Table
from aligner.domain.text import N_
from aligner.i18n import Translator
from aligner.reports.content.labels import in_words
from aligner.reports.content.report import ReportContent
from aligner.reports.sheets.listing import Listing, translated
from aligner.reports.workbook.page import Column
from aligner.reports.workbook.style import Kind

COLUMNS = (
    Column("national", N_("National standard"), Kind.TEXT, 14, 20),
    Column("national_title", N_("Title of the national standard"), Kind.TEXT, 14, 32),
    Column("degree", N_("Degree"), Kind.MARK, 8, 9),
    Column("adopted_edition", N_("Adopted edition"), Kind.TEXT, 13, 20),
    Column("work", N_("Work"), Kind.TEXT, 11, 17),
    Column("current_edition", N_("Current edition"), Kind.TEXT, 13, 19),
    Column("edition_state", N_("State of the edition"), Kind.MARK, 11, 15),
    Column("reason", N_("Why it is listed"), Kind.TEXT, 20, 44),
)


def rows(content: ReportContent, translate: Translator) -> Table:
    """The flags in the order given, codes in words."""
    flags = content.table("flags")
    if not len(flags):
        return Table({})
    return Table(
        {
            **flags.columns,
            "edition_state": in_words(flags["edition_state"], EDITION_STATE_NAMES, translate),
            "reason": translated(flags["reason"], translate),
        }
    )


SHEET = Listing(
    id="flags",
    name=N_("Adoptions worth checking"),
    title=N_("Adoptions that count but should be checked"),
    columns=COLUMNS,
    rows=rows,
)
