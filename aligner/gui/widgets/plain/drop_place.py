"""A place to drop files on; what is dropped is told, nothing is opened here."""

from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from aligner.gui.surroundings import icons
from aligner.gui.surroundings.context import Context
from aligner.gui.widgets.plain.labels import label

PROJECT_SUFFIX = ".aligner"
CATALOGUE_SUFFIXES = (
    ".xlsx",
    ".xlsm",
    ".xls",
    ".xlsb",
    ".ods",
    ".et",
    ".csv",
    ".tsv",
    ".txt",
    ".json",
    ".jsonl",
    ".html",
    ".htm",
)


def dropped_files(data: QMimeData) -> list[Path]:
    """The files of a drop that this program can do something with."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return [path for path in paths if path.suffix.lower() in (PROJECT_SUFFIX, *CATALOGUE_SUFFIXES)]


def accept_copy(event: QDropEvent) -> None:
    """Take the files as copies: after a move the program that they come from would delete them."""
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()


class DropPlace(QFrame):
    """A frame with a broken line and a sentence in it."""

    dropped = Signal(list)
    """The files (Path)."""

    def __init__(self, context: Context, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("dropPlace")
        self.setAcceptDrops(True)
        self.setAccessibleName(text)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        picture = QLabel()
        picture.setPixmap(icons.pixmap("drop", context.theme.muted, 32, 2.0))
        column.addStretch(1)
        column.addWidget(picture, 0, Qt.AlignmentFlag.AlignHCenter)
        words = label(text, "muted", wraps=True)
        words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(words)
        column.addStretch(1)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        """Light up for files that can be used."""
        if dropped_files(event.mimeData()):
            accept_copy(event)
            self._show_over(over=True)

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:  # noqa: N802 - Qt's name
        """Be quiet again."""
        self._show_over(over=False)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        """Tell the files."""
        self._show_over(over=False)
        accept_copy(event)
        self.dropped.emit(dropped_files(event.mimeData()))

    def _show_over(self, *, over: bool) -> None:
        self.setProperty("over", over)
        self.style().unpolish(self)
        self.style().polish(self)
