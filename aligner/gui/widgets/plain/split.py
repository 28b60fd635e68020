"""Splitters whose sizes are remembered."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget


class ShareSplitter(QSplitter):
    """Two parts beside one another that keep their shares of the room, however wide it is or was the last time."""

    def __init__(self, first: QWidget, second: QWidget, shares: tuple[int, int]) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setChildrenCollapsible(False)
        for part in (first, second):
            self.addWidget(part)
        self._shares = list(shares)
        self.splitterMoved.connect(lambda _place, _index: self._keep())

    def shares(self) -> list[int]:
        """What each part has, to be given to `restore_sizes` later."""
        return self._shares

    def setSizes(self, sizes: Any) -> None:  # noqa: N802 - Qt's name
        """Share the room as these sizes do."""
        self._shares = list(sizes)
        self._share()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """More room is shared as before."""
        super().resizeEvent(event)
        self._share()

    def _keep(self) -> None:
        self._shares = self.sizes()

    def _share(self) -> None:
        room, whole = self.width() - self.handleWidth(), max(sum(self._shares), 1)
        first = self._shares[0] * room // whole
        super().setSizes([first, room - first])


def restore_sizes(splitter: QSplitter, sizes: Any) -> None:
    """Give the parts the sizes that they had before; anything else is left out."""
    is_list = isinstance(sizes, list) and len(sizes) == splitter.count()
    if is_list and all(isinstance(one, int) and one > 0 for one in sizes):
        splitter.setSizes(sizes)
