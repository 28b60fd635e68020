"""Which figures stand on the one page, and which groups lack most."""

from aligner.domain.figures.indicator import Slice
from aligner.domain.text import N_
from aligner.reports.content.report import ReportContent

LEFT_FIGURES = (
    "conversion_rate_projected",
    "conversion_rate_current",
    "conversion_rate_current_amendments",
    "adoption_rate",
    "adoption_rate_current",
    "harmonization_rate",
    "adopting_national_standards",
    "outdated_adoptions",
    "adopts_withdrawn",
)
RIGHT_FIGURES = (
    "key_indicator_equal_rate",
    "key_indicator_not_below_rate",
    "key_indicator_comparability",
    "key_indicator_coverage",
    "field_consistency",
    "compared_share",
    "adoption_lag_median",
    "formulation_cycle_mean",
    "formulation_cycle_within_18",
)
REVIEW_FIGURES = (
    "review_coverage",
    "applicability_judged",
    "statement_agreement",
    "reviewer_agreement",
    "plans_under_way",
)
DEGREE_FIGURES = ("degrees_by_work", "degrees_by_national")
MOST_GROUPS = 7
NAMES = {
    "conversion_rate_current": N_("Net of outdated editions"),
    "conversion_rate_current_amendments": N_("Net of missed amendments as well"),
    "adoption_rate_current": N_("Adoption rate, current editions"),
    "adopts_withdrawn": N_("Adopt a withdrawn standard"),
    "statement_agreement": N_("Decisions that match the catalogue"),
}
"""Shorter than the indicator's own name, where the page has no room for that."""


def lacking(content: ReportContent, dimension: str) -> list[Slice]:
    """The groups with the most applicable and unconverted standards, those that lack most first."""
    slices = [
        part
        for breakdown in content.breakdowns
        if breakdown.dimension == dimension
        for part in breakdown.slices.get("conversion_rate", ())
        if (part.denominator or 0) > (part.numerator or 0)
    ]
    slices.sort(key=lambda part: ((part.numerator or 0) - (part.denominator or 0), -(part.denominator or 0), part.key))
    return slices[:MOST_GROUPS]
