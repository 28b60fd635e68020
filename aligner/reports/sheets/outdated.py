"""National standards that adopt an edition which is not the current one, with its age."""

from aligner.domain.pairs.candidate import EDITION_STATE_NAMES
from aligner.domain.standards.table import Table
from aligner.domain.text import N_
from aligner.i18n import Translator
from aligner.reports.content.labels import in_words
from aligner.reports.content.report import ReportContent
from aligner.reports.sheets.listing import Listing
from aligner.reports.workbook.page import Column
from aligner.reports.workbook.style import Kind

COLUMNS = (
    Column("national", N_("National standard"), Kind.TEXT, 14, 20),
    Column("national_title", N_("Title of the national standard"), Kind.TEXT, 16, 34),
    Column("national_committee", N_("National committee"), Kind.TEXT, 11, 20),
    Column("degree", N_("Degree"), Kind.MARK, 8, 9),
    Column("adopted_edition", N_("Adopted edition"), Kind.TEXT, 14, 22),
    Column("adopted_published", N_("Published"), Kind.DAY, 11, 12),
    Column("current_edition", N_("Current edition"), Kind.TEXT, 14, 22),
    Column("current_published", N_("Current edition published"), Kind.DAY, 11, 13),
    Column("edition_state", N_("State of the edition"), Kind.MARK, 12, 18),
    Column("age_months", N_("Months behind"), Kind.DECIMAL, 9, 11),
    Column("note", N_("Note"), Kind.TEXT, 10, 30),
)


def rows(content: ReportContent, translate: Translator) -> Table:
    """The adoptions in the order given, the state of their editions in words."""
    outdated = content.table("outdated")
    if not len(outdated):
        return Table({})
    shown = {column.name: outdated[column.name] for column in COLUMNS}
    return Table(shown | {"edition_state": in_words(outdated["edition_state"], EDITION_STATE_NAMES, translate)})


SHEET = Listing(
    id="outdated",
    name=N_("Outdated adoptions"),
    title=N_("Adoptions of editions that are not current"),
    columns=COLUMNS,
    rows=rows,
)
