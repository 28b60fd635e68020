"""Which national committee answers to which international one."""

from standards_tables import a_standard, a_table

from aligner.domain.counting import CountingRules
from aligner.domain.degree import Degree
from aligner.domain.pairs.decision import Decision, Verdict
from aligner.indicators.counting.count import count, gather
from aligner.indicators.explaining.committee_mapping import committee_mapping

from ..counted import a_counting
from ..worked_example import AT

INTERNATIONAL = (
    a_standard("ISO 1:2010", published="2010-01-01", committee="ISO/TC 1"),
    a_standard("ISO 2:2010", published="2010-01-01", committee="ISO/TC 1"),
    a_standard("ISO 3:2010", published="2010-01-01", committee="ISO/TC 1"),
    a_standard("ISO 4:2010", published="2010-01-01", committee="ISO/TC 4"),
)
NATIONAL = (
    a_standard("GB/T 1-2015", published="2015-01-01", committee="TC85", adopted="ISO 1:2010", degree="IDT"),
    a_standard("GB/T 2-2015", published="2015-01-01", committee="TC85", adopted="ISO 2:2010", degree="NEQ"),
    a_standard("GB/T 3-2015", published="2015-01-01", committee="TC98", adopted="ISO 2:2010", degree="IDT"),
    a_standard("GB/T 4-1999", published="1999-01-01", committee="TC52", adopted="ISO 4:2010", status="withdrawn"),
)


def test_the_main_counterpart_comes_first_and_what_has_none_last() -> None:
    said = [Decision("GB/T 1-2015", "ISO 1:2010", "ISO 1", Verdict.CONFIRMED, Degree.IDT)]
    inputs = gather(a_table(*NATIONAL), a_table(*INTERNATIONAL), said, [], CountingRules())
    found = [
        (one.international, one.national, one.works, one.of_works, one.adopted, one.confirmed, one.stated, one.is_main)
        for one in committee_mapping(count(inputs, AT))
    ]
    assert found == [
        ("ISO/TC 1", "TC85", 2, 3, 1, 1, 2, True),
        ("ISO/TC 1", "TC98", 1, 3, 0, 0, 1, False),
        ("ISO/TC 1", "", 1, 3, 0, 0, 0, False),
        ("ISO/TC 4", "", 1, 1, 0, 0, 0, False),
    ]


def test_each_work_of_the_example_has_the_committee_of_its_adoption() -> None:
    found = {one.international: one.national for one in committee_mapping(a_counting()) if one.is_main}
    assert found == {
        "ISO/TC 1": "TC108",
        "ISO/TC 108": "TC109",
        "ISO/TC 29": "TC91",
        "ISO/TC 39": "TC22",
        "ISO/TC 4": "TC98",
        "ISO/TC 60": "TC52",
    }
