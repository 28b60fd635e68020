"""The key indicators of a pair as an editable table: texts by column, judged as they are entered."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from aligner.gui.models.columns import Badge
from aligner.gui.models.comparison_columns import DERIVED, ENTRY_COLUMNS, reason_text, verdict_badge
from aligner.gui.models.rows_model import tooltip
from aligner.gui.surroundings import icons
from aligner.gui.surroundings.theme import Theme
from aligner.i18n import Translator
from aligner.usecases.comparing.entry import Entered, entered_text, is_blank, judge_rows

Index = QModelIndex | QPersistentModelIndex
Cells = Mapping[tuple[int, int], str]

NOWHERE = QModelIndex()
LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
KEPT_STEPS = 100
PLACES = {column.name: place for place, column in enumerate(ENTRY_COLUMNS)}


class ComparisonModel(QAbstractTableModel):
    """A blank row at the end becomes one of the rows when something is entered there."""

    judged = Signal()
    """The rows were judged anew, with what is just being typed."""

    def __init__(
        self,
        blank: Mapping[str, str],
        translate: Translator,
        theme: Theme,
        *,
        is_writable: bool,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._blank = dict(blank)
        self._translate = translate
        self._theme = theme
        self._is_writable = is_writable
        self._rows: list[dict[str, str]] = []
        self._past: list[list[dict[str, str]]] = []
        self._future: list[list[dict[str, str]]] = []
        self._typed: dict[tuple[int, int], str] = {}
        self._entered: list[Entered | None] = []

    def set_rows(self, rows: Iterable[Mapping[str, str]]) -> None:
        """Show these rows; there is nothing to undo then."""
        self._past.clear()
        self._future.clear()
        self._replace([dict(row) for row in rows])

    def rows(self) -> list[dict[str, str]]:
        """The rows in which something was entered."""
        return [row for row in self._rows if not is_blank(row)]

    def entered(self, row: int) -> Entered | None:
        """What this row says; None when nothing was entered."""
        return self._entered[row] if 0 <= row < len(self._entered) else None

    def all_entered(self) -> Sequence[Entered | None]:
        """What every row says."""
        return self._entered

    def first_incomplete(self) -> int:
        """The first row that cannot be stored, but for those that are to be filled in; -1 when there is none."""
        lacking = (
            row for row, one in enumerate(self._entered) if one and one.comparison is None and not one.is_unfilled
        )
        return next(lacking, -1)

    def unfilled(self) -> list[int]:
        """The rows that name an indicator and say nothing of it yet."""
        return [row for row, one in enumerate(self._entered) if one is not None and one.is_unfilled]

    # changes, each of which can be undone

    def change_cells(self, cells: Cells) -> None:
        """Enter these texts; rows that are not there yet are added. The computed column stays as it is."""
        rows = [dict(row) for row in self._rows]
        for (row, column), text in cells.items():
            name = ENTRY_COLUMNS[column].name
            if name == DERIVED:
                continue
            while row >= len(rows):
                rows.append(dict(self._blank))
            rows[row][name] = entered_text(name, text)
        self._step(rows)

    def enter_rows(self, top: int, rows: Sequence[Mapping[str, str]]) -> None:
        """Enter the texts of these rows by column, from this row on."""
        self.change_cells(
            {
                (top + down, PLACES[name]): text
                for down, row in enumerate(rows)
                for name, text in row.items()
                if name in PLACES
            }
        )

    def remove_rows(self, chosen: Iterable[int]) -> None:
        """Take these rows out."""
        gone = set(chosen)
        self._step([row for place, row in enumerate(self._rows) if place not in gone])

    def insert_row(self, place: int) -> None:
        """Make room for a row here."""
        rows = list(self._rows)
        rows.insert(place, dict(self._blank))
        self._step(rows)

    def take(self, rows: Iterable[Mapping[str, str]], *, replacing: bool) -> None:
        """Add rows at the end; one of the same name takes the place of the earlier one, or is left out."""
        kept = {_name(row): row for row in self.rows()}
        for row in rows:
            if replacing or _name(row) not in kept:
                kept[_name(row)] = dict(row)
        self._step(list(kept.values()))

    def undo(self) -> bool:
        """Go back one step; False when there is none."""
        if not self._past:
            return False
        self._future.append(self._rows)
        self._replace(self._past.pop())
        return True

    def redo(self) -> bool:
        """Do again what was undone last; False when there is nothing."""
        if not self._future:
            return False
        self._past.append(self._rows)
        self._replace(self._future.pop())
        return True

    def try_text(self, index: Index, text: str) -> None:
        """Judge as if this text, which is just being typed, were entered."""
        self._typed = {(index.row(), index.column()): text}
        self._judge()

    def forget_typed(self) -> None:
        """The typing is over: what was entered counts."""
        if self._typed:
            self._typed = {}
            self._judge()

    # what Qt asks

    def rowCount(self, parent: Index = NOWHERE) -> int:  # noqa: N802 - Qt's name
        """The rows, and a blank one to go on with."""
        return 0 if parent.isValid() else len(self._rows) + self._is_writable

    def columnCount(self, parent: Index = NOWHERE) -> int:  # noqa: N802 - Qt's name
        """All columns."""
        return 0 if parent.isValid() else len(ENTRY_COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Texts as they are, words in the user's language, the verdict with its icon."""
        column = ENTRY_COLUMNS[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return RIGHT if column.is_right else LEFT
        if role == Qt.ItemDataRole.EditRole:
            return self.code(index.row(), index.column())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.text(index.row(), index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            is_derived = column.name == DERIVED
            entered = self.entered(index.row())
            text = reason_text(entered, self._translate) if is_derived else self.text(index.row(), index.column())
            return tooltip(text)
        badge = self._badge(index)
        if badge is not None and role == Qt.ItemDataRole.DecorationRole:
            return icons.icon(badge.icon, self._theme.tones[badge.tone], paper=self._theme.base)
        if badge is not None and role == Qt.ItemDataRole.ForegroundRole:
            return self._theme.tone(badge.tone)
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: N802 - Qt's name
        """Enter a text into one cell."""
        if role != Qt.ItemDataRole.EditRole:
            return False
        if str(value) != self.code(index.row(), index.column()):
            self.change_cells({(index.row(), index.column()): str(value)})
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Everything can be edited but what is computed."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        is_derived = ENTRY_COLUMNS[index.column()].name == DERIVED
        return usual | Qt.ItemFlag.ItemIsEditable if self._is_writable and not is_derived else usual

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Names of columns, numbers of rows."""
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        if orientation is Qt.Orientation.Horizontal:
            text = self.heading(section)
            return text.replace(" ", "\n", 1) if role == Qt.ItemDataRole.DisplayRole else text
        return str(section + 1) if section < len(self._rows) else "+"

    def heading(self, column: int) -> str:
        """What a column is called, on one line."""
        return self._translate(ENTRY_COLUMNS[column].label)

    def code(self, row: int, column: int) -> str:
        """What is kept in a cell."""
        return self._rows[row].get(ENTRY_COLUMNS[column].name, "") if row < len(self._rows) else ""

    def text(self, row: int, column: int) -> str:
        """What is shown in a cell."""
        wanted = ENTRY_COLUMNS[column]
        if wanted.name == DERIVED:
            badge = verdict_badge(self.entered(row), self._translate)
            return badge.text if badge else ""
        code = self.code(row, column)
        return self._translate(wanted.words[code]) if code in wanted.words else code

    # helpers

    def _badge(self, index: Index) -> Badge | None:
        is_derived = ENTRY_COLUMNS[index.column()].name == DERIVED
        return verdict_badge(self.entered(index.row()), self._translate) if is_derived else None

    def _step(self, rows: list[dict[str, str]]) -> None:
        if rows == self._rows:
            return
        self._past = [*self._past[1 - KEPT_STEPS :], self._rows]
        self._future.clear()
        self._replace(rows)

    def _replace(self, rows: list[dict[str, str]]) -> None:
        """Show other rows; the place of the user stays, so the model is not reset."""
        before = self.rowCount()
        after = before + len(rows) - len(self._rows)
        self._typed = {}
        if after > before:  # the blank row becomes a row where it is, and another one comes below
            self.beginInsertRows(NOWHERE, before, after - 1)
            self._rows = rows
            self.endInsertRows()
        elif after < before:
            self.beginRemoveRows(NOWHERE, after, before - 1)
            self._rows = rows
            self.endRemoveRows()
        self._rows = rows
        if after:
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, after - 1)
        self._judge()

    def _judge(self) -> None:
        rows = [dict(row) for row in self._rows]
        for (row, column), text in self._typed.items():
            if row == len(rows):
                rows.append(dict(self._blank))
            rows[row][ENTRY_COLUMNS[column].name] = entered_text(ENTRY_COLUMNS[column].name, text)
        self._entered = judge_rows(rows)
        if self.rowCount():
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, len(ENTRY_COLUMNS) - 1))
        self.judged.emit()


def _name(row: Mapping[str, str]) -> tuple[str, str]:
    return row.get("product", "").casefold(), row.get("indicator", "").casefold()
