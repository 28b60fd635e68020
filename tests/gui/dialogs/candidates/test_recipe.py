from pathlib import Path

from pytestqt.qtbot import QtBot

from aligner.gui.dialogs.candidates.recipe import precision_text
from aligner.gui.shell.main_window import MainWindow
from aligner.i18n import translator
from aligner.usecases.candidates.recipes import read_recipe, shipped_recipe
from tests.gui.conftest import settle
from tests.gui.recipe_scenes import recipe_dialog


def test_it_says_what_the_weights_were_found_on_and_how_often_they_were_right(opened: MainWindow) -> None:
    dialog = recipe_dialog(opened)
    assert "398 known pairs" in dialog.source.text()
    assert "strong 100.0 % (98.9 % to 100.0 %, 343 pairs)" in dialog.precision.text()


def test_what_was_set_by_hand_says_so_and_claims_no_precision(opened: MainWindow) -> None:
    dialog = recipe_dialog(opened)
    assert dialog.recipe() == shipped_recipe()
    dialog.form.limit_fields["top_n"].setValue(5)
    changed = dialog.recipe()
    assert (changed.name, changed.top_n, changed.precision) == ("titles (by hand)", 5, {})
    assert "set by secretary" in dialog.source.text()
    assert "has not been measured" in dialog.precision.text()
    assert precision_text(changed, translator("zh")) == "其候选的准确率尚未测定。"


def test_a_closed_dialog_changes_nothing(opened: MainWindow) -> None:
    dialog = recipe_dialog(opened)
    dialog.form.weight_fields["title"].setValue(1)
    dialog.reject()
    assert recipe_dialog(opened).recipe() == shipped_recipe()


def test_a_recipe_goes_to_a_file_and_comes_back(opened: MainWindow, tmp_path: Path) -> None:
    dialog = recipe_dialog(opened)
    dialog.form.weight_fields["scope"].setValue(17)
    dialog.write(tmp_path / "ours.toml")
    assert read_recipe(tmp_path / "ours.toml") == dialog.recipe()
    dialog.show_shipped()
    assert dialog.recipe() == shipped_recipe()
    dialog.read(tmp_path / "ours.toml")
    assert dialog.recipe().weights["scope"] == 17


def test_a_file_that_is_no_recipe_is_a_sentence(opened: MainWindow, tmp_path: Path) -> None:
    (tmp_path / "list.toml").write_text("name = 'list'", encoding="utf-8")
    dialog = recipe_dialog(opened)
    dialog.read(tmp_path / "list.toml")
    assert "list.toml lacks the entry" in dialog.outcome.text()
    assert dialog.recipe() == shipped_recipe()


def test_with_few_decisions_learning_says_how_many_it_needs(opened: MainWindow, qtbot: QtBot) -> None:
    dialog = recipe_dialog(opened)
    dialog.learn()
    assert not dialog.use_button.isEnabled()
    settle(qtbot, opened)
    assert "50 confirmed pairs" in dialog.outcome.text()
    assert dialog.use_button.isEnabled()
