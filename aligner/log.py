"""The log file: what went wrong inside the program, for the one who mends it."""

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import Any

from aligner import own_files, paths
from aligner.addresses import shown


class PrivateLog(RotatingFileHandler):
    """A log for the user alone: it may quote what stood in a file."""

    def _open(self) -> Any:  # TextIOWrapper, whose parameters no two versions of the type stubs agree on
        return open(self.baseFilename, self.mode, encoding=self.encoding, opener=own_files.open_privately)


class WithoutPasswords(logging.Formatter):
    """Lines of a log in which addresses, of exceptions too, hold no password."""

    def format(self, record: logging.LogRecord) -> str:
        """The whole text of one entry."""
        return shown(super().format(record))


def start_log() -> Path | None:
    """Write warnings and faults of the program to a file in the user's log folder; its path.

    None when the folder cannot be written: the program works without a log.
    """
    file = paths.log_file()
    try:
        own_files.private_folder(file.parent)
        handler = PrivateLog(file, maxBytes=1_000_000, backupCount=3, encoding="utf-8", delay=True)
    except OSError:
        return None
    handler.setFormatter(WithoutPasswords("%(asctime)s %(levelname)s %(name)s %(message)s"))
    root = logging.getLogger("aligner")
    root.addHandler(handler)
    root.setLevel(logging.WARNING)
    root.propagate = False
    return file
