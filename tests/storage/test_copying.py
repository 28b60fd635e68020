"""Copies of a project that its user asks for."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from aligner.domain.change import Action
from aligner.domain.errors import AlignerError
from aligner.storage import copying, restoring, store
from aligner.storage.file import backups
from aligner.storage.store import Store

from .building import Ticking, a_decision, deciding


def decide(project: Store, number: int) -> None:
    project.append("secretary", Action.DECIDE, [deciding(a_decision(f"GB {number}-2016"))])


def spoil(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE change SET reviewer = 'expert' WHERE id = 1")


def test_a_copy_is_the_project_even_while_it_is_in_use(path: Path, project: Store, clock: Ticking) -> None:
    decide(project, 1)
    made = copying.back_up(str(path), clock, path.with_name("copy.aligner"), replace=False)
    decide(project, 2)
    with store.open_store(str(made.file), clock=clock) as copy:
        assert len(copy.decisions()) == 1
        assert copy.check() == []
    assert len(project.decisions()) == 2


def test_without_a_name_it_is_among_the_backups_of_which_the_newest_are_kept(
    path: Path, project: Store, clock: Ticking
) -> None:
    decide(project, 1)
    for _ in range(backups.KEPT + 2):
        clock.pass_time(seconds=1)
        made = copying.back_up(str(path), clock, None, replace=False)
    listed = copying.existing(str(path))
    assert len(listed) == backups.KEPT
    assert listed[0].file == made.file
    assert [one.made_at for one in listed] == sorted((one.made_at for one in listed), reverse=True)
    assert not any(one.precedes_conversion for one in listed)


def test_nothing_is_written_over_unless_that_was_chosen(path: Path, project: Store, clock: Ticking) -> None:
    decide(project, 1)
    there = path.with_name("there.aligner")
    there.write_text("mine")
    with pytest.raises(AlignerError, match="already"):
        copying.back_up(str(path), clock, there, replace=False)
    assert there.read_text() == "mine"
    copying.back_up(str(path), clock, there, replace=True)
    with store.open_store(str(there), clock=clock) as copy:
        assert len(copy.decisions()) == 1
    for place in (path, path.parent):  # the project itself, a folder
        with pytest.raises(AlignerError, match="already"):
            copying.back_up(str(path), clock, place, replace=True)


def test_a_damaged_project_is_not_copied(path: Path, project: Store, clock: Ticking) -> None:
    decide(project, 1)
    project.close()
    spoil(path)
    target = path.with_name("copy.aligner")
    with pytest.raises(AlignerError):
        copying.back_up(str(path), clock, target, replace=False)
    assert not target.exists()


def test_what_cannot_be_written_is_said(path: Path, project: Store, clock: Ticking) -> None:
    decide(project, 1)
    with pytest.raises(AlignerError, match="could be made"):
        copying.back_up(str(path), clock, path.parent / "nowhere" / "copy.aligner", replace=False)


@pytest.mark.parametrize("ask", [copying.existing, lambda address: copying.back_up(address, None, None, replace=False)])
def test_a_project_on_a_server_has_an_administrator_for_that(ask: object) -> None:
    assert callable(ask)
    with pytest.raises(AlignerError, match="administrator") as error:
        ask("postgresql://me:secret@host/project")
    assert "secret" not in str(error.value.values)


def test_a_chosen_backup_is_restored_and_a_damaged_one_is_refused(path: Path, project: Store, clock: Ticking) -> None:
    decide(project, 1)
    older = copying.back_up(str(path), clock, None, replace=False)
    decide(project, 2)
    clock.pass_time(seconds=1)
    newer = copying.back_up(str(path), clock, None, replace=False)
    decide(project, 3)
    decisions = project.decisions()
    project.close()
    spoil(path)
    spoil(newer.file)
    with pytest.raises(AlignerError, match="no sound backup"):
        restoring.restore(str(path), clock, newer.file)
    restored = restoring.restore(str(path), clock, older.file)
    assert restored.backup == older.file
    with store.open_store(str(path), clock=clock) as again:
        assert set(again.decisions()) <= set(decisions)
        assert again.check() == []
