"""What every dialog of the program has in common."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from aligner.gui.surroundings.context import Context
from aligner.gui.surroundings.screens import fitted, room_on
from aligner.gui.widgets.plain.labels import label
from aligner.gui.widgets.plain.room import Room


class Dialog(QDialog):
    """A title, a body, a row of buttons; it stands on the window and goes when it is closed."""

    def __init__(self, context: Context, parent: QWidget | None, title: str, intro: str = "") -> None:
        super().__init__(parent)
        self.context = context
        self.translate = context.translate
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        outside = self._outside = QVBoxLayout(self)
        outside.setContentsMargins(20, 16, 20, 16)
        outside.setSpacing(12)
        outside.addWidget(label(title, "pageTitle"))
        if intro:
            outside.addWidget(label(intro, "muted", wraps=True))
        content = QWidget()
        self.body = QVBoxLayout(content)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(8)
        outside.addWidget(Room(content), 1)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        self.buttons.addStretch(1)
        outside.addLayout(self.buttons)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """As high at least as its words need at this width, whatever the font, and no larger than the screen."""
        super().showEvent(event)
        needed = self._outside.totalHeightForWidth(self.width())
        if self.height() < needed:
            self.resize(self.width(), needed)
        within = fitted(self.geometry(), room_on(self.screen()))
        if within != self.geometry():
            self.setGeometry(within)

    def go_home(self) -> None:
        """Give the keyboard to the main button, else to the first one that can be pressed."""
        buttons = [one for one in self.findChildren(QPushButton) if one.isVisible() and one.isEnabled()]
        home = next((one for one in buttons if one.isDefault()), buttons[0] if buttons else None)
        if home is not None:
            home.setFocus(Qt.FocusReason.OtherFocusReason)

    def add_above_buttons(self, widget: QWidget) -> None:
        """Put something below the body, which is never scrolled out of sight."""
        self._outside.insertWidget(self._outside.count() - 1, widget)

    def add_button(self, text: str, *, primary: bool = False) -> QPushButton:
        """A button at the bottom right; Enter presses the primary one."""
        button = QPushButton(text)
        if primary:
            button.setObjectName("primary")
            button.setDefault(True)
        else:
            button.setAutoDefault(False)
        self.buttons.addWidget(button)
        return button

    def add_close_button(self) -> QPushButton:
        """The button that ends a dialog which only shows something."""
        button = self.add_button(self.translate("Close"), primary=True)
        button.clicked.connect(self.accept)
        return button
