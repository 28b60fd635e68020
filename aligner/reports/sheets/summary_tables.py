"""The tables of the summary, made from what the report contains."""

from aligner.domain.indicator import Indicator
from aligner.domain.table import Table
from aligner.domain.text import N_
from aligner.i18n import Translator
from aligner.reports.content import ReportContent
from aligner.reports.labels import LEVELS, UNITS, in_words
from aligner.reports.page import Column
from aligner.reports.style import Kind

RATE_IDS = (
    "conversion_rate",
    "conversion_rate_current",
    "conversion_rate_current_amendments",
    "conversion_rate_projected",
)
DEGREE_IDS = ("degrees_by_work", "degrees_by_national")
MOST_FIELDS = 12

RATES = (
    Column("name", N_("Rate"), Kind.TEXT),
    Column("rule", N_("What is counted"), Kind.TEXT),
    Column("numerator", N_("Numerator"), Kind.INTEGER),
    Column("denominator", N_("Denominator"), Kind.INTEGER),
    Column("value", N_("Value"), Kind.RATIO),
    Column("low", N_("Lowest"), Kind.FIGURE),
    Column("high", N_("Highest"), Kind.FIGURE),
    Column("target", N_("Target"), Kind.RATIO),
)
INDICATORS = (
    Column("name", N_("Indicator"), Kind.TEXT),
    Column("rule", N_("What is counted"), Kind.TEXT),
    Column("numerator", N_("Numerator"), Kind.FIGURE),
    Column("denominator", N_("Denominator"), Kind.FIGURE),
    Column("value", N_("Value"), Kind.FIGURE),
    Column("low", N_("Lowest"), Kind.FIGURE),
    Column("high", N_("Highest"), Kind.FIGURE),
    Column("unit", N_("Unit"), Kind.MARK),
)
DEGREES = (
    Column("degree", N_("Degree"), Kind.TEXT),
    Column("label", N_("Meaning"), Kind.TEXT),
    Column("numerator", N_("Number"), Kind.INTEGER),
    Column("denominator", N_("Out of"), Kind.INTEGER),
    Column("value", N_("Share"), Kind.RATIO),
)
FIELDS = (
    Column("key", N_("ICS"), Kind.TEXT),
    Column("label", N_("Field"), Kind.TEXT),
    Column("numerator", N_("Converted works"), Kind.INTEGER),
    Column("denominator", N_("Counted"), Kind.INTEGER),
    Column("value", N_("Conversion rate"), Kind.RATIO),
)
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


def rates(content: ReportContent, translate: Translator) -> Table:
    """The variants of the conversion rate that could be computed, each beside the target."""
    chosen = [content.indicator(each) for each in RATE_IDS]
    return Table.from_rows(
        [column.name for column in RATES],
        [
            {
                "name": translate(each.name),
                "rule": translate(each.rule),
                "numerator": each.numerator,
                "denominator": each.denominator,
                "value": each.value,
                "low": _figure(each.low, each.unit),
                "high": _figure(each.high, each.unit),
                "target": content.target,
            }
            for each in chosen
            if each is not None and each.value is not None
        ],
    )


def indicators(content: ReportContent, translate: Translator) -> Table:
    """Every figure with its rule; values carry their unit, which decides how they are shown."""
    return Table.from_rows(
        [column.name for column in INDICATORS],
        [
            {
                "name": translate(each.name),
                "rule": translate(each.rule),
                "numerator": _count(each.numerator),
                "denominator": _count(each.denominator),
                "value": (each.value, each.unit),
                "low": _figure(each.low, each.unit),
                "high": _figure(each.high, each.unit),
                "unit": translate(UNITS.get(each.unit, each.unit)),
            }
            for each in content.indicators
        ],
    )


def degrees(content: ReportContent, translate: Translator) -> list[tuple[Indicator, Table]]:
    """The distributions of degrees, on their two bases, which are never mixed."""
    return [
        (
            indicator,
            Table.from_rows(
                [column.name for column in DEGREES],
                [
                    {
                        "degree": each.key.upper()
                        if each.key.upper() in {"IDT", "MOD", "NEQ"}
                        else translate(each.key),
                        "label": translate(each.label),
                        "numerator": each.numerator,
                        "denominator": each.denominator,
                        "value": each.value,
                    }
                    for each in indicator.breakdown
                ],
            ),
        )
        for indicator in map(content.indicator, DEGREE_IDS)
        if indicator is not None and indicator.breakdown
    ]


def largest_fields(content: ReportContent, translate: Translator) -> Table:
    """The ICS fields with the most works counted, the largest first."""
    slices = [
        part
        for breakdown in content.breakdowns
        if breakdown.dimension == "ics"
        for part in breakdown.slices.get("conversion_rate", ())
        if part.value is not None
    ]
    largest = sorted(slices, key=lambda part: (-(part.denominator or 0), part.key))[:MOST_FIELDS]
    return Table.from_rows(
        [column.name for column in FIELDS],
        [
            {
                "key": part.key,
                "label": translate(part.label) or part.key,
                "numerator": part.numerator,
                "denominator": part.denominator,
                "value": part.value,
            }
            for part in largest
        ],
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
                "level": in_words([each.level], LEVELS, translate)[0],
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


def _figure(number: float | None, unit: str) -> tuple[float, str] | None:
    """A figure that may be missing: its cell then stays empty."""
    return None if number is None else (number, unit)


def _count(number: float | None) -> tuple[float, str] | None:
    """A numerator or denominator: whole, unless it is a sum of months."""
    return None if number is None else (number, "works" if float(number).is_integer() else "months")
