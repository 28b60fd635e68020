"""What stands where there is nothing to show yet: why, and the button that changes it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QVBoxLayout, QWidget

from aligner.gui.surroundings import icons
from aligner.gui.surroundings.context import Context
from aligner.gui.widgets.plain.labels import label

WIDTH = 520
"""Of the sentence; the layout does not ask a label how high it is at this width."""


class EmptyState(QWidget):
    """A large icon, a heading, a sentence and perhaps buttons, in the middle."""

    def __init__(
        self,
        context: Context,
        icon: str,
        heading: str,
        text: str,
        *buttons: QAbstractButton,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addStretch(2)
        picture = QLabel()
        picture.setPixmap(icons.pixmap(icon, context.theme.muted, 48, 2.0, context.theme.base))
        centre = Qt.AlignmentFlag.AlignHCenter
        column.addWidget(picture, 0, centre)
        column.addWidget(label(heading, "heading"), 0, centre)
        words = label(text, "muted", wraps=True)
        words.setAlignment(centre)
        words.setFixedWidth(WIDTH)
        words.setMinimumHeight(words.heightForWidth(WIDTH))
        column.addWidget(words, 0, centre)
        for button in buttons:
            column.addWidget(button, 0, centre)
        column.addStretch(3)
