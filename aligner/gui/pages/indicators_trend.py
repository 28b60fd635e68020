"""How it went and how long things take: rate over time, outdated adoptions, cycles, plans, the review itself."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QTabWidget, QVBoxLayout, QWidget

from aligner.domain.catalogue import Level
from aligner.domain.table import Table
from aligner.gui.context import Context
from aligner.gui.delegates.bar import BarDelegate
from aligner.gui.models.columns import Column
from aligner.gui.models.rows_model import RowsModel
from aligner.gui.pages import indicators_trend_tables as tables
from aligner.gui.pages.indicators_part import Part, beside
from aligner.gui.widgets.chart_panel import ChartPanel
from aligner.gui.widgets.charts import Point
from aligner.gui.widgets.labels import label
from aligner.gui.widgets.rows_view import RowsView
from aligner.usecases import trend
from aligner.usecases.dashboard import Dashboard
from aligner.usecases.session import Session
from aligner.usecases.trend import Trend


class TrendPart(Part):
    """One tab for each question about time."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        translate = self.translate
        self.journal = ChartPanel(
            context, "journal", translate("Conversion rate by day of the journal"), translate("End of day (UTC)"),
            translate("Conversion rate"),
        )  # fmt: skip
        self.years = self._table("years", translate("Conversion rate by year"), tables.year_columns(translate))
        self.ages = self._table("ages", translate("Outdated adoptions by age"), tables.age_columns(translate))
        self.outdated = self._table("outdated", translate("Outdated adoptions"), tables.outdated_columns(translate))
        self.cycles = self._table("cycles", translate("Formulation cycle by year"), tables.cycle_columns(translate))
        self.plans = self._table("plans", translate("Plans under way"), tables.plan_columns(translate))
        self.progress = self._table("progress", translate("Progress of the review"), tables.progress_columns(translate))
        self.remarks = {name: label(style="muted", wraps=True) for name in ("years", "outdated", "cycles", "plans")}
        self.outdated.chosen.connect(lambda position: self._open(self.outdated, "national", position))
        self.plans.chosen.connect(lambda position: self._open(self.plans, "designation", position))
        self._lay_out()

    def reload(self, shown: Dashboard) -> None:
        """Count the earlier days and years."""

        translate = self.translate

        def work(session: Session) -> tuple[Trend, dict[str, Table]]:
            found = trend.trend(session, shown)
            return found, tables.trend_tables(found, translate, shown.target)

        def show(found: tuple[Trend, dict[str, Table]]) -> None:
            if self.is_current(shown):
                self._show(shown, *found)

        self.remarks["years"].setText(self.translate("Counting the earlier days and years …"))
        self.context.read(show, work)

    def show_nothing(self) -> None:
        """Show nothing about time."""
        self.journal.show_points(())
        for view in (self.years, self.ages, self.outdated, self.cycles, self.plans, self.progress):
            model = view.rows_model
            model.set_table(Table({column.name: [] for column in model.columns}))
        for remark in self.remarks.values():
            remark.setText("")

    def tables(self) -> tuple[RowsView, ...]:
        """The main table of the open tab."""
        mains = (self.journal.table, self.outdated, self.cycles, self.plans, self.progress)
        return (mains[self.tabs.currentIndex()],)

    def _show(self, shown: Dashboard, found: Trend, shown_tables: dict[str, Table]) -> None:
        translate = self.translate
        points = tuple(
            Point(one.day.isoformat(), one.rate.value or 0.0, translate.percent(one.rate.value))
            for one in found.journal
        )
        self.journal.show_points(points, shown.target)
        views = {
            "years": self.years, "ages": self.ages, "outdated": self.outdated, "cycles": self.cycles,
            "plans": self.plans, "progress": self.progress,
        }  # fmt: skip
        for name, table in shown_tables.items():
            views[name].rows_model.set_table(table)
        self.remarks["years"].setText(
            translate("Days count what was decided by then, in today's catalogues; years count the catalogues as of "
                      "31 December, with today's decisions.")
        )  # fmt: skip
        self.remarks["outdated"].setText(tables.outdated_sentence(found, translate))
        self.remarks["cycles"].setText(tables.cycle_sentence(found, translate))
        self.remarks["plans"].setText(tables.plan_sentence(found.plans, translate))

    def _open(self, view: RowsView, name: str, position: int) -> None:
        table = view.rows_model.rows.table
        if 0 <= position < len(table):
            self.standard_wanted.emit(Level.NATIONAL.value, table[name][position])

    def _table(self, name: str, title: str, columns: tuple[Column, ...]) -> RowsView:
        model = RowsModel(columns, parent=self)
        view = RowsView(self.context, model, f"trend.{name}", title)
        for place, column in enumerate(columns):
            if column.name == "bar":
                view.setItemDelegateForColumn(place, BarDelegate(self.context.theme, model, view))
        return view

    def _lay_out(self) -> None:
        translate = self.translate
        over_time = QSplitter(Qt.Orientation.Vertical)
        over_time.setChildrenCollapsible(False)
        over_time.addWidget(self.journal)
        over_time.addWidget(self.years)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(_column(self.remarks["years"], over_time), translate("Rate over time"))
        outdated = _column(self.remarks["outdated"], beside(self.ages, self.outdated, (400, 770)))
        self.tabs.addTab(outdated, translate("Outdated adoptions"))
        self.tabs.addTab(_column(self.remarks["cycles"], self.cycles), translate("Formulation cycle"))
        self.tabs.addTab(_column(self.remarks["plans"], self.plans), translate("Plans under way"))
        self.tabs.addTab(self.progress, translate("Progress of the review"))
        self.tabs.currentChanged.connect(lambda _tab: self.state_changed.emit())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.addWidget(self.tabs)


def _column(*widgets: QWidget) -> QWidget:
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 8, 0, 0)
    column.setSpacing(6)
    for widget in widgets:
        column.addWidget(widget, 1 if widget is widgets[-1] else 0)
    return whole
