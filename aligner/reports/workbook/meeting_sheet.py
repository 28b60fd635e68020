"""The sheet for a meeting: pairs with what is said of them, room for the vote and its reason; it is read back."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from aligner.domain.progress import Silent
from aligner.domain.standards.table import Table
from aligner.domain.text import N_
from aligner.i18n import Translator
from aligner.reports.exchange.target import replacing
from aligner.reports.workbook.page import HEADER_ROW, Column, Page
from aligner.reports.workbook.style import Kind, Style

COLUMNS: Final = (
    Column("number", N_("No."), Kind.INTEGER, 5, 6),
    Column("national", N_("National standard"), Kind.TEXT, 13, 18),
    Column("national_title", N_("Its title"), Kind.TEXT, 14, 28),
    Column("international", N_("International standard"), Kind.TEXT, 14, 18),
    Column("international_title", N_("Title of the other standard"), Kind.TEXT, 14, 28),
    Column("standing", N_("So far"), Kind.TEXT, 16, 34),
    Column("vote", N_("Vote"), Kind.MARK, 12, 12),
    Column("degree", N_("Degree"), Kind.MARK, 9, 9),
    Column("reason", N_("Reason"), Kind.TEXT, 28, 28),
    Column("note", N_("Note"), Kind.TEXT, 14, 14),
)
"""The last four are for people to fill in; the reader of decisions knows their headings."""

VOTES: Final[Mapping[str, tuple[str, ...]]] = {
    "en": ("confirmed", "rejected", "unsure", "no_counterpart"),
    "zh": ("确认", "否决", "存疑", "无对应"),
}
"""What can be chosen in the column of the vote; the reader of decisions knows these words."""

DEGREES: Final = ("IDT", "MOD", "NEQ")

_LEAST_HEIGHT = 32.0
"""Points: two lines of handwriting."""


@dataclass(frozen=True, slots=True)
class MeetingSheet:
    """`table` has the columns of COLUMNS, in the words of the reader; those to be filled in are empty."""

    title: str
    note: str
    table: Table


def write_meeting_sheet(sheet: MeetingSheet, target: Path, translate: Translator) -> None:
    """Write the workbook in the place of `target`, whole or not at all. Raises AlignerError when that fails."""
    from xlsxwriter import Workbook  # noqa: PLC0415 - only who writes a workbook needs it

    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}
    with replacing(target) as file:
        workbook = Workbook(file, options)
        name = translate("For the meeting")
        page = Page(name, workbook.add_worksheet(name), Style(workbook, translate.language), translate, Silent(), 0, 1)
        page.head(sheet.title, sheet.note)
        page.set_up(sheet.title, first_row=HEADER_ROW + 1, columns=2, header_row=HEADER_ROW)
        page.sheet.set_default_row(_LEAST_HEIGHT)
        widths = page.widths(COLUMNS, sheet.table, printed=len(COLUMNS))
        page.heights(HEADER_ROW, COLUMNS, widths, sheet.table)
        below = page.table(HEADER_ROW, COLUMNS, sheet.table, "meeting")
        _offer(page, "vote", VOTES.get(translate.language, VOTES["en"]), below)
        _offer(page, "degree", DEGREES, below)
        page.sheet.ignore_errors({"number_stored_as_text": f"A1:XFD{below}"})
        workbook.close()


def _offer(page: Page, column: str, words: tuple[str, ...], below: int) -> None:
    """Let the cells of a column offer these words."""
    place = [each.name for each in COLUMNS].index(column)
    message = page.translate(N_("Choose one of the words in the list, or leave the cell empty."))
    choice = {"validate": "list", "source": list(words), "error_title": "Aligner", "error_message": message}
    page.sheet.data_validation(HEADER_ROW + 1, place, max(HEADER_ROW + 1, below - 1), place, choice)
