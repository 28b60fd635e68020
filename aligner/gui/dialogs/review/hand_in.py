"""Takes a hand-in from a file: what it would do is shown before anything is recorded."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from aligner.domain.problem import Severity
from aligner.domain.progress import Progress, Silent
from aligner.domain.text import N_
from aligner.gui.dialogs import files
from aligner.gui.dialogs.review.from_file import FromFileDialog
from aligner.gui.models.rows_model import RowsModel
from aligner.gui.surroundings.context import Context
from aligner.gui.widgets.plain.labels import label
from aligner.gui.widgets.tables.facet_strip import FacetStrip
from aligner.gui.widgets.tables.rows_view import RowsView
from aligner.gui.words.problems import problem_columns, problem_facets, problem_table
from aligner.i18n import Translator
from aligner.usecases.comparing.compare import compare_file
from aligner.usecases.project.session import Session
from aligner.usecases.review.applicability import judge_file
from aligner.usecases.review.decide import Recorded, decide_file
from aligner.usecases.review.hand_in import OnConflict

CONFLICT = "decided_by_another"


@dataclass(frozen=True, slots=True)
class HandInKind:
    """One kind of hand-in: its texts, what takes it, and what can become of rows that contradict another reviewer."""

    title: str
    intro: str
    take: Callable[..., Recorded]
    choices: tuple[OnConflict, ...] = (OnConflict.LIST, OnConflict.REPLACE)


DECISIONS: Final = HandInKind(
    N_("Import decisions"),
    N_("Columns: national, international, verdict, degree, coverage, reason, note, edition, basis, reviewer, at."),
    decide_file,
    tuple(OnConflict),
)
APPLICABILITY: Final = HandInKind(
    N_("Import applicability verdicts"),
    N_("Columns: international, applicable (Y, N, D or ?), reason, note, reviewer, at."),
    judge_file,
)
COMPARISONS: Final = HandInKind(
    N_("Import key indicators"),
    N_("Columns: national, international, indicator, the values of both sides, verdict, reason, note."),
    compare_file,
)

CHOICES: Final = {
    OnConflict.LIST: N_("keep what they said and list the row"),
    OnConflict.REPLACE: N_("replace what they said"),
    OnConflict.SECOND: N_("keep both, as a second opinion"),
    OnConflict.SETTLE: N_("replace it: a meeting has settled it"),
}


class HandInDialog(FromFileDialog[Recorded]):
    """Shows what would be recorded and every row to look at, and asks what becomes of contradictions."""

    def __init__(self, context: Context, parent: QWidget | None, kind: HandInKind) -> None:
        translate = context.translate
        super().__init__(context, parent, translate(kind.title), translate(kind.intro))
        self.kind = kind
        self.path: Path | None = None
        self.choice = QComboBox()
        for chosen in kind.choices:
            self.choice.addItem(translate(CHOICES[chosen]), chosen.value)
        self.choice_label = label(translate("Rows that contradict another reviewer:"))
        self.choice.setAccessibleName(self.choice_label.text())
        self.choice.currentIndexChanged.connect(self.look_again)
        self.model = RowsModel(problem_columns(translate), problem_facets(translate), self)
        self.view = RowsView(context, self.model, "hand_in", translate("Rows to look at"))
        self.view.tell_when_empty(translate("There is nothing to look at."))
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.choice_label)
        line.addWidget(self.choice)
        line.addStretch(1)
        self.body.addLayout(line)
        self.body.addWidget(self.counts)
        self.facets = FacetStrip(context, self.model)
        self.body.addWidget(self.facets)
        self.body.addWidget(self.view, 1)
        self.body.addStretch(0)
        self.add_buttons(translate("Record"))
        self.resize(1060, 540)
        self.show_found()

    def ask_file(self) -> None:
        """Ask for the file."""
        files.ask_table(self.context, self, self.windowTitle(), self.look_at)

    def look_at(self, path: Path) -> None:
        """See what this file would do; nothing is recorded."""
        self.path = path
        self.look_again()

    def look_again(self) -> None:
        """See what the file would do with what is chosen now."""
        if self.path is None:
            return
        take, path, chosen = self.kind.take, self.path, self._chosen()
        self.look(str(path), lambda session: take(session, path, Silent(), on_conflict=chosen, preview=True))

    def act(self) -> None:
        """Record it beside the window, as one step of the journal."""
        if self.path is None or self.found is None:
            return
        take, path, chosen = self.kind.take, self.path, self._chosen()

        def work(session: Session, progress: Progress) -> Recorded:
            return take(session, path, progress, on_conflict=chosen)

        self.record(self.kind.title, work, self._tell)

    def show_found(self) -> None:
        """The counts, what can be chosen, and every row to look at."""
        found = self.found
        problems = found.problems if found is not None else []
        self.model.set_table(problem_table(problems, self.translate))
        if found is not None:
            self.counts.setText(counted_text(found, self.translate, ahead=True))
        for shown in (self.facets, self.view):
            shown.setVisible(found is not None)
        has_conflict = any(one.code == CONFLICT for one in problems)
        for part in (self.choice, self.choice_label):
            part.setVisible(has_conflict or self._chosen() is not OnConflict.LIST)
        self.act_button.setEnabled(found is not None and bool(found.taken) and self.context.can_write)

    def _tell(self, recorded: Recorded) -> None:
        self.taken.emit(counted_text(recorded, self.translate))

    def _chosen(self) -> OnConflict:
        return OnConflict(self.choice.currentData())


def counted_text(recorded: Recorded, translate: Translator, *, ahead: bool = False) -> str:
    """ "12 rows would be recorded, 3 are on record already, 2 contradict another reviewer, 1 was left out"."""
    conflicts = sum(one.code == CONFLICT for one in recorded.problems)
    left_out = sum(one.severity is Severity.LEFT_OUT and one.code != CONFLICT for one in recorded.problems)
    would = translate.plural("{number} row would be recorded", "{number} rows would be recorded", recorded.taken)
    done = translate.plural("{number} row was recorded", "{number} rows were recorded", recorded.taken)
    parts = [would if ahead else done]
    if recorded.same:
        parts.append(translate.plural("{number} is on record already", "{number} are on record already", recorded.same))
    if conflicts:
        parts.append(
            translate.plural("{number} contradicts another reviewer", "{number} contradict another reviewer", conflicts)
        )
    if left_out:
        parts.append(translate.plural("{number} row was left out", "{number} rows were left out", left_out))
    return translate(", ").join(parts)
