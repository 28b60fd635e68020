"""The conversion rate by field, committee and year over the worked example."""

import pytest

from aligner.indicators.explaining.groups import groups, rows_of_group
from aligner.indicators.figures.conversion import conversion_rate

from ..counted import a_counting


def test_fields_that_lack_most_come_first() -> None:
    found = [(group.key, group.converted, group.applicable, group.gap) for group in groups(a_counting(), "ics")]
    assert found == [("25", 2, 4, 2), ("21", 4, 5, 1)]


def test_the_gaps_of_the_fields_are_more_than_that_of_the_whole() -> None:
    assert sum(group.gap or 0 for group in groups(a_counting(), "ics")) == 3


@pytest.mark.parametrize("by", ["committee", "year"])
def test_committees_and_years_add_up_to_the_total(by: str) -> None:
    counting = a_counting()
    value = conversion_rate(counting).total()
    found = groups(counting, by)
    assert sum(group.converted for group in found) == value.numerator
    assert sum(group.applicable for group in found) == value.denominator


def test_works_are_grouped_by_the_year_of_their_edition_in_force() -> None:
    assert {group.key for group in groups(a_counting(), "year")} >= {"2022", "2019"}
    assert "2010" not in {group.key for group in groups(a_counting(), "year")}


def test_the_rate_net_of_outdated_editions_stands_beside_the_rate() -> None:
    (field,) = [group for group in groups(a_counting(), "ics") if group.key == "21"]
    assert (field.rate, field.rate_current) == (0.8, 0.6)


def test_the_rows_of_a_field_are_those_it_counts_and_the_missing_ones_come_first() -> None:
    rows = rows_of_group(a_counting(), "ics", "25")
    assert [(row.key, row.in_numerator) for row in rows] == [
        ("ISO 1007:2020", False),
        ("ISO 1008:2021", False),
        ("ISO 1004:2019", True),
        ("ISO 1012:2018", True),
    ]


@pytest.mark.parametrize("unit", ["family_all", "family_any", "national"])
def test_groups_count_in_the_unit_of_the_rules(unit: str) -> None:
    counting = a_counting(unit=unit)
    value = conversion_rate(counting).total()
    assert sum(group.applicable for group in groups(counting, "committee")) >= (value.denominator or 0)
