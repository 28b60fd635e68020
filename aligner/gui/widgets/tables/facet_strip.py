"""The strip above a table: one button for each facet, with counts; several kinds can be chosen in each."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QWidget

from aligner.gui.models.columns import Facet
from aligner.gui.models.kinds_model import FacetKind
from aligner.gui.models.rows_model import RowsModel
from aligner.gui.surroundings import icons
from aligner.gui.surroundings.context import Context
from aligner.gui.widgets.plain.flow_layout import FlowLayout
from aligner.gui.widgets.tables.facet_menu import FacetMenu

OWN = "own"
"""Name of the button that chooses which columns of the user's own file are facets."""


class FacetStrip(QWidget):
    """Works on a model: choosing kinds filters it; the counts follow its search.

    `name` is what the user's own columns are remembered under; without one they are not offered.
    """

    chosen_changed = Signal()
    left = Signal()
    """A list of kinds was closed: the keyboard is free for the table."""

    def __init__(
        self, context: Context, model: RowsModel, parent: QWidget | None = None, *, wraps: bool = False, name: str = ""
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._model = model
        self._remembered = f"facets.{name}" if name else ""
        self.buttons: dict[str, QToolButton] = {}
        self._menus: dict[str, FacetMenu] = {}
        self._beside = FlowLayout(self) if wraps else QHBoxLayout(self)
        self._beside.setContentsMargins(0, 0, 0, 0)
        self._beside.setSpacing(6)
        self._own_button = self._button(OWN, self._label(OWN))
        self._own_button.setToolTip(context.translate("Filter by the columns of your own file"))
        self.clear_button = QPushButton(context.translate("Clear filters"))
        self.clear_button.setObjectName("link")
        self.clear_button.clicked.connect(self._clear_by_hand)
        self._follow_facets()
        model.filter_cleared.connect(self._show_chosen)
        model.modelReset.connect(self._follow_facets)

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

    def open_menu(self, name: str) -> None:
        """Open the list of kinds of a facet."""
        kinds, chosen = self._own_columns() if name == OWN else self._kinds(self._facet(name))
        self.menu(name).open_below(self.buttons[name], kinds, chosen)

    def menu(self, name: str) -> FacetMenu:
        """The list of kinds of a facet, made when it is first needed."""
        if name not in self._menus:
            menu = FacetMenu(self._context, self._label(name), self)
            if name == OWN:
                menu.ticked.connect(self._offer)
            else:
                menu.ticked.connect(lambda kind, on: self.choose(self._facet(name), kind, on=on))
            menu.closed.connect(self.left)
            self._menus[name] = menu
        return self._menus[name]

    def _label(self, name: str) -> str:
        return self._context.translate("More filters") if name == OWN else self._facet(name).label

    def _clear_by_hand(self) -> None:
        """The button goes with the filters, so that the keyboard has to go on elsewhere."""
        had_focus = self.clear_button.hasFocus()
        self.clear()
        if had_focus:
            self.left.emit()

    def _follow_facets(self) -> None:
        """A button for each facet of the rows: another list may have other columns of its own."""
        facets = {facet.name: facet for facet in self._model.rows.facets}
        added = [facet for name, facet in facets.items() if name not in self.buttons]
        for facet in added:
            self._button(facet.name, facet.label)
        if added or not self._beside.count():
            for part in (*self.buttons.values(), self.clear_button):
                self._beside.removeWidget(part)
            for part in (*(self.buttons[name] for name in facets), self._own_button, self.clear_button):
                self._beside.addWidget(part)
            if isinstance(self._beside, QHBoxLayout):
                self._beside.addStretch(1)
        self._show_chosen()

    def _button(self, name: str, text: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName("facet")
        button.setText(text.replace("&", "&&"))
        button.setAccessibleName(text)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the arrow stands behind the word
        button.setIcon(icons.icon("down", self._context.theme.muted))
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(lambda: self.open_menu(name))  # when it is let go: nothing below the pointer is ticked
        self.buttons[name] = button
        return button

    def _facet(self, name: str) -> Facet:
        return next(facet for facet in self._model.rows.facets if facet.name == name)

    def _kinds(self, facet: Facet) -> tuple[list[FacetKind], frozenset[str]]:
        """All kinds with their counts, the chosen ones first, then the most frequent."""
        chosen = self._model.chosen.get(facet.name, frozenset())
        translate = self._context.translate
        counts = sorted(
            self._model.counts(facet).items(), key=lambda one: (one[0] not in chosen, not one[1], -one[1], one[0])
        )
        kinds = [
            FacetKind(
                key,
                facet.show(key) or translate("(empty)"),
                translate.number(count),
                facet.meaning(key) if facet.meaning is not None else "",
            )
            for key, count in counts
        ]
        return kinds, chosen

    def _own_columns(self) -> tuple[list[FacetKind], frozenset[str]]:
        own = [FacetKind(facet.name, facet.label) for facet in self._model.rows.facets if facet.is_own]
        return own, self._offered()

    def _offered(self) -> frozenset[str]:
        """The own columns that have a button of their own."""
        kept = self._context.preferences.mapping(self._remembered) if self._remembered else {}
        return frozenset(name for name, is_offered in kept.items() if is_offered is True)

    def _offer(self, name: str, is_offered: bool) -> None:
        kept = self._context.preferences.mapping(self._remembered) | {name: is_offered}
        self._context.preferences.set(self._remembered, kept)
        if not is_offered and name in self._model.chosen:
            self.set_chosen(self._model.chosen | {name: frozenset()})
        self._show_chosen()

    def _show_chosen(self) -> None:
        facets = {facet.name: facet for facet in self._model.rows.facets}
        offered = self._offered()
        for name, button in self.buttons.items():
            facet = facets.get(name)
            if facet is None:
                button.setVisible(name == OWN and bool(self._remembered) and any(one.is_own for one in facets.values()))
                continue
            kinds = self._model.chosen.get(name, frozenset())
            text = facet.label
            if len(kinds) == 1:
                text = f"{facet.label}: {facet.show(next(iter(kinds))) or self._context.translate('(empty)')}"
            elif kinds:
                text = f"{facet.label}: {len(kinds)}"
            button.setText(text.replace("&", "&&"))
            button.setAccessibleName(text)
            button.setProperty("chosen", bool(kinds))
            is_hidden = facet.is_quiet or (facet.is_own and name not in offered)
            button.setVisible(bool(kinds) or not is_hidden)
            button.style().unpolish(button)
            button.style().polish(button)
        self.clear_button.setVisible(bool(self._model.chosen))
