"""Waiting for what comes, with an end."""

import time
from collections.abc import Callable

from PySide6.QtWidgets import QApplication

PATIENCE = 60
"""Seconds after which something that does not come is given up."""


def wait(condition: Callable[[], bool], seconds: float = PATIENCE) -> None:
    """Let the window work until the condition holds; raises TimeoutError when it does not come."""
    end = time.monotonic() + seconds
    while not condition():
        QApplication.processEvents()
        time.sleep(0.002)
        if time.monotonic() > end:
            raise TimeoutError("the window did not get there")
    for _ in range(5):
        QApplication.processEvents()
