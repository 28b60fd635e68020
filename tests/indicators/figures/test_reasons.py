"""Each work that is not converted has the one reason that holds for it."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from standards_tables import a_standard, a_table

from aligner.domain.counting import CountingRules
from aligner.domain.degree import Degree
from aligner.domain.pairs.decision import Coverage, Decision, Verdict
from aligner.indicators.counting.count import Counting, count, gather
from aligner.indicators.figures import reasons
from aligner.indicators.figures.reasons import COVERED, COVERED_JOINTLY, OPEN, PLANNED, why

from ..random_worlds import DAYS, catalogues, decisions, rules_of_all_kinds, verdicts, worlds
from ..second_counting import World

AT = date(2026, 1, 1)
HOME = a_standard("GB/T 1-2015", published="2015-01-01")
WORK = a_standard("ISO 1:2010", published="2010-01-01")


def counting(
    *decided: Decision,
    home: dict[str, Any] = HOME,
    works: tuple[dict[str, Any], ...] = (WORK,),
    more: tuple[dict[str, Any], ...] = (),
    **rules: Any,
) -> Counting:
    inputs = gather(a_table(home, *more), a_table(*works), decided, [], CountingRules(**rules))
    return count(inputs, AT)


def reason(found: Counting, work: str = "ISO 1") -> str:
    position = found.inputs.works.position(work)
    assert position is not None
    return why(found, position, is_covered=position in found.headline_covered())


def adopts(national: str = "GB/T 1-2015", international: str = "ISO 1:2010", **values: Any) -> Decision:
    work = international.partition(":")[0]
    given: dict[str, Any] = {"verdict": Verdict.CONFIRMED, "degree": Degree.IDT} | values
    return Decision(national, international, work, **given)


NEWER = (
    a_standard("ISO 1:2010", published="2010-01-01", status="withdrawn"),
    a_standard("ISO 1:2020", published="2020-01-01"),
)


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (counting(), reasons.NO_ADOPTION),
        (counting(adopts()), reasons.COVERED),
        (counting(adopts(degree=Degree.NEQ)), reasons.NOT_EQUIVALENT),
        (counting(adopts(degree=Degree.MOD), degrees=("IDT",)), reasons.OTHER_DEGREE),
        (counting(adopts(coverage=Coverage.PARTIAL)), reasons.PARTIAL),
        (counting(adopts(coverage=Coverage.JOINT, joint="a")), reasons.JOINT_OPEN),
        (counting(adopts(degree=None, verdict=Verdict.UNSURE)), reasons.UNSURE),
        (counting(home=a_standard("GB/T 1-2015", adopted="ISO 1:2010", degree="IDT")), reasons.UNDECIDED),
        (counting(adopts(), works=NEWER, edition="current"), reasons.OUTDATED),
        (counting(adopts(international="ISO 1"), works=NEWER, edition="current"), reasons.EDITION_UNKNOWN),
        (counting(adopts("JB/T 1-2015"), home=a_standard("JB/T 1-2015", published="2015-01-01")), reasons.OTHER_LEVEL),
        (counting(adopts(), home=HOME | {"status": "withdrawn"}), reasons.NO_LONGER),
        (
            counting(adopts(), home=HOME | {"effective": "2026-07-01"}, count_upcoming=False),
            reasons.NOT_YET,
        ),
    ],
)
def test_a_work_has_the_reason_that_holds_for_it(found: Counting, expected: str) -> None:
    assert reason(found) == expected


def test_a_stated_pair_that_was_rejected_is_decided() -> None:
    stated = a_standard("GB/T 1-2015", adopted="ISO 1:2010", degree="IDT")
    assert reason(counting(adopts(verdict=Verdict.REJECTED, degree=None), home=stated)) == reasons.NO_ADOPTION


def replaced(*by: str, number: str = "ISO 1:2010") -> dict[str, Any]:
    return a_standard(number, published="2010-01-01", status="withdrawn", replaced_by=list(by))


MERGED = (replaced("ISO 9:2020"), replaced("ISO 9:2020", number="ISO 2:2010"), a_standard("ISO 9:2020"))
SPLIT = (replaced("ISO 8:2020", "ISO 9:2020"), a_standard("ISO 8:2020"), a_standard("ISO 9:2020"))


def test_what_was_merged_and_what_was_split_is_to_be_reviewed_anew() -> None:
    assert reason(counting(adopts(), works=MERGED), "ISO 9") == reasons.MERGED
    assert reason(counting(adopts(), works=SPLIT), "ISO 9") == reasons.PREDECESSOR


def test_a_work_that_is_partially_adopted_itself_is_no_merged_one() -> None:
    own = adopts(international="ISO 9:2020", coverage=Coverage.PARTIAL)
    assert reason(counting(adopts(), own, works=MERGED), "ISO 9") == reasons.PARTIAL


def test_a_rejected_successor_is_not_adopted_by_way_of_what_was_merged_into_it() -> None:
    rejected = adopts(international="ISO 9:2020", verdict=Verdict.REJECTED, degree=None)
    assert reason(counting(adopts(), rejected, works=MERGED), "ISO 9") == reasons.NO_ADOPTION


@given(worlds(), rules_of_all_kinds())
@settings(max_examples=150, deadline=None)
def test_reasons_agree_with_the_count(world: World, rules: CountingRules) -> None:
    found = count(gather(*catalogues(world), decisions(world), verdicts(world), rules), DAYS[0])
    converted = found.headline_covered()
    for work in found.applicable:
        told = why(found, work, is_covered=work in converted)
        assert (told in {COVERED, COVERED_JOINTLY, PLANNED}) == (work in converted)
        assert work in converted or told in OPEN
