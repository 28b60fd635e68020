"""The numbered candidates of one standard as a list."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from aligner.gui.models.columns import Badge
from aligner.gui.models.rows_model import tooltip

LINE = int(Qt.ItemDataRole.UserRole) + 2
"""Role under which a row gives its OfferLine."""

_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_TOOLTIP = int(Qt.ItemDataRole.ToolTipRole)
_ACCESSIBLE = int(Qt.ItemDataRole.AccessibleTextRole)
_DESCRIPTION = int(Qt.ItemDataRole.AccessibleDescriptionRole)
_NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class StepLine:
    """One step of the waterfall: from one total to the next, and the two texts behind it."""

    label: str
    start: float
    end: float
    points: str
    texts: str


@dataclass(frozen=True, slots=True)
class OfferLine:
    """What one row says, in the user's language. `key` is the digit that chooses it, "" for those after the ninth."""

    key: str
    band: Badge | None
    designation: str
    title: str
    why: str = ""
    verdict: Badge | None = None
    alert: Badge | None = None
    steps: tuple[StepLine, ...] = ()
    tip: str = ""

    def text(self) -> str:
        """All of it in one sentence, for screen readers."""
        badges = (self.band, self.verdict, self.alert)
        words = (self.key, self.designation, self.title, *(one.text for one in badges if one), self.why)
        return ". ".join(word for word in words if word)

    def meanings(self) -> str:
        """What the badges mean, a line for each."""
        badges = (self.band, self.verdict, self.alert)
        return "\n".join(f"{one.text}: {one.meaning}" for one in badges if one is not None and one.meaning)

    def whole(self) -> str:
        """The sentence and, line by line, what adds up to the score."""
        return "\n".join((self.text(), *(f"{one.label} {one.points} {one.texts}".strip() for one in self.steps)))


class OffersModel(QAbstractListModel):
    """One row for each candidate; `opened` is the row that shows its waterfall, -1 for none."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: tuple[OfferLine, ...] = ()
        self.opened = -1

    def set_lines(self, lines: Sequence[OfferLine]) -> None:
        """Show these."""
        self.beginResetModel()
        self.lines = tuple(lines)
        self.opened = -1
        self.endResetModel()

    def turn(self, row: int) -> None:
        """Unfold this row, or fold it when it is open."""
        can_open = 0 <= row < len(self.lines) and bool(self.lines[row].steps)
        self.layoutAboutToBeChanged.emit()
        self.opened = row if can_open and row != self.opened else -1
        self.layoutChanged.emit()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        """How many there are."""
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = _DISPLAY) -> Any:
        """What a row says in this role."""
        if not index.isValid() or not 0 <= index.row() < len(self.lines):
            return None
        line = self.lines[index.row()]
        if role == LINE:
            return line
        if role == _DISPLAY:
            return line.text()
        if role == _ACCESSIBLE:
            return line.whole() if index.row() == self.opened else line.text()
        if role == _DESCRIPTION:
            return line.meanings()
        if role == _TOOLTIP:
            return tooltip(line.title, line.why, *line.meanings().split("\n"), line.tip) or None
        return None
