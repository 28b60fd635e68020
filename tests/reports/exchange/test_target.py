"""A file appears whole or not at all."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from aligner.domain.errors import AlignerError
from aligner.reports.exchange.target import replacing


def test_a_failure_keeps_the_old_file_and_no_other(tmp_path: Path) -> None:
    target = tmp_path / "out.csv"
    target.write_text("old")
    with pytest.raises(TypeError), replacing(target) as file:
        file.writelines([b"half", None])  # type: ignore[list-item]
    assert target.read_text() == "old"
    assert list(tmp_path.iterdir()) == [target]


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(AlignerError, match="does not exist"), replacing(tmp_path / "nowhere" / "out.csv"):
        pass


def test_a_folder_is_no_target(tmp_path: Path) -> None:
    with pytest.raises(AlignerError, match="is a folder"), replacing(tmp_path):
        pass
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(AlignerError, match="No space left on device"), replacing(tmp_path / "out.csv"):
        raise OSError(28, "No space left on device")


def test_a_link_keeps_pointing_to_the_new_file(tmp_path: Path) -> None:
    real, link = tmp_path / "real.csv", tmp_path / "link.csv"
    real.write_text("old")
    link.symlink_to(real)
    with replacing(link) as file:
        file.write(b"new")
    assert link.is_symlink()
    assert real.read_text() == "new"


@pytest.mark.skipif(sys.platform == "win32", reason="this system does not limit the size of files")
def test_a_packed_file_without_room_leaves_nothing_but_the_sentence(tmp_path: Path) -> None:
    program = f"""
import resource, signal, zipfile
import subprocess
import sys
from pathlib import Path
from aligner.domain.errors import AlignerError
from aligner.reports.exchange.target import replacing
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
try:
    with replacing(Path({str(tmp_path / "out.zip")!r})) as file:
        archive = zipfile.ZipFile(file, "w")
        archive.writestr("a", bytes(5000))
        archive.close()
except AlignerError as error:
    print(error)
"""
    unmeasured = {name: value for name, value in os.environ.items() if not name.startswith("COV")}  # it writes, too
    ended = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60, env=unmeasured
    )
    assert "could not be written: File too large" in ended.stdout
    assert ended.stderr == ""
    assert list(tmp_path.iterdir()) == []
