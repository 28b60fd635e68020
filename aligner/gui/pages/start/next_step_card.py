"""On the first page: what the open project needs next, with the button that does it."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QVBoxLayout

from aligner.gui.pages.page import Page
from aligner.gui.widgets.plain.labels import label
from aligner.gui.words.next_step import COMMANDS, next_sentence
from aligner.usecases.figures.next_step import NextStep, Task


class NextStepCard(QFrame):
    """Hidden as long as no project is open."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self.setObjectName("card")
        self._translate = page.translate
        self.sentence = label(wraps=True)
        self.buttons: dict[Task, QToolButton] = {
            task: page.button(command, "primary") for task, command in COMMANDS.items()
        }
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(label(page.translate("Next step"), "heading"))
        words.addWidget(self.sentence)
        beside = QHBoxLayout(self)
        beside.setContentsMargins(14, 10, 14, 10)
        beside.setSpacing(12)
        beside.addLayout(words, 1)
        for button in self.buttons.values():
            beside.addWidget(button)
        self.show_step(None)

    def show_step(self, step: NextStep | None) -> None:
        """Show what is to be done next; nothing without a project."""
        self.sentence.setText(next_sentence(step, self._translate) if step is not None else "")
        for task, button in self.buttons.items():
            button.setVisible(step is not None and task is step.task)
        self.setVisible(step is not None)

    def button(self) -> QToolButton | None:
        """The button that does it; None when there is none."""
        return next((one for one in self.buttons.values() if one.isVisibleTo(self)), None)
