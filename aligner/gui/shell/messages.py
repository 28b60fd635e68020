"""What the window says by itself: complaints, news of the project and of its server, faults of the program."""

from PySide6.QtCore import QObject

from aligner.domain.errors import AlignerError, Damaged
from aligner.gui.commands import project_actions
from aligner.gui.commands.window import Window
from aligner.gui.dialogs.program.crash import CrashDialog
from aligner.gui.surroundings.theme import Tone
from aligner.usecases.project.damage import CannotBeShown, is_damaged
from aligner.usecases.project.session import Session


class Messages(QObject):
    """Says them in the notice of the window, or in a dialog where there is something to decide."""

    def __init__(self, window: Window) -> None:
        super().__init__(window.widget())
        self._window = window

    def complain(self, error: AlignerError) -> None:
        """Why something cannot be done, with a button where something can be done about it."""
        window, translate = self._window, self._window.context.translate
        text = translate.sentence(error)
        if isinstance(error, CannotBeShown):
            project_actions.tell_damage(window, error.address, error.damage)
        elif isinstance(error, Damaged):
            address = str(error.values["project"])
            window.tell(
                text, Tone.BAD, translate("Restore the project"), lambda: project_actions.restore(window, address)
            )
        else:
            window.tell(text, Tone.BAD)

    def tell_of_project(self, session: Session) -> None:
        """What was found when the project was opened."""
        window, translate = self._window, self._window.context.translate
        text = " ".join(map(translate.sentence, session.notices))
        if not is_damaged(session):
            window.tell(text, Tone.ATTENTION)
            return
        button = translate("What is damaged…")
        window.tell(text, Tone.BAD, button, lambda: project_actions.show_damage(window))
        project_actions.show_damage(window)

    def tell_lost(self, error: AlignerError) -> None:
        """The server does not answer any more."""
        self._window.tell(self._window.context.translate.sentence(error), Tone.BAD)

    def tell_back(self) -> None:
        """The connection is there again: what was missed is read by itself."""
        self._window.tell(self._window.context.translate("The server answers again."), Tone.GOOD)

    def show_fault(self, error: Exception) -> None:
        """A fault of the program itself."""
        CrashDialog(self._window.context.translate, error, self._window.widget()).open()
