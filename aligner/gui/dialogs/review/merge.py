"""Merges another copy of the project: what it would bring is shown before anything is written."""

from PySide6.QtWidgets import QWidget

from aligner.domain.change import SUBJECT_NAMES
from aligner.domain.joining.opinions import Dispute
from aligner.domain.pairs.double_review import DIFFERENCE_NAMES
from aligner.domain.standards.table import Table
from aligner.domain.text import N_
from aligner.gui.dialogs import files
from aligner.gui.dialogs.review.from_file import FromFileDialog
from aligner.gui.models.columns import Column, natural
from aligner.gui.models.rows_model import RowsModel
from aligner.gui.surroundings.context import Context
from aligner.gui.widgets.plain.labels import selectable
from aligner.gui.widgets.tables.rows_view import RowsView
from aligner.i18n import Translator
from aligner.usecases.project.merging import Merged, StagedMerge, merge_staged, stage_merge

NAMES = ("what", "difference", "first", "others")


class MergeDialog(FromFileDialog[StagedMerge]):
    """Shows what the other copy brings and in what it differs."""

    def __init__(self, context: Context, parent: QWidget | None) -> None:
        translate = context.translate
        super().__init__(
            context,
            parent,
            translate("Merge another copy"),
            translate(
                "Every step of the other copy keeps its author and time. Where the two differ, the earlier decision "
                "counts and the other is kept beside it, to be settled. The other copy is not changed."
            ),
        )
        self.drifted = selectable(style="muted")
        self.drifted.setWordWrap(True)
        self.model = RowsModel(_columns(translate), parent=self)
        self.view = RowsView(context, self.model, "merge", translate("Differences to settle"))
        self.view.tell_when_empty(translate("The two copies do not contradict each other."))
        self.body.addWidget(self.counts)
        self.body.addWidget(self.drifted)
        self.body.addWidget(self.view, 1)
        self.body.addStretch(0)
        self.add_buttons(translate("Merge"))
        self.resize(940, 520)
        self.show_found()

    def ask_file(self) -> None:
        """Ask for the other copy."""
        files.ask_project(self.context, self, lambda path: self.look_at(str(path)))

    def look_at(self, address: str) -> None:
        """See what this copy would bring; nothing is written."""
        self.look(address, lambda session: stage_merge(session, address))

    def act(self) -> None:
        """Write it beside the window, as one step of the journal."""
        staged = self.found
        if staged is not None:
            self.record(N_("Merging another copy"), lambda session, _: merge_staged(session, staged), self._tell)

    def show_found(self) -> None:
        """The counts, where the lists have drifted apart, and every difference."""
        staged = self.found
        if staged is not None:
            self.counts.setText(staged_text(staged, self.translate))
        findings = staged.findings if staged else ()
        self.drifted.setText("\n".join(map(self.translate.sentence, findings)))
        self.drifted.setVisible(bool(findings))
        self.model.set_table(disputes_table(staged.disputes if staged else (), self.translate))
        self.view.setVisible(staged is not None and not staged.is_empty)
        self.act_button.setEnabled(staged is not None and not staged.is_empty and self.context.can_write)

    def _tell(self, outcome: Merged) -> None:
        self.taken.emit(staged_text(outcome.staged, self.translate))


def staged_text(staged: StagedMerge, translate: Translator) -> str:
    """ "12 new steps (Li 7, Wang 5), 9 changes here, 2 differences to settle"."""
    if staged.is_empty:
        return translate("Everything in “{file}” is here already. Nothing was changed.", file=staged.file.file)
    steps = translate.plural("{number} new step", "{number} new steps", sum(staged.steps.values()))
    who = translate(", ").join(f"{name} {translate.number(count)}" for name, count in staged.steps.items())
    parts = [
        translate("{steps} ({who})", steps=steps, who=who) if who else steps,
        translate.plural("{number} change here", "{number} changes here", len(staged.rows)),
        translate.plural("{number} difference to settle", "{number} differences to settle", len(staged.disputes)),
    ]
    return translate(", ").join(parts)


def _columns(translate: Translator) -> tuple[Column, ...]:
    return (
        Column("what", translate("What"), key=natural, width=240),
        Column("difference", translate("Difference"), width=260),
        Column("first", translate("Counts for now"), width=150),
        Column("others", translate("Kept beside it"), width=180),
    )


def disputes_table(disputes: tuple[Dispute, ...], translate: Translator) -> Table:
    """One row for each difference that the merging leaves to settle."""
    return Table.from_rows(
        NAMES,
        [
            {
                "what": " – ".join(part for part in one.key if part),
                "difference": translate(
                    DIFFERENCE_NAMES[one.difference] if one.difference else SUBJECT_NAMES[one.subject]
                ),
                "first": one.first,
                "others": translate(", ").join(one.others),
            }
            for one in disputes
        ],
    )
