"""The list of pages on the left."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QToolButton, QVBoxLayout, QWidget

from aligner.gui.pages.page import Actions
from aligner.gui.pages.registry import PAGES
from aligner.gui.surroundings.context import Context
from aligner.gui.widgets.plain.labels import label

WIDTH, NARROW = 164, 60
"""Pixels with the names of the pages, and with their icons alone."""


class Navigation(QFrame):
    """One button for each page; up and down go from one to the next."""

    def __init__(self, context: Context, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("navigation")
        self.setFixedWidth(WIDTH)
        self.setAccessibleName(context.translate("Pages"))
        self.buttons: dict[str, QToolButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 12, 10, 10)
        column.setSpacing(4)
        for page in PAGES:
            button = QToolButton()
            button.setObjectName("navigationButton")
            button.setDefaultAction(actions(f"go.{page.id}"))
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setIconSize(QSize(20, 20))
            button.setFixedWidth(WIDTH - 20)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.buttons[page.id] = button
            column.addWidget(button)
        column.addStretch(1)
        self._hint = label(context.translate("Ctrl+K finds every command"), "muted", wraps=True)
        column.addWidget(self._hint)

    def make_narrow(self, *, narrow: bool) -> None:
        """Show the icons alone, with the names as their tips, or the names beside them."""
        styles = Qt.ToolButtonStyle
        width = NARROW if narrow else WIDTH
        self.setFixedWidth(width)
        self._hint.setVisible(not narrow)
        for button in self.buttons.values():
            button.setToolButtonStyle(styles.ToolButtonIconOnly if narrow else styles.ToolButtonTextBesideIcon)
            button.setFixedWidth(width - 20)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Up and down move the focus."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)
