"""A damaged project: what is wrong with it, what can still be used, and the way back to its newest sound backup."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from aligner.gui.dialogs.dialog import Dialog
from aligner.gui.surroundings.context import Context
from aligner.gui.widgets.plain.labels import label, selectable
from aligner.usecases.project.damage import Damage


class DamageDialog(Dialog):
    """Opens by itself on a project that was damaged or altered outside the program."""

    restore_wanted = Signal()
    """The newest sound backup is to take the place of the project."""

    def __init__(self, context: Context, parent: QWidget | None, damage: Damage, *, is_open: bool) -> None:
        translate = context.translate
        super().__init__(
            context,
            parent,
            translate("This project is damaged"),
            translate(
                "It was altered outside Aligner, or its file was damaged. It is open for reading only, and nothing is "
                "counted on what is damaged."
            )
            if is_open
            else translate(
                "It was altered outside Aligner, or its file was damaged, in parts that the window needs. It was not "
                "opened; the command line can still export what is not damaged."
            ),
        )
        listed = QVBoxLayout(inside := QWidget())
        listed.setContentsMargins(0, 0, 0, 0)
        listed.setSpacing(6)
        self._list(listed, translate("What is damaged"), [translate.sentence(finding) for finding in damage.found])
        self._list(listed, translate("What can still be used"), self._names(damage.usable))
        self._list(listed, translate("What cannot be used"), self._names(damage.refused))
        listed.addStretch(1)
        self.body.addWidget(inside, 1)
        self.way = label(self._way(damage), wraps=True)
        self.body.addWidget(self.way)
        self.restore_button = self.add_button(translate("Restore the project"), primary=True)
        self.restore_button.setVisible(not damage.is_on_server)
        self.restore_button.clicked.connect(self._restore)
        self.read_button = self.add_button(translate("Continue reading") if is_open else translate("Close"))
        self.read_button.clicked.connect(self.reject)
        self.resize(640, 520)

    def _list(self, column: QVBoxLayout, heading: str, lines: Sequence[str]) -> None:
        if lines:
            column.addWidget(label(heading, "heading"))
            column.addWidget(selectable("\n".join(f"• {line}" for line in lines)))

    def _names(self, parts: Sequence[str]) -> list[str]:
        return [self.translate(name) for name in parts]

    def _way(self, damage: Damage) -> str:
        if damage.is_on_server:
            return self.translate("Ask the database administrator to restore the last backup of this project.")
        kept = self.translate("The damaged file is kept among the backups.")
        if damage.backup:
            text = self.translate(
                "Restoring puts the newest sound backup, {backup}, in its place, with the later decisions that its "
                "journal still holds.",
                backup=damage.backup,
            )
        else:
            text = self.translate(
                "No backup is sound. Restoring begins an empty project with the decisions that its journal still "
                "holds; the catalogues then have to be loaded again."
            )
        return f"{text} {kept}"

    def _restore(self) -> None:
        self.accept()
        self.restore_wanted.emit()
