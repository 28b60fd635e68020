"""Which tables were found in a file, and which of them are read as one list."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from aligner.domain.standards.table import Table
from aligner.gui.models.columns import Column, natural
from aligner.gui.models.rows_model import RowsModel
from aligner.gui.surroundings.context import Context
from aligner.gui.widgets.plain.labels import label
from aligner.gui.widgets.tables.tick_view import TICK, TickView, tick_badges
from aligner.i18n import Translator
from aligner.usecases.catalogues.accounts import state_of
from aligner.usecases.catalogues.load import Found

MOST_ROWS = 4
"""Tables in sight without scrolling; the columns below need the room."""


class TablesFound(QWidget):
    """One row for each table; a tick reads it with the list. Hidden where the file has one table."""

    changed = Signal()
    """Other tables were ticked: the file must be looked at again."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.translate = context.translate
        self._found: Sequence[Found] = ()
        self.model = RowsModel(_columns(context.translate), parent=self)
        self.view = TickView(context, self.model, "load.tables", context.translate("Tables found"))
        self.view.ticked.connect(self._check)
        self.about = label(style="muted", wraps=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.about)
        column.addWidget(self.view)
        self.hide()

    def show_found(self, blocks: Sequence[Found]) -> None:
        """Show these tables, those that are read ticked."""
        self._found = blocks
        translate = self.translate
        read = [one for one in blocks if one.is_chosen]
        self.about.setText(
            translate(
                "{number} tables were found; {read} of them are read as one list, with {rows} rows. Tick those that "
                "belong to it (Space).",
                number=translate.number(len(blocks)),
                read=translate.number(len(read)),
                rows=translate.number(sum(one.rows for one in read)),
            )
        )
        self.model.set_table(
            Table(
                {
                    TICK: [one.is_chosen for one in blocks],
                    "name": [one.name for one in blocks],
                    "area": [f"{one.first_column}{one.first_row}:{one.last_column}{one.last_row}" for one in blocks],
                    "rows": [one.rows for one in blocks],
                    "state": [translate(state_of(one)) for one in blocks],
                    "headings": [translate(", ").join(filter(None, one.headings)) for one in blocks],
                }
            )
        )
        self._fit(min(len(blocks), MOST_ROWS))
        self.setVisible(len(blocks) > 1)

    def _fit(self, rows: int) -> None:
        view = self.view
        bars = view.horizontalHeader().sizeHint().height() + view.horizontalScrollBar().sizeHint().height()
        view.setFixedHeight(bars + rows * view.verticalHeader().defaultSectionSize() + 2 * view.frameWidth())

    def chosen(self) -> tuple[str, ...]:
        """The names of the ticked tables that hold lists."""
        ticks = self.model.rows.table[TICK]
        return tuple(one.name for one, ticked in zip(self._found, ticks, strict=True) if ticked and one.is_list)

    def _check(self) -> None:
        """Text that is no list cannot be read, and something has to be."""
        if self.chosen():
            self.changed.emit()
        else:
            self.show_found(self._found)


def _columns(translate: Translator) -> tuple[Column, ...]:
    return (
        Column(TICK, translate("Read it"), badge=tick_badges(translate).__getitem__, width=110),
        Column("name", translate("Table"), key=natural, width=170),
        Column("area", translate("Place"), key=natural, width=110),
        Column("rows", translate("Rows"), show=translate.number, width=80, is_right=True),
        Column("state", translate("What becomes of it"), width=260),
        Column("headings", translate("Headings"), width=420),
    )
