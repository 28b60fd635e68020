from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QDoubleSpinBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from aligner.gui.dialogs.figures.profile_form import parts_of
from aligner.gui.dialogs.figures.profiles import ProfilesDialog
from aligner.gui.dialogs.name import NameDialog
from aligner.gui.surroundings.context import Context
from aligner.usecases.figures import profile_files
from aligner.usecases.figures.measure import load_profile


@pytest.fixture
def dialog(context: Context, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ProfilesDialog]:
    monkeypatch.setattr("aligner.paths.user_config", lambda: tmp_path)
    parent = QWidget()
    qtbot.addWidget(parent)
    made = ProfilesDialog(context, parent, "outline-85")
    made.show()
    yield made
    del parent  # the dialog lived in it


def own(dialog: ProfilesDialog, name: str = "Ours") -> None:
    dialog.make_copy(name)


def test_a_shipped_profile_can_only_be_read(dialog: ProfilesDialog) -> None:
    types = dialog.form.fields["types"]
    assert isinstance(types, QLineEdit)
    assert types.isReadOnly()
    assert not dialog.save_button.isEnabled()
    assert not dialog.remove_button.isEnabled()


def test_a_copy_is_named_and_stands_in_the_list(dialog: ProfilesDialog, qtbot: QtBot) -> None:
    qtbot.mouseClick(dialog.copy_button, Qt.MouseButton.LeftButton)
    (ask,) = dialog.findChildren(NameDialog)
    ask.name.setText("Ours")
    qtbot.keyClick(ask.name, Qt.Key.Key_Return)
    known = dialog.known()
    assert known is not None
    assert known.is_own
    assert known.profile.name == "Ours"
    assert known.profile.rules == load_profile().rules


def test_an_edited_copy_is_saved_and_counted_with(dialog: ProfilesDialog, qtbot: QtBot) -> None:
    own(dialog)
    types, target = dialog.form.fields["types"], dialog.form.fields["target_basis_points"]
    edition, plans = dialog.form.fields["edition"], dialog.form.fields["count_plans"]
    assert isinstance(types, QLineEdit)
    assert isinstance(target, QDoubleSpinBox)
    assert isinstance(edition, QComboBox)
    assert isinstance(plans, QCheckBox)
    types.clear()
    qtbot.keyClicks(types, "IS, TS")
    target.setValue(87.5)
    edition.setCurrentIndex(edition.findData("current"))
    plans.setChecked(True)
    with qtbot.waitSignal(dialog.chosen) as chosen:
        qtbot.mouseClick(dialog.use_button, Qt.MouseButton.LeftButton)
    rules = load_profile(chosen.args[0]).rules
    assert (rules.types, rules.target_basis_points, rules.edition) == (("IS", "TS"), 8750, "current")
    assert rules.count_plans


def test_a_wrong_value_is_told_and_nothing_is_saved(dialog: ProfilesDialog) -> None:
    own(dialog)
    degrees = dialog.form.fields["degrees"]
    assert isinstance(degrees, QLineEdit)
    degrees.setText("IDT, XXX")
    degrees.textEdited.emit("IDT, XXX")
    dialog.use()
    assert dialog.isVisible()
    assert "XXX" in dialog.notice.words.text()
    known = dialog.known()
    assert known is not None
    assert load_profile(known.source).rules.degrees == ("IDT", "MOD")


def test_a_profile_is_handed_on_as_a_file(dialog: ProfilesDialog, tmp_path: Path) -> None:
    dialog.list.setCurrentRow(1)
    dialog.write_file(tmp_path / "strict.toml")
    assert load_profile(str(tmp_path / "strict.toml")).rules == load_profile("strict-current").rules


def test_an_own_profile_can_be_removed(dialog: ProfilesDialog) -> None:
    own(dialog)
    dialog.remove()
    assert not any(known.is_own for known in profile_files.profiles())


def test_the_comparison_begins_with_what_differs(dialog: ProfilesDialog) -> None:
    first = [dialog.comparison.text(row, 0) for row in range(dialog.comparison.rowCount())]
    marks = [text.startswith("≠ ") for text in first]
    assert marks == sorted(marks, reverse=True)
    assert 1 < sum(marks) < len(marks)


def test_lists_are_read_with_western_and_chinese_commas() -> None:
    assert parts_of(" ISO, IEC，ITU ,") == ["ISO", "IEC", "ITU"]
