"""How much of the international standard the national one covers, to choose."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QSizePolicy

from aligner.domain.pairs.decision import COVERAGE_NAMES, Coverage
from aligner.gui.models.rows_model import tooltip
from aligner.gui.words import meanings
from aligner.i18n import Translator

LEAST = 8
"""Characters that are always in sight; the whole is in the list and in the tip."""


class CoverageBox(QComboBox):
    """Says what each choice means."""

    def __init__(self, translate: Translator) -> None:
        super().__init__()
        self._translate = translate
        for place, (coverage, name) in enumerate(COVERAGE_NAMES.items()):
            self.addItem(translate(name), coverage.value)
            meant = translate(meanings.COVERAGES[coverage])
            self.setItemData(place, tooltip(meant), Qt.ItemDataRole.ToolTipRole)
            self.setItemData(place, meant, Qt.ItemDataRole.AccessibleDescriptionRole)
        self.setAccessibleName(translate("Coverage"))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(LEAST)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.currentIndexChanged.connect(self._explain)
        self._explain()

    def coverage(self) -> Coverage:
        """What is chosen."""
        return Coverage(self.currentData())

    def choose(self, coverage: Coverage) -> None:
        """Choose this one."""
        self.setCurrentIndex(self.findData(coverage.value))

    def turn(self) -> None:
        """Go on to the next one."""
        self.setCurrentIndex((self.currentIndex() + 1) % self.count())

    def _explain(self) -> None:
        about = self._translate("How much of the international standard the national one covers")
        meant = self._translate(meanings.COVERAGES[self.coverage()])
        self.setToolTip(tooltip(self.currentText(), about, meant))
        self.setAccessibleDescription(meant)
