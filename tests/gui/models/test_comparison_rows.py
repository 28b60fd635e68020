"""Cells, files and templates of a table of key technical indicators."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QPushButton
from pytestqt.qtbot import QtBot

from aligner.domain.progress import Silent
from aligner.gui.dialogs.comparing.comparison import ComparisonDialog
from aligner.gui.models.comparison_rows import PLACES
from aligner.gui.shell.main_window import MainWindow
from aligner.gui.widgets.tables.entry_view import read_block
from aligner.usecases.comparing.entry import import_rows, open_form
from tests.gui.comparison_scenes import (
    CONTROL,
    COPIED,
    fill_table,
    put,
    questions,
    shown,
    table_alone,
    type_keys,
)
from tests.gui.conftest import PATIENCE, settle
from tests.gui.review_scenes import session_of


@pytest.fixture
def dialog(opened: MainWindow, qtbot: QtBot) -> ComparisonDialog:
    return table_alone(opened, qtbot)


def test_cells_of_a_spreadsheet_are_pasted_and_copied_back(dialog: ComparisonDialog, qtbot: QtBot) -> None:
    fill_table(dialog)
    verdicts = [shown(dialog, row) for row in range(7)]
    assert verdicts == ["stricter", "equal", "stricter", "equal*", "incomparable", "international only", "incomparable"]
    assert shown(dialog, 0, "method_equivalence") == "equivalent"
    rows = dialog.model.rows()
    dialog.view.selectAll()
    qtbot.keyClick(dialog.view, Qt.Key.Key_C, CONTROL)
    assert "\n'=Flow\t" in QGuiApplication.clipboard().text()
    qtbot.keyClick(dialog.view, Qt.Key.Key_Delete)
    assert dialog.model.rows() == []
    dialog.view.go_to(0)
    qtbot.keyClick(dialog.view, Qt.Key.Key_V, CONTROL)
    assert dialog.model.rows() == rows
    for _ in range(2):
        qtbot.keyClick(dialog.view, Qt.Key.Key_Z, CONTROL)
    assert dialog.model.rows() == rows


def test_cells_with_headings_find_their_columns_in_any_order(dialog: ComparisonDialog, qtbot: QtBot) -> None:
    put("No.\t国际要求\t单位\tIndicator\t国家要求\t严格方向\n1\t≤ 80\tdB(A)\tNoise\t≤ 75\t越小越严\n\t\t\tMass\t\t\n")
    dialog.view.go_to(0, PLACES["note"])
    qtbot.keyClick(dialog.view, Qt.Key.Key_V, CONTROL)
    assert [shown(dialog, 0, name) for name in ("indicator", "national_value", "international_unit", "direction")] == [
        "Noise", "≤ 75", "dB(A)", "lower is stricter",
    ]  # fmt: skip
    assert shown(dialog, 0) == "stricter"
    assert shown(dialog, 1, "indicator") == "Mass"
    assert "2 rows were pasted by their headings. Columns not recognized: No.." in dialog.hint.accessibleName()


def test_cells_copied_with_headings_come_back_by_them(dialog: ComparisonDialog) -> None:
    fill_table(dialog)
    rows = dialog.model.rows()
    dialog.view.selectAll()
    dialog.view.copy(with_headings=True)
    dialog.model.remove_rows(range(len(rows)))
    dialog.view.go_to(0, 4)
    dialog.view.paste()
    assert dialog.model.rows() == rows


def test_what_was_undone_is_done_again(dialog: ComparisonDialog, qtbot: QtBot) -> None:
    fill_table(dialog)
    rows = dialog.model.rows()
    for keys in ((Qt.Key.Key_Y, CONTROL), (Qt.Key.Key_Z, CONTROL | Qt.KeyboardModifier.ShiftModifier)):
        qtbot.keyClick(dialog.view, Qt.Key.Key_Z, CONTROL)
        assert dialog.model.rows() == []
        qtbot.keyClick(dialog.view, *keys)
        assert dialog.model.rows() == rows
    qtbot.keyClick(dialog.view, Qt.Key.Key_Z, CONTROL)
    dialog.model.change_cells({(0, 0): "other"})
    assert not dialog.model.redo()


def test_rows_are_taken_out_and_made_room_for_by_keys(dialog: ComparisonDialog, qtbot: QtBot) -> None:
    fill_table(dialog)
    dialog.view.go_to(1)
    qtbot.keyClick(dialog.view, Qt.Key.Key_Minus, CONTROL)
    assert [row["indicator"] for row in dialog.model.rows()][:2] == ["Noise level", "Mass"]
    qtbot.keyClick(dialog.view, Qt.Key.Key_Plus, CONTROL)
    assert (shown(dialog, 1, "indicator"), shown(dialog, 2, "indicator")) == ("", "Mass")


def test_a_table_goes_out_to_a_file_and_comes_back(
    dialog: ComparisonDialog, opened: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    fill_table(dialog)
    rows = dialog.model.rows()
    dialog.files.export_file(tmp_path / "table.xlsx")
    qtbot.waitUntil(lambda: "table.xlsx" in dialog.hint.accessibleName(), timeout=PATIENCE)
    assert import_rows(session_of(opened), dialog.form, tmp_path / "table.xlsx", Silent()) == (rows, [])
    dialog.model.set_rows([])
    dialog.files.import_file(tmp_path / "table.xlsx")
    qtbot.waitUntil(lambda: dialog.model.rows() == rows, timeout=PATIENCE)
    settle(qtbot, opened)


def test_a_template_brings_its_indicators_to_another_pair(
    dialog: ComparisonDialog, opened: MainWindow, qtbot: QtBot
) -> None:
    fill_table(dialog)
    dialog.files.keep_template("Machines & tools")
    other = ComparisonDialog(opened.context, opened, open_form(session_of(opened), "GB/T 19000-2016", "ISO 9000:2015"))
    other.files.fill_templates(other.template_menu)
    other.template_menu.actions()[0].trigger()
    assert [row["indicator"] for row in other.model.rows()] == [line.split("\t")[0] for line in COPIED.splitlines()]
    assert other.model.rows()[0]["national_value"] == ""
    forget = other.template_menu.actions()[-1].menu()
    assert isinstance(forget, QMenu)
    forget.actions()[0].trigger()
    assert "was deleted" in other.hint.accessibleName()
    other.files.fill_templates(other.template_menu)
    assert "Machines && tools" not in [action.text() for action in other.template_menu.actions()]
    other.done(0)
    settle(qtbot, opened)


def test_a_table_starts_from_the_template_of_a_product_group(
    dialog: ComparisonDialog, opened: MainWindow, qtbot: QtBot
) -> None:
    dialog.files.fill_templates(dialog.template_menu)
    steel = next(one for one in dialog.template_menu.actions() if one.text() == "Steel products")
    steel.trigger()
    assert (shown(dialog, 0, "indicator"), shown(dialog, 0, "direction")) == ("Yield strength", "higher is stricter")
    assert shown(dialog, 0) == "to be filled in"
    type_keys(qtbot, dialog, Qt.Key.Key_Tab, Qt.Key.Key_Tab, "240", Qt.Key.Key_Return)
    assert shown(dialog, 0) == "national only"
    steel.trigger()
    assert [row["indicator"] for row in dialog.model.rows()].count("Yield strength") == 1
    dialog.save()
    (question,) = questions(dialog)
    assert "14 indicators have no requirement on either side" in question.text()
    next(one for one in question.findChildren(QPushButton) if one.text() == "Save the rest").click()
    assert not dialog.isVisible()
    (pair,) = session_of(opened).store.comparisons()
    assert [one.indicator for one in pair.indicators] == ["Yield strength"]
    settle(qtbot, opened)


def test_a_table_of_another_project_becomes_a_template(
    dialog: ComparisonDialog, opened: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    fill_table(dialog)
    dialog.files.export_file(tmp_path / "pumps.xlsx")
    qtbot.waitUntil(lambda: "pumps.xlsx" in dialog.hint.accessibleName(), timeout=PATIENCE)
    dialog.model.set_rows([])
    dialog.files.import_template(tmp_path / "pumps.xlsx")
    qtbot.waitUntil(lambda: len(dialog.model.rows()) == 7, timeout=PATIENCE)
    assert (shown(dialog, 0, "indicator"), shown(dialog, 0)) == ("Noise level", "to be filled in")
    dialog.files.fill_templates(dialog.template_menu)
    assert dialog.template_menu.actions()[0].text() == "pumps"
    settle(qtbot, opened)


def test_quoted_cells_of_the_clipboard_keep_their_line_ends() -> None:
    assert read_block('a\t"b\nc"\r\n\r\n\'-x\t-5\r\n') == [["a", "b\nc"], [""], ["-x", "-5"]]
