"""How far two reviewers agree about the pairs that both decided on, and the standards on which they differ."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from aligner.domain.degree import Degree
from aligner.domain.pairs.double_review import ANSWER_NAMES, DIFFERENCE_NAMES, Agreement, DoubleReview
from aligner.domain.standards.table import Table
from aligner.gui.dialogs.dialog import Dialog
from aligner.gui.models.columns import Column, natural
from aligner.gui.models.rows_model import RowsModel
from aligner.gui.surroundings.context import Context
from aligner.gui.widgets.plain.labels import label, selectable
from aligner.gui.widgets.tables.rows_view import ROW_HEIGHT, RowsView
from aligner.gui.words.changes import decision_text
from aligner.i18n import Translator
from aligner.usecases.project.session import Session
from aligner.usecases.review.double_review import agreement_of, double_reviews, one_name

MOST_ROWS = 6
"""Kinds of answers that are seen at once."""
NAMES = ("national", "difference", "first", "second", "settled")
MATRIX_NAMES = ("first", "second", "pairs")


class AgreementDialog(Dialog):
    """Figures on top, the answers counted below them, and each standard on which two reviewers differ."""

    wanted = Signal(str)
    """A standard of the list was chosen: its designation."""

    def __init__(self, context: Context, parent: QWidget | None) -> None:
        translate = context.translate
        super().__init__(
            context,
            parent,
            translate("Agreement of two reviewers"),
            translate(
                "Counts the pairs that a first and a second reviewer decided on without seeing each "
                "other's decision, before any difference was settled."
            ),
        )
        found = context.do(agreement_of) or Agreement(0, 0, None, -1.0, 1.0, {})
        self.figures = selectable(agreement_text(found, translate))
        self.matrix = RowsModel(_matrix_columns(translate), parent=self)
        self.matrix.set_table(_matrix_table(found, translate))
        self.matrix_view = RowsView(context, self.matrix, "agreement", translate("Decisions of both reviewers"))
        rows = min(len(found.matrix), MOST_ROWS)
        self.matrix_view.setFixedHeight(self.matrix_view.horizontalHeader().sizeHint().height() + rows * ROW_HEIGHT + 8)
        self.model = RowsModel(_columns(translate), parent=self)
        self.model.set_table(context.do(_differing, translate) or Table({name: [] for name in NAMES}))
        self.view = RowsView(context, self.model, "differing", translate("Standards on which they differ"))
        self.view.chosen.connect(self._choose)
        self.body.addWidget(self.figures)
        self.body.addWidget(self.matrix_view)
        self.body.addWidget(label(translate("Standards on which they differ"), "heading"))
        self.body.addWidget(self.view, 1)
        self.matrix_view.setVisible(bool(found.pairs))
        self.go_button = self.add_button(translate("Go to this standard"))
        self.go_button.setEnabled(bool(self.model.rowCount()))
        self.go_button.clicked.connect(lambda: self._choose(self.view.position()))
        self.add_close_button()
        self.resize(820, 560)
        if self.model.rowCount():
            self.view.go_to(0)

    def _choose(self, position: int) -> None:
        if position >= 0:
            self.wanted.emit(self.model.rows.table["national"][position])
            self.accept()


def agreement_text(found: Agreement, translate: Translator) -> str:
    """The figures in a sentence."""
    if not found.pairs:
        return translate("No pair has been decided by two reviewers yet. Start with Blind second review (B).")
    counted = translate(
        "{agreed} of {pairs} pairs have the same decision ({share}).",
        agreed=translate.number(found.agreed),
        pairs=translate.number(found.pairs),
        share=translate.percent(found.share),
    )
    if found.kappa is None:
        undefined = translate("Cohen's kappa is not defined when there is only one kind of decision.")
        return f"{counted} {undefined}"
    kappa = translate(
        "Cohen's kappa is {kappa} (95 % interval {low} to {high}): the agreement beyond chance.",
        kappa=translate.number(found.kappa, 2),
        low=translate.number(found.low, 2),
        high=translate.number(found.high, 2),
    )
    return f"{counted} {kappa}"


def _matrix_columns(translate: Translator) -> tuple[Column, ...]:
    return (
        Column("first", translate("First opinion"), width=220),
        Column("second", translate("Second opinion"), width=220),
        Column("pairs", translate("Pairs"), show=translate.number, is_right=True, width=90),
    )


def _matrix_table(found: Agreement, translate: Translator) -> Table:
    names = {answer.value: translate(name) for answer, name in ANSWER_NAMES.items()}
    names |= {degree.value: degree.value for degree in Degree}
    rows = [
        {"first": names.get(first, first), "second": names.get(second, second), "pairs": count}
        for (first, second), count in sorted(found.matrix.items(), key=lambda one: -one[1])
    ]
    return Table.from_rows(MATRIX_NAMES, rows)


def _columns(translate: Translator) -> tuple[Column, ...]:
    return (
        Column("national", translate("Standard number"), key=natural, width=150),
        Column("difference", translate("They differ in"), width=190),
        Column("first", translate("First opinion"), width=160),
        Column("second", translate("Second opinion"), width=160),
        Column("settled", translate("Settled by"), width=100),
    )


def _differing(session: Session, translate: Translator) -> Table:
    """The standards on which two reviewers differ, those that nobody has settled first."""
    name = one_name(session)
    rows = []
    for review in double_reviews(session).values():
        difference = review.difference(name)
        if difference is not None:
            first, second = _said(review, translate)
            settled = review.settlement.reviewer if review.settlement else ""
            rows.append(
                {
                    "national": review.national,
                    "difference": translate(DIFFERENCE_NAMES[difference]),
                    "first": first,
                    "second": second,
                    "settled": settled,
                }
            )
    rows.sort(key=lambda row: (bool(row["settled"]), natural(row["national"])))
    return Table.from_rows(NAMES, rows)


def _said(review: DoubleReview, translate: Translator) -> tuple[str, str]:
    first, second = (
        "; ".join(" ".join(part for part in (one.international, decision_text(one, translate)) if part) for one in said)
        for said in (review.first, review.second)
    )
    return first, second
