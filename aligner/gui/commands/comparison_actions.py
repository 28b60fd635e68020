"""What the command about key technical indicators does: it opens the table of the chosen pair."""

from PySide6.QtWidgets import QApplication, QMenu

from aligner.gui.commands.window import Window
from aligner.gui.dialogs.comparing.comparison import ComparisonDialog
from aligner.gui.surroundings.theme import Tone
from aligner.usecases.comparing.entry import open_form


def can_compare(window: Window) -> bool:
    """Whether the page shows a pair."""
    return window.context.has_project and bool(window.page.pairs())


def compare_indicators(window: Window) -> None:
    """Open the table of the chosen pair; of several pairs one is asked for first."""
    pairs = window.page.pairs()
    if len(pairs) == 1:
        open_table(window, *pairs[0])
        return
    menu = QMenu(window.widget())
    for pair in pairs:
        action = menu.addAction(" – ".join(pair).replace("&", "&&"))
        action.triggered.connect(lambda _checked=False, pair=pair: open_table(window, *pair))
    menu.aboutToHide.connect(menu.deleteLater)
    place = QApplication.focusWidget() or window.widget()
    menu.popup(place.mapToGlobal(place.rect().center()))
    menu.setActiveAction(menu.actions()[0])


def open_table(window: Window, national: str, international: str) -> None:
    """Open the table of this pair."""
    form = window.context.do(open_form, national, international)
    if form is None:
        return
    dialog = ComparisonDialog(window.context, window.widget(), form)
    text = window.context.translate("The comparison is saved; a single undo reverts all of it.")
    dialog.saved.connect(lambda: window.tell(text, Tone.GOOD))
    dialog.open()
