"""The counting rules of a profile as a form, one field for each, made from the rules themselves."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QFormLayout,
    QLineEdit,
    QScrollArea,
    QSpinBox,
    QWidget,
)

from aligner.gui.surroundings.context import Context
from aligner.gui.widgets.plain.labels import label
from aligner.usecases.figures.profile_files import CHOICE_WORDS, CHOICES, LABELS, CountingRules

Reader = Callable[[], Any]
Writer = Callable[[Any], None]

LARGEST = 100_000
BASIS_POINTS = ("target_basis_points", "weight_idt", "weight_mod", "weight_neq")


class ProfileForm(QScrollArea):
    """Fields follow `show_rules`; `values` gives what they say, as `CountingRules.from_mapping` takes it."""

    edited = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._translate = context.translate
        self._read: dict[str, Reader] = {}
        self._write: dict[str, Writer] = {}
        self.fields: dict[str, QWidget] = {}
        self.setWidgetResizable(True)
        self.setAccessibleName(context.translate("Rules"))
        inside = QWidget()
        form = QFormLayout(inside)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        form.setVerticalSpacing(6)
        for name, value in CountingRules().to_mapping().items():
            field = self._field(name, value)
            text = self._translate(LABELS.get(name, name))
            field.setAccessibleName(text)
            if isinstance(field, QAbstractSpinBox):
                field.lineEdit().setAccessibleName(text)
            self.fields[name] = field
            form.addRow(label(text, wraps=True), field)
        self.setWidget(inside)

    def show_rules(self, rules: CountingRules, *, editable: bool) -> None:
        """Show these rules; those that come with the program can only be read."""
        for name, value in rules.to_mapping().items():
            field = self.fields[name]
            field.blockSignals(True)
            self._write[name](value)
            field.blockSignals(False)
            if isinstance(field, QLineEdit | QAbstractSpinBox):
                field.setReadOnly(not editable)
            else:
                field.setEnabled(editable)

    def values(self) -> dict[str, Any]:
        """What the fields say."""
        return {name: read() for name, read in self._read.items()}

    def _field(self, name: str, value: Any) -> QWidget:
        if isinstance(value, bool):
            return self._flag(name)
        if name in CHOICES:
            return self._choice(name)
        if isinstance(value, int):
            return self._number(name)
        return self._text(name, is_list=isinstance(value, list))

    def _flag(self, name: str) -> QWidget:
        box = QCheckBox(self._translate("yes"))
        self._read[name], self._write[name] = box.isChecked, lambda value: box.setChecked(bool(value))
        box.toggled.connect(lambda _on: self.edited.emit())
        return box

    def _choice(self, name: str) -> QWidget:
        box = QComboBox()
        for choice in CHOICES[name]:
            box.addItem(self._translate(CHOICE_WORDS.get((name, choice), choice)), choice)
        self._read[name] = box.currentData
        self._write[name] = lambda value: box.setCurrentIndex(box.findData(value))
        box.currentIndexChanged.connect(lambda _place: self.edited.emit())
        return box

    def _number(self, name: str) -> QWidget:
        if name in BASIS_POINTS:
            return self._share(name)
        box = QSpinBox()
        box.setRange(0, LARGEST)
        self._read[name], self._write[name] = box.value, lambda value: box.setValue(int(value))
        box.valueChanged.connect(lambda _value: self.edited.emit())
        return box

    def _share(self, name: str) -> QWidget:
        """Basis points, shown as a percentage."""
        box = QDoubleSpinBox()
        box.setRange(0, 100)
        box.setDecimals(2)
        box.setSuffix(" %")
        self._read[name] = lambda: round(box.value() * 100)
        self._write[name] = lambda value: box.setValue(value / 100)
        box.valueChanged.connect(lambda _value: self.edited.emit())
        return box

    def _text(self, name: str, *, is_list: bool) -> QWidget:
        line = QLineEdit()
        if is_list:
            line.setPlaceholderText(self._translate("several separated by commas; empty: all"))
            self._read[name] = lambda: parts_of(line.text())
            self._write[name] = lambda value: line.setText(", ".join(value))
        else:
            self._read[name], self._write[name] = lambda: line.text().strip(), lambda value: line.setText(str(value))
        line.textEdited.connect(lambda _text: self.edited.emit())
        return line


def parts_of(text: str) -> list[str]:
    """What stands between the commas, western or Chinese."""
    parts = (part.strip() for part in text.replace("，", ",").split(","))
    return [part for part in parts if part]
