"""The weights and limits of a recipe as fields."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDoubleSpinBox, QFormLayout, QHBoxLayout, QVBoxLayout, QWidget

from aligner.gui.widgets.plain.labels import label
from aligner.i18n import Translator
from aligner.usecases.candidates.recipes import COUNTS, LABELS, LIMITS, Recipe

MOST = 1_000


class RecipeForm(QWidget):
    """Two columns: what agreement is worth in points of 100, and where the bands begin."""

    edited = Signal()

    def __init__(self, translate: Translator, recipe: Recipe, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._translate = translate
        self.weight_fields = {name: self._points(LABELS[name]) for name in recipe.weights}
        self.limit_fields = {name: self._limit(name) for name in LIMITS}
        beside = QHBoxLayout(self)
        beside.setSpacing(28)
        weights = {LABELS[name]: field for name, field in self.weight_fields.items()}
        limits = {LIMITS[name]: field for name, field in self.limit_fields.items()}
        beside.addLayout(self._column(translate("Points of 100 for agreement"), weights), 1)
        beside.addLayout(self._column(translate("Limits"), limits), 1)
        self.show_recipe(recipe)

    def first(self) -> QWidget:
        """The field that has the keyboard at first."""
        return next(iter(self.weight_fields.values()))

    def show_recipe(self, recipe: Recipe) -> None:
        """Show the values of this recipe."""
        for name, field in self.weight_fields.items():
            _set(field, recipe.weights[name])
        for name, limit in self.limit_fields.items():
            _set(limit, getattr(recipe, name))

    def weights(self) -> dict[str, float]:
        """The points of each feature."""
        return {name: _number(field) for name, field in self.weight_fields.items()}

    def limits(self) -> dict[str, float]:
        """The limits."""
        return {name: _number(field) for name, field in self.limit_fields.items()}

    def _column(self, title: str, fields: Mapping[str, QDoubleSpinBox]) -> QVBoxLayout:
        column = QVBoxLayout()
        column.addWidget(label(title, "heading"))
        form = QFormLayout()
        form.setVerticalSpacing(6)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.DontWrapRows)
        for text, field in fields.items():
            form.addRow(label(self._translate(text), wraps=True), field)
        column.addLayout(form)
        column.addStretch(1)
        return column

    def _points(self, text: str) -> QDoubleSpinBox:
        return self._field(text, 0, 1)

    def _limit(self, name: str) -> QDoubleSpinBox:
        return self._field(LIMITS[name], COUNTS[name], 0) if name in COUNTS else self._points(LIMITS[name])

    def _field(self, text: str, least: int, decimals: int) -> QDoubleSpinBox:
        box = QDoubleSpinBox()
        box.setRange(least, MOST)
        box.setDecimals(decimals)
        box.setAlignment(Qt.AlignmentFlag.AlignRight)
        box.setFixedWidth(84)
        box.setAccessibleName(self._translate(text))
        box.lineEdit().setAccessibleName(self._translate(text))
        box.valueChanged.connect(lambda _value: self.edited.emit())
        return box


def _set(box: QDoubleSpinBox, value: float) -> None:
    box.blockSignals(True)
    box.setValue(value)
    box.blockSignals(False)


def _number(box: QDoubleSpinBox) -> float:
    """The value, a whole number where it is one: 77.0 is the 77 of a recipe."""
    value = box.value()
    return int(value) if value == int(value) else round(value, 1)
