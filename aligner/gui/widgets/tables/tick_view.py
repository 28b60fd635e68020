"""A table whose first column is a tick: Space or a click sets it, for all selected rows at once."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from aligner.gui.models.columns import Badge
from aligner.gui.models.rows_model import RowsModel
from aligner.gui.surroundings.context import Context
from aligner.gui.surroundings.theme import Tone
from aligner.gui.widgets.tables.rows_view import RowsView
from aligner.i18n import Translator

TICK = "tick"
"""Name of the column: True or False."""


class TickView(RowsView):
    """The model's table has a column TICK, shown in its first column."""

    ticked = Signal()
    """Ticks were set or taken away by the user."""

    def __init__(
        self, context: Context, model: RowsModel, name: str, label: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(context, model, name, label, parent)
        self._place = next(place for place, column in enumerate(model.columns) if column.name == TICK)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Space turns the ticks of the selected rows, all of them to what the current one becomes."""
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            rows = {index.row() for index in self.selectionModel().selectedRows(self._place)}
            self.turn(self.currentIndex().row(), rows)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """A click on a tick turns it."""
        index = self.indexAt(event.position().toPoint())
        super().mousePressEvent(event)
        if index.isValid() and index.column() == self._place and event.button() == Qt.MouseButton.LeftButton:
            self.turn(index.row(), {index.row()})

    def turn(self, row: int, rows: set[int]) -> None:
        """Turn the tick of the shown row, and set those of the others alike."""
        model = self.rows_model
        is_ticked = not model.rows.table[TICK][model.position(row)]
        for one in rows | {row}:
            model.change_row(model.position(one), {TICK: is_ticked})
        self.ticked.emit()


def tick_badges(translate: Translator) -> dict[bool, Badge]:
    """How a tick is shown, and read aloud."""
    return {
        True: Badge("confirmed", translate("ticked"), Tone.SUGGESTED),
        False: Badge("blank", translate("not ticked"), Tone.MUTED),
    }
