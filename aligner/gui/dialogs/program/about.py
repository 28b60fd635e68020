"""What this program is."""

from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from aligner import paths
from aligner.distribution import version
from aligner.gui.dialogs.dialog import Dialog
from aligner.gui.surroundings.context import Context
from aligner.gui.widgets.plain.labels import selectable
from aligner.i18n import Translator


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
        self.licences = _licences(translate)
        self.body.addWidget(self.licences)
        self.add_close_button()
        self.setMinimumWidth(620)


def _licences(translate: Translator) -> QPlainTextEdit:
    """How Qt may be replaced, and the texts of its licences."""
    shown = QPlainTextEdit()
    shown.setReadOnly(True)
    shown.setAccessibleName(translate("Licence texts"))
    folder = paths.resources() / "licences"
    texts = [(folder / name).read_text(encoding="utf-8") for name in ("LGPL-3.txt", "GPL-3.txt")]
    replacing = translate(
        "Qt and PySide6 are separate libraries in the folder PySide6 of the program. You may replace them by other "
        "builds of the same version. Their licences, which exist in English only:"
    )
    shown.setPlainText("\n\n".join([replacing, *texts]))
    shown.setMinimumHeight(220)
    return shown
