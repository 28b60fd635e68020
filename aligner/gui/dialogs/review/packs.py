"""Review packs in the window: one is written for a reviewer, one that came back is looked at and recorded."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QLineEdit, QWidget

from aligner.domain.catalogue import Level
from aligner.domain.progress import Progress, Silent
from aligner.domain.standards.table import Table
from aligner.domain.text import N_
from aligner.gui.dialogs import files
from aligner.gui.dialogs.review.from_file import FromFileDialog
from aligner.gui.dialogs.working import WorkingDialog
from aligner.gui.models.columns import Column, Facet, itself, natural
from aligner.gui.models.rows_model import RowsModel
from aligner.gui.surroundings.context import Context
from aligner.gui.widgets.tables.facet_strip import FacetStrip
from aligner.gui.widgets.tables.rows_view import RowsView
from aligner.i18n import Translator
from aligner.usecases.project.session import Session
from aligner.usecases.review.decide import Recorded
from aligner.usecases.review.notes import views
from aligner.usecases.review.packing import PackChoice, Packed, pack
from aligner.usecases.review.unpacking import ROW_CLASS_NAMES, RowClass, StagedPack, record_pack, stage_pack

NAMES = ("row", "national", "kind", "said", "why")


class PackDialog(WorkingDialog):
    """For whom, and which standards; the button asks where the workbook is to be written."""

    packed = Signal(str)
    """What was written, in a sentence."""

    def __init__(self, context: Context, parent: QWidget | None) -> None:
        translate = context.translate
        super().__init__(
            context,
            parent,
            translate("Review pack"),
            translate(
                "A workbook for a reviewer who works in Excel, WPS or LibreOffice and sends it back. It shows the "
                "standards and their candidates, without scores and without anybody's decisions."
            ),
        )
        self.reviewer = QLineEdit()
        self.reviewer.setAccessibleName(translate("Reviewer"))
        self.view = QComboBox()
        self.view.setAccessibleName(translate("View"))
        self.view.addItem(translate("all that ask for a review"), "")
        for view in context.do(views) or ():
            if view.level is Level.NATIONAL:
                self.view.addItem(view.name, view.name)
        self.committee = QLineEdit()
        self.committee.setAccessibleName(translate("Committee"))
        self.handed = QCheckBox(translate("only standards handed to this reviewer"))
        form = QFormLayout()
        form.addRow(translate("Reviewer"), self.reviewer)
        form.addRow(translate("View"), self.view)
        form.addRow(translate("Committee"), self.committee)
        form.addRow("", self.handed)
        self.body.addLayout(form)
        self.add_button(translate("Cancel")).clicked.connect(self.reject)
        self.act_button = self.add_button(translate("Write the workbook…"), primary=True)
        self.act_button.clicked.connect(self.ask_target)
        self.reviewer.textChanged.connect(self._see)
        self.resize(560, 320)
        self._see()

    def ask_target(self) -> None:
        """Ask where the workbook is to be written."""
        proposed = Path(f"{self.reviewer.text().strip()}.xlsx")
        files.ask_target(self.context, self, proposed, ("xlsx",), self.write_to)

    def write_to(self, target: Path) -> None:
        """Write the workbook beside the window."""
        reviewer, translate = self.reviewer.text(), self.translate
        choice = PackChoice(self.view.currentData(), self.committee.text().strip(), self.handed.isChecked())

        def work(session: Session, _progress: Progress) -> Packed:
            return pack(session, target, reviewer, translate, choice)

        self.work(N_("Writing the review pack"), work, self._finish)

    def _finish(self, packed: Packed) -> None:
        count = self.translate.plural("{number} standard", "{number} standards", len(packed.nationals))
        self.packed.emit(
            self.translate(
                "Wrote {file}: {count} for {reviewer}.", file=packed.file.name, count=count, reviewer=packed.reviewer
            )
        )
        self.accept()

    def _see(self) -> None:
        self.act_button.setEnabled(bool(self.reviewer.text().strip()) and self.context.can_write)


class UnpackDialog(FromFileDialog[StagedPack]):
    """Shows what became of every row."""

    def __init__(self, context: Context, parent: QWidget | None) -> None:
        translate = context.translate
        super().__init__(
            context,
            parent,
            translate("Read a review pack"),
            translate(
                "Accepted rows are recorded under the reviewer's name; a row that differs from another reviewer's "
                "decision is kept beside it as an opinion. Rows whose locked cells were altered are never recorded."
            ),
        )
        self.with_changed = QCheckBox(translate("Record rows, too, whose standard changed since they were sent"))
        self.with_changed.toggled.connect(self._allow)
        self.model = RowsModel(_columns(translate), _facets(translate), self)
        self.table_view = RowsView(context, self.model, "unpack", translate("Rows of the pack"))
        self.body.addWidget(self.counts)
        self.facets = FacetStrip(context, self.model)
        self.body.addWidget(self.facets)
        self.body.addWidget(self.table_view, 1)
        self.body.addWidget(self.with_changed)
        self.body.addStretch(0)
        self.add_buttons(translate("Record"))
        self.resize(1000, 560)
        self.show_found()

    def ask_file(self) -> None:
        """Ask for the workbook."""
        files.ask_table(self.context, self, self.windowTitle(), self.look_at)

    def look_at(self, path: Path) -> None:
        """See what became of every row; nothing is recorded."""
        self.look(str(path), lambda session: stage_pack(session, path, Silent()))

    def act(self) -> None:
        """Record beside the window, as one step of the journal."""
        staged, with_changed = self.found, self.with_changed.isChecked()
        if staged is None:
            return

        def work(session: Session, _progress: Progress) -> Recorded:
            return record_pack(session, staged, with_changed=with_changed)

        self.record(N_("Recording the review pack"), work, self._tell)

    def show_found(self) -> None:
        """The counts and every row."""
        staged = self.found
        self.model.set_table(staged_table(staged, self.translate))
        if staged is not None:
            self.counts.setText(counted_text(staged, self.translate))
        for part in (self.facets, self.table_view):
            part.setVisible(staged is not None)
        self.with_changed.setVisible(bool(staged and staged.counts[RowClass.CHANGED_SINCE]))
        self._allow()

    def _allow(self) -> None:
        counts = self.found.counts if self.found else {}
        kinds = [RowClass.ACCEPTED, RowClass.CONFLICTING]
        kinds += [RowClass.CHANGED_SINCE] if self.with_changed.isChecked() else []
        self.act_button.setEnabled(any(counts.get(kind) for kind in kinds) and self.context.can_write)

    def _tell(self, recorded: Recorded) -> None:
        self.taken.emit(
            self.translate.plural("{number} decision recorded", "{number} decisions recorded", recorded.taken)
        )


def counted_text(staged: StagedPack, translate: Translator) -> str:
    """ "Li: accepted 12, left empty 3, locked cells were altered 1"."""
    parts = [
        f"{translate(ROW_CLASS_NAMES[kind])} {translate.number(staged.counts[kind])}"
        for kind in RowClass
        if staged.counts[kind]
    ]
    return f"{staged.reviewer}: {translate(', ').join(parts)}"


def staged_table(staged: StagedPack | None, translate: Translator) -> Table:
    """One row for each row of the pack."""
    return Table.from_rows(
        NAMES,
        [
            {
                "row": row.row,
                "national": row.national,
                "kind": row.kind.value,
                "said": _said(row.decision.printed) if row.decision else "",
                "why": " ".join(map(translate.sentence, row.problems)),
            }
            for row in (staged.rows if staged else ())
        ],
    )


def _said(printed: object) -> str:
    texts = dict(printed) if isinstance(printed, dict) else {}
    return " · ".join(texts[name] for name in ("international", "verdict", "degree", "note") if texts.get(name))


def _columns(translate: Translator) -> tuple[Column, ...]:
    return (
        Column("row", translate("Row"), show=lambda row: str(row or "–"), is_right=True, width=60),
        Column("national", translate("National standard"), key=natural, width=170),
        Column("kind", translate("What became of it"), show=lambda kind: _kind(kind, translate), width=200),
        Column("said", translate("Filled in"), width=240),
        Column("why", translate("Why"), width=240),
    )


def _facets(translate: Translator) -> tuple[Facet, ...]:
    return (Facet("kind", translate("What became of it"), itself, lambda kind: _kind(kind, translate)),)


def _kind(kind: str, translate: Translator) -> str:
    return translate(ROW_CLASS_NAMES[RowClass(kind)])
