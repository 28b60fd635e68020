"""Under which name decisions are signed."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from aligner.gui.dialogs.dialog import Dialog
from aligner.gui.surroundings.context import Context


class ReviewerDialog(Dialog):
    """One field; the name counts from the next decision on."""

    named = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None) -> None:
        translate = context.translate
        super().__init__(
            context,
            parent,
            translate("Name of the reviewer"),
            translate("Every decision is signed with this name. Earlier decisions keep theirs."),
        )
        self.name = QLineEdit(context.reviewer)
        self.name.setAccessibleName(translate("Name of the reviewer"))
        self.name.selectAll()
        self.body.addWidget(self.name)
        cancel = self.add_button(translate("Cancel"))
        cancel.clicked.connect(self.reject)
        self.take_button = self.add_button(translate("Use this name"), primary=True)
        self.take_button.clicked.connect(self._take)
        self.setMinimumWidth(420)

    def _take(self) -> None:
        name = " ".join(self.name.text().split())
        if name:
            self.named.emit(name)
            self.accept()
