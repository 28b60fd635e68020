"""Writes rows of the project for other programs: what, in which form, where."""

from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import QComboBox, QDateEdit, QFormLayout, QWidget

from aligner.domain.progress import Progress
from aligner.domain.text import N_
from aligner.gui.dialogs import files
from aligner.gui.dialogs.working import WorkingDialog
from aligner.gui.surroundings.context import Context
from aligner.gui.words.values import profile_title
from aligner.usecases.figures.profile_files import profiles
from aligner.usecases.figures.snapshots import snapshots
from aligner.usecases.hand_outs.export import WHAT, export
from aligner.usecases.project.session import Session

WHAT_NAMES: Final = {
    "pairs": N_("Pairs", "rows"),
    "works": N_("International standards as they are counted"),
    "decisions": N_("Decisions"),
    "second-opinions": N_("Second opinions"),
    "applicability": N_("Applicability verdicts"),
    "queue": N_("Review queue"),
    "gaps": N_("Standards not converted"),
    "outdated": N_("Outdated adoptions"),
    "flags": N_("Adoptions worth checking"),
    "nationals": N_("National standards as they are counted"),
    "committees": N_("Committees"),
    "committee-mapping": N_("Which national committee answers to which international one"),
    "plan": N_("What to convert first"),
    "moved": N_("Rows behind each step to the rate"),
    "unlisted": N_("Stated numbers that no international list has"),
}
"""What can be exported, in the user's words."""

FORM_NAMES: Final = {"xlsx": "Excel", "csv": "CSV", "json": "JSON", "sssom": "SSSOM"}
ENDINGS: Final = {"sssom": "tsv"}


class ExportDialog(WorkingDialog):
    """Asks what and in which form, then where; the file is written beside the window."""

    exported = Signal(str)
    """What became of it, in a sentence."""

    def __init__(self, context: Context, parent: QWidget | None, profile: str = "") -> None:
        translate = context.translate
        super().__init__(
            context,
            parent,
            translate("Export rows"),
            translate("Plain columns with codes instead of words, for other programs."),
        )
        self.what, self.form, self.profile = QComboBox(), QComboBox(), QComboBox()
        for name in WHAT:
            self.what.addItem(translate(WHAT_NAMES.get(name, name)), name)
        for known in profiles():
            self.profile.addItem(profile_title(known, translate.language), known.source)
        place = self.profile.findData(profile)
        self.profile.setCurrentIndex(max(place, 0))
        self.state = QComboBox()
        self.state.addItem(translate("as it is now"), "")
        for kept in reversed(context.do(snapshots) or []):
            self.state.addItem(translate("snapshot {name}", name=kept.name), kept.name)
        self.at, self.decided_until = self._day(), self._day()
        self.what.currentIndexChanged.connect(self._offer_forms)
        self.state.currentIndexChanged.connect(self._offer_rules)
        form = QFormLayout()
        for text, box in (
            (translate("What"), self.what),
            (translate("File format"), self.form),
            (translate("State of the project"), self.state),
            (translate("Counting profile"), self.profile),
            (translate("Reference date"), self.at),
            (translate("Decisions until the end of"), self.decided_until),
        ):
            box.setAccessibleName(text)
            form.addRow(text, box)
        self.body.addLayout(form)
        self.add_button(translate("Cancel")).clicked.connect(self.reject)
        self.act_button = self.add_button(translate("Export…"), primary=True)
        self.act_button.clicked.connect(self.ask_target)
        self.setMinimumWidth(520)
        self._offer_forms()

    def ask_target(self) -> None:
        """Ask where the file is to be."""
        ending = ENDINGS.get(self._form(), self._form())
        name = f"{Path(self.context.address).stem or 'project'} {self.what.currentData()}.{ending}"
        proposed = Path(self.context.preferences.text(files.FOLDER)) / name
        files.ask_target(self.context, self, proposed, (ending,), self.export_to)

    def export_to(self, path: Path) -> None:
        """Write the file beside the window, and close."""
        what, form = self.what.currentData(), self._form()
        rules = self._rules()

        def work(session: Session, _progress: Progress) -> int:
            return export(session, path, what, form=form, **rules)

        self.work(N_("Exporting rows"), work, partial(self._finish, path))

    def _finish(self, path: Path, count: int) -> None:
        translate = self.translate
        rows = translate.plural("{number} row", "{number} rows", count)
        self.exported.emit(translate("{rows} are in {file}.", rows=rows, file=str(path)))
        self.accept()

    def _form(self) -> str:
        return str(self.form.currentData())

    def _rules(self) -> dict[str, Any]:
        """A snapshot, which brings its own rules; or profile, day, and the day until which decisions count."""
        if self.state.currentData():
            return {"snapshot": self.state.currentData()}
        at, until = (
            date.fromisoformat(day.date().toString(Qt.DateFormat.ISODate)) for day in (self.at, self.decided_until)
        )
        today = self.context.today()
        return {
            "profile": self.profile.currentData(),
            "at": at if at != today else None,
            "decided_until": until if until < today else None,
        }

    def _day(self) -> QDateEdit:
        today = self.context.today()
        day = QDateEdit(QDate(today.year, today.month, today.day))
        day.setCalendarPopup(True)
        day.setDisplayFormat("yyyy-MM-dd")
        return day

    def _offer_rules(self) -> None:
        """A snapshot has a profile and days of its own."""
        for part in (self.profile, self.at, self.decided_until):
            part.setEnabled(not self.state.currentData())

    def _offer_forms(self) -> None:
        """SSSOM holds pairs and nothing else."""
        chosen = self.form.currentData()
        self.form.clear()
        for form, name in FORM_NAMES.items():
            if form != "sssom" or self.what.currentData() == "pairs":
                self.form.addItem(name, form)
        self.form.setCurrentIndex(max(self.form.findData(chosen), 0))
