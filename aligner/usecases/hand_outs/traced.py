"""The rows behind figures that are no marks on a work or a national standard: pairs, comparisons, decisions, plans."""

from collections.abc import Iterator
from typing import Any

from aligner.domain.standards.table import Table
from aligner.indicators.counting.count import Counting
from aligner.indicators.explaining.rows import rows_behind
from aligner.indicators.measure import definition_of
from aligner.reports.content.marks import BY_ROW, BY_UNIT, TRACED_COLUMNS


def traced_table(counting: Counting) -> Table:
    """The rows of one figure after the other; columns TRACED_COLUMNS."""
    figures = BY_ROW if counting.rules.unit == "part" else (*BY_UNIT, *BY_ROW)
    return Table.from_rows(TRACED_COLUMNS, (row for figure in figures for row in _rows_of(counting, figure)))


def _rows_of(counting: Counting, indicator: str) -> Iterator[dict[str, Any]]:
    for row in rows_behind(counting, definition_of(indicator).function(counting)):
        yield {
            "figure": indicator,
            "standard": row.key,
            "title": row.title,
            "counterpart": row.counterpart,
            "degree": row.degree,
            "counted": int(row.in_numerator),
            "weight": row.weight,
            "months": row.months,
            "why": row.reason,
        }
