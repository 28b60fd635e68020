"""Whether a window has room on its screen: with its frame, beside the task bar, at any scale."""

from PySide6.QtCore import QMargins, QRect, QSize
from PySide6.QtGui import QScreen

SMALLEST = QSize(880, 420)
"""The smallest main window, in logical pixels: a screen of 1366 x 768 at 150 % has 911 x 512, of which a task bar
takes some 48 and the frame of a maximized window some 30."""

FRAME = QMargins(8, 32, 8, 8)
"""What the system draws around a window, in logical pixels; it is not known before the window is shown."""


def room_on(screen: QScreen) -> QRect:
    """What a window can fill of a screen: all but the task bar and the window's own frame."""
    return screen.availableGeometry().marginsRemoved(FRAME)


def is_workable(room: QRect) -> bool:
    """Whether the smallest window has room there; where it has not, windows are left as they are."""
    return room.width() >= SMALLEST.width() and room.height() >= SMALLEST.height()


def fitted(wanted: QRect, room: QRect) -> QRect:
    """A window as it was wanted, or as much of it as there is room for, wholly inside of the room."""
    if not is_workable(room):
        return wanted
    size = wanted.size().boundedTo(room.size())
    left = min(max(wanted.left(), room.left()), room.left() + room.width() - size.width())
    top = min(max(wanted.top(), room.top()), room.top() + room.height() - size.height())
    return QRect(left, top, size.width(), size.height())
