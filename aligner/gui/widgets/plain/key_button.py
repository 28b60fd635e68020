"""A button of a command that also tells its key."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QToolButton

NATIVE = QKeySequence.SequenceFormat.NativeText
SIGNS = {"Return": "⏎"}
"""Keys that have a sign of their own."""


class KeyButton(QToolButton):
    """A button that does a command and says with which key it is done, too."""

    def __init__(self, action: QAction, style: str) -> None:
        super().__init__()
        self._action = action
        self.setObjectName(style)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCheckable(action.isCheckable())
        if style != "primary":
            self.setIcon(action.icon())
            self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setText("  ".join(part for part in (action.iconText(), first_key(action)) if part))
        self.setAccessibleName(action.iconText())
        self.setToolTip(action.toolTip())
        self.clicked.connect(lambda _checked=False: action.trigger())
        action.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        self.setEnabled(self._action.isEnabled())
        self.setChecked(self._action.isChecked())


def first_key(action: QAction) -> str:
    """The key of a command as it is shown to people; "" when it has none."""
    first = action.shortcut()
    return SIGNS.get(first.toString()) or first.toString(NATIVE)
