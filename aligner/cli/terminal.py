"""A stream that people read: lines as they are; tables and bars drawn by rich, which is loaded for them only."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, TextIO

if TYPE_CHECKING:
    from rich.console import Console

PIPE_WIDTH = 10_000
"""Columns of a "terminal" that nobody looks at: wide enough for every row."""

_CONTROLS = {code: None for code in (*range(0x20), *range(0x7F, 0xA0)) if chr(code) not in "\t\n"}


class Terminal:
    """Output or messages of this process; `is_watched` says whether somebody looks at it, None that it is to be found
    out."""

    def __init__(self, stream: TextIO, *, is_watched: bool | None = None, width: int | None = None) -> None:
        self.stream = stream
        self.is_watched = stream.isatty() if is_watched is None else is_watched
        self._width = width if self.is_watched else PIPE_WIDTH
        self._console: Console | None = None

    def line(self, text: str) -> None:
        """One text with its line end, as it is but for control characters."""
        if self._console is not None:  # a bar may be on the screen, which rich keeps below the line
            self._console.print(harmless(text), markup=False, highlight=False, soft_wrap=True)
            return
        self.stream.write(harmless(text) + "\n")
        self.stream.flush()

    def draw(self, drawing: Any) -> None:
        """A table, or whatever else rich draws; in a pipe a row of it stays one line."""
        self.console.print(drawing)

    def give_up(self) -> None:
        """Write what is left in the buffer nowhere: the interpreter would try again as it ends, and complain."""
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, self.stream.fileno())
        os.close(nowhere)

    @property
    def console(self) -> Console:
        """The stream as rich knows it, which shows texts as they are."""
        if self._console is None:
            from rich.console import Console  # noqa: PLC0415 - lines do without it

            self._console = Console(
                file=self.stream, emoji=False, width=self._width, force_terminal=self.is_watched or None
            )
        return self._console


def harmless(text: str) -> str:
    """The text without control characters: a title in a file must not steer the terminal."""
    return text.translate(_CONTROLS)
