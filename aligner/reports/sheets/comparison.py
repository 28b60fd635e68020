"""关键技术指标对比: the requirements of each compared pair side by side, and what they come to (domain.md 1.6, 8.6)."""

from aligner.domain.table import Table
from aligner.domain.text import N_
from aligner.i18n import Translator
from aligner.reports.content import MACRO, MICRO, ReportContent
from aligner.reports.labels import COMPARISON_VERDICTS, DIRECTIONS, EQUIVALENCES, in_words
from aligner.reports.page import Column
from aligner.reports.sheets.listing import Listing
from aligner.reports.style import Kind

COLUMNS = (
    Column("number", N_("No."), Kind.INTEGER, 5, 6),
    Column("product", N_("Product or object"), Kind.TEXT, 9, 18),
    Column("indicator", N_("Indicator"), Kind.TEXT, 14, 26),
    Column("category", N_("Category"), Kind.TEXT, 8, 11),
    Column("is_key", N_("Key indicator"), Kind.MARK, 7, 8),
    Column("weight", N_("Weight of the indicator"), Kind.DECIMAL, 6, 8),
    Column("national", N_("National standard"), Kind.TEXT, 12, 18),
    Column("national_clause", N_("National clause"), Kind.TEXT, 7, 10),
    Column("national_value", N_("National requirement"), Kind.TEXT, 11, 22),
    Column("national_unit", N_("National unit"), Kind.TEXT, 7, 11),
    Column("national_method", N_("National test method"), Kind.TEXT, 9, 18),
    Column("international", N_("International standard"), Kind.TEXT, 12, 18),
    Column("international_clause", N_("International clause"), Kind.TEXT, 7, 10),
    Column("international_value", N_("International requirement"), Kind.TEXT, 11, 22),
    Column("international_unit", N_("International unit"), Kind.TEXT, 7, 11),
    Column("international_method", N_("International test method"), Kind.TEXT, 9, 18),
    Column("equivalence", N_("Equivalence of methods"), Kind.MARK, 8, 11),
    Column("direction", N_("Direction"), Kind.TEXT, 9, 14),
    Column("verdict", N_("Verdict"), Kind.MARK, 8, 12),
    Column("derived", N_("Why this verdict"), Kind.TEXT, 16, 34),
    Column("reason", N_("Reason of the difference"), Kind.TEXT, 10, 22),
    Column("note", N_("Source or note"), Kind.TEXT, 8, 18),
    Column("reviewer", N_("Reviewer"), Kind.TEXT, 8, 12),
    Column("at", N_("Compared (UTC)"), Kind.MOMENT, 19, 19),
)
SUM_COLUMNS = (
    Column("scope", N_("Scope"), Kind.TEXT, 18, 28),
    Column("title", N_("Title of the national standard"), Kind.TEXT, 14, 32),
    Column("products", N_("Products"), Kind.INTEGER, 8, 9),
    Column("E", N_("Equal"), Kind.INTEGER, 7, 9),
    Column("S", N_("Stricter"), Kind.INTEGER, 7, 9),
    Column("L", N_("Looser"), Kind.INTEGER, 7, 9),
    Column("X", N_("Incomparable"), Kind.INTEGER, 7, 9),
    Column("N+", N_("National only"), Kind.INTEGER, 7, 9),
    Column("I+", N_("International only"), Kind.INTEGER, 7, 9),
    Column("equal", N_("Equal rate"), Kind.RATIO, 9, 11),
    Column("not_below", N_("Not-below rate"), Kind.RATIO, 9, 11),
    Column("comparability", N_("Comparability"), Kind.RATIO, 9, 11),
    Column("coverage", N_("Coverage of the international indicators"), Kind.RATIO, 9, 13),
)
SCOPES = {MICRO: N_("all key indicators pooled"), MACRO: N_("mean of the products' rates")}


def listings(content: ReportContent) -> list[Listing]:
    """Both sheets, when anything was compared."""
    return [SHEET, SUMS] if len(content.comparisons) else []


def rows(content: ReportContent, translate: Translator) -> Table:
    """The indicators in the order given, numbered, their codes in words."""
    compared = content.comparisons
    names = [column.name for column in COLUMNS if column.name in compared.columns]
    yes, no = translate("yes"), translate("no")
    return Table(
        {"number": list(range(1, len(compared) + 1))}
        | {name: compared[name] for name in names}
        | {
            "is_key": [yes if is_key else no for is_key in compared["is_key"]],
            "equivalence": in_words(compared["equivalence"], EQUIVALENCES, translate),
            "direction": in_words(compared["direction"], DIRECTIONS, translate),
            "verdict": _verdicts(compared, translate),
        }
    )


def sums(content: ReportContent, translate: Translator) -> Table:
    """The sums in the order given."""
    table = content.consistency
    return Table(dict(table.columns) | {"scope": in_words(table["scope"], SCOPES, translate)})


def _verdicts(compared: Table, translate: Translator) -> list[str]:
    """Each verdict in words: a star at a boundary case, and whether a reviewer overruled what follows."""
    words = in_words(compared["verdict"], COMPARISON_VERDICTS, translate)
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
)
SUMS = Listing(
    id="consistency",
    name=N_("Indicator consistency"),
    title=N_("Consistency of key technical indicators"),
    columns=SUM_COLUMNS,
    rows=sums,
)
