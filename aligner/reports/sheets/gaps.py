"""What is missing to the target, as a worklist: the first row is what to do first."""

from aligner.domain.pairs.candidate import BAND_NAMES
from aligner.domain.standards.table import Table
from aligner.domain.text import N_
from aligner.i18n import Translator
from aligner.reports.content.labels import GAPS, in_words
from aligner.reports.content.report import ReportContent
from aligner.reports.sheets.listing import Listing, translated
from aligner.reports.workbook.page import Column
from aligner.reports.workbook.style import Kind

COLUMNS = (
    Column("rank", N_("Rank"), Kind.INTEGER, 6, 7),
    Column("gap", N_("Gap"), Kind.MARK, 12, 16),
    Column("international", N_("International standard"), Kind.TEXT, 14, 22),
    Column("title_en", N_("Title in English"), Kind.TEXT, 20, 38),
    Column("title_native", N_("Title in Chinese"), Kind.TEXT, 12, 28),
    Column("national_committee", N_("National committee"), Kind.TEXT, 11, 18),
    Column("next_step", N_("Work to be done"), Kind.TEXT, 14, 30),
    Column("national", N_("National standard or best candidate"), Kind.TEXT, 14, 20),
    Column("national_title", N_("Title of the national standard"), Kind.TEXT, 14, 28),
    Column("plan", N_("Plan and its stage"), Kind.TEXT, 9, 18),
    Column("note", N_("Note"), Kind.TEXT, 8, 24),
    # on A3 and on the screen only
    Column("committee", N_("ISO or IEC committee"), Kind.TEXT, 11, 18),
    Column("ics", N_("ICS"), Kind.TEXT, 9, 11),
    Column("published", N_("Publication date"), Kind.DAY, 11, 13),
    Column("score", N_("Score"), Kind.DECIMAL, 8, 9),
    Column("band", N_("Band"), Kind.MARK, 10, 12),
)


def rows(content: ReportContent, translate: Translator) -> Table:
    """The gaps in the order given, ranked, each with the step that closes it."""
    gaps = content.table("gaps")
    if not len(gaps):
        return Table({})
    return Table(
        {column.name: gaps[column.name] for column in COLUMNS if column.name in gaps.columns}
        | {
            "rank": list(range(1, len(gaps) + 1)),
            "gap": in_words(gaps["gap"], GAPS, translate),
            "next_step": translated(gaps["way"], translate),
            "band": in_words(gaps["band"], BAND_NAMES, translate),
        }
    )


SHEET = Listing(
    id="gaps",
    name=N_("Gaps and worklist"),
    title=N_("Gaps and worklist"),
    columns=COLUMNS,
    rows=rows,
    frozen=3,
    printed=11,
    printed_on_a3=len(COLUMNS),
)
