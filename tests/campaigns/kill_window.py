"""Kills the window while somebody reviews in it: what it had saved must be there, and nothing may stay behind.

Run: python -m tests.campaigns.kill_window [--rounds 100] [--seed 1] [--seconds 3600] [--resume FILE]

A child opens the window without a screen, goes to the review page and works with the commands of the keys; whenever
the journal has grown it says the number and the hash of the last change. It is killed at a random moment, often while
it still opens the project. The window writes with `Context.do`, so that a change that was said is one that was shown.
"""

import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before anything of Qt is imported

from PySide6.QtWidgets import QApplication

from aligner.gui.app import open_window
from aligner.gui.surroundings.preferences import Preferences
from aligner.settings import Settings
from aligner.storage import store

from .campaign import run
from .damage import make
from .kill import ROOT, left_behind
from .monkey import at_home

COMMANDS = ("review.confirm", "review.confirm", "review.reject", "review.unsure", "edit.undo", "edit.redo")
LONGEST = 3.0
"""Seconds after the first change within which the child is killed."""


def main() -> None:
    """Play the rounds, or be the child that is killed."""
    arguments = sys.argv[1:]
    if arguments[:1] == ["--work"]:
        work(Path(arguments[1]), int(arguments[2]))
        return
    with tempfile.TemporaryDirectory() as folder:
        killing = KillingWindow(Path(folder))
        run("kill (window)", killing.play, 100, arguments, killing.story)


def work(project: Path, seed: int) -> None:
    """Review in a window until this process is killed, and say every change of the journal."""
    dice = random.Random(seed)
    home = project.parent.parent / "home"
    home.mkdir(exist_ok=True)
    with at_home(home):
        application = QApplication(["window"])
        window = open_window(application, Preferences(home / "window.json"), Settings("child", "en"))
        window.open_names([str(project)])
        said = 0
        while True:
            application.processEvents()
            time.sleep(0.001)
            session = window.context.session
            if session is None or window.context.is_working:
                continue
            if window.page_id != "review":
                window.show_page("review")
                continue
            number, digest = session.store.head()
            if number != said:
                print(number, digest, flush=True)
                said = number
            window.run_command(dice.choice(COMMANDS))


class KillingWindow:
    """The sample project, copied anew for each window; `acknowledged` counts the changes that were said."""

    def __init__(self, folder: Path) -> None:
        (folder / "project").mkdir()
        self._sound = make(folder / "sound.aligner")
        self._path = folder / "project" / "killed.aligner"
        self.acknowledged = 0

    def story(self) -> str:
        """How many changes were said."""
        return f"{self.acknowledged} changes acknowledged"

    def play(self, _: int, dice: random.Random) -> str:
        """Kill one window; what it said must be there, and the project sound."""
        shutil.rmtree(self._path.parent)
        self._path.parent.mkdir()
        shutil.copy(self._sound, self._path)
        said = self._said(dice)
        self.acknowledged += len(said)
        with store.open_store(str(self._path)) as project:
            kept = {change.id: change.hash for change in project.history()}
            findings = project.check()
        if any(kept.get(number) != digest for number, digest in said.items()):
            return "!lost"
        if findings:
            return "!damaged"
        return left_behind(self._path) or ("whole" if said else "whole, killed while opening")

    def _said(self, dice: random.Random) -> dict[int, str]:
        command = [
            sys.executable,
            "-m",
            "tests.campaigns.kill_window",
            "--work",
            str(self._path),
            str(dice.random())[2:9],
        ]
        with subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, cwd=ROOT
        ) as running:
            assert running.stdout is not None
            lines = []
            if dice.random() < 0.2:
                time.sleep(dice.uniform(0, LONGEST))
            else:
                lines.append(running.stdout.readline())
                time.sleep(dice.uniform(0, LONGEST))
            running.kill()
            lines += running.stdout.readlines()
        complete = [line.split() for line in lines if line.endswith("\n")]
        return {int(number): digest for number, digest in complete}


if __name__ == "__main__":
    main()
