"""What is shown when the program made a mistake: what it was, for the one who mends it."""

import platform
import traceback

from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from aligner import paths
from aligner.distribution import version
from aligner.gui.widgets.plain.labels import label
from aligner.i18n import Translator


class CrashDialog(QDialog):
    """Needs no context: it must work when hardly anything else does."""

    def __init__(self, translate: Translator, error: BaseException, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(translate("Aligner ran into an error"))
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        column.addWidget(label(translate("Aligner ran into an error"), "pageTitle"))
        column.addWidget(
            label(
                translate(
                    "Every confirmed decision is saved; you can keep working or restart the program. "
                    "Please send these details to the people who maintain it. They are also in the "
                    "log in {folder}.",
                    folder=str(paths.user_log()),
                ),
                wraps=True,
            )
        )
        self.details = QPlainTextEdit(details_of(error))
        self.details.setReadOnly(True)
        self.details.setObjectName("mono")
        self.details.setTabChangesFocus(True)
        self.details.setAccessibleName(translate("Details"))
        column.addWidget(self.details, 1)
        self.copy_button = QPushButton(translate("Copy the details"))
        self.copy_button.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.details.toPlainText()))
        close = QPushButton(translate("Continue"))
        close.setObjectName("primary")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.copy_button)
        row.addWidget(close)
        column.addLayout(row)
        self.resize(760, 440)


def details_of(error: BaseException) -> str:
    """Versions and the way to the mistake, as plain text."""
    about = f"Aligner {version()}, Qt {qVersion()}, Python {platform.python_version()}, {platform.platform()}"
    return "\n".join([about, "", *"".join(traceback.format_exception(error)).splitlines()])
