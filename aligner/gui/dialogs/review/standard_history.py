"""What was decided on one standard, newest first; one decision can be taken back from here."""

from PySide6.QtWidgets import QWidget

from aligner.domain.change import Change, RowChange, Subject
from aligner.domain.standards.table import Table
from aligner.gui.dialogs.dialog import Dialog
from aligner.gui.models.columns import Column
from aligner.gui.models.rows_model import RowsModel
from aligner.gui.surroundings.context import Context
from aligner.gui.widgets.plain.labels import label
from aligner.gui.widgets.tables.rows_view import RowsView
from aligner.gui.words.changes import pair_text, time_column, times_of, values_text
from aligner.gui.words.values import action_marks
from aligner.i18n import Translator
from aligner.usecases.project.history import history_of
from aligner.usecases.review.decide import take_back

NAMES = ("at", "reviewer", "action", "pair", "before", "after")


class StandardHistoryDialog(Dialog):
    """One line for each change of a row."""

    def __init__(self, context: Context, parent: QWidget | None, designation: str) -> None:
        translate = context.translate
        super().__init__(
            context,
            parent,
            translate("History of {designation}", designation=designation),
            translate("Newest first. Undoing one decision leaves all later ones as they are."),
        )
        self._designation = designation
        self._rows: list[RowChange] = []
        self.model = RowsModel(history_columns(translate), parent=self)
        self.view = RowsView(context, self.model, "standard_history", translate("History"))
        self.view.current_changed.connect(lambda _position: self._look())
        self.nothing = label(translate("No decisions on it yet."), "muted")
        self.body.addWidget(self.view)
        self.body.addWidget(self.nothing)
        self.take_back_button = self.add_button(translate("Undo this decision only"))
        self.take_back_button.clicked.connect(self._take_back)
        self.add_close_button()
        self.resize(860, 380)
        self._show()

    def _show(self) -> None:
        changes = list(self.context.do(history_of, self._designation) or ())
        lines = [(change, row) for change in changes for row in change.rows if self._designation in row.key]
        self._rows = [row for _, row in lines]
        self.model.set_table(_table(lines, self.translate))
        self.view.setVisible(bool(lines))
        self.nothing.setVisible(not lines)
        if lines:
            self.view.go_to(0)
        self._look()

    def _standing(self) -> RowChange | None:
        """The chosen row, if it is the newest word on its pair and a decision."""
        position = self.view.position()
        if not 0 <= position < len(self._rows) or not self.context.can_write:
            return None
        row = self._rows[position]
        newest = next(one for one in self._rows if one.key == row.key and one.subject is row.subject)
        return row if newest is row and row.subject is Subject.DECISION and row.after is not None else None

    def _look(self) -> None:
        self.take_back_button.setEnabled(self._standing() is not None)

    def _take_back(self) -> None:
        row = self._standing()
        if row is not None and self.context.do(take_back, *row.key) is not None:
            self._show()


def history_columns(translate: Translator) -> tuple[Column, ...]:
    """When, who, what, on which pair, before and after."""
    return (
        time_column(translate, 140),
        Column("reviewer", translate("Reviewer"), width=100),
        Column("action", translate("Step"), badge=action_marks(translate), width=120),
        Column("pair", translate("About"), width=170),
        Column("before", translate("Before"), width=140),
        Column("after", translate("After"), width=140),
    )


def _table(lines: list[tuple[Change, RowChange]], translate: Translator) -> Table:
    rows = [
        {
            "at": times_of(change),
            "reviewer": change.reviewer,
            "action": change.action,
            "pair": pair_text(row),
            "before": values_text(row, row.before, translate),
            "after": values_text(row, row.after, translate),
        }
        for change, row in lines
    ]
    return Table.from_rows(NAMES, rows)
