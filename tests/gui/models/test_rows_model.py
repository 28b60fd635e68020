from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from aligner.domain.standards.table import Table
from aligner.gui.models.columns import Badge, Column, Facet, itself, natural
from aligner.gui.models.rows_model import BADGE, RowsModel
from aligner.gui.surroundings.context import Context
from aligner.gui.surroundings.theme import Tone
from aligner.gui.widgets.tables.rows_view import RowsView

COLUMNS = (
    Column("number", "Number", key=natural),
    Column("title", "Title"),
    Column("status", "Status", badge=lambda value: Badge("success", str(value).upper(), Tone.GOOD)),
    Column("year", "Year", is_right=True, is_hidden=True),
)
FACETS = (Facet("status", "Status", itself),)


def a_table() -> Table:
    return Table(
        {
            "number": ["ISO 10002", "ISO 9001", "ISO 9000"],
            "title": ["<b>Complaints</b>", "=SUM(A1)", "Vocabulary\tand\nmore"],
            "status": ["ok", "ok", "gone"],
            "year": [2018, 2015, None],
        }
    )


def a_model() -> RowsModel:
    model = RowsModel(COLUMNS, FACETS)
    model.set_table(a_table())
    return model


def shown(model: RowsModel) -> list[str]:
    return [model.text(row, 0) for row in range(model.rowCount())]


def test_the_model_keeps_the_rules_of_qt(qtmodeltester: ModelTester) -> None:
    model = a_model()
    qtmodeltester.check(model)
    model.sort(0, Qt.SortOrder.DescendingOrder)
    model.set_filter("iso", {"status": frozenset({"ok"})})
    qtmodeltester.check(model)
    model.set_filter("nothing like it", {})
    qtmodeltester.check(model)


def test_sorting_and_filtering_act_together() -> None:
    model = a_model()
    model.sort(0)
    assert shown(model) == ["ISO 9000", "ISO 9001", "ISO 10002"]
    model.set_filter("", {"status": frozenset({"ok"})})
    assert shown(model) == ["ISO 9001", "ISO 10002"]
    model.sort(-1)
    assert shown(model) == ["ISO 10002", "ISO 9001"]


def test_a_row_and_its_position_lead_to_each_other() -> None:
    model = a_model()
    model.sort(0)
    assert [model.row_of(model.position(row)) for row in range(3)] == [0, 1, 2]
    assert model.position(3) == -1
    assert model.position(-1) == -1
    model.set_filter("9001")
    assert model.row_of(0) == -1
    assert model.positions() == [1]


def test_a_cell_tells_text_badge_side_and_tooltip() -> None:
    model = a_model()
    status, year, title = model.index(0, 2), model.index(0, 3), model.index(0, 1)
    assert status.data() == "OK"
    assert status.data(BADGE) == Badge("success", "OK", Tone.GOOD)
    assert Qt.AlignmentFlag(year.data(Qt.ItemDataRole.TextAlignmentRole)) & Qt.AlignmentFlag.AlignRight
    assert title.data(Qt.ItemDataRole.ToolTipRole) == "<p>&lt;b&gt;Complaints&lt;/b&gt;</p>"
    assert model.data(QModelIndex()) is None
    assert title.data(Qt.ItemDataRole.DecorationRole) is None
    assert model.headerData(0, Qt.Orientation.Horizontal) == "Number"
    assert model.headerData(9, Qt.Orientation.Horizontal) is None


def a_view(context: Context, qtbot: QtBot, model: RowsModel) -> RowsView:
    view = RowsView(context, model, "test", "Standards")
    qtbot.addWidget(view)
    view.resize(600, 300)
    view.show()
    return view


def test_a_selection_goes_with_its_row_when_sorted(context: Context, qtbot: QtBot) -> None:
    model = a_model()
    view = a_view(context, qtbot, model)
    view.go_to(0)
    view.horizontalHeader().setSortIndicator(0, Qt.SortOrder.AscendingOrder)
    assert view.currentIndex().row() == 2
    assert view.position() == 0
    assert [index.row() for index in view.selectionModel().selectedRows()] == [2]


def test_the_current_row_survives_a_filter_that_shows_it(context: Context, qtbot: QtBot) -> None:
    model = a_model()
    view = a_view(context, qtbot, model)
    view.go_to(1)
    model.set_filter("9001")
    assert view.position() == 1
    model.set_filter("10002")
    assert view.position() == 0  # the first one that was found
    model.set_filter("nothing like it")
    assert view.position() == -1
    model.set_filter("10002")
    assert view.position() == 0
    assert not view.go_to(1)


def test_copied_rows_are_safe_to_paste_into_a_spreadsheet(context: Context, qtbot: QtBot, qapp: object) -> None:
    model = a_model()
    view = a_view(context, qtbot, model)
    flag = QItemSelectionModel.SelectionFlag
    for row in (1, 2):
        view.selectionModel().select(model.index(row, 0), flag.Select | flag.Rows)
    qtbot.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = qapp.clipboard().text().split("\n")  # type: ignore[attr-defined]
    assert lines == ["Number\tTitle\tStatus", "ISO 9001\t'=SUM(A1)\tOK", "ISO 9000\tVocabulary and more\tGONE"]


def test_columns_are_remembered_by_name(context: Context, qtbot: QtBot) -> None:
    view = a_view(context, qtbot, a_model())
    view.show_column(3, shown=True)
    view.show_column(0, shown=False)
    view.horizontalHeader().resizeSection(1, 333)
    view.horizontalHeader().moveSection(1, 3)
    again = a_view(context, qtbot, a_model())
    assert not again.isColumnHidden(3)
    assert again.isColumnHidden(0)
    assert again.horizontalHeader().visualIndex(1) == 3


def test_the_last_column_cannot_be_hidden(context: Context, qtbot: QtBot) -> None:
    view = a_view(context, qtbot, a_model())
    for column in (0, 1, 2):
        view.show_column(column, shown=False)
    assert not view.isColumnHidden(2)


def test_enter_chooses_the_current_row(context: Context, qtbot: QtBot) -> None:
    view = a_view(context, qtbot, a_model())
    view.go_to(2)
    with qtbot.waitSignal(view.chosen) as chosen:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert chosen.args == [2]
