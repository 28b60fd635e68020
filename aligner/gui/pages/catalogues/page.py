"""The loaded catalogues, their standards, and what was found while they were read."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabWidget, QVBoxLayout, QWidget

from aligner.domain.catalogue import LEVEL_NAMES, Catalogue, Level
from aligner.domain.standards.table import Table
from aligner.domain.text import N_
from aligner.gui.models.columns import Column
from aligner.gui.models.rows_model import RowsModel
from aligner.gui.pages.catalogues.standards import StandardsPart
from aligner.gui.pages.page import Actions, Page
from aligner.gui.surroundings.context import Context
from aligner.gui.widgets.plain.empty_state import EmptyState
from aligner.gui.widgets.plain.labels import label
from aligner.gui.widgets.tables.facet_strip import FacetStrip
from aligner.gui.widgets.tables.rows_view import RowsView
from aligner.gui.widgets.tables.search_box import SearchBox
from aligner.gui.words.problems import problem_columns, problem_facets, problem_table
from aligner.gui.words.values import day, moment
from aligner.usecases.catalogues.browse import catalogues, problems
from aligner.usecases.catalogues.removed import put_back_catalogue, remove_catalogue
from aligner.usecases.catalogues.unlisted import unlisted_problems
from aligner.usecases.comparing.entry import comparable_pairs
from aligner.usecases.project.changed import Changed, Part

NATIONAL, INTERNATIONAL, PROBLEMS = range(3)
LIST_ROWS = 4
"""Rows of the list of catalogues that are visible without scrolling."""


class CataloguesPage(Page):
    """The list of catalogues above, tabs with what they hold below."""

    def __init__(self, context: Context, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(context, actions, parent)
        translate = context.translate
        self._catalogues: list[Catalogue] = []
        self.add_heading(
            translate("Catalogues"),
            translate("The lists of standards that are compared. Loading a newer list keeps every decision."),
            "catalogue.load",
        )
        self.list_model = RowsModel(self._list_columns(), parent=self)
        self.list_view = RowsView(context, self.list_model, "catalogues", translate("Loaded catalogues"))
        self.list_view.current_changed.connect(self._show_problems_of)
        self.list_view.current_changed.connect(lambda _position: self.state_changed.emit())
        header = self.list_view.horizontalHeader().sizeHint().height()
        self.list_view.setFixedHeight(header + LIST_ROWS * self.list_view.verticalHeader().defaultSectionSize() + 4)
        self.parts = {level: StandardsPart(context, level) for level in Level}
        self.problems = RowsModel(problem_columns(translate), problem_facets(translate), self)
        self.problem_view = RowsView(context, self.problems, "problems", translate("Problems"))
        self.problem_search = SearchBox(context, translate("Search the problems"))
        self.problem_title = label(style="muted")
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(self.parts[Level.NATIONAL], translate("National catalogue"))
        self.tabs.addTab(self.parts[Level.INTERNATIONAL], translate("International catalogue"))
        self.tabs.addTab(self._problems_part(), translate("Problems"))
        self.tabs.currentChanged.connect(lambda _tab: self.state_changed.emit())
        for tab, level in ((NATIONAL, Level.NATIONAL), (INTERNATIONAL, Level.INTERNATIONAL)):
            self.parts[level].view.current_changed.connect(lambda _position: self.state_changed.emit())
            self.parts[level].counted.connect(lambda number, tab=tab, level=level: self._name_tab(tab, level, number))
        self._stack = QStackedWidget()
        self._stack.addWidget(self._content())
        self._stack.addWidget(self._empty_state())
        self.body.addWidget(self._stack, 1)

    def reload(self) -> None:
        """Show the catalogues of the project."""
        self._catalogues = self.context.do(catalogues) or []
        self._stack.setCurrentIndex(0 if self._catalogues else 1)
        self.list_model.set_table(self._list_table())
        for part in self.parts.values():
            part.reload()
        if self._catalogues and self.list_view.position() < 0:
            self.list_view.go_to(0)
        self._show_problems_of(self.list_view.position())
        self.state_changed.emit()

    def empty(self) -> None:
        """Let go of the standards."""
        for part in self.parts.values():
            part.clear()

    def concerns(self, what: Changed) -> bool:
        """Only a loaded catalogue is of interest here."""
        return Part.CATALOGUES in what.parts

    def is_ready(self) -> bool:
        """Whether there is a catalogue to look at."""
        return bool(self._catalogues)

    def show_national(self) -> None:
        """Open the tab with the national standards."""
        self._open(NATIONAL)

    def show_international(self) -> None:
        """Open the tab with the international standards."""
        self._open(INTERNATIONAL)

    def show_problems(self) -> None:
        """Open the tab with the problems of the chosen catalogue."""
        self._open(PROBLEMS)

    def show_standard(self, level: Level, designation: str) -> None:
        """Open the tab of this level and go to the standard."""
        self.tabs.setCurrentIndex(NATIONAL if level is Level.NATIONAL else INTERNATIONAL)
        self.parts[level].go_to(designation)

    def chosen_catalogue(self) -> Catalogue | None:
        """The catalogue that is chosen in the list; None when none is."""
        position = self.list_view.position()
        return self._catalogues[position] if 0 <= position < len(self._catalogues) else None

    def can_remove(self) -> bool:
        """Whether a catalogue is chosen that can be removed."""
        return self.chosen_catalogue() is not None and self.context.can_write and not self.context.is_busy

    def remove_catalogue(self) -> None:
        """Take the chosen catalogue out of the project; a button of the notice puts it back."""
        catalogue = self.chosen_catalogue()
        if catalogue is None or self.context.do(remove_catalogue, catalogue.id) is None:
            return
        text = self.translate("The catalogue {file} was removed; decisions stay.", file=catalogue.file_name)
        put_back = partial(self.context.do, put_back_catalogue, catalogue.id)
        self.told_with_button.emit(text, self.translate("Put back"), put_back)

    def pairs(self) -> Sequence[tuple[str, str]]:
        """The pairs of the chosen standard that were confirmed or compared."""
        session, tab = self.context.session, self.tabs.currentIndex()
        if session is None or tab == PROBLEMS or not self.is_ready():
            return ()
        level = Level.NATIONAL if tab == NATIONAL else Level.INTERNATIONAL
        designation = self.parts[level].designation()
        return comparable_pairs(session, level, designation) if designation else ()

    def table(self) -> RowsView | None:
        """The table of the open tab."""
        return self._current()[0] if self.is_ready() else None

    def search_box(self) -> SearchBox | None:
        """The search of the open tab."""
        return self._current()[1] if self.is_ready() else None

    def start_focus(self) -> QWidget:
        """The table of the open tab."""
        return self.table() or self.button_of_empty

    def state(self) -> dict[str, Any]:
        """The open tab, and where each of the two lists is."""
        return {"tab": self.tabs.currentIndex()} | {level.value: part.state() for level, part in self.parts.items()}

    def restore(self, state: dict[str, Any]) -> None:
        """Open the tab and go where the lists were."""
        self.tabs.setCurrentIndex(int(state.get("tab", NATIONAL)))
        for level, part in self.parts.items():
            part.restore(state.get(level.value, {}))

    def _open(self, tab: int) -> None:
        self.tabs.setCurrentIndex(tab)
        self.start_focus().setFocus()

    def _current(self) -> tuple[RowsView, SearchBox]:
        tab = self.tabs.currentIndex()
        if tab == PROBLEMS:
            return self.problem_view, self.problem_search
        part = self.parts[Level.NATIONAL if tab == NATIONAL else Level.INTERNATIONAL]
        return part.view, part.search

    def _name_tab(self, tab: int, level: Level, number: int) -> None:
        name = N_("National catalogue") if level is Level.NATIONAL else N_("International catalogue")
        self.tabs.setTabText(tab, f"{self.translate(name)} ({self.translate.number(number)})")

    def _show_problems_of(self, position: int) -> None:
        if not 0 <= position < len(self._catalogues):
            return
        catalogue = self._catalogues[position]
        in_file, stated = self.context.do(problems, catalogue.id), self.context.do(unlisted_problems, catalogue.id)
        found = [*(in_file or ()), *(stated or ())]
        self.problems.set_table(problem_table(found, self.translate))
        self.tabs.setTabText(PROBLEMS, f"{self.translate('Problems')} ({self.translate.number(len(found))})")
        self.problem_title.setText(self.translate("Found while reading {file}", file=catalogue.file_name))

    def _content(self) -> QWidget:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.list_view)
        column.addWidget(self.tabs, 1)
        return content

    def _empty_state(self) -> QWidget:
        self.button_of_empty = self.button("catalogue.load", "primary")
        return EmptyState(
            self.context,
            "catalogues",
            self.translate("No catalogue is loaded yet"),
            self.translate(
                "Load the list of national standards and the list of international ones: Excel, CSV or text, as they "
                "are. Sheet, headings and columns are recognized."
            ),
            self.button_of_empty,
        )

    def _problems_part(self) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 10, 0, 0)
        column.setSpacing(8)
        self.problem_search.search_in(self.problems)
        self.problem_search.left_downwards.connect(self.problem_view.setFocus)
        self.problem_search.setMaximumWidth(380)
        above = QHBoxLayout()
        above.setSpacing(10)
        above.addWidget(self.problem_search, 1)
        above.addWidget(FacetStrip(self.context, self.problems), 1)
        above.addWidget(self.problem_title)
        column.addLayout(above)
        column.addWidget(self.problem_view, 1)
        return part

    def _list_columns(self) -> tuple[Column, ...]:
        translate = self.translate
        return (
            Column("level", translate("Side"), show=lambda level: translate(LEVEL_NAMES[level]), width=110),
            Column("file_name", translate("File"), width=280),
            Column("sheet", translate("Sheet"), width=140),
            Column("standards", translate("Standards"), show=translate.number, is_right=True, width=100),
            Column("left_out", translate("Rows left out"), show=translate.number, is_right=True, width=110),
            Column("reference_date", translate("Date of list"), show=lambda text: day(text, translate), width=120,
                   tip=translate("The date of the list")),
            Column("loaded_at", translate("Loaded"), show=lambda text: moment(text, translate), width=160),
        )  # fmt: skip

    def _list_table(self) -> Table:
        listed = self._catalogues
        return Table(
            {
                "level": [one.level for one in listed],
                "file_name": [one.file_name for one in listed],
                "sheet": [one.sheet for one in listed],
                "standards": [one.standards for one in listed],
                "left_out": [one.rows - one.standards for one in listed],
                "reference_date": [one.reference_date for one in listed],
                "loaded_at": [one.loaded_at for one in listed],
            }
        )
