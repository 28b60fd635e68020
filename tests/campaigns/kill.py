"""Kills programs at random moments and looks at what they leave: nothing lost, nothing damaged, nothing left behind.

Run: python -m tests.campaigns.kill [--kind decisions] [--rounds 1000] [--seed 1] [--seconds 3600] [--resume FILE]

Kinds: `decisions` (a program that decides without end, now and then 300 at once, and says each change that is
committed), `commands` (match, report and load from the command line), `migration` (the first opening of a project of
an earlier version), `backup` (the opening of a project whose hour is over).
"""

import os
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from unittest.mock import patch

from aligner import paths
from aligner.domain.change import Action, RowChange, Subject
from aligner.domain.pairs.decision import Decision, Verdict
from aligner.storage import store
from aligner.storage.file import opening
from aligner.storage.migrations import upgrade
from aligner.storage.tables import schema

from .campaign import run, taken
from .damage import make

LONGEST = 0.05
"""Seconds that a child may go on after the acknowledgement that its parent waits for."""

LIFE = 50
"""Rounds in one project: the more it holds, the longer every look at it takes."""

LATER = timedelta(hours=2)

ROOT = Path(__file__).parents[2]


def main() -> None:
    """Play the rounds, or be the child that is killed."""
    arguments = sys.argv[1:]
    if arguments[:1] == ["--stream"]:
        stream(arguments[1])
    elif arguments[:1] == ["--open"]:
        store.open_store(arguments[1], clock=lambda: datetime.now(UTC) + LATER).close()
    else:
        kind = taken(arguments, "--kind", "decisions")
        with tempfile.TemporaryDirectory() as folder:
            if kind == "decisions":
                killing = KillingDecisions(Path(folder))
                run(f"kill ({kind})", killing.play, 1000, arguments, killing.story)
            else:
                run(f"kill ({kind})", KINDS[kind](Path(folder)), 100, arguments)


def child(*arguments: str) -> list[str]:
    """The command of this module as a program of its own."""
    return [sys.executable, "-m", "tests.campaigns.kill", *arguments]


def stream(path: str) -> None:
    """Decide without end, and say every change that is committed."""
    with store.open_store(path) as project:
        while True:
            number = project.head()[0] + 1
            count = 300 if number % 20 == 0 else 1
            change = project.append("child", Action.DECIDE, [_decided(number, place) for place in range(count)])
            print(change.id, change.hash, flush=True)


def _decided(number: int, place: int) -> RowChange:
    decision = Decision(f"GB {number}-{place}", "ISO 1", "ISO 1", Verdict.UNSURE, note="说明 " * 20)
    return RowChange(Subject.DECISION, decision.key, None, decision.to_json())


class KillingDecisions:
    """A project into which children stream; `acknowledged` counts the changes they said."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "killed.aligner"
        self.acknowledged = 0
        self._played = 0

    def story(self) -> str:
        """How many changes were acknowledged."""
        return f"{self.acknowledged} changes acknowledged"

    def play(self, _: int, dice: random.Random) -> str:
        """Kill one child; what it said must be there."""
        if self._played % LIFE == 0:
            self._begin_anew()
        self._played += 1
        said = self._said(dice)
        self.acknowledged += len(said)
        with store.open_store(str(self._path)) as project:
            kept = {change.id: change.hash for change in project.history(limit=len(said) + 1)}
            findings = project.check()
        if any(kept.get(number) != digest for number, digest in said.items()):
            return "!lost"
        return "!damaged" if findings else left_behind(self._path) or "whole"

    def _begin_anew(self) -> None:
        shutil.rmtree(self._path.with_name(self._path.name + ".backups"), ignore_errors=True)
        for file in (self._path, self._path.with_name(self._path.name + "-journal")):
            file.unlink(missing_ok=True)
        store.create(str(self._path)).close()

    def _said(self, dice: random.Random) -> dict[int, str]:
        with subprocess.Popen(
            child("--stream", str(self._path)), stdout=subprocess.PIPE, text=True, cwd=ROOT
        ) as running:
            assert running.stdout is not None
            said = [running.stdout.readline() for _ in range(dice.randint(1, 15))]
            time.sleep(dice.uniform(0, LONGEST))
            running.kill()
            said += running.stdout.readlines()
        complete = [line.split() for line in said if line.endswith("\n")]
        return {int(number): digest for number, digest in complete}


def left_behind(path: Path) -> str:
    """The outcome "left behind" when there is anything beside the project but its backups; else nothing."""
    expected = {path.name, path.name + ".backups", "report.xlsx", "sound.aligner", "sound.aligner.backups"}
    expected.add(path.name + "-journal")  # one that SQLite found nothing to roll back in, and writes its next step to
    backups = path.with_name(path.name + ".backups")
    strange = [file.name for file in path.parent.iterdir() if file.name not in expected]
    strange += [file.name for file in backups.glob(".*")] if backups.is_dir() else []
    return f"!left behind: {min(strange)}" if strange else ""


def kill_within(command: list[str], seconds: float, dice: random.Random) -> bool:
    """Run a command and kill it within this time; whether it was still running."""
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=ROOT) as running:
        try:
            running.wait(dice.uniform(0, seconds))
        except subprocess.TimeoutExpired:
            running.kill()
            return True
    return False


def killing_commands(folder: Path) -> Callable[[int, random.Random], str]:
    """Rounds in which a long command is killed."""
    sound, path, report = make(folder / "sound.aligner"), folder / "killed.aligner", folder / "report.xlsx"
    shutil.copy(sound, path)
    with store.open_store(str(path)) as project:
        head = project.head()
    commands = (
        ["match", str(path), "--full"],
        ["report", str(path), str(report)],
        ["load", str(path), str(paths.sample_data() / "international_iec.xlsx"), "--level", "international"],
    )
    longest = _longest([sys.executable, "-m", "aligner", *commands[1]])

    def play(_: int, dice: random.Random) -> str:
        command = [sys.executable, "-m", "aligner", *dice.choice(commands)]
        killed = kill_within(command, longest, dice)
        subprocess.run([sys.executable, "-m", "aligner", *commands[1]], check=True, capture_output=True)
        with store.open_store(str(path)) as project:
            if project.check() or project.head() != head:
                return "!damaged"
        return left_behind(path) or ("whole" if killed else "ended before")

    return play


def _longest(command: list[str]) -> float:
    begun = time.monotonic()
    subprocess.run(command, check=True, capture_output=True, cwd=ROOT)
    return (time.monotonic() - begun) * 1.2


def killing_openings(folder: Path, original: bytes) -> Callable[[int, random.Random], str]:
    """Rounds in which the opening of such a project is killed, and the project is opened again."""
    path = folder / "killed.aligner"
    path.write_bytes(original)
    longest = _longest(child("--open", str(path)))

    def play(_: int, dice: random.Random) -> str:
        shutil.rmtree(folder)
        folder.mkdir()
        path.write_bytes(original)
        os.utime(path)
        killed = kill_within(child("--open", str(path)), longest, dice)
        with store.open_store(str(path), clock=lambda: datetime.now(UTC) + 2 * LATER) as project:
            if project.check() or len(project.decisions()) != 2000:
                return "!damaged"
        return left_behind(path) or ("whole" if killed else "ended before")

    return play


def _filled(path: Path) -> Path:
    with store.create(str(path)) as project:
        for number in range(10):
            project.append("ann", Action.DECIDE, [_decided(number, place) for place in range(200)])
    return path


def killing_backups(folder: Path) -> Callable[[int, random.Random], str]:
    """Rounds in which a program is killed while it opens a project and backs it up."""
    return killing_openings(folder / "open", _prepared(folder, _filled(folder / "sound.aligner")))


def killing_migrations(folder: Path) -> Callable[[int, random.Random], str]:
    """Rounds in which a program is killed while it brings a project of an earlier version up to date."""
    filled, old = _filled(folder / "sound.aligner"), folder / "old.aligner"
    old.touch()
    with patch.object(upgrade, "UPGRADES", upgrade.UPGRADES[:3]), patch.object(schema, "SCHEMA_NUMBER", 3):
        opening.migrate(old, 0)
    with closing(sqlite3.connect(old)) as connection, connection:
        connection.execute("ATTACH ? AS new", (str(filled),))
        for table in ("change", "standing"):
            connection.execute(f"INSERT INTO {table} SELECT * FROM new.{table}")
    return killing_openings(folder / "open", _prepared(folder, old))


def _prepared(folder: Path, original: Path) -> bytes:
    (folder / "open").mkdir()
    return original.read_bytes()


KINDS: dict[str, Callable[[Path], Callable[[int, random.Random], str]]] = {
    "commands": killing_commands,
    "migration": killing_migrations,
    "backup": killing_backups,
}


if __name__ == "__main__":
    main()
