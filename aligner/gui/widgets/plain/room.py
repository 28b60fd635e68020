"""Room for something that may need more of it than there is: it is scrolled then, and never squeezed."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget
from shiboken6 import isValid

from aligner.gui.surroundings.screens import is_workable, room_on

AROUND = QSize(40, 130)
"""What a dialog has around its body: margins, title, buttons."""

ENOUGH = 60
"""Pixels of a control that have to be in sight when it gets the keyboard."""


class Room(QScrollArea):
    """As large as its content wants to be. `least` is how small it can be made; None for as small as the content, or
    as the screen makes it. What gets the keyboard is scrolled to."""

    def __init__(self, content: QWidget, least: QSize | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._least = least
        self.setObjectName("room")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setObjectName("room")
        self.content = content
        self.setWidget(content)
        content.setAutoFillBackground(False)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow_keyboard)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As large as the content wants to be."""
        content, wanted = self.content, self.content.sizeHint()
        if self._least is not None and content.hasHeightForWidth() and self.width() > 0:
            wanted.setHeight(content.heightForWidth(self.width()))
        return wanted

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As small as the content can be, and no larger than there is room for."""
        content = self.content.minimumSizeHint()
        if self._least is not None:
            return content.boundedTo(self._least)
        room = room_on(self.screen())
        return content.boundedTo(room.size() - AROUND) if is_workable(room) else content

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """As the content, where the room grows with it; a layout would take that height for the least one, too."""
        return self._least is None and self.content.hasHeightForWidth()

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """As the content, as far as there is room."""
        wanted = self.content.heightForWidth(width)
        room = room_on(self.screen())
        return min(wanted, room.height() - AROUND.height()) if is_workable(room) else wanted

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """At another width, words that wrap need another height."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """When the content needs another size, so does its room."""
        if event.type() == QEvent.Type.LayoutRequest and watched is self.content:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def _follow_keyboard(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is None or not isValid(now) or not isValid(self) or not self.content.isAncestorOf(now):
            return
        place = QRect(now.mapTo(self.content, QPoint()), now.size())
        shown = place.intersected(self.content.visibleRegion().boundingRect())
        if shown.height() < min(place.height(), ENOUGH):  # a table that is in sight is not scrolled to its end
            self.ensureWidgetVisible(now, 0, 0)
