"""What a page of the window is."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from aligner.gui.surroundings.context import Context
from aligner.gui.widgets.plain.labels import label
from aligner.gui.widgets.tables.rows_view import RowsView
from aligner.gui.widgets.tables.search_box import SearchBox
from aligner.usecases.project.changed import Changed

Actions = Callable[[str], QAction]
"""Gives the action of a command by its id."""

MARGIN = 16


class Page(QWidget):
    """One page. It shows what is in the project, and calls use-cases through the context.

    The window makes all pages anew when language or colours change, and hands them what `state` gave before.
    """

    state_changed = Signal()
    """What can be done here is another now: the commands look again."""

    told = Signal(str, object)
    """A sentence for the line above the page, with its Tone; an empty one puts the last away."""

    told_with_button = Signal(str, str, object)
    """A sentence for the line above the page, the words of a button beside it, and what that does."""

    standard_wanted = Signal(str, str)
    """Level and designation of a standard that the user wants to see in its catalogue."""

    review_wanted = Signal(str, object, str)
    """Level and designations of standards that the user wants to review, and the one to begin with."""

    def __init__(self, context: Context, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.translate = context.translate
        self.actions_by_id = actions
        self.is_stale = True
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(MARGIN, MARGIN - 4, MARGIN, MARGIN - 4)
        self.body.setSpacing(10)
        context.changed.connect(self._look_at)

    def reload(self) -> None:
        """Show what is in the project now; called when the page is visible."""
        raise NotImplementedError

    def empty(self) -> None:
        """Let go of what was read: it is out of date, and the page is read anew when it is opened."""

    def concerns(self, what: Changed) -> bool:
        """Whether the page shows something of what was changed."""
        return bool(what.parts)

    def state(self) -> dict[str, Any]:
        """Plain values that bring the page back to where it is: row, search, filters, sizes."""
        return {}

    def restore(self, state: dict[str, Any]) -> None:
        """Go where `state` was; what does not fit any more is left out."""

    def start_focus(self) -> QWidget:
        """The widget that has the keyboard when the page is opened."""
        return self

    def follow(self, keys: Sequence[tuple[str, str]]) -> None:
        """Go to the pairs that were just undone or done again; a page without pairs stays where it is."""

    def pairs(self) -> Sequence[tuple[str, str]]:
        """The pairs that are chosen here, as printed: national, international."""
        return ()

    def table(self) -> RowsView | None:
        """The table that copying and choosing columns are about; None when there is none."""
        return None

    def search_box(self) -> SearchBox | None:
        """The field that searching goes to; None when there is none."""
        return None

    def can_search(self) -> bool:
        """Whether there is something to search in."""
        return self.search_box() is not None

    def search(self) -> None:
        """Go to the search field."""
        box = self.search_box()
        if box is not None:
            box.setFocus(Qt.FocusReason.ShortcutFocusReason)
            box.selectAll()

    def copy_rows(self) -> None:
        """Copy the selected rows of the table."""
        table = self.table()
        if table is not None:
            table.copy()

    def choose_columns(self) -> None:
        """Open the list of the table's columns."""
        table = self.table()
        if table is not None:
            menu = QMenu(table)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            table.column_actions(menu)
            menu.popup(table.mapToGlobal(QPoint(8, 8)))

    def forget(self) -> None:
        """Take what is shown for out of date; a visible page reloads at once."""
        self.let_go()
        if self.isVisible():
            self.refresh()

    def let_go(self) -> None:
        """Take what is shown for out of date; it is read anew when the page is opened or refreshed."""
        self.is_stale = True
        self.empty()

    def refresh(self) -> None:
        """Reload if something has changed since the last time."""
        if self.is_stale:
            self.is_stale = False
            self.reload()

    def add_heading(self, title: str, subtitle: str = "", *commands: str) -> None:
        """The line at the top: what the page is, and buttons for these commands on its right."""
        line = QHBoxLayout()
        line.setSpacing(8)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(label(title, "pageTitle"))
        if subtitle:
            words.addWidget(label(subtitle, "pageSubtitle", wraps=True))
        line.addLayout(words, 1)
        for command in commands:
            line.addWidget(self.button(command), 0, Qt.AlignmentFlag.AlignVCenter)
        self.body.addLayout(line)

    def button(self, command: str, style: str = "button") -> QToolButton:
        """A button that does this command, and can be pressed when the command can be used; a primary one has words
        only: the icon would be dark on dark."""
        button = QToolButton(self)
        button.setObjectName(style)
        button.setDefaultAction(self.actions_by_id(command))
        styles = Qt.ToolButtonStyle
        button.setToolButtonStyle(styles.ToolButtonTextOnly if style == "primary" else styles.ToolButtonTextBesideIcon)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return button

    def _look_at(self, what: Changed) -> None:
        if self.concerns(what):
            self.forget()
