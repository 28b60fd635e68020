"""Dialogs that ask for a file, without stopping the window."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths, QUrl
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from aligner.domain.text import N_
from aligner.gui.surroundings.context import Context
from aligner.gui.widgets.plain.drop_place import CATALOGUE_SUFFIXES, PROJECT_SUFFIX

KINDS = {"xlsx": "Excel", "csv": "CSV", "pdf": "PDF", "html": "HTML", "toml": "TOML", "json": "JSON", "tsv": "SSSOM"}
"""Names of kinds of files, the same in every language."""

FOLDER = "folder"
"""Preference: where the last file was chosen."""

MOST_NAMES = 100


def ask_project(context: Context, parent: QWidget, then: Callable[[Path], None]) -> QFileDialog:
    """Ask for a project file that is there."""
    translate = context.translate
    dialog = _dialog(context, parent, translate("Open project"), then)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilters([f"{translate('Aligner projects')} (*{PROJECT_SUFFIX})", f"{translate('All files')} (*)"])
    dialog.open()
    return dialog


def ask_new_project(context: Context, parent: QWidget, then: Callable[[Path], None]) -> QFileDialog:
    """Ask where a new project is to be."""
    translate = context.translate
    dialog = _dialog(context, parent, translate("New project"), then)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(PROJECT_SUFFIX.removeprefix("."))
    dialog.setNameFilters([f"{translate('Aligner projects')} (*{PROJECT_SUFFIX})"])
    dialog.selectFile(_free_name(Path(dialog.directory().absolutePath()), translate(N_("standards", "file name"))))
    dialog.open()
    for name in dialog.findChildren(QLineEdit, "fileNameEdit"):  # Qt's own dialog; the system's does it by itself
        name.selectAll()
    return dialog


def ask_catalogues(
    context: Context, parent: QWidget, then: Callable[[list[Path]], None], title: str = ""
) -> QFileDialog:
    """Ask for files with lists of standards, one or several."""
    translate = context.translate
    dialog = _dialog(context, parent, title or translate("Choose a catalogue"), lambda _first: None)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.filesSelected.connect(lambda names: then([Path(name) for name in names]))
    patterns = " ".join(f"*{suffix}" for suffix in CATALOGUE_SUFFIXES)
    dialog.setNameFilters([f"{translate('Lists of standards')} ({patterns})", f"{translate('All files')} (*)"])
    dialog.open()
    return dialog


def ask_table(context: Context, parent: QWidget, title: str, then: Callable[[Path], None]) -> QFileDialog:
    """Ask for a table to take rows from: Excel or CSV."""
    dialog = _dialog(context, parent, title, then)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilters(["Excel, CSV (*.xlsx *.csv)", f"{context.translate('All files')} (*)"])
    dialog.open()
    return dialog


def ask_recipe(context: Context, parent: QWidget, then: Callable[[Path], None]) -> QFileDialog:
    """Ask for a recipe file."""
    dialog = _dialog(context, parent, context.translate("Open a recipe"), then)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilters([f"{KINDS['toml']} (*.toml)", f"{context.translate('All files')} (*)"])
    dialog.open()
    return dialog


def ask_target(
    context: Context, parent: QWidget, proposed: Path, suffixes: tuple[str, ...], then: Callable[[Path], None]
) -> QFileDialog:
    """Ask where a file is to be written; the first of the suffixes is given to a name without one."""
    translate = context.translate
    dialog = _dialog(context, parent, translate("Save as"), then)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(suffixes[0])
    dialog.setNameFilters([f"{KINDS[suffix]} (*.{suffix})" for suffix in suffixes])
    dialog.selectFile(str(proposed))
    dialog.open()
    return dialog


def _free_name(folder: Path, name: str) -> str:
    """A name for a new project that no file of the folder has."""
    names = (f"{name}{number}{PROJECT_SUFFIX}" for number in ("", *(f" {one}" for one in range(2, MOST_NAMES))))
    return next((one for one in names if not (folder / one).exists()), "")


def _dialog(context: Context, parent: QWidget, title: str, then: Callable[[Path], None]) -> QFileDialog:
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    dialog = QFileDialog(parent, title, context.preferences.text(FOLDER, documents))
    dialog.setSidebarUrls([QUrl.fromLocalFile(documents), QUrl.fromLocalFile(str(Path.home()))])

    def chosen(name: str) -> None:
        context.preferences.set(FOLDER, str(Path(name).parent))
        then(Path(name))

    dialog.fileSelected.connect(chosen)
    dialog.finished.connect(dialog.deleteLater)
    return dialog
