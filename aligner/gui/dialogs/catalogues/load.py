"""Load a catalogue in three steps: the file, its columns, what it holds. Nothing is stored before the last."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QStackedWidget, QWidget

from aligner.domain.catalogue import Level
from aligner.domain.errors import AlignerError
from aligner.domain.text import N_
from aligner.gui.dialogs.catalogues.load_columns import ColumnsStep
from aligner.gui.dialogs.catalogues.load_content import ContentStep
from aligner.gui.dialogs.catalogues.load_file import FileStep
from aligner.gui.dialogs.dialog import Dialog
from aligner.gui.dialogs.files import ask_catalogues
from aligner.gui.surroundings.context import Context
from aligner.gui.surroundings.jobs import Job, Step
from aligner.gui.surroundings.theme import Tone
from aligner.gui.widgets.plain.labels import ElidedLabel, label
from aligner.gui.widgets.plain.notice import Notice
from aligner.usecases.catalogues.browse import catalogues
from aligner.usecases.catalogues.load import Loaded, Preview, Staged, keep, preview, stage
from aligner.usecases.catalogues.request import LoadRequest

STEPS = (N_("1  File"), N_("2  Columns"), N_("3  Content"), N_("4  Loaded"))
FILE, COLUMNS, CONTENT, LOADED = range(4)

TITLES = {
    Level.NATIONAL: N_("Load the national list"),
    Level.INTERNATIONAL: N_("Load the international list"),
}


class LoadCatalogueDialog(Dialog):
    """Each step can be gone back from; what runs can be stopped."""

    loaded = Signal()
    match_wanted = Signal()

    def __init__(
        self, context: Context, parent: QWidget | None, files: Sequence[Path] = (), level: Level | None = None
    ) -> None:
        super().__init__(context, parent, context.translate("Load a catalogue"))
        self.job: Job[Any] | None = None
        self._staged: Staged | None = None
        self._level: Level | None = None
        self.step = FILE
        self.file_step = FileStep(context)
        self.columns_step = ColumnsStep(context)
        self.content_step = ContentStep(context)
        self._stack = QStackedWidget()
        for part in (self.file_step, self.columns_step, self.content_step):
            self._stack.addWidget(part)
        self.notice = Notice(context)
        self._steps = [label(context.translate(text)) for text in STEPS]
        trail = QHBoxLayout()
        trail.setSpacing(24)
        for words in self._steps:
            trail.addWidget(words)
        trail.addStretch(1)
        self.body.addLayout(trail)
        self.body.addWidget(self.notice)
        self.body.addWidget(self._stack, 1)
        self._add_buttons()
        self.file_step.changed.connect(self._show_step)
        self.file_step.file_chosen.connect(lambda: self.go_on() if self.file_step.is_complete() else None)
        self.columns_step.read_again.connect(self._preview)
        self.columns_step.changed.connect(self._show_step)
        self.resize(1120, 640)
        self._show_step()
        self._start(files, level)

    def _start(self, files: Sequence[Path], level: Level | None = None) -> None:
        """Begin with these files, one after the other; go on at once when side and file are known. A side that was
        asked for is that of all of them; otherwise each file is asked about by itself."""
        self._level = level
        self.notice.hide()
        self._go_to(FILE)
        self.file_step.start(files, level)
        self._show_step()

    def go_on(self) -> None:
        """Do what the main button says."""
        if self.step == FILE:
            self.columns_step.forget()
            self._preview()
        elif self.step == COLUMNS:
            request = self._request()
            job = self.context.run(N_("Reading the catalogue"), lambda session, step: stage(session, request, step))
            self._run(job, self._show_content)
        elif self.step == CONTENT and self._staged is not None:
            staged = self._staged
            stored = self.context.run(N_("Loading the catalogue"), lambda session, step: keep(session, staged, step))
            self._run(stored, self._show_loaded)
        elif self.step == LOADED:
            self._go_on_to_next()

    def _go_on_to_next(self) -> None:
        """The next file, the list of the other side, or the candidates."""
        waiting, missing = self.file_step.waiting, self._missing_level()
        if waiting:
            self._start(waiting, self._level)
        elif missing is not None:
            title = self.translate(TITLES[missing])
            ask_catalogues(self.context, self, lambda chosen: self._start(chosen, missing), title)
        else:
            self._match()

    def go_back(self) -> None:
        """Return to the step before."""
        self.notice.hide()
        self._go_to(max(FILE, self.step - 1))

    def reject(self) -> None:
        """Close; what is being read is stopped, and nothing of it stays."""
        if self.job is not None:
            self.job.cancel()
        super().reject()

    def _request(self) -> LoadRequest:
        chosen, mapped = self.file_step, self.columns_step
        return LoadRequest(
            path=chosen.path or Path(),
            level=chosen.level(),
            sheet=mapped.sheet(),
            blocks=mapped.blocks(),
            columns=mapped.columns(),
            encoding=mapped.encoding(),
            import_anyway=chosen.import_anyway(),
            update=chosen.update(),
        )

    def _preview(self) -> None:
        request = self._request()
        job = self.context.run(N_("Inspecting the file"), lambda session, step: preview(session, request, step))
        self._run(job, self._show_columns)

    def _show_columns(self, found: Preview) -> None:
        self.columns_step.show_preview(found, self.file_step.path or Path())
        self._go_to(COLUMNS)

    def _show_content(self, staged: Staged) -> None:
        self._staged = staged
        names = {catalogue.id: catalogue.file_name for catalogue in self.file_step.catalogues}
        self.content_step.show_staged(staged, names.get(staged.update or 0, ""))
        self._go_to(CONTENT)

    def _show_loaded(self, loaded: Loaded) -> None:
        self.content_step.show_loaded(loaded)
        sentence = self.context.translate.plural(
            "{number} standard was loaded.", "{number} standards were loaded.", loaded.catalogue.standards
        )
        self.notice.tell(sentence, Tone.GOOD)
        self.loaded.emit()
        self._go_to(LOADED)

    # what runs

    def _run(self, job: Job[Any], then: Any) -> None:
        self.job = job
        self.notice.hide()
        job.progressed.connect(self._show_progress)
        job.finished.connect(then)
        job.failed.connect(self._show_failure)
        job.ended.connect(self._end_job)
        self._show_progress(job.last_step)
        self._show_step()

    def _show_progress(self, step: Step) -> None:
        title = self.translate(self.job.title) if self.job is not None else ""
        self._doing.setText(" – ".join(part for part in (title, self.translate(step.text)) if part))
        self._bar.setRange(0, max(step.total, 0))
        self._bar.setValue(step.done)

    def _show_failure(self, error: Exception) -> None:
        if isinstance(error, AlignerError):
            self.notice.tell(self.translate.sentence(error), Tone.BAD)

    def _end_job(self) -> None:
        self.job = None
        self._show_step()
        self.next_button.setFocus(
            Qt.FocusReason.OtherFocusReason
        )  # what had the keyboard could not be pressed meanwhile

    # what is shown

    def _go_to(self, step: int) -> None:
        self.step = step
        self._stack.setCurrentIndex(min(step, CONTENT))
        self._show_step()

    def _add_buttons(self) -> None:
        translate = self.translate
        self._doing = ElidedLabel(style="muted")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(200)
        self._bar.setAccessibleName(translate("Progress"))
        self.stop_button = self._plain_button(translate("Stop"))
        self.stop_button.clicked.connect(lambda: self.job.cancel() if self.job is not None else None)
        self.buttons.insertWidget(0, self._doing, 1)
        self.buttons.insertWidget(1, self._bar)
        self.buttons.insertWidget(2, self.stop_button)
        self.cancel_button = self.add_button(translate("Cancel"))
        self.cancel_button.clicked.connect(self.reject)
        self.back_button = self.add_button(translate("Back"))
        self.back_button.clicked.connect(self.go_back)
        self.close_button = self.add_button(translate("Close"))
        self.close_button.clicked.connect(self.accept)
        self.next_button = self.add_button(translate("Next"), primary=True)
        self.next_button.clicked.connect(self.go_on)

    def _plain_button(self, text: str) -> QPushButton:
        button = QPushButton(text)
        button.setAutoDefault(False)
        return button

    def _match(self) -> None:
        self.accept()
        self.match_wanted.emit()

    def _show_step(self) -> None:
        """Trail, buttons and progress as they are to be now."""
        for place, words in enumerate(self._steps):
            words.setObjectName("heading" if place == self.step else "muted")
            words.style().polish(words)
        is_running = self.job is not None
        for part in (self._doing, self._bar, self.stop_button):
            part.setVisible(is_running)
        is_done = self.step == LOADED
        self._stack.setEnabled(not is_running)
        self.cancel_button.setVisible(not is_done)
        self.back_button.setVisible(self.step in (COLUMNS, CONTENT))
        self.back_button.setEnabled(not is_running)
        self.close_button.setVisible(is_done)
        names = (N_("Next"), N_("Read the file"), N_("Load"))
        self.next_button.setText(self._next_text() if is_done else self.translate(names[self.step]))
        ready = {FILE: self.file_step.is_complete(), COLUMNS: self.columns_step.is_complete()}
        self.next_button.setEnabled(not is_running and ready.get(self.step, True))

    def _next_text(self) -> str:
        """What the main button does when a file is loaded."""
        waiting, missing = self.file_step.waiting, self._missing_level()
        if waiting:
            return self.translate("Load the next file")
        return self.translate(TITLES[missing] if missing is not None else N_("Find candidates"))

    def _missing_level(self) -> Level | None:
        """The side of which no list is loaded yet."""
        there = {catalogue.level for catalogue in self.context.do(catalogues) or ()}
        return next((level for level in Level if level not in there), None)
