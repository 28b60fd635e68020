"""The conversion rate by ICS field, committee and year of publication, those that lack most first."""

from typing import Any

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from aligner.domain.figures.indicator import BREAKDOWN_NAMES
from aligner.domain.standards.table import Table
from aligner.gui.delegates.bar import BarDelegate, CellBar, size_of, text_of
from aligner.gui.models.columns import Column, natural
from aligner.gui.models.rows_model import RowsModel
from aligner.gui.pages.indicators.tab import Part, beside
from aligner.gui.surroundings.context import Context
from aligner.gui.widgets.plain.labels import label
from aligner.gui.widgets.tables.rows_behind import RowsBehind
from aligner.gui.widgets.tables.rows_view import RowsView
from aligner.gui.widgets.tables.search_box import SearchBox
from aligner.gui.words.figures import count
from aligner.usecases.figures import dashboard
from aligner.usecases.figures.dashboard import BREAKDOWNS, Dashboard, Group
from aligner.usecases.project.session import Session


class GroupsPart(Part):
    """A bar for each group on the left, the rows of the chosen one on the right."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        translate = self.translate
        self._groups: list[Group] = []
        self._wanted: str | None = None
        self.by = QComboBox()
        self.by.setAccessibleName(translate("Break down by"))
        for name in BREAKDOWNS:
            self.by.addItem(translate(BREAKDOWN_NAMES[name]), name)
        self.by.currentIndexChanged.connect(self._turn)
        self.model = RowsModel(self._columns(), parent=self)
        self.view = RowsView(context, self.model, "groups", translate("Conversion rate by group"))
        self.view.setItemDelegateForColumn(1, BarDelegate(context.theme, self.model, self.view))
        self.view.current_changed.connect(self._show_rows)
        self.behind = RowsBehind(context, "groups")
        self.behind.standard_wanted.connect(self.standard_wanted)
        self.behind.review_wanted.connect(self.review_wanted)
        self.remark = label(style="muted", wraps=True)
        self._lay_out()

    def reload(self, shown: Dashboard) -> None:
        """Count every group; those that lack most come first."""
        by = self._by()

        def work(_session: Session) -> list[Group]:
            return dashboard.groups(shown, by)

        def show(groups: list[Group]) -> None:
            if self.is_current(shown) and by == self._by():
                self._show(shown, groups)

        self.context.read(show, work)

    def show_nothing(self) -> None:
        """Show no groups; the one that is chosen will be chosen again."""
        position = self.view.position()
        self._wanted = self._groups[position].key if 0 <= position < len(self._groups) else None
        self._groups = []
        self.model.set_table(self._table(0.0))
        self.behind.clear("")

    def open(self, by: str, key: str) -> None:
        """Show the rows of this group."""
        known = [group.key for group in self._groups]
        if by == self._by() and key in known:
            self.view.go_to(known.index(key))
            return
        with QSignalBlocker(self.by):
            self.by.setCurrentIndex(max(0, self.by.findData(by)))
        self._groups, self._wanted = [], key
        if self.shown is not None:
            self.reload(self.shown)

    def tables(self) -> tuple[RowsView, ...]:
        """The groups and the rows."""
        return (self.view, self.behind.view)

    def search_box(self) -> SearchBox | None:
        """The search of the rows."""
        return self.behind.search

    def state(self) -> dict[str, Any]:
        """What it is broken down by."""
        return {"by": self._by()}

    def restore(self, state: dict[str, Any]) -> None:
        """Break down by the same."""
        with QSignalBlocker(self.by):
            self.by.setCurrentIndex(max(0, self.by.findData(state.get("by", BREAKDOWNS[0]))))

    def _by(self) -> str:
        return str(self.by.currentData())

    def _turn(self) -> None:
        self._groups, self._wanted = [], None
        if self.shown is not None:
            self.reload(self.shown)

    def _show(self, shown: Dashboard, groups: list[Group]) -> None:
        keys, wanted = [group.key for group in groups], self._wanted
        is_other = keys[:1] != [group.key for group in self._groups[:1]]
        self._groups = groups
        self.model.set_table(self._table(shown.target))
        remarks = {
            "ics": self.translate(
                "A standard with several ICS fields counts in each of them, so the "
                "fields add up to more than the total."
            ),
            "year": self.translate("By the publication year of the international edition in force."),
        }
        self.remark.setText(remarks.get(self._by(), ""))
        if groups and (is_other or self.view.position() < 0):
            self.view.go_to(keys.index(wanted) if wanted in keys else 0)
        self._wanted = None
        if not groups:
            self.behind.clear(self.translate("Nothing is applicable under this profile."))

    def _show_rows(self, position: int) -> None:
        shown = self.shown
        if shown is None or not 0 <= position < len(self._groups):
            return
        group, by = self._groups[position], self._by()
        sentence = self.translate(
            "{converted} of {applicable} applicable standards are converted; those that are not come first.",
            converted=count(group.converted, self.translate),
            applicable=count(group.applicable, self.translate),
        )
        self.behind.show_rows(
            self.translate(group.label), sentence, lambda: dashboard.rows_of_one(shown, by, group.key)
        )

    def _columns(self) -> tuple[Column, ...]:
        translate = self.translate
        number = lambda value: count(value, translate)  # noqa: E731 - one way for four columns
        return (
            Column("label", translate("Group"), key=natural, width=180),
            Column("rate", translate("Conversion rate"), show=text_of, key=size_of, width=180),
            Column("lacking", translate("Missing"), show=number, is_right=True, width=76),
            Column("converted", translate("Converted count"), show=number, is_right=True, width=124),
            Column("applicable", translate("Applicable count"), show=number, is_right=True, width=124),
            Column("gap", translate("Gap"), show=number, is_right=True, width=60,
                   tip=translate("What this group alone would have to adopt to reach the target")),
            Column("rate_current", translate("Net of outdated"), show=translate.percent, is_right=True, width=130),
        )  # fmt: skip

    def _table(self, target: float) -> Table:
        groups = self._groups
        return Table(
            {
                "label": [self.translate(group.label) for group in groups],
                "rate": [CellBar(group.rate, self.translate.percent(group.rate), target=target) for group in groups],
                "lacking": [group.lacking for group in groups],
                "converted": [group.converted for group in groups],
                "applicable": [group.applicable for group in groups],
                "gap": [group.gap for group in groups],
                "rate_current": [group.rate_current for group in groups],
            }
        )

    def _lay_out(self) -> None:
        above = QHBoxLayout()
        above.setSpacing(8)
        above.addWidget(label(self.translate("Break down by")))
        above.addWidget(self.by)
        above.addWidget(self.remark, 1)
        left = QWidget()
        inside = QVBoxLayout(left)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(6)
        inside.addLayout(above)
        inside.addWidget(self.view, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.addWidget(beside(left, self.behind, (640, 530)))
