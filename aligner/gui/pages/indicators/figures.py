"""Every indicator with its value, what it is made of, its rule and its rows."""

from dataclasses import dataclass

from PySide6.QtWidgets import QVBoxLayout, QWidget

from aligner.domain.figures.indicator import Indicator, Slice
from aligner.domain.standards.table import Table
from aligner.gui.models.columns import Column
from aligner.gui.models.rows_model import RowsModel
from aligner.gui.pages.indicators.tab import Part, beside
from aligner.gui.surroundings.context import Context
from aligner.gui.widgets.tables.rows_behind import RowsBehind
from aligner.gui.widgets.tables.rows_view import RowsView
from aligner.gui.widgets.tables.search_box import SearchBox
from aligner.gui.words.figures import count, figure, interval, slice_figure
from aligner.usecases.figures import dashboard
from aligner.usecases.figures.dashboard import Dashboard
from aligner.usecases.project.session import Session

INDENT = "\u2003– "


@dataclass(frozen=True, slots=True)
class _Line:
    """An indicator, or one line of its breakdown."""

    indicator: Indicator
    part: Slice | None = None


class FiguresPart(Part):
    """The indicators on the left, the rows behind the chosen one on the right."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._lines: list[_Line] = []
        self._place = 0
        self._wanted = ""
        self.model = RowsModel(self._columns(), parent=self)
        self.view = RowsView(context, self.model, "figures", self.translate("Indicators"))
        self.view.current_changed.connect(self._show_rows)
        self.behind = RowsBehind(context, "figures")
        self.behind.standard_wanted.connect(self.standard_wanted)
        self.behind.review_wanted.connect(self.review_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.addWidget(beside(self.view, self.behind, (600, 570)))

    def reload(self, shown: Dashboard) -> None:
        """Compute every indicator; the chosen line stays chosen."""

        def work(_session: Session) -> tuple[Indicator, ...]:
            return dashboard.complete(shown)

        def show(indicators: tuple[Indicator, ...]) -> None:
            if self.is_current(shown):
                self._show(indicators)

        self.context.read(show, work)

    def show_nothing(self) -> None:
        """Show no indicators; the line that is chosen will be chosen again."""
        self._place = max(self.view.position(), 0)
        self._lines = []
        self.model.set_table(self._table())
        self.behind.clear("")

    def choose(self, indicator: str) -> None:
        """Go to the line of this indicator, now or when it is there."""
        self._wanted = indicator
        self._go_to_wanted()

    def tables(self) -> tuple[RowsView, ...]:
        """The indicators and the rows."""
        return (self.view, self.behind.view)

    def search_box(self) -> SearchBox | None:
        """The search of the rows."""
        return self.behind.search

    def _show(self, indicators: tuple[Indicator, ...]) -> None:
        self._lines = [
            line
            for indicator in indicators
            for line in (_Line(indicator), *(_Line(indicator, part) for part in indicator.breakdown))
        ]
        self.model.set_table(self._table())
        if self.view.position() < 0 and self._lines:
            self.view.go_to(min(self._place, len(self._lines) - 1))
        self._go_to_wanted()

    def _go_to_wanted(self) -> None:
        names = [line.indicator.id for line in self._lines]
        if self._wanted in names:
            self.view.go_to(names.index(self._wanted))
            self._wanted = ""

    def _show_rows(self, position: int) -> None:
        shown = self.shown
        if shown is None or not 0 <= position < len(self._lines):
            return
        indicator = self._lines[position].indicator
        self.behind.show_rows(
            self.translate(indicator.name),
            self.translate(indicator.rule),
            lambda: dashboard.rows_of(shown, indicator.id),
        )

    def _columns(self) -> tuple[Column, ...]:
        translate = self.translate
        return (
            Column("name", translate("Indicator"), width=236),
            Column("value", translate("Value"), is_right=True, width=84),
            Column("numerator", translate("Numerator"), is_right=True, width=92),
            Column("denominator", translate("Denominator"), is_right=True, width=112),
            Column("interval", translate("Over open verdicts"), width=130),
            Column("rule", translate("Rule"), width=420),
        )

    def _table(self) -> Table:
        cells = [self._cells(line) for line in self._lines]
        return Table.from_rows([column.name for column in self.model.columns], cells)

    def _cells(self, line: _Line) -> dict[str, str]:
        translate, indicator, part = self.translate, line.indicator, line.part
        if part is not None:
            return {
                "name": INDENT + translate(part.label),
                "value": slice_figure(part, indicator.unit, translate),
                "numerator": count(part.numerator, translate),
                "denominator": count(part.denominator, translate),
                "interval": "",
                "rule": "",
            }
        return {
            "name": translate(indicator.name),
            "value": figure(indicator.value, indicator.unit, translate),
            "numerator": count(indicator.numerator, translate),
            "denominator": count(indicator.denominator, translate),
            "interval": interval(indicator, translate),
            "rule": translate(indicator.rule),
        }
