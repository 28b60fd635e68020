"""Which parts of a damaged project can still be used."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from aligner.usecases.project.damage import PARTS, damage_of, is_damaged
from aligner.usecases.project.opening import new_project, open_project


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with new_project(str(tmp_path / "a.aligner"), "ann") as session:
        session.store.save_setting("kept", 1)
    return tmp_path / "a.aligner"


def test_all_of_a_sound_project_can_be_used(path: Path) -> None:
    with open_project(str(path), "ann") as session:
        assert not is_damaged(session)
        damage = damage_of(session)
    assert (damage.found, damage.usable, damage.refused) == ((), tuple(PARTS), ())


def test_what_was_altered_is_named_and_the_rest_can_be_used(path: Path) -> None:
    with open_project(str(path), "ann"):
        pass
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("INSERT INTO standing VALUES ('decision', 'GB 1-2016', 'ISO 1', '{}')")
    with open_project(str(path), "ann") as session:
        assert is_damaged(session)
        damage = damage_of(session)
    assert [finding.code for finding in damage.found] == ["standing-altered"]
    assert set(damage.refused) >= {"Decisions"}
    assert {"National standards", "History", "Snapshots"} <= set(damage.usable)
    assert path.name in damage.backup
    assert not damage.is_on_server
