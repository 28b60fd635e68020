"""Whether an international standard counts in the denominator, and why not."""

from PySide6.QtWidgets import QButtonGroup, QCheckBox, QGridLayout, QGroupBox, QLineEdit, QRadioButton, QWidget

from aligner.domain.applicability import APPLICABILITY_NAMES, REASONS, ApplicabilityVerdict
from aligner.gui.dialogs.dialog import Dialog
from aligner.gui.models.columns import Badge
from aligner.gui.surroundings.context import Context
from aligner.gui.surroundings.theme import Tone
from aligner.gui.widgets.pairs.side_by_side import BadgeLabel
from aligner.gui.words import meanings
from aligner.usecases.review.applicability import NEEDS_REASON, judge_work


class ApplicabilityDialog(Dialog):
    """One of four verdicts; those that set a work aside need a reason or a note."""

    def __init__(self, context: Context, parent: QWidget | None, work: str) -> None:
        translate = context.translate
        super().__init__(
            context,
            parent,
            translate("Does {work} count?", work=work),
            translate(
                "The verdict holds for the work in all its editions and decides whether it is in the denominator."
            ),
        )
        self._work = work
        standing = context.session.applicability_by_work().get(work) if context.session else None
        self.verdicts: dict[ApplicabilityVerdict, QRadioButton] = {}
        group = QButtonGroup(self)
        for verdict, name in APPLICABILITY_NAMES.items():
            meaning = translate(meanings.APPLICABILITIES[verdict])
            button = QRadioButton(translate("{name}: {meaning}", name=translate(name), meaning=meaning))
            group.addButton(button)
            self.verdicts[verdict] = button
            self.body.addWidget(button)
            button.toggled.connect(self._show_reasons)
        self.box = QGroupBox(translate("Why not"))
        grid = QGridLayout(self.box)
        grid.setColumnStretch(0, 1)
        self.reasons: dict[str, QCheckBox] = {}
        chosen = standing.reason.split() if standing else []
        for code, text in REASONS.items():
            tick = QCheckBox(f"{code}  {translate(text)}")
            tick.setChecked(code in chosen)
            self.reasons[code] = tick
            is_deferral = code.startswith("D")
            grid.addWidget(tick, int(code[1:]), int(is_deferral))
        self.body.addWidget(self.box)
        self.note = QLineEdit(standing.note if standing else "")
        self.note.setPlaceholderText(translate("Note"))
        self.note.setAccessibleName(translate("Note"))
        self.body.addWidget(self.note)
        self.hint = BadgeLabel(context, wraps=True)
        self.hint.show_badge(None)
        self.body.addWidget(self.hint)
        cancel = self.add_button(translate("Cancel"))
        cancel.clicked.connect(self.reject)
        self.record_button = self.add_button(translate("Record"), primary=True)
        self.record_button.clicked.connect(self._record)
        now = standing.verdict if standing else ApplicabilityVerdict.APPLICABLE
        self.verdicts[now].setChecked(True)
        self.verdicts[now].setFocus()
        self._show_reasons()
        self.resize(640, 0)

    def verdict(self) -> ApplicabilityVerdict:
        """The chosen verdict."""
        return next(verdict for verdict, button in self.verdicts.items() if button.isChecked())

    def _show_reasons(self) -> None:
        needs = any(self.verdicts[verdict].isChecked() for verdict in NEEDS_REASON)
        self.box.setVisible(needs)
        for code, tick in self.reasons.items():
            is_of_other = self.verdicts[ApplicabilityVerdict.NOT_APPLICABLE].isChecked() and code.startswith("D")
            tick.setVisible(not is_of_other)
        self.adjustSize()

    def _record(self) -> None:
        verdict = self.verdict()
        needs = verdict in NEEDS_REASON
        codes = [code for code, tick in self.reasons.items() if needs and tick.isChecked() and not tick.isHidden()]
        note = self.note.text().strip()
        if needs and not codes and not note:
            self.hint.show_badge(Badge("warning", self.translate("Choose a reason or write a note."), Tone.ATTENTION))
            return
        if self.context.do(judge_work, self._work, verdict, " ".join(codes), note) is not None:
            self.accept()
