"""What commands may ask of the window."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtWidgets import QWidget

from aligner.gui.models.offered import Offered
from aligner.gui.pages.page import Page
from aligner.gui.surroundings.context import Context
from aligner.gui.surroundings.theme import Tone


class Window(Protocol):
    """The main window, as commands see it."""

    @property
    def context(self) -> Context: ...
    @property
    def page(self) -> Page: ...
    @property
    def page_id(self) -> str: ...

    @property
    def is_history_wanted(self) -> bool: ...

    def show_history(self, *, shown: bool) -> None:
        """Open or close the list of the newest steps."""
        ...

    def show_page(self, page_id: str) -> None:
        """Open this page."""
        ...

    def tell(self, text: str, tone: Tone, button: str = "", act: Callable[[], None] | None = None) -> None:
        """Show a sentence at the top of the page."""
        ...

    def rebuild(self) -> None:
        """Make everything anew in the language and colours of the context; the place stays."""
        ...

    def run_command(self, command_id: str) -> None:
        """Do this command, if it can be done now."""
        ...

    def words_of(self, command_id: str) -> str:
        """What a button that does this command says."""
        ...

    def offered_commands(self) -> list[Offered]:
        """Every command as it can be offered now."""
        ...

    def widget(self) -> QWidget:
        """The window itself, for dialogs to stand on."""
        ...

    def leave(self) -> None:
        """Close the window; the end of the program."""
        ...
