"""A layout that puts widgets beside one another and goes on below when the line is full."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Like words of a text; widgets that can grow fill their line."""

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
        top = inside.top()
        for line in self._lines(inside.width(), gap):
            high = max(item.sizeHint().height() for item in line)
            if moves:
                _put(line, QRect(inside.left(), top, inside.width(), high), gap)
            top += high + gap
        return max(top - gap, inside.top()) - room.top() + margins.bottom()

    def _lines(self, width: int, gap: int) -> list[list[QLayoutItem]]:
        """What comes into each line."""
        lines: list[list[QLayoutItem]] = []
        taken = 0
        for item in self._items:
            if item.isEmpty():
                continue
            wanted = item.sizeHint().width()
            if not lines or taken + wanted > width:
                lines.append([])
                taken = 0
            lines[-1].append(item)
            taken += wanted + gap
        return lines


def _put(line: list[QLayoutItem], room: QRect, gap: int) -> None:
    """Give each its place; what can grow shares what is left of the line."""
    left = room.left()
    spare = room.width() - sum(item.sizeHint().width() for item in line) - gap * (len(line) - 1)
    growing = [item for item in line if item.expandingDirections() & Qt.Orientation.Horizontal]
    for item in line:
        size = item.sizeHint()
        if item in growing:
            share = max(spare, 0) // len(growing)
            size = QSize(min(size.width() + share, item.maximumSize().width()), size.height())
        size.setWidth(min(size.width(), max(room.width(), item.minimumSize().width())))
        item.setGeometry(QRect(QPoint(left, room.top() + (room.height() - size.height()) // 2), size))
        left += size.width() + gap
