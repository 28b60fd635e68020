"""国际标准转化情况统计表: one row for each international work of the universe (columns: domain.md 6)."""

from aligner.domain.applicability import APPLICABILITY_NAMES, REASONS
from aligner.domain.standards.fields import STATUS_NAMES
from aligner.domain.standards.table import Table
from aligner.domain.text import N_
from aligner.i18n import Translator
from aligner.reports.content.labels import CONVERTED, in_words, is_current_in_words
from aligner.reports.content.report import ReportContent
from aligner.reports.sheets.listing import Listing, column_of, translated
from aligner.reports.workbook.page import Column
from aligner.reports.workbook.style import Kind

COLUMNS = (
    Column("number", N_("No."), Kind.INTEGER, 6, 7),
    Column("international", N_("International standard"), Kind.TEXT, 14, 20),
    Column("title_en", N_("Title in English"), Kind.TEXT, 18, 30),
    Column("title_native", N_("Title in Chinese"), Kind.TEXT, 10, 24),
    Column("national_committee", N_("National committee"), Kind.TEXT, 11, 13),
    Column("applicable", N_("Applicable"), Kind.MARK, 9, 12),
    Column("converted", N_("Converted"), Kind.MARK, 8, 11),
    Column("national", N_("National standard"), Kind.TEXT, 12, 18),
    Column("national_title", N_("Title of the national standard"), Kind.TEXT, 12, 24),
    Column("degree", N_("Degree"), Kind.MARK, 8, 10),
    Column("adopted_edition", N_("Adopted edition"), Kind.TEXT, 12, 20),
    Column("is_current", N_("Is the edition current"), Kind.MARK, 9, 12),
    Column("plan", N_("Plan and its stage"), Kind.TEXT, 8, 16),
    Column("note", N_("Note"), Kind.TEXT, 8, 18),
    # on A3 and on the screen only
    Column("type", N_("Type"), Kind.MARK, 6, 8),
    Column("published", N_("Publication date"), Kind.DAY, 11, 12),
    Column("state", N_("Stage and status"), Kind.MARK, 9, 11),
    Column("committee", N_("ISO or IEC committee"), Kind.TEXT, 11, 15),
    Column("ics", N_("ICS"), Kind.TEXT, 9, 10),
    Column("not_applicable_because", N_("Why not applicable"), Kind.TEXT, 11, 18),
    Column("plan_due", N_("Plan due"), Kind.DAY, 8, 11),
    # not printed at all: what the summary's formulas count
    Column("in_denominator", N_("In the denominator"), Kind.INTEGER, 7, 9),
    Column("in_numerator", N_("In the numerator"), Kind.INTEGER, 7, 9),
    Column("in_current", N_("Current edition adopted"), Kind.INTEGER, 7, 9),
    Column("in_amended", N_("With its amendments"), Kind.INTEGER, 7, 9),
    Column("in_projected", N_("Converted or planned"), Kind.INTEGER, 7, 9),
    Column("in_degrees", N_("Adopted as IDT or MOD"), Kind.INTEGER, 7, 9),
    Column("judged", N_("Applicability judged"), Kind.INTEGER, 7, 9),
    Column("why", N_("Why it counts this way"), Kind.TEXT, 12, 24),
)


def rows(content: ReportContent, translate: Translator) -> Table:
    """The works in the order given, numbered, their codes in words."""
    works = content.table("works")
    if not len(works):
        return Table({})
    shown = {column.name: works[column.name] for column in COLUMNS if column.name in works.columns}
    return Table(
        shown
        | {
            "number": list(range(1, len(works) + 1)),
            "state": _states(works, translate),
            "applicable": in_words(works["applicable"], APPLICABILITY_NAMES, translate),
            "not_applicable_because": _reasons(works, translate),
            "converted": in_words(works["converted"], CONVERTED, translate),
            "is_current": is_current_in_words(works["edition_state"], translate),
            "why": translated(works["why"], translate),
        }
    )


def reason_in_words(codes: str, note: str, translate: Translator) -> str:
    """Reason codes with what they stand for, then the reviewer's own words."""
    words = [f"{code} {translate(REASONS[code])}" if code in REASONS else code for code in codes.split()]
    return "; ".join([*words, note] if note else words)


def _states(works: Table, translate: Translator) -> list[str]:
    """Harmonized stage code as it is printed, 90.60, and the status in words."""
    statuses = in_words(works["status"], STATUS_NAMES, translate)
    return [
        f"{stage // 100:02}.{stage % 100:02} {status}" if stage is not None else status
        for stage, status in zip(works["stage"], statuses, strict=True)
    ]


def _reasons(works: Table, translate: Translator) -> list[str]:
    return [
        reason_in_words(codes or "", note or "", translate) if codes or note else ""
        for codes, note in zip(
            column_of(works, "applicability_reason"), column_of(works, "applicability_note"), strict=True
        )
    ]


SHEET = Listing(
    id="conversion",
    name=N_("Conversion table"),
    title=N_("Conversion of international standards"),
    columns=COLUMNS,
    rows=rows,
    frozen=2,
    printed=14,
    printed_on_a3=21,
    is_form=True,
)
