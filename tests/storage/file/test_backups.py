import sys
from pathlib import Path

import pytest

from aligner.domain.change import Action
from aligner.storage import store
from aligner.storage.file import backups
from aligner.storage.file.engine import backups_folder
from aligner.storage.store import Store

from ..building import Ticking, a_decision, deciding


def open_and_decide(path: Path, clock: Ticking, number: int) -> None:
    with store.open_store(str(path), clock=clock) as project:
        project.append("secretary", Action.DECIDE, [deciding(a_decision(f"GB {number}-2016"))])


def test_opening_for_writing_makes_a_backup_that_is_a_project(path: Path, project: Store, clock: Ticking) -> None:
    project.append("secretary", Action.DECIDE, [deciding(a_decision())])
    project.close()
    store.open_store(str(path), clock=clock).close()
    (backup,) = backups.existing(path)
    assert backup.parent == backups_folder(path)
    assert backup.name == f"20260105T090000Z-{path.name}"
    with store.open_store(str(backup), read_only=True) as opened:
        assert opened.decisions() == [a_decision()]
        assert opened.check() == []


@pytest.mark.usefixtures("project")
def test_opening_for_reading_makes_no_backup(path: Path) -> None:
    store.open_store(str(path), read_only=True).close()
    assert not backups_folder(path).exists()


@pytest.mark.usefixtures("project")
def test_there_is_at_most_one_backup_an_hour_and_none_of_the_same_state(path: Path, clock: Ticking) -> None:
    open_and_decide(path, clock, 1)
    clock.pass_time(minutes=59)
    open_and_decide(path, clock, 2)
    assert len(backups.existing(path)) == 1
    clock.pass_time(minutes=1)
    store.open_store(str(path), clock=clock).close()
    assert len(backups.existing(path)) == 2
    clock.pass_time(hours=5)
    store.open_store(str(path), clock=clock).close()
    assert len(backups.existing(path)) == 2


@pytest.mark.usefixtures("project")
def test_ten_backups_are_kept_and_nothing_else_in_the_folder_is_touched(path: Path, clock: Ticking) -> None:
    folder = backups_folder(path)
    folder.mkdir()
    mine = [folder / "notes.txt", folder / f"schema-1-20200101T000000Z-{path.name}", folder / f"my-{path.name}"]
    for file in mine:
        file.touch()
    for number in range(13):
        open_and_decide(path, clock, number)
        clock.pass_time(hours=2)
    assert len(backups.existing(path)) == backups.KEPT
    assert backups.existing(path)[0].name.startswith("20260105T150000Z")
    assert all(file.exists() for file in mine)


@pytest.mark.usefixtures("project")
def test_a_backup_that_fails_is_told_and_never_stops_the_work(path: Path, clock: Ticking) -> None:
    backups_folder(path).write_text("a file where the folder should be", encoding="utf-8")
    with store.open_store(str(path), clock=clock) as opened:
        (notice,) = opened.notices
        assert notice.code == "backup-failed"
        assert "No backup of" in notice.template.format(**notice.values)
        opened.append("secretary", Action.DECIDE, [deciding(a_decision())])
        assert opened.decisions() == [a_decision()]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
@pytest.mark.parametrize(("mode", "of_folder"), [(0o600, 0o700), (0o660, 0o770)])
@pytest.mark.usefixtures("project")
def test_backups_are_for_those_who_may_use_the_project(path: Path, clock: Ticking, mode: int, of_folder: int) -> None:
    assert path.stat().st_mode & 0o777 == 0o600
    path.chmod(mode)
    open_and_decide(path, clock, 1)
    assert backups_folder(path).stat().st_mode & 0o777 == of_folder
    assert [backup.stat().st_mode & 0o777 for backup in backups.existing(path)] == [mode]
