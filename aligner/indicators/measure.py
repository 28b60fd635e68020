"""All indicators of a day, with their breakdowns and the rows behind them."""

from collections.abc import Collection, Sequence
from datetime import date

from aligner.domain.applicability import Applicability
from aligner.domain.comparisons.comparison import Comparison
from aligner.domain.counting import CountingRules
from aligner.domain.errors import AlignerError
from aligner.domain.figures.indicator import KEY_INDICATOR_RATES, Indicator
from aligner.domain.pairs.decision import Decision
from aligner.domain.standards.table import Table
from aligner.domain.text import N_
from aligner.domain.works.work import Works
from aligner.indicators.counting.count import Counting, count, gather
from aligner.indicators.explaining.breakdowns import BREAKDOWNS, breakdown, yearly_stocks
from aligner.indicators.explaining.rows import rows_behind
from aligner.indicators.registry import INDICATORS, Definition

ALL_IDS = tuple(definition.id for definition in INDICATORS)


def measure(
    national: Table,
    international: Table,
    decisions: Sequence[Decision],
    applicability: Sequence[Applicability],
    rules: CountingRules,
    at: date,
    *,
    by: str | None = None,
    works: Works | None = None,
    comparisons: Sequence[Comparison] = (),
    with_rows: Collection[str] = (),
) -> list[Indicator]:
    """Every indicator on the day `at`, in the order of the registry, the headline of key indicators first.

    `by` replaces each indicator's own breakdown by one line per ICS field, committee or year. The rows behind a figure
    are filled for the ids in `with_rows` only. Raises AlignerError for a breakdown that does not exist.
    """
    inputs = gather(national, international, decisions, applicability, rules, works=works, comparisons=comparisons)
    return measured(count(inputs, at), by=by, with_rows=with_rows)


def measured(
    counting: Counting, *, by: str | None = None, with_rows: Collection[str] = (), ids: Collection[str] = ALL_IDS
) -> list[Indicator]:
    """The indicators of a counting that is already there."""
    if by is not None and by not in BREAKDOWNS:
        raise AlignerError(
            N_("There is no breakdown by “{by}”. It can be: {known}."), by=by, known=", ".join(BREAKDOWNS)
        )
    stocks = yearly_stocks(counting.inputs, counting.at) if by == "year" else []
    return [
        _indicator(counting, definition, by, stocks, with_rows=definition.id in with_rows)
        for definition in _headline_first(counting.rules)
        if definition.id in ids
    ]


def _headline_first(rules: CountingRules) -> list[Definition]:
    """The indicators in the order of the registry, the rate of key indicators that is the headline before the other."""
    rates = KEY_INDICATOR_RATES if rules.consistency_headline == "equal" else reversed(KEY_INDICATOR_RATES)
    chosen = map(definition_of, rates)
    return [next(chosen) if one.id in KEY_INDICATOR_RATES else one for one in INDICATORS]


def definition_of(indicator: str) -> Definition:
    """The indicator of this id. Raises AlignerError when there is none."""
    for definition in INDICATORS:
        if definition.id == indicator:
            return definition
    raise AlignerError(
        N_("There is no indicator “{indicator}”. Known indicators: {known}."),
        indicator=indicator,
        known=", ".join(ALL_IDS),
    )


def _indicator(
    counting: Counting, definition: Definition, by: str | None, stocks: Sequence[Counting], *, with_rows: bool
) -> Indicator:
    figure = definition.function(counting)
    value, numerator, denominator = figure.total()
    lines = breakdown(counting, figure, by, definition.function, stocks) if by else figure.breakdown
    return Indicator(
        id=definition.id,
        name=definition.name,
        rule=definition.rule,
        value=value,
        numerator=numerator,
        denominator=denominator,
        unit=definition.unit,
        low=figure.low,
        high=figure.high,
        breakdown=lines,
        rows=rows_behind(counting, figure) if with_rows else (),
    )
