"""The overview: what one looks at before one reads, six charts whose marks lead to the rows in the other tabs."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from aligner.gui.pages.indicators.tab import Part
from aligner.gui.surroundings.context import Context
from aligner.gui.widgets.charts.chart_card import ChartCard
from aligner.gui.widgets.tables.rows_view import RowsView
from aligner.i18n import Translator
from aligner.usecases.figures import dashboard
from aligner.usecases.figures.dashboard import Dashboard
from aligner.usecases.figures.overview import Chart, ages_of_outdated, charts, rates_by, rates_by_year, review_pace
from aligner.usecases.project.session import Session

ACROSS = 3
"""Charts beside each other."""

Made = Callable[[Session, Dashboard, Translator], Chart]

MADE: Final[dict[str, Made]] = {
    "ics": lambda _, shown, translate: charts.by_group("ics", rates_by(shown.counting, "ics"), shown.target, translate),
    "committee": lambda _, shown, translate: charts.by_group(
        "committee", rates_by(shown.counting, "committee"), shown.target, translate
    ),
    "steps": lambda _, shown, translate: charts.waterfall(dashboard.steps(shown), shown.target, translate),
    "ages": lambda _, shown, translate: charts.ages(ages_of_outdated(shown.counting), translate),
    "review": lambda session, shown, translate: charts.burn_up(review_pace(session, shown.counting), translate),
    "years": lambda _, shown, translate: charts.years(rates_by_year(shown.counting), shown.target, translate),
}
"""How each chart is made, the quick ones first."""


class OverviewPart(Part):
    """Makes one chart after the other beside the window and shows each as soon as it is there."""

    opened = Signal(str, str)
    """Id of a chart and key of the mark whose rows are wanted."""
    made = Signal(object)
    """A chart that is there now."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.charts: dict[str, Chart] = {}
        self.cards = {name: ChartCard(context, name, self.translate(title)) for name, title in charts.TITLES.items()}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 8, 0, 0)
        grid.setSpacing(8)
        for place, card in enumerate(self.cards.values()):
            grid.addWidget(card, place // ACROSS, place % ACROSS)
            card.opened.connect(self.opened)
            card.turned.connect(self.state_changed)
        for column in range(ACROSS):
            grid.setColumnStretch(column, 1)

    def reload(self, shown: Dashboard) -> None:
        """Make the charts anew; each stays until its successor is there."""
        self._make(shown, list(MADE))

    def show_nothing(self) -> None:
        """Show no charts."""
        self.charts = {}
        for card in self.cards.values():
            card.clear()

    def tables(self) -> tuple[RowsView, ...]:
        """The tables that are shown in the place of their charts."""
        return tuple(card.table for card in self.cards.values() if card.is_table)

    def home(self) -> QWidget:
        """The first chart."""
        return next(iter(self.cards.values())).home()

    def _make(self, shown: Dashboard, names: list[str]) -> None:
        name, *rest = names

        def work(session: Session) -> Chart:
            return MADE[name](session, shown, self.translate)

        def show(chart: Chart) -> None:
            if self.is_current(shown):
                self.charts[name] = chart
                self.cards[name].show_chart(chart)
                self.made.emit(chart)
                if rest:
                    self._make(shown, rest)

        self.context.read(show, work)
