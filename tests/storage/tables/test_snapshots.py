"""What a snapshot keeps, whatever happens to the project afterwards."""

from dataclasses import replace
from typing import Any

import pytest

from aligner.domain.applicability import ApplicabilityVerdict
from aligner.domain.catalogue import Level
from aligner.domain.change import Action
from aligner.domain.errors import AlignerError
from aligner.domain.figures.snapshot import KeptFigure, KeptFile, Snapshot
from aligner.domain.pairs.candidate import MatchingRun
from aligner.domain.problem import Problem, Severity
from aligner.storage.contract import ReadingStore
from aligner.storage.past import PastStore
from aligner.storage.store import Store

from ..building import a_catalogue, a_decision, a_row, a_table, deciding, judging, some_candidates


def a_snapshot(project: Store, name: str = "2025", **values: Any) -> Snapshot:
    """A snapshot of the project as it is, not kept yet."""
    entries, head = project.head()
    plain: dict[str, Any] = {
        "name": name,
        "reviewer": "secretary",
        "profile": {"name": "outline-85", "title_en": "Outline", "title_zh": "纲要"},
        "rules": {"target_basis_points": 8500, "types": ["IS"]},
        "as_of": "2025-12-31",
        "decided_until": "",
        "entries": entries,
        "head": head,
        "files": tuple(
            KeptFile(one.level, one.file_name, one.sheet, one.sha256, one.rows, one.standards, one.reference_date)
            for one in project.catalogues()
        ),
        "figures": (KeptFigure("conversion_rate", 0.613, 613, 1000, 0.6, 0.7),),
    }
    return Snapshot(**plain | values)


@pytest.fixture
def kept(project: Store) -> Snapshot:
    """The snapshot of a project with a catalogue, candidates, a decision and a verdict."""
    problem = Problem("odd", Severity.WARNING, "Odd.", {}, "list.xlsx", "Sheet1", 3)
    table = a_table(a_row("ISO 1:2016"), a_row("ISO 2:2016", title="old"))
    project.save_catalogue(a_catalogue(), table, [problem])
    project.save_candidates(MatchingRun("", {}, "", ""), some_candidates([("GB/T 1-2017", "ISO 1", 1)]))
    project.append("secretary", Action.DECIDE, [deciding(a_decision())])
    project.append("secretary", Action.APPLICABILITY, [judging("ISO 2", ApplicabilityVerdict.NOT_APPLICABLE)])
    return project.save_snapshot(a_snapshot(project))


def change_everything(project: Store) -> None:
    """A newer catalogue, other candidates and another decision."""
    newer = a_table(a_row("ISO 2:2016", title="new", fingerprint="new"), a_row("ISO 3:2025"))
    project.save_catalogue(a_catalogue(sha256="cd" * 32, loaded_at="2027-01-01"), newer, replacing=1)
    project.save_candidates(MatchingRun("", {}, "", ""), some_candidates([("GB/T 9-2026", "ISO 9", 1)]))
    before = project.decisions()[0]
    project.append("Wu", Action.DECIDE, [deciding(None, before), deciding(a_decision("GB/T 2-2026", "ISO 2"))])


def state(store: ReadingStore) -> tuple[object, ...]:
    """Everything that figures and reports follow from."""
    candidates = store.candidates()
    return (
        store.catalogues(),
        store.catalogue_problems(1),
        store.standards(Level.INTERNATIONAL),
        store.standards(Level.NATIONAL),
        [candidates[name] for name in ("national", "work", "rank", "score", "band")],
        store.decisions(),
        store.applicability(),
        store.comparisons(),
        store.history(),
        store.head(),
    )


def test_a_snapshot_shows_the_project_as_it_was(project: Store, kept: Snapshot) -> None:
    before = state(project)
    change_everything(project)
    assert state(project.past(kept.name)[0]) == before
    assert state(project) != before


def test_the_project_itself_goes_on_as_if_there_were_no_snapshot(project: Store, kept: Snapshot) -> None:
    change_everything(project)
    assert [one.sha256 for one in project.catalogues()] == ["cd" * 32]
    assert project.standards(Level.INTERNATIONAL)["designation"] == ["ISO 2:2016", "ISO 3:2025"]
    assert project.check() == []
    assert kept in project.snapshots()


def test_several_snapshots_share_a_state_and_each_later_one_has_its_own(project: Store, kept: Snapshot) -> None:
    project.save_snapshot(a_snapshot(project, "same files"))
    change_everything(project)
    project.save_snapshot(a_snapshot(project, "newer"))
    project.save_catalogue(a_catalogue(), a_table(a_row("ISO 4:2026")), replacing=1)
    listed = [project.past(name)[0].standards(Level.INTERNATIONAL) for name in (kept.name, "same files", "newer")]
    assert [table["designation"] for table in listed] == [
        ["ISO 1:2016", "ISO 2:2016"],
        ["ISO 1:2016", "ISO 2:2016"],
        ["ISO 2:2016", "ISO 3:2025"],
    ]
    assert [set(table["catalogue"]) for table in listed] == [{1}, {1}, {1}]


def test_without_a_snapshot_nothing_old_is_kept(project: Store, kept: Snapshot) -> None:
    change_everything(project)
    project.forget_snapshot(kept.name)
    assert project.snapshots() == []
    with project._engine.connect() as connection:
        rows = connection.exec_driver_sql("SELECT DISTINCT catalogue FROM standard_column").scalars().all()
    assert rows == [1]


def test_a_name_is_taken_once(project: Store, kept: Snapshot) -> None:
    with pytest.raises(AlignerError, match="There is already a snapshot “2025”"):
        project.save_snapshot(a_snapshot(project))
    assert project.snapshots() == [kept]


@pytest.mark.usefixtures("kept")
def test_a_snapshot_of_what_has_changed_meanwhile_is_refused(project: Store) -> None:
    taken = replace(a_snapshot(project), name="late")
    project.append("Wu", Action.DECIDE, [deciding(a_decision("GB/T 2-2026", "ISO 2"))])
    with pytest.raises(AlignerError, match="Take it again"):
        project.save_snapshot(taken)


def test_a_catalogue_that_was_not_there_yet_is_answered_with_a_sentence(project: Store, kept: Snapshot) -> None:
    past = project.past(kept.name)[0]
    with pytest.raises(AlignerError, match="no catalogue number 99"):
        past.catalogue_problems(99)
    with pytest.raises(AlignerError, match="no catalogue number 99"):
        past.difference(99, a_table(a_row("ISO 1:2020")))


@pytest.mark.usefixtures("kept")
def test_an_unknown_name_is_answered_with_the_known_ones(project: Store) -> None:
    with pytest.raises(AlignerError, match=r"There is no snapshot “x”\. Known snapshots: 2025"):
        project.past("x")[0]


def test_a_project_without_snapshots_says_how_to_take_one(project: Store) -> None:
    with pytest.raises(AlignerError, match="aligner snapshot"):
        project.past("x")[0]


def test_a_journal_that_was_written_over_is_noticed(project: Store, kept: Snapshot) -> None:
    with project._engine.begin() as connection:
        if connection.dialect.name == "postgresql":  # the owner of the tables can, if only by force
            connection.exec_driver_sql("ALTER TABLE change DISABLE TRIGGER USER")
        connection.exec_driver_sql("UPDATE change SET hash = 'ff' WHERE id = 2")
    with pytest.raises(AlignerError, match="The journal is no longer what it was"):
        project.past(kept.name)[0]


def test_nothing_is_written_into_the_past(project: Store, kept: Snapshot) -> None:
    with pytest.raises(AlignerError, match="reading only"):
        project.past(kept.name)[0].writing().append("secretary", Action.DECIDE, [deciding(a_decision("GB/T 7-2026"))])


def test_the_past_gives_nothing_of_the_present_but_its_settings(project: Store, kept: Snapshot) -> None:
    change_everything(project)
    project.save_setting("sign", "new")
    past, _ = project.past(kept.name)
    assert past.matching_run() is None
    assert past.setting("sign") == "new"
    assert [one.name for one in past.snapshots()] == [kept.name]
    assert past.past(kept.name)[1] == kept


def test_every_question_has_its_own_answer_in_the_past() -> None:
    asked = {name for name in vars(ReadingStore) if not name.startswith("_")}
    assert asked - vars(PastStore).keys() == set()
