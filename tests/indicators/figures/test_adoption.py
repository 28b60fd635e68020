"""Each national standard that adopts nothing that counts has the one reason that holds for it."""

import pytest
from standards_tables import a_standard

from aligner.domain.degree import Degree
from aligner.domain.pairs.decision import Verdict
from aligner.indicators.counting.count import Counting
from aligner.indicators.figures import adoption, reasons

from .test_reasons import adopts, counting

STATED = a_standard("GB/T 1-2015", adopted="ISO 1:2010", degree="IDT")
EUROPEAN = adopts(international="EN 1:2010")


def reason_of(found: Counting) -> str:
    (member,) = adoption.adoption_rate(found).members
    return member.reason


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (counting(), adoption.NOT_ADOPTING),
        (counting(adopts()), adoption.ADOPTING),
        (counting(home=STATED), reasons.UNDECIDED),
        (counting(adopts(verdict=Verdict.UNSURE, degree=None), home=STATED), reasons.UNSURE),
        (counting(adopts(verdict=Verdict.REJECTED, degree=None), home=STATED), adoption.NOT_ADOPTING),
        (counting(adopts(degree=Degree.NEQ)), adoption.NOT_EQUIVALENT),
        (counting(adopts(degree=Degree.MOD), degrees=("IDT",)), adoption.OTHER_DEGREE),
        (counting(EUROPEAN), adoption.OTHER_BODIES),
    ],
)
def test_a_national_standard_has_the_reason_that_holds_for_it(found: Counting, expected: str) -> None:
    assert reason_of(found) == expected
