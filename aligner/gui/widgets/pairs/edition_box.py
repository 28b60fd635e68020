"""Which edition of the international standard the national one adopts, and what that rests on."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QSizePolicy, QStyle, QStyleOptionComboBox

from aligner.domain.pairs.adopted import EDITION_BASIS_NAMES, AdoptedEdition, EditionBasis
from aligner.gui.models.rows_model import tooltip
from aligner.gui.words import meanings
from aligner.gui.words.numbers import shortened_number
from aligner.i18n import Translator
from aligner.usecases.review.editions import NO_CHOICE, EditionChoice

LEAST = 12
"""Characters that are always in sight; the whole is in the list and in the tip."""
MOST = 320
EDGES = 2
"""Pixels that Qt leaves free beside the words."""


class EditionBox(QComboBox):
    """The first entry is what stands or follows from the rule; every other one is the reviewer's own choice."""

    def __init__(self, translate: Translator) -> None:
        super().__init__()
        self._translate = translate
        self._choice = NO_CHOICE
        self.setAccessibleName(translate("Adopted edition"))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(LEAST)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMaximumWidth(MOST)
        self.currentIndexChanged.connect(self._explain)

    def show_choice(self, choice: EditionChoice) -> None:
        """Offer these editions; what stands is chosen."""
        self.blockSignals(True)
        self.clear()
        self._choice = choice
        self.addItem(edition_text(choice.adopted, self._translate), None)
        for edition in choice.editions:
            if edition != choice.adopted.designation or choice.adopted.basis is not EditionBasis.STATED:
                self.addItem(edition, edition)
        if choice.adopted.basis is not EditionBasis.UNKNOWN:
            self.addItem(self._translate(EDITION_BASIS_NAMES[EditionBasis.UNKNOWN]), "")
        self.setCurrentIndex(0)
        self.blockSignals(False)
        self.setVisible(bool(choice.editions))
        self._explain()

    def chosen(self) -> AdoptedEdition | None:
        """The reviewer's own choice, or what a decision states already; None where the rule is to tell."""
        if self.currentIndex() <= 0:
            adopted = self._choice.adopted
            return adopted if adopted.basis is EditionBasis.STATED else None
        edition = str(self.currentData() or "")
        return AdoptedEdition(edition, EditionBasis.STATED if edition else EditionBasis.UNKNOWN)

    def is_younger(self) -> bool:
        """Whether the reviewer chose an edition that appeared after the national standard."""
        return self.currentIndex() > 0 and self.currentData() in self._choice.younger

    def turn(self) -> None:
        """Go on to the next one."""
        if self.count():
            self.setCurrentIndex((self.currentIndex() + 1) % self.count())

    def initStyleOption(self, option: QStyleOptionComboBox) -> None:  # noqa: N802 - Qt's name
        """Shorten the words that do not fit, as a label does; Qt would cut them off in the middle of a letter."""
        super().initStyleOption(option)
        field = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, field, self).width() - EDGES
        metrics = self.fontMetrics()
        option.currentText = shortened_number(self.currentText(), lambda part: metrics.horizontalAdvance(part) <= room)

    def _explain(self) -> None:
        chosen = self.chosen() or self._choice.adopted
        about = self._translate("The edition that the national standard adopts")
        meant = self._translate(meanings.EDITION_BASES[chosen.basis])
        self.setToolTip(tooltip(self.currentText(), about, meant))
        self.setAccessibleDescription(meant)
        for place in range(self.count()):
            is_younger = place > 0 and self.itemData(place) in self._choice.younger
            note = self._translate("Published after the national standard") if is_younger else ""
            self.setItemData(place, tooltip(note) if note else "", Qt.ItemDataRole.ToolTipRole)


def edition_text(adopted: AdoptedEdition, translate: Translator) -> str:
    """An adopted edition with its basis; a stated one alone."""
    basis = translate(EDITION_BASIS_NAMES[adopted.basis])
    if adopted.basis is EditionBasis.UNKNOWN:
        return basis
    return translate("{edition} ({basis})", edition=adopted.designation, basis=basis)
