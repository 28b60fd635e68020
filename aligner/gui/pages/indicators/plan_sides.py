"""The tabs beside the worklist: the road to the target, what committees need, scenarios, and what is worth checking."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from aligner.domain.catalogue import Level
from aligner.domain.standards.table import Table
from aligner.gui.delegates.bar import BarDelegate
from aligner.gui.models.rows_model import RowsModel
from aligner.gui.pages.indicators import plan_tables as tables
from aligner.gui.surroundings.context import Context
from aligner.gui.widgets.plain.labels import label
from aligner.gui.widgets.tables.rows_view import RowsView
from aligner.gui.words.figures import count
from aligner.usecases.figures.scenario import Compared, Outlook, Simulation

DOUBTS, FLAGS = 3, 4
"""The places of the two tabs that count what is in them."""


class PlanSides(QTabWidget):
    """Five tables; the first three follow the ticks."""

    standard_wanted = Signal(str, str)
    """Level and designation of a standard to be opened."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        translate = self.translate = context.translate
        self._known: Outlook | None = None
        self.years = RowsModel(tables.year_columns(translate), parent=self)
        self.committees = RowsModel(tables.committee_columns(translate), parent=self)
        self.compared = RowsModel(tables.scenario_columns(translate), parent=self)
        self.doubts = RowsModel(tables.doubt_columns(translate), parent=self)
        self.flags = RowsModel(tables.flag_columns(translate), parent=self)
        self.doubt_remark = label(style="muted", wraps=True)
        doubts = RowsView(context, self.doubts, "doubts", translate("Questionable applicability verdicts"))
        doubts.chosen.connect(self._open_doubt)
        flags = RowsView(context, self.flags, "flags", translate("Adoptions worth checking"))
        flags.chosen.connect(self._open_flag)
        self.setDocumentMode(True)
        for model, name, text, title in (
            (self.years, "years_ahead", translate("Years"), translate("Path to the target")),
            (self.committees, "committee_needs", translate("Committees"), translate("What each committee needs")),
            (self.compared, "scenarios", translate("Scenarios"), translate("Scenarios side by side")),
        ):
            view = RowsView(context, model, name, title)
            view.setItemDelegateForColumn(1, BarDelegate(context.theme, model, view))
            self._add(view, text, title)
        self._add(_below(self.doubt_remark, doubts), translate("Open verdicts"), doubts.accessibleName())
        self._add(flags, translate("Adoptions to check"), flags.accessibleName())

    def show_known(self, known: Outlook, doubts: Table, flags: Table) -> None:
        """What is worth checking under these figures."""
        translate, self._known = self.translate, known
        self.doubts.set_table(doubts)
        self.flags.set_table(flags)
        self.doubt_remark.setText(
            translate(
                "If no verdict left anything out, the rate would be {rate}: {converted} of {applicable}.",
                rate=translate.percent(known.floor.value),
                converted=count(known.floor.numerator, translate),
                applicable=count(known.floor.denominator, translate),
            )
        )
        numbers = [translate.number(len(listed)) for listed in (known.doubts, known.flags)]
        self.setTabText(DOUBTS, translate("Open verdicts ({number})", number=numbers[0]))
        self.setTabText(FLAGS, translate("Adoptions to check ({number})", number=numbers[1]))

    def show_simulation(self, then: Simulation, compared: list[Compared], target: float) -> None:
        """What the ticks lead to, and the saved scenarios."""
        self.years.set_table(tables.year_table(then.years, self.translate, target))
        self.committees.set_table(tables.committee_table(then.committees, self.translate, target))
        self.compared.set_table(tables.scenario_table(compared, self.translate, target))

    def show_nothing(self) -> None:
        """Empty tables."""
        self._known = None
        for model in (self.years, self.committees, self.compared, self.doubts, self.flags):
            model.set_table(Table({column.name: [] for column in model.columns}))
        self.doubt_remark.setText("")

    def _add(self, widget: QWidget, text: str, whole: str) -> None:
        self.setTabToolTip(self.addTab(widget, text), whole)

    def _open_doubt(self, position: int) -> None:
        if self._known is not None and 0 <= position < len(self._known.doubts):
            self.standard_wanted.emit(Level.INTERNATIONAL.value, self._known.doubts[position].designation)

    def _open_flag(self, position: int) -> None:
        if self._known is not None and 0 <= position < len(self._known.flags):
            self.standard_wanted.emit(Level.NATIONAL.value, self._known.flags[position].national)


def _below(above: QWidget, below: QWidget) -> QWidget:
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(6)
    column.addWidget(above)
    column.addWidget(below, 1)
    return whole
