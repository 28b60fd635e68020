"""The one view of every table: sorting by a click, columns to choose, widths remembered, rows to copy."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QColor, QGuiApplication, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QWidget

from aligner.domain.cell_text import guarded_line
from aligner.gui.delegates.cell import CellDelegate
from aligner.gui.models.rows_model import RowsModel
from aligner.gui.surroundings.context import Context
from aligner.gui.widgets.tables.nothing_shown import NothingShown

ROW_HEIGHT = 28
SMALLEST_COLUMN = 40
EDGE = 16


class RowsView(QTableView):
    """A table under a name, by which its columns are remembered."""

    current_changed = Signal(int)
    """The position in the table of the current row, -1 when there is none."""
    chosen = Signal(int)
    """The row that was double-clicked or entered."""

    def __init__(
        self, context: Context, model: RowsModel, name: str, label: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.rows_model = model
        self._context = context
        self._name = f"columns.{name}"
        self._kept = -1
        self._empty_text = ""
        self._roomy, self._least = -1, 0
        self._beside: list[int] = []
        self.setAccessibleName(label)
        self.setModel(model)
        self._set_up()
        self.nothing_shown = NothingShown(context, model, self)
        self._restore_columns()
        model.modelAboutToBeReset.connect(self._keep_current)
        model.modelReset.connect(self._restore_current)
        self.selectionModel().currentRowChanged.connect(self._tell_current)
        self.doubleClicked.connect(lambda index: self.chosen.emit(model.position(index.row())))
        header = self.horizontalHeader()
        header.sectionResized.connect(self._resized)
        header.sectionMoved.connect(self._columns_moved)
        header.sortIndicatorChanged.connect(self._sort)

    def position(self) -> int:
        """The position in the table of the current row; -1 when there is none."""
        return self.rows_model.position(self.currentIndex().row()) if self.currentIndex().isValid() else -1

    def selected_positions(self) -> list[int]:
        """The positions in the table of the selected rows, in the order in which they are shown."""
        rows = sorted({index.row() for index in self.selectionModel().selectedRows(self._first_column())})
        return [self.rows_model.position(row) for row in rows]

    def go_to(self, position: int) -> bool:
        """Make this row of the table the current one; False when it is not shown."""
        row = self.rows_model.row_of(position)
        if row < 0:
            return False
        self._make_current(row)
        return True

    def copy(self) -> None:
        """Put the selected rows, or all when none is selected, on the clipboard as tab-separated lines."""
        rows = sorted({index.row() for index in self.selectionModel().selectedRows(self._first_column())})
        QGuiApplication.clipboard().setText(self.as_tsv(rows or list(range(self.rows_model.rowCount()))))

    def as_tsv(self, rows: list[int]) -> str:
        """The visible columns of these rows, with a line of headings; no cell can pass for a formula."""
        header = self.horizontalHeader()
        places = [header.logicalIndex(place) for place in range(header.count())]
        visible = [column for column in places if not self.isColumnHidden(column)]
        lines = [[self.rows_model.columns[column].label for column in visible]]
        lines += [[self.rows_model.text(row, column) for column in visible] for row in rows]
        return "\n".join("\t".join(guarded_line(text) for text in line) for line in lines)

    def column_actions(self, menu: QMenu) -> list[QAction]:
        """One tick for each column; the last visible one cannot be hidden."""
        actions = []
        for place, column in enumerate(self.rows_model.columns):
            action = menu.addAction(column.label)
            action.setCheckable(True)
            action.setChecked(not self.isColumnHidden(place))
            action.toggled.connect(lambda shown, place=place: self.show_column(place, shown=shown))
            actions.append(action)
        return actions

    def show_column(self, column: int, *, shown: bool) -> None:
        """Show or hide a column, and remember it."""
        visible = sum(not self.isColumnHidden(place) for place in range(len(self.rows_model.columns)))
        if shown or visible > 1:
            self.setColumnHidden(column, not shown)
            self._fill_room()
            self._columns_moved()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter chooses the current row; copying copies whole rows."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.chosen.emit(self.position())
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: Any) -> None:  # noqa: N802 - Qt's name
        """Coming by keyboard to a table without a current row makes the first one current."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.rows_model.rowCount():
            self._make_current(0)

    def give_room(self, column: str, beside: Sequence[str], least: int) -> None:
        """Let this column fill the view beside these, which are in sight then, too; it is never narrower than `least`.
        Columns that are not named are scrolled to."""
        names = [one.name for one in self.rows_model.columns]
        self._roomy = names.index(column)
        self._beside = [names.index(one) for one in beside if one in names]
        self._least = least
        self._fill_room()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """The column that takes what is left grows and shrinks with the view."""
        super().resizeEvent(event)
        self._fill_room()

    def _fill_room(self) -> None:
        if self._roomy < 0 or self.isColumnHidden(self._roomy):
            return
        header = self.horizontalHeader()
        taken = sum(header.sectionSize(place) for place in self._beside if not self.isColumnHidden(place))
        width = max(self.viewport().width() - taken, self._least)
        if width != header.sectionSize(self._roomy):
            header.resizeSection(self._roomy, width)

    def tell_when_empty(self, text: str) -> None:
        """Let this stand in the table as long as it has no rows."""
        self._empty_text = text
        self.setAccessibleDescription(text)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """The rows, or what is told when there are none."""
        super().paintEvent(event)
        if self._empty_text and not self.rows_model.rowCount():
            painter = QPainter(self.viewport())
            painter.setPen(QColor(self._context.theme.muted))
            room = self.viewport().rect().adjusted(EDGE, EDGE, -EDGE, -EDGE)
            painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap), self._empty_text)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Rows stay as high as the font needs."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._set_row_height()

    def _set_up(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self._set_row_height()
        header = self.horizontalHeader()
        header.setSectionsMovable(True)
        header.setHighlightSections(False)
        header.setMinimumSectionSize(SMALLEST_COLUMN)
        header.setStretchLastSection(True)
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setSortIndicatorShown(True)
        header.setSectionsClickable(True)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._show_column_menu)
        self.setItemDelegate(CellDelegate(self._context.theme, self.rows_model, self))

    def _set_row_height(self) -> None:
        vertical = self.verticalHeader()
        vertical.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        vertical.setDefaultSectionSize(max(ROW_HEIGHT, self.fontMetrics().height() + 10))

    def _make_current(self, row: int) -> None:
        """Make this row the current one and the only one that is selected."""
        column = self.currentIndex().column()
        if column < 0 or self.isColumnHidden(column):
            column = self._first_column()
        index = self.rows_model.index(row, column)
        flag = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flag.ClearAndSelect | flag.Rows)
        self.scrollTo(index)

    def _first_column(self) -> int:
        header = self.horizontalHeader()
        places = (header.logicalIndex(place) for place in range(header.count()))
        return next((place for place in places if not self.isColumnHidden(place)), 0)

    def _sort(self, column: int, order: Qt.SortOrder) -> None:
        self.rows_model.sort(column, order)
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def _show_column_menu(self, point: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.column_actions(menu)
        menu.popup(self.horizontalHeader().mapToGlobal(point))

    # the current row survives a new table or another filter

    def _keep_current(self) -> None:
        self._kept = self.position()

    def _restore_current(self) -> None:
        row = self.rows_model.row_of(self._kept) if self._kept >= 0 else -1
        if row >= 0:
            self._make_current(row)
        elif self.rows_model.is_filtering and self.rows_model.rowCount():
            self._make_current(0)  # the keys go on working on what was found
        else:
            self.current_changed.emit(-1)

    def _tell_current(self, current: QModelIndex, _previous: QModelIndex) -> None:
        self.current_changed.emit(self.rows_model.position(current.row()) if current.isValid() else -1)

    # columns are remembered by name, so that a new one does not shift the others

    def _restore_columns(self) -> None:
        kept = self._context.preferences.mapping(self._name)
        header = self.horizontalHeader()
        for place, column in enumerate(self.rows_model.columns):
            mine = kept.get(column.name)
            width, is_hidden = (
                mine[:2] if isinstance(mine, list) and len(mine) == 3 else (column.width, column.is_hidden)
            )
            header.resizeSection(place, max(int(width), SMALLEST_COLUMN))
            self.setColumnHidden(place, bool(is_hidden))
        order = sorted(
            (mine[2], column.name)
            for column in self.rows_model.columns
            if isinstance(mine := kept.get(column.name), list) and len(mine) == 3
        )
        names = [column.name for column in self.rows_model.columns]
        for place, (_, name) in enumerate(order):
            header.moveSection(header.visualIndex(names.index(name)), place)

    def _resized(self, column: int) -> None:
        if column in self._beside:
            self._fill_room()
        self._columns_moved()

    def _columns_moved(self) -> None:
        header = self.horizontalHeader()
        kept = {
            column.name: [
                header.sectionSize(place) or column.width,
                self.isColumnHidden(place),
                header.visualIndex(place),
            ]
            for place, column in enumerate(self.rows_model.columns)
        }
        self._context.preferences.set(self._name, kept)
