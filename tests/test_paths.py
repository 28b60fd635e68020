"""Where the program's own files are."""

from pathlib import Path

import pytest

from aligner import paths


def test_shipped_folders_are_there() -> None:
    assert (paths.resources() / "columns" / "aliases.toml").is_file()
    assert (paths.sample_data() / "README.md").is_file()


def test_an_installed_program_has_them_inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "aligner"
    (package / "resources").mkdir(parents=True)
    monkeypatch.setattr(paths, "_PACKAGE", package)
    assert paths.resources() == package / "resources"
    assert paths.sample_data() == tmp_path / "sample_data"


def test_the_folders_of_the_user_bear_the_name_of_the_program() -> None:
    assert "aligner" in paths.user_config().parts
    assert "aligner" in paths.user_log().parts
