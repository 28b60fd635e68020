"""The button with the saved views: what is searched, chosen and how it is ordered."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QToolButton

from aligner.gui.surroundings import icons
from aligner.gui.surroundings.context import Context
from aligner.gui.widgets.plain.menus import clear
from aligner.usecases.hand_outs.meeting import FOR_THE_MEETING
from aligner.usecases.review.notes import View


class ViewsButton(QToolButton):
    """Lists the views, saves what is chosen now as one, forgets one."""

    chosen = Signal(object)
    """A View."""
    saving = Signal()
    forgetting = Signal(str)
    """Name of a view."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._translate = context.translate
        self.views: Sequence[View] = ()
        self.setObjectName("button")
        self.setText(self._translate("Views"))
        self.setToolTip(self._translate("Saved views: search, filters and order"))
        self.setIcon(icons.icon("filter", context.theme.text))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        menu = QMenu(self)
        menu.aboutToShow.connect(lambda: self._fill(menu))
        self.setMenu(menu)

    def _fill(self, menu: QMenu) -> None:
        clear(menu)
        self._list(menu, self.chosen.emit, [self._for_the_meeting()])
        self._list(menu, self.chosen.emit, self.views)
        menu.addSeparator()
        menu.addAction(self._translate("Save this view…")).triggered.connect(self.saving)
        if self.views:
            self._list(
                menu.addMenu(self._translate("Delete")), lambda view: self.forgetting.emit(view.name), self.views
            )

    def _for_the_meeting(self) -> View:
        """A view that is always there: what nobody can settle alone."""
        return View(self._translate("For the meeting"), facets={"kinds": list(FOR_THE_MEETING)})

    def _list(self, menu: QMenu, act: Callable[[View], None], views: Sequence[View]) -> None:
        for view in views:
            action = menu.addAction(view.name.replace("&", "&&"))
            action.triggered.connect(lambda _checked=False, view=view: act(view))
