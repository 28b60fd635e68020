"""Why the number is what it is: the steps from the raw quotient, and the rate under every profile."""

from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from aligner.domain.standards.table import Table
from aligner.gui.delegates.bar import BarDelegate, CellBar, size_of, text_of
from aligner.gui.models.columns import Column
from aligner.gui.models.rows_model import RowsModel
from aligner.gui.pages.indicators.tab import Part, beside
from aligner.gui.surroundings.context import Context
from aligner.gui.widgets.plain.labels import label
from aligner.gui.widgets.tables.rows_behind import RowsBehind
from aligner.gui.widgets.tables.rows_view import RowsView
from aligner.gui.widgets.tables.search_box import SearchBox
from aligner.gui.words.figures import change, count, interval
from aligner.usecases.figures import dashboard
from aligner.usecases.figures.dashboard import Dashboard, ProfileRate, Step
from aligner.usecases.project.session import Session

BAR_COLUMN = 1


class WhyPart(Part):
    """The steps and the profiles on the left, the rows that a step moved on the right."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        translate = self.translate
        self._steps: list[Step] = []
        self._place = -1
        self.steps_model = RowsModel(self._step_columns(), parent=self)
        self.steps_view = self._view(self.steps_model, "steps", translate("From the raw quotient to the rate"))
        self.steps_view.current_changed.connect(self._show_rows)
        self.remark = label(style="muted", wraps=True)
        self.rates_model = RowsModel(self._rate_columns(), parent=self)
        self.rates_view = self._view(self.rates_model, "sensitivity", translate("The rate under every profile"))
        self.behind = RowsBehind(context, "steps")
        self.behind.standard_wanted.connect(self.standard_wanted)
        self.behind.review_wanted.connect(self.review_wanted)
        self.behind.clear(translate("Choose a step to see the rows it affects."))
        self._lay_out()

    def reload(self, shown: Dashboard) -> None:
        """Take the number apart, then count under the other profiles."""

        def steps(_session: Session) -> list[Step]:
            return dashboard.steps(shown)

        def rates(session: Session) -> list[ProfileRate]:
            return dashboard.rates(session, shown)

        def show_steps(found: list[Step]) -> None:
            if self.is_current(shown):
                self._show_steps(shown, found)
                self.context.read(show_rates, rates)

        def show_rates(found: list[ProfileRate]) -> None:
            if self.is_current(shown):
                self._show_rates(shown, found)

        self.context.read(show_steps, steps)

    def show_nothing(self) -> None:
        """Show no steps; the one that is chosen will be chosen again."""
        self._place = self.steps_view.position()
        self._steps = []
        self.remark.setText("")
        for model in (self.steps_model, self.rates_model):
            model.set_table(Table({column.name: [] for column in model.columns}))
        self.behind.clear("")

    def open(self, place: int) -> None:
        """Show the rows that this step moved."""
        self._place = place
        self.sides.setCurrentIndex(0)
        if 0 <= place < len(self._steps):
            self.steps_view.go_to(place)

    def tables(self) -> tuple[RowsView, ...]:
        """Steps or profiles, whichever is open, and the rows."""
        return ((self.steps_view, self.rates_view)[self.sides.currentIndex()], self.behind.view)

    def search_box(self) -> SearchBox | None:
        """The search of the rows."""
        return self.behind.search

    def _view(self, model: RowsModel, name: str, title: str) -> RowsView:
        view = RowsView(self.context, model, name, title)
        view.setItemDelegateForColumn(BAR_COLUMN, BarDelegate(self.context.theme, model, view))
        return view

    def _show_steps(self, shown: Dashboard, steps: list[Step]) -> None:
        self._steps = steps
        translate = self.translate
        self.remark.setText(" ".join(dashboard.open_verdicts(shown.indicator("applicability_judged"), translate)))
        before = [None, *(step.rate for step in steps)]
        self.steps_model.set_table(
            Table(
                {
                    "label": [translate(step.label) for step in steps],
                    "rate": [
                        _bar(last, step, translate.percent(step.rate), shown.target)
                        for last, step in zip(before, steps, strict=False)
                    ],
                    "change": [change(step.change, translate) for step in steps],
                    "numerator": [step.numerator for step in steps],
                    "denominator": [step.denominator for step in steps],
                    "rows": [len(step.rows) for step in steps],
                }
            )
        )
        if steps and self.steps_view.position() < 0:
            widest = max(range(len(steps)), key=lambda place: abs(steps[place].change or 0))
            self.steps_view.go_to(self._place if 0 <= self._place < len(steps) else widest)

    def _show_rates(self, shown: Dashboard, rates: list[ProfileRate]) -> None:
        translate = self.translate
        own = rates[0].rate.value
        differences = ["", *(change(_difference(one.rate.value, own), translate) for one in rates[1:])]
        self.rates_model.set_table(
            Table(
                {
                    "title": [_title(one, translate.language) for one in rates],
                    "rate": [
                        CellBar(one.rate.value, translate.percent(one.rate.value), target=shown.target) for one in rates
                    ],
                    "numerator": [one.rate.numerator for one in rates],
                    "denominator": [one.rate.denominator for one in rates],
                    "interval": [interval(one.rate, translate) for one in rates],
                    "difference": differences,
                }
            )
        )

    def _show_rows(self, position: int) -> None:
        shown = self.shown
        if shown is None or not 0 <= position < len(self._steps):
            return
        step = self._steps[position]
        if not step.rows:
            nothing = self.translate("This step affects no row.") if position else self.translate(
                "The starting point: what a spreadsheet gives when it divides by all rows."
            )  # fmt: skip
            self.behind.clear(self.translate(step.label), nothing)
            return
        sentence = self.translate.plural("It moves {number} row.", "It moves {number} rows.", len(step.rows))
        self.behind.show_rows(self.translate(step.label), sentence, lambda: dashboard.rows_moved(shown, step))

    def _step_columns(self) -> tuple[Column, ...]:
        translate = self.translate
        number = lambda value: count(value, translate)  # noqa: E731 - one way for three columns
        return (
            Column("label", translate("Counting step"), width=315),
            Column("rate", translate("Rate after it"), show=text_of, key=size_of, width=150),
            Column("change", translate("Points"), is_right=True, width=70,
                   tip=translate("What the step changes, in percentage points")),
            Column("numerator", translate("Numerator"), show=number, is_right=True, width=96),
            Column("denominator", translate("Denominator"), show=number, is_right=True, width=112),
            Column("rows", translate("Rows affected"), show=number, is_right=True, width=106),
        )  # fmt: skip

    def _rate_columns(self) -> tuple[Column, ...]:
        translate = self.translate
        number = lambda value: count(value, translate)  # noqa: E731 - one way for two columns
        return (
            Column("title", translate("Profile"), width=270),
            Column("rate", translate("Conversion rate"), show=text_of, key=size_of, width=170),
            Column("difference", translate("Points"), is_right=True, width=70,
                   tip=translate("Against the chosen profile, in percentage points")),
            Column("numerator", translate("Numerator"), show=number, is_right=True, width=96),
            Column("denominator", translate("Denominator"), show=number, is_right=True, width=112),
            Column("interval", translate("Over open verdicts"), width=130),
        )  # fmt: skip

    def _lay_out(self) -> None:
        left = QTabWidget()
        left.setDocumentMode(True)
        left.addTab(self.steps_view, self.translate("From the raw quotient to the rate"))
        left.addTab(self.rates_view, self.translate("The rate under every profile"))
        self.sides = left
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.addWidget(self.remark)
        column.addWidget(beside(left, self.behind, (680, 490)), 1)


def _bar(before: float | None, step: Step, text: str, target: float) -> CellBar:
    """What the step adds or takes away; the first one is the rate itself."""
    if before is None or step.rate is None:
        return CellBar(step.rate, text, target=target)
    return CellBar(step.rate, text, start=before, target=target, is_loss=step.rate < before)


def _title(one: ProfileRate, language: str) -> str:
    return (one.title_zh if language == "zh" else one.title_en) or one.name


def _difference(rate: float | None, own: float | None) -> float | None:
    return None if rate is None or own is None else rate - own
