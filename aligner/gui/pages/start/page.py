"""The first page: go on with a project, make one, or look at the sample."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from aligner import named_files
from aligner.domain.standards.table import Table
from aligner.domain.text import N_
from aligner.gui.models.columns import Column
from aligner.gui.models.rows_model import RowsModel
from aligner.gui.pages.page import Actions, Page
from aligner.gui.pages.start.next_step_card import NextStepCard
from aligner.gui.surroundings.context import Context
from aligner.gui.widgets.plain.drop_place import DropPlace
from aligner.gui.widgets.plain.labels import label
from aligner.gui.widgets.tables.rows_view import RowsView
from aligner.usecases.figures.next_step import NextStep, next_step
from aligner.usecases.project.changed import Changed

CARDS = (
    ("project.new", N_("New project"), N_("An empty file for your catalogues and decisions")),
    ("project.open", N_("Open project"), N_("A project file on this computer or a network drive")),
    ("project.sample", N_("Sample project"), N_("Small catalogues of well-known standards, to try everything")),
)


class StartPage(Page):
    """Three ways in, the recent projects, and a place to drop files."""

    project_wanted = Signal(str)
    files_dropped = Signal(list)

    def __init__(self, context: Context, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(context, actions, parent)
        translate = context.translate
        self.add_heading(
            translate("Welcome to Aligner"),
            translate(
                "Load the national and the international list, confirm what corresponds, and see the conversion rate."
            ),
        )
        self.next_step = NextStepCard(self)
        self.body.addWidget(self.next_step)
        cards = QHBoxLayout()
        cards.setSpacing(12)
        self.cards = [self._card(*card) for card in CARDS]
        for card in self.cards:
            cards.addWidget(card)
        self.body.addLayout(cards)
        below = QGridLayout()
        below.setHorizontalSpacing(16)
        below.addWidget(label(translate("Recent projects"), "heading"), 0, 0)
        below.addWidget(label(translate("Drag and drop"), "heading"), 0, 1)
        self.model = RowsModel(self._columns(), parent=self)
        self.recent = RowsView(context, self.model, "recent", translate("Recent projects"))
        self.recent.setSortingEnabled(False)
        self.recent.tell_when_empty(translate("The projects you open are listed here."))
        self.recent.chosen.connect(self._open_recent)
        self.recent.current_changed.connect(lambda _position: self.state_changed.emit())
        below.addWidget(self.recent, 1, 0)
        self.drop = DropPlace(
            context, translate("Drop a project file here, or an Excel or text file to load it into the open project")
        )
        self.drop.dropped.connect(self.files_dropped)
        below.addWidget(self.drop, 1, 1)
        below.setColumnStretch(0, 3)
        below.setColumnStretch(1, 1)
        self.body.addSpacing(6)
        self.body.addLayout(below, 1)
        self.refresh()

    def reload(self) -> None:
        """List the projects opened last, and say what the open one needs."""
        if self.context.read(self._show_next_step, next_step) is None:
            self._show_next_step(None)
        addresses = self.context.preferences.recent_projects()
        self.model.set_table(
            Table(
                {
                    "name": [_name(address) for address in addresses],
                    "place": [_place(address) for address in addresses],
                    "state": [self._state(address) for address in addresses],
                }
            )
        )

    def concerns(self, what: Changed) -> bool:
        """What is to be done next follows from all of it."""
        return bool(what.parts)

    def table(self) -> RowsView | None:
        """The recent projects."""
        return self.recent

    def start_focus(self) -> QWidget:
        """What is to be done next; without a project the recent ones, or the first way in when there are none."""
        button = self.next_step.button() if self.next_step.isVisibleTo(self) else None
        if button is not None and button.isEnabled():
            return button
        return self.recent if self.model.rowCount() else self.cards[0]

    def can_forget(self) -> bool:
        """Whether a recent project is chosen."""
        return self.recent.position() >= 0

    def forget_project(self) -> None:
        """Take the chosen project off the list; its file stays."""
        addresses = self.context.preferences.recent_projects()
        self.context.preferences.forget_project(addresses[self.recent.position()])
        self.reload()

    def state(self) -> dict[str, Any]:
        """Nothing is worth keeping here."""
        return {}

    def _show_next_step(self, step: NextStep | None) -> None:
        """The keyboard goes along when it was where it is expected."""
        is_home = self.window().focusWidget() is self.start_focus()
        self.next_step.show_step(step)
        if is_home:
            self.start_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_recent(self, position: int) -> None:
        self.project_wanted.emit(self.context.preferences.recent_projects()[position])

    def _state(self, address: str) -> str:
        if address == self.context.address:
            return self.translate(N_("open", "project"))
        is_there = "://" in address or named_files.is_there(address)
        return "" if is_there else self.translate("not found")

    def _columns(self) -> tuple[Column, ...]:
        translate = self.translate
        return (
            Column("name", translate("Project"), width=200),
            Column("place", translate("Folder"), width=330),
            Column("state", translate("State"), width=90),
        )

    def _card(self, command: str, title: str, text: str) -> QToolButton:
        """A large button: the command's icon, its name, what it is for."""
        action = self.actions_by_id(command)
        card = QToolButton()
        card.setObjectName("card")
        card.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        card.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        card.setMinimumHeight(96)
        card.setAccessibleName(self.translate(title))
        card.setAccessibleDescription(self.translate(text))
        card.clicked.connect(action.trigger)
        picture = QToolButton()
        picture.setIcon(action.icon())
        picture.setIconSize(QSize(32, 32))
        picture.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        picture.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addStretch(1)
        for line in (label(self.translate(title), "heading"), label(self.translate(text), "muted", wraps=True)):
            line.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            words.addWidget(line)
        words.addStretch(1)
        beside = QHBoxLayout(card)
        beside.setContentsMargins(14, 10, 14, 10)
        beside.setSpacing(12)
        beside.addWidget(picture)
        beside.addLayout(words, 1)
        return card


def _name(address: str) -> str:
    return address if "://" in address else Path(address).stem


def _place(address: str) -> str:
    return "" if "://" in address else str(Path(address).parent)
