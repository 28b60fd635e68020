"""How long work tells how far it is, and learns that it should stop."""

from typing import Protocol


class Progress(Protocol):
    """Receives the steps of a long job."""

    def step(self, done: int, total: int, text: str) -> None:
        """Report `done` of `total` units of the stage `text` (English, already marked for translation).

        Raises Cancelled after a stop request. Called in the outer loop of the work, at least every second.
        """
        ...


class Silent:
    """No report, no stop: for the Python API and tests."""

    def step(self, done: int, total: int, text: str) -> None:
        """Do nothing."""
