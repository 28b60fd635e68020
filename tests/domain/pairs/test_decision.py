"""A reviewer's verdict as a value."""

from hypothesis import given
from hypothesis import strategies as st

from aligner.domain.degree import Degree
from aligner.domain.pairs.decision import Coverage, Decision, Verdict

DECISIONS = st.builds(
    Decision,
    national=st.text(),
    international=st.text(),
    work=st.text(),
    verdict=st.sampled_from(Verdict),
    degree=st.none() | st.sampled_from(Degree),
    coverage=st.sampled_from(Coverage),
    joint=st.text(),
    note=st.text(),
    bulk=st.booleans(),
)


@given(DECISIONS)
def test_a_decision_survives_the_journal(decision: Decision) -> None:
    assert Decision.from_json(decision.to_json()) == decision


def test_fields_of_a_later_program_are_ignored() -> None:
    decision = Decision("GB/T 1-2019", "ISO 1:2017", "ISO 1", Verdict.UNSURE)
    assert Decision.from_json(decision.to_json() | {"mood": "good"}) == decision
