"""A layout that puts widgets beside one another and goes on below when the line is full."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Like words of a text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802 - Qt's name
        """Put this behind the others."""
        self._items.append(item)

    def count(self) -> int:
        """How many there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 - Qt's name
        """The one at this place."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 - Qt's name
        """Take away the one at this place."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802 - Qt's name
        """It needs no more room than its widgets."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """The narrower, the more lines."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """How high the lines are together."""
        return self._place(QRect(0, 0, width, 0), moves=False)

    def setGeometry(self, room: QRect) -> None:  # noqa: N802 - Qt's name
        """Place everything in this room."""
        super().setGeometry(room)
        self._place(room, moves=True)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As small as it can be."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:  # noqa: N802 - Qt's name
        """Room for the widest widget."""
        size = QSize()
        for item in self._items:
            if not item.isEmpty():
                size = size.expandedTo(item.minimumSize())
        margins = self.contentsMargins()
        return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def _place(self, room: QRect, *, moves: bool) -> int:
        margins, gap = self.contentsMargins(), max(self.spacing(), 0)
        inside = room.adjusted(margins.left(), margins.top(), -margins.right(), -margins.bottom())
        left, top, line = inside.left(), inside.top(), 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint()
            if line and left + size.width() > inside.right() + 1:
                left, top, line = inside.left(), top + line + gap, 0
            if moves:
                item.setGeometry(QRect(QPoint(left, top), size))
            left += size.width() + gap
            line = max(line, size.height())
        return top + line - room.top() + margins.bottom()
