"""Backups and the way back from a damaged project, from the command line and from Python."""

import csv
import io
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from command_line import done, refused

from aligner.api import Project


def spoil(project: Path) -> None:
    with closing(sqlite3.connect(project)) as connection, connection:
        connection.execute("UPDATE change SET reviewer = 'nobody' WHERE id = 1")


def test_a_backup_is_a_project_of_its_own(decided: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.aligner"
    done("backup", decided, copy)
    assert done("history", copy, "--format", "csv") == done("history", decided, "--format", "csv")
    assert "already" in refused("backup", decided, copy)


def test_backups_are_listed_for_people_and_for_programs(decided: Path) -> None:
    done("backup", decided)
    (row, *_) = csv.DictReader(io.StringIO(done("backup", decided, "--list", "--format", "csv")))
    assert row["file"].endswith("-ours.aligner")
    assert row["precedes_conversion"] == "0"
    assert "backup" in done("backup", decided, "--list")
    assert Project.backups(decided)["file"][0] == row["file"]


@pytest.mark.parametrize("is_chosen", [False, True])
def test_a_damaged_project_is_restored_from_the_newest_or_the_chosen_backup(decided: Path, is_chosen: bool) -> None:
    before = done("history", decided, "--format", "csv")
    with Project.open(decided) as project:
        backup = project.back_up()
    spoil(decided)
    assert backup.name in done("restore", decided, *([backup] if is_chosen else []))
    assert done("history", decided, "--format", "csv") == before
    assert "sound" in refused("restore", decided)
