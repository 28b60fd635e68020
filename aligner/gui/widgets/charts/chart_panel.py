"""A chart and, beside it, the table that says the same."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget

from aligner.domain.standards.table import Table
from aligner.gui.models.columns import Column
from aligner.gui.models.rows_model import RowsModel
from aligner.gui.surroundings.context import Context
from aligner.gui.widgets.charts.charts import Bar, BarChart, LineChart, Point
from aligner.gui.widgets.tables.rows_view import RowsView

TABLE = 280
"""Room for both columns of the table."""


class ChartPanel(QSplitter):
    """Bars, or a line over time, with their table; `what` heads its first column and `figure` its second."""

    def __init__(
        self, context: Context, name: str, label: str, what: str, figure: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.bars = BarChart(context.theme, label)
        self.line = LineChart(context.theme, label)
        columns = (Column("label", what, width=130), Column("text", figure, is_right=True, width=130))
        self.model = RowsModel(columns, parent=self)
        self.table = RowsView(context, self.model, f"chart.{name}", label)
        for part in (self.bars, self.line, self.table):
            self.addWidget(part)
        self.setStretchFactor(0, 2)
        self.setStretchFactor(1, 2)
        self.setStretchFactor(2, 1)
        self.table.setMinimumWidth(TABLE)
        self.setChildrenCollapsible(False)
        self.line.hide()

    def show_bars(self, bars: tuple[Bar, ...], target: float | None = None) -> None:
        """Show bars, and the same in the table."""
        self.bars.show_bars(bars, target)
        self._show_table(bars, is_line=False)

    def show_points(self, points: tuple[Point, ...], target: float | None = None) -> None:
        """Show a line, and the same in the table."""
        self.line.show_points(points, target)
        self._show_table(points, is_line=True)

    def _show_table(self, shown: tuple[Bar, ...] | tuple[Point, ...], *, is_line: bool) -> None:
        self.bars.setVisible(not is_line)
        self.line.setVisible(is_line)
        self.model.set_table(Table({"label": [one.label for one in shown], "text": [one.text for one in shown]}))
