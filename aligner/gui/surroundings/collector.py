"""Python's search for garbage, kept to the window's own thread and to moments of rest.

Left to itself it starts in whatever thread happens to allocate: in that of a job it would destroy objects of Qt,
which must never happen outside the window's thread; and it would walk through whole catalogues while the user waits.
"""

import gc
import time

from PySide6.QtCore import QObject, QTimer

from aligner.gui.surroundings.context import Context

INTERVAL = 5_000
"""Milliseconds between two looks."""

MANY = 20_000
"""From this number of new objects on they are catalogues, in which nothing is looked for."""

LONG = 0.02
"""Seconds of a search after which what it looked through is spared the next time."""


class RubbishCollector(QObject):
    """As long as it lives, garbage is looked for by a timer of this thread and nowhere else.

    What is spared is not looked at any more until the project is closed; it is let go as always when nobody needs it.
    """

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._context = context
        timer = QTimer(self)
        timer.setInterval(INTERVAL)
        timer.timeout.connect(self.look)
        timer.start()
        context.project_changed.connect(self._follow_project)

    def look(self) -> None:
        """Look for garbage, unless work is going on, which must not be held up."""
        if self._context.is_working:
            return
        if gc.get_count()[0] > MANY:
            gc.freeze()
            return
        began = time.perf_counter()
        gc.collect()
        if time.perf_counter() - began > LONG:
            gc.freeze()

    def stop(self) -> None:
        """Leave it to Python again."""
        gc.unfreeze()
        gc.enable()

    def _follow_project(self) -> None:
        if not self._context.has_project:  # the catalogues are gone: now it costs little to look everywhere
            gc.unfreeze()
