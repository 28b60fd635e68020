"""Which column marks the rows of a figure: what links, formulas and audits go by.

A mark is 1 in the numerator, 0 in the denominator only, None (an empty cell) outside of both.
"""

from collections.abc import Mapping
from typing import Final

WORK_MARKS: Final[Mapping[str, str]] = {
    "conversion_rate": "in_numerator",
    "conversion_rate_current": "in_current",
    "conversion_rate_current_amendments": "in_amended",
    "conversion_rate_projected": "in_projected",
    "gap_to_target": "in_numerator",
    "outdated_adoptions": "in_current",
    "degrees_by_work": "in_degrees",
    "applicability_judged": "judged",
}
"""Columns of the conversion table, by figure. All but "judged" count within `in_denominator`, and are 0 outside it."""

NATIONAL_MARKS: Final[Mapping[str, str]] = {
    "adoption_rate": "adopts",
    "adoption_rate_current": "adopts_current",
    "harmonization_rate": "adopts_if_paired",
    "adopting_national_standards": "adopts_in_force",
    "adopts_withdrawn": "adopts_withdrawn",
    "degrees_by_national": "adopts_by_degree",
    "compared_share": "compared",
    "review_coverage": "reviewed",
    "formulation_cycle_within_18": "cycle_in_time",
}
"""Columns of the national standards, by figure."""

CYCLE_MONTHS: Final = "cycle_months"
"""The column of the national standards behind the mean cycle: months, None without both dates."""

BY_ROW: Final = (
    "adoption_lag_median",
    "key_indicator_equal_rate",
    "key_indicator_not_below_rate",
    "key_indicator_comparability",
    "key_indicator_coverage",
    "field_consistency",
    "reviewer_agreement",
    "statement_agreement",
    "plans_under_way",
)
"""Figures over pairs, comparisons, decisions and plans: their rows are listed one figure after the other."""

BY_UNIT: Final = (
    "conversion_rate",
    "conversion_rate_current",
    "conversion_rate_current_amendments",
    "conversion_rate_projected",
    "gap_to_target",
)
"""Figures whose rows are listed, too, where the rules count families or national standards instead of works."""

SAME_ROWS: Final[Mapping[str, str]] = {"adoption_lag_mean": "adoption_lag_median"}
"""Figures over the rows of another one."""

TRACED_COLUMNS: Final = (
    "figure",  # id of the indicator
    "standard",
    "title",
    "counterpart",
    "degree",
    "counted",  # 1 in the numerator, else 0
    "weight",  # of a key indicator, else 1
    "months",  # of a lag, else None
    "why",  # English, marked for translation
)
"""One row for each member of each figure of BY_ROW, and of BY_UNIT where works are not the unit."""
