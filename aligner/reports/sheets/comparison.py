"""关键技术指标对比: the requirements of each compared pair side by side, and what they come to (domain.md 1.6, 8.6)."""

from aligner.domain.comparisons.comparison import COMPARISON_VERDICT_NAMES, DIRECTION_NAMES, EQUIVALENCE_NAMES
from aligner.domain.journal_times import local_day
from aligner.domain.standards.table import Table
from aligner.domain.text import N_
from aligner.i18n import Translator
from aligner.reports.content.labels import in_words
from aligner.reports.content.report import MACRO, MICRO, ReportContent
from aligner.reports.sheets.listing import Listing
from aligner.reports.workbook.page import Column
from aligner.reports.workbook.style import Kind

COLUMNS = (
    Column("number", N_("No."), Kind.INTEGER, 5, 6),
    Column("product", N_("Product or object"), Kind.TEXT, 8, 14),
    Column("indicator", N_("Indicator"), Kind.TEXT, 14, 24),
    Column("is_key", N_("Key indicator"), Kind.MARK, 7, 9),
    Column("national", N_("National standard and clause"), Kind.TEXT, 12, 17),
    Column("national_value", N_("National requirement"), Kind.TEXT, 12, 20),
    Column("national_method", N_("National test method"), Kind.TEXT, 9, 14),
    Column("international", N_("International standard and clause"), Kind.TEXT, 13, 17),
    Column("international_value", N_("International requirement"), Kind.TEXT, 13, 20),
    Column("international_method", N_("International test method"), Kind.TEXT, 13, 14),
    Column("equivalence", N_("Equivalence of methods"), Kind.MARK, 11, 11),
    Column("verdict", N_("Verdict"), Kind.MARK, 9, 13),
    Column("reason", N_("Reason of the difference"), Kind.TEXT, 10, 20),
    Column("note", N_("Source or note"), Kind.TEXT, 8, 14),
    # on A3 and on the screen only
    Column("category", N_("Category"), Kind.TEXT, 8, 10),
    Column("weight", N_("Weight of the indicator"), Kind.INTEGER, 6, 9),
    Column("national_understood", N_("National limit as understood"), Kind.TEXT, 11, 18),
    Column("international_understood", N_("International limit as understood"), Kind.TEXT, 13, 18),
    Column("direction", N_("Direction"), Kind.TEXT, 9, 12),
    Column("derived", N_("Why this verdict"), Kind.TEXT, 16, 32),
    Column("reviewer", N_("Reviewer"), Kind.TEXT, 8, 12),
    Column("at", N_("Compared on"), Kind.DAY, 11, 12),
)
SUM_COLUMNS = (
    Column("scope", N_("Scope"), Kind.TEXT, 18, 28),
    Column("title", N_("Title of the national standard"), Kind.TEXT, 14, 32),
    Column("products", N_("Products"), Kind.INTEGER, 8, 9),
    Column("E", N_("Equal"), Kind.INTEGER, 7, 9),
    Column("S", N_("Stricter"), Kind.INTEGER, 7, 9),
    Column("L", N_("Looser"), Kind.INTEGER, 7, 9),
    Column("X", N_("Incomparable"), Kind.INTEGER, 7, 13),
    Column("N+", N_("National only"), Kind.INTEGER, 7, 9),
    Column("I+", N_("International only"), Kind.INTEGER, 7, 13),
    Column("equal", N_("Equal rate"), Kind.RATIO, 9, 11),
    Column("not_below", N_("Not-below rate"), Kind.RATIO, 9, 11),
    Column("comparability", N_("Comparability"), Kind.RATIO, 9, 14),
    Column("coverage", N_("Coverage of the international indicators"), Kind.RATIO, 9, 14),
)
SCOPES = {MICRO: N_("all key indicators pooled"), MACRO: N_("mean of the products' rates")}


def listings(content: ReportContent) -> list[Listing]:
    """Both sheets, when anything was compared."""
    return [SHEET, SUMS] if len(content.table("comparisons")) else []


def rows(content: ReportContent, translate: Translator) -> Table:
    """The indicators in the order given, numbered, their codes in words."""
    compared = content.table("comparisons")
    names = [column.name for column in COLUMNS if column.name in compared.columns]
    yes, no = translate("yes"), translate("no")
    return Table(
        {"number": list(range(1, len(compared) + 1))}
        | {name: compared[name] for name in names}
        | {
            "national": _with_clauses(compared["national"], compared["national_clause"]),
            "international": _with_clauses(compared["international"], compared["international_clause"]),
            "at": [local_day(at) if at else "" for at in compared["at"]],
            "is_key": [yes if is_key else no for is_key in compared["is_key"]],
            "equivalence": in_words(compared["equivalence"], EQUIVALENCE_NAMES, translate),
            "direction": in_words(compared["direction"], DIRECTION_NAMES, translate),
            "verdict": _verdicts(compared, translate),
        }
    )


def sums(content: ReportContent, translate: Translator) -> Table:
    """The sums in the order given."""
    table = content.table("consistency")
    return Table(dict(table.columns) | {"scope": in_words(table["scope"], SCOPES, translate)})


def _with_clauses(standards: list[str], clauses: list[str]) -> list[str]:
    return [
        f"{standard}, {clause}" if clause else standard for standard, clause in zip(standards, clauses, strict=True)
    ]


def _verdicts(compared: Table, translate: Translator) -> list[str]:
    """Each verdict in words: a star at a boundary case, and whether a reviewer overruled what follows."""
    words = in_words(compared["verdict"], COMPARISON_VERDICT_NAMES, translate)
    return [
        translate("{verdict} (by the reviewer)", verdict=word) if is_overridden else f"{word}*" if is_boundary else word
        for word, is_boundary, is_overridden in zip(
            words, compared["is_boundary"], compared["is_overridden"], strict=True
        )
    ]


SHEET = Listing(
    id="comparison",
    name=N_("Key technical indicators"),
    title=N_("Key technical indicators compared (* differs only in whether the limit itself is allowed)"),
    columns=COLUMNS,
    rows=rows,
    frozen=3,
    printed=14,
    printed_on_a3=len(COLUMNS),
)
SUMS = Listing(
    id="consistency",
    name=N_("Indicator consistency"),
    title=N_("Consistency of key technical indicators"),
    columns=SUM_COLUMNS,
    rows=sums,
)
