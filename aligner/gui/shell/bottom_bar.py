"""The line at the bottom: what is running, how far the review is, where the work is kept."""

from collections.abc import Sequence
from html import escape
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QToolButton, QWidget

from aligner.gui.pages.page import Actions
from aligner.gui.surroundings.context import Context
from aligner.gui.surroundings.jobs import Job, Step
from aligner.gui.widgets.plain.labels import ElidedLabel, label
from aligner.usecases.figures.bottom_line import BottomLine, Promise, bottom_line, if_suggestions_hold

REST = 1000
"""Milliseconds after the last change before the figures are computed anew."""


class BottomBar(QFrame):
    """Progress with a button to stop it on the left, the state of the review on the right."""

    def __init__(self, context: Context, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bottomBar")
        self._context = context
        self.translate = context.translate
        self.work = ElidedLabel()
        self.work.setMinimumWidth(120)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(180)
        self.bar.setAccessibleName(self.translate("Progress of the running work"))
        self.cancel = QToolButton()
        self.cancel.setDefaultAction(actions("work.cancel"))
        self.cancel.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        self.cancel.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.figures = label()
        self.reviewer = label(style="muted")
        self.others = ElidedLabel()
        self.others.setMaximumWidth(360)
        self.others.hide()
        self._lay_out()
        self._line: BottomLine | None = None
        self._measuring = 0
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST)
        self._rest.timeout.connect(self._measure)
        context.changed.connect(self._measure_soon)
        context.project_changed.connect(self._show_project)
        context.reviewer_changed.connect(self._show_project)
        context.jobs.changed.connect(self._show_jobs)
        self._show_project()
        self._show_jobs()

    def _lay_out(self) -> None:
        beside = QHBoxLayout(self)
        beside.setContentsMargins(12, 4, 12, 4)
        beside.setSpacing(10)
        beside.addWidget(self.work, 1)
        beside.addWidget(self.bar)
        beside.addWidget(self.cancel)
        beside.addWidget(self.others)
        beside.addWidget(self.figures)
        beside.addWidget(self.reviewer)

    def show_others(self, others: Sequence[tuple[str, str]]) -> None:
        """Who else is in the project, and on which row."""
        named = [f"{role} ({row})" if row else role for role, row in dict(others).items()]
        self.others.setText(self.translate("Also here: {names}", names=", ".join(named)) if named else "")
        self.others.setVisible(bool(named))

    def _show_project(self) -> None:
        self.reviewer.setText(self.translate("Reviewer: {name}", name=self._context.reviewer))
        self._line = None
        self._show_figures("")
        self._measure()
        self._show_jobs()

    def _measure_soon(self) -> None:
        self._rest.start()

    def _measure(self) -> None:
        """Compute the figures beside the window; one computation at a time, so that no key has to wait for several."""
        if self._measuring:
            self._rest.start()
            return
        self._begin(self._context.read(self._show_line, bottom_line))

    def _begin(self, job: Job[Any] | None) -> None:
        if job is not None:
            self._measuring += 1
            job.ended.connect(self._measured)

    def _measured(self) -> None:
        self._measuring -= 1

    def _show_line(self, now: BottomLine) -> None:
        is_first = self._line is None
        self._line = now
        if is_first:
            self._show_figures(self._words(now))
        if now.national:
            self._begin(self._context.read(self._show_promise, if_suggestions_hold))
        else:
            self._show_figures("")

    def _show_promise(self, promise: Promise) -> None:
        """The second figure comes a moment after the first; both change together, so that nothing jumps to and fro."""
        if self._line is not None:
            self._show_figures(self._words(self._line, promise), self._explained(self._line, promise))

    def _words(self, now: BottomLine, promise: Promise | None = None) -> str:
        translate = self.translate
        done, total = translate.number(now.reviewed), translate.number(now.national)
        reviewed = translate("Reviewed {done} of {total}", done=done, total=total)
        if now.again:
            reviewed = translate("{text} ({number} open again)", text=reviewed, number=translate.number(now.again))
        parts = [
            reviewed,
            translate("conversion rate {rate}", rate=translate.percent(now.rate)),
        ]
        if promise is not None and promise.suggestions:
            parts.append(translate("{rate} if all suggestions hold", rate=translate.percent(promise.rate)))
        parts.append(translate("target {rate}", rate=translate.percent(now.target, 0)))
        return "  ·  ".join(parts) if now.national else ""

    def _explained(self, now: BottomLine, promise: Promise) -> str:
        """What is reviewed and open at once, and what the second rate counts."""
        translate = self.translate
        again = translate("Open again: a standard changed since it was decided on, or two reviewers differ.")
        return " ".join(part for part in (again if now.again else "", self._promised(promise)) if part)

    def _promised(self, promise: Promise) -> str:
        """What the second rate counts."""
        if not promise.suggestions:
            return ""
        translate = self.translate
        counted = translate.plural(
            "If all suggestions hold: {number} open standard has a best candidate that is strong or comes with a "
            "degree; it is counted as if it were confirmed.",
            "If all suggestions hold: {number} open standards have a best candidate that is strong or comes with a "
            "degree; they are counted as if they were confirmed.",
            promise.suggestions,
        )
        without = translate.plural(
            "For {number} of them no degree is suggested; it is counted as adopted.",
            "For {number} of them no degree is suggested; they are counted as adopted.",
            promise.without_degree,
        )
        rules = translate("Counted today, by the default profile.")
        return " ".join([counted, without, rules] if promise.without_degree else [counted, rules])

    def _show_figures(self, text: str, explained: str = "") -> None:
        self.figures.setText(text)
        self.figures.setToolTip(escape(explained))
        self.figures.setAccessibleDescription(explained)

    def _show_jobs(self) -> None:
        running = self._context.jobs.running
        for part in (self.bar, self.cancel):
            part.setVisible(bool(running))
        if not running:
            self.work.setText(self._resting_text())
            return
        job = running[-1]
        job.progressed.connect(self._show_step, Qt.ConnectionType.UniqueConnection)
        self._show_step(job.last_step, job)

    def _show_step(self, step: Step, job: Job[object] | None = None) -> None:
        running = self._context.jobs.running
        job = job or (running[-1] if running else None)
        if job is None:
            return
        stage = self.translate("Stopping …") if job.is_stopping else self.translate(step.text)
        self.work.setText(" – ".join(part for part in (self.translate(job.title), stage) if part))
        self.bar.setRange(0, step.total if step.total > 0 else 0)
        self.bar.setValue(step.done)

    def _resting_text(self) -> str:
        session = self._context.session
        if session is None:
            return self.translate("No project is open")
        if session.is_read_only:
            return self.translate("Open for reading only: {project}", project=session.address)
        return self.translate("Everything is saved in {project}", project=session.address)
