"""Questionable verdicts are shown, whatever the rate gains by them."""

from aligner.domain.applicability import Applicability, ApplicabilityVerdict
from aligner.indicators.explaining import doubts as questions
from aligner.indicators.explaining.doubts import doubts, rate_of_universe

from ..counted import a_counting

NOT, LATER = ApplicabilityVerdict.NOT_APPLICABLE, ApplicabilityVerdict.DEFERRED


def asked(*verdicts: Applicability, **rules: object) -> dict[str, str]:
    return {one.key: one.question for one in doubts(a_counting(verdicts=verdicts, **rules))}


def test_a_verdict_with_reason_and_explanation_is_listed_last() -> None:
    assert asked() == {"ISO 1006": questions.LEFT_OUT}


def test_a_verdict_without_reason_or_explanation_is_questioned() -> None:
    found = asked(Applicability("ISO 1007", NOT), Applicability("ISO 1008", NOT, "N1"))
    assert list(found.items())[:2] == [
        ("ISO 1007", questions.WITHOUT_REASON),
        ("ISO 1008", questions.WITHOUT_NOTE),
    ]


def test_an_adopted_work_counts_whatever_the_verdict() -> None:
    (first, *_) = doubts(a_counting(verdicts=(Applicability("ISO 1001", NOT, "N1", "no"),)))
    assert (first.key, first.question, first.is_counted) == ("ISO 1001", questions.ADOPTED, True)


def test_a_verdict_older_than_the_edition_has_expired() -> None:
    assert asked(Applicability("ISO 1008", NOT, "N1", "no", at="2020-01-01"))["ISO 1008"] == questions.EXPIRED


def test_a_work_with_a_strong_candidate_is_questioned() -> None:
    counting = a_counting()
    work = counting.inputs.works.position("ISO 1006")
    assert work is not None
    assert [one.question for one in doubts(counting, {work})] == [questions.PROPOSED]


def test_works_that_the_rules_leave_out_are_listed_too() -> None:
    found = asked(Applicability("ISO 1008", LATER, "D2", "soon"), undetermined="excluded", deferred="excluded")
    assert found["ISO 1008"] == questions.DEFERRED
    assert found["ISO 1007"] == questions.OPEN


def test_the_floor_is_the_rate_over_the_whole_universe() -> None:
    value = rate_of_universe(a_counting())
    assert (value.numerator, value.denominator) == (6, 10)
