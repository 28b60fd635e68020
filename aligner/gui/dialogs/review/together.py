"""Says one thing about many standards at once: the selected ones, or all that the view shows."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QWidget

from aligner.domain.standards.table import Table
from aligner.gui.dialogs.dialog import Dialog
from aligner.gui.models.columns import Column, natural
from aligner.gui.models.rows_model import RowsModel
from aligner.gui.surroundings.context import Context
from aligner.gui.widgets.plain.labels import label
from aligner.gui.widgets.tables.rows_view import RowsView
from aligner.i18n import Translator
from aligner.usecases.review import notes
from aligner.usecases.review.queue import Queue
from aligner.usecases.review.together import (
    BULK_ACTION_NAMES,
    SPARED_NAMES,
    VERDICTS,
    BulkAction,
    BulkPlan,
    BulkStep,
    Spared,
    do_together,
    plan_together,
)

NOTES = tuple(action for action in BulkAction if action not in VERDICTS)
"""What can be said where nothing can be decided in bulk: of works, or in a blind review."""

SELECTED, SHOWN = "selected", "shown"


class TogetherDialog(Dialog):
    """Lists every standard it would touch before it does anything."""

    done_together = Signal(object, str)
    """The BulkStep, and what became of it in a sentence."""

    def __init__(
        self,
        context: Context,
        parent: QWidget | None,
        queue: Queue,
        actions: Sequence[BulkAction],
        selected: Sequence[str],
        shown: Sequence[str],
    ) -> None:
        translate = context.translate
        super().__init__(
            context,
            parent,
            translate("Several standards at once"),
            translate(
                "Everything it would touch is listed below before anything is recorded. A single undo reverts it."
            ),
        )
        self._queue = queue
        self._standards = {SELECTED: selected, SHOWN: shown}
        self.plan: BulkPlan | None = None
        self.action, self.scope = QComboBox(), QComboBox()
        self.name, self.note = QLineEdit(), QLineEdit()
        self.counts = label(style="heading", wraps=True)
        self.left_out = label(style="muted", wraps=True)
        self.model = RowsModel(_columns(translate), parent=self)
        self.view = RowsView(context, self.model, "together", translate("Standards concerned"))
        self._fill(actions)
        self.add_button(translate("Cancel")).clicked.connect(self.reject)
        self.do_button = self.add_button("", primary=True)
        self.do_button.clicked.connect(self._do)
        self.resize(760, 560)
        self._make_plan()

    def _fill(self, actions: Sequence[BulkAction]) -> None:
        translate = self.translate
        for action in actions:
            self.action.addItem(translate(BULK_ACTION_NAMES[action]), action.value)
        self.action.setAccessibleName(translate("What to record"))
        texts = {
            SELECTED: translate.plural(
                "the {number} selected row", "the {number} selected rows", len(self._standards[SELECTED])
            ),
            SHOWN: translate.plural(
                "the {number} row in the view", "all {number} rows in the view", len(self._standards[SHOWN])
            ),
        }
        for scope, text in texts.items():
            if self._standards[scope]:
                self.scope.addItem(text, scope)
        if len(self._standards[SELECTED]) <= 1:
            self.scope.setCurrentIndex(self.scope.count() - 1)  # one row is always selected
        self.scope.setAccessibleName(translate("For"))
        self.name.setPlaceholderText(translate("Name of the reviewer; empty for nobody"))
        self.name.setAccessibleName(self.name.placeholderText())
        self.note.setPlaceholderText(translate("Note for all of them"))
        self.note.setAccessibleName(self.note.placeholderText())
        self.action.currentIndexChanged.connect(self._make_plan)
        self.scope.currentIndexChanged.connect(self._make_plan)
        self.name.textChanged.connect(self._make_plan)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.action)
        line.addWidget(label(translate("for")))
        line.addWidget(self.scope)
        line.addStretch(1)
        self.body.addLayout(line)
        for part in (self.name, self.note, self.counts, self.left_out):
            self.body.addWidget(part)
        self.body.addWidget(self.view, 1)

    def _make_plan(self) -> None:
        action = BulkAction(self.action.currentData())
        self.name.setVisible(action is BulkAction.HAND_OVER)
        self.note.setVisible(action in VERDICTS)
        standards = self._standards[self.scope.currentData()]
        name = " ".join(self.name.text().split())
        self.plan = self.context.do(plan_together, self._queue.candidates, standards, action, name)
        if self.plan is None:
            return
        translate, count = self.translate, len(self.plan.rows)
        self.counts.setText(
            translate.plural("{number} standard is concerned", "{number} standards are concerned", count)
        )
        self.left_out.setText(translate("Not included: {reasons}", reasons=spared_text(self.plan.reasons(), translate)))
        self.left_out.setVisible(bool(self.plan.left_out))
        self.do_button.setText(translate.plural("Record for {number} standard", "Record for {number} standards", count))
        self.do_button.setEnabled(bool(count))
        handed = self.context.do(notes.handed) or {}
        self.model.set_table(
            Table(
                {
                    "national": [row.designation for row in self.plan.rows],
                    "title": [self._title(row.designation) for row in self.plan.rows],
                    "international": [row.international for row in self.plan.rows],
                    "handed": [handed.get(row.designation, "") for row in self.plan.rows],
                }
            )
        )
        self.view.setColumnHidden(2, action not in (BulkAction.REJECT, BulkAction.UNSURE))
        self.view.setColumnHidden(3, action is not BulkAction.HAND_OVER)

    def _title(self, designation: str) -> str:
        return str(self._queue.table["title"][self._queue.positions[designation]])

    def _do(self) -> None:
        if self.plan is None:
            return
        step = self.context.do(do_together, self.plan, " ".join(self.note.text().split()))
        if isinstance(step, BulkStep):
            self.accept()
            self.done_together.emit(step, together_text(self.plan, step, self.translate))


def together_text(plan: BulkPlan, step: BulkStep, translate: Translator) -> str:
    """ "No counterpart: 12 standards; left out: already decided (3)"."""
    count = translate.plural("{number} standard", "{number} standards", step.taken)
    what = translate(BULK_ACTION_NAMES[plan.action])
    if plan.action is BulkAction.HAND_OVER and plan.name:
        what = translate("Handed over to {name}", name=plan.name)
    if not step.left_out:
        return translate("{what}: {count}", what=what, count=count)
    return translate(
        "{what}: {count}; left out: {reasons}", what=what, count=count, reasons=spared_text(step.left_out, translate)
    )


def spared_text(reasons: dict[Spared, int], translate: Translator) -> str:
    """How many were left out and why, on one line."""
    return translate("; ").join(
        f"{translate(SPARED_NAMES[reason])} ({translate.number(count)})" for reason, count in reasons.items()
    )


def _columns(translate: Translator) -> tuple[Column, ...]:
    return (
        Column("national", translate("Standard"), key=natural, width=180),
        Column("title", translate("Title"), width=300),
        Column("international", translate("First candidate"), key=natural, width=200),
        Column("handed", translate("Handed to"), width=160),
    )
