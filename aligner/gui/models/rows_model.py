"""The one model of every table: a thin skin over `Rows` and an index array of those that are shown."""

import html
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from aligner.domain.standards.table import Table
from aligner.gui.models.columns import Badge, Column, Facet
from aligner.gui.models.rows import Positions, Rows

Index = QModelIndex | QPersistentModelIndex

BADGE = int(Qt.ItemDataRole.UserRole) + 1
"""Role under which a cell gives its Badge."""

# Plain numbers: comparing with an enum at each call doubles the time of a frame.
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_ALIGNMENT = int(Qt.ItemDataRole.TextAlignmentRole)
_TOOLTIP = int(Qt.ItemDataRole.ToolTipRole)
_ACCESSIBLE = int(Qt.ItemDataRole.AccessibleTextRole)
_DESCRIPTION = int(Qt.ItemDataRole.AccessibleDescriptionRole)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_NOWHERE = QModelIndex()
_FLAGS = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren


class RowsModel(QAbstractTableModel):
    """Rows of a table, searched, chosen by facets and sorted; `position` and `row_of` go between the two orders."""

    shown_changed = Signal()
    """Other rows are shown now, or in another order."""
    filter_cleared = Signal()
    """Every row is shown again: fields and buttons that choose rows go back to nothing."""

    def __init__(self, columns: Sequence[Column], facets: Sequence[Facet] = (), parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.rows = Rows(Table({column.name: [] for column in columns}), self.columns, facets)
        self.search = ""
        self.chosen: dict[str, frozenset[str]] = {}
        self.sorted_by = ""
        self.is_descending = False
        self.is_filtering = False
        """Whether the reset under way is due to another search or other facets, and not to other rows."""
        self._shown: Positions = np.zeros(0, dtype=np.intp)
        self._values: list[Sequence[Any]] = []
        self.set_rows(self.rows)

    def set_table(self, table: Table) -> None:
        """Show this table; search, facets and order stay."""
        self.set_rows(Rows(table, self.columns, self.rows.facets))

    def set_rows(self, rows: Rows) -> None:
        """Show these rows, perhaps prepared beside the window; search, facets and order stay."""
        self.beginResetModel()
        self.rows = rows
        self._values = [rows.table[column.name] for column in self.columns]
        self._choose()
        self.endResetModel()
        self.shown_changed.emit()

    def change_row(self, position: int, values: Mapping[str, Any]) -> None:
        """Put new values into a row of the table. It stays where it is until the next search or sort: what a person
        works on does not slip away."""
        self.rows.change(position, values)
        row = self.row_of(position)
        if row >= 0:
            self.dataChanged.emit(self.index(row, 0), self.index(row, len(self.columns) - 1))

    def set_filter(self, search: str, chosen: Mapping[str, frozenset[str]] | None = None) -> None:
        """Show only the rows that match; without `chosen` the facets stay as they are."""
        self.is_filtering = True
        self.beginResetModel()
        self.search = search
        if chosen is not None:
            self.chosen = {name: kinds for name, kinds in chosen.items() if kinds}
        self._choose()
        self.endResetModel()
        self.is_filtering = False
        self.shown_changed.emit()

    def clear_filter(self) -> None:
        """Show every row again."""
        self.set_filter("", {})
        self.filter_cleared.emit()

    def hides_everything(self) -> bool:
        """Whether there are rows, and search and facets leave none of them."""
        return bool(len(self.rows)) and not len(self._shown)

    def counts(self, facet: Facet) -> dict[str, int]:
        """How many rows each kind of the facet has, given the search and the other facets."""
        return self.rows.counts(facet, self.search, self.chosen)

    def position(self, row: int) -> int:
        """Where the row that is shown at `row` stands in the table; -1 when none is."""
        return int(self._shown[row]) if 0 <= row < len(self._shown) else -1

    def row_of(self, position: int) -> int:
        """Where a row of the table is shown; -1 when it is not."""
        found = np.flatnonzero(self._shown == position)
        return int(found[0]) if len(found) else -1

    def positions(self) -> list[int]:
        """All shown rows, in their order."""
        listed: list[int] = self._shown.tolist()
        return listed

    def text(self, row: int, column: int) -> str:
        """What a cell says."""
        return self.columns[column].text(self._values[column][self._shown[row]])

    def content(self, row: int, column: int) -> Badge | str:
        """What a cell shows: a badge, or text."""
        shown = self.columns[column]
        value = self._values[column][self._shown[row]]
        return shown.badge(value) if shown.badge is not None else shown.show(value)

    # what Qt asks

    def rowCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        """How many rows are shown."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        """How many columns there are."""
        return 0 if parent.isValid() else len(self.columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Every row can be chosen; nothing is edited in place."""
        return _FLAGS if index.isValid() else Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        """What a cell says in this role."""
        if role not in (_DISPLAY, _ALIGNMENT, BADGE, _TOOLTIP, _ACCESSIBLE, _DESCRIPTION) or not index.isValid():
            return None
        place = index.column()
        column = self.columns[place]
        if role == _ALIGNMENT:
            return _RIGHT if column.is_right else _LEFT
        value = self._values[place][self._shown[index.row()]]
        if role == BADGE:
            return column.badge(value) if column.badge is not None else None
        if role == _TOOLTIP:
            return tooltip(column.text(value), column.explanation(value))
        return column.explanation(value) if role == _DESCRIPTION else column.text(value)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:  # noqa: N802 - Qt's name
        """The label of a column, and what it means as a tooltip."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        if role == _DISPLAY:
            return column.label
        if role == _TOOLTIP:
            return tooltip(column.tip or column.label)
        if role == _ALIGNMENT:
            return _RIGHT if column.is_right else _LEFT
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Order the rows by this column; -1 gives the order of the table."""
        if not -1 <= column < len(self.columns):
            return
        self.layoutAboutToBeChanged.emit()
        kept = [(index, self.position(index.row())) for index in self.persistentIndexList()]
        self.sorted_by = self.columns[column].name if column >= 0 else ""
        self.is_descending = order == Qt.SortOrder.DescendingOrder
        self._choose()
        self._move_persistent(kept)
        self.layoutChanged.emit()
        self.shown_changed.emit()

    def _move_persistent(self, kept: list[tuple[QModelIndex, int]]) -> None:
        row_of = np.full(len(self.rows), -1, dtype=np.intp)
        row_of[self._shown] = np.arange(len(self._shown))
        moved = [self.index(int(row_of[position]), index.column()) for index, position in kept]
        self.changePersistentIndexList([index for index, _ in kept], moved)

    def _choose(self) -> None:
        mask = self.rows.matching(self.search, self.chosen)
        self._shown = self.rows.ordered(mask, self.sorted_by, descending=self.is_descending)


def tooltip(*texts: str) -> str:
    """Texts, perhaps of a file, as the paragraphs of a tooltip that wraps and is never taken for markup."""
    return "".join(f"<p>{html.escape(text)}</p>" for text in texts if text)
