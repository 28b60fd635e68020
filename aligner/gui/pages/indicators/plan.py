"""What does it take to reach the target: a worklist with ticks that move the rate, and the road to the target."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QSignalBlocker, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLayout, QToolButton, QVBoxLayout, QWidget

from aligner.domain.catalogue import Level
from aligner.domain.standards.table import Table
from aligner.gui.models.rows import Rows
from aligner.gui.models.rows_model import RowsModel
from aligner.gui.pages.indicators import plan_tables as tables
from aligner.gui.pages.indicators.plan_sides import PlanSides
from aligner.gui.pages.indicators.tab import Part, beside
from aligner.gui.surroundings.context import Context
from aligner.gui.widgets.charts.gauge import Gauge
from aligner.gui.widgets.plain.labels import label
from aligner.gui.widgets.plain.room import Room
from aligner.gui.widgets.tables.facet_strip import FacetStrip
from aligner.gui.widgets.tables.rows_view import RowsView
from aligner.gui.widgets.tables.search_box import SearchBox
from aligner.gui.widgets.tables.tick_view import TICK, TickView
from aligner.usecases.figures import scenario
from aligner.usecases.figures.dashboard import Dashboard
from aligner.usecases.figures.scenario import SETTLED_BY_REVIEW, Compared, Outlook, Scenario, Simulation
from aligner.usecases.project.session import Session

REST = 120
"""Milliseconds after the last tick before the simulation is computed: holding Space down is one of them."""

LEAST = QSize(560, 170)
"""The part of the two columns that is seen at least; in a smaller window they are scrolled."""

YEARS = 16
"""So many years can be chosen as target, from that of the reference date."""


@dataclass(frozen=True)
class Ranked:
    """What a job prepares for the page: the worklist ready to be shown and searched."""

    outlook: Outlook
    rows: Rows
    doubts: Table
    flags: Table
    scenarios: list[Scenario]


@dataclass(frozen=True)
class Simulations:
    """What a job finds out about the ticks: the rate without and with them, and the saved scenarios beside them."""

    now: Simulation
    then: Simulation
    compared: list[Compared]


class PlanPart(Part):
    """The worklist on the left; years, committees and questionable verdicts on the right."""

    simulated = Signal()
    """The figures follow the ticks now."""

    def __init__(self, context: Context, button: Callable[[str], QToolButton], parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._button = button
        translate = self.translate
        self.outlook: Outlook | None = None
        self.scenarios: list[Scenario] = []
        self._asked = 0
        self._kept: frozenset[str] = frozenset()
        self._wanted = ""
        self._wanted_year = 0
        context.project_changed.connect(self._forget_ticks)  # after the page let go of the old project
        self.model = RowsModel(tables.work_columns(translate), tables.work_facets(translate), self)
        self.view = TickView(context, self.model, "worklist", translate("What can be converted, best gain first"))
        self.view.setToolTip(
            translate("Space: tick · Enter or double click: open the standard, or the review of its candidate")
        )
        self.view.ticked.connect(self._tick)
        self.view.chosen.connect(self._open_work)
        self.search = SearchBox(context, translate("Search the worklist"))
        self.search.search_in(self.model)
        self.search.left_downwards.connect(self.view.setFocus)
        self.search.setMaximumWidth(200)
        self.sides = PlanSides(context)
        self.sides.standard_wanted.connect(self.standard_wanted)
        self.rate = label(style="heading")
        self.remark = label(style="muted", wraps=True)
        self.gauge = Gauge(context.theme)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST)
        self._rest.timeout.connect(self._simulate)
        self._make_controls()
        self._lay_out()

    def reload(self, shown: Dashboard) -> None:
        """Rank what is missing; ticks on works that are still missing stay."""
        ticked = self._kept | frozenset(self.ticked_keys())
        columns, facets, translate = self.model.columns, tuple(self.model.rows.facets), self.translate

        def work(session: Session) -> Ranked:
            known = scenario.outlook(session, shown)
            works = {one.work for one in known.opportunities if one.key in ticked}
            rows = Rows(tables.work_table(known, works, translate), columns, facets)
            rows.prepare()
            return Ranked(
                known,
                rows,
                tables.doubt_table(known, translate),
                tables.flag_table(known, translate),
                scenario.scenarios(session),
            )

        def show(found: Ranked) -> None:
            if self.is_current(shown):
                self._show(found)

        self.context.read(show, work)

    def show_nothing(self) -> None:
        """Show no worklist; the ticks are remembered by their works."""
        self._asked += 1
        self._rest.stop()
        self._kept = frozenset(self.ticked_keys()) or self._kept
        self.outlook = None
        self.model.set_table(Table({column.name: [] for column in self.model.columns}))
        self.sides.show_nothing()
        for words in (self.rate, self.remark):
            words.setText("")
        self.gauge.show_value(None, None, None, 0.0, ("", "100"))

    def tables(self) -> tuple[RowsView, ...]:
        """The worklist, and the table of the open tab."""
        return (self.view,)

    def search_box(self) -> SearchBox | None:
        """The search of the worklist."""
        return self.search

    def state(self) -> dict[str, Any]:
        """The ticks with scenario and target year, and of which project they are."""
        chosen = self.chosen_scenario()
        return {
            "project": self.context.address,
            "ticks": list(self.ticked_keys() or sorted(self._kept)),
            "scenario": chosen.name if chosen else self._wanted,
            "year": self.target_year(),
        }

    def restore(self, state: dict[str, Any]) -> None:
        """Set the ticks again, once the worklist is there; those of another project are left out."""
        if self.context.has_project and state.get("project") == self.context.address:
            self._kept = frozenset(map(str, state.get("ticks", ())))
            self._wanted = str(state.get("scenario", ""))
            self._wanted_year = int(state.get("year", 0))

    # what is ticked

    def ticked(self) -> frozenset[int]:
        """The ticked works, by position."""
        if self.outlook is None:
            return frozenset()
        ticks = self.model.rows.table[TICK]
        return frozenset(
            one.work for one, is_ticked in zip(self.outlook.opportunities, ticks, strict=True) if is_ticked
        )

    def ticked_keys(self) -> tuple[str, ...]:
        """The ticked works, by their undated designation."""
        if self.outlook is None:
            return ()
        chosen = self.ticked()
        return tuple(one.key for one in self.outlook.opportunities if one.work in chosen)

    def has_ticks(self) -> bool:
        """Whether anything is ticked."""
        return any(self.model.rows.table[TICK])

    def tick_enough(self) -> None:
        """Tick the head of the list that reaches the target."""
        known = self.outlook
        if known is not None:
            self._set_ticks(scenario.enough(known))

    def clear(self) -> None:
        """Take every tick away."""
        self._set_ticks(())

    def target_year(self) -> int:
        """The chosen target year; 0 before there is one."""
        return int(self.year.currentData() or 0)

    def scenario_named(self, name: str) -> Scenario:
        """The ticks and the target year under this name."""
        return Scenario(name, self.ticked_keys(), self.target_year())

    def chosen_scenario(self) -> Scenario | None:
        """The saved scenario that is shown; None when the ticks are free."""
        place = self.saved.currentIndex() - 1
        return self.scenarios[place] if 0 <= place < len(self.scenarios) else None

    def reload_scenarios(self, chosen: str = "") -> None:
        """Read the saved scenarios anew and mark this one."""
        self.scenarios = self.context.do(scenario.scenarios) or []
        self._list_scenarios(chosen)
        self._simulate()

    # inside

    def _show(self, found: Ranked) -> None:
        chosen, known = self.chosen_scenario(), found.outlook
        self._kept = frozenset()
        self.outlook, self.scenarios = known, found.scenarios
        self.model.set_rows(found.rows)
        self.sides.show_known(known, found.doubts, found.flags)
        self._list_years(known.counting.at.year, self.target_year() or self._wanted_year or known.target_year)
        self._list_scenarios(chosen.name if chosen else self._wanted)
        self._wanted, self._wanted_year = "", 0
        if self.view.position() < 0 and known.opportunities:
            self.view.go_to(0)
        self._simulate()

    def _list_years(self, first: int, chosen: int) -> None:
        years = sorted({*range(first, first + YEARS), max(first, chosen)})
        with QSignalBlocker(self.year):
            self.year.clear()
            for year in years:
                self.year.addItem(str(year), year)
            self.year.setCurrentIndex(years.index(max(first, chosen)))

    def _list_scenarios(self, chosen: str) -> None:
        with QSignalBlocker(self.saved):
            self.saved.clear()
            self.saved.addItem(self.translate("Custom selection"))
            for one in self.scenarios:
                self.saved.addItem(one.name)
            names = [one.name for one in self.scenarios]
            self.saved.setCurrentIndex(names.index(chosen) + 1 if chosen in names else 0)
        self.state_changed.emit()

    def _choose_scenario(self) -> None:
        chosen, known = self.chosen_scenario(), self.outlook
        if chosen is not None and known is not None:
            self._list_years(known.counting.at.year, chosen.target_year or known.target_year)
            self._set_ticks(scenario.works_of(known, chosen))
        self.state_changed.emit()

    def _forget_ticks(self) -> None:
        self._kept, self._wanted, self._wanted_year = frozenset(), "", 0

    def _set_ticks(self, works: Iterable[int]) -> None:
        if self.outlook is None:
            return
        wanted, rows = frozenset(works), self.model.rows
        for position, one in enumerate(self.outlook.opportunities):
            if rows.table[TICK][position] is not (one.work in wanted):
                rows.change(position, {TICK: one.work in wanted})
        self.model.set_filter(self.model.search)
        self._tick()

    def _tick(self) -> None:
        self._rest.start()
        self.state_changed.emit()

    def _simulate(self) -> None:
        known, chosen, year = self.outlook, self.ticked(), self.target_year()
        if known is None:
            return
        self._asked += 1
        asked = self._asked

        saved = list(self.scenarios)

        def work(_session: Session) -> Simulations:
            now, then = scenario.simulate(known, (), year), scenario.simulate(known, chosen, year)
            return Simulations(now, then, scenario.side_by_side(known, chosen, year, saved))

        def show(found: Simulations) -> None:
            if asked == self._asked:
                self._show_simulation(found, len(chosen))

        self.context.read(show, work)

    def _show_simulation(self, found: Simulations, ticks: int) -> None:
        translate, now, then = self.translate, found.now, found.then
        target = self.shown.target if self.shown is not None else 0.0
        self.rate.setText(
            translate("{now} now  →  {then} with {ticks}", now=translate.percent(now.rate.rate),
                      then=translate.percent(then.rate.rate),
                      ticks=translate.plural("{number} tick", "{number} ticks", ticks))
        )  # fmt: skip
        missing = then.rate.gap
        if missing is None:
            text = translate("Nothing is applicable under this profile.")
        elif missing:
            text = translate.plural(
                "{number} more is needed to reach the target.",
                ("{number} more are needed to reach the target."),
                missing,
            )
        else:
            text = translate("The target is reached.")
        effort = translate("Effort {number} on the tool's own scale.", number=translate.number(then.effort))
        self.remark.setText(f"{text}  {effort}" if ticks else text)
        self.gauge.show_value(then.rate.rate, now.rate.rate, then.rate.rate, target,
                              (translate("target {rate}", rate=translate.percent(target, 0)), "100"))  # fmt: skip
        self.gauge.setAccessibleName(f"{self.rate.text()}. {self.remark.text()}")
        self.sides.show_simulation(then, found.compared, target)
        self.simulated.emit()

    def _open_work(self, position: int) -> None:
        """What a reviewer can settle opens in the review with all else of the kind that is shown."""
        listed = self.outlook.opportunities if self.outlook is not None else []
        if not 0 <= position < len(listed):
            return
        one = listed[position]
        if one.way in SETTLED_BY_REVIEW:
            shown = (listed[row] for row in self.model.positions())
            names = [other.key for other in shown if other.way in SETTLED_BY_REVIEW]
            self.review_wanted.emit(Level.INTERNATIONAL.value, names, one.key)
        else:
            self.standard_wanted.emit(Level.INTERNATIONAL.value, one.designation)

    def _make_controls(self) -> None:
        translate = self.translate
        self.saved = QComboBox()
        self.saved.setAccessibleName(translate("Saved scenario"))
        self.saved.setMinimumContentsLength(12)
        self.saved.currentIndexChanged.connect(self._choose_scenario)
        self.year = QComboBox()
        self.year.setAccessibleName(translate("Target year"))
        self.year.currentIndexChanged.connect(lambda _place: self._rest.start())

    def _lay_out(self) -> None:
        translate = self.translate
        above = QHBoxLayout()
        above.setSpacing(8)
        for widget in (self.search, FacetStrip(self.context, self.model)):
            above.addWidget(widget)
        above.addStretch(1)
        left = _column(above, self.view)
        choice = QHBoxLayout()
        choice.setSpacing(8)
        choice.addWidget(label(translate("Scenario")))
        choice.addWidget(self.saved, 1)
        for command in ("plan.save", "plan.forget"):
            button = self._button(command)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
            choice.addWidget(button)
        choice.addWidget(label(translate("Target year")))
        choice.addWidget(self.year)
        acts = QHBoxLayout()
        acts.setSpacing(8)
        for command in ("plan.enough", "plan.clear", "plan.export"):
            acts.addWidget(self._button(command))
        right = _column(choice, acts, self.rate, self.gauge, self.remark, self.sides)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.addWidget(Room(beside(left, right, (660, 510)), LEAST))


def _column(*parts: QWidget | QLayout) -> QWidget:
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(6)
    for part in parts:
        if isinstance(part, QLayout):
            column.addLayout(part)
        else:
            column.addWidget(part, 1 if part is parts[-1] else 0)
    return whole
