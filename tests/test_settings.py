"""What the user chose once for all projects."""

from pathlib import Path

import pytest

from aligner.domain.errors import AlignerError
from aligner.settings import Settings, load_settings


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("platformdirs.user_config_path", lambda *_, **__: tmp_path)
    monkeypatch.setattr("getpass.getuser", lambda: "li")
    return tmp_path / "settings.toml"


def test_without_a_file_the_system_is_asked(file: Path) -> None:
    assert not file.exists()
    assert load_settings() == Settings("li", "en")


def test_the_file_counts_more(file: Path) -> None:
    file.write_text('reviewer = "王"\nlanguage = "zh"\n', encoding="utf-8")
    assert load_settings() == Settings("王", "zh")


def test_a_language_that_is_none_is_that_of_the_system(file: Path) -> None:
    file.write_text('language = "klingon"\n', encoding="utf-8")
    assert load_settings() == Settings("li", "en")


@pytest.mark.parametrize("content", [b"reviewer =", b'reviewer = "\xff"'])
def test_a_file_that_cannot_be_read_is_named(content: bytes, file: Path) -> None:
    file.write_bytes(content)
    with pytest.raises(AlignerError, match=r"settings\.toml cannot be read"):
        load_settings()


def test_an_account_without_a_name_is_the_reviewer(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody() -> str:
        raise KeyError("getpwuid(): uid not found: 4711")

    monkeypatch.setattr("getpass.getuser", nobody)
    assert not file.exists()
    assert load_settings().reviewer == "reviewer"


def test_the_environment_comes_before_the_settings_file(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file.write_text('reviewer = "张工"\nlanguage = "zh"\n', encoding="utf-8")
    monkeypatch.setenv("ALIGNER_REVIEWER", "expert")
    monkeypatch.setenv("ALIGNER_LANG", "en")
    assert load_settings() == Settings("expert", "en")
