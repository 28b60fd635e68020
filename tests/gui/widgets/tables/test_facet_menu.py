from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from aligner.domain.standards.table import Table
from aligner.gui.models.columns import Column, Facet, itself, own_facets
from aligner.gui.models.kinds_model import COUNT
from aligner.gui.models.rows import Rows
from aligner.gui.models.rows_model import RowsModel
from aligner.gui.surroundings.context import Context
from aligner.gui.widgets.tables.facet_menu import FacetMenu
from aligner.gui.widgets.tables.facet_strip import OWN, FacetStrip

COMMITTEES = 90


def strip(context: Context, qtbot: QtBot, *, name: str = "") -> tuple[FacetStrip, RowsModel]:
    columns = (Column("number", "Number"),)
    model = RowsModel(columns, (Facet("committee", "Committee", itself),))
    made = FacetStrip(context, model, name=name)
    qtbot.addWidget(made)
    made.show()
    table = Table(
        {
            "number": [f"ISO {number}" for number in range(2 * COMMITTEES)],
            "committee": [f"ISO/TC {number // 2}" for number in range(2 * COMMITTEES)],
            "extra": [{"备注": "复审" if number % 3 else "", "负责人": "王"} for number in range(2 * COMMITTEES)],
        }
    )
    model.set_rows(Rows(table, columns, (*model.rows.facets, *own_facets(table["extra"]))))
    return made, model


def listed(menu: FacetMenu) -> list[tuple[str, str]]:
    return [(kind.text, kind.count) for kind in menu.model.shown]


def test_every_kind_is_listed_with_its_count_and_can_be_searched(context: Context, qtbot: QtBot) -> None:
    facets, model = strip(context, qtbot)
    facets.open_menu("committee")
    menu = facets.menu("committee")
    assert len(listed(menu)) == COMMITTEES
    assert menu.search.hasFocus()
    qtbot.keyClicks(menu.search, "ISO/TC 89")
    qtbot.keyClick(menu.search, Qt.Key.Key_Return)
    assert listed(menu) == [("ISO/TC 89", "2")]
    assert model.chosen == {"committee": frozenset({"ISO/TC 89"})}
    assert menu.isVisible()
    facets.open_menu("committee")
    assert listed(menu)[0] == ("ISO/TC 89", "2")  # what is chosen comes first
    assert len(listed(menu)) == COMMITTEES


def test_names_begin_at_the_left_and_counts_end_at_the_right(context: Context, qtbot: QtBot) -> None:
    facets, _ = strip(context, qtbot)
    facets.open_menu("committee")
    menu = facets.menu("committee")
    assert menu.layoutDirection() == menu.list.layoutDirection() == Qt.LayoutDirection.LeftToRight
    assert menu.model.index(0, 0).data(COUNT) == "2"
    assert menu.model.index(0, 0).data() == "ISO/TC 0"


def test_opening_ticks_nothing_wherever_the_pointer_is(context: Context, qtbot: QtBot) -> None:
    facets, model = strip(context, qtbot)
    button, menu = facets.buttons["committee"], facets.menu("committee")
    qtbot.mousePress(button, Qt.MouseButton.LeftButton)
    assert not menu.isVisible()
    qtbot.mouseRelease(button, Qt.MouseButton.LeftButton)
    assert menu.isVisible()
    qtbot.mouseRelease(menu.list.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
    assert not model.chosen


def test_several_columns_of_the_users_own_file_can_be_facets(context: Context, qtbot: QtBot) -> None:
    facets, model = strip(context, qtbot, name="test")
    own = facets.menu(OWN)
    assert facets.buttons[OWN].isVisible()
    assert not facets.buttons["extra:备注"].isVisible()
    facets.open_menu(OWN)
    assert listed(own) == [("备注", ""), ("负责人", "")]
    for row in (0, 1):
        own.model.turn(row)
    assert facets.buttons["extra:备注"].isVisible()
    facets.open_menu("extra:备注")
    assert listed(facets.menu("extra:备注")) == [("复审", "120"), ("(empty)", "60")]
    facets.menu("extra:备注").model.turn(1)
    assert model.rowCount() == 60
    facets.open_menu(OWN)
    own.model.turn(0)  # what is no longer offered chooses nothing
    assert model.rowCount() == 180
    assert context.preferences.mapping("facets.test") == {"extra:备注": False, "extra:负责人": True}


def test_tables_without_own_columns_offer_none(context: Context, qtbot: QtBot) -> None:
    facets, model = strip(context, qtbot, name="test")
    model.set_table(Table({"number": ["ISO 1"], "committee": [""], "extra": [None]}))
    model.set_rows(Rows(model.rows.table, model.columns, model.rows.facets[:1]))
    assert not facets.buttons[OWN].isVisible()
