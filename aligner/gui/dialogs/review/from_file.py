"""What dialogs have in common that take something in from a file: it is looked at before anything is recorded."""

from abc import abstractmethod
from collections.abc import Callable
from functools import partial
from typing import Any, Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from aligner.domain.errors import AlignerError
from aligner.domain.progress import Progress
from aligner.gui.dialogs.working import WorkingDialog
from aligner.gui.surroundings.context import Context
from aligner.gui.widgets.plain.labels import label
from aligner.usecases.project.session import Session

Looked = TypeVar("Looked")


class FromFileDialog(WorkingDialog, Generic[Looked]):
    """Choosing a file only looks; the button records, as one step of the journal.

    `found` is what the file would do, None as long as that is not known.
    """

    taken = Signal(str)
    """What became of it, in a sentence."""

    def __init__(self, context: Context, parent: QWidget | None, title: str, intro: str) -> None:
        super().__init__(context, parent, title, intro)
        self.found: Looked | None = None
        self._asked = 0
        self.file = label(self.translate("No file has been chosen."), wraps=True)
        self.counts = label(style="heading", wraps=True)
        choose = QPushButton(self.translate("Choose a file…"))
        choose.setAutoDefault(False)
        choose.clicked.connect(self.ask_file)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(choose)
        line.addWidget(self.file, 1)
        self.body.addLayout(line)

    def add_buttons(self, text: str) -> None:
        """The two buttons at the bottom; the main one has this text."""
        self.add_button(self.translate("Cancel")).clicked.connect(self.reject)
        self.act_button = self.add_button(text, primary=True)
        self.act_button.clicked.connect(self.act)

    @abstractmethod
    def ask_file(self) -> None:
        """Ask for the file."""

    @abstractmethod
    def act(self) -> None:
        """Do what the main button says."""

    @abstractmethod
    def show_found(self) -> None:
        """Show what was found, which is nothing while the file is read."""

    def look(self, file: str, work: Callable[[Session], Looked]) -> None:
        """Find out what this file would do; why it cannot be read is said here, where it was chosen."""
        self.file.setText(file)
        self._asked += 1
        self._take(None)
        self.counts.setText(self.translate("Reading the file …"))
        self.context.read(self._take_look, partial(_tried, self._asked, work))

    def record(self, title: str, work: Callable[[Session, Progress], Any], tell: Callable[[Any], None]) -> None:
        """Record beside the window, tell what became of it, and close."""
        self.work(title, work, partial(self._finish, tell))

    def _finish(self, tell: Callable[[Any], None], outcome: Any) -> None:
        tell(outcome)
        self.accept()

    def _take_look(self, outcome: tuple[int, Looked | AlignerError]) -> None:
        asked, found = outcome
        if asked != self._asked:
            return
        if isinstance(found, AlignerError):
            self._take(None)
            self.say_why(found)
        else:
            self._take(found)

    def _take(self, found: Looked | None) -> None:
        self.found = found
        self.notice.hide()
        self.counts.clear()
        self.show_found()


def _tried(asked: int, work: Callable[[Session], Looked], session: Session) -> tuple[int, Looked | AlignerError]:
    """What the work gives, or why it cannot be done."""
    try:
        return asked, work(session)
    except AlignerError as error:
        return asked, error
