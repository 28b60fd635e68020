"""What moved the rate between two snapshots: the causes one after the other, and the standards that each moved."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from aligner.domain.standards.table import Table
from aligner.gui.delegates.bar import BarDelegate, CellBar, size_of, text_of
from aligner.gui.dialogs.dialog import Dialog
from aligner.gui.models.columns import Column, Facet, natural
from aligner.gui.models.rows_model import RowsModel
from aligner.gui.surroundings.context import Context
from aligner.gui.widgets.plain.labels import label, selectable
from aligner.gui.widgets.tables.facet_strip import FacetStrip
from aligner.gui.widgets.tables.rows_view import ROW_HEIGHT, RowsView
from aligner.gui.words.figures import change, count
from aligner.usecases.figures.compare_snapshots import Moved, Step, compare_snapshots, moved_rows

RATE_COLUMN = 1
CAUSES = 4
"""Rules, day, catalogues, decisions: all of them are seen at once."""

MOVES = ("entered", "left", "converted", "no_longer_converted")


class SnapshotComparisonDialog(Dialog):
    """Two snapshots to choose from, the causes, and below them the standards that the chosen cause moved."""

    def __init__(
        self, context: Context, parent: QWidget | None, names: Sequence[str], earlier: str, later: str
    ) -> None:
        translate = context.translate
        super().__init__(context, parent, translate("What changed the rate"))
        self._steps: tuple[Step, ...] = ()
        self._asked = 0
        self.earlier = self._box(names, earlier, translate("From the snapshot"))
        self.later = self._box(names, later, translate("to"))
        self.sentence = selectable()
        self.steps = RowsModel(_step_columns(context), parent=self)
        self.steps_view = RowsView(context, self.steps, "moved.steps", translate("What changed the rate"))
        self.steps_view.setItemDelegateForColumn(RATE_COLUMN, BarDelegate(context.theme, self.steps, self.steps_view))
        self.steps_view.current_changed.connect(self._show_works)
        header = self.steps_view.horizontalHeader().sizeHint().height()
        self.steps_view.setMinimumHeight(header + CAUSES * ROW_HEIGHT + 16)
        self.works = RowsModel(_work_columns(context), _work_facets(context), self)
        self.works_view = RowsView(context, self.works, "moved.works", translate("Standards affected by this cause"))
        self.works_heading = label(style="heading")
        self._lay_out()
        self.add_close_button()
        self.resize(1100, 640)
        self._compare()

    def _compare(self) -> None:
        """Count both states beside the window; only the last pair that was asked for is shown."""
        self._asked += 1
        asked, earlier, later = self._asked, self.earlier.currentText(), self.later.currentText()
        self.sentence.setText(self.translate("Computing …"))

        def show(moved: Moved) -> None:
            if asked == self._asked:
                self._show(moved)

        self.context.read(show, compare_snapshots, earlier, later)

    def _show(self, moved: Moved) -> None:
        self._steps = moved.steps
        self.sentence.setText(moved_sentence(self.context, moved))
        self.steps.set_table(_step_table(self.context, moved))
        widest = max(range(len(moved.steps)), key=lambda place: (abs(moved.steps[place].change or 0), place))
        self.steps_view.go_to(widest)
        self._show_works(widest)

    def _show_works(self, position: int) -> None:
        if not 0 <= position < len(self._steps):
            return
        step = self._steps[position]
        self.works_heading.setText(
            self.translate.plural(
                "{cause}: {number} standard affected",
                "{cause}: {number} standards affected",
                len(step.moved),
                cause=self.translate(step.cause),
            )
        )
        self.works.set_table(moved_rows(step, self.translate))

    def _box(self, names: Sequence[str], chosen: str, title: str) -> QComboBox:
        box = QComboBox()
        box.addItems(list(names))
        box.setCurrentText(chosen)
        box.setAccessibleName(title)
        box.setMinimumContentsLength(16)
        box.currentIndexChanged.connect(self._compare)
        return box

    def _lay_out(self) -> None:
        above = QHBoxLayout()
        above.setSpacing(8)
        for title, box in ((self.translate("From the snapshot"), self.earlier), (self.translate("to"), self.later)):
            above.addWidget(label(title))
            above.addWidget(box)
        above.addStretch(1)
        below = QWidget()
        column = QVBoxLayout(below)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        beside = QHBoxLayout()
        beside.addWidget(self.works_heading)
        beside.addWidget(FacetStrip(self.context, self.works), 1)
        column.addLayout(beside)
        column.addWidget(self.works_view, 1)
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.addWidget(self.steps_view)
        split.addWidget(below)
        split.setStretchFactor(1, 1)
        self.body.addLayout(above)
        self.body.addWidget(self.sentence)
        self.body.addWidget(split, 1)


def moved_sentence(context: Context, moved: Moved) -> str:
    """From which rate to which, and what did most of it."""
    translate = context.translate
    before, after = moved.before.value, moved.after.value
    ends = translate("From {before} to {after}", before=translate.percent(before), after=translate.percent(after))
    if before is None or after is None:
        return f"{ends}."
    if not any(step.moved or step.change for step in moved.steps):
        return translate("{ends}: nothing changed.", ends=ends)
    widest = max(moved.steps, key=lambda step: abs(step.change or 0))
    return translate(
        "{ends}, {points} percentage points; mainly because of {cause} ({change}).",
        ends=ends,
        points=change(after - before, translate),
        cause=translate(widest.cause),
        change=change(widest.change, translate),
    )


def _step_columns(context: Context) -> tuple[Column, ...]:
    translate = context.translate
    number = lambda value: count(value, translate)  # noqa: E731 - one way for six columns
    return (
        Column("cause", translate("Cause"), width=180),
        Column("rate", translate("Rate after it"), show=text_of, key=size_of, width=150),
        Column("change", translate("Points"), is_right=True, width=70,
               tip=translate("What the step changes, in percentage points")),
        Column("numerator", translate("Numerator"), show=number, is_right=True, width=96),
        Column("denominator", translate("Denominator"), show=number, is_right=True, width=112),
        Column("entered", translate("Newly counted"), show=number, is_right=True, width=80,
               tip=translate("Standards that count now and did not before")),
        Column("left", translate("No longer counted"), show=number, is_right=True, width=70,
               tip=translate("Standards that counted before and no longer do")),
        Column("converted", translate("Newly converted"), show=number, is_right=True, width=132),
        Column("no_longer_converted", translate("No longer converted"), show=number, is_right=True, width=130),
    )  # fmt: skip


def _step_table(context: Context, moved: Moved) -> Table:
    translate = context.translate
    steps = moved.steps
    counts = [step.counts() for step in steps]
    return Table(
        {
            "cause": [translate(step.cause) for step in steps],
            "rate": [_bar(context, step) for step in steps],
            "change": [change(step.change, translate) for step in steps],
            "numerator": [step.after.numerator for step in steps],
            "denominator": [step.after.denominator for step in steps],
            **{name: [each[name] for each in counts] for name in MOVES},
        }
    )


def _bar(context: Context, step: Step) -> CellBar:
    """What the cause adds or takes away."""
    before, after = step.before.value, step.after.value
    text = context.translate.percent(after)
    if before is None or after is None:
        return CellBar(after, text)
    return CellBar(after, text, start=before, is_loss=after < before)


def _work_columns(context: Context) -> tuple[Column, ...]:
    translate = context.translate
    return (
        Column("international", translate("International standard"), key=natural, width=160),
        Column("before", translate("Before"), width=150),
        Column("after", translate("After"), width=150),
        Column("reason_before", translate("Why before"), width=210),
        Column("reason_after", translate("Why after"), width=210),
        Column("title", translate("Title"), width=260),
    )


def _work_facets(context: Context) -> tuple[Facet, ...]:
    translate = context.translate
    return (
        Facet("before", translate("Before"), lambda value: (value,)),
        Facet("after", translate("After"), lambda value: (value,)),
    )
