"""Progress on the terminal: a bar where there is one, nothing in a pipe."""

from __future__ import annotations

import signal
from contextlib import contextmanager, nullcontext
from typing import TYPE_CHECKING

from aligner.domain.errors import Cancelled
from aligner.domain.text import N_

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType

    from rich.progress import Progress, TaskID

    from aligner.cli.terminal import Terminal
    from aligner.i18n import Translator


class TerminalProgress:
    """Shows each stage as one bar, in a pipe nothing; a stop request (Ctrl+C) raises Cancelled at the next step."""

    def __init__(self, bars: Progress | None, translate: Translator) -> None:
        self._bars = bars
        self._translate = translate
        self._task: tuple[str, TaskID] | None = None
        self._stop = False

    def request_stop(self) -> None:
        """Stop the work at its next step."""
        self._stop = True

    def step(self, done: int, total: int, text: str) -> None:
        """Show the stage `text` at `done` of `total`. Raises Cancelled after a stop request."""
        if self._stop:
            raise Cancelled(N_("Stopped. Nothing from this step was kept."))
        if self._bars is None:
            return
        if self._task is None or self._task[0] != text:
            self._task = (text, self._bars.add_task(self._translate(text), total=total))
        self._bars.update(self._task[1], completed=done, total=total)


@contextmanager
def shown_progress(terminal: Terminal, translate: Translator, *, is_quiet: bool = False) -> Iterator[TerminalProgress]:
    """A progress display for one long job; Ctrl+C asks it to stop, a second Ctrl+C ends the program at once."""
    bars = _bars(terminal) if terminal.is_watched and not is_quiet else None
    progress = TerminalProgress(bars, translate)
    usual = signal.getsignal(signal.SIGINT)

    def stop(_number: int, _frame: FrameType | None) -> None:
        progress.request_stop()
        signal.signal(signal.SIGINT, usual)

    signal.signal(signal.SIGINT, stop)
    try:
        with bars or nullcontext():
            yield progress
    finally:
        signal.signal(signal.SIGINT, usual)


def _bars(terminal: Terminal) -> Progress:
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn  # noqa: PLC0415 - a pipe has no bars

    return Progress(
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        TextColumn("{task.percentage:>3.0f} %"),
        TimeElapsedColumn(),
        console=terminal.console,
        transient=True,
    )
