"""Counting rules: named, checked, and recognizable by their hash."""

import pytest

from aligner.domain.counting import CHOICES, CHOICES_OF_MANY, DEFAULT_RULES, CountingRules
from aligner.domain.errors import AlignerError


def test_rules_come_back_from_what_they_write() -> None:
    rules = CountingRules(types=("IS", "TR"), edition="current", grace_months=24, strict_target=True)
    assert CountingRules.from_mapping(rules.to_mapping()) == rules


def test_an_unknown_rule_is_refused_by_name() -> None:
    with pytest.raises(AlignerError, match="“edtion” is not a counting rule"):
        CountingRules.from_mapping({"edtion": "any"})


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("edition", "newest"),
        ("degrees", ["IDT", "EQV"]),
        ("degrees", "IDT"),
        ("types", [1]),
        ("grace_months", "12"),
        ("grace_months", True),
        ("target_basis_points", -1),
        ("target_basis_points", 20000),
        ("degrees", []),
        ("types", []),
        ("published_from", "last year"),
        ("strict_target", 1),
    ],
)
def test_a_value_that_a_rule_cannot_have_is_refused(name: str, value: object) -> None:
    with pytest.raises(AlignerError, match=f"“{name}” cannot be"):
        CountingRules.from_mapping({name: value})


@pytest.mark.parametrize(("name", "highest"), [("target_basis_points", 10000), ("target_year", 2200)])
def test_a_number_is_taken_from_nothing_up_to_the_highest_that_the_rule_can_have(name: str, highest: int) -> None:
    for value in (0, highest):
        assert CountingRules.from_mapping({name: value}).to_mapping()[name] == value
    for value in (-1, highest + 1):
        with pytest.raises(AlignerError, match=f"“{name}” cannot be"):
            CountingRules.from_mapping({name: value})


def test_every_default_is_one_of_its_choices() -> None:
    values = DEFAULT_RULES.to_mapping()
    assert all(values[name] in allowed for name, allowed in CHOICES.items())
    assert all(set(values[name]) <= set(allowed) for name, allowed in CHOICES_OF_MANY.items())


def test_changed_options_are_named_with_their_value() -> None:
    changed = CountingRules(edition="current", types=("IS", "TS")).changed_from(DEFAULT_RULES)
    assert changed == {"edition": "current", "types": ["IS", "TS"]}


def test_the_hash_tells_rules_apart_and_equal_rules_together() -> None:
    assert CountingRules().short_hash == DEFAULT_RULES.short_hash
    assert CountingRules(grace_months=13).short_hash != DEFAULT_RULES.short_hash


@pytest.mark.parametrize(
    ("publisher", "counts"),
    [
        ("ISO", True),
        ("ISO/IEC/IEEE", True),
        ("CISPR", True),
        ("ITU-T", True),
        ("IWA", True),
        ("IEEE", False),
        ("EN", False),
    ],
)
def test_joint_documents_and_part_bodies_count_with_their_publisher(publisher: str, counts: bool) -> None:
    assert DEFAULT_RULES.counts_publisher(publisher) is counts
