"""What the review shows before there is anything to review."""

from PySide6.QtWidgets import QToolButton

from aligner.gui.pages.page import Page
from aligner.gui.widgets.plain.empty_state import EmptyState
from aligner.gui.words.next_step import COMMANDS
from aligner.usecases.figures.next_step import Task

BEFORE_REVIEW = (Task.LOAD_NATIONAL, Task.LOAD_INTERNATIONAL, Task.MATCH)


class NothingToReview(EmptyState):
    """What has to be done first, with the button that does it."""

    def __init__(self, page: Page) -> None:
        translate = page.translate
        self.buttons = {task: page.button(COMMANDS[task], "primary") for task in BEFORE_REVIEW}
        super().__init__(
            page.context,
            "review",
            translate("Nothing to review yet"),
            translate(
                "Load a national and an international catalogue, then look for candidates: "
                "each national standard will wait here for a decision."
            ),
            *self.buttons.values(),
        )
        self.point_to(None)

    def point_to(self, task: Task | None) -> None:
        """Offer the button of this task; of matching when everything before the review is done."""
        self._task = task or Task.MATCH
        for one, button in self.buttons.items():
            button.setVisible(one is self._task)

    def button(self) -> QToolButton:
        """The button that is offered."""
        return self.buttons[self._task]
