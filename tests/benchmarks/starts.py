"""How much processor time the program takes to start: `python tests/benchmarks/starts.py [--rounds N]`

Seconds of the processor, not of the clock, so that other work on the machine counts little; the best of the rounds.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

STARTS = {
    "import aligner.api": ["-c", "import aligner.api"],
    "aligner --version": ["-m", "aligner", "--version"],
    "aligner --help": ["-m", "aligner", "--help"],
    "aligner --help --lang zh": ["-m", "aligner", "--help", "--lang", "zh"],
    "aligner parse": ["-m", "aligner", "parse", "ISO 9001:2015"],
    "aligner check": ["-m", "aligner", "check", "{project}"],
    "aligner history": ["-m", "aligner", "history", "{project}"],
    "aligner candidates": ["-m", "aligner", "candidates", "{project}"],
    "import aligner.gui.app": ["-c", "import aligner.gui.app"],
}


def processor_seconds(words: list[str]) -> float:
    """Of one program, with the processes that it starts. Raises CalledProcessError when it fails."""
    before = os.times()
    subprocess.run([sys.executable, *words], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system


def main() -> None:
    """Start everything as often as asked and print a line for each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder) / "ours.aligner"
        subprocess.run([sys.executable, "-m", "aligner", "new", str(project)], check=True, stderr=subprocess.DEVNULL)
        for name, words in STARTS.items():
            named = [word.format(project=project) for word in words]
            print(f"{name:<28}{min(processor_seconds(named) for _ in range(rounds)):>6.2f} s")


if __name__ == "__main__":
    main()
