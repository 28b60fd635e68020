import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from aligner.domain.change import Action, RowChange, Subject
from aligner.domain.errors import AlignerError, Conflict
from aligner.domain.pairs.decision import Decision, Verdict, confirmed_beside_none
from aligner.storage.store import Store

from ..building import a_decision


def none(**values: object) -> Decision:
    return a_decision(work="", international="", verdict=Verdict.NO_COUNTERPART, degree=None, **values)


def saying(decision: Decision, subject: Subject = Subject.DECISION) -> RowChange:
    return RowChange(subject, decision.key, None, decision.to_json())


@pytest.mark.parametrize("subject", [Subject.DECISION, Subject.SECOND_OPINION])
@pytest.mark.parametrize(("first", "then"), [(none(), a_decision()), (a_decision(), none())])
def test_no_counterpart_never_stands_beside_a_counterpart(
    project: Store, subject: Subject, first: Decision, then: Decision
) -> None:
    project.append("ann", Action.DECIDE, [saying(first, subject)])
    before = project.head()
    with pytest.raises(Conflict, match="has been decided differently in the meantime"):
        project.append("bob", Action.DECIDE, [saying(then, subject)])
    assert project.head() == before
    assert project.check() == []


def test_an_undo_brings_no_contradiction_back(project: Store) -> None:
    project.append("ann", Action.DECIDE, [saying(none())])
    project.append("ann", Action.TAKE_BACK, [RowChange(Subject.DECISION, none().key, none().to_json(), None)])
    project.append("bob", Action.DECIDE, [saying(a_decision())])
    with pytest.raises(Conflict):
        project.undo("ann")


def test_a_bulk_step_is_looked_at_as_a_whole(project: Store) -> None:
    many = [a_decision(f"GB {number}-2016") for number in range(300)]
    project.append("ann", Action.DECIDE, [saying(none(national="GB 250-2016"))])
    with pytest.raises(Conflict, match="GB 250-2016"):
        project.append("bob", Action.DECIDE, [saying(decision) for decision in many])


STEPS = st.tuples(
    st.sampled_from(["decide", "none", "reject", "undo", "redo"]), st.sampled_from(["ann", "bob"]), st.integers(1, 2)
)


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(steps=st.lists(STEPS, max_size=12))
def test_no_order_of_steps_leaves_a_contradiction(project: Store, steps: list[tuple[str, str, int]]) -> None:
    for kind, reviewer, work in steps:
        decision = none() if kind == "none" else a_decision(work=f"ISO {work}")
        if kind == "reject":
            decision = a_decision(work=f"ISO {work}", verdict=Verdict.REJECTED, degree=None)
        before = project.standing(Subject.DECISION, decision.key)
        row = RowChange(Subject.DECISION, decision.key, before, decision.to_json())
        try:
            if kind in {"undo", "redo"}:
                getattr(project, kind)(reviewer)
            else:
                project.append(reviewer, Action.DECIDE, [row])
        except AlignerError:
            pass
        assert confirmed_beside_none(project.decisions()) is None
