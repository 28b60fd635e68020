"""What stands, kept in memory, is what the project says."""

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from storage.building import Ticking, a_decision, deciding, judging

from aligner.domain.applicability import ApplicabilityVerdict
from aligner.domain.change import Action
from aligner.domain.errors import AlignerError
from aligner.domain.pairs.decision import Verdict
from aligner.storage import store
from aligner.storage.store import Store
from aligner.usecases.project import journal_state
from aligner.usecases.project.journal_state import JournalState

NATIONALS = ("GB/T 1-2019", "GB/T 2-2019")
STEPS = st.lists(
    st.tuples(
        st.sampled_from(["confirm", "reject", "take back", "judge", "undo", "redo", "look"]),
        st.sampled_from(NATIONALS),
        st.sampled_from(["secretary", "expert"]),
    ),
    max_size=12,
)


def do(project: Store, action: str, national: str, reviewer: str) -> None:
    """One step of a reviewer; what the project refuses is left undone."""
    before = {decision.national: decision for decision in project.decisions()}.get(national)
    confirmed = a_decision(national, reviewer=reviewer)
    rejected = a_decision(national, reviewer=reviewer, verdict=Verdict.REJECTED, degree=None)
    steps = {
        "confirm": lambda: project.append(reviewer, Action.DECIDE, [deciding(confirmed, before)]),
        "reject": lambda: project.append(reviewer, Action.DECIDE, [deciding(rejected, before)]),
        "take back": lambda: project.append(reviewer, Action.TAKE_BACK, [deciding(None, before)]) if before else None,
        "judge": lambda: project.append(
            reviewer, Action.APPLICABILITY, [judging(national, ApplicabilityVerdict.APPLICABLE)]
        ),
        "undo": lambda: project.undo(reviewer),
        "redo": lambda: project.redo(reviewer),
    }
    with suppress(AlignerError):
        steps[action]()


def agree(kept: JournalState, project: Store) -> bool:
    """Whether memory and project say the same."""
    return kept.decisions() == {one.key: one for one in project.decisions()} and kept.applicability() == {
        one.work: one for one in project.applicability()
    }


@given(STEPS)
@settings(max_examples=12, deadline=None)
def test_memory_follows_whatever_two_reviewers_do(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, str, str]]
) -> None:
    file = tmp_path_factory.mktemp("walk") / "ours.aligner"
    with store.create(str(file), clock=Ticking()) as mine, store.open_store(str(file), clock=Ticking()) as theirs:
        kept = JournalState(mine)
        for action, national, reviewer in steps:
            if action == "look":
                assert agree(kept, mine)
            else:
                do(mine if reviewer == "secretary" else theirs, action, national, reviewer)
        assert agree(kept, mine)


def test_after_many_steps_everything_is_read_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(journal_state, "MOST_STEPS", 2)
    with store.create(str(tmp_path / "ours.aligner"), clock=Ticking()) as project:
        kept = JournalState(project)
        assert kept.decisions() == {}
        for number in range(5):
            project.append("secretary", Action.DECIDE, [deciding(a_decision(f"GB/T {number}-2019"))])
        assert agree(kept, project)


def test_what_is_handed_out_can_be_changed_without_harm(tmp_path: Path) -> None:
    with store.create(str(tmp_path / "ours.aligner"), clock=Ticking()) as project:
        project.append("secretary", Action.DECIDE, [deciding(a_decision())])
        kept = JournalState(project)
        kept.decisions().clear()
        assert agree(kept, project)
