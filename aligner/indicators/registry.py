"""All indicators: id, name, rule and function, in the order in which they are shown."""

from collections.abc import Callable
from typing import NamedTuple

from aligner.domain.text import N_
from aligner.indicators.counting.count import Counting
from aligner.indicators.figures import (
    adoption,
    agreement,
    consistency,
    conversion,
    degrees,
    supporting,
    target,
    timeliness,
)
from aligner.indicators.figures.figure import Figure


class Definition(NamedTuple):
    """An indicator: its stable id, and its name and its rule in English, marked for translation."""

    id: str
    name: str
    rule: str
    unit: str
    function: Callable[[Counting], Figure]


INDICATORS: tuple[Definition, ...] = (
    Definition(
        "conversion_rate",
        N_("Conversion rate"),
        N_("Applicable international standards that national standards adopt, over all applicable ones."),
        "ratio",
        conversion.conversion_rate,
    ),
    Definition(
        "conversion_rate_projected",
        N_("Projected conversion rate"),
        N_("Like the conversion rate, but with the applicable standards that a plan under way will adopt."),
        "ratio",
        conversion.projected_conversion_rate,
    ),
    Definition(
        "conversion_rate_current",
        N_("Conversion rate net of outdated editions"),
        N_("Like the conversion rate, but only adoptions of the current edition count."),
        "ratio",
        conversion.current_conversion_rate,
    ),
    Definition(
        "conversion_rate_current_amendments",
        N_("Conversion rate net of outdated editions and missed amendments"),
        N_("Like the conversion rate, but only adoptions of the current edition with its amendments count."),
        "ratio",
        conversion.current_amended_conversion_rate,
    ),
    Definition(
        "adopting_national_standards",
        N_("Adopting national standards"),
        N_("National standards in force that adopt an international standard in force; a number, not a rate."),
        "standards",
        conversion.adopting_national_standards,
    ),
    Definition(
        "adoption_rate",
        N_("Adoption rate"),
        N_("National standards in force that adopt an international standard, over all in force."),
        "ratio",
        adoption.adoption_rate,
    ),
    Definition(
        "adoption_rate_current",
        N_("Adoption rate of current editions"),
        N_("National standards in force that adopt a current international edition, over all in force."),
        "ratio",
        adoption.current_adoption_rate,
    ),
    Definition(
        "harmonization_rate",
        N_("Harmonization rate"),
        N_("Adopting national standards over those with any international counterpart, NEQ included."),
        "ratio",
        adoption.harmonization_rate,
    ),
    Definition(
        "degrees_by_national",
        N_("Degrees by national standard"),
        N_("National standards in force by their weakest adopting degree; the value is the share of IDT and MOD."),
        "ratio",
        degrees.degrees_by_national,
    ),
    Definition(
        "degrees_by_work",
        N_("Degrees by international standard"),
        N_("Applicable international standards by their best covering degree; the value is the share of IDT and MOD."),
        "ratio",
        degrees.degrees_by_work,
    ),
    Definition(
        "key_indicator_equal_rate",
        N_("Key indicators: equal rate"),
        N_("Equal key indicators over comparable ones."),
        "ratio",
        consistency.equal_rate,
    ),
    Definition(
        "key_indicator_not_below_rate",
        N_("Key indicators: not-below rate"),
        N_("Equal or stricter key indicators over comparable ones."),
        "ratio",
        consistency.not_below_rate,
    ),
    Definition(
        "key_indicator_comparability",
        N_("Key indicators: comparability"),
        N_("Comparable key indicators over those that both standards have."),
        "ratio",
        consistency.comparability,
    ),
    Definition(
        "key_indicator_coverage",
        N_("Key indicators: coverage"),
        N_("Key indicators that both standards have over all of the international standard."),
        "ratio",
        consistency.coverage,
    ),
    Definition(
        "field_consistency",
        N_("Consistency of the field"),
        N_("Compared pairs judged consistent over all compared pairs."),
        "ratio",
        consistency.field_consistency,
    ),
    Definition(
        "compared_share",
        N_("Compared share"),
        N_("Adopting national standards whose key indicators are compared, over all adopting ones."),
        "ratio",
        consistency.compared_share,
    ),
    Definition(
        "adoption_lag_median",
        N_("Adoption lag, median"),
        N_("Median months from the adopted edition to the adopting national standard, by pair."),
        "months",
        timeliness.adoption_lag_median,
    ),
    Definition(
        "adoption_lag_mean",
        N_("Adoption lag, mean"),
        N_("Mean months from the adopted edition to the adopting national standard, by pair."),
        "months",
        timeliness.adoption_lag_mean,
    ),
    Definition(
        "formulation_cycle_mean",
        N_("Formulation cycle, mean of all in force"),
        N_("Mean months from the plan to the publication of the national standards in force."),
        "months",
        timeliness.formulation_cycle_mean,
    ),
    Definition(
        "formulation_cycle_within_18",
        N_("Formulation cycle within target"),
        N_("National standards published within the target time after their plan, over those with both dates."),
        "ratio",
        timeliness.formulation_cycle_in_time,
    ),
    Definition(
        "gap_to_target",
        N_("Gap to target"),
        N_("Applicable international standards still to be adopted until the conversion rate reaches the target."),
        "works",
        target.gap_to_target,
    ),
    Definition(
        "outdated_adoptions",
        N_("Outdated adoptions"),
        N_("Applicable international standards that are converted, but in no current edition."),
        "works",
        conversion.outdated_adoptions,
    ),
    Definition(
        "reviewer_agreement",
        N_("Reviewer agreement"),
        N_("Pairs on which all reviewers agree, over pairs that two or more of them decided."),
        "ratio",
        agreement.reviewer_agreement,
    ),
    Definition(
        "review_coverage",
        N_("Review coverage"),
        N_("National standards in force with a confirmed counterpart or the decision that there is none, over all."),
        "ratio",
        supporting.review_coverage,
    ),
    Definition(
        "statement_agreement",
        N_("Agreement of statements and decisions"),
        N_("Pairs stated by the catalogue that reviewers confirm in the stated degree, over those they decided."),
        "ratio",
        supporting.statement_agreement,
    ),
    Definition(
        "applicability_judged",
        N_("Applicability judged"),
        N_("International standards in force with an applicability verdict, over all in force."),
        "ratio",
        supporting.applicability_judged,
    ),
    Definition(
        "plans_under_way",
        N_("Plans under way"),
        N_("National projects issued and not yet published; a number, not a rate."),
        "standards",
        supporting.plans_under_way,
    ),
    Definition(
        "adopts_withdrawn",
        N_("Adoptions of withdrawn standards"),
        N_("Adopting national standards whose source was withdrawn without a successor; to be reviewed."),
        "standards",
        supporting.adopts_withdrawn,
    ),
)
