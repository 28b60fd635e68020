"""Two opinions on one standard that differ, side by side, and what settles it."""

from collections.abc import Callable, Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from aligner.gui.models.columns import Badge
from aligner.gui.surroundings.context import Context
from aligner.gui.surroundings.theme import Tone
from aligner.gui.widgets.pairs.side_by_side import BadgeLabel
from aligner.gui.widgets.plain.key_button import KeyButton
from aligner.gui.widgets.plain.labels import label

COMMANDS = ("review.settle_first", "review.settle_second")


class OpinionsView(QFrame):
    """The first opinion on the left, the second on the right, each with the button that lets it stand."""

    def __init__(self, context: Context, actions: Callable[[str], QAction]) -> None:
        super().__init__()
        self.setObjectName("card")
        self._translate = context.translate
        self.heading = BadgeLabel(context)
        self.opinions = (label(wraps=True), label(wraps=True))
        beside = QHBoxLayout()
        beside.setSpacing(14)
        for text, command in zip(self.opinions, COMMANDS, strict=True):
            column = QVBoxLayout()
            column.setSpacing(4)
            column.addWidget(text, 1)
            line = QHBoxLayout()
            line.addWidget(KeyButton(actions(command), "button"))
            line.addStretch(1)
            column.addLayout(line)
            beside.addLayout(column, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 6, 12, 8)
        column.setSpacing(4)
        column.addWidget(self.heading)
        column.addLayout(beside)
        self.hide()

    def show_opinions(self, difference: str, first: Sequence[str], second: Sequence[str]) -> None:
        """Show what each says, line by line; nothing for no difference."""
        self.setVisible(bool(difference))
        text = self._translate("Two reviewers differ: {difference}", difference=difference)
        self.heading.show_badge(Badge("conflict", text, Tone.BAD))
        for shown, lines in zip(self.opinions, (first, second), strict=True):
            shown.setText("\n".join(lines))
            shown.setAccessibleName("\n".join(lines))
