"""The list that opens below the button of a facet: all kinds with their counts, to be searched and ticked."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QListView, QVBoxLayout, QWidget

from aligner.gui.delegates.kind import KindDelegate
from aligner.gui.models.kinds_model import FacetKind, KindsModel
from aligner.gui.surroundings.context import Context
from aligner.gui.widgets.plain.labels import label
from aligner.gui.widgets.tables.search_box import SearchBox

NARROWEST, WIDEST = 240, 460
MOST_ROWS = 12
"""Kinds that are visible without scrolling."""
FEW = 8
"""So many kinds need no search."""


class FacetMenu(QFrame):
    """Stays open while ticks are set. Down goes from the search to the list; Space or Enter ticks; Escape closes."""

    ticked = Signal(str, bool)
    """Key of a kind, and whether it is ticked now."""
    closed = Signal()

    def __init__(self, context: Context, name: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        translate = context.translate
        self.setObjectName("facetMenu")
        self.setAccessibleName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_NoMouseReplay)  # a click on the button only closes it
        self.model = KindsModel(self)
        self.search = SearchBox(context, translate("Search in “{name}”", name=name))
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setItemDelegate(KindDelegate(context.theme, self.list))
        self.list.setAccessibleName(name)
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.nothing = label(translate("Nothing to choose"), "muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 6, 6, 6)
        column.setSpacing(6)
        for part in (self.search, self.list, self.nothing):
            column.addWidget(part)
        self.model.ticked.connect(self.ticked)
        self.list.clicked.connect(self._click)
        self.search.searched.connect(self._find)
        self.search.left_downwards.connect(self._go_down)
        self.search.returnPressed.connect(self._turn_current)
        self.list.installEventFilter(self)

    def open_below(self, button: QWidget, kinds: Sequence[FacetKind], chosen: frozenset[str]) -> None:
        """Show these kinds below a button, inside its screen; the keyboard goes to the search, or to a short list."""
        self.search.forget()
        self.model.set_kinds(kinds, chosen)
        self._show_whether_empty()
        self.search.setVisible(len(kinds) > FEW)
        self._fit(button)
        self.show()
        (self.search if len(kinds) > FEW else self.list).setFocus(Qt.FocusReason.PopupFocusReason)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Tell that it is closed."""
        super().hideEvent(event)
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Escape closes; what is typed in the list is searched."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Space and Enter in the list tick; Up in its first row goes back to the search."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._turn_current()
            return True
        if event.key() == Qt.Key.Key_Up and self.list.currentIndex().row() <= 0 and self.search.isVisible():
            self.search.setFocus(Qt.FocusReason.BacktabFocusReason)
            return True
        return False

    def _click(self, index: QModelIndex) -> None:
        self.model.turn(index.row())

    def _turn_current(self) -> None:
        self.model.turn(self.list.currentIndex().row())

    def _find(self, typed: str) -> None:
        self.model.search(typed)
        self._show_whether_empty()

    def _go_down(self) -> None:
        self.list.setFocus(Qt.FocusReason.TabFocusReason)

    def _show_whether_empty(self) -> None:
        has_kinds = self.model.rowCount() > 0
        self.list.setCurrentIndex(self.model.index(0, 0))
        self.nothing.setVisible(not has_kinds)

    def _fit(self, button: QWidget) -> None:
        """As wide as the widest kind and as high as a dozen of them, inside the screen."""
        rows = self.model.rowCount()
        widest = self.list.sizeHintForColumn(0) + 40 if rows else NARROWEST
        height = self.list.sizeHintForRow(0) * min(max(rows, 1), MOST_ROWS) + 8 if rows else 0
        self.list.setFixedHeight(max(height, 30))
        self.setFixedWidth(min(max(widest, NARROWEST, button.width()), WIDEST))
        self.adjustSize()
        screen = button.screen().availableGeometry()
        place = QRect(button.mapToGlobal(QPoint(0, button.height() + 2)), self.size())
        if place.bottom() > screen.bottom():
            place.moveBottom(max(button.mapToGlobal(QPoint(0, -2)).y(), screen.top() + place.height()))
        place.moveLeft(max(screen.left(), min(place.left(), screen.right() - place.width())))
        self.move(place.topLeft())
