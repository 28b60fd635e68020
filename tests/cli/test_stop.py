"""Ctrl+C: a long job ends with a sentence, and nothing is half done."""

import os
import signal
import subprocess
from pathlib import Path

import pytest
from catalogue_files import international_catalogue, national_catalogue
from command_line import command, done

from aligner.api import Project

pty = pytest.importorskip("pty", reason="only POSIX systems have pseudo-terminals")

MANY = 6000


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    folder = tmp_path_factory.mktemp("many")
    words = ["gear", "screw", "thread", "bearing", "robot", "cutter", "wheel", "saw"]
    titles = [f"{words[n % 8]} {words[n // 8 % 8]} {words[n // 64 % 8]} number {n}" for n in range(MANY)]
    national = national_catalogue(folder / "gb.csv", *((f"GB/T {n}-2019", t) for n, t in enumerate(titles, 1001)))
    international = international_catalogue(
        folder / "iso.csv", *((f"ISO {n}:2017", t) for n, t in enumerate(titles, 1001))
    )
    return national, international


def stopped(*arguments: object, when: bytes) -> tuple[int, str]:
    """Exit code and terminal of a command that gets Ctrl+C as soon as its terminal shows these words."""
    master, terminal = pty.openpty()
    process = subprocess.Popen(command(*arguments), stdout=terminal, stderr=terminal, stdin=subprocess.DEVNULL)
    os.close(terminal)
    seen = b""
    asked = False
    with os.fdopen(master, "rb", buffering=0) as screen:
        while True:
            try:
                seen += screen.read(4096)
            except OSError:  # the last one who had the terminal open has gone
                break
            if when in seen and not asked:
                process.send_signal(signal.SIGINT)
                asked = True
    assert asked, seen
    return process.wait(timeout=60), seen.decode()


def test_ctrl_c_while_loading_leaves_nothing(many: tuple[Path, Path], tmp_path: Path) -> None:
    project = tmp_path / "ours.aligner"
    done("new", project)
    code, screen = stopped("load", project, many[0], "--level", "national", when=b"Reading the file")
    assert code == 1
    assert "Stopped. Nothing from this step was kept." in screen
    assert "Traceback" not in screen
    with Project.open(project, read_only=True) as opened:
        assert opened.catalogues().empty
        assert opened.check() == []


def test_ctrl_c_while_matching_keeps_the_earlier_candidates(many: tuple[Path, Path], loaded: Path) -> None:
    done("match", loaded)
    with Project.open(loaded) as opened:
        before = opened.candidates()
        opened.load(many[0], "national")
        opened.load(many[1], "international")
    code, screen = stopped("match", loaded, when=b"Reading titles")
    assert code == 1
    assert "Stopped. Nothing from this step was kept." in screen
    assert "Traceback" not in screen
    with Project.open(loaded, read_only=True) as opened:
        assert opened.candidates().equals(before)
        assert opened.check() == []
