"""A table that is filled in as in a spreadsheet, everything by keyboard."""

import csv
import io
from collections.abc import Callable

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QHeaderView, QTableView, QWidget

from aligner.domain.cell_text import guarded, unguarded
from aligner.gui.delegates.entry import EntryDelegate
from aligner.gui.models.comparison_columns import ENTRY_COLUMNS
from aligner.gui.models.comparison_rows import ComparisonModel
from aligner.gui.surroundings.context import Context
from aligner.gui.widgets.tables.frozen_columns import FrozenColumns
from aligner.usecases.comparing.paste import Pasted

Index = QModelIndex | QPersistentModelIndex
Block = list[list[str]]
"""Cells of the clipboard, line by line."""

ROW_HEIGHT = 30
NOWHERE = -1
MOST_PASTED = 2000
"""Rows that are taken from the clipboard at most."""


class EntryView(QTableView):
    """Typing or F2 edits, Enter goes down, Tab to the right, Delete empties, Ctrl+C, X, V, Z and Y as everywhere.

    Enter after Tab goes down to where the first Tab was pressed, so that row after row is typed without the mouse.
    Ctrl+Minus takes rows out, Ctrl+Plus makes room for one, Ctrl+Tab leaves the table. `read_headings` tells what the
    cells of the clipboard say when their first line is one of headings, else None: then they are entered by position.
    """

    headed = Signal(Pasted)
    """Cells were pasted by their headings."""

    def __init__(
        self,
        context: Context,
        model: ComparisonModel,
        label: str,
        read_headings: Callable[[Block], Pasted | None],
        *,
        is_writable: bool,
    ) -> None:
        super().__init__()
        self.entries = model
        self._read_headings = read_headings
        self._is_writable = is_writable
        self._tabbed = (NOWHERE, NOWHERE, 0)  # row and column that Tab came to, and the column where it began
        self.setModel(model)
        self.setAccessibleName(label)
        delegate = EntryDelegate(context.translate, self)
        delegate.typed.connect(model.try_text)
        delegate.left.connect(model.forget_typed)
        self.setItemDelegate(delegate)
        trigger = QAbstractItemView.EditTrigger
        triggers = trigger.AnyKeyPressed | trigger.EditKeyPressed | trigger.DoubleClicked
        self.setEditTriggers(triggers if is_writable else trigger.NoEditTriggers)
        self.setAlternatingRowColors(True)
        self.setWordWrap(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._set_up_headers()
        self.frozen = FrozenColumns(self)

    def selected_rows(self) -> list[int]:
        """The rows in which something is selected."""
        return sorted({index.row() for index in self.selectedIndexes()})

    def go_to(self, row: int, column: int = 0) -> None:
        """Make this cell the current one and the only one that is selected."""
        index = self.entries.index(row, column)
        if index.isValid():
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.scrollTo(index)

    def scrollTo(  # noqa: N802 - Qt's name
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """Show this cell, and not below the frozen column."""
        super().scrollTo(index, hint)
        self.frozen.reveal(index)

    def copy(self, *, with_headings: bool = False) -> None:
        """Put the selected cells on the clipboard, as spreadsheets take them; no cell can pass for a formula."""
        chosen = self.selectedIndexes()
        if not chosen:
            return
        rows = range(min(one.row() for one in chosen), max(one.row() for one in chosen) + 1)
        columns = range(min(one.column() for one in chosen), max(one.column() for one in chosen) + 1)
        texts = {(one.row(), one.column()): self.entries.text(one.row(), one.column()) for one in chosen}
        target = io.StringIO()
        writer = csv.writer(target, delimiter="\t", lineterminator="\n")
        if with_headings:
            labels = (self.entries.heading(column) for column in columns)
            writer.writerow([guarded(text) for text in labels])
        writer.writerows([guarded(texts.get((row, column), "")) for column in columns] for row in rows)
        QGuiApplication.clipboard().setText(target.getvalue())

    def cut(self) -> None:
        """Copy the selected cells and empty them."""
        self.copy()
        self.empty()

    def paste(self) -> None:
        """Enter what the clipboard has from the current cell on; a single text fills all selected cells.

        Below a line of headings each column is entered where it belongs, from the current row on.
        """
        block = read_block(QGuiApplication.clipboard().text())
        if not self._is_writable or not block:
            return
        pasted = self._read_headings(block) if len(block) > 1 else None
        if pasted is not None:
            self.entries.enter_rows(max(self.currentIndex().row(), 0), pasted.rows)
            self.headed.emit(pasted)
            return
        chosen = self.selectedIndexes()
        start = self.currentIndex()
        if len(block) == len(block[0]) == 1 and len(chosen) > 1:
            self.entries.change_cells({(one.row(), one.column()): block[0][0] for one in chosen})
            return
        top, left = max(start.row(), 0), max(start.column(), 0)
        if chosen:
            top, left = min(one.row() for one in chosen), min(one.column() for one in chosen)
        self.entries.change_cells(
            {
                (top + down, left + right): text
                for down, line in enumerate(block)
                for right, text in enumerate(line[: len(ENTRY_COLUMNS) - left])
            }
        )

    def empty(self) -> None:
        """Empty the selected cells."""
        if self._is_writable:
            there = self.entries.rowCount() - 1
            chosen = (one for one in self.selectedIndexes() if one.row() < there)
            self.entries.change_cells({(one.row(), one.column()): "" for one in chosen})

    def remove_rows(self) -> None:
        """Take out the rows in which something is selected."""
        if self._is_writable:
            rows, column = self.selected_rows(), max(self.currentIndex().column(), 0)
            self.entries.remove_rows(rows)
            self.go_to(min(min(rows, default=0), self.entries.rowCount() - 1), column)

    def insert_row(self) -> None:
        """Make room for a row above the current one."""
        if self._is_writable:
            row = max(self.currentIndex().row(), 0)
            self.entries.insert_row(row)
            self.go_to(row)

    # what Qt tells

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """The keys of a spreadsheet; everything else is typing."""
        for sequence, act in (
            (QKeySequence.StandardKey.Copy, self.copy),
            (QKeySequence.StandardKey.Cut, self.cut),
            (QKeySequence.StandardKey.Paste, self.paste),
            (QKeySequence.StandardKey.Undo, self.entries.undo),
            (QKeySequence.StandardKey.Redo, self.entries.redo),
            (QKeySequence("Ctrl+Y"), self.entries.redo),
        ):
            if _is_pressed(event, sequence):
                act()
                return
        is_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if not is_control:
                if self.state() == QAbstractItemView.State.EditingState:
                    return  # passed on by an editor, which is about to be closed and goes on then
                is_back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
                self._go_down(-1 if is_back else 1)
            case Qt.Key.Key_Delete | Qt.Key.Key_Backspace if not is_control:
                self.empty()
            case Qt.Key.Key_Minus if is_control:
                self.remove_rows()
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal if is_control:
                self.insert_row()
            case Qt.Key.Key_Tab if is_control:
                self._leave(forward=True)
            case Qt.Key.Key_Backtab if is_control:
                self._leave(forward=False)
            case Qt.Key.Key_Escape:
                event.ignore()
            case _:
                super().keyPressEvent(event)

    def moveCursor(  # noqa: N802 - Qt's name
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Remember where going to the right by Tab began."""
        now = self.currentIndex()
        to = super().moveCursor(action, modifiers)
        if action in (QAbstractItemView.CursorAction.MoveNext, QAbstractItemView.CursorAction.MovePrevious):
            start = self._tabbed[2] if self._tabbed[:2] == (now.row(), now.column()) else now.column()
            self._tabbed = (to.row(), to.column(), start if to.row() == now.row() else to.column())
        return to

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:  # noqa: N802 - Qt's name
        """Enter in an editor goes on to the row below."""
        super().closeEditor(editor, hint)
        if hint == QAbstractItemDelegate.EndEditHint.SubmitModelCache:
            self._go_down(1)

    def _leave(self, *, forward: bool) -> None:
        """Go to the control behind or before the table: as long as Tab goes from cell to cell Qt stays in it."""
        self.setTabKeyNavigation(False)
        self.focusNextPrevChild(forward)
        self.setTabKeyNavigation(True)

    def _go_down(self, by: int) -> None:
        row, column = self.currentIndex().row(), max(self.currentIndex().column(), 0)
        if by > 0 and self._tabbed[:2] == (row, column):
            column = self._tabbed[2]
        self.go_to(min(max(row + by, 0), self.entries.rowCount() - 1), column)

    def _set_up_headers(self) -> None:
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for place, column in enumerate(ENTRY_COLUMNS):
            header.resizeSection(place, column.width)
        header.setHighlightSections(False)
        header.setMinimumHeight(2 * self.fontMetrics().height() + 12)
        vertical = self.verticalHeader()
        vertical.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        vertical.setDefaultSectionSize(max(ROW_HEIGHT, self.fontMetrics().height() + 12))


def _is_pressed(event: QKeyEvent, sequence: QKeySequence | QKeySequence.StandardKey) -> bool:
    if isinstance(sequence, QKeySequence.StandardKey):
        return event.matches(sequence)
    return QKeySequence(event.keyCombination()) == sequence


def read_block(text: str) -> Block:
    """The cells of what a spreadsheet puts on the clipboard; every line has at least one."""
    lines = csv.reader(io.StringIO(text.replace("\r\n", "\n").rstrip("\n"), newline=""), delimiter="\t")
    block = []
    try:
        for line in lines:
            block.append([unguarded(cell) for cell in line] or [""])
            if len(block) == MOST_PASTED:
                break
    except csv.Error:  # a cell beyond all bounds: what was read until there is taken
        pass
    return block
