import stat
import subprocess
import sys
from pathlib import Path

import pytest

from aligner import own_files

LEAVE = """
import os, sys
from pathlib import Path
from aligner import own_files
with own_files.unfinished(Path(sys.argv[1])) as made:
    made.with_name(made.name + "-journal").touch()
    os._exit(0)
"""


def test_what_a_killed_program_left_is_removed_and_what_is_being_made_is_not(tmp_path: Path) -> None:
    target = tmp_path / "报告.xlsx"
    subprocess.run([sys.executable, "-c", LEAVE, str(target)], check=True)
    assert len(list(tmp_path.iterdir())) == 2
    (tmp_path / "notes.unfinished").touch()
    with own_files.unfinished(target) as mine:
        own_files.remove_left_behind(tmp_path)
        assert sorted(tmp_path.iterdir()) == sorted([mine, tmp_path / "notes.unfinished"])
    assert list(tmp_path.iterdir()) == [tmp_path / "notes.unfinished"]


def test_two_unfinished_files_of_one_target_are_two_files(tmp_path: Path) -> None:
    with own_files.unfinished(tmp_path / "a") as first, own_files.unfinished(tmp_path / "a") as second:
        assert first != second


def test_a_folder_that_is_missing_has_nothing_left_behind(tmp_path: Path) -> None:
    own_files.remove_left_behind(tmp_path / "missing")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_what_is_made_is_for_the_user_and_what_is_there_stays_as_it_is(tmp_path: Path) -> None:
    with own_files.unfinished(tmp_path / "a") as made:
        assert stat.S_IMODE(made.stat().st_mode) == 0o600
    own_files.private_folder(tmp_path / "new" / "private")
    assert stat.S_IMODE((tmp_path / "new" / "private").stat().st_mode) == 0o700
    (tmp_path / "shared").mkdir(mode=0o755)
    own_files.private_folder(tmp_path / "shared")
    assert stat.S_IMODE((tmp_path / "shared").stat().st_mode) == 0o755
