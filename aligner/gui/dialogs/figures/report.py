"""Exports the report: language, profile, date and file; then its progress, and what to do with the result."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QDate, QStandardPaths, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QComboBox,
    QDateEdit,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from aligner.domain.errors import AlignerError
from aligner.domain.figures.snapshot import Snapshot
from aligner.domain.progress import Progress
from aligner.domain.text import N_
from aligner.gui.dialogs import files
from aligner.gui.dialogs.dialog import Dialog
from aligner.gui.surroundings.context import Context
from aligner.gui.surroundings.jobs import Job, Step
from aligner.gui.widgets.plain.labels import label, selectable
from aligner.gui.words.values import day as day_in_words
from aligner.gui.words.values import profile_title
from aligner.i18n import LANGUAGES, translator
from aligner.usecases.figures.profile_files import profiles
from aligner.usecases.hand_outs.paper import PAPERS
from aligner.usecases.hand_outs.report import REPORTS, write_report, write_snapshot_report
from aligner.usecases.project.session import Session

ASKING, WORKING, DONE, FAILED = range(4)

UNIT = "report.unit"
PAPER = "report.paper"
"""Preference: who files reports."""

LANGUAGE_NAMES = {"en": "English", "zh": "中文"}
"""Each language in itself."""


class ReportDialog(Dialog):
    """It stays open while the report is written, and lets the window be worked in meanwhile."""

    def __init__(
        self,
        context: Context,
        parent: QWidget | None,
        profile: str,
        at: date | None,
        snapshot: Snapshot | None = None,
    ) -> None:
        translate = context.translate
        super().__init__(
            context,
            parent,
            translate("Export report"),
            translate(
                "An Excel workbook with every figure, the rows behind it, what is missing, and the journal; or, by the "
                "end of the file name, one page of PDF or a page for a browser."
            ),
        )
        self.job: Job[object] | None = None
        self._snapshot = snapshot
        self._step = ASKING
        self._make_fields(profile, at)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(translate("Progress of the report"))
        self.stage = label()
        self.outcome = selectable()
        self._lay_out()
        self._add_buttons()
        self.setMinimumWidth(620)
        self._turn(ASKING)

    @property
    def step(self) -> int:
        """Which of ASKING, WORKING, DONE and FAILED is shown."""
        return self._step

    def target_path(self) -> Path:
        """The chosen file; a name that ends as no report does is that of a workbook."""
        path = Path(self.target.text().strip()).expanduser()
        return path if path.suffix.lower() in REPORTS else path.with_name(f"{path.name}.xlsx")

    def export(self) -> None:
        """Write the report beside the window."""
        if not self.target.text().strip():
            self.target.setFocus()
            return
        unit = " ".join(self.unit.text().split())
        self.context.preferences.set(UNIT, unit)
        self.context.preferences.set(PAPER, str(self.paper.currentData()))
        try:
            job = self.context.run(N_("Writing the report"), self._work(unit))
        except AlignerError as error:
            self._fail(error)
            return
        self.job = job
        job.progressed.connect(self._show_step)
        job.finished.connect(self._finish)
        job.failed.connect(self._fail)
        job.cancelled.connect(self._stopped)
        self._show_step(Step(0, 0, ""))
        self._turn(WORKING)

    def reject(self) -> None:
        """Close; what is being written is stopped, and the file stays as it was."""
        if self.job is not None and self.job.is_running:
            self.job.cancel()
        super().reject()

    def choose_file(self) -> None:
        """Ask for another place."""
        files.ask_target(self.context, self, self.target_path(), ("xlsx", "pdf", "html"), self._take_file)

    def ask_again(self) -> None:
        """Go back to the fields, to give another name."""
        self._turn(ASKING)
        self.target.setFocus()
        self.target.selectAll()

    def open_result(self) -> None:
        """Open the workbook with the system's program for it."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.target_path())))

    def show_in_folder(self) -> None:
        """Open the folder of the workbook."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.target_path().parent)))

    # inside

    def _work(self, unit: str) -> Callable[[Session, Progress], object]:
        """What is to be done beside the window: a report of now, or of the snapshot."""
        target, words = self.target_path(), translator(str(self.language.currentData()))
        paper = str(self.paper.currentData())
        if self._snapshot is not None:
            name = self._snapshot.name
            return lambda session, step: write_snapshot_report(
                session, target, words, step, name, organization=unit, paper=paper
            )
        profile, at = str(self.profile.currentData()), self._day()
        return lambda session, step: write_report(
            session, target, words, step, profile=profile, at=at, organization=unit, paper=paper
        )

    def _take_file(self, path: Path) -> None:
        self.target.setText(str(path))

    def _show_step(self, step: Step) -> None:
        self.stage.setText(self.translate(step.text) if step.text else self.translate("Writing the report"))
        self.bar.setRange(0, max(step.total, 0))
        self.bar.setValue(step.done)

    def _finish(self, _nothing: object) -> None:
        self.outcome.setText(self.translate("The report is in {file}.", file=str(self.target_path())))
        self._turn(DONE)

    def _fail(self, error: Exception) -> None:
        if isinstance(error, AlignerError):
            self.outcome.setText(self.translate.sentence(error))
            self._turn(FAILED)
        else:
            super().reject()  # a fault of the program: its own dialog tells

    def _stopped(self) -> None:
        self.outcome.setText(self.translate("Stopped; no report was written."))
        self._turn(FAILED)

    def _turn(self, step: int) -> None:
        self._stack.setCurrentIndex(min(step, DONE))
        self._step = step
        shown = {
            ASKING: (self.close_button, self.export_button),
            WORKING: (self.cancel_button,),
            DONE: (self.folder_button, self.close_button, self.open_button),
            FAILED: (self.close_button, self.name_button, self.again_button),
        }[step]
        for button in self._all_buttons:
            button.setVisible(button in shown)
        shown[-1].setDefault(True)
        (self.target if step == ASKING else shown[-1]).setFocus()

    def _day(self) -> date:
        return date.fromisoformat(self.day.date().toString(Qt.DateFormat.ISODate))

    def _make_fields(self, profile: str, at: date | None) -> None:
        translate = self.translate
        self.language = QComboBox()
        for name in LANGUAGES:
            self.language.addItem(LANGUAGE_NAMES.get(name, name), name)
        self.language.setCurrentIndex(LANGUAGES.index(translate.language))
        self.profile = QComboBox()
        for known in profiles():
            self.profile.addItem(profile_title(known, translate.language), known.source)
        self.profile.setCurrentIndex(max(0, self.profile.findData(profile)))
        day = at or self.context.today()
        self.day = QDateEdit(QDate(day.year, day.month, day.day))
        self.day.setCalendarPopup(True)
        self.day.setDisplayFormat("yyyy-MM-dd")
        if self._snapshot is not None:
            day = date.fromisoformat(self._snapshot.as_of)
        self.paper = QComboBox()
        for size, words in zip(PAPERS, (translate("A4, the main columns"), translate("A3, all columns")), strict=True):
            self.paper.addItem(words, size)
        self.paper.setCurrentIndex(max(0, self.paper.findData(self.context.preferences.text(PAPER))))
        self.unit = QLineEdit(self.context.preferences.text(UNIT))
        self.unit.setPlaceholderText(translate("Who files the report; shown on the cover"))
        self.target = QLineEdit(str(_proposed(self.context, day)))
        self.browse = QPushButton(translate("Choose…"))
        self.browse.setAutoDefault(False)
        self.browse.clicked.connect(self.choose_file)
        for field, name in (
            (self.language, translate("Language of the report")),
            (self.profile, translate("Counting profile")),
            (self.day, translate("Reference date")),
            (self.unit, translate("Reporting unit")),
            (self.paper, translate("Paper of the workbook")),
            (self.target, translate("File")),
        ):
            field.setAccessibleName(name)
        self.day.lineEdit().setAccessibleName(self.day.accessibleName())

    def _lay_out(self) -> None:
        translate = self.translate
        asking = QWidget()
        form = QFormLayout(asking)
        form.setContentsMargins(0, 0, 0, 0)
        form.setVerticalSpacing(8)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        place = QHBoxLayout()
        place.addWidget(self.target, 1)
        place.addWidget(self.browse)
        form.addRow(translate("Language of the report"), self.language)
        if self._snapshot is None:
            form.addRow(translate("Counting profile"), self.profile)
            form.addRow(translate("Reference date"), self.day)
        else:
            day = day_in_words(self._snapshot.as_of, translate)
            state = translate("“{name}”: reference date {day}", name=self._snapshot.name, day=day)
            form.addRow(translate("Snapshot"), label(state))
            for field in (self.profile, self.day):  # not in the form, and yet they go with the dialog
                field.setParent(self)
                field.hide()
        form.addRow(translate("Reporting unit"), self.unit)
        form.addRow(translate("Paper of the workbook"), self.paper)
        form.addRow(translate("File"), place)
        self._stack = QStackedWidget()
        self._stack.addWidget(asking)
        self._stack.addWidget(_column(self.stage, self.bar))
        self._stack.addWidget(_column(self.outcome))
        self.body.addWidget(self._stack)

    def _add_buttons(self) -> None:
        translate = self.translate
        self.folder_button = self.add_button(translate("Show in folder"))
        self.close_button = self.add_button(translate("Close"))
        self.cancel_button = self.add_button(translate("Cancel"))
        self.name_button = self.add_button(translate("Another name…"))
        self.again_button = self.add_button(translate("Try again"), primary=True)
        self.open_button = self.add_button(translate("Open"), primary=True)
        self.export_button = self.add_button(translate("Export"), primary=True)
        self._all_buttons = (
            self.folder_button, self.close_button, self.cancel_button, self.name_button, self.again_button,
            self.open_button, self.export_button,
        )  # fmt: skip
        self.folder_button.clicked.connect(self.show_in_folder)
        self.close_button.clicked.connect(self.reject)
        self.cancel_button.clicked.connect(self._cancel)
        self.name_button.clicked.connect(self.ask_again)
        self.again_button.clicked.connect(self.export)
        self.open_button.clicked.connect(self.open_result)
        self.export_button.clicked.connect(self.export)

    def _cancel(self) -> None:
        if self.job is not None:
            self.stage.setText(self.translate("Stopping …"))
            self.job.cancel()


def _proposed(context: Context, day: date) -> Path:
    """A name beside the last file that was chosen, else among the documents."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    name = Path(context.address).stem if context.address and "://" not in context.address else "report"
    return Path(context.preferences.text(files.FOLDER, documents)) / f"{name} {day.isoformat()}.xlsx"


def _column(*widgets: QWidget) -> QWidget:
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(8)
    for widget in widgets:
        column.addWidget(widget)
    column.addStretch(1)
    return whole
