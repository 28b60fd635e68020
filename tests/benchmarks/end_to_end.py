"""How long the whole job takes on real catalogues: `python tests/benchmarks/end_to_end.py DATA_DIR [--rounds N]`

DATA_DIR holds jis.xlsx (national), iso.xlsx and iec.xlsx (international). Every step is the command itself, as a
program of its own; memory is that of the program and of the processes it starts, at their joint peak. `load` is
compared with a bare calamine read of the same files in the same run.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import psutil

FILES = {"jis.xlsx": "national", "iso.xlsx": "international", "iec.xlsx": "international"}
BARE = (
    "import sys, python_calamine as c; "
    "print(len(c.CalamineWorkbook.from_path(sys.argv[1]).get_sheet_by_index(0).to_python()))"
)

ONE_PROGRAM = """
import sys
from aligner.api import Project
with Project.new(sys.argv[1]) as project:
    for file, level in zip(sys.argv[2::2], sys.argv[3::2]):
        project.load(file, level)
"""


@dataclass(frozen=True)
class Step:
    """One program: seconds by the clock, of processors (with its children), and peak memory in MB."""

    name: str
    seconds: float
    processor: float
    alone: float
    together: float


def measured(name: str, words: Sequence[str]) -> Step:
    """Run a program to its end. Raises CalledProcessError when it fails."""
    start, used = time.perf_counter(), _processor_seconds()
    process = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    peak = [0.0, 0.0]
    watcher = threading.Thread(target=_watch, args=(process.pid, peak), daemon=True)
    watcher.start()
    _, errors = process.communicate()
    seconds = time.perf_counter() - start
    watcher.join()
    if process.returncode:
        sys.stderr.buffer.write(errors)
        raise subprocess.CalledProcessError(process.returncode, words)
    return Step(name, seconds, _processor_seconds() - used, peak[0], peak[1])


def _processor_seconds() -> float:
    """Processor time of every program that has ended: what a busy machine does not change."""
    times = os.times()
    return times.children_user + times.children_system


def _watch(number: int, peak: list[float]) -> None:
    """Note the peaks of a process until it ends."""
    try:
        process = psutil.Process(number)
        while process.status() != psutil.STATUS_ZOMBIE:
            alone = process.memory_info().rss / 1e6
            together = alone
            for child in process.children(recursive=True):
                try:
                    together += child.memory_info().rss / 1e6
                except psutil.Error:
                    continue
            peak[:] = [max(peak[0], alone), max(peak[1], together)]
            time.sleep(0.02)
    except psutil.Error:
        return  # it ended just now


def aligner(*words: object) -> Step:
    """One command of the program."""
    return measured(str(words[0]), [sys.executable, "-m", "aligner", *map(str, words)])


def whole_job(data: Path, folder: Path) -> tuple[list[Step], list[Step]]:
    """The steps of one whole job; the bare reads made between its loads, and at their end all loads in one program."""
    project = folder / "real.aligner"
    steps, bare = [aligner("new", project)], []
    for name, level in FILES.items():
        bare.append(measured(f"calamine {name}", [sys.executable, "-c", BARE, str(data / name)]))
        steps.append(aligner("load", project, data / name, "--level", level))
    named = [str(word) for name, level in FILES.items() for word in (data / name, level)]
    bare.append(measured("load x3, one program", [sys.executable, "-c", ONE_PROGRAM, str(folder / "one"), *named]))
    steps.append(aligner("match", project))
    steps.append(aligner("indicators", project, "--format", "json"))
    steps.append(aligner("report", project, folder / "report.xlsx"))
    return steps, bare


def show(steps: Sequence[Step], bare: Sequence[Step]) -> None:
    """A table of one job, and its three figures."""
    print(f"{'step':<22}{'seconds':>9}{'processor':>11}{'MB alone':>10}{'MB with children':>18}")
    for step in (*steps, *bare):
        print(f"{step.name:<22}{step.seconds:>9.2f}{step.processor:>11.2f}{step.alone:>10.0f}{step.together:>18.0f}")
    loads = [step for step in steps if step.name == "load"]
    *reads, together = bare
    bare_seconds = sum(step.seconds for step in reads)
    ratio = sum(step.seconds for step in loads) / bare_seconds
    print(f"load x{len(loads)} against bare calamine: {ratio:.2f} times, parent {max(s.alone for s in loads):.0f} MB")
    print(f"the same in one program: {together.seconds / bare_seconds:.2f} times, parent {together.alone:.0f} MB")
    total, peak = sum(step.seconds for step in steps), max(step.together for step in steps)
    print(f"end to end: {total:.1f} s, {peak:.0f} MB; load averages {os.getloadavg()}")


def main() -> None:
    """Run the whole job as often as asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--rounds", type=int, default=1)
    arguments = parser.parse_args()
    for _ in range(arguments.rounds):
        with tempfile.TemporaryDirectory() as folder:
            show(*whole_job(arguments.data, Path(folder)))


if __name__ == "__main__":
    main()
