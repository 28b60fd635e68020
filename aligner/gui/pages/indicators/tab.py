"""What the tabs of the Indicators page have in common."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QWidget

from aligner.gui.surroundings.context import Context
from aligner.gui.widgets.tables.rows_view import RowsView
from aligner.gui.widgets.tables.search_box import SearchBox
from aligner.usecases.figures.dashboard import Dashboard


class Part(QWidget):
    """One tab. It computes what it shows only when it is looked at, and once for each state of the project."""

    standard_wanted = Signal(str, str)
    """Level and designation of a standard that the user wants to see."""
    review_wanted = Signal(str, object, str)
    """Level and names of standards that the user wants to review, and the one to begin with."""
    state_changed = Signal()
    """What can be done here is another now."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.translate = context.translate
        self.shown: Dashboard | None = None

    def follow(self, shown: Dashboard) -> None:
        """Show this state, if it is not shown yet."""
        if shown is not self.shown:
            self.shown = shown
            self.reload(shown)

    def empty(self) -> None:
        """Let go of everything that was found out; where the user was is remembered."""
        self.shown = None
        self.show_nothing()

    def show_nothing(self) -> None:
        """Show no figures and no rows."""
        raise NotImplementedError

    def reload(self, shown: Dashboard) -> None:
        """Compute beside the window and show."""
        raise NotImplementedError

    def is_current(self, shown: Dashboard) -> bool:
        """Whether this state is still the one to show."""
        return shown is self.shown

    def tables(self) -> tuple[RowsView, ...]:
        """The tables that can be seen, the main one first."""
        return ()

    def search_box(self) -> SearchBox | None:
        """The search of the rows."""
        return None

    def state(self) -> dict[str, Any]:
        """Plain values that bring the part back to where it is."""
        return {}

    def restore(self, state: dict[str, Any]) -> None:
        """Go where `state` was."""


def beside(left: QWidget, right: QWidget, sizes: tuple[int, int]) -> QSplitter:
    """Two widgets side by side, to be moved."""
    split = QSplitter(Qt.Orientation.Horizontal)
    split.setChildrenCollapsible(False)
    split.setHandleWidth(10)
    split.addWidget(left)
    split.addWidget(right)
    split.setSizes(list(sizes))
    split.setStretchFactor(0, sizes[0])
    split.setStretchFactor(1, sizes[1])
    return split
