"""Accept the candidates of one band at once: what it would do, a sample to look at, how many are probably wrong."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from aligner.domain.degree import Degree
from aligner.domain.pairs.candidate import BAND_NAMES, Band
from aligner.domain.standards.table import Table
from aligner.domain.text import N_
from aligner.gui.dialogs.dialog import Dialog
from aligner.gui.models.columns import Badge, Column
from aligner.gui.models.rows_model import RowsModel
from aligner.gui.surroundings.context import Context
from aligner.gui.surroundings.theme import Tone
from aligner.gui.widgets.pairs.difference_view import DifferenceView
from aligner.gui.widgets.plain.labels import label
from aligner.gui.widgets.tables.rows_view import RowsView
from aligner.i18n import Translator
from aligner.usecases.candidates.light import LightCandidate, LightCandidates
from aligner.usecases.review import bulk as bulk_acceptance
from aligner.usecases.review.bulk import LEFT_OUT_NAMES, Accepted, Bulk, LeftOut
from aligner.usecases.review.pair import titles

OFFERED = (Band.STRONG, Band.PROBABLE)
"""Bands that can be accepted in bulk: the others need a look at each pair."""
SAMPLE, LOWEST = "sample", "lowest"
KINDS = {
    SAMPLE: ("review", N_("drawn at random"), Tone.ATTENTION),
    LOWEST: ("weak", N_("among the lowest"), Tone.NEUTRAL),
}
OPENED = ("success", N_("looked at"), Tone.GOOD)


class BulkDialog(Dialog):
    """Nothing can be accepted before every pair of the sample was looked at."""

    accepted_pairs = Signal(str)
    """What became of it, in a sentence."""

    def __init__(
        self, context: Context, parent: QWidget | None, candidates: LightCandidates, nationals: list[str]
    ) -> None:
        translate = context.translate
        super().__init__(
            context,
            parent,
            translate("Accept in bulk"),
            translate(
                "Applies only to what the current view shows. Doubtful pairs are left out. A "
                "single undo reverts all of it."
            ),
        )
        self._candidates = candidates
        self._nationals = nationals
        self._shown: list[LightCandidate] = []
        self._opened: set[str] = set()
        self.plan: Bulk | None = None
        self.band = QComboBox()
        self.degree = QComboBox()
        self.counts = label(wraps=True)
        self.left_out = label(style="muted", wraps=True)
        self.wrong = label(wraps=True)
        self.task = label(style="heading", wraps=True)
        self.model = RowsModel(pair_columns(translate), parent=self)
        self.view = RowsView(context, self.model, "bulk", translate("Pairs to look at"))
        self.difference = DifferenceView(context, translate("Title, left"), translate("Title, right"), 3)
        self._fill()
        cancel = self.add_button(translate("Cancel"))
        cancel.clicked.connect(self.reject)
        self.accept_button = self.add_button("", primary=True)
        self.accept_button.clicked.connect(self._accept)
        self.resize(900, 620)
        self._make_plan()
        self.view.setFocus()

    def _fill(self) -> None:
        translate = self.translate
        for band in OFFERED:
            self.band.addItem(translate(BAND_NAMES[band]), band.value)
        self.degree.addItem(translate("leave out"), "")
        for degree in (Degree.IDT,):
            self.degree.addItem(degree.value, degree.value)
        self.band.setAccessibleName(translate("Band"))
        self.degree.setAccessibleName(translate("Pairs without a suggested degree"))
        self.band.currentIndexChanged.connect(self._make_plan)
        self.degree.currentIndexChanged.connect(self._make_plan)
        self.view.current_changed.connect(self._open_pair)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(label(translate("Band")))
        line.addWidget(self.band)
        line.addSpacing(16)
        line.addWidget(label(translate("Pairs without a suggested degree")))
        line.addWidget(self.degree)
        line.addStretch(1)
        self.body.addLayout(line)
        for part in (self.counts, self.left_out, self.wrong, self.task):
            self.body.addWidget(part)
        self.body.addWidget(self.view, 1)
        self.body.addWidget(self.difference)

    def _make_plan(self) -> None:
        chosen = self.degree.currentData()
        self.plan = self.context.do(
            bulk_acceptance.plan,
            self._candidates,
            self._nationals,
            Band(self.band.currentData()),
            Degree(chosen) if chosen else None,
        )
        self._opened.clear()
        self._shown = list(dict.fromkeys((*self.plan.sample, *self.plan.lowest))) if self.plan else []
        self._show_texts()
        self._show_pairs()
        self.view.setCurrentIndex(self.model.index(-1, -1))
        self._open_pair(-1)

    def _show_texts(self) -> None:
        plan, translate = self.plan, self.translate
        if plan is None:
            return
        degrees = translate(", ").join(f"{degree} {translate.number(count)}" for degree, count in plan.degrees.items())
        count = len(plan.accepted)
        text = translate.plural("{number} pair can be accepted", "{number} pairs can be accepted", count)
        self.counts.setText(translate("{text}: {list}", text=text, list=degrees) if degrees else text)
        self.left_out.setText(translate("Left out: {reasons}", reasons=reasons_text(plan.reasons(), translate)))
        self.left_out.setVisible(bool(plan.reasons()))
        self.wrong.setText(wrong_text(plan, translate) if count else "")

    def _show_pairs(self) -> None:
        marks = [_kind(one, self.plan) for one in self._shown]
        marks = [
            "opened" if one.national in self._opened else mark for one, mark in zip(self._shown, marks, strict=True)
        ]
        self.model.set_table(
            Table(
                {
                    "kind": marks,
                    "national": [one.national for one in self._shown],
                    "international": [one.international for one in self._shown],
                    "score": [one.score for one in self._shown],
                    "degree": [one.degree or str(self.degree.currentData()) for one in self._shown],
                }
            )
        )

    def _open_pair(self, position: int) -> None:
        session = self.context.session
        if session is None or not 0 <= position < len(self._shown):
            self.difference.show_texts("", "")
        else:
            pair = self._shown[position]
            self.difference.show_texts(*titles(session, pair.national, pair.international))
            if pair.national not in self._opened:
                self._opened.add(pair.national)
                self.model.change_row(position, {"kind": "opened"})
        self._look()

    def _look(self) -> None:
        """Say what is still to be looked at before anything can be accepted."""
        plan, translate = self.plan, self.translate
        count = len(plan.accepted) if plan else 0
        left = sum(one.national not in self._opened for one in plan.sample) if plan else 0
        self.accept_button.setText(translate.plural("Accept {number} pair", "Accept {number} pairs", count))
        self.accept_button.setEnabled(bool(count) and not left)
        if not count:
            self.task.setText(translate("There is nothing to accept in this view."))
        elif left:
            self.task.setText(
                translate.plural(
                    "Look at {number} more pair in the sample: go through the list with the arrow keys.",
                    "Look at {number} more pairs in the sample: go through the list with the arrow keys.",
                    left,
                )
            )
        else:
            self.task.setText(translate("The sample has been checked."))

    def _accept(self) -> None:
        if self.plan is None:
            return
        accepted = self.context.do(bulk_acceptance.accept, self.plan)
        if isinstance(accepted, Accepted):
            self.accept()
            self.accepted_pairs.emit(closing_text(accepted, self.translate))


def pair_columns(translate: Translator) -> tuple[Column, ...]:
    """The pairs of the sample and the lowest ones."""
    badges = {kind: Badge(icon, translate(text), tone) for kind, (icon, text, tone) in KINDS.items()}
    badges["opened"] = Badge(OPENED[0], translate(OPENED[1]), OPENED[2])
    return (
        Column("kind", translate("Why it is listed"), badge=badges.__getitem__, width=170),
        Column("national", translate("National standard"), width=190),
        Column("international", translate("International standard"), width=210),
        Column("score", translate("Score"), show=translate.number, is_right=True, width=70),
        Column("degree", translate("Degree"), width=80),
    )


def reasons_text(reasons: dict[LeftOut, int], translate: Translator) -> str:
    """How many were left out and why, on one line."""
    return translate("; ").join(
        f"{translate(LEFT_OUT_NAMES[reason])} ({translate.number(count)})" for reason, count in reasons.items()
    )


def wrong_text(plan: Bulk, translate: Translator) -> str:
    """How many of them are probably wrong."""
    expected, low, high = plan.expected_wrong()
    if expected is None:
        return translate(
            "How many are wrong cannot be estimated yet: no pair in this band has been decided "
            "individually. Decide some of them first."
        )
    return translate(
        "Probably wrong: {expected} of {count} (95 % interval {low} to {high}); so far {wrong} of "
        "{seen} first candidates in this band were rejected.",
        expected=translate.number(expected, 1),
        count=translate.number(len(plan.accepted)),
        low=translate.number(low, 1),
        high=translate.number(high, 1),
        wrong=translate.number(plan.wrong.numerator),
        seen=translate.number(plan.wrong.denominator),
    )


def closing_text(accepted: Accepted, translate: Translator) -> str:
    """ "312 of 330 accepted, 18 left out: 10 …, 8 …"."""
    taken, wanted = translate.number(accepted.taken), translate.number(accepted.wanted)
    left = sum(accepted.left_out.values())
    if not left:
        return translate("{taken} of {wanted} accepted", taken=taken, wanted=wanted)
    return translate(
        "{taken} of {wanted} accepted, {left} left out: {reasons}",
        taken=taken,
        wanted=wanted,
        left=translate.number(left),
        reasons=reasons_text(accepted.left_out, translate),
    )


def _kind(candidate: LightCandidate, plan: Bulk | None) -> str:
    return SAMPLE if plan is not None and candidate in plan.sample else LOWEST
