"""How it went and how long things take: rate over time, outdated adoptions, cycles, plans, the review itself."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QTabWidget, QVBoxLayout, QWidget

from aligner.domain.catalogue import Level
from aligner.domain.standards.table import Table
from aligner.gui.delegates.bar import BarDelegate
from aligner.gui.models.columns import Column, Facet
from aligner.gui.models.rows_model import RowsModel
from aligner.gui.pages.indicators import trend_tables as tables
from aligner.gui.pages.indicators.tab import Part, beside
from aligner.gui.surroundings.context import Context
from aligner.gui.widgets.charts.chart_panel import ChartPanel
from aligner.gui.widgets.charts.charts import Point
from aligner.gui.widgets.plain.labels import label
from aligner.gui.widgets.tables.facet_strip import FacetStrip
from aligner.gui.widgets.tables.rows_behind import RowsBehind
from aligner.gui.widgets.tables.rows_view import RowsView
from aligner.gui.words.values import day as day_in_words
from aligner.usecases.figures import dashboard, trend
from aligner.usecases.figures.dashboard import Dashboard
from aligner.usecases.figures.trend import Trend
from aligner.usecases.project.session import Session

RATE, OUTDATED, CYCLE, PLANS, PROGRESS = range(5)


class TrendPart(Part):
    """One tab for each question about time."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        translate = self.translate
        self.found: Trend | None = None
        self._wanted: tuple[str, str] | None = None
        self.journal = ChartPanel(
            context, "journal", translate("Conversion rate by day of the journal"), translate("End of day"),
            translate("Conversion rate"),
        )  # fmt: skip
        self.years = self._table("years", translate("Conversion rate by year"), tables.year_columns(translate))
        self.ages = self._table("ages", translate("Outdated adoptions by age"), tables.age_columns(translate))
        self.outdated = self._table(
            "outdated",
            translate("Outdated adoptions"),
            tables.outdated_columns(translate),
            tables.outdated_facets(translate),
        )
        self.facets = FacetStrip(context, self.outdated.rows_model)
        self.cycles = self._table("cycles", translate("Formulation cycle by year"), tables.cycle_columns(translate))
        self.plans = self._table("plans", translate("Plans under way"), tables.plan_columns(translate))
        self.progress = self._table("progress", translate("Progress of the review"), tables.progress_columns(translate))
        self.remarks = {name: label(style="muted", wraps=True) for name in ("years", "outdated", "cycles", "plans")}
        self.year_rows, self.cycle_rows = RowsBehind(context, "years"), RowsBehind(context, "cycles")
        self._follow_bars()
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
        self.found = None
        for behind in (self.year_rows, self.cycle_rows):
            behind.clear("", self.translate("Enter or double-click a bar: show the rows behind it."))

    def open(self, chart: str, key: str) -> None:
        """Show what a mark of the overview stands for: a year ("years"), an age ("ages"), or the review ("review")."""
        self._wanted = (chart, key)
        self.tabs.setCurrentIndex({"ages": OUTDATED, "review": PROGRESS}.get(chart, RATE))
        if self.found is not None:
            self._show_wanted(self.found)

    def tables(self) -> tuple[RowsView, ...]:
        """The main table of the open tab."""
        mains = (self.journal.table, self.outdated, self.cycles, self.plans, self.progress)
        return (mains[self.tabs.currentIndex()],)

    def _show(self, shown: Dashboard, found: Trend, shown_tables: dict[str, Table]) -> None:
        translate = self.translate
        self.found = found
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
            translate("Days: the decisions made by then, in today's catalogues. Years: the "
"catalogues as of 31 December, with today's decisions.")
        )  # fmt: skip
        self.remarks["outdated"].setText(tables.outdated_sentence(found, translate))
        self.remarks["cycles"].setText(tables.cycle_sentence(found, translate))
        self.remarks["plans"].setText(tables.plan_sentence(found.plans, translate))
        self._show_wanted(found)

    def _show_wanted(self, found: Trend) -> None:
        """Choose what a mark of the overview stands for, once it is there."""
        wanted, self._wanted = self._wanted, None
        if wanted is None:
            return
        chart, key = wanted
        if chart == "years" and key in (years := [str(one.year) for one in found.years]):
            self.years.go_to(years.index(key))
            self._show_year(years.index(key))
        elif chart == "ages" and key in (ages := [one.label for one in found.outdated]):
            self.ages.go_to(ages.index(key))
            self._show_age(ages.index(key))

    def _open(self, view: RowsView, name: str, position: int) -> None:
        table = view.rows_model.rows.table
        if 0 <= position < len(table):
            self.standard_wanted.emit(Level.NATIONAL.value, table[name][position])

    def _follow_bars(self) -> None:
        """Each bar opens its rows."""
        words = self.translate("Enter or double-click a bar: show the rows behind it.")
        for behind in (self.year_rows, self.cycle_rows):
            behind.standard_wanted.connect(self.standard_wanted)
            behind.review_wanted.connect(self.review_wanted)
            behind.clear("", words)
        for view in (self.years, self.ages, self.cycles, self.progress):
            view.setToolTip(words)
        self.years.chosen.connect(self._show_year)
        self.ages.chosen.connect(self._show_age)
        self.cycles.chosen.connect(self._show_cycle)
        self.progress.chosen.connect(self._review)
        self.outdated.chosen.connect(lambda position: self._open(self.outdated, "national", position))
        self.plans.chosen.connect(lambda position: self._open(self.plans, "designation", position))

    def _show_year(self, position: int) -> None:
        shown, found = self.shown, self.found
        if shown is None or found is None or not 0 <= position < len(found.years):
            return
        day = min(date(found.years[position].year, 12, 31), shown.measured.at)
        self.year_rows.show_rows(
            self.translate("Conversion rate on {day}", day=day_in_words(day.isoformat(), self.translate)),
            self.translate("With today's decisions; those that are not converted come first."),
            lambda: dashboard.rows_at(shown, day),
        )

    def _show_cycle(self, position: int) -> None:
        shown, found = self.shown, self.found
        if shown is None or found is None or not 0 <= position < len(found.cycles):
            return
        year = found.cycles[position].year
        title = self.translate("Published in {year}", year=year)
        self.cycle_rows.show_rows(title, "", lambda: dashboard.rows_of_cycle(shown, year))

    def _show_age(self, position: int) -> None:
        found = self.found
        if found is not None and 0 <= position < len(found.outdated):
            self.facets.set_chosen({"months": frozenset({found.outdated[position].label})})

    def _review(self, position: int) -> None:
        """Open the standards of a bar of the progress in the review."""
        found = self.found
        if found is not None and 0 <= position < len(tables.PROGRESS):
            names = found.progress.listed[tables.PROGRESS[position]]
            if names:
                self.review_wanted.emit(Level.NATIONAL.value, names, names[0])

    def _table(self, name: str, title: str, columns: tuple[Column, ...], facets: tuple[Facet, ...] = ()) -> RowsView:
        model = RowsModel(columns, facets, self)
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
        over_time.addWidget(beside(self.years, self.year_rows, (620, 550)))
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(_column(self.remarks["years"], over_time), translate("Rate over time"))
        pairs = _column(self.facets, self.outdated)
        outdated = _column(self.remarks["outdated"], beside(self.ages, pairs, (400, 770)))
        self.tabs.addTab(outdated, translate("Outdated adoptions"))
        cycles = beside(self.cycles, self.cycle_rows, (620, 550))
        self.tabs.addTab(_column(self.remarks["cycles"], cycles), translate("Formulation cycle"))
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
