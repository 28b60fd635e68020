"""Whether an international work counts, as a value."""

from hypothesis import given
from hypothesis import strategies as st

from aligner.domain.applicability import REASONS, Applicability, ApplicabilityVerdict


@given(st.builds(Applicability, work=st.text(), verdict=st.sampled_from(ApplicabilityVerdict), note=st.text()))
def test_a_verdict_survives_the_journal(verdict: Applicability) -> None:
    assert Applicability.from_json(verdict.to_json() | {"mood": "good"}) == verdict


def test_reasons_are_for_not_and_for_not_now() -> None:
    assert {code[0] for code in REASONS} == {"N", "D"}
