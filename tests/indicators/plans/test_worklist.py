"""The lists of a committee over the worked example."""

import pytest
from standards_tables import a_standard, a_table

from aligner.domain.applicability import Applicability, ApplicabilityVerdict
from aligner.domain.counting import CountingRules
from aligner.domain.degree import Degree
from aligner.domain.pairs.candidate import EditionState
from aligner.domain.pairs.decision import Coverage, Decision, Verdict
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
        (2, "ISO 1005:2014", "only a not equivalent national standard, which is no adoption", ()),
        (3, "ISO 1008:2021", "not adopted yet; a plan is under way", ("20241008-T-604",)),
    ]
    assert all(reason in lists.ADVICE for reason in lists.RANKS)


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


def test_one_to_many_is_flagged(counting: Counting) -> None:
    assert {one.national for one in lists.several_adopted(counting)} == {"GB/T 3002-2018"}


def test_partial_conversions_and_open_groups_are_listed() -> None:
    partial = confirmed("GB/T 3020-2015", "ISO 1007:2020", "ISO 1007", coverage=Coverage.PARTIAL)
    open_group = confirmed("GB/T 3021-2015", "ISO 1008:2021", "ISO 1008", coverage=Coverage.JOINT, joint="x")
    found = lists.partial_conversions(a_counting((partial, open_group)))
    assert [(one.national, one.reason) for one in found] == [
        ("GB/T 3020-2015", lists.PARTIAL),
        ("GB/T 3021-2015", lists.JOINT_OPEN),
    ]


def test_what_is_not_applicable_but_adopted_is_a_conflict() -> None:
    counting = a_counting((confirmed("GB/T 3020-2015", "ISO 1006:2013", "ISO 1006"),))
    assert [one.work for one in lists.conflicts(counting)] == ["ISO 1006"]


def test_two_full_adoptions_of_one_work_are_listed_both() -> None:
    counting = a_counting((confirmed("GB/T 3020-2015", "ISO 1001:2017", "ISO 1001"),))
    assert {one.national for one in lists.duplicate_adoptions(counting)} == {"GB/T 3001-2019", "GB/T 3020-2015"}


def test_other_deliverables_stand_apart() -> None:
    counting = a_counting((confirmed("GB/T 3020-2015", "ISO/TR 1009:2018", "ISO/TR 1009"),))
    assert [one.work for one in lists.other_deliverables(counting)] == ["ISO/TR 1009"]


def test_decisions_on_changed_rows_are_stale() -> None:
    changed = confirmed("GB/T 3020-2015", "ISO 1007:2020", "ISO 1007", international_fingerprint="of another text")
    assert [one.national for one in lists.stale_decisions(a_counting((changed,)))] == ["GB/T 3020-2015"]


def test_citations_beyond_the_catalogue_are_listed() -> None:
    more = (
        confirmed("GB/T 3020-2015", "ISO 1007:2025", "ISO 1007"),
        confirmed("GB/T 3021-2015", "ISO 7777:2020", "ISO 7777"),
    )
    found = {one.national: one.state for one in lists.unknown_editions(a_counting(more))}
    assert found == {"GB/T 3020-2015": EditionState.AHEAD, "GB/T 3021-2015": None}


def test_verdicts_older_than_the_current_edition_have_expired() -> None:
    old = Applicability("ISO 1003", ApplicabilityVerdict.APPLICABLE, at="2020-01-01T00:00:00")
    assert lists.expired_verdicts(a_counting(verdicts=(old,))) == ["ISO 1003"]


def test_the_longest_published_comes_first_among_equals() -> None:
    works = [a_standard("ISO 2:2012", published="2012-01-01"), a_standard("ISO 1:2015", published="2015-01-01")]
    inputs = gather(a_table(), a_table(*works), [], [], CountingRules())
    assert [item.work for item in lists.worklist(count(inputs, AT))] == ["ISO 2", "ISO 1"]
