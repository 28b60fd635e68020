"""The work plan of a scenario as a workbook of one sheet, to be handed on and filled in."""

from dataclasses import dataclass
from pathlib import Path

from aligner.domain.progress import Silent
from aligner.domain.standards.table import Table
from aligner.domain.text import N_
from aligner.i18n import Translator
from aligner.reports.exchange.target import replacing
from aligner.reports.workbook.page import HEADER_ROW, Column, Page
from aligner.reports.workbook.style import Kind, Style

COLUMNS = (
    Column("rank", N_("No."), Kind.INTEGER, narrowest=5, widest=7),
    Column("designation", N_("International standard"), Kind.CODE, widest=26),
    Column("title", N_("Title"), Kind.TEXT, narrowest=20, widest=46),
    Column("committee", N_("Committee"), Kind.CODE, widest=18),
    Column("published", N_("Published"), Kind.DAY, widest=12),
    Column("applicable", N_("Verdict"), Kind.CODE, widest=16),
    Column("way", N_("Work to be done"), Kind.TEXT, narrowest=18, widest=34),
    Column("national", N_("National standards concerned"), Kind.TEXT, widest=28),
    Column("effort", N_("Effort, 1 to 10"), Kind.INTEGER, narrowest=8, widest=10),
    Column("gain", N_("Gain"), Kind.GAIN, narrowest=8, widest=10),
    Column("responsible", N_("Responsible"), Kind.TEXT, narrowest=14, widest=18),
    Column("due", N_("Due"), Kind.DAY, narrowest=11, widest=12),
    Column("note", N_("Note"), Kind.TEXT, narrowest=16, widest=24),
)
"""The last three are for people to fill in."""


_OPTIONS = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}
"""Text stays text."""


@dataclass(frozen=True, slots=True)
class WorkPlan:
    """`table` has the columns of COLUMNS, in the words of the reader."""

    title: str
    note: str
    """Where the rate stands and where it goes; profile and date."""
    table: Table


def write_work_plan(plan: WorkPlan, target: Path, translate: Translator) -> None:
    """Write the workbook in the place of `target`, whole or not at all. Raises AlignerError when that fails."""
    from xlsxwriter import Workbook  # noqa: PLC0415 - only who writes a workbook needs it

    with replacing(target) as file:
        workbook = Workbook(file, _OPTIONS)
        name = translate("Work plan")
        page = Page(name, workbook.add_worksheet(name), Style(workbook, translate.language), translate, Silent(), 0, 1)
        page.head(plan.title, plan.note)
        page.set_up(plan.note, first_row=HEADER_ROW + 1, columns=2, header_row=HEADER_ROW)
        widths = page.widths(COLUMNS, plan.table, printed=len(COLUMNS))
        page.heights(HEADER_ROW, COLUMNS, widths, plan.table)
        below = page.table(HEADER_ROW, COLUMNS, plan.table, "work_plan")
        page.sheet.ignore_errors({"number_stored_as_text": f"A1:XFD{below}"})
        page.sheet.hide_gridlines(2)
        workbook.close()
