"""The newest steps of the journal, docked below any page: a row leads to its pair, one decision can be taken back."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDockWidget, QHBoxLayout, QToolButton, QWidget

from aligner.domain.change import Change, RowChange
from aligner.gui.models.rows_model import RowsModel
from aligner.gui.pages.history.tables import journal_columns, journal_table
from aligner.gui.surroundings.context import Context
from aligner.gui.surroundings.visibility import visibility_of
from aligner.gui.widgets.tables.rows_view import RowsView
from aligner.usecases.project.changed import Changed
from aligner.usecases.project.history import row_to_take_back
from aligner.usecases.review.decide import take_back
from aligner.usecases.review.double_review import visible_steps

NEWEST = 300
"""Steps that are listed; the History page has all of them."""

HEIGHT = 170


class HistoryDock(QDockWidget):
    """Listed anew after every step, while it is open."""

    pair_wanted = Signal(object)
    """Keys of the step that was chosen: pairs (national, work)."""

    def __init__(self, context: Context, close: QAction, parent: QWidget | None = None) -> None:
        translate = context.translate
        super().__init__(translate("Latest steps"), parent)
        self.setObjectName("history")
        self.setFeatures(QDockWidget.DockWidgetFeature.DockWidgetMovable)
        self._context = context
        self._visibility = visibility_of(context.preferences)
        self._changes: list[Change] = []
        self.model = RowsModel(journal_columns(translate), parent=self)
        self.view = RowsView(context, self.model, "newest", translate("Latest steps"))
        self.view.setMinimumHeight(HEIGHT - 60)
        self.view.chosen.connect(self._go)
        self.view.clicked.connect(self._clicked)
        self.view.current_changed.connect(lambda _position: self._look())
        self.take_back_button = _button(translate("Undo this decision only"), self._take_back)
        close_button = QToolButton()
        close_button.setObjectName("button")
        close_button.setDefaultAction(close)
        inside = QWidget()
        beside = QHBoxLayout(inside)
        beside.setContentsMargins(16, 4, 16, 8)
        beside.setSpacing(8)
        beside.addWidget(self.view, 1)
        beside.addWidget(self.take_back_button)
        beside.addWidget(close_button)
        self.setWidget(inside)
        context.changed.connect(self._follow)

    def refresh(self) -> None:
        """List the newest steps; nothing while it is closed or no project is open."""
        if self.isHidden():
            return
        self._visibility = visibility_of(self._context.preferences)
        found = self._context.do(visible_steps, self._visibility, limit=NEWEST) if self._context.has_project else None
        self._changes = found or []
        self.model.set_table(journal_table(self._changes, self._context.translate))
        self._look()

    def setVisible(self, visible: bool) -> None:  # noqa: N802 - Qt's name and form
        """What is shown is up to date."""
        super().setVisible(visible)
        self.refresh()

    def _follow(self, _what: Changed) -> None:
        self.refresh()

    def _clicked(self, index: QModelIndex) -> None:
        self._go(self.model.position(index.row()))

    def _go(self, position: int) -> None:
        if 0 <= position < len(self._changes):
            self.pair_wanted.emit([row.key for row in self._changes[position].rows])

    def _look(self) -> None:
        self.take_back_button.setEnabled(self._row() is not None)

    def _row(self) -> RowChange | None:
        position = self.view.position()
        is_listed = 0 <= position < len(self._changes)
        if not is_listed or not self._context.can_write or self._visibility.is_second:  # others may have decided since
            return None
        return row_to_take_back(self._changes, self._changes[position])

    def _take_back(self) -> None:
        row = self._row()
        if row is not None:
            self._context.do(take_back, *row.key)


def _button(text: str, act: Callable[[], None]) -> QToolButton:
    button = QToolButton()
    button.setObjectName("button")
    button.setText(text)
    button.clicked.connect(act)
    return button
