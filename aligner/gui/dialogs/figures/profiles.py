"""Counting profiles: look at them, copy, edit, save as a file, compare."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QPushButton, QTabWidget, QVBoxLayout, QWidget

from aligner.domain.errors import AlignerError
from aligner.domain.standards.table import Table
from aligner.gui.dialogs import files
from aligner.gui.dialogs.dialog import Dialog
from aligner.gui.dialogs.figures.profile_form import ProfileForm
from aligner.gui.dialogs.name import NameDialog
from aligner.gui.models.columns import Column
from aligner.gui.models.rows_model import RowsModel
from aligner.gui.surroundings.context import Context
from aligner.gui.surroundings.theme import Tone
from aligner.gui.widgets.plain.labels import label
from aligner.gui.widgets.plain.notice import Notice
from aligner.gui.widgets.tables.rows_view import RowsView
from aligner.gui.words.values import profile_title
from aligner.usecases.figures import profile_files
from aligner.usecases.figures.profile_files import KnownProfile, Profile

SOURCE = Qt.ItemDataRole.UserRole


class ProfilesDialog(Dialog):
    """The profiles on the left; the rules of the chosen one, or all of them side by side, on the right."""

    chosen = Signal(str)
    """Count under this profile."""
    edited = Signal(str)
    """The rules of this profile are others now."""

    def __init__(self, context: Context, parent: QWidget | None, source: str) -> None:
        translate = context.translate
        super().__init__(
            context,
            parent,
            translate("Counting profiles"),
            translate("The rules behind every figure. The built-in ones cannot be changed: copy one to change it."),
        )  # fmt: skip
        self._known: list[KnownProfile] = []
        self.notice = Notice(context)
        self.list = QListWidget()
        self.list.setAccessibleName(translate("Profiles"))
        self.list.setMinimumWidth(250)
        self.list.setSpacing(3)
        self.list.currentRowChanged.connect(self._show_profile)
        self.form = ProfileForm(context)
        self.form.edited.connect(self._note_edit)
        self.description = label(style="muted", wraps=True)
        self.comparison = RowsModel((Column("label", translate("Rule")),), parent=self)
        self.comparison_place = QVBoxLayout()
        self._make_buttons()
        self._lay_out()
        self._list(source)
        self._tell_ignored()
        self.resize(1080, 620)

    def known(self) -> KnownProfile | None:
        """The profile that is shown."""
        row = self.list.currentRow()
        return self._known[row] if 0 <= row < len(self._known) else None

    def copy_profile(self) -> None:
        """Ask for a name and make an own profile with the rules that are shown."""
        known = self.known()
        if known is None:
            return
        dialog = NameDialog(
            self.context,
            self,
            self.translate("Copy the profile"),
            self.translate("You can change the copy. It is now in the list of profiles."),
            self.translate("{name}, changed", name=profile_title(known, self.translate.language)),
        )
        dialog.named.connect(self.make_copy)
        dialog.open()

    def make_copy(self, name: str) -> None:
        """Keep the profile that is shown under this name."""
        known = self.known()
        if known is not None:
            self._keep(profile_files.copy_of(known.profile, name))

    def save(self) -> None:
        """Keep what the form says."""
        profile = self._edited_profile()
        if profile is not None:
            self._keep(profile)

    def save_as_file(self) -> None:
        """Ask for a file and write the profile there, to hand it on."""
        known = self.known()
        if known is not None:
            proposed = Path(self.context.preferences.text(files.FOLDER)) / f"{known.profile.name}.toml"
            files.ask_target(self.context, self, proposed, ("toml",), self.write_file)

    def write_file(self, path: Path) -> None:
        """Write the profile as the form has it."""
        profile = self._edited_profile()
        if profile is None:
            return
        try:
            profile_files.save_profile(profile, path)
        except AlignerError as error:
            self._complain(error)
        else:
            self.notice.tell(self.translate("The profile is in {file}.", file=str(path)), Tone.GOOD)

    def remove(self) -> None:
        """Forget an own profile; a file that was handed on stays."""
        known = self.known()
        if known is not None and known.is_own:
            profile_files.remove_own(known.source)
            self._list(profile_files.PROFILES[0])

    def use(self) -> None:
        """Count under the profile that is shown, and close."""
        known = self.known()
        if known is None:
            return
        if known.is_own and self.save_button.isEnabled():
            self.save()
            if self.save_button.isEnabled():  # a rule could not be kept; the notice says which
                return
        self.chosen.emit(known.source)
        self.accept()

    # inside

    def _tell_ignored(self) -> None:
        """What of the own profiles this program does not know, or cannot read."""
        findings = profile_files.profile_findings()
        if findings:
            self.notice.tell(" ".join(map(self.translate.sentence, findings)), Tone.ATTENTION)

    def _edited_profile(self) -> Profile | None:
        known = self.known()
        if known is None:
            return None
        try:
            return profile_files.changed_rules(known.profile, self.form.values())
        except AlignerError as error:
            self._complain(error)
            return None

    def _keep(self, profile: Profile) -> None:
        try:
            source = str(profile_files.save_own(profile))
        except AlignerError as error:
            self._complain(error)
            return
        self._list(source)
        self.notice.tell(self.translate("The profile is saved."), Tone.GOOD)
        self.edited.emit(source)

    def _complain(self, error: AlignerError) -> None:
        self.notice.tell(self.translate.sentence(error), Tone.BAD)

    def _list(self, source: str) -> None:
        self._known = profile_files.profiles()
        self.list.blockSignals(True)
        self.list.clear()
        for known in self._known:
            origin = self.translate("own") if known.is_own else self.translate("comes with the program")
            item = QListWidgetItem(f"{profile_title(known, self.translate.language)}\n{origin}")
            item.setData(SOURCE, known.source)
            self.list.addItem(item)
        self.list.blockSignals(False)
        sources = [known.source for known in self._known]
        self.list.setCurrentRow(sources.index(source) if source in sources else 0)
        self._show_profile(self.list.currentRow())
        self._show_comparison()

    def _show_profile(self, _row: int) -> None:
        known = self.known()
        if known is None:
            return
        profile = known.profile
        self.form.show_rules(profile.rules, editable=known.is_own)
        text = profile.description_zh if self.translate.language == "zh" else profile.description_en
        self.description.setText(text)
        self.description.setVisible(bool(text))
        self.save_button.setEnabled(False)
        self.remove_button.setEnabled(known.is_own)

    def _note_edit(self) -> None:
        known = self.known()
        self.save_button.setEnabled(known is not None and known.is_own)

    def _show_comparison(self) -> None:
        """A table of its own each time: its columns are the profiles."""
        while (item := self.comparison_place.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        lines = profile_files.compared([known.profile for known in self._known])
        titles = [profile_title(known, self.translate.language) for known in self._known]
        columns = (
            Column("label", self.translate("Rule"), width=260),
            *(Column(str(place), title, width=170) for place, title in enumerate(titles)),
        )
        self.comparison = RowsModel(columns, parent=self)
        cells = {"label": [("≠ " if line.differs else "") + self.translate(line.label) for line in lines]}
        cells |= {str(place): [self.translate(line.settings[place]) for line in lines] for place in range(len(titles))}
        self.comparison.set_table(Table(cells))
        view = RowsView(self.context, self.comparison, "profiles", self.translate("The profiles side by side"))
        self.comparison_place.addWidget(view)

    def _make_buttons(self) -> None:
        translate = self.translate
        self.copy_button = QPushButton(translate("Copy…"))
        self.copy_button.clicked.connect(self.copy_profile)
        self.remove_button = QPushButton(translate("Remove"))
        self.remove_button.clicked.connect(self.remove)
        self.file_button = self.add_button(translate("Save as file…"))
        self.file_button.clicked.connect(self.save_as_file)
        self.save_button = self.add_button(translate("Save"))
        self.save_button.clicked.connect(self.save)
        self.add_button(translate("Close")).clicked.connect(self.reject)
        self.use_button = self.add_button(translate("Count with this profile"), primary=True)
        self.use_button.clicked.connect(self.use)

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(6)
        left.addWidget(self.list, 1)
        below = QHBoxLayout()
        below.addWidget(self.copy_button)
        below.addWidget(self.remove_button)
        left.addLayout(below)
        rules = QWidget()
        inside = QVBoxLayout(rules)
        inside.setContentsMargins(0, 8, 0, 0)
        inside.addWidget(self.description)
        inside.addWidget(self.form, 1)
        compared = QWidget()
        compared.setLayout(self.comparison_place)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(rules, self.translate("Rules"))
        self.tabs.addTab(compared, self.translate("Compare"))
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addLayout(left, 1)
        line.addWidget(self.tabs, 3)
        self.body.addWidget(self.notice)
        self.body.addLayout(line, 1)
