"""A chart under its title, with the table that says the same one key away."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from aligner.domain.standards.table import Table
from aligner.gui.models.columns import Column, natural
from aligner.gui.models.rows_model import RowsModel
from aligner.gui.surroundings.context import Context
from aligner.gui.widgets.charts.chart_view import ChartView
from aligner.gui.widgets.plain.labels import ElidedLabel
from aligner.gui.widgets.tables.rows_view import RowsView
from aligner.usecases.figures.overview import Chart

CHART, TABLE = range(2)
CELLS = ("label", "text", "counts", "note")


class ChartCard(QFrame):
    """The chart, its remark, and a button that shows its table in its place."""

    opened = Signal(str, str)
    """Id of the chart and key of the mark whose rows are wanted."""
    turned = Signal()
    """The table is shown, or the chart again."""

    def __init__(self, context: Context, name: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        translate = context.translate
        self.setObjectName("card")
        self._chart: Chart | None = None
        self.title = ElidedLabel(title, "heading")
        self.remark = ElidedLabel("", "muted")
        self.as_table = QToolButton()
        self.as_table.setObjectName("fold")
        self.as_table.setText(translate("Table"))
        self.as_table.setCheckable(True)
        self.as_table.setToolTip(translate("Show the figures of this chart as a table"))
        self.as_table.setAccessibleName(translate("{chart} as a table", chart=title))
        self.as_table.toggled.connect(self._turn)
        self.view = ChartView(context.theme)
        self.view.setAccessibleName(title)
        self.view.opened.connect(self._open)
        self.view.pointed_at.connect(self._say)
        self.model = RowsModel(_columns(context), parent=self)
        self.table = RowsView(context, self.model, f"overview.{name}", title)
        self.table.chosen.connect(self._open)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.table)
        self._lay_out()

    @property
    def is_table(self) -> bool:
        """Whether the table is shown."""
        return self._stack.currentIndex() == TABLE

    def show_chart(self, chart: Chart) -> None:
        """Show this chart, and the same in the table."""
        self._chart = chart
        self.view.show_chart(chart)
        self._say("")
        if self.is_table:
            self._fill()

    def clear(self) -> None:
        """Show no chart."""
        self._chart = None
        self.view.show_chart(None)
        self._say("")
        self._fill()

    def home(self) -> QWidget:
        """What takes the keyboard."""
        return self.table if self.is_table else self.view

    def _say(self, words: str) -> None:
        """What a mark says, else what the chart says."""
        self.remark.setText(words or (self._chart.remark if self._chart else ""))

    def _turn(self, is_table: bool) -> None:
        if is_table:
            self._fill()
        self._stack.setCurrentIndex(TABLE if is_table else CHART)
        self.turned.emit()

    def _fill(self) -> None:
        marks = self._chart.marks if self._chart else ()
        self.model.set_table(Table({name: [getattr(one, name) for one in marks] for name in CELLS}))

    def _open(self, place: int) -> None:
        if self._chart is not None and 0 <= place < len(self._chart.marks):
            self.opened.emit(self._chart.id, self._chart.marks[place].key)

    def _lay_out(self) -> None:
        above = QHBoxLayout()
        above.setSpacing(8)
        above.addWidget(self.title, 1)
        above.addWidget(self.as_table, 0, Qt.AlignmentFlag.AlignRight)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 6, 10, 6)
        column.setSpacing(2)
        column.addLayout(above)
        column.addWidget(self._stack, 1)
        column.addWidget(self.remark)


def _columns(context: Context) -> tuple[Column, ...]:
    translate = context.translate
    return (
        Column("label", translate("Bar or point"), key=natural, width=170),
        Column("text", translate("Figure"), is_right=True, key=natural, width=80),
        Column("counts", translate("Made of"), is_right=True, key=natural, width=100),
        Column("note", translate("Remark"), width=160),
    )
