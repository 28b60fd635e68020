"""The queue of the review: facets, search, saved views, order, and which row comes next."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from aligner.domain.catalogue import Level
from aligner.domain.standards.table import Table
from aligner.domain.text import N_
from aligner.gui.models.columns import OWN_COLUMN
from aligner.gui.models.rows import Rows
from aligner.gui.models.rows_model import RowsModel
from aligner.gui.pages.page import Actions
from aligner.gui.pages.review.tables import OF_SCORES, queue_columns, queue_facets
from aligner.gui.surroundings.context import Context
from aligner.gui.widgets.pairs.side_by_side import BadgeLabel
from aligner.gui.widgets.plain.labels import ElidedLabel
from aligner.gui.widgets.plain.room import Room
from aligner.gui.widgets.tables.facet_strip import FacetStrip
from aligner.gui.widgets.tables.rows_view import RowsView
from aligner.gui.widgets.tables.search_box import SearchBox
from aligner.gui.widgets.tables.views_button import ViewsButton
from aligner.gui.words.review import visibility_badge
from aligner.usecases.review import notes
from aligner.usecases.review.double_review import Visibility
from aligner.usecases.review.notes import View
from aligner.usecases.review.queue import Queue, refresh
from aligner.usecases.review.queue_rows import COLUMNS, OPEN, ReviewStatus

ORDERS = (
    ("priority", N_("Most important first")),
    ("best", N_("Best score first")),
    ("", N_("As in the catalogue")),
)
"""Column to sort by, the greatest first; "" for the order of the catalogue."""

LEAST_TITLE = 170
"""Pixels of the titles in a narrow window; in a wider one they have all that number, status, band and degree leave."""

LOW, TWO_LINES = 420, 62
"""Pixels: below the first, two lines of filters are in sight."""


class QueuePart(QWidget):
    """A table with what chooses and orders its rows. A decided row stays in place until something else is chosen."""

    row_changed = Signal(str)
    """The designation of the current row, "" when there is none."""

    went_on = Signal()
    """The list goes on after its end: what was said of the end is no longer true."""

    def __init__(self, context: Context, actions: Actions, visibility: Visibility) -> None:
        super().__init__()
        self._context = context
        self._visibility = visibility
        self._orders = [(name, text) for name, text in ORDERS if visibility.shows_scores or not name]
        self._kept: dict[str, Any] = {}
        self.translate = context.translate
        self._queue: Queue | None = None
        self._skipped: set[str] = set()
        self._wanted = ""
        translate = context.translate
        self.facets_of_queue = queue_facets(translate, visibility)
        self.model = RowsModel(queue_columns(translate, visibility), self.facets_of_queue, self)
        self.model.set_table(_nothing())
        self.search = SearchBox(context, translate("Search numbers, titles, committees …"))
        self.facets = FacetStrip(context, self.model, wraps=True, name="review")
        name = "review" if visibility.shows_scores else "review.neutral"
        self.view = RowsView(context, self.model, name, translate("Standards to review"))
        self.view.give_room("title", ("status", "designation", "best", "degree"), LEAST_TITLE)
        self.mode = BadgeLabel(context, wraps=True)
        self.mode.show_badge(visibility_badge(visibility, translate))
        self.count = ElidedLabel(style="muted")
        self.order = QComboBox()
        self.views = ViewsButton(context)
        self.turn_button = QToolButton()
        self.turn_button.setObjectName("button")
        self.turn_button.setDefaultAction(actions("review.turn"))
        self.turn_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        self.turn_button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for _, text in self._orders:
            self.order.addItem(translate(text))
        self.order.setAccessibleName(translate("Order"))
        self.search.search_in(self.model)
        self.facets.left.connect(self.view.setFocus)
        self.search.left_downwards.connect(self.view.setFocus)
        self.search.returnPressed.connect(self.view.setFocus)
        self.order.currentIndexChanged.connect(self._sort)
        self.model.shown_changed.connect(self._show_count)
        self.view.current_changed.connect(self._tell_row)
        self._lay_out()
        self._sort(0)

    # what is shown

    def show_queue(self, queue: Queue, rows: Rows) -> None:
        """Show these rows; the current one stays, or the one that `restore` named, or the first open one."""
        wanted = self._wanted or self.designation()
        self._queue = queue
        self._skipped.clear()
        self.model.set_rows(rows)
        self._forget_unknown_facets()
        self._wanted = ""
        position = queue.positions.get(wanted, -1)
        if position < 0 or not self.view.go_to(position):
            self.go_to_next()
        self._tell_row(self.view.position())

    def _forget_unknown_facets(self) -> None:
        """Choose by no column of another list any more."""
        known = {facet.name for facet in self.model.rows.facets}
        if not known.issuperset(self.model.chosen):
            self.facets.set_chosen({name: kinds for name, kinds in self.model.chosen.items() if name in known})

    def clear(self) -> None:
        """Show nothing; the place is kept for the next queue."""
        self._wanted = self.designation() or self._wanted
        self._queue = None
        self.model.set_table(_nothing())

    def refresh(self, keys: Sequence[tuple[str, str]]) -> None:
        """Show what changed about the rows that these keys of decisions and verdicts touch."""
        session = self._context.session
        if self._queue is not None and session is not None:
            for position, values in refresh(session, self._queue, keys, notes.flags(session)).items():
                self.model.change_row(position, values)
            self._show_count()

    def designation(self) -> str:
        """The standard of the current row; "" when there is none."""
        position = self.view.position()
        return self.model.rows.table["designation"][position] if position >= 0 else ""

    def value(self, name: str) -> Any:
        """A value of the current row; None when there is none."""
        position = self.view.position()
        return self.model.rows.table[name][position] if position >= 0 else None

    def shown_designations(self) -> list[str]:
        """The standards of the current view, in their order."""
        designations = self.model.rows.table["designation"]
        return [designations[position] for position in self.model.positions()]

    def selected_designations(self) -> list[str]:
        """The standards whose rows are selected, in the order of the view."""
        designations = self.model.rows.table["designation"]
        return [designations[position] for position in self.view.selected_positions()]

    # going from row to row

    def go_to(self, designation: str) -> bool:
        """Make the row of this standard the current one; what hides it is put away. False when there is none."""
        position = self._queue.positions.get(designation, -1) if self._queue is not None else -1
        if position < 0:
            return False
        if not self.view.go_to(position):
            self.model.clear_filter()
            self.view.go_to(position)
        return True

    def go_to_next(self, *, skip: bool = False) -> bool:
        """Go to the next row of the view that is open and was not skipped, from the top again after the last one.

        False when there is none: then the current row stays.
        """
        if skip:
            self._skipped.add(self.designation())
        shown = self.model.positions()
        if not shown:
            return False
        here = self.model.row_of(self.view.position())
        statuses, names = self.model.rows.table["status"], self.model.rows.table["designation"]
        for position in (*shown[here + 1 :], *shown[: max(here, 0)]):
            if statuses[position] in OPEN and names[position] not in self._skipped:
                return self.view.go_to(position)
        if here < 0:
            self.view.go_to(shown[0])
        return False

    def go_to_skipped(self) -> None:
        """Go to the next open row; those that were skipped count again."""
        self._skipped.clear()
        self._go_on()

    def show_all(self) -> None:
        """Show every row of the queue, and go to the next open one."""
        self.model.clear_filter()
        self._go_on()

    def _go_on(self) -> None:
        self.went_on.emit()
        self.go_to_next()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_by(self, step: int) -> None:
        """Go up or down by so many rows."""
        row = self.model.row_of(self.view.position()) + step
        if 0 <= row < self.model.rowCount():
            self.view.go_to(self.model.position(row))

    def remaining(self) -> dict[ReviewStatus, int]:
        """How many rows of the current view are in each status."""
        statuses = self.model.rows.table["status"]
        counted: dict[ReviewStatus, int] = {}
        for position in self.model.positions():
            counted[statuses[position]] = counted.get(statuses[position], 0) + 1
        return counted

    def open_shown(self) -> int:
        """How many rows of the current view are open."""
        counted = self.remaining()
        return sum(counted.get(status, 0) for status in OPEN)

    def open_hidden(self) -> int:
        """How many open rows search and filters hide."""
        statuses = self.model.rows.table["status"]
        return sum(status in OPEN for status in statuses) - self.open_shown()

    def skipped_shown(self) -> int:
        """How many open rows of the current view were skipped."""
        statuses, names = self.model.rows.table["status"], self.model.rows.table["designation"]
        return sum(statuses[one] in OPEN and names[one] in self._skipped for one in self.model.positions())

    def flagged(self) -> int:
        """How many rows of the current view are flagged."""
        flags = self.model.rows.table["flag"]
        return sum(bool(flags[position]) for position in self.model.positions())

    # views

    def current_view(self, name: str, level: Level) -> View:
        """What is chosen now, under this name."""
        chosen = {facet: sorted(kinds) for facet, kinds in self.model.chosen.items()}
        return View(name, level, self.search.text(), chosen, self._orders[self.order.currentIndex()][0])

    def show_view(self, view: View) -> None:
        """Choose what the view chooses."""
        self.search.setText(view.search)
        self.model.set_filter(view.search)
        known = {facet.name for facet in self.facets_of_queue}
        chosen = {
            name: frozenset(kinds)
            for name, kinds in view.facets.items()
            if name in known or name.startswith(OWN_COLUMN)
        }
        self.facets.set_chosen(chosen)
        orders = [column for column, _ in self._orders]
        self.order.setCurrentIndex(orders.index(view.order) if view.order in orders else 0)
        if self.view.position() < 0:
            self.go_to_next()

    def unknown_in(self, view: View) -> tuple[str, ...]:
        """What a view that another version of the program saved chooses by, and this one does not know."""
        facets = {facet.name for facet in queue_facets(self.translate, Visibility())}
        order = () if view.order in {column for column, _ in ORDERS} else (view.order,)
        unknown = (name for name in view.facets if name not in facets and not name.startswith(OWN_COLUMN))
        return (*view.ignored, *unknown, *order)

    def state(self) -> dict[str, Any]:
        """Search, facets, order and row; without scores, the order and the facets that need them stay remembered."""
        view = self.current_view("", Level.NATIONAL)
        kept = {} if self._visibility.shows_scores else self._kept
        of_scores = {name: kinds for name, kinds in kept.get("facets", {}).items() if name in OF_SCORES}
        return {
            "search": view.search,
            "facets": of_scores | view.facets,
            "order": kept.get("order", view.order),
            "designation": self.designation() or self._wanted,
        }

    def restore(self, state: dict[str, Any]) -> None:
        """Choose as before; the row follows when there is a queue."""
        facets = state.get("facets")
        kinds = (
            {str(name): list(map(str, listed)) for name, listed in facets.items()} if isinstance(facets, dict) else {}
        )
        order = str(state.get("order", ORDERS[0][0]))
        self._kept = {"facets": kinds, "order": order}
        self.show_view(View("", search=str(state.get("search", "")), facets=kinds, order=order))
        self._wanted = str(state.get("designation", ""))

    # putting it together

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """In a low window the filters do not take the room of the rows: they are scrolled."""
        super().resizeEvent(event)
        self._facets_room.setMaximumHeight(TWO_LINES if self.height() < LOW else self.maximumHeight())

    def _tell_row(self, position: int) -> None:
        names = self.model.rows.table["designation"]
        self.row_changed.emit(names[position] if 0 <= position < len(names) else "")

    def _sort(self, index: int) -> None:
        name = self._orders[index][0]
        place = [column.name for column in self.model.columns].index(name) if name else -1
        self.view.horizontalHeader().setSortIndicator(place, Qt.SortOrder.DescendingOrder)

    def _show_count(self) -> None:
        """How many are listed and open. Of a whole national list the bottom bar counts the same standards."""
        translate, number = self.translate, self.translate.number
        shown, listed = self.model.rowCount(), len(self.model.rows)
        if shown != listed:
            text = N_("{shown} of {all} shown, {open} of these open")
        elif self._queue is not None and self._queue.level is Level.INTERNATIONAL:
            text = N_("{all} international works, {open} open")
        else:
            text = N_("{all} national standards, {open} open")
        self.count.setText(translate(text, shown=number(shown), all=number(listed), open=number(self.open_shown())))

    def _lay_out(self) -> None:
        above = QHBoxLayout()
        above.setSpacing(6)
        above.addWidget(self.search, 1)
        above.addWidget(self.views)
        above.addWidget(self.turn_button)
        below = QHBoxLayout()
        below.addWidget(self.count, 1)
        below.addWidget(self.order)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(above)
        self._facets_room = Room(self.facets, QSize(100, 30))
        self._facets_room.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        column.addWidget(self._facets_room)
        column.addWidget(self.mode)
        column.addWidget(self.view, 1)
        column.addLayout(below)


def _nothing() -> Table:
    return Table({name: [] for name in COLUMNS})
