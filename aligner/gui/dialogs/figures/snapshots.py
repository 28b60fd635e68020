"""Snapshots: keep the project as it is under a name, look back, tell what moved the rate, report, forget."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QPushButton, QWidget

from aligner.domain.errors import AlignerError
from aligner.domain.figures.snapshot import Snapshot
from aligner.domain.journal_times import local_day
from aligner.domain.progress import Progress
from aligner.domain.standards.table import Table
from aligner.domain.text import N_
from aligner.gui.delegates.bar import BarDelegate, CellBar, size_of, text_of
from aligner.gui.dialogs.dialog import Dialog
from aligner.gui.dialogs.figures.report import ReportDialog
from aligner.gui.dialogs.figures.snapshot_comparison import SnapshotComparisonDialog
from aligner.gui.dialogs.name import NameDialog
from aligner.gui.models.columns import Column
from aligner.gui.models.rows_model import RowsModel
from aligner.gui.surroundings.context import Context
from aligner.gui.surroundings.theme import Tone
from aligner.gui.widgets.plain.notice import Notice
from aligner.gui.widgets.tables.rows_view import RowsView
from aligner.gui.words.values import day
from aligner.usecases.figures import snapshots
from aligner.usecases.figures.snapshots import RATE
from aligner.usecases.project.session import Session

RATE_COLUMN = 1


class SnapshotsDialog(Dialog):
    """The list, newest first, and what can be done with the chosen one."""

    def __init__(self, context: Context, parent: QWidget | None, profile: str, at: date | None) -> None:
        translate = context.translate
        super().__init__(
            context,
            parent,
            translate("Snapshots"),
            translate("A snapshot keeps catalogues, decisions and counting rules as they are now: "
"its figures and its report can be reproduced next year, whatever is loaded or "
"decided in the meantime."),
        )  # fmt: skip
        self._profile, self._at = profile, at
        self._listed: list[Snapshot] = []
        self.notice = Notice(context)
        self.model = RowsModel(_columns(context), parent=self)
        self.view = RowsView(context, self.model, "snapshots", translate("Snapshots"))
        self.view.setItemDelegateForColumn(RATE_COLUMN, BarDelegate(context.theme, self.model, self.view))
        self.view.current_changed.connect(lambda _position: self._look_at_buttons())
        self.view.chosen.connect(lambda _position: self.export_report())
        self.body.addWidget(self.notice)
        self.body.addWidget(self.view, 1)
        self.notice.hide()
        self.take_button = self._button(translate("Take a snapshot…"), self.ask_name)
        self.compare_button = self._button(translate("What changed the rate…"), self.compare)
        self.report_button = self._button(translate("Export report…"), self.export_report)
        self.forget_button = self._button(translate("Delete…"), self.ask_to_forget)
        self.add_close_button()
        context.jobs.changed.connect(self._look_at_buttons)
        self.reload()
        self.resize(1020, 480)

    def chosen(self) -> Snapshot | None:
        """The snapshot of the current row."""
        position = self.view.position()
        return self._listed[position] if 0 <= position < len(self._listed) else None

    def reload(self, name: str = "") -> None:
        """Read the list anew and go to the snapshot of this name."""
        self._listed = (self.context.do(snapshots.snapshots) or [])[::-1]
        self.model.set_table(_table(self.context, self._listed))
        names = [one.name for one in self._listed]
        if names:
            self.view.go_to(names.index(name) if name in names else 0)
        self._look_at_buttons()

    def ask_name(self) -> None:
        """Ask under which name the present state is to be kept."""
        today = self._at or self.context.today()
        dialog = NameDialog(
            self.context,
            self,
            self.translate("Take a snapshot"),
            self.translate("Catalogues, decisions and rules are kept as they are now, with the figures of the profile "
                           "and the day that the indicators show."),
            today.isoformat(),
        )  # fmt: skip
        dialog.named.connect(self.take)
        dialog.open()

    def take(self, name: str) -> None:
        """Keep the present state under this name, beside the window."""
        profile, at = self._profile, self._at

        def work(session: Session, _progress: Progress) -> Snapshot:
            return snapshots.take_snapshot(session, name, profile=profile, at=at)

        try:
            job = self.context.run(N_("Taking a snapshot"), work)
        except AlignerError as error:
            self._complain(error)
            return
        job.finished.connect(self._show_taken)
        job.failed.connect(self._complain)
        self.notice.tell(self.translate("Taking a snapshot …"), Tone.SUGGESTED)
        self._look_at_buttons()

    def compare(self) -> None:
        """Show what moved the rate from the chosen snapshot to the newest, or from the one before to the newest."""
        chosen = self.chosen()
        if chosen is None or len(self._listed) < 2:
            return
        place = max(self._listed.index(chosen), 1)
        names = [one.name for one in self._listed]
        SnapshotComparisonDialog(self.context, self, names, names[place], names[0]).open()

    def export_report(self) -> None:
        """Open the dialog that writes the report of the chosen snapshot again."""
        chosen = self.chosen()
        if chosen is not None:
            ReportDialog(self.context, self, "", None, chosen).show()

    def ask_to_forget(self) -> None:
        """Say what forgetting means, with a button that does it: it cannot be undone."""
        chosen = self.chosen()
        if chosen is not None:
            self.notice.tell(
                self.translate("The figures of “{name}” cannot be computed again once it is deleted.",
                               name=chosen.name),
                Tone.ATTENTION,
                self.translate("Delete it"),
                lambda: self.forget(chosen.name),
            )  # fmt: skip

    def forget(self, name: str) -> None:
        """Drop the snapshot of this name."""
        self.context.do(snapshots.forget_snapshot, name)
        self.reload()
        self.notice.tell(self.translate("“{name}” was deleted.", name=name), Tone.GOOD)

    # inside

    def _show_taken(self, taken: Snapshot) -> None:
        self.reload(taken.name)
        self.notice.tell(self.translate("The snapshot “{name}” was taken.", name=taken.name), Tone.GOOD)

    def _complain(self, error: Exception) -> None:
        if isinstance(error, AlignerError):  # a fault of the program has a dialog of its own
            self.notice.tell(self.translate.sentence(error), Tone.BAD)
        self._look_at_buttons()

    def _look_at_buttons(self) -> None:
        can_write = self.context.can_write
        self.take_button.setEnabled(can_write and not self.context.is_busy)
        self.compare_button.setEnabled(len(self._listed) > 1 and self.chosen() is not None)
        self.report_button.setEnabled(self.chosen() is not None)
        self.forget_button.setEnabled(can_write and self.chosen() is not None)

    def _button(self, text: str, act: Callable[[], None]) -> QPushButton:
        button = self.add_button(text)
        button.clicked.connect(act)
        return button


def _columns(context: Context) -> tuple[Column, ...]:
    translate = context.translate
    return (
        Column("name", translate("Snapshot"), width=200),
        Column("rate", translate("Conversion rate"), show=text_of, key=size_of, width=170),
        Column("as_of", translate("Reference date"), show=lambda text: day(text, translate), width=115),
        Column("profile", translate("Counting profile"), width=150),
        Column("entries", translate("Journal entries"), show=translate.number, is_right=True, width=115),
        Column("at", translate("Taken"), show=lambda text: day(local_day(text), translate), width=125),
        Column("reviewer", translate("Reviewer"), width=110),
    )


def _table(context: Context, listed: list[Snapshot]) -> Table:
    translate = context.translate
    title = "title_zh" if translate.language == "zh" else "title_en"
    return Table(
        {
            "name": [one.name for one in listed],
            "rate": [_bar(context, one) for one in listed],
            "as_of": [one.as_of for one in listed],
            "profile": [one.profile.get(title) or one.profile.get("name", "") for one in listed],
            "entries": [one.entries for one in listed],
            "at": [one.at for one in listed],
            "reviewer": [one.reviewer for one in listed],
        }
    )


def _bar(context: Context, one: Snapshot) -> CellBar:
    figure, basis_points = one.figure(RATE), one.rules.get("target_basis_points")
    rate = figure.value if figure is not None else None
    target = basis_points / 10_000 if isinstance(basis_points, int) else None
    return CellBar(rate, context.translate.percent(rate), target=target)
