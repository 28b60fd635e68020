"""Watches the project for steps of others, beside the window, and tells when the server is gone and when it is back.

The thread that watches touches no Qt: what it sees goes into a queue, which a timer of the window's own thread empties.
"""

import logging
import queue
import threading
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, QTimer, Signal

from aligner.domain.errors import AlignerError
from aligner.gui.surroundings.context import Context
from aligner.usecases.project.session import Session
from aligner.usecases.project.watching import Seen, look, others_did

PAUSE = 1.0
"""Seconds between two looks at a file, and at most between two looks at a server."""

INTERVAL = 200
"""Milliseconds between two looks into the queue."""

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class LastLook:
    """What was seen last; `lost` is why nothing can be seen now."""

    seen: Seen | None = None
    lost: AlignerError | None = None


class Watcher(QObject):
    """One for the window; follows whatever project on a server is open."""

    lost = Signal(object)
    """The server cannot be reached (AlignerError)."""
    back = Signal()
    """It answers again."""
    others_changed = Signal(object)
    """Who else is in the project, and on which row: a list of (role, row)."""

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._told: queue.SimpleQueue[tuple[int, LastLook]] = queue.SimpleQueue()
        self._round = 0
        self._last = LastLook()
        self._stop: threading.Event | None = None
        self._thread: threading.Thread | None = None
        self._session: Session | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(INTERVAL)
        self._timer.timeout.connect(self._deliver)
        context.session_left.connect(self.stop)
        context.session_taken.connect(self._follow)

    def stand_at(self, row: str) -> None:
        """Let the others know which row is on the screen."""
        if self._session is not None:
            self._session.watch.stand_at(row)

    def stop(self) -> None:
        """End the watching and wait for it."""
        self._timer.stop()
        if self._stop is not None and self._session is not None:
            self._stop.set()
            self._session.watch.stop()
        if self._thread is not None:
            self._thread.join()
        self._stop = self._thread = self._session = None

    def _follow(self) -> None:
        self._last = LastLook()
        self.others_changed.emit([])
        session = self._context.session
        if session is None or not session.has_own_name:
            return
        self._round += 1
        self._session, self._stop = session, threading.Event()
        self._thread = threading.Thread(
            target=_watch, args=(session, self._round, self._stop, self._told), name="watching", daemon=True
        )
        self._thread.start()
        self._timer.start()

    def _deliver(self) -> None:
        while True:
            try:
                number, newest = self._told.get_nowait()
            except queue.Empty:
                return
            if number == self._round:
                self._take(newest)

    def _take(self, newest: LastLook) -> None:
        before, self._last = self._last, newest
        if newest.lost is not None:
            if before.lost is None:
                self.lost.emit(newest.lost)
            return
        if before.lost is not None:
            self.back.emit()
        if newest.seen is None or self._session is None:
            return
        if before.seen is None or before.seen.others != newest.seen.others:
            self.others_changed.emit(list(newest.seen.others))
        what = others_did(self._session, newest.seen)
        if what is not None:
            self._context.changed.emit(what)


def _is_new(seen: Seen, before: Seen) -> bool:
    return (seen.head, seen.others) != (before.head, before.others)


def _watch(
    session: Session, number: int, stop: threading.Event, told: "queue.SimpleQueue[tuple[int, LastLook]]"
) -> None:
    """The work of the thread: look, tell when it is something new, wait."""
    last = LastLook()
    while not stop.is_set():
        try:
            seen = look(session, last.seen)
            if last.lost is not None or last.seen is None or _is_new(seen, last.seen):
                last = LastLook(seen)
                told.put((number, last))
            session.watch.wait(PAUSE)
        except AlignerError as error:
            if last.lost is None:
                last = replace(last, lost=error)
                told.put((number, last))
            stop.wait(PAUSE)
        except Exception:  # the edge of a thread: whatever it is, the window goes on
            if not stop.is_set():
                logger.exception("watching ended")
            break
    session.watch.close()
