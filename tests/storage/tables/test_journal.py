import json
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from aligner.domain.applicability import Applicability, ApplicabilityVerdict
from aligner.domain.change import Action, RowChange, Subject
from aligner.domain.errors import AlignerError, Conflict
from aligner.domain.pairs.decision import Decision, Verdict
from aligner.storage import store
from aligner.storage.store import Store
from aligner.storage.tables.journal import GENESIS

from ..building import Ticking, a_decision, deciding, judging

ISO_1 = a_decision("GB 1-2016", "ISO 1")
ISO_2 = a_decision("GB 1-2016", "ISO 2", verdict=Verdict.REJECTED, degree=None)
ISO_3 = a_decision("GB 3-2016", "ISO 3", note="附录“A” % _ \\")


def test_a_decision_stands_once_it_is_appended(project: Store) -> None:
    change = project.append("secretary", Action.DECIDE, [deciding(ISO_1), deciding(ISO_2)])
    assert project.decisions() == [ISO_1, ISO_2]
    assert (change.id, change.reviewer, change.undoes) == (1, "secretary", None)
    assert change.at == "2026-01-05T09:00:00.000000+00:00"
    assert project.standing(Subject.DECISION, ISO_1.key) == ISO_1.to_json()
    assert project.standing(Subject.DECISION, ("GB 1-2016", "ISO 9")) is None
    assert project.history() == [change]


def test_applicability_and_decisions_do_not_mix(project: Store) -> None:
    project.append("secretary", Action.APPLICABILITY, [judging("ISO 1", ApplicabilityVerdict.DEFERRED)])
    project.append("secretary", Action.DECIDE, [deciding(ISO_1)])
    assert project.applicability() == [Applicability("ISO 1", ApplicabilityVerdict.DEFERRED)]
    assert project.decisions() == [ISO_1]


def test_undo_after_a_decision_changes_nothing(project: Store) -> None:
    project.append("secretary", Action.DECIDE, [deciding(ISO_1)])
    undone = project.undo("secretary")
    assert project.decisions() == []
    assert (undone.action, undone.undoes) == (Action.UNDO, 1)
    redone = project.redo("secretary")
    assert project.decisions() == [ISO_1]
    assert (redone.action, redone.undoes) == (Action.REDO, 2)
    assert len(project.history()) == 3
    assert project.check() == []


def test_undo_goes_back_step_by_step_and_redo_forth(project: Store) -> None:
    better = a_decision("GB 1-2016", "ISO 1", note="looked again")
    project.append("secretary", Action.DECIDE, [deciding(ISO_1)])
    project.append("secretary", Action.DECIDE, [deciding(better, before=ISO_1)])
    project.append("secretary", Action.TAKE_BACK, [deciding(None, before=better)])
    seen = []
    for step in (project.undo, project.undo, project.undo, project.redo, project.redo, project.redo, project.undo):
        step("secretary")
        seen.append(project.decisions())
    assert seen == [[better], [ISO_1], [], [ISO_1], [better], [], [better]]


def test_nothing_is_left_to_undo_or_to_bring_back(project: Store) -> None:
    with pytest.raises(AlignerError, match="“secretary” has no change to undo"):
        project.undo("secretary")
    project.append("expert", Action.DECIDE, [deciding(ISO_1)])
    with pytest.raises(AlignerError, match="“secretary” has no change to undo"):
        project.undo("secretary")
    with pytest.raises(AlignerError, match="“expert” has no undone change"):
        project.redo("expert")


def test_a_new_change_of_my_own_ends_redo_but_anothers_does_not(project: Store) -> None:
    project.append("secretary", Action.DECIDE, [deciding(ISO_1)])
    project.undo("secretary")
    project.append("expert", Action.DECIDE, [deciding(ISO_3)])
    project.redo("secretary")
    project.undo("secretary")
    project.append("secretary", Action.DECIDE, [deciding(ISO_2)])
    with pytest.raises(AlignerError, match="no undone change"):
        project.redo("secretary")
    assert project.decisions() == [ISO_2, ISO_3]


def test_a_change_on_what_no_longer_stands_is_a_conflict(project: Store) -> None:
    project.append("secretary", Action.DECIDE, [deciding(ISO_1)])
    with pytest.raises(Conflict, match="“GB 1-2016” with “ISO 1” has been decided differently"):
        project.append("expert", Action.DECIDE, [deciding(ISO_3), deciding(ISO_1)])
    assert project.decisions() == [ISO_1]
    assert project.head()[0] == 1


def test_a_conflict_about_one_standard_names_only_that(project: Store) -> None:
    none = a_decision("GB 1-2016", "", verdict=Verdict.NO_COUNTERPART, degree=None)
    project.append("secretary", Action.DECIDE, [deciding(none)])
    with pytest.raises(Conflict, match="“GB 1-2016” has been decided differently"):
        project.append("expert", Action.DECIDE, [deciding(none)])


def test_undo_of_what_another_has_decided_since_is_a_conflict(project: Store) -> None:
    other = a_decision("GB 1-2016", "ISO 1", reviewer="expert", note="no, partial")
    project.append("secretary", Action.DECIDE, [deciding(ISO_1)])
    project.append("expert", Action.DECIDE, [deciding(other, before=ISO_1)])
    with pytest.raises(Conflict):
        project.undo("secretary")
    assert project.decisions() == [other]
    project.undo("expert")
    project.undo("secretary")
    assert project.decisions() == []


def test_a_key_may_change_twice_within_one_step(project: Store) -> None:
    better = a_decision("GB 1-2016", "ISO 1", note="second row of the file")
    project.append("secretary", Action.DECIDE, [deciding(ISO_1), deciding(better, before=ISO_1)])
    assert project.decisions() == [better]
    project.undo("secretary")
    assert project.decisions() == []
    assert project.check() == []


def test_a_bulk_step_is_one_change(project: Store) -> None:
    many = [deciding(a_decision(f"GB {n:04}-2016", "ISO 1")) for n in range(1_000)]
    project.append("secretary", Action.DECIDE, many)
    assert len(project.decisions()) == 1_000
    assert project.head()[0] == 1
    project.undo("secretary")
    assert project.decisions() == []
    project.redo("secretary")
    assert len(project.decisions()) == 1_000


def test_a_bulk_step_with_one_conflict_writes_nothing(project: Store) -> None:
    project.append("expert", Action.DECIDE, [deciding(ISO_1)])
    many = [deciding(a_decision(f"GB {n:04}-2016", "ISO 1")) for n in range(500)]
    with pytest.raises(Conflict):
        project.append("secretary", Action.DECIDE, [*many, deciding(ISO_1)])
    assert project.decisions() == [ISO_1]


def test_decisions_can_be_seen_as_of_any_day(project: Store, clock: Ticking) -> None:
    clock.now = datetime(2026, 1, 5, 23, 59, 59, 999999, tzinfo=UTC)
    project.append("secretary", Action.DECIDE, [deciding(ISO_1)])
    clock.pass_time(seconds=1)
    project.append("secretary", Action.APPLICABILITY, [judging("ISO 2", ApplicabilityVerdict.APPLICABLE)])
    project.append("secretary", Action.DECIDE, [deciding(None, before=ISO_1), deciding(ISO_3)])
    assert project.decisions(date(2026, 1, 4)) == []
    assert project.decisions(date(2026, 1, 5)) == [ISO_1]
    assert project.decisions(date(2026, 1, 6)) == project.decisions() == [ISO_3]
    assert project.applicability(date(2026, 1, 5)) == []
    assert len(project.applicability(date(2026, 1, 6))) == 1


def test_a_day_with_a_wrong_clock_moves_nothing_that_comes_after_it(project: Store, clock: Ticking) -> None:
    right = clock.now
    clock.now = datetime(2035, 1, 1, tzinfo=UTC)
    project.append("secretary", Action.DECIDE, [deciding(ISO_1)])
    clock.now = right
    project.append("secretary", Action.DECIDE, [deciding(ISO_2)])
    wrong, after = reversed(project.history())
    assert (wrong.at[:4], wrong.told_by_order) == ("2035", after.at)
    assert (after.at, after.told_by_order) == (right.isoformat(timespec="microseconds"), "")
    assert project.misplaced_times() == 1
    assert project.decisions(right.date()) == [ISO_1, ISO_2]
    assert project.decisions(right.date() - timedelta(days=1)) == []
    assert project.check() == []


def test_history_of_a_pair_or_of_a_standard_is_newest_first(project: Store) -> None:
    project.append("secretary", Action.DECIDE, [deciding(ISO_1)])
    project.append("secretary", Action.DECIDE, [deciding(ISO_2)])
    project.append("secretary", Action.DECIDE, [deciding(ISO_3)])
    project.append("secretary", Action.TAKE_BACK, [deciding(None, before=ISO_1)])

    def ids(key: tuple[str, str] | None = None, limit: int | None = None) -> list[int]:
        return [change.id for change in project.history(key, limit)]

    assert ids() == [4, 3, 2, 1]
    assert ids(limit=2) == [4, 3]
    assert ids(ISO_1.key) == [4, 1]
    assert ids(("GB 1-2016", "")) == [4, 2, 1]
    assert ids(("GB 1-2016", ""), limit=2) == [4, 2]
    assert ids(("GB 1-201_", "")) == []
    assert ids(("ISO 1", "")) == []


def test_the_chain_can_be_recomputed_by_anybody(project: Store) -> None:
    project.append("秘书处", Action.DECIDE, [deciding(ISO_1), deciding(ISO_3)])
    project.undo("秘书处")
    digest = GENESIS
    for change in reversed(project.history()):
        entry = {
            "id": change.id,
            "at": change.at,
            "reviewer": change.reviewer,
            "action": change.action,
            "rows": [[row.subject, row.key, row.before, row.after] for row in change.rows],
            "undoes": change.undoes,
        }
        text = json.dumps(entry, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
        digest = sha256((digest + text).encode()).hexdigest()
        assert change.hash == digest
    assert project.head() == (2, digest)


def test_half_characters_in_a_note_are_refused_in_a_sentence(project: Store) -> None:
    with pytest.raises(AlignerError, match=r"L\?.*” contains incomplete characters"):
        project.append("L\udc00", Action.DECIDE, [deciding(ISO_1)])
    with pytest.raises(AlignerError, match="incomplete characters"):
        project.append("secretary", Action.DECIDE, [deciding(a_decision(note="cut \ud800 off"))])
    assert project.head()[0] == 0


class Model:
    """The plain truth: a state, and a stack of steps for each reviewer to undo and to redo."""

    def __init__(self) -> None:
        self.state: dict[tuple[str, str], Decision] = {}
        self.done: dict[str, list[list[RowChange]]] = {}
        self.undone: dict[str, list[list[RowChange]]] = {}

    def decide(self, reviewer: str, rows: list[RowChange]) -> None:
        self._apply(rows)
        self.done.setdefault(reviewer, []).append(rows)
        self.undone[reviewer] = []

    def undo(self, reviewer: str) -> bool:
        return self._move(self.done.setdefault(reviewer, []), self.undone.setdefault(reviewer, []))

    def redo(self, reviewer: str) -> bool:
        return self._move(self.undone.setdefault(reviewer, []), self.done.setdefault(reviewer, []))

    def _move(self, source: list[list[RowChange]], target: list[list[RowChange]]) -> bool:
        if not source:
            return False
        back = [RowChange(row.subject, row.key, row.after, row.before) for row in reversed(source[-1])]
        if any(self.now(row.key) != row.before for row in back):
            return False
        source.pop()
        target.append(back)
        self._apply(back)
        return True

    def _apply(self, rows: list[RowChange]) -> None:
        for row in rows:
            self.state.pop(row.key, None)
            if row.after is not None:
                self.state[row.key] = Decision.from_json(row.after)

    def now(self, key: tuple[str, str]) -> dict[str, object] | None:
        decision = self.state.get(key)
        return None if decision is None else decision.to_json()


KEYS = [("GB 1-2016", "ISO 1"), ("GB 1-2016", "ISO 2"), ("GB 2-2016", "ISO 1")]
STEPS = st.lists(
    st.tuples(
        st.sampled_from(["decide", "undo", "undo", "redo", "redo"]),
        st.sampled_from(["secretary", "expert"]),
        st.sets(st.sampled_from(KEYS), min_size=1),
        st.sampled_from(["a", "b", None]),
    ),
    max_size=40,
)


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(steps=STEPS)
def test_a_walk_of_several_reviewers_ends_where_a_plain_stack_does(
    tmp_path_factory: pytest.TempPathFactory,
    steps: list[tuple[str, str, set[tuple[str, str]], str | None]],
) -> None:
    path = tmp_path_factory.mktemp("walk") / "a.aligner"
    model = Model()
    with store.create(str(path)) as project:
        for kind, reviewer, keys, note in steps:
            if kind == "decide":
                rows = [
                    RowChange(Subject.DECISION, key, model.now(key), _noted(key, reviewer, note))
                    for key in sorted(keys)
                ]
                project.append(reviewer, Action.DECIDE, rows)
                model.decide(reviewer, rows)
            elif kind == "undo":
                assert _succeeds(project.undo, reviewer) == model.undo(reviewer)
            else:
                assert _succeeds(project.redo, reviewer) == model.redo(reviewer)
            assert {decision.key: decision for decision in project.decisions()} == model.state
        assert project.check() == []


def _noted(key: tuple[str, str], reviewer: str, note: str | None) -> dict[str, object] | None:
    return None if note is None else a_decision(*key, note=note, reviewer=reviewer).to_json()


def _succeeds(step: Callable[[str], object], reviewer: str) -> bool:
    try:
        step(reviewer)
    except AlignerError:
        return False
    return True


def test_two_open_projects_see_one_journal(path: Path, project: Store) -> None:
    with store.open_store(str(path)) as other:
        project.append("secretary", Action.DECIDE, [deciding(ISO_1)])
        other.append("expert", Action.DECIDE, [deciding(ISO_3)])
        with pytest.raises(Conflict):
            other.append("expert", Action.DECIDE, [deciding(ISO_1)])
        assert project.decisions() == other.decisions() == [ISO_1, ISO_3]
        assert [change.id for change in project.history()] == [2, 1]


def test_two_programs_that_write_at_once_lose_nothing(path: Path, project: Store) -> None:
    def decide(reviewer: str) -> None:
        with store.open_store(str(path)) as mine:
            for number in range(25):
                mine.append(reviewer, Action.DECIDE, [deciding(a_decision(f"GB {number}-{reviewer}"))])

    with ThreadPoolExecutor(2) as workers:
        list(workers.map(decide, ["secretary", "expert"]))
    assert len(project.decisions()) == 50
    assert project.head()[0] == 50
    assert project.check() == []
