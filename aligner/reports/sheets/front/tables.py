"""The tables of the summary that hold figures."""

from collections.abc import Mapping
from typing import Any

from aligner.domain.degree import DEGREE_NAMES
from aligner.domain.figures.indicator import UNIT_NAMES, Indicator, Slice
from aligner.domain.pairs.double_review import ANSWER_NAMES, PairAnswer
from aligner.domain.standards.table import Table
from aligner.domain.text import N_
from aligner.i18n import Translator
from aligner.reports.content.report import ReportContent, WaterfallStep
from aligner.reports.workbook.page import Column
from aligner.reports.workbook.style import Kind

RATE_NAMES = {
    "conversion_rate": N_("Conversion rate"),
    "conversion_rate_current": N_("Net of outdated editions"),
    "conversion_rate_current_amendments": N_("Net of missed amendments"),
    "conversion_rate_projected": N_("Projected"),
}
"""The variants of the conversion rate, by names short enough for the axis of a chart."""

DEGREE_IDS = ("degrees_by_work", "degrees_by_national")
MOST_FIELDS = 12
_MEANINGS: Mapping[str, str] = {
    **{degree.value: name for degree, name in DEGREE_NAMES.items()},
    "none": ANSWER_NAMES[PairAnswer.NONE],
}
_LETTERS = {"none": N_("none"), "index": ""}
"""Degrees show their letters as they are; what is no degree shows a word or nothing."""

RATES = (
    Column("name", N_("Rate", "any"), Kind.TEXT),
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
    Column("numerator", N_("Numerator"), Kind.INTEGER),
    Column("denominator", N_("Denominator"), Kind.INTEGER),
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
GROUPS = (
    Column("label", N_("Group"), Kind.TEXT),
    Column("sentence", N_("In words"), Kind.TEXT),
    Column("numerator", N_("Converted works"), Kind.INTEGER),
    Column("denominator", N_("Counted"), Kind.INTEGER),
    Column("value", N_("Conversion rate"), Kind.RATIO),
)
WATERFALL = (
    Column("label", N_("Rule"), Kind.TEXT),
    Column("moved", N_("Effect of the rule"), Kind.TEXT),
    Column("numerator", N_("Numerator"), Kind.INTEGER),
    Column("denominator", N_("Denominator"), Kind.INTEGER),
    Column("rate", N_("Rate"), Kind.RATIO),
    Column("change", N_("Change, in points"), Kind.DECIMAL),
    Column("step", N_("No."), Kind.INTEGER),
)
DETAILS = (
    Column("name", N_("Indicator"), Kind.TEXT),
    Column("label", N_("Line"), Kind.TEXT),
    Column("numerator", N_("Numerator"), Kind.INTEGER),
    Column("denominator", N_("Denominator"), Kind.INTEGER),
    Column("value", N_("Value"), Kind.FIGURE),
)


def rates(content: ReportContent, translate: Translator) -> Table:
    """The variants of the conversion rate that could be computed, each beside the target."""
    chosen = [content.indicator(each) for each in RATE_NAMES]
    return Table.from_rows(
        [column.name for column in RATES],
        [
            {
                "name": translate(RATE_NAMES[each.id]),
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
                "numerator": each.numerator,
                "denominator": each.denominator,
                "value": (each.value, each.unit),
                "low": _figure(each.low, each.unit),
                "high": _figure(each.high, each.unit),
                "unit": translate(UNIT_NAMES.get(each.unit, each.unit)),
            }
            for each in content.indicators
        ],
    )


def degrees(content: ReportContent, translate: Translator) -> list[tuple[Indicator, Table]]:
    """The distributions of degrees on their two bases, which are never mixed.

    The degrees themselves come first, in their order, then what they are made of ("MOD/EQV").
    """
    return [
        (
            indicator,
            Table.from_rows(
                [column.name for column in DEGREES],
                [
                    _degree_row(each, translate)
                    for each in sorted(indicator.breakdown, key=lambda part: "/" in part.key)
                ],
            ),
        )
        for indicator in map(content.indicator, DEGREE_IDS)
        if indicator is not None and indicator.breakdown
    ]


def main_degrees(indicator: Indicator) -> list[str]:
    """The degrees at the top of the distribution's table, without what they are made of."""
    return [part.key for part in indicator.breakdown if "/" not in part.key]


def _degree_row(part: Slice, translate: Translator) -> dict[str, Any]:
    degree = part.key.partition("/")[0]
    return {
        "degree": translate(_LETTERS.get(degree, degree)),
        "label": translate(_MEANINGS.get(part.key, part.label)),
        "numerator": part.numerator,
        "denominator": part.denominator,
        "value": part.value,
    }


def details(content: ReportContent, translate: Translator) -> Table:
    """The further lines of every indicator but the degrees: quartiles, cohorts, variants."""
    return Table.from_rows(
        [column.name for column in DETAILS],
        [
            {
                "name": translate(indicator.name),
                "label": translate(part.label),
                "numerator": part.numerator,
                "denominator": part.denominator,
                "value": (part.value, part.unit or indicator.unit),
            }
            for indicator in content.indicators
            if indicator.id not in DEGREE_IDS
            for part in indicator.breakdown
        ],
    )


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


def groups(content: ReportContent, dimension: str, translate: Translator) -> Table:
    """The conversion rate by committee, the largest first, or by year, the earliest first."""
    slices = _slices(content, dimension, "conversion_rate")
    gaps = {part.key: part.value for part in _slices(content, dimension, "gap_to_target")}
    shown = [part for part in slices if part.value is not None]
    if dimension == "committee":
        shown = sorted(shown, key=lambda part: (-(part.denominator or 0), part.key))[:MOST_FIELDS]
    return Table.from_rows(
        [column.name for column in GROUPS],
        [
            {
                "label": translate(part.label) or part.key,
                "sentence": _in_words(part, gaps.get(part.key), translate),
                "numerator": part.numerator,
                "denominator": part.denominator,
                "value": part.value,
            }
            for part in shown
        ],
    )


def _slices(content: ReportContent, dimension: str, indicator: str) -> list[Slice]:
    return [
        part
        for breakdown in content.breakdowns
        if breakdown.dimension == dimension
        for part in breakdown.slices.get(indicator, ())
    ]


def _in_words(part: Slice, gap: float | None, translate: Translator) -> str:
    numerator, denominator = translate.number(part.numerator), translate.number(part.denominator)
    if gap is None:
        return translate("{numerator} of {denominator} converted", numerator=numerator, denominator=denominator)
    return translate(
        "{numerator} of {denominator} converted, {gap} short of the target",
        numerator=numerator,
        denominator=denominator,
        gap=translate.number(gap),
    )


def waterfall(content: ReportContent, translate: Translator) -> Table:
    """The quotient after each rule, from every row of the catalogues to the headline."""
    return Table.from_rows(
        [column.name for column in WATERFALL],
        [
            {
                "step": number,
                "label": f"{number}  {translate(step.label)}",
                "moved": _moved(step, translate),
                "numerator": step.numerator,
                "denominator": step.denominator,
                "rate": step.rate,
                "change": None if step.change is None else step.change * 100,
            }
            for number, step in enumerate(content.waterfall, 1)
        ],
    )


def _moved(step: WaterfallStep, translate: Translator) -> str:
    """How many rows the rule left out, and how many of those that stay it converted or not."""
    pieces = [
        translate(text, number=translate.number(number))
        for text, number in (
            (N_("{number} left out of the denominator"), step.left_out),
            (N_("{number} no longer converted"), step.not_converted),
            (N_("{number} converted from this step on"), step.converted),
        )
        if number
    ]
    return "; ".join(pieces) or translate("nothing")


def _figure(number: float | None, unit: str) -> tuple[float, str] | None:
    """A figure that may be missing: its cell then stays empty."""
    return None if number is None else (number, unit)
