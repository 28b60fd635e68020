"""The templates that come with the program."""

from aligner.comparing.units import unit_of
from aligner.domain.comparisons.comparison import Direction
from aligner.domain.comparisons.product_group import CATEGORIES
from aligner.domain.designation.designation import Designation
from aligner.domain.designation.parser import parse_designation
from aligner.paths import resources
from aligner.readers.small_tables.product_groups import GROUPS, product_groups

OWN_UNITS = {"SDCM", "dB(μV)", "kG²·mm²"}
"""Units of one field only, which are compared with themselves."""

INDICATORS = [(group.name, indicator) for group in product_groups() for indicator in group.indicators]


def test_every_file_is_a_group_and_every_group_a_file() -> None:
    files = {file.stem for file in (resources() / "templates").iterdir()}
    assert files == set(GROUPS) == {group.name for group in product_groups()}


def test_ten_groups_and_more_have_ten_indicators_and_more() -> None:
    assert len(GROUPS) >= 10
    assert [group.name for group in product_groups() if len(group.indicators) < 10] == []


def test_every_group_and_indicator_has_its_name_in_both_languages() -> None:
    for group in product_groups():
        texts = [group.title_en, group.title_zh, group.description_en, group.description_zh]
        texts += [name for one in group.indicators for name in (one.name_en, one.name_zh)]
        assert all(texts), group.name
        for language in ("en", "zh"):
            names = [one.template(language).indicator.casefold() for one in group.indicators]
            assert len(set(names)) == len(names), group.name


def test_units_are_known_and_categories_have_a_word() -> None:
    for group, one in INDICATORS:
        assert not one.unit or one.unit in OWN_UNITS or unit_of(one.unit), (group, one)
        assert one.category in CATEGORIES, (group, one)


def test_every_indicator_says_which_way_it_becomes_stricter() -> None:
    for group, one in INDICATORS:
        assert one.direction is not None, (group, one)
        assert (one.direction is Direction.QUALITATIVE) <= (one.unit == ""), (group, one)


def test_methods_are_designations_of_standards_without_an_edition() -> None:
    for group, one in INDICATORS:
        for method in (one.national_method, one.international_method):
            read = parse_designation(method) if method else None
            assert not method or isinstance(read, Designation), (group, method)
            assert not isinstance(read, Designation) or str(read) == method == read.work, (group, method)


def test_no_weight_is_given_unasked() -> None:
    assert {one.weight for _, one in INDICATORS} == {1.0}
