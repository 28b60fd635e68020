"""Asks for the name of a view that is saved."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from aligner.gui.dialogs.dialog import Dialog
from aligner.gui.surroundings.context import Context


class ViewNameDialog(Dialog):
    """A view of the same name is replaced."""

    named = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None) -> None:
        translate = context.translate
        super().__init__(
            context,
            parent,
            translate("Save this view"),
            translate("Search, filters and order are kept in the project under this name."),
        )
        self.name = QLineEdit()
        self.name.setAccessibleName(translate("Name of the view"))
        self.name.setPlaceholderText(translate("Name of the view"))
        self.body.addWidget(self.name)
        cancel = self.add_button(translate("Cancel"))
        cancel.clicked.connect(self.reject)
        self.save_button = self.add_button(translate("Save"), primary=True)
        self.save_button.clicked.connect(self._save)
        self.resize(420, 180)

    def _save(self) -> None:
        name = self.name.text().strip()
        if name:
            self.named.emit(name)
            self.accept()
        else:
            self.name.setFocus()
