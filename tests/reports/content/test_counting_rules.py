"""Every counting rule in words."""

from aligner.domain.counting import CHOICES as ALLOWED
from aligner.domain.counting import CountingRules
from aligner.reports.content.counting_rules import CHOICES, LABELS, rule_rows
from aligner.reports.content.report import Rule


def setting(rules: CountingRules, label: str) -> Rule:
    (row,) = [row for row in rule_rows(rules, CountingRules()) if row.label == label]
    return row


def test_every_rule_has_a_name() -> None:
    assert set(CountingRules().to_mapping()) == set(LABELS)


def test_every_choice_has_words() -> None:
    assert {(name, choice) for name, choices in ALLOWED.items() for choice in choices} <= set(CHOICES)


def test_the_shipped_profile_has_no_changes() -> None:
    assert not any(row.is_changed for row in rule_rows(CountingRules(), CountingRules()))


def test_settings_read_as_people_say_them() -> None:
    rules = CountingRules(national_levels=("national", "industry"), grace_months=0, target_basis_points=8050)
    assert setting(rules, "National side") == Rule("National side", "national and industry standards", is_changed=True)
    assert setting(rules, "Months of grace after a new edition").value == "0"
    assert setting(rules, "Target of the conversion rate").value == "80.5%"
    assert setting(rules, "International committees").value == "all"
    assert setting(rules, "Published from").value == "not set"
    assert setting(rules, "Year of the target").value == "not set"
    assert setting(rules, "The target must be exceeded").value == "no"
