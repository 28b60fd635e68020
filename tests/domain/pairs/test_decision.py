"""A reviewer's verdict as a value."""

import pytest
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


@pytest.mark.parametrize(
    ("work", "national", "international", "stale"),
    [
        ("ISO 1", "n", "i", False),
        ("ISO 1", "other", "i", True),
        ("ISO 1", "n", "other", True),
        ("ISO 1", None, "i", True),
        ("ISO 1", "n", None, True),
        ("", "n", None, False),
        ("", "other", None, True),
    ],
)
def test_a_decision_is_stale_when_a_standard_differs(
    work: str, national: str | None, international: str | None, stale: bool
) -> None:
    decision = Decision(
        "GB/T 1-2019",
        "ISO 1:2017",
        work,
        Verdict.CONFIRMED,
        Degree.IDT,
        national_fingerprint="n",
        international_fingerprint="i" if work else "",
    )
    assert decision.is_stale(national, international) is stale
