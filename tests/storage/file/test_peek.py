"""What is seen of a project file before it is opened."""

from pathlib import Path

import pytest

from aligner.storage.file.peek import setting_seen
from aligner.storage.store import create


@pytest.fixture
def project(tmp_path: Path) -> Path:
    path = tmp_path / "ours.aligner"
    with create(str(path)) as store:
        store.writing().save_setting("mappings", {"signature": {"title": "名称"}})
    return path


def test_a_setting_is_seen_as_the_project_keeps_it(project: Path) -> None:
    assert setting_seen(str(project), "mappings") == {"signature": {"title": "名称"}}


def test_of_what_is_not_there_nothing_is_seen(project: Path, tmp_path: Path) -> None:
    assert setting_seen(str(project), "no such setting") is None
    assert setting_seen(str(tmp_path / "none.aligner"), "mappings") is None
    assert setting_seen(str(tmp_path), "mappings") is None
    assert setting_seen("postgresql://nowhere/project", "mappings") is None
    assert not (tmp_path / "none.aligner").exists()


def test_a_file_that_is_no_project_is_left_to_the_opening(tmp_path: Path) -> None:
    path = tmp_path / "list.aligner"
    for content in (b"", b"PK\x03\x04", b"SQLite format 3\0" + b"\xff" * 200):
        path.write_bytes(content)
        assert setting_seen(str(path), "mappings") is None
        assert path.read_bytes() == content
