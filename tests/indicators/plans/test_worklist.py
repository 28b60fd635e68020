"""The lists of a committee over the worked example."""

import pytest
from standards_tables import a_standard, a_table

from aligner.domain.applicability import Applicability
from aligner.domain.counting import CountingRules
from aligner.domain.degree import Degree
from aligner.domain.pairs.candidate import EditionState
from aligner.domain.pairs.decision import Decision, Verdict
from aligner.indicators.counting.count import Counting, count, gather
from aligner.indicators.plans import worklist as lists

from ..worked_example import AT, applicability, decisions, international_table, national_table


@pytest.fixture
def counting() -> Counting:
    return a_counting()


def a_counting(more: tuple[Decision, ...] = (), verdicts: tuple[Applicability, ...] = ()) -> Counting:
    inputs = gather(
        national_table(),
        international_table(),
        [*decisions(), *more],
        [*applicability(), *verdicts],
        CountingRules(),
    )
    return count(inputs, AT)


def confirmed(national: str, cited: str, work: str, degree: str = "IDT", **values: object) -> Decision:
    return Decision(national, cited, work, Verdict.CONFIRMED, Degree(degree), **values)  # type: ignore[arg-type]


def test_worklist_begins_with_what_nobody_has_begun(counting: Counting) -> None:
    found = [(item.rank, item.designation, item.reason, item.plans) for item in lists.worklist(counting)]
    assert found == [
        (1, "ISO 1007:2020", "no national standard in force adopts it", ()),
        (2, "ISO 1005:2014", "only a non-equivalent national standard, which is not an adoption", ()),
        (3, "ISO 1008:2021", "not adopted yet; a plan is under way", ("20241008-T-604",)),
    ]


def test_outdated_adoptions_are_listed_with_their_age_and_missed_amendments(counting: Counting) -> None:
    first, *others = lists.outdated_links(counting)
    assert (first.national, first.cited, first.current) == ("GB/T 3003-2012", "ISO 1003:2010", "ISO 1003:2022")
    assert first.age_months == pytest.approx(40.7, abs=0.1)
    assert [(one.national, one.missed) for one in others] == [
        ("GB/T 3004.1-2021", ("ISO 1004:2019/Amd 1:2023",)),
        ("GB/T 3004.2-2022", ("ISO 1004:2019/Amd 1:2023",)),
    ]


def test_adopters_of_withdrawn_standards_are_listed(counting: Counting) -> None:
    assert [(one.national, one.state) for one in lists.withdrawn_links(counting)] == [
        ("GB/T 3010-2014", EditionState.WITHDRAWN)
    ]


def test_the_longest_published_comes_first_among_equals() -> None:
    works = [a_standard("ISO 2:2012", published="2012-01-01"), a_standard("ISO 1:2015", published="2015-01-01")]
    inputs = gather(a_table(), a_table(*works), [], [], CountingRules())
    assert [item.work for item in lists.worklist(count(inputs, AT))] == ["ISO 2", "ISO 1"]
