"""Where the rows of a table of indicators come from and go to: files and templates."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu, QWidget

from aligner.domain.comparisons.indicator_template import IndicatorTemplate
from aligner.domain.errors import AlignerError
from aligner.domain.problem import Problem
from aligner.domain.progress import Silent
from aligner.gui.dialogs import files
from aligner.gui.dialogs.name import NameDialog
from aligner.gui.models.comparison_rows import ComparisonModel
from aligner.gui.models.rows_model import tooltip
from aligner.gui.surroundings.context import Context
from aligner.gui.surroundings.theme import Tone
from aligner.gui.widgets.plain.menus import clear
from aligner.usecases.comparing import entry
from aligner.usecases.comparing.entry import Form
from aligner.usecases.comparing.templates import Template, all_templates, save_template, template_from_file
from aligner.usecases.project.session import Session


class ComparisonFiles(QObject):
    """Import, export and templates of one table; `tell` shows what came of it."""

    def __init__(
        self, context: Context, dialog: QWidget, form: Form, model: ComparisonModel, tell: Callable[[str, Tone], None]
    ) -> None:
        super().__init__(dialog)
        self.context = context
        self.translate = context.translate
        self.is_writable = context.can_write
        self.form = form
        self.model = model
        self._dialog = dialog
        self._tell = tell

    def file_menu(self) -> QMenu:
        """What can be done with files."""
        menu = QMenu(self._dialog)
        menu.addAction(self.translate("Import from a file…"), self.ask_import).setEnabled(self.is_writable)
        menu.addAction(self.translate("Export to a file…"), self.ask_export)
        return menu

    def template_menu(self) -> QMenu:
        """The templates, read anew each time."""
        menu = QMenu(self._dialog)
        menu.aboutToShow.connect(lambda: self.fill_templates(menu))
        return menu

    def fill_templates(self, menu: QMenu) -> None:
        """List the project's own templates, those of the product groups, and what can be done with them."""
        clear(menu)
        menu.setToolTipsVisible(True)
        listed = self._templates()
        for is_own in (True, False):
            for template in (one for one in listed if one.is_own is is_own):
                action = menu.addAction(template.title.replace("&", "&&"))
                action.setToolTip(tooltip(template.description))
                action.setEnabled(self.is_writable)
                action.triggered.connect(lambda _checked=False, name=template.name: self.load_template(name))
            menu.addSeparator()
        menu.addAction(self.translate("Save as template…"), self.ask_template_name).setEnabled(self.is_writable)
        menu.addAction(self.translate("Template from a file…"), self.ask_template_file).setEnabled(self.is_writable)
        own = [template.name for template in listed if template.is_own]
        if own and self.is_writable:
            forget = menu.addMenu(self.translate("Delete a template"))
            for name in own:
                forget.addAction(name.replace("&", "&&"), partial(self.forget_template, name))

    def import_file(self, path: Path) -> None:
        """Take the rows of a file that speak of this pair; one of the same name is replaced."""
        self.context.read(self._take_imported, entry.import_rows, self.form, path, Silent())

    def export_file(self, path: Path) -> None:
        """Write the table as it stands here."""
        rows, translate = self.model.rows(), self.translate

        def work(_session: Session) -> tuple[Path, AlignerError | None]:
            try:
                entry.export_rows(rows, path, translate)
            except AlignerError as error:
                return path, error
            return path, None

        self.context.read(self._tell_exported, work)

    def load_template(self, name: str) -> None:
        """Add the indicators of a template that are not there yet."""
        for template in self._templates():
            if template.name == name:
                self.model.take(entry.template_rows(self.form, template.indicators), replacing=False)
                if template.findings:
                    self._tell(" ".join(map(self.translate.sentence, template.findings)), Tone.ATTENTION)
                return

    def keep_template(self, name: str, indicators: Sequence[IndicatorTemplate] | None = None) -> None:
        """Keep indicators, or those of the table without their values, under this name."""
        kept = entry.templates_of(self.model.rows()) if indicators is None else indicators
        self.context.do(save_template, name, kept)
        text = self.translate("{name} was saved as a template.", name=name)
        self._tell(text, Tone.GOOD)

    def import_template(self, path: Path) -> None:
        """Keep the indicators of a file as a template under the file's name, and add them here."""
        self.context.read(self._keep_imported, template_from_file, path, Silent())

    def ask_template_file(self) -> None:
        """Ask for a file with indicators, such as the table of another project."""
        files.ask_table(self.context, self._dialog, self.translate("Template from a file"), self.import_template)

    def forget_template(self, name: str) -> None:
        """Forget one of the project's own templates; what was compared with it stays."""
        self.context.do(save_template, name, ())
        self._tell(self.translate("The template {name} was deleted.", name=name), Tone.GOOD)

    def ask_import(self) -> None:
        """Ask for a file to take rows from."""
        files.ask_table(self.context, self._dialog, self.translate("Import indicators"), self.import_file)

    def ask_export(self) -> None:
        """Ask where the table is to be written."""
        name = f"{self.form.national} {self.form.international}.xlsx".replace("/", " ").replace(":", " ")
        proposed = Path(self.context.preferences.text(files.FOLDER)) / name
        files.ask_target(self.context, self._dialog, proposed, ("xlsx", "csv"), self.export_file)

    def ask_template_name(self) -> None:
        """Ask under which name these indicators are to be kept."""
        translate = self.translate
        intro = translate(
            "Names, units, methods and directions are kept for other products in the group; values are not."
        )
        dialog = NameDialog(self.context, self._dialog, translate("Save as template"), intro)
        dialog.named.connect(self.keep_template)
        dialog.open()

    def _keep_imported(self, outcome: tuple[str, list[IndicatorTemplate], list[Problem]]) -> None:
        name, indicators, problems = outcome
        if not indicators:
            sentence = self.translate.sentence(problems[0]) if problems else ""
            self._tell(sentence or self.translate("The file names no indicators."), Tone.BAD)
            return
        self.keep_template(name, indicators)
        self.load_template(name)

    def _take_imported(self, outcome: tuple[list[dict[str, str]], list[Problem]]) -> None:
        rows, problems = outcome
        self.model.take(rows, replacing=True)
        translate = self.translate
        text = translate.plural("{number} indicator was imported.", "{number} indicators were imported.", len(rows))
        left = ""
        if problems:
            left = translate.plural(
                "{number} row was left out: {reason}", "{number} rows were left out, the first one: {reason}",
                len(problems), reason=translate.sentence(problems[0]),
            )  # fmt: skip
        self._tell(f"{text} {left}".strip(), Tone.ATTENTION if problems else Tone.GOOD)

    def _tell_exported(self, outcome: tuple[Path, AlignerError | None]) -> None:
        path, error = outcome
        if error is None:
            self._tell(self.translate("The table is in {file}.", file=str(path)), Tone.GOOD)
        else:
            self._tell(self.translate.sentence(error), Tone.BAD)

    def _templates(self) -> list[Template]:
        return self.context.do(all_templates, self.translate) or []
