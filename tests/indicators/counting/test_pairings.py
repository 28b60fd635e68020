"""What the national catalogue states, resolved to works."""

from aligner.domain.counting import CountingRules
from aligner.indicators.counting.count import gather
from tests.standards_tables import a_standard, a_table

LISTED = a_table("ISO 105-A01:2010", "ISO 105-X12:2016", "ISO 106:2010")


def adopted(stated: str) -> dict[str, str]:
    """The number under which each work is cited, by work."""
    national = a_table(a_standard("GB/T 1-2020", adopted=stated, degree="MOD"))
    catalogued = gather(national, LISTED, [], [], CountingRules()).catalogued
    return {catalogued.works.works[one.work].key: one.text for one in catalogued.stated if one.work is not None}


def test_a_statement_on_all_parts_adopts_each_listed_part_under_its_own_number() -> None:
    assert adopted("ISO 105 所有部分") == {"ISO 105-A01": "ISO 105-A01", "ISO 105-X12": "ISO 105-X12"}


def test_a_range_of_parts_adopts_those_of_them_that_are_listed() -> None:
    assert adopted("ISO 105-A01～A03") == {"ISO 105-A01": "ISO 105-A01"}


def test_all_parts_of_an_unlisted_number_adopt_nothing() -> None:
    assert adopted("ISO 107 (all parts)") == {}
