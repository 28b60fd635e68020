"""Python's search for garbage, kept to the window's own thread.

Left to itself it starts in whatever thread happens to allocate: in that of a job it would destroy objects of Qt,
which must never happen outside the window's thread; and it would walk through millions of catalogue cells while the
user waits.
"""

import gc

from PySide6.QtCore import QObject, QTimer

INTERVAL = 5_000
"""Milliseconds between two small searches."""


class RubbishCollector(QObject):
    """As long as it lives, garbage is looked for by a timer of this thread and nowhere else."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        timer = QTimer(self)
        timer.setInterval(INTERVAL)
        timer.timeout.connect(gc.collect)
        timer.start()

    def stop(self) -> None:
        """Leave it to Python again."""
        gc.unfreeze()
        gc.enable()


def spare_what_is_there() -> None:
    """Do not look at what is in memory now any more: for whole catalogues, which hold no circles.

    They are let go as always when nobody needs them.
    """
    gc.freeze()
