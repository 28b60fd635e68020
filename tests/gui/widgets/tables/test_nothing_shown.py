from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from aligner.domain.standards.table import Table
from aligner.gui.models.columns import Column, Facet, itself
from aligner.gui.models.rows_model import RowsModel
from aligner.gui.surroundings.context import Context
from aligner.gui.widgets.tables.facet_strip import FacetStrip
from aligner.gui.widgets.tables.rows_view import RowsView
from aligner.gui.widgets.tables.search_box import SearchBox


def test_an_empty_result_says_so_and_shows_every_row_again(context: Context, qtbot: QtBot) -> None:
    model = RowsModel((Column("number", "Number"),), (Facet("status", "Status", itself),))
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    box, facets, view = SearchBox(context, "Search"), FacetStrip(context, model), RowsView(context, model, "x", "Rows")
    box.search_in(model)
    for part in (box, facets, view):
        column.addWidget(part)
    page.resize(500, 400)
    page.show()
    nothing = view.nothing_shown
    assert not nothing.isVisible()  # an empty table has nothing to clear
    model.set_table(Table({"number": ["ISO 9000", "ISO 9001"], "status": ["ok", "gone"]}))
    facets.set_chosen({"status": frozenset({"ok"})})
    box.setText("9001")
    qtbot.waitUntil(nothing.isVisible)
    assert nothing.text.text() == "No row matches “9001” and the filters."
    nothing.button.setFocus()
    qtbot.keyClick(nothing.button, Qt.Key.Key_Space)
    assert not nothing.isVisible()
    assert (box.text(), model.chosen, model.rowCount()) == ("", {}, 2)
    assert not facets.clear_button.isVisible()
    assert view.hasFocus()
    assert view.position() == 0
