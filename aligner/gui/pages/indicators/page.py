"""The dashboard: the conversion rate of a day under a profile, everything it is made of, and the way to the target."""

from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

from PySide6.QtCore import QDate, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QDateEdit, QHBoxLayout, QStackedWidget, QTabWidget, QVBoxLayout, QWidget

from aligner import named_files
from aligner.gui.pages.indicators.figures import FiguresPart
from aligner.gui.pages.indicators.groups import GroupsPart
from aligner.gui.pages.indicators.overview import OverviewPart
from aligner.gui.pages.indicators.plan import PlanPart
from aligner.gui.pages.indicators.trend import TrendPart
from aligner.gui.pages.indicators.why import WhyPart
from aligner.gui.pages.page import Actions, Page
from aligner.gui.surroundings.context import Context
from aligner.gui.surroundings.theme import Tone
from aligner.gui.widgets.charts.rate_card import RateCard
from aligner.gui.widgets.plain.empty_state import EmptyState
from aligner.gui.widgets.plain.labels import ElidedLabel, label
from aligner.gui.widgets.tables.rows_view import RowsView
from aligner.gui.widgets.tables.search_box import SearchBox
from aligner.gui.words.values import profile_title
from aligner.usecases.figures import dashboard
from aligner.usecases.figures.dashboard import BREAKDOWNS, Dashboard
from aligner.usecases.figures.profile_files import PROFILES, KnownProfile, profiles
from aligner.usecases.project.session import Session

CONTENT, EMPTY = range(2)
HEADING_COMMANDS = ("indicators.pdf", "indicators.print")
TABS = ("overview", "figures", "groups", "why", "plan", "trend")
"""By what name each tab is remembered."""

SHOWN_HASH = 8
"""Signs of the journal's hash on the page; the report prints all of it."""


class IndicatorsPage(Page):
    """Profile and date above, the rate large, tabs with everything behind it."""

    counted = Signal(object)
    """The figures are there anew, as a Dashboard."""

    def __init__(self, context: Context, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(context, actions, parent)
        self.shown: Dashboard | None = None
        self._session: Session | None = None
        self._profiles: list[KnownProfile] = []
        self._profile = PROFILES[0]
        self._at: date | None = None
        self._asked = 0
        self._told_of = ""
        self._make_controls()
        self.card = RateCard(context)
        self.card.rows_wanted.connect(self.show_figure)
        self.card.plan_wanted.connect(self.open_plan)
        self.overview = OverviewPart(context)
        self.overview.opened.connect(self.open_mark)
        self.figures, self.groups, self.why = FiguresPart(context), GroupsPart(context), WhyPart(context)
        self.plan, self.trend = PlanPart(context, self.button), TrendPart(context)
        self.parts = (self.overview, self.figures, self.groups, self.why, self.plan, self.trend)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        names = (
            self.translate("Overview"),
            self.translate("All figures"),
            self.translate("Where the gaps are"),
            self.translate("Why is my number low?"),
            self.translate("What does it take?"),
            self.translate("Over time"),
        )
        for part, name in zip(self.parts, names, strict=True):
            self.tabs.addTab(part, name)
            part.standard_wanted.connect(self._open_standard)
            part.review_wanted.connect(self.review_wanted)
            part.state_changed.connect(self.state_changed)
        self.tabs.currentChanged.connect(self._show_tab)
        self._lay_out()

    def open_mark(self, chart: str, key: str) -> None:
        """Show the rows behind a mark of the overview, in the tab that is about it."""
        if chart in BREAKDOWNS:
            self.groups.open(chart, key)
            self.tabs.setCurrentWidget(self.groups)
        elif chart == "steps":
            self.why.open(int(key))
            self.tabs.setCurrentWidget(self.why)
        else:
            self.trend.open(chart, key)
            self.tabs.setCurrentWidget(self.trend)

    def open_plan(self) -> None:
        self.tabs.setCurrentWidget(self.plan)

    def reload(self) -> None:
        """Count anew beside the window; what stands on the page stays until the new figures are there."""
        self._list_profiles()
        self._asked += 1
        self._session = self.context.session
        if self._session is None:
            return
        asked, source, at = self._asked, self._profile, self._at
        self.working.setText(self.translate("Computing …"))

        def work(session: Session) -> Dashboard:
            return dashboard.at_a_glance(session, profile=source, at=at)

        def show(shown: Dashboard) -> None:
            if asked == self._asked:
                self._show(shown)

        self.context.read(show, work)

    def empty(self) -> None:
        """Let go of figures and rows; what is looked at stays until the new figures of the same project are there."""
        if self.isVisible() and self.context.has_project and self._session is self.context.session:
            return
        self._asked += 1
        self._session = self.shown = None
        self.working.setText("")
        self.sources.setText("")
        self.card.clear()
        for part in self.parts:
            part.empty()
        self._stack.setCurrentIndex(CONTENT if self.context.has_project else EMPTY)
        self.state_changed.emit()

    def has_figures(self) -> bool:
        """Whether there is something to show, to print and to export."""
        return self.shown is not None and self.shown.has_catalogues

    def is_planning(self) -> bool:
        """Whether the worklist is open."""
        return self.has_figures() and self.tabs.currentWidget() is self.plan

    def can_save_scenario(self) -> bool:
        """Whether there are ticks to keep."""
        return self.is_planning() and self.plan.has_ticks() and self.context.can_write

    def can_forget_scenario(self) -> bool:
        """Whether a saved scenario is chosen."""
        return self.is_planning() and self.plan.chosen_scenario() is not None and self.context.can_write

    def can_export_plan(self) -> bool:
        """Whether there are ticks to hand on."""
        return self.is_planning() and self.plan.has_ticks()

    @property
    def profile(self) -> str:
        """The chosen profile, as `load_profile` takes it."""
        return self._profile

    @property
    def at(self) -> date | None:
        """The chosen reference date; None for today."""
        return self._at

    def choose_profile(self, source: str) -> None:
        """Count under this profile."""
        self._profile = source
        self.forget()

    def choose_day(self, day: date) -> None:
        """Count on this day."""
        self.day.setDate(QDate(day.year, day.month, day.day))

    def show_overview(self) -> None:
        """Show the charts."""
        self.tabs.setCurrentWidget(self.overview)

    def show_figure(self, indicator: str) -> None:
        """Show the rows behind this indicator."""
        self.figures.choose(indicator)
        self.tabs.setCurrentWidget(self.figures)

    def table(self) -> RowsView | None:
        """The table that has the keyboard, else the main one of the open tab."""
        listed = self.parts[self.tabs.currentIndex()].tables() if self.has_figures() else ()
        return next((view for view in listed if view.hasFocus()), listed[0] if listed else None)

    def search_box(self) -> SearchBox | None:
        """The search of the open tab."""
        return self.parts[self.tabs.currentIndex()].search_box() if self.has_figures() else None

    def start_focus(self) -> QWidget:
        """The table of the open tab; before there is one the tabs, where an arrow key changes no rule."""
        if self.has_figures() and self.tabs.currentWidget() is self.overview:
            return self.overview.home()
        return self.table() or (self.tabs.tabBar() if self._stack.currentIndex() == CONTENT else self.profile_box)

    def state(self) -> dict[str, Any]:
        """Profile, day, tab, and where each tab is."""
        return {
            "profile": self._profile,
            "at": self._at.isoformat() if self._at else "",
            "tab": TABS[self.tabs.currentIndex()],
            "groups": self.groups.state(),
            "plan": self.plan.state(),
        }

    def restore(self, state: dict[str, Any]) -> None:
        """Go where `state` was; a profile that is no more is left out."""
        source = str(state.get("profile", PROFILES[0]))
        self._profile = source if source in PROFILES or named_files.is_file(source) else PROFILES[0]
        try:
            self._at = date.fromisoformat(str(state.get("at", "")))
        except ValueError:
            self._at = None
        self._show_day()
        tab = state.get("tab")
        self.tabs.setCurrentIndex(TABS.index(tab) if tab in TABS else 0)
        self.groups.restore(state.get("groups", {}))
        self.plan.restore(state.get("plan", {}))

    # inside

    def _show(self, shown: Dashboard) -> None:
        is_first, self.shown = self.shown is None, shown
        self.working.setText("")
        self._stack.setCurrentIndex(CONTENT if shown.has_catalogues else EMPTY)
        self.card.show_dashboard(shown)
        self.sources.setText(self._sources(shown))
        self.counted.emit(shown)
        if shown.has_catalogues:
            self._show_tab()
        profile = shown.measured.profile
        if profile.ignored and profile.name != self._told_of:
            self.told.emit(" ".join(map(self.translate.sentence, profile.findings())), Tone.ATTENTION)
        self._told_of = profile.name
        if is_first and self.tabs.tabBar().hasFocus():
            self.start_focus().setFocus(Qt.FocusReason.OtherFocusReason)
        self.state_changed.emit()

    def _show_tab(self) -> None:
        if self.shown is not None and self.isVisible():
            self.parts[self.tabs.currentIndex()].follow(self.shown)
        self.state_changed.emit()

    def _sources(self, shown: Dashboard) -> str:
        """Which files, how many decisions, which entry of the journal: what the figures stand on."""
        measured = shown.measured
        number, head = measured.journal
        files = ", ".join(catalogue.file_name for catalogue in measured.catalogues)
        return self.translate(
            "Rules {rules} · journal entry {number} ({head}) · {files}",
            rules=measured.profile.rules.short_hash,
            number=self.translate.number(number),
            head=head[:SHOWN_HASH],
            files=files,
        )

    def _open_standard(self, level: str, designation: str) -> None:
        self.standard_wanted.emit(level, designation.partition(" · ")[0])

    def _list_profiles(self) -> None:
        self._profiles = profiles()
        sources = [known.source for known in self._profiles]
        if self._profile not in sources and not named_files.is_file(self._profile):
            self._profile = PROFILES[0]
        with QSignalBlocker(self.profile_box):
            self.profile_box.clear()
            for known in self._profiles:
                self.profile_box.addItem(profile_title(known, self.translate.language), known.source)
            if self._profile not in sources:
                self.profile_box.addItem(Path(self._profile).stem, self._profile)
            self.profile_box.setCurrentIndex(self.profile_box.findData(self._profile))

    def _take_profile(self) -> None:
        self.choose_profile(str(self.profile_box.currentData()))

    def _take_day(self) -> None:
        day = date.fromisoformat(self.day.date().toString(Qt.DateFormat.ISODate))
        self._at = None if day == self.context.today() else day
        self.forget()

    def _show_day(self) -> None:
        day = self._at or self.context.today()
        with QSignalBlocker(self.day):
            self.day.setDate(QDate(day.year, day.month, day.day))

    def _make_controls(self) -> None:
        self.profile_box = QComboBox()
        self.profile_box.setAccessibleName(self.translate("Counting profile"))
        self.profile_box.setMinimumContentsLength(22)
        self.profile_box.currentIndexChanged.connect(self._take_profile)
        self.day = QDateEdit()
        self.day.setCalendarPopup(True)
        self.day.setDisplayFormat("yyyy-MM-dd")
        self.day.setKeyboardTracking(False)
        self.day.setAccessibleName(self.translate("Reference date: which standards are in force"))
        self.day.lineEdit().setAccessibleName(self.day.accessibleName())
        self.day.setToolTip(self.translate("Reference date: which standards are in force"))
        self._show_day()
        self.day.dateChanged.connect(self._take_day)
        self.sources = ElidedLabel("", "muted")
        self.working = label(style="muted")

    def _lay_out(self) -> None:
        above = QHBoxLayout()
        above.setSpacing(8)
        above.addWidget(label(self.translate("Indicators"), "pageTitle"))
        above.addSpacing(12)
        above.addWidget(label(self.translate("Profile")))
        above.addWidget(self.profile_box)
        profiles_button = self.button("indicators.profiles")
        above.addWidget(profiles_button)
        above.addWidget(label(self.translate("Reference date")))
        above.addWidget(self.day)
        above.addWidget(self.working)
        above.addStretch(1)
        in_order: list[QWidget] = [self.profile_box, profiles_button, self.day]
        for command in HEADING_COMMANDS:
            button = self.button(command)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
            button.setAccessibleName(button.text())
            above.addWidget(button)
            in_order.append(button)
        report = self.button("report.export", "primary")
        report.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        above.addWidget(report)
        in_order.append(report)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.card)
        column.addWidget(self.tabs, 1)
        column.addWidget(self.sources)
        empty = EmptyState(
            self.context,
            "indicators",
            self.translate("There is nothing to count yet"),
            self.translate("Load a catalogue of international standards; the figures appear here with each decision."),
            self.button("catalogue.load", "primary"),
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(content)
        self._stack.addWidget(empty)
        self.body.addLayout(above)
        self.body.addWidget(self._stack, 1)
        for one, behind in pairwise(in_order):
            self.setTabOrder(one, behind)
