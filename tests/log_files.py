"""Leaves the log of the program as it was."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def own_log() -> Iterator[None]:
    """What the block adds to the program's log is taken away again, and its file closed."""
    logger = logging.getLogger("aligner")
    before = (list(logger.handlers), logger.level, logger.propagate)
    try:
        yield
    finally:
        for handler in logger.handlers:
            if handler not in before[0]:
                handler.close()
        logger.handlers, logger.propagate = before[0], before[2]
        logger.setLevel(before[1])
