"""What one page is drawn on: a file, a printer, or nothing at all while the page is measured."""

from collections.abc import Callable
from typing import Protocol

WIDTH, HEIGHT = 595.2756, 841.8898
"""A4 upright, in points; every place on it is in points from its upper left corner."""


class Drawing(Protocol):
    """A page that takes text, rules and rectangles."""

    def width(self, text: str, size: float, *, bold: bool) -> float:
        """How wide the text is in type of this size, in points."""

    def text(self, text: str, left: float, base: float, size: float, *, bold: bool, colour: str) -> None:
        """One line of text whose letters rest on `base`."""

    def rule(self, left: float, top: float, width: float, thick: float, colour: str) -> None:
        """A horizontal rule."""

    def box(self, left: float, top: float, width: float, height: float, colour: str) -> None:
        """A filled rectangle."""

    def frame(self, left: float, top: float, width: float, height: float, colour: str) -> None:
        """An empty rectangle."""


class Rehearsal:
    """Draws nothing, as wide as on the page itself; `signs` gathers every sign that was drawn or measured."""

    def __init__(self, width: Callable[..., float]) -> None:
        self._width = width
        self.signs: set[str] = set()

    def width(self, text: str, size: float, *, bold: bool) -> float:
        """As the page itself says."""
        self.signs.update(text)
        return self._width(text, size, bold=bold)

    def text(self, text: str, _left: float, _base: float, _size: float, *, bold: bool, colour: str) -> None:  # noqa: ARG002
        """Only its signs are kept."""
        self.signs.update(text)

    def rule(self, *_place: object) -> None:
        """Nothing."""

    def box(self, *_place: object) -> None:
        """Nothing."""

    def frame(self, *_place: object) -> None:
        """Nothing."""
