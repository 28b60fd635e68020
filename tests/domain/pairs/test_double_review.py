"""Two opinions are compared pair by pair, and agreement is what chance would not give."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aligner.domain.degree import Degree
from aligner.domain.pairs.decision import Coverage, Decision, Verdict
from aligner.domain.pairs.double_review import Difference, Settlement, agreement, difference, judged_pairs

NATIONAL = "GB/T 1-2019"


def confirmed(work: str, degree: Degree = Degree.IDT, coverage: Coverage = Coverage.FULL) -> Decision:
    return Decision(NATIONAL, work, work, Verdict.CONFIRMED, degree, coverage)


def said(verdict: Verdict, work: str = "") -> Decision:
    return Decision(NATIONAL, work, work, verdict)


def work_of(decision: Decision) -> str:
    return decision.work


NONE = said(Verdict.NO_COUNTERPART)


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ([confirmed("ISO 1")], [confirmed("ISO 1")], None),
        ([NONE], [NONE], None),
        ([confirmed("ISO 1")], [confirmed("ISO 1", Degree.MOD)], Difference.DEGREE),
        ([confirmed("ISO 1")], [confirmed("ISO 2")], Difference.TARGET),
        ([confirmed("ISO 1")], [NONE], Difference.SOME_OR_NONE),
        ([confirmed("ISO 1")], [said(Verdict.REJECTED, "ISO 1")], Difference.SOME_OR_NONE),
        ([confirmed("ISO 1")], [said(Verdict.UNSURE, "ISO 1")], Difference.UNSURE),
        ([confirmed("ISO 1")], [confirmed("ISO 1", coverage=Coverage.PARTIAL)], Difference.COVERAGE),
        ([confirmed("ISO 1"), said(Verdict.REJECTED, "ISO 2")], [confirmed("ISO 1")], None),
        ([said(Verdict.REJECTED, "ISO 1")], [confirmed("ISO 2")], None),
    ],
)
def test_two_opinions_differ_in(first: list[Decision], second: list[Decision], expected: Difference | None) -> None:
    assert difference(first, second, work_of) is expected
    assert difference(second, first, work_of) is expected


def test_a_counterpart_says_of_every_other_work_that_it_is_none() -> None:
    pairs = judged_pairs([confirmed("ISO 1")], [confirmed("ISO 2", Degree.NEQ)], work_of)
    assert pairs == [("ISO 1", "IDT", "none"), ("ISO 2", "none", "NEQ")]


def test_a_rejection_alone_says_nothing_of_other_works() -> None:
    assert judged_pairs([said(Verdict.REJECTED, "ISO 1")], [said(Verdict.REJECTED, "ISO 2")], work_of) == []


def test_one_work_under_two_names_is_one_pair() -> None:
    pairs = judged_pairs([confirmed("ISO 1")], [confirmed("ISO 1-1")], lambda _work: "ISO 1")
    assert pairs == [("ISO 1", "IDT", "IDT")]


def test_kappa_of_a_textbook_table() -> None:
    """Two readers, 50 cases: both yes 20, both no 15, yes-no 5, no-yes 10 gives kappa 0.4."""
    answers = [("y", "y")] * 20 + [("n", "n")] * 15 + [("y", "n")] * 5 + [("n", "y")] * 10
    found = agreement(answers)
    assert (found.pairs, found.agreed, found.share) == (50, 35, 0.7)
    assert found.kappa == pytest.approx(0.4)
    assert found.low < 0.4 < found.high
    assert found.matrix["n", "y"] == 10


@pytest.mark.parametrize("answers", [[], [("IDT", "IDT")] * 3])
def test_kappa_is_not_defined_without_two_categories(answers: list[tuple[str, str]]) -> None:
    assert agreement(answers).kappa is None


@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("abc")), min_size=1, max_size=30))
def test_kappa_does_not_depend_on_who_was_first(answers: list[tuple[str, str]]) -> None:
    one, other = agreement(answers), agreement([(second, first) for first, second in answers])
    assert one.kappa == pytest.approx(other.kappa)
    assert one.kappa is None or -1 <= one.low <= one.kappa <= one.high <= 1


def test_a_settlement_is_read_as_it_was_written() -> None:
    settled = Settlement(NATIONAL, (confirmed("ISO 1"),), (NONE,), "secretary", "2026-01-01T00:00:00+00:00")
    assert Settlement.from_json(settled.to_json()) == settled
