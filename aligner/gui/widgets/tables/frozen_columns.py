"""The first columns of a table that stay where they are while the others scroll sideways."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, Qt
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

EDGE = 2
"""Width of the line between the columns that stay and those that scroll."""

Index = QModelIndex | QPersistentModelIndex


class FrozenColumns(QTableView):
    """Lies over the left edge of the table once that is scrolled; it shows, the table itself does everything else.

    To be made when the table has its model and the widths of its columns.
    """

    def __init__(self, table: QTableView, count: int = 1) -> None:
        super().__init__(table)
        self._table = table
        self._count = count
        self.setObjectName("frozenColumns")
        self.setModel(table.model())
        self.setSelectionModel(table.selectionModel())
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(table.verticalScrollMode())
        self.setAlternatingRowColors(table.alternatingRowColors())
        self.setWordWrap(table.wordWrap())
        self.setAccessibleName(table.accessibleName())
        self.verticalHeader().hide()
        self._set_up_columns()
        self._follow()

    def width_covered(self) -> int:
        """How much of the table's left edge is covered when it is scrolled."""
        return sum(self.columnWidth(column) for column in range(self._count))

    def reveal(self, index: Index) -> None:
        """Scroll the table so far that this cell is not below the frozen columns."""
        if index.column() < self._count or not self._table.horizontalScrollBar().value():
            return
        hidden = self.width_covered() + EDGE - self._table.columnViewportPosition(index.column())
        if hidden > 0:
            bar = self._table.horizontalScrollBar()
            bar.setValue(bar.value() - hidden)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """The table has another size or another font."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._place()
        return super().eventFilter(watched, event)

    def _set_up_columns(self) -> None:
        for column in range(self._count, self.model().columnCount()):
            self.hideColumn(column)
        ours, theirs = self.horizontalHeader(), self._table.horizontalHeader()
        ours.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        ours.setDefaultAlignment(theirs.defaultAlignment())
        ours.setHighlightSections(theirs.highlightSections())
        rows = self._table.verticalHeader()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(rows.defaultSectionSize())
        for column in range(self._count):
            self.setColumnWidth(column, self._table.columnWidth(column))

    def _follow(self) -> None:
        """Do as the table does."""
        table = self._table
        table.horizontalHeader().sectionResized.connect(self._resize_column)
        table.horizontalHeader().geometriesChanged.connect(self._place)
        table.verticalScrollBar().valueChanged.connect(self.verticalScrollBar().setValue)
        self.verticalScrollBar().valueChanged.connect(table.verticalScrollBar().setValue)
        table.horizontalScrollBar().valueChanged.connect(lambda _value: self._place())
        table.installEventFilter(self)
        self.doubleClicked.connect(self._edit)
        self._place()

    def _resize_column(self, column: int, _before: int, width: int) -> None:
        if column < self._count:
            self.setColumnWidth(column, width)
            self._place()

    def _edit(self, index: QModelIndex) -> None:
        """A double click edits in the table, which comes back to its first column for that."""
        if index.flags() & Qt.ItemFlag.ItemIsEditable and self._table.editTriggers():
            self._table.scrollTo(index)
            self._table.edit(index)

    def _place(self) -> None:
        """Over the left edge, as wide as the columns; nowhere when nothing is scrolled."""
        table = self._table
        viewport = table.viewport().geometry()
        height = table.horizontalHeader().height()
        self.horizontalHeader().setFixedHeight(height)
        top = viewport.top() - height
        self.setGeometry(QRect(viewport.left(), top, self.width_covered() + EDGE, viewport.height() + height))
        self.setVisible(table.horizontalScrollBar().value() > 0)
        self.raise_()
