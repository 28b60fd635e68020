"""A line that tells what happened, without asking anything."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from aligner.gui.surroundings import icons
from aligner.gui.surroundings.context import Context
from aligner.gui.surroundings.theme import Tone
from aligner.gui.widgets.plain.labels import label

ICONS = {Tone.GOOD: "success", Tone.ATTENTION: "warning", Tone.BAD: "error", Tone.NEUTRAL: "info"}


class Notice(QFrame):
    """One sentence with an icon, perhaps a button that does something about it, and one that puts it away."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._act: Callable[[], None] = lambda: None
        self.setObjectName("notice")
        self._icon = QLabel()
        self.words = label(wraps=True)
        self.words.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.button = QPushButton()
        self.button.setObjectName("link")
        self.button.clicked.connect(self._do)
        self.close_button = QToolButton()
        self.close_button.setIcon(icons.icon("close", context.theme.muted))
        self.close_button.setToolTip(context.translate("Dismiss this message"))
        self.close_button.setAccessibleName(context.translate("Dismiss this message"))
        self.close_button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.close_button.clicked.connect(self.hide)
        beside = QHBoxLayout(self)
        beside.setContentsMargins(10, 6, 6, 6)
        beside.setSpacing(10)
        beside.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        beside.addWidget(self.words, 1)
        beside.addWidget(self.button)
        beside.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    def _do(self) -> None:
        self._act()

    def tell(self, text: str, tone: Tone, button: str = "", act: Callable[[], None] | None = None) -> None:
        """Show this sentence in place of the one before, and say it to screen readers."""
        theme = self._context.theme
        picture = icons.pixmap(ICONS.get(tone, "info"), theme.tone(tone).name(), 20, self.devicePixelRatioF())
        self._icon.setPixmap(picture)
        self.words.setText(text)
        self.words.setAccessibleName(text)
        self._act = act or (lambda: None)
        self.button.setText(button)
        self.button.setVisible(bool(button))
        self.setProperty("tone", tone.value)
        self.style().unpolish(self)
        self.style().polish(self)
        self.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))
