"""The strip above a table: one button for each facet, with counts; several kinds can be chosen in each."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QToolButton, QWidget

from aligner.gui.models.columns import Facet
from aligner.gui.models.rows_model import RowsModel
from aligner.gui.surroundings import icons
from aligner.gui.surroundings.context import Context
from aligner.gui.widgets.plain.flow_layout import FlowLayout

MOST_KINDS = 40
"""Kinds listed in one menu; the most frequent ones."""


class StayingMenu(QMenu):
    """A menu that stays open while its ticks are set."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """A click on a tick sets it and nothing else."""
        if not _toggle(self.actionAt(event.position().toPoint())):
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Space sets a tick."""
        if event.key() != Qt.Key.Key_Space or not _toggle(self.activeAction()):
            super().keyPressEvent(event)


class FacetStrip(QWidget):
    """Works on a model: choosing kinds filters it; the counts follow its search."""

    chosen_changed = Signal()

    def __init__(
        self, context: Context, model: RowsModel, parent: QWidget | None = None, *, wraps: bool = False
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._model = model
        self.buttons: dict[str, QToolButton] = {}
        beside = FlowLayout(self) if wraps else QHBoxLayout(self)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(6)
        for facet in model.rows.facets:
            button = self._button(facet)
            self.buttons[facet.name] = button
            beside.addWidget(button)
        self.clear_button = QPushButton(context.translate("Clear filters"))
        self.clear_button.setObjectName("link")
        self.clear_button.clicked.connect(self.clear)
        beside.addWidget(self.clear_button)
        if isinstance(beside, QHBoxLayout):
            beside.addStretch(1)
        model.filter_cleared.connect(self._show_chosen)
        self._show_chosen()

    def choose(self, facet: Facet, kind: str, *, on: bool) -> None:
        """Add a kind to those that are shown, or take it away."""
        kinds = self._model.chosen.get(facet.name, frozenset())
        kinds = kinds | {kind} if on else kinds - {kind}
        self.set_chosen(self._model.chosen | {facet.name: kinds})

    def set_chosen(self, chosen: dict[str, frozenset[str]]) -> None:
        """Show the rows of these kinds, by facet."""
        self._model.set_filter(self._model.search, chosen)
        self._show_chosen()
        self.chosen_changed.emit()

    def clear(self) -> None:
        """Show the rows of every kind."""
        self.set_chosen({})

    def _button(self, facet: Facet) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName("facet")
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the arrow stands behind the word
        button.setIcon(icons.icon("down", self._context.theme.muted))
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        menu = StayingMenu(button)
        menu.setToolTipsVisible(True)
        menu.aboutToShow.connect(lambda: self._fill(menu, facet))
        button.setMenu(menu)
        return button

    def _fill(self, menu: QMenu, facet: Facet) -> None:
        """The kinds with their counts, the chosen ones first, then the most frequent."""
        menu.clear()
        chosen = self._model.chosen.get(facet.name, frozenset())
        counts = self._model.counts(facet)
        listed = sorted(counts.items(), key=lambda one: (one[0] not in chosen, -one[1], one[0]))[:MOST_KINDS]
        for kind, count in listed:
            name = facet.show(kind) or self._context.translate("(empty)")
            text = f"{name}\t{self._context.translate.number(count)}".replace("&", "&&")
            action = menu.addAction(text)
            action.setToolTip(facet.meaning(kind) if facet.meaning is not None else "")
            action.setCheckable(True)
            action.setChecked(kind in chosen)
            action.toggled.connect(lambda on, kind=kind: self.choose(facet, kind, on=on))
        if not listed:
            menu.addAction(self._context.translate("Nothing to choose"))

    def _show_chosen(self) -> None:
        for facet in self._model.rows.facets:
            kinds = self._model.chosen.get(facet.name, frozenset())
            button = self.buttons[facet.name]
            text = facet.label
            if len(kinds) == 1:
                text = f"{facet.label}: {facet.show(next(iter(kinds))) or self._context.translate('(empty)')}"
            elif kinds:
                text = f"{facet.label}: {len(kinds)}"
            button.setText(text.replace("&", "&&"))
            button.setAccessibleName(text)
            button.setProperty("chosen", bool(kinds))
            button.setVisible(bool(kinds) or not facet.is_quiet)
            button.style().unpolish(button)
            button.style().polish(button)
        self.clear_button.setVisible(bool(self._model.chosen))


def _toggle(action: QAction | None) -> bool:
    """Set or take away the tick of this entry; False when it has none."""
    if action is None or not action.isCheckable() or not action.isEnabled():
        return False
    action.toggle()
    return True
