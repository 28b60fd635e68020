"""The kinds of one facet as a list to tick, searched as every table is."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from aligner.gui.models.rows_model import tooltip
from aligner.usecases.catalogues.searched import has_words, search_words, searchable

COUNT = int(Qt.ItemDataRole.UserRole) + 3
"""Role under which a kind gives how many rows it has, as it is shown."""

_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_TOOLTIP = int(Qt.ItemDataRole.ToolTipRole)
_TICK = int(Qt.ItemDataRole.CheckStateRole)
_ACCESSIBLE = int(Qt.ItemDataRole.AccessibleTextRole)
_NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class FacetKind:
    """One kind in the user's language; `count` is "" where rows are not counted."""

    key: str
    text: str
    count: str = ""
    meaning: str = ""


class KindsModel(QAbstractListModel):
    """Keeps the order in which the kinds were given; only `turn` sets a tick."""

    ticked = Signal(str, bool)
    """Key of a kind, and whether it is ticked now."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._kinds: Sequence[FacetKind] = ()
        self._texts: list[str] = []
        self._chosen: set[str] = set()
        self.shown: list[FacetKind] = []

    def set_kinds(self, kinds: Sequence[FacetKind], chosen: frozenset[str]) -> None:
        """List these, with a tick at those that are chosen."""
        self._kinds, self._chosen = kinds, set(chosen)
        self._texts = searchable(kind.text for kind in kinds)
        self.search("")

    def search(self, typed: str) -> None:
        """List only the kinds with these words."""
        words = search_words(typed)
        self.beginResetModel()
        self.shown = [kind for kind, text in zip(self._kinds, self._texts, strict=True) if has_words(text, words)]
        self.endResetModel()

    def turn(self, row: int) -> None:
        """Set the tick of the kind in this row, or take it away."""
        if not 0 <= row < len(self.shown):
            return
        key = self.shown[row].key
        self._chosen ^= {key}
        self.dataChanged.emit(self.index(row, 0), self.index(row, 0))
        self.ticked.emit(key, key in self._chosen)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        """How many kinds are listed."""
        return 0 if parent.isValid() else len(self.shown)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = _DISPLAY) -> Any:
        """What a kind says in this role."""
        if not index.isValid() or not 0 <= index.row() < len(self.shown):
            return None
        kind = self.shown[index.row()]
        if role == _DISPLAY:
            return kind.text
        if role == COUNT:
            return kind.count
        if role == _TICK:
            return Qt.CheckState.Checked if kind.key in self._chosen else Qt.CheckState.Unchecked
        if role == _TOOLTIP:
            return tooltip(kind.text, kind.meaning)
        if role == _ACCESSIBLE:
            return f"{kind.text} {kind.count}".strip()
        return None
