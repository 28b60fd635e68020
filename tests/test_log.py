"""The log file."""

import logging
from pathlib import Path

import pytest
from log_files import own_log

from aligner.log import start_log


def test_warnings_go_to_a_file_in_the_folder_of_the_user(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("platformdirs.user_log_path", lambda *_, **__: tmp_path / "log")
    with own_log():
        file = start_log()
        assert file == tmp_path / "log" / "aligner.log"
        logging.getLogger("aligner.cli").warning("国家标准 %s", "GB/T 1")
        logging.getLogger("aligner.cli").info("nothing of note")
        text = file.read_text(encoding="utf-8")
    assert "WARNING aligner.cli 国家标准 GB/T 1" in text
    assert "nothing of note" not in text


def test_a_folder_that_cannot_be_written_is_no_reason_to_stop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "log").touch()
    monkeypatch.setattr("platformdirs.user_log_path", lambda *_, **__: tmp_path / "log")
    with own_log():
        assert start_log() is None
