"""The log file: what went wrong inside the program, for the one who mends it."""

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path

from aligner import paths


def start_log() -> Path | None:
    """Write warnings and faults of the program to a file in the user's log folder; its path.

    None when the folder cannot be written: the program works without a log.
    """
    folder = paths.user_log()
    file = folder / "aligner.log"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(file, maxBytes=1_000_000, backupCount=3, encoding="utf-8", delay=True)
    except OSError:
        return None
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    root = logging.getLogger("aligner")
    root.addHandler(handler)
    root.setLevel(logging.WARNING)
    root.propagate = False
    return file
