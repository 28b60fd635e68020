"""Which project on a server is opened, and with which password."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFormLayout, QLineEdit, QWidget

from aligner.addresses import is_server, password_in, shown
from aligner.gui.dialogs.dialog import Dialog
from aligner.gui.surroundings.context import Context
from aligner.gui.widgets.plain.labels import label
from aligner.usecases.project.serving import use_password

EXAMPLE = "postgresql://name@host/database"


class ServerDialog(Dialog):
    """An address and a password; the password is in no field but its own, and shown nowhere."""

    chosen = Signal(str)
    """The address, without a password."""

    def __init__(self, context: Context, parent: QWidget | None) -> None:
        translate = context.translate
        super().__init__(
            context,
            parent,
            translate("Open a project on a server"),
            translate("Whoever runs the server gives you the address, a name and a password."),
        )
        self.address = QLineEdit()
        self.address.setPlaceholderText(EXAMPLE)
        self.password = QLineEdit()
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.password.setPlaceholderText(translate("Leave empty if it is kept already"))
        self.keep = QCheckBox(translate("Keep the password in the keyring of this computer"))
        self.keep.setChecked(True)
        fields = QFormLayout()
        for text, field in ((translate("Address"), self.address), (translate("Password"), self.password)):
            field.setAccessibleName(text)
            fields.addRow(text, field)
        fields.addRow("", self.keep)
        self.body.addLayout(fields)
        self.hint = label("", "muted", wraps=True)
        self.hint.hide()
        self.body.addWidget(self.hint)
        self.add_button(translate("Cancel")).clicked.connect(self.reject)
        self.open_button = self.add_button(translate("Open"), primary=True)
        self.open_button.clicked.connect(self._take)
        self.setMinimumWidth(560)

    def _take(self) -> None:
        given = self.address.text().strip()
        address, password = shown(given), self.password.text() or password_in(given) or ""
        if not is_server(address):
            self.hint.setText(self.translate("An address begins with postgresql://, as in {example}", example=EXAMPLE))
            self.hint.show()
            self.address.setFocus()
            return
        self.address.setText(address)
        self.password.clear()
        if password:
            use_password(address, password, keep=self.keep.isChecked())
        self.chosen.emit(address)
        self.accept()
