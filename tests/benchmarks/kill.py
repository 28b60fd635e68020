"""Kills a program again and again while it streams decisions into a project, and counts what was lost.

Run: python tests/benchmarks/kill.py [KILLS]     (200 unless told otherwise)

The child commits one decision after the other, now and then 300 at once, and says each change's number and hash on
its output once the change is committed. It is killed (SIGKILL) at a random moment. Then the project is opened: every
change that was said must be in the journal with its hash, and the check must find nothing.
"""

import random
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from aligner.domain.change import Action, RowChange, Subject
from aligner.domain.pairs.decision import Decision, Verdict
from aligner.storage import store

LONGEST = 0.05
"""Seconds that a child may go on after the acknowledgement that its parent waits for."""


@dataclass
class Outcome:
    """What came of all kills."""

    kills: int = 0
    acknowledged: int = 0
    lost: int = 0
    damaged: int = 0


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


def kill_one(path: str, dice: random.Random) -> dict[int, str]:
    """Start a child, kill it at some moment, and give the changes it said, by number."""
    child = subprocess.Popen(
        [sys.executable, str(Path(__file__).resolve()), "--stream", path], stdout=subprocess.PIPE, text=True
    )
    with child:
        assert child.stdout is not None
        said = [child.stdout.readline() for _ in range(dice.randint(1, 15))]
        time.sleep(dice.uniform(0, LONGEST))
        child.kill()
        said += child.stdout.readlines()
    complete = [line.split() for line in said if line.endswith("\n")]
    return {int(number): digest for number, digest in complete}


def kill_many(kills: int, path: str, seed: int = 1) -> Outcome:
    """Kill as often as told; what was acknowledged is looked for in what is there afterwards."""
    dice = random.Random(seed)
    outcome = Outcome()
    store.create(path).close()
    for _ in range(kills):
        said = kill_one(path, dice)
        with store.open_store(path) as project:
            kept = {change.id: change.hash for change in project.history(limit=len(said) + 1)}
            outcome.damaged += bool(project.check())
        outcome.kills += 1
        outcome.acknowledged += len(said)
        outcome.lost += sum(kept.get(number) != digest for number, digest in said.items())
    return outcome


def main(kills: int) -> None:
    """Print what came of it."""
    with tempfile.TemporaryDirectory() as folder:
        outcome = kill_many(kills, str(Path(folder) / "killed.aligner"))
    print(
        f"{outcome.kills} kills, {outcome.acknowledged} acknowledged changes, "
        f"{outcome.lost} lost, {outcome.damaged} damaged files"
    )
    sys.exit(1 if outcome.lost or outcome.damaged else 0)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--stream"]:
        stream(sys.argv[2])
    else:
        main(int(sys.argv[1]) if len(sys.argv) > 1 else 200)
