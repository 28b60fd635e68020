"""The counting rules as the summary prints them: every option under its name, with its setting in words."""

from collections.abc import Mapping
from typing import Any

from aligner.domain.counting import CountingRules
from aligner.domain.text import N_
from aligner.reports.content.report import Rule

LABELS: Mapping[str, str] = {
    "publishers": N_("International bodies"),
    "types": N_("Deliverable types"),
    "committees": N_("International committees"),
    "ics": N_("ICS fields"),
    "published_from": N_("Published from"),
    "published_until": N_("Published until"),
    "ballot_is_withdrawn": N_("Withdrawal ballot counts as withdrawn"),
    "undetermined": N_("Works without a verdict on applicability"),
    "deferred": N_("Works whose applicability is deferred"),
    "national_levels": N_("National side"),
    "national_left_out": N_("National codes that never count"),
    "count_upcoming": N_("Published, not yet effective national standards count"),
    "basis": N_("Pairs that count"),
    "degrees": N_("Degrees that count as converted"),
    "edition": N_("Editions that count as converted"),
    "grace_months": N_("Months of grace after a new edition"),
    "count_plans": N_("Plans count in the headline"),
    "count_foreign": N_("Adopting other foreign standards counts in the adoption rate"),
    "unit": N_("Counting unit"),
    "target_basis_points": N_("Target of the conversion rate"),
    "strict_target": N_("The target must be exceeded"),
    "cycle_target_months": N_("Target of the formulation cycle in months"),
    "strict_cycle_target": N_("The cycle must stay below its target"),
    "target_year": N_("Year of the target"),
    "ics_counting": N_("Works with several ICS"),
    "year_only_lags": N_("Dates known only to the year count in lags"),
    "weighted_index": N_("Weighted correspondence index shown"),
    "weight_idt": N_("Weight of IDT"),
    "weight_mod": N_("Weight of MOD"),
    "weight_neq": N_("Weight of NEQ"),
    "consistency_headline": N_("Headline of key indicators"),
    "stricter_is_consistent": N_("A stricter national limit is consistent"),
    "aggregation": N_("Key indicators over several products"),
    "strict_operator": N_("“≤” and “<” are distinguished in key indicators"),
}
CHOICES: Mapping[tuple[str, str], str] = {
    ("undetermined", "applicable"): N_("counted as applicable"),
    ("undetermined", "excluded"): N_("left out"),
    ("deferred", "applicable"): N_("counted as applicable"),
    ("deferred", "excluded"): N_("left out"),
    ("edition", "any"): N_("any edition"),
    ("edition", "current_grace"): N_("current edition, or outdated within the months of grace"),
    ("edition", "current"): N_("current edition only"),
    ("edition", "current_amendments"): N_("current edition with its amendments only"),
    ("unit", "part"): N_("each part"),
    ("unit", "family_all"): N_("families of which every part is converted"),
    ("unit", "family_any"): N_("families of which any part is converted"),
    ("unit", "national"): N_("each national standard"),
    ("basis", "confirmed"): N_("confirmed by a reviewer"),
    ("basis", "declared"): N_("declared by the national catalogue"),
    ("ics_counting", "each"): N_("counted once in each field"),
    ("ics_counting", "fractional"): N_("shared between their fields"),
    ("consistency_headline", "equal"): N_("equal"),
    ("consistency_headline", "not_below"): N_("equal or stricter"),
    ("aggregation", "micro"): N_("all indicators pooled"),
    ("aggregation", "macro"): N_("mean of the products"),
    ("national_levels", "national"): N_("national standards"),
    ("national_levels", "industry"): N_("national and industry standards"),
}
ALL = N_("all")
NOT_SET = N_("not set")
_SHARES = {"target_basis_points", "weight_idt", "weight_mod", "weight_neq"}
_UNLIMITED_WHEN_EMPTY = {"committees", "ics"}
_COUNTS = {"grace_months", "cycle_target_months"}
"""Numbers of which 0 is a setting like any other."""


def rule_rows(rules: CountingRules, shipped: CountingRules) -> tuple[Rule, ...]:
    """Every counting rule, those that differ from the profile as it was shipped marked."""
    changed = rules.changed_from(shipped)
    return tuple(
        Rule(LABELS.get(name, name), _setting(name, value), name in changed)
        for name, value in rules.to_mapping().items()
    )


def _setting(name: str, value: Any) -> str:
    """The value of one option in English words, or as it is where it is a name or a number."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if name in _SHARES:
        return f"{value / 100:g}%"
    if isinstance(value, list):
        if name == "national_levels" and value in (["national"], ["national", "industry"]):
            return CHOICES[name, value[-1]]
        return ", ".join(value) or (ALL if name in _UNLIMITED_WHEN_EMPTY else NOT_SET)
    if value in {"", 0} and name not in _COUNTS:
        return NOT_SET
    return CHOICES.get((name, str(value)), str(value))
