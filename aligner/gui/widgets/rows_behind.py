"""The rows behind a figure: every standard that is counted or not, and why."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from aligner.domain.catalogue import Level
from aligner.domain.table import Table
from aligner.gui.context import Context
from aligner.gui.indicator_words import row_columns, row_facets
from aligner.gui.models.rows import Rows
from aligner.gui.models.rows_model import RowsModel
from aligner.gui.widgets.facet_strip import FacetStrip
from aligner.gui.widgets.labels import ElidedLabel, label
from aligner.gui.widgets.rows_view import RowsView
from aligner.gui.widgets.search_box import SearchBox
from aligner.usecases.session import Session


class RowsBehind(QWidget):
    """A heading, a sentence, and the table; Enter or a double click asks for the standard itself."""

    standard_wanted = Signal(str, str)
    """Its level and its designation."""

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
        self.view.setToolTip(translate("Enter or double click: open the standard"))
        self.view.chosen.connect(self._open)
        self.search = SearchBox(context, translate("Search these rows"))
        self.search.searched.connect(self.model.set_filter)
        self.search.left_downwards.connect(self.view.setFocus)
        self.search.setMaximumWidth(220)
        self.count = label(style="muted")
        self.model.shown_changed.connect(self._show_count)
        self._lay_out()
        self.clear(translate("Choose a figure to see the rows behind it."))

    def clear(self, heading: str, sentence: str = "") -> None:
        """Show no rows, and say why."""
        self._asked += 1
        self._name(heading, sentence)
        self.model.set_table(Table({name: [] for name in (*self._names(), "level")}))

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
        if 0 <= position < len(table):
            self.standard_wanted.emit(Level(table["level"][position]).value, table["key"][position])

    def _show_count(self) -> None:
        shown, there = self.model.rowCount(), len(self.model.rows)
        number = self._translate.number
        self.count.setText(self._translate("{shown} of {all}", shown=number(shown), all=number(there)))

    def _lay_out(self) -> None:
        beside = QHBoxLayout()
        beside.setSpacing(8)
        beside.addWidget(self.search, 1)
        beside.addWidget(FacetStrip(self._context, self.model), 2)
        beside.addWidget(self.count)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.heading)
        column.addWidget(self.sentence)
        column.addLayout(beside)
        column.addWidget(self.view, 1)
