"""Finds any standard of the other side by number or words, when the right one is not offered."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from aligner.domain.catalogue import Level
from aligner.domain.standards.table import Table
from aligner.gui.models.columns import Column, natural
from aligner.gui.models.rows_model import RowsModel
from aligner.gui.surroundings.context import Context
from aligner.gui.widgets.plain.labels import label
from aligner.gui.widgets.tables.rows_view import RowsView
from aligner.gui.widgets.tables.search_box import OWN_KEYS, SearchBox
from aligner.gui.words.values import day, status_marks
from aligner.usecases.catalogues.find import UNAVAILABLE_TEXTS, Found, Unavailable, search, why_nothing
from aligner.usecases.project.session import Session

NAMES = ("designation", "title", "status", "published")


@dataclass(frozen=True)
class Searched:
    """What was searched, what was found, and why nothing was."""

    text: str
    found: list[Found]
    why: tuple[Unavailable, str]


class FindStandard(QWidget):
    """A field and, while something stands in it, what was found. Enter takes the first one or the chosen one."""

    taken = Signal(str)
    """The number of the standard that was chosen."""
    searching = Signal(bool)
    """Results are shown, or no longer."""
    left = Signal()
    """The search was given up."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        translate = context.translate
        self._context = context
        self._level = Level.INTERNATIONAL
        self._wanted = ""
        self._takes_first = False
        self.box = SearchBox(context, translate("Another standard: number or words"))
        self.model = RowsModel(self._columns(), parent=self)
        self.view = RowsView(context, self.model, "found", translate("Standards found"))
        self.nothing = label(style="muted", wraps=True)
        self.clear_button = QPushButton(translate("Clear search"))
        self.clear_button.setObjectName("link")
        self.clear_button.clicked.connect(self._give_up)
        self.box.searched.connect(self._search)
        self.box.left_downwards.connect(self._go_down)
        self.box.returnPressed.connect(self._take_first)
        self.view.chosen.connect(self._take)
        self.box.installEventFilter(self)
        self.view.installEventFilter(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.box)
        column.addWidget(self.view, 1)
        beneath = QHBoxLayout()
        beneath.addWidget(self.nothing, 1)
        beneath.addWidget(self.clear_button)
        column.addLayout(beneath)
        self.close_search()

    def set_level(self, level: Level) -> None:
        """Search the standards of this level."""
        self._level = level
        self.close_search()

    def open_search(self) -> None:
        """Go to the field."""
        self.box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.box.selectAll()

    def close_search(self) -> None:
        """Empty the field and show nothing."""
        self._wanted = ""
        self.box.clear()
        self._show([])

    def is_open(self) -> bool:
        """Whether something is searched."""
        return bool(self._wanted)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Escape leaves the search, from the field or from the list; Enter belongs to both."""
        if isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride and event.key() in OWN_KEYS:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape:
                self._give_up()
                return True
        return False

    def _give_up(self) -> None:
        self.close_search()
        self.left.emit()

    def _search(self, text: str) -> None:
        self._wanted = text.strip()
        if self._wanted:
            self._context.read(self._take_in, _found, self._level, self._wanted)
        else:
            self._show([])

    def _take_in(self, answer: Searched) -> None:
        if answer.text != self._wanted:
            return  # something else was typed meanwhile
        found = answer.found
        why, designation = answer.why
        self.nothing.setText(
            self._context.translate(UNAVAILABLE_TEXTS[why], search=answer.text, designation=designation)
        )
        self._show(found)
        if self._takes_first and found:
            self._take(0)
        self._takes_first = False

    def _show(self, found: list[Found]) -> None:
        self.model.set_table(Table({name: [getattr(one, name) for one in found] for name in NAMES}))
        self.view.setVisible(bool(found))
        has_nothing = bool(self._wanted) and not found
        self.nothing.setVisible(has_nothing)
        self.clear_button.setVisible(has_nothing)
        self.searching.emit(bool(found))
        self.updateGeometry()

    def _go_down(self) -> None:
        if self.model.rowCount():
            self.view.setFocus(Qt.FocusReason.TabFocusReason)

    def _take_first(self) -> None:
        """Enter in the field: the first one, or the first of a search that is not ready yet."""
        if self.model.rowCount() and self._wanted == self.box.text().strip():
            self._take(0)
        else:
            self._takes_first = bool(self.box.text().strip())

    def _take(self, position: int) -> None:
        designation = self.model.rows.table["designation"][position]
        self.close_search()
        self.taken.emit(designation)

    def _columns(self) -> tuple[Column, ...]:
        translate = self._context.translate
        return (
            Column("designation", translate("Standard number"), key=natural, width=170),
            Column("title", translate("Title"), width=300),
            Column("status", translate("Status"), badge=status_marks(translate), width=110),
            Column("published", translate("Published"), show=lambda text: day(text, translate), width=100),
        )


def _found(session: Session, level: Level, text: str) -> Searched:
    """For a thread of its own."""
    found = search(session, level, text)
    return Searched(text, found, (Unavailable.NOT_LISTED, "") if found else why_nothing(session, level, text))
