"""What changed under a decision: for each field the value that was decided on and the one that stands now."""

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from aligner.domain.catalogue import LEVEL_NAMES
from aligner.domain.standards.fields import BY_NAME, LIST_KINDS, Kind
from aligner.domain.text import N_
from aligner.gui.models.columns import Badge, joined
from aligner.gui.surroundings.context import Context
from aligner.gui.surroundings.theme import Tone
from aligner.gui.widgets.pairs.difference_view import DifferenceView, TextPane
from aligner.gui.widgets.pairs.side_by_side import BadgeLabel
from aligner.gui.widgets.plain.flow_layout import FlowLayout
from aligner.gui.widgets.plain.key_button import KeyButton
from aligner.gui.widgets.plain.labels import label
from aligner.gui.words.values import day, status_marks
from aligner.i18n import Translator
from aligner.usecases.catalogues.changed_standards import FieldChange, StandardChange

MOST_HEIGHT = 190
"""Pixels; what does not fit is scrolled to."""
COMMANDS = ("review.renew", "review.take_back")

GONE = N_("{designation} is no longer in any catalogue. This is what it said:")
UNKNOWN = N_("{designation} was changed. The project did not keep its earlier content.")
CHANGED = N_("{designation}, {level}")


class ChangesView(QFrame):
    """Shown only where a decision no longer stands on its standards as they are now."""

    def __init__(self, context: Context, actions: Callable[[str], QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._context = context
        self.translate = context.translate
        self.heading = BadgeLabel(context)
        self.heading.show_badge(Badge("stale", self.translate("Changed since the decision"), Tone.ATTENTION))
        self.changes: tuple[StandardChange, ...] = ()
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setAccessibleName(self.translate("Changed since the decision"))
        self._area.viewport().setObjectName("plain")
        above = FlowLayout()
        above.setSpacing(6)
        self.heading.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        above.addWidget(self.heading)
        for command in COMMANDS:
            above.addWidget(KeyButton(actions(command), "button"))
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 6, 8, 6)
        column.setSpacing(4)
        column.addLayout(above)
        column.addWidget(self._area)
        self.hide()

    def show_changes(self, changes: Sequence[StandardChange]) -> None:
        """Show these, or nothing."""
        if self.changes != tuple(changes):
            self.changes = tuple(changes)
            self._fill()
        self.setVisible(bool(changes))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Texts that wrap make the list higher."""
        if event.type() == QEvent.Type.LayoutRequest and watched is self._area.widget():
            self._fit()
        return False

    def _fill(self) -> None:
        content = QWidget()
        content.setObjectName("plain")
        grid = QGridLayout(content)
        grid.setContentsMargins(0, 0, 6, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for change in self.changes:
            self._add_standard(grid, change)
        content.installEventFilter(self)
        self._area.setWidget(content)
        for one, behind in pairwise((self._area, *content.findChildren(TextPane))):
            self.setTabOrder(one, behind)  # what is made later would come after everything else
        self._fit()

    def _fit(self) -> None:
        content = self._area.widget()
        if content is not None:
            self._area.setFixedHeight(min(content.sizeHint().height() + 4, MOST_HEIGHT))

    def _add_standard(self, grid: QGridLayout, change: StandardChange) -> None:
        title = label(self._title(change), "muted", wraps=True)
        grid.addWidget(title, grid.rowCount(), 0, 1, 2)
        if change.fields:
            heads = QWidget()
            beside = QHBoxLayout(heads)
            beside.setContentsMargins(0, 0, 0, 0)
            beside.setSpacing(8)
            for text in (self.translate("When it was decided"), self.translate("Now")):
                beside.addWidget(label(text, "muted"), 1)
            grid.addWidget(heads, grid.rowCount(), 1)
        for field in change.fields:
            row = grid.rowCount()
            name = self.translate(BY_NAME[field.name].label)
            grid.addWidget(label(name), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(self._pair(field, name), row, 1)

    def _title(self, change: StandardChange) -> str:
        template = GONE if change.is_gone else CHANGED if change.is_known else UNKNOWN
        return self.translate(template, designation=change.designation, level=self.translate(LEVEL_NAMES[change.level]))

    def _pair(self, change: FieldChange, name: str) -> DifferenceView:
        translate = self.translate
        shown = DifferenceView(
            self._context,
            translate("{field}, when it was decided", field=name),
            translate("{field}, now", field=name),
            most_lines=3,
        )
        shown.show_texts(
            value_text(change.name, change.before, translate) or "–",
            value_text(change.name, change.after, translate) or "–",
        )
        return shown


def value_text(name: str, value: Any, translate: Translator) -> str:
    """A value of the field of this name as people read it."""
    kind = BY_NAME[name].kind
    if kind is Kind.STATUS:
        return status_marks(translate)(value).text if value else ""
    if kind is Kind.DATE:
        return day(str(value), translate)
    return joined(value) if kind in LIST_KINDS else str(value)
