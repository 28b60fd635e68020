"""A dialog whose main button does something long: what it is doing, or why it failed, is said in it."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QPushButton, QWidget

from aligner.domain.errors import AlignerError
from aligner.domain.progress import Progress
from aligner.gui.dialogs.dialog import Dialog
from aligner.gui.surroundings.context import Context
from aligner.gui.surroundings.theme import Tone
from aligner.gui.widgets.plain.notice import Notice
from aligner.usecases.project.session import Session


class WorkingDialog(Dialog):
    """`act_button` waits while something is being done; `notice` is for sentences about it."""

    act_button: QPushButton

    def __init__(self, context: Context, parent: QWidget | None, title: str, intro: str = "") -> None:
        super().__init__(context, parent, title, intro)
        self.notice = Notice(context)
        self.add_above_buttons(self.notice)
        self._then: Callable[[Any], None] = lambda _outcome: None

    def work(self, title: str, work: Callable[[Session, Progress], Any], then: Callable[[Any], None]) -> None:
        """Do this beside the window, and then that with what came of it."""
        try:
            job = self.context.run(title, work)
        except AlignerError as error:  # the project was closed meanwhile
            self.say_why(error)
            return
        self._then = then
        self.act_button.setEnabled(False)
        self.notice.tell(self.translate("{what} …", what=self.translate(title)), Tone.SUGGESTED)
        job.finished.connect(self._end)
        job.failed.connect(self._fail)

    def say_why(self, error: Exception) -> None:
        """Why something cannot be done; a fault of the program has a dialog of its own."""
        if isinstance(error, AlignerError):
            self.notice.tell(self.translate.sentence(error), Tone.BAD)
        else:
            self.notice.hide()

    def _end(self, outcome: Any) -> None:
        self.notice.hide()
        self.act_button.setEnabled(True)
        self._then(outcome)

    def _fail(self, error: Exception) -> None:
        self.act_button.setEnabled(True)
        self.say_why(error)
