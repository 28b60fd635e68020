"""The journal: who did what and when; undo, redo, take back one decision; the state on an earlier day."""

from datetime import date
from typing import Any

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QDateEdit, QFrame, QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from aligner.domain.change import ACTION_NAMES, Change, RowChange
from aligner.domain.journal_times import local_day
from aligner.domain.standards.table import Table
from aligner.gui.models.rows_model import RowsModel
from aligner.gui.pages.history.tables import (
    change_columns,
    change_table,
    decision_columns,
    decisions_table,
    journal_columns,
    journal_facets,
    journal_table,
)
from aligner.gui.pages.page import Actions, Page
from aligner.gui.surroundings.context import Context
from aligner.gui.surroundings.visibility import visibility_of
from aligner.gui.widgets.plain.empty_state import EmptyState
from aligner.gui.widgets.plain.labels import label, selectable
from aligner.gui.widgets.tables.facet_strip import FacetStrip
from aligner.gui.widgets.tables.rows_view import RowsView
from aligner.gui.widgets.tables.search_box import SearchBox
from aligner.gui.words.changes import time_meaning, time_text, times_of
from aligner.usecases.catalogues.browse import decisions_at
from aligner.usecases.project.changed import Changed, Part
from aligner.usecases.project.history import row_to_take_back
from aligner.usecases.review.decide import take_back
from aligner.usecases.review.double_review import visible_steps

JOURNAL, PAST, EMPTY = range(3)


class HistoryPage(Page):
    """The journal on the left, the chosen step on the right; with a day in the past, the decisions of that day."""

    def __init__(self, context: Context, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(context, actions, parent)
        translate = context.translate
        self.visibility = visibility_of(context.preferences)
        self._changes: list[Change] = []
        self.add_heading(
            translate("History"),
            translate("Every step of every reviewer, newest first. Nothing is ever deleted: undoing adds a step."),
            "edit.undo",
            "edit.redo",
            "history.take_back",
        )
        self.model = RowsModel(journal_columns(translate), journal_facets(translate), self)
        self.view = RowsView(context, self.model, "journal", translate("Journal"))
        self.view.current_changed.connect(self._show_change)
        self.past = RowsModel(decision_columns(translate), parent=self)
        self.past_view = RowsView(context, self.past, "decisions_at", translate("Decisions on that day"))
        self.search_field = SearchBox(context, translate("Search the journal"))
        self.search_field.searched.connect(self._search)
        self.model.filter_cleared.connect(self._clear_search)
        self.past.filter_cleared.connect(self._clear_search)
        self.search_field.left_downwards.connect(lambda: self.start_focus().setFocus())
        self.day = QDateEdit()
        self.day.setCalendarPopup(True)
        self.day.setAccessibleName(translate("State at the end of this day"))
        self.day.lineEdit().setAccessibleName(self.day.accessibleName())
        self.day.setDisplayFormat("yyyy-MM-dd")
        self.day.dateChanged.connect(self._go_to_day)
        self.count = label(style="muted")
        self.model.shown_changed.connect(self._show_count)
        self.past.shown_changed.connect(self._show_count)
        self._lay_out()
        self._set_day(self.context.today())

    def reload(self) -> None:
        """Show the journal as it is now; after a change its newest step is the current one."""
        self._changes = self.context.do(visible_steps, self.visibility) or []
        self.model.set_table(journal_table(self._changes, self.translate))
        self._set_day(self._day())
        if self._changes:
            self.view.go_to(0)
        self._go_to_day()

    def concerns(self, what: Changed) -> bool:
        """Every step of a reviewer stands here."""
        return bool(what.parts & {Part.DECISIONS, Part.APPLICABILITY, Part.COMPARISONS})

    def is_in_the_past(self) -> bool:
        """Whether the state of an earlier day is shown."""
        return self._stack.currentIndex() == PAST

    def show_now(self) -> None:
        """Go back to the journal as it is now."""
        self._set_day(self.context.today())
        self._go_to_day()

    def can_take_back(self) -> bool:
        """Whether the chosen step is a single decision that still stands."""
        row = self._row_to_take_back()
        return row is not None and not self.is_in_the_past() and self.context.can_write

    def take_back(self) -> None:
        """Take back the decision of the chosen step, and no other."""
        row = self._row_to_take_back()
        if row is not None:
            self.context.do(take_back, *row.key)

    def table(self) -> RowsView | None:
        """The journal, or the decisions of the day that is shown."""
        return {JOURNAL: self.view, PAST: self.past_view}.get(self._stack.currentIndex())

    def search_box(self) -> SearchBox | None:
        """The search of the journal."""
        return self.search_field if self._changes else None

    def start_focus(self) -> QWidget:
        """The table that is shown."""
        return self.table() or self.day

    def state(self) -> dict[str, Any]:
        """The search and the split; the page opens with today's state."""
        return {"search": self.search_field.text(), "split": self._split.sizes()}

    def restore(self, state: dict[str, Any]) -> None:
        """Search as before."""
        self.search_field.setText(str(state.get("search", "")))
        sizes = state.get("split")
        if isinstance(sizes, list) and len(sizes) == self._split.count() and all(isinstance(one, int) for one in sizes):
            self._split.setSizes(sizes)

    # what is chosen

    def _row_to_take_back(self) -> RowChange | None:
        position = self.view.position()
        if not 0 <= position < len(self._changes) or self.visibility.is_second:  # others may have decided since
            return None
        return row_to_take_back(self._changes, self._changes[position])

    def _search(self, text: str) -> None:
        self.model.set_filter(text)
        self.past.set_filter(text)

    def _clear_search(self) -> None:
        self.search_field.forget()
        self._search("")

    def _go_to_day(self) -> None:
        day = self._day()
        if not self._changes:
            self._stack.setCurrentIndex(EMPTY)
        elif day >= self.context.today():
            self._stack.setCurrentIndex(JOURNAL)
        else:
            stood = self.context.do(decisions_at, day) or []
            seen = [one for one in stood if not self.visibility.is_second or one.reviewer == self.context.reviewer]
            self.past.set_table(decisions_table(seen))
            self._stack.setCurrentIndex(PAST)
        self.facets.setVisible(self._stack.currentIndex() == JOURNAL)
        self.now_button.setVisible(self.is_in_the_past())
        self._show_count()
        self.state_changed.emit()

    def _day(self) -> date:
        return date.fromisoformat(self.day.date().toString(Qt.DateFormat.ISODate))

    def _set_day(self, day: date) -> None:
        first = min((local_day(change.happened) for change in self._changes), default=day.isoformat())
        self.day.blockSignals(True)  # the range moves with the journal; nobody has chosen a day
        self.day.setDateRange(_qdate(first), _qdate(self.context.today().isoformat()))
        self.day.setDate(_qdate(day.isoformat()))
        self.day.blockSignals(False)

    # what is shown

    def _show_count(self) -> None:
        number = self.translate.number
        if self.is_in_the_past():
            text = self.translate.plural(
                "{number} decision in effect at the end of that day", ("{number} decisions in effect at "
"the end of that day"),
                self.past.rowCount(),
            )  # fmt: skip
        else:
            text = self.translate(
                "{shown} of {all}", shown=number(self.model.rowCount()), all=number(len(self._changes))
            )
        self.count.setText(text if self._changes else "")

    def _show_change(self, position: int) -> None:
        is_chosen = 0 <= position < len(self._changes)
        if is_chosen:
            change = self._changes[position]
            self.title.setText(f"{change.id}  ·  {self.translate(ACTION_NAMES[change.action])}")
            times = times_of(change)
            about = [f"{change.reviewer}, {time_text(times, self.translate)}", time_meaning(times, self.translate)]
            self.about.setText("\n".join(filter(None, about)))
            self.rows.set_table(change_table(change, self.translate))
        else:
            self.title.setText(self.translate("Choose a step to see what it changed."))
            self.about.setText("")
            self.rows.set_table(Table({column.name: [] for column in self.rows.columns}))
        self.rows_view.setVisible(is_chosen)
        self.state_changed.emit()

    def _lay_out(self) -> None:
        self.facets = FacetStrip(self.context, self.model)
        self.search_field.setMaximumWidth(300)
        above = QHBoxLayout()
        above.setSpacing(10)
        above.addWidget(self.search_field, 1)
        above.addWidget(self.facets)
        above.addStretch(1)
        above.addWidget(self.count)
        above.addWidget(label(self.translate("State at the end of")))
        above.addWidget(self.day)
        self.now_button = self.button("history.now")
        above.addWidget(self.now_button)
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.setChildrenCollapsible(False)
        self._split.setHandleWidth(10)
        self._split.addWidget(self.view)
        self._split.addWidget(self._detail())
        self._split.setSizes([730, 430])
        self._split.setStretchFactor(0, 2)
        self._split.setStretchFactor(1, 1)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._split)
        self._stack.addWidget(self.past_view)
        self._stack.addWidget(
            EmptyState(
                self.context,
                "history",
                self.translate("No decisions yet"),
                self.translate("Every reviewer's decisions are listed here and can be undone from here."),
            )
        )
        self.body.addLayout(above)
        self.body.addWidget(self._stack, 1)

    def _detail(self) -> QFrame:
        card = QFrame()
        card.setObjectName("card")
        self.title = selectable(style="heading")
        self.about = selectable(style="muted")
        self.rows = RowsModel(change_columns(self.translate), parent=self)
        self.rows_view = RowsView(self.context, self.rows, "change", self.translate("What the step changed"))
        column = QVBoxLayout(card)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(6)
        column.addWidget(self.title)
        column.addWidget(self.about)
        column.addWidget(self.rows_view, 1)
        column.addStretch(0)
        self._show_change(-1)
        return card


def _qdate(text: str) -> QDate:
    return QDate.fromString(text[:10], Qt.DateFormat.ISODate)
