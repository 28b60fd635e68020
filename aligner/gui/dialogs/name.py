"""Asks for a name under which something is kept."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from aligner.gui.dialogs.dialog import Dialog
from aligner.gui.surroundings.context import Context


class NameDialog(Dialog):
    """One field; all texts are in the user's language."""

    named = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None, title: str, intro: str, name: str = "") -> None:
        super().__init__(context, parent, title, intro)
        self.name = QLineEdit(name)
        self.name.setAccessibleName(context.translate("Name"))
        self.name.setPlaceholderText(context.translate("Name"))
        self.name.selectAll()
        self.body.addWidget(self.name)
        self.add_button(context.translate("Cancel")).clicked.connect(self.reject)
        self.save_button = self.add_button(context.translate("Save"), primary=True)
        self.save_button.clicked.connect(self._save)
        self.setMinimumWidth(440)

    def _save(self) -> None:
        name = " ".join(self.name.text().split())
        if name:
            self.named.emit(name)
            self.accept()
        else:
            self.name.setFocus()
