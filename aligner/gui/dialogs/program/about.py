"""What this program is."""

from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QWidget

from aligner.distribution import version
from aligner.gui.dialogs.dialog import Dialog
from aligner.gui.surroundings.context import Context
from aligner.gui.widgets.plain.labels import selectable


class AboutDialog(Dialog):
    """Name, version, licence."""

    def __init__(self, context: Context, parent: QWidget | None) -> None:
        translate = context.translate
        super().__init__(
            context, parent, "Aligner", translate("Compare a country's standards with the international ones.")
        )
        lines = (
            translate("Version {version}, Qt {qt}", version=version(), qt=qVersion()),
            translate("Licence: MIT. Qt and PySide6 are used under the LGPL."),
            translate("Nothing leaves this computer: catalogues, decisions and reports stay in your files."),
        )
        for line in lines:
            self.body.addWidget(selectable(line))
        self.add_close_button()
        self.setMinimumWidth(460)
