"""Compared key technical indicators for a report."""

from aligner.domain.standards.table import Table
from aligner.reports.content.report import (
    COMPARISON_COLUMNS,
    CONSISTENCY_COLUMNS,
    MACRO,
    MICRO,
    ReportContent,
)
from reports.contents import with_tables

_ROW = {
    "product": "Hydraulic excavators and backhoe loaders",
    "indicator": "Sound pressure level at the operator's position",
    "category": "safety",
    "is_key": True,
    "weight": None,
    "national": "GB/T 25605-2010",
    "national_clause": "5.3.2.1",
    "national_value": "not more than 75 dB(A) at the rated engine speed",
    "national_understood": "≤ 75 dB(A)",
    "national_method": "GB/T 25612",
    "international": "ISO 6396:2008",
    "international_clause": "6.2",
    "international_value": "75 dB(A)",
    "international_understood": "≤ 75 dB(A)",
    "international_method": "ISO 6396:2008",
    "equivalence": "same",
    "direction": "lower",
    "verdict": "E",
    "is_boundary": True,
    "is_overridden": False,
    "derived": "Both limits are equal after conversion.",
    "reason": "The national standard names the engine speed.",
    "note": "page 7",
    "reviewer": "Zhang",
    "at": "2025-11-03T08:00:00+00:00",
}
_SUMS = {"E": 1, "S": 0, "L": 0, "X": 0, "N+": 0, "I+": 0, "equal": 1.0, "not_below": 1.0}


def with_comparisons(content: ReportContent) -> ReportContent:
    """The same report with twelve compared indicators of one product."""
    sums = [
        _SUMS | {"scope": scope, "title": "", "products": 1, "comparability": 1.0, "coverage": 1.0}
        for scope in (MICRO, MACRO, "GB/T 25605-2010")
    ]
    return with_tables(
        content,
        comparisons=Table.from_rows(COMPARISON_COLUMNS, [_ROW] * 12),
        consistency=Table.from_rows(CONSISTENCY_COLUMNS, sums),
    )
