"""The numbered candidates: digits choose, Right unfolds why."""

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from aligner.gui.delegates.offer import OfferDelegate
from aligner.gui.models.offers import OfferLine, OffersModel
from aligner.gui.surroundings.context import Context


class CandidateList(QListView):
    """The rows come from `OfferLine`s; the last one may be "no counterpart"."""

    current_changed = Signal(int)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.offers_model = OffersModel(self)
        self.setModel(self.offers_model)
        self.setItemDelegate(OfferDelegate(context.theme, self))
        self.setAccessibleName(context.translate("Candidates"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setAlternatingRowColors(True)
        self.doubleClicked.connect(lambda index: self.offers_model.turn(index.row()))
        self._is_quiet = False
        self.selectionModel().currentRowChanged.connect(lambda now, _before: self._tell(now.row()))

    def show_lines(self, lines: list[OfferLine], current: int) -> None:
        """Show these, with this row chosen; nothing is told about the choice."""
        self._is_quiet = True
        self.offers_model.set_lines(lines)
        self._choose(current)
        self._is_quiet = False

    def choose(self, row: int) -> None:
        """Make this row the chosen one."""
        if 0 <= row < len(self.offers_model.lines):
            self._choose(row)

    def current(self) -> int:
        """The chosen row; -1 when there is none."""
        return self.currentIndex().row()

    def turn_waterfall(self) -> None:
        """Unfold what adds up to the score of the chosen candidate, or fold it."""
        self.offers_model.turn(self.current())
        self.scrollTo(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Right unfolds, Left folds, as in a tree."""
        is_open = self.offers_model.opened == self.current() >= 0
        wanted = {Qt.Key.Key_Right: True, Qt.Key.Key_Left: False}.get(Qt.Key(event.key()))
        if wanted is None:
            super().keyPressEvent(event)
        elif wanted != is_open:
            self.turn_waterfall()

    def _tell(self, row: int) -> None:
        if not self._is_quiet:
            self.current_changed.emit(row)

    def _choose(self, row: int) -> None:
        index = self.offers_model.index(row, 0)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index)
