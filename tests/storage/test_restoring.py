import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from aligner.domain.catalogue import Level
from aligner.domain.change import Action
from aligner.domain.errors import AlignerError
from aligner.domain.pairs.decision import Decision
from aligner.storage import restoring, store
from aligner.storage.file import backups
from aligner.storage.store import Store

from .building import Ticking, a_catalogue, a_decision, a_row, a_table, deciding


def decide(project: Store, number: int) -> Decision:
    decision = a_decision(f"GB {number}-2016")
    project.append("secretary", Action.DECIDE, [deciding(decision)])
    return decision


@pytest.fixture
def backed_up(path: Path, project: Store, clock: Ticking) -> list[Decision]:
    """The decisions of a project, two of them made after its one backup."""
    project.save_catalogue(a_catalogue(), a_table(a_row("ISO 1:2016")))
    made = [decide(project, number) for number in range(3)]
    project.close()
    with store.open_store(str(path), clock=clock) as opened:
        return made + [decide(opened, number) for number in range(3, 5)]


def spoil(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(statement)


DAMAGE = [
    "DELETE FROM standing WHERE first_key = 'GB 1-2016'",
    "UPDATE catalogue SET reference_date = '2020-01-01'",
    "DELETE FROM seal",
    "UPDATE change SET reviewer = 'expert' WHERE id = 2",
]


@pytest.mark.parametrize("statement", DAMAGE)
def test_a_damaged_project_comes_back_with_every_decision(
    path: Path, backed_up: list[Decision], clock: Ticking, statement: str
) -> None:
    spoil(path, statement)
    restored = restoring.restore(str(path), clock)
    (backup,) = backups.existing(path)
    assert (restored.backup, restored.entries, restored.missing) == (backup, 2, ())
    assert restored.damaged is not None
    assert restored.damaged.exists()
    with store.open_store(str(path), clock=clock) as project:
        assert project.notices == ()
        assert project.check() == []
        assert project.decisions() == backed_up
        assert len(project.standards(Level.INTERNATIONAL)) == 1


def test_of_a_journal_that_breaks_off_the_sound_beginning_comes_back(
    path: Path, backed_up: list[Decision], clock: Ticking
) -> None:
    spoil(path, "UPDATE change SET rows = '[]' WHERE id = 5")
    assert restoring.restore(str(path), clock).entries == 1
    with store.open_store(str(path), clock=clock) as project:
        assert project.decisions() == backed_up[:4]


def test_a_file_that_is_no_database_any_more_comes_back_as_it_was_backed_up(
    path: Path, backed_up: list[Decision], clock: Ticking
) -> None:
    path.write_bytes(b"\x00" * 5000)
    assert restoring.restore(str(path), clock).entries == 0
    with store.open_store(str(path), clock=clock) as project:
        assert project.decisions() == backed_up[:3]


def test_without_a_sound_backup_the_journal_alone_comes_back(
    path: Path, backed_up: list[Decision], clock: Ticking
) -> None:
    for file in (path, *backups.existing(path)):
        spoil(file, DAMAGE[0])
    restored = restoring.restore(str(path), clock)
    assert (restored.backup, restored.entries) == (None, 5)
    assert [str(finding) for finding in restored.missing] == ["The catalogue “list.xlsx” has to be loaded again."]
    with store.open_store(str(path), clock=clock) as project:
        assert project.decisions() == backed_up
        assert project.catalogues() == []


@pytest.mark.usefixtures("backed_up")
def test_the_newest_sound_backup_is_named_when_a_damaged_project_is_opened(path: Path, clock: Ticking) -> None:
    spoil(path, DAMAGE[0])
    (backup,) = backups.existing(path)
    damaged = backup.with_name(backup.name.replace("2026", "2027", 1))
    damaged.write_bytes(path.read_bytes())
    with store.open_store(str(path), clock=clock) as project:
        assert f"Its newest sound backup is “{backup.name}”" in str(project.notices[-1])


@pytest.mark.usefixtures("backed_up")
@pytest.mark.parametrize("statement", [*DAMAGE, "UPDATE standard_column SET piece = x'00' WHERE id = 3"])
def test_a_damaged_project_never_pushes_out_a_sound_backup(path: Path, clock: Ticking, statement: str) -> None:
    (sound,) = backups.existing(path)
    spoil(path, statement)
    for _ in range(12):
        clock.pass_time(hours=2)
        with store.open_store(str(path), clock=clock) as project:
            assert project.read_only
    assert backups.existing(path) == [sound]


@pytest.mark.usefixtures("backed_up")
def test_a_sound_project_is_not_restored(path: Path, clock: Ticking) -> None:
    with pytest.raises(AlignerError, match="nothing to restore"):
        restoring.restore(str(path), clock)


def test_where_nothing_is_nothing_is_restored(tmp_path: Path, clock: Ticking) -> None:
    with pytest.raises(AlignerError, match="neither a project"):
        restoring.restore(str(tmp_path / "a.aligner"), clock)


@pytest.mark.usefixtures("backed_up")
def test_a_damaged_project_in_use_is_not_restored(path: Path, clock: Ticking) -> None:
    spoil(path, DAMAGE[0])
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(AlignerError, match="Another program is writing"):
            restoring.restore(str(path), clock)
