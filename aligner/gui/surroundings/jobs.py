"""Long work beside the window.

The thread that works touches no Qt: it puts what it has to tell into a queue, which a timer of the window's own
thread empties; the signals are emitted there.
"""

import queue
import threading
from collections.abc import Callable
from dataclasses import dataclass
from threading import Semaphore
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from aligner.domain.errors import Cancelled

INTERVAL = 33
"""Milliseconds between two looks into the queue: one frame."""

Outcome = TypeVar("Outcome")


@dataclass(frozen=True, slots=True)
class Step:
    """How far a job is: `done` of `total` units of the stage `text` (English)."""

    done: int
    total: int
    text: str


class JobProgress:
    """The progress of one job as its work sees it; safe to use from its thread."""

    def __init__(self, tell: Callable[[Step], None]) -> None:
        self._tell = tell
        self._stop = threading.Event()

    def step(self, done: int, total: int, text: str) -> None:
        """Report a step. Raises Cancelled after a stop request."""
        if self._stop.is_set():
            raise Cancelled("Stopped.")
        self._tell(Step(done, total, text))

    @property
    def is_stopping(self) -> bool:
        """Whether a stop was requested."""
        return self._stop.is_set()

    def request_stop(self) -> None:
        """Let the next step raise Cancelled."""
        self._stop.set()


class Job(QObject, Generic[Outcome]):
    """One long work. Exactly one of `finished`, `failed` and `cancelled` is emitted, then `ended`."""

    progressed = Signal(object)
    finished = Signal(object)
    failed = Signal(object)
    cancelled = Signal()
    ended = Signal()

    def __init__(
        self, title: str, work: Callable[[JobProgress], Outcome], turn: Semaphore, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.title = title
        self.is_running = True
        self.is_stopping = False
        self.last_step = Step(0, 0, "")
        told: queue.SimpleQueue[tuple[str, Any]] = queue.SimpleQueue()
        progress = JobProgress(lambda step: told.put(("step", step)))  # knows no job: a circle would keep its outcome
        self._told, self._progress = told, progress
        self._thread = threading.Thread(target=_run, args=(work, progress, turn, told), name=title, daemon=True)

    def start(self) -> None:
        """Begin; called once."""
        self._thread.start()

    def cancel(self) -> None:
        """Ask the work to stop at its next step; nothing of it is kept then."""
        self.is_stopping = True
        self._progress.request_stop()

    def deliver(self) -> None:
        """Emit what the work told since the last time. Of several steps only the newest is shown."""
        step: Step | None = None
        end: tuple[str, Any] | None = None
        while end is None:
            try:
                kind, value = self._told.get_nowait()
            except queue.Empty:
                break
            if kind == "step":
                step = value
            else:
                end = (kind, value)
        if step is not None and end is None:
            self.last_step = step
            self.progressed.emit(step)
        if end is not None:
            self._end(*end)

    def wait(self) -> None:
        """Wait until the thread is gone; for the end of the program."""
        self._thread.join()

    def _end(self, kind: str, value: Any) -> None:
        self.is_running = False
        if kind == "finished":
            self.finished.emit(value)
        elif kind == "cancelled":
            self.cancelled.emit()
        else:
            self.failed.emit(value)
        self.ended.emit()


def _run(
    work: Callable[[JobProgress], Any],
    progress: JobProgress,
    turn: Semaphore,
    told: "queue.SimpleQueue[tuple[str, Any]]",
) -> None:
    """The thread of a job: whatever happens comes out as one last message."""
    try:
        with turn:
            told.put(("cancelled", None) if progress.is_stopping else ("finished", work(progress)))
    except Cancelled:
        told.put(("cancelled", None))
    except Exception as error:  # noqa: BLE001 - the edge: handed to the window, which shows and logs it
        told.put(("failed", error))


class Jobs(QObject):
    """The jobs that are running; the timer stands still while there are none.

    `at_once` bounds how many of them work at the same time; the others wait. Each one that computes takes time from the
    window.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None, *, at_once: int = 1) -> None:
        super().__init__(parent)
        self._turn = Semaphore(at_once)
        self.running: list[Job[Any]] = []
        self._timer = QTimer(self)
        self._timer.setInterval(INTERVAL)
        self._timer.timeout.connect(self._deliver)

    def start(self, title: str, work: Callable[[JobProgress], Outcome]) -> Job[Outcome]:
        """Start a job; connect to its signals before returning to the event loop."""
        job = Job(title, work, self._turn, self)
        self.running.append(job)
        job.start()
        self._timer.start()
        self.changed.emit()
        return job

    def stop_all(self) -> None:
        """Ask every job to stop and wait for it; nothing is emitted any more."""
        self._timer.stop()
        for job in self.running:
            job.cancel()
        for job in self.running:
            job.wait()
        self.running.clear()

    def _deliver(self) -> None:
        for job in tuple(self.running):
            if job.is_running:
                job.deliver()
            if not job.is_running and job in self.running:
                self.running.remove(job)
                job.deleteLater()
                self.changed.emit()
        if not self.running:
            self._timer.stop()
