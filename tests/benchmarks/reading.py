"""How long catalogues take to read, against a bare calamine read of the same files.

`python tests/benchmarks/reading.py FILE...`

Each file is read in turn by both, several times; the best of each counts, so that other work on the machine
does not. Files whose name begins with iso or iec are taken as international.
"""

import argparse
import subprocess
import sys
import threading
import time
from datetime import date
from pathlib import Path

import psutil

from aligner.domain.catalogue import Level
from aligner.domain.progress import Silent
from aligner.readers.catalogue import Reading, ReadRequest, read_catalogue

_BARE = (
    "import sys; from python_calamine import CalamineWorkbook as Workbook;"
    "Workbook.from_path(sys.argv[1]).get_sheet_by_index(0).to_python()"
)


def bare(path: Path) -> float:
    """Seconds of a process that does nothing but read the first sheet with calamine."""
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", _BARE, str(path)], check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def ours(path: Path) -> tuple[float, Reading]:
    """Seconds of a whole reading in its child process, and what it gave."""
    level = Level.INTERNATIONAL if path.stem.startswith(("iso", "iec")) else Level.NATIONAL
    start = time.perf_counter()
    reading = read_catalogue(ReadRequest(path, level, date.today()), Silent())  # noqa: DTZ011 - the local day
    return time.perf_counter() - start, reading


class PeakMemory:
    """Watches the memory of this process and of its children while a block runs; in MB."""

    def __enter__(self) -> "PeakMemory":
        self.parent = self.children = 0.0
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._ended.set()
        self._thread.join()

    def _watch(self) -> None:
        process = psutil.Process()
        while not self._ended.wait(0.02):
            self.parent = max(self.parent, process.memory_info().rss / 1e6)
            for child in process.children(recursive=True):
                try:
                    self.children = max(self.children, child.memory_info().rss / 1e6)
                except psutil.Error:
                    continue


def main() -> None:
    """Read the files named on the command line and print a line for each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    arguments = parser.parse_args()
    total_bare = total_ours = 0.0
    rows = accounted = 0
    kept = []
    with PeakMemory() as peak:
        for path in arguments.files:
            best_bare = best_ours = float("inf")
            for _ in range(arguments.rounds):
                best_bare = min(best_bare, bare(path))
                seconds, reading = ours(path)
                best_ours = min(best_ours, seconds)
            kept.append(reading)
            total_bare, total_ours = total_bare + best_bare, total_ours + best_ours
            rows, accounted = rows + reading.rows_read, accounted + len(reading.table) + reading.rows_left_out
            print(
                f"{path.name}: calamine {best_bare:.2f} s, read {best_ours:.2f} s, ratio {best_ours / best_bare:.2f}; "
                f"rows {reading.rows_read}, standards {len(reading.table)}, left out {reading.rows_left_out}, "
                f"not understood {reading.not_understood}, problems {len(reading.problems)}"
            )
    print(f"all: calamine {total_bare:.2f} s, read {total_ours:.2f} s, ratio {total_ours / total_bare:.2f}")
    print(f"rows read {rows}, accounted for {accounted}")
    print(f"peak memory: parent {peak.parent:.0f} MB, child {peak.children:.0f} MB")


if __name__ == "__main__":
    main()
