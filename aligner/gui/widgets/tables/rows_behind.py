"""The rows behind a figure: every standard that is counted or not, and why."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from aligner.domain.catalogue import Level
from aligner.domain.standards.table import Table
from aligner.gui.models.rows import Rows
from aligner.gui.models.rows_model import RowsModel
from aligner.gui.surroundings.context import Context
from aligner.gui.widgets.plain.labels import ElidedLabel, label
from aligner.gui.widgets.tables.facet_strip import FacetStrip
from aligner.gui.widgets.tables.rows_view import RowsView
from aligner.gui.widgets.tables.search_box import SearchBox
from aligner.gui.words.figures import row_columns, row_facets
from aligner.usecases.project.session import Session

HIDDEN = ("level", "review")
"""What the rows have beside what is shown."""


class RowsBehind(QWidget):
    """A heading, a sentence, and the table. Enter or a double click opens a row: what is work for a reviewer in the
    review, together with all others of the table that are shown, everything else in its catalogue."""

    standard_wanted = Signal(str, str)
    """Its level and its designation."""
    review_wanted = Signal(str, object, str)
    """Level and names of standards that are work for a reviewer, and the one to begin with."""

    def __init__(self, context: Context, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        translate = context.translate
        self._context = context
        self._translate = translate
        self._asked = 0
        self.heading = ElidedLabel("", "heading")
        self.sentence = label(style="muted", wraps=True)
        self.model = RowsModel(row_columns(translate), row_facets(translate), self)
        self.view = RowsView(context, self.model, f"behind.{name}", translate("Rows behind the figure"))
        self.view.setToolTip(translate("Enter or double-click: open the standard; undecided ones open in the review"))
        self.view.chosen.connect(self._open)
        self.search = SearchBox(context, translate("Search these rows"))
        self.search.search_in(self.model)
        self.search.left_downwards.connect(self.view.setFocus)
        self.search.setMaximumWidth(220)
        self.count = label(style="muted")
        self.review_button = QPushButton()
        self.review_button.setObjectName("link")
        self.review_button.clicked.connect(self._review_all)
        self.model.shown_changed.connect(self._show_count)
        self._lay_out()
        self.clear(translate("Choose a figure to see the rows behind it."))

    def clear(self, heading: str, sentence: str = "") -> None:
        """Show no rows, and say why."""
        self._asked += 1
        self._name(heading, sentence)
        self.model.set_table(Table({name: [] for name in (*self._names(), *HIDDEN)}))

    def show_rows(self, heading: str, sentence: str, find: Callable[[], Table]) -> None:
        """Find these rows beside the window and show them; only the last ones asked for are shown."""
        self._asked += 1
        asked, columns, facets = self._asked, self.model.columns, tuple(self.model.rows.facets)
        self._name(heading, sentence)

        def work(_session: Session) -> Rows:
            rows = Rows(find(), columns, facets)
            rows.prepare()
            return rows

        def show(rows: Rows) -> None:
            if asked == self._asked:
                self.model.set_rows(rows)

        self._context.read(show, work)

    def _names(self) -> list[str]:
        return [column.name for column in self.model.columns]

    def _name(self, heading: str, sentence: str) -> None:
        self.heading.setText(heading)
        self.sentence.setText(sentence)
        self.sentence.setVisible(bool(sentence))

    def _open(self, position: int) -> None:
        table: Any = self.model.rows.table
        if not 0 <= position < len(table):
            return
        level = Level(table["level"][position])
        if table["review"][position]:
            self.review_wanted.emit(level.value, self._tasks(level), table["review"][position])
        else:
            self.standard_wanted.emit(level.value, table["key"][position])

    def _review_all(self) -> None:
        """Review what is shown, from the top; a table that mixes both sides begins with the side of its first row."""
        table: Any = self.model.rows.table
        first = next((position for position in self.model.positions() if table["review"][position]), -1)
        if first >= 0:
            self._open(first)

    def _tasks(self, level: Level) -> list[str]:
        """What is work for a reviewer among the rows that are shown, on one side."""
        table: Any = self.model.rows.table
        names = (table["review"][row] for row in self.model.positions() if table["level"][row] == level)
        return [name for name in dict.fromkeys(names) if name]

    def _show_count(self) -> None:
        shown, there = self.model.rowCount(), len(self.model.rows)
        number = self._translate.number
        self.count.setText(self._translate("{shown} of {all}", shown=number(shown), all=number(there)))
        review: Any = self.model.rows.table.columns.get("review", ())
        tasks = sum(bool(review[row]) for row in self.model.positions()) if review else 0
        self.review_button.setText(self._translate.plural("Review {number} row", "Review {number} rows", tasks))
        self.review_button.setVisible(bool(tasks))

    def _lay_out(self) -> None:
        beside = QHBoxLayout()
        beside.setSpacing(8)
        beside.addWidget(self.search, 1)
        beside.addWidget(FacetStrip(self._context, self.model), 2)
        beside.addWidget(self.count)
        above = QHBoxLayout()
        above.setSpacing(8)
        above.addWidget(self.heading, 1)
        above.addWidget(self.review_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(above)
        column.addWidget(self.sentence)
        column.addLayout(beside)
        column.addWidget(self.view, 1)
