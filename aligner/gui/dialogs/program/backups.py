"""The backups of the project: what there is, one more of them, and the way back from a damaged file."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from aligner.domain.errors import AlignerError
from aligner.domain.kept_copy import KIND_NAMES, KeptCopy
from aligner.domain.progress import Progress
from aligner.domain.standards.table import Table
from aligner.domain.text import N_
from aligner.gui.dialogs import files
from aligner.gui.dialogs.working import WorkingDialog
from aligner.gui.models.columns import Column
from aligner.gui.models.rows_model import RowsModel
from aligner.gui.surroundings.context import Context
from aligner.gui.surroundings.theme import Tone
from aligner.gui.widgets.plain.drop_place import PROJECT_SUFFIX
from aligner.gui.widgets.tables.rows_view import RowsView
from aligner.gui.words.values import moment
from aligner.usecases.project.backups import back_up, backups
from aligner.usecases.project.session import Session

MEGABYTE: Final = 1_000_000


class BackupsDialog(WorkingDialog):
    """One row for each backup, the newest first."""

    restore_wanted = Signal(object)
    """The backup (Path) that is to take the place of the damaged project."""

    def __init__(self, context: Context, parent: QWidget | None) -> None:
        translate = context.translate
        super().__init__(
            context,
            parent,
            translate("Backups"),
            translate(
                "The program makes a backup of a sound project when it is opened, at most one an hour, and keeps the "
                "ten newest beside the project."
            ),
        )
        self._listed: list[KeptCopy] = []
        self.model = RowsModel(
            (
                Column("made_at", translate("Made"), show=lambda text: moment(text, translate), width=170),
                Column(
                    "size",
                    translate("Size (MB)"),
                    show=lambda size: translate.number(size / MEGABYTE, 1),
                    is_right=True,
                    width=90,
                ),
                Column("kind", translate("Kind"), show=lambda kind: translate(KIND_NAMES[kind]), width=170),
                Column("file", translate("File"), width=380),
            ),
            parent=self,
        )
        self.view = RowsView(context, self.model, "backups", translate("Backups"))
        self.view.tell_when_empty(translate("There is no backup yet."))
        self.view.current_changed.connect(lambda _position: self._look())
        self.body.addWidget(self.view, 1)
        self.act_button = self.add_button(translate("Save a copy…"))
        self.act_button.clicked.connect(self.ask_target)
        self.restore_button = self.add_button(translate("Restore this backup…"))
        self.restore_button.clicked.connect(self.ask_to_restore)
        self.add_close_button()
        self.resize(900, 440)
        self.reload()

    def reload(self) -> None:
        """List the backups there are."""
        try:
            self._listed = backups(self.context.address)
        except AlignerError as error:  # a project on a server
            self._listed = []
            self.notice.tell(self.translate.sentence(error), Tone.NEUTRAL)
            self.act_button.setEnabled(False)
        self.model.set_table(
            Table(
                {
                    "made_at": [one.made_at for one in self._listed],
                    "size": [one.size for one in self._listed],
                    "kind": [one.precedes_conversion for one in self._listed],
                    "file": [one.file.name for one in self._listed],
                }
            )
        )
        if self._listed:
            self.view.go_to(0)
        self._look()

    def ask_target(self) -> None:
        """Ask where the copy is to be."""
        today = self.context.today().isoformat()
        name = f"{Path(self.context.address).stem} {today}{PROJECT_SUFFIX}"
        proposed = Path(self.context.preferences.text(files.FOLDER)) / name
        files.ask_target(self.context, self, proposed, (PROJECT_SUFFIX.removeprefix("."),), self.save_to)

    def save_to(self, path: Path) -> None:
        """Copy the project into this file, beside the window; whoever chose the name has agreed to replace it."""

        def work(session: Session, _progress: Progress) -> KeptCopy:
            return back_up(session.address, path, replace=True)

        self.work(N_("Saving a copy"), work, self._show_saved)

    def ask_to_restore(self) -> None:
        """Say what restoring means, with a button that does it."""
        chosen = self._chosen()
        if chosen is not None:
            made = moment(chosen.made_at, self.translate)
            self.notice.tell(
                self.translate(
                    "The backup of {time} takes the place of the project, with the changes that its journal still "
                    "holds. The damaged file is kept among the backups.",
                    time=made,
                ),
                Tone.ATTENTION,
                self.translate("Restore it"),
                lambda: self._restore(chosen.file),
            )

    def _restore(self, file: Path) -> None:
        self.accept()
        self.restore_wanted.emit(file)

    def _chosen(self) -> KeptCopy | None:
        position = self.view.position()
        return self._listed[position] if 0 <= position < len(self._listed) else None

    def _show_saved(self, made: KeptCopy) -> None:
        self.notice.tell(self.translate("The project was copied to {file}.", file=str(made.file)), Tone.GOOD)

    def _look(self) -> None:
        """A sound project has nothing to be restored."""
        session = self.context.session
        is_damaged = session is not None and any(notice.code == "damaged" for notice in session.notices)
        self.restore_button.setEnabled(is_damaged and self._chosen() is not None)
        self.restore_button.setToolTip("" if is_damaged else self.translate("The project is sound."))
