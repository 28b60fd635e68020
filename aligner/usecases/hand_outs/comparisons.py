"""The rows of the report's sheets of key technical indicators: side by side, and their sums."""

from collections.abc import Sequence
from typing import Any

from aligner.comparing.judge import shown
from aligner.domain.catalogue import Level
from aligner.domain.comparisons.comparison import Comparison, ComparisonVerdict
from aligner.domain.requirement.cases import understood_text
from aligner.domain.standards.table import Table
from aligner.i18n import Translator
from aligner.indicators.figures.tally import RATES, Tally, by_product, macro_rate, tally
from aligner.reports.content.report import COMPARISON_COLUMNS, CONSISTENCY_COLUMNS, MACRO, MICRO
from aligner.usecases.comparing.compare import why
from aligner.usecases.project.session import Session


def comparisons_table(comparisons: Sequence[Comparison], translate: Translator, *, strict_operator: bool) -> Table:
    """One row for each indicator; columns COMPARISON_COLUMNS."""
    rows = (_row(one, translate, strict_operator) for one in comparisons)
    return Table.from_rows(COMPARISON_COLUMNS, rows)


def consistency_table(session: Session, comparisons: Sequence[Comparison], *, strict_operator: bool) -> Table:
    """The sums: all indicators pooled, the mean over products, then each product; columns CONSISTENCY_COLUMNS."""
    if not comparisons:
        return Table.from_rows(CONSISTENCY_COLUMNS, [])
    products = {
        national: tally(listed, strict_operator=strict_operator) for national, listed in by_product(comparisons).items()
    }
    pooled = tally(comparisons, strict_operator=strict_operator)
    table = session.standards(Level.NATIONAL)
    titles = dict(zip(table["designation"], table["title"], strict=True))
    mean: dict[str, Any] = {name: macro_rate(list(products.values()), name)[0] for name in RATES}
    rows = [
        {"scope": MICRO, "products": len(products)} | _sums(pooled),
        {"scope": MACRO, "products": len(products)} | mean,
        *(
            {"scope": national, "title": titles.get(national, ""), "products": 1} | _sums(one)
            for national, one in products.items()
        ),
    ]
    return Table.from_rows(CONSISTENCY_COLUMNS, rows)


def _sums(one: Tally) -> dict[str, Any]:
    amounts = {verdict.value: one.amounts.get(verdict, 0) for verdict in ComparisonVerdict}
    return amounts | {name: one.rate(name) for name in RATES}


def _row(one: Comparison, translate: Translator, strict_operator: bool) -> dict[str, Any]:
    return {
        "product": one.product,
        "indicator": one.indicator,
        "category": one.category,
        "is_key": one.is_key,
        "weight": one.weight,
        "national": one.national,
        "national_clause": one.national_side.clause,
        "national_value": shown(one.national_side),
        "national_understood": understood_text(one.national_side.value, one.national_side.unit),
        "national_method": one.national_side.method,
        "international": one.international,
        "international_clause": one.international_side.clause,
        "international_value": shown(one.international_side),
        "international_understood": understood_text(one.international_side.value, one.international_side.unit),
        "international_method": one.international_side.method,
        "equivalence": one.equivalence.value if one.equivalence else "",
        "direction": one.direction.value if one.direction else "",
        "verdict": one.counted(strict_operator=strict_operator).value,
        "is_boundary": one.is_boundary,
        "is_overridden": one.is_overridden,
        "derived": why(one, translate),
        "reason": one.reason,
        "note": one.note,
        "reviewer": one.reviewer,
        "at": one.at,
    }
