"""Why two requirements cannot be compared: each pair of kinds has the sentence that is true of it."""

import pytest

from aligner.comparing.judge import judge
from aligner.comparing.requirements import LISTS_DIFFER, UNLIKE, VALUE_AND_LIMIT, WORDS_DIFFER
from aligner.domain.comparisons.comparison import ComparisonVerdict, Direction, Judgement, Side


def judged(national: str, international: str, direction: Direction | None = None) -> Judgement:
    found = judge("indicator", Side(national), Side(international), direction=direction)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("one", "other", "template"),
    [
        ("A、B", "A、B、C", LISTS_DIFFER),
        ("A、B", "no cracks", UNLIKE),
        ("A、B", "5 mm", UNLIKE),
        ("no cracks", "5 mm", UNLIKE),
        ("no cracks", "no holes", WORDS_DIFFER),
        ("5 mm", "≤ 5 mm", VALUE_AND_LIMIT),
        ("5 mm", "3～6 mm", UNLIKE),
    ],
)
def test_requirements_of_other_kinds_wait_for_a_reviewer_and_say_why(one: str, other: str, template: str) -> None:
    for national, international in ((one, other), (other, one)):
        found = judged(national, international)
        assert (found.verdict, found.template, found.is_open) == (ComparisonVerdict.INCOMPARABLE, template, True)


@pytest.mark.parametrize("direction", [Direction.NARROWER, Direction.WIDER])
def test_a_list_of_words_is_judged_by_what_it_holds_and_not_by_its_order(direction: Direction) -> None:
    equal = judged("A、B", "B、A", direction).verdict
    shorter, longer = judged("A", "B、A", direction).verdict, judged("B、A、C", "A、B", direction).verdict
    apart = judged("A、B", "A、C", direction).verdict
    assert equal is ComparisonVerdict.EQUAL
    assert {shorter, longer} <= {ComparisonVerdict.STRICTER, ComparisonVerdict.LOOSER, ComparisonVerdict.INCOMPARABLE}
    assert apart is ComparisonVerdict.INCOMPARABLE
    narrower, wider = ComparisonVerdict.STRICTER, ComparisonVerdict.LOOSER
    expected = (narrower, wider) if direction is Direction.NARROWER else (wider, narrower)
    assert (judged("A、B", "B、A、C", direction).verdict, longer) == expected
