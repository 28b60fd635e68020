"""Watches a window while it works: how long its thread was ever held up, and by what; how much memory is in use."""

import sys
import threading
import time
import traceback
from types import TracebackType
from typing import Self

import psutil
from PySide6.QtCore import QObject, Qt, QTimer

LONG = 0.1
"""Seconds of a block that is worth a look at what was going on."""


class Watch(QObject):
    """Measures the gaps between the beats of a timer of the window's thread: `longest` in seconds.

    With `tells`, whatever every thread was doing in a gap of more than LONG is printed at its end.
    """

    def __init__(self, what: str, *, tells: bool = False) -> None:
        super().__init__()
        self.what = what
        self.longest = 0.0
        self.gaps: list[float] = []
        self.peak = 0.0
        self._tells = tells
        self._last = self._measured = time.perf_counter()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)

    def __enter__(self) -> Self:
        self._last = time.perf_counter()
        self._timer.start(1)
        self._ended = threading.Event()
        self._main = threading.main_thread().ident
        self._sampler = threading.Thread(target=self._sample, daemon=True)
        self._sampler.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._beat()
        self._timer.stop()
        self._ended.set()
        self._sampler.join()
        blocks = sum(gap > LONG for gap in self.gaps)
        print(
            f"{self.what:36} longest block {self.longest * 1000:6.0f} ms, {blocks} over 100 ms; "
            f"memory at most {self.peak:.0f} MB, now {memory():.0f} MB",
            flush=True,
        )

    def _beat(self) -> None:
        now = time.perf_counter()
        gap, self._last = now - self._last, now
        self.gaps.append(gap)
        self.longest = max(self.longest, gap)

    def _sample(self) -> None:
        process = psutil.Process()
        looked = time.perf_counter()
        told = 0.0
        while not self._ended.wait(0.02):
            self.peak = max(self.peak, process.memory_info().rss / 2**20)
            now = time.perf_counter()
            late, looked = now - looked, now
            held = now - self._last
            if self._tells and (held > LONG or late > LONG) and told != self._last:
                told = self._last
                self._tell(held, late)

    def _tell(self, held: float, late: float) -> None:
        """What every thread is doing. A late sampler means that something held the interpreter itself."""
        me = threading.get_ident()
        names = {thread.ident: thread.name for thread in threading.enumerate()}
        print(f"  -- {self.what}: window held {held * 1000:.0f} ms, interpreter {late * 1000:.0f} ms")
        for ident, frame in sys._current_frames().items():
            if ident != me:
                lines = traceback.format_stack(frame)[-4:]
                print(f"     {names.get(ident)}: " + " < ".join(_short(line) for line in reversed(lines)))


def _short(line: str) -> str:
    place, _, code = line.strip().partition("\n")
    words = place.replace('"', "").split(",")
    return f"{words[0].rpartition('/')[2]}:{words[1].strip().removeprefix('line ')} {code.strip()[:60]}"


def memory() -> float:
    """Memory of this process in MB."""
    megabytes: float = psutil.Process().memory_info().rss / 2**20
    return megabytes
