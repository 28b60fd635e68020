"""The tables of the summary that tell what the figures rest on: profiles, rules, files, journal, program."""

from aligner.domain.catalogue import LEVEL_NAMES
from aligner.domain.standards.table import Table
from aligner.domain.text import N_
from aligner.i18n import Translator
from aligner.reports.content.report import ReportContent
from aligner.reports.workbook.page import Column
from aligner.reports.workbook.style import Kind

SENSITIVITY = (
    Column("profile", N_("Profile"), Kind.TEXT),
    Column("title", N_("Meaning"), Kind.TEXT),
    Column("numerator", N_("Numerator"), Kind.INTEGER),
    Column("denominator", N_("Denominator"), Kind.INTEGER),
    Column("value", N_("Conversion rate"), Kind.RATIO),
)
RULES = (
    Column("label", N_("Rule"), Kind.TEXT),
    Column("value", N_("Setting"), Kind.TEXT),
    Column("changed", N_("Changed from the profile"), Kind.MARK),
)
CATALOGUES = (
    Column("file", N_("File"), Kind.TEXT),
    Column("sha256", N_("SHA-256"), Kind.TEXT),
    Column("level", N_("Level"), Kind.MARK),
    Column("rows", N_("Rows"), Kind.INTEGER),
    Column("standards", N_("Standards"), Kind.INTEGER),
    Column("reference_date", N_("Reference date"), Kind.DAY),
    Column("loaded", N_("Loaded"), Kind.DAY),
    Column("sheet", N_("Sheet"), Kind.MARK),
)
ORIGINS = (
    Column("item", N_("Item"), Kind.TEXT),
    Column("value", N_("Fingerprint or version"), Kind.TEXT),
    Column("entries", N_("Entries"), Kind.INTEGER),
)


def sensitivity(content: ReportContent, translate: Translator) -> Table:
    """The conversion rate under each profile."""
    return Table.from_rows(
        [column.name for column in SENSITIVITY],
        [
            {
                "profile": each.profile,
                "title": translate(each.title),
                "numerator": each.numerator,
                "denominator": each.denominator,
                "value": each.value,
            }
            for each in content.sensitivity
        ],
    )


def rules(content: ReportContent, translate: Translator) -> Table:
    """Every counting rule with its setting."""
    return Table.from_rows(
        [column.name for column in RULES],
        [
            {
                "label": translate(each.label),
                "value": translate(each.value),
                "changed": translate("changed") if each.is_changed else "",
            }
            for each in content.rules
        ],
    )


def catalogues(content: ReportContent, translate: Translator) -> Table:
    """The files behind the figures."""
    return Table.from_rows(
        [column.name for column in CATALOGUES],
        [
            {
                "file": each.file_name,
                "sha256": each.sha256,
                "level": translate(LEVEL_NAMES[each.level]),
                "rows": each.rows,
                "standards": each.standards,
                "reference_date": each.reference_date,
                "loaded": each.loaded_at[:10],
                "sheet": each.sheet,
            }
            for each in content.catalogues
        ],
    )


def origins(content: ReportContent, translate: Translator) -> Table:
    """The journal's head and length, and the program that counted."""
    return Table.from_rows(
        [column.name for column in ORIGINS],
        [
            {
                "item": translate("Journal of decisions: hash of its last entry"),
                "value": content.journal_head,
                "entries": content.journal_count,
            },
            {"item": translate("Program"), "value": f"Aligner {content.program_version}"},
        ],
    )
