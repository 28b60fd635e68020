"""The first step of loading: which file, on which side it stands, whether it is a newer list."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from aligner.domain.catalogue import Catalogue, Level
from aligner.domain.text import N_
from aligner.gui.dialogs import files
from aligner.gui.surroundings.context import Context
from aligner.gui.widgets.plain.drop_place import PROJECT_SUFFIX, DropPlace
from aligner.gui.widgets.plain.labels import ElidedLabel, label
from aligner.usecases.catalogues.browse import catalogues

LEVELS = (
    (Level.NATIONAL, N_("National standards: the list whose adoption is to be measured")),
    (Level.INTERNATIONAL, N_("International standards: what is adopted (ISO, IEC, ITU …)")),
)
AS_RECOGNIZED = -1
NEW = 0


class FileStep(QWidget):
    """A place to drop the file on, or a button to look for it."""

    changed = Signal()
    file_chosen = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.translate = context.translate
        self.path: Path | None = None
        self.waiting: list[Path] = []
        """Files to be loaded after this one."""
        self.catalogues: list[Catalogue] = context.do(catalogues) or []
        translate = context.translate
        self.drop = DropPlace(context, translate("Drop an Excel, CSV or text file with a list of standards here"))
        self.drop.dropped.connect(self.choose_all)
        self.browse = QPushButton(translate("Choose a file…"))
        self.browse.setAutoDefault(False)
        self.browse.clicked.connect(lambda: files.ask_catalogues(context, self, self.choose_all))
        self.name = ElidedLabel(translate("No file is chosen yet"))
        line = QHBoxLayout()
        line.addWidget(self.browse)
        line.addWidget(self.name, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.drop, 1)
        column.addLayout(line)
        column.addWidget(label(translate("Which side does this list belong to?"), "heading"))
        self._add_levels(column)
        self._add_options(column)

    def start(self, paths: Sequence[Path], level: Level | None) -> None:
        """Begin with the first of these files, the others wait; without a file and a side nothing is chosen."""
        self.catalogues = self._context.do(catalogues) or []
        self.path, self.waiting = None, []
        self.name.setText(self.translate("No file is chosen yet"))
        self._choose_level(level)
        self._list_updates()
        if paths:
            self.choose_all(paths)

    def choose_all(self, paths: Sequence[Path]) -> None:
        """Take the first of these files now; the others wait."""
        lists = [path for path in paths if path.suffix.lower() != PROJECT_SUFFIX]
        if lists:
            self.waiting = lists[1:]
            self.choose(lists[0])

    def choose(self, path: Path) -> None:
        """Take this file."""
        self.path = path
        self.name.setText(str(path))
        self._guess_level()
        self.changed.emit()
        self.file_chosen.emit()

    def level(self) -> Level:
        """The side that was chosen."""
        return next(level for level, button in self.levels.items() if button.isChecked())

    def update(self) -> int | None:  # type: ignore[override]  # a word of LoadRequest
        """The catalogue this file brings up to date, 0 for a new one, None when that is to be recognized."""
        chosen = int(self.updates.currentData())
        return None if chosen == AS_RECOGNIZED else chosen

    def import_anyway(self) -> bool:
        """Whether the limits on size are lifted."""
        return self.anyway.isChecked()

    def is_complete(self) -> bool:
        """Whether file and side are chosen."""
        return self.path is not None and any(button.isChecked() for button in self.levels.values())

    def _add_levels(self, column: QVBoxLayout) -> None:
        self.levels = {level: QRadioButton(self.translate(text)) for level, text in LEVELS}
        group = QButtonGroup(self)
        for button in self.levels.values():
            group.addButton(button)
            column.addWidget(button)
            button.toggled.connect(self._list_updates)
            button.toggled.connect(lambda _on: self.changed.emit())

    def _add_options(self, column: QVBoxLayout) -> None:
        translate = self.translate
        self.updates = QComboBox()
        self.updates.setAccessibleName(translate("Updates"))
        self.updates.setMinimumWidth(320)
        self._list_updates()
        self.anyway = QCheckBox(translate("Read it even if it unpacks to an unusual size"))
        form = QFormLayout()
        form.addRow(label(translate("Updates")), self.updates)
        form.addRow("", self.anyway)
        column.addLayout(form)

    def _list_updates(self) -> None:
        translate = self.translate
        self.updates.clear()
        self.updates.addItem(translate("Recognize it by its standards"), AS_RECOGNIZED)
        self.updates.addItem(translate("None: it is a new catalogue"), NEW)
        for catalogue in self.catalogues:
            if self.levels[catalogue.level].isChecked():
                self.updates.addItem(catalogue.file_name, catalogue.id)

    def _choose_level(self, level: Level | None) -> None:
        group = self.levels[Level.NATIONAL].group()
        group.setExclusive(False)
        for one, button in self.levels.items():
            button.setChecked(one is level)
        group.setExclusive(True)

    def _guess_level(self) -> None:
        """Where one side is still missing it is the likely one; a choice that was made stays."""
        if any(button.isChecked() for button in self.levels.values()):
            return
        here = {catalogue.level for catalogue in self.catalogues}
        missing = [level for level in Level if level not in here]
        if len(missing) == 1:
            self.levels[missing[0]].setChecked(True)
