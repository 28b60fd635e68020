"""What the commands about projects do: making, opening, closing, checking, backups."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QStandardPaths, QTimer

from aligner.domain.problem import Finding
from aligner.domain.progress import Progress
from aligner.domain.text import N_
from aligner.gui.commands.catalogue_actions import load_files
from aligner.gui.commands.window import Window
from aligner.gui.dialogs import files
from aligner.gui.dialogs.program.backups import BackupsDialog
from aligner.gui.dialogs.program.damage import DamageDialog
from aligner.gui.dialogs.program.server import ServerDialog
from aligner.gui.surroundings.jobs import Job
from aligner.gui.surroundings.theme import Tone
from aligner.gui.widgets.plain.drop_place import PROJECT_SUFFIX
from aligner.usecases.project import opening as projects
from aligner.usecases.project.backups import restore_project, restored_findings
from aligner.usecases.project.damage import Damage, damage_of
from aligner.usecases.project.session import Session
from aligner.usecases.samples.project import sample_project


def new_project(window: Window) -> None:
    """Ask for a place and make an empty project there."""
    files.ask_new_project(window.context, window.widget(), lambda path: make_project(window, path))


def make_project(window: Window, path: Path) -> None:
    """Make an empty project in this file and open it."""
    window.context.open(_make, str(path), N_("Creating the project"))


def make_project_for(window: Window, paths: Sequence[Path]) -> None:
    """Ask for a place, make a project there, and load these files into it."""

    def make(place: Path) -> None:
        job = window.context.open(_make, str(place), N_("Creating the project"))
        job.finished.connect(partial(_go_on_with, window, paths))

    files.ask_new_project(window.context, window.widget(), make)


def open_project(window: Window) -> None:
    """Ask for a project and open it."""

    def take(path: Path) -> None:
        open_address(window, str(path))

    files.ask_project(window.context, window.widget(), take)


def open_address(window: Window, address: str) -> Job[Session]:
    """Open the project at this address."""
    return window.context.open(_open, address, N_("Opening the project"))


def open_files(window: Window, paths: Sequence[Path]) -> None:
    """Open what was dropped or named: a project, and catalogues to load into the open one, one after the other."""
    wanted = next((path for path in paths if path.suffix.lower() == PROJECT_SUFFIX), None)
    lists = [path for path in paths if path.suffix.lower() != PROJECT_SUFFIX]
    translate = window.context.translate
    if window.context.is_busy and paths:
        window.tell(translate("Wait until the running work has finished, or cancel it."), Tone.ATTENTION)
    elif wanted is not None:
        open_address(window, str(wanted)).finished.connect(partial(_go_on_with, window, lists))
    elif lists and window.context.can_write:
        load_files(window, lists)
    elif lists:
        text = translate("Open or create a project first, then load the catalogue.")
        new = window.words_of("project.new")
        window.tell(text, Tone.ATTENTION, new, lambda: make_project_for(window, lists))


def _go_on_with(window: Window, lists: Sequence[Path], _session: Session) -> None:
    """Load the lists that were named with a project, once the window has followed it."""
    QTimer.singleShot(0, window.widget(), partial(open_files, window, lists))


def open_server(window: Window) -> None:
    """Ask for the address of a project on a server and open it."""
    dialog = ServerDialog(window.context, window.widget())
    dialog.chosen.connect(lambda address: open_address(window, address))
    dialog.open()


def open_sample(window: Window) -> None:
    """Open the sample project; it is made from the sample catalogues the first time."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    address = Path(documents or Path.home()) / "Aligner" / "sample.aligner"
    window.context.open(_sample, str(address), N_("Creating the sample project"))


def close_project(window: Window) -> None:
    """Let go of the project."""
    window.context.close_project()
    window.show_page("start")


def check_project(window: Window) -> None:
    """Look whether file and journal are sound, and say so."""
    translate = window.context.translate

    def show(findings: list[Finding]) -> None:
        if not findings:
            window.tell(translate("The project file and its journal are sound."), Tone.GOOD)
            return
        window.tell("\n".join(translate.sentence(finding) for finding in findings), Tone.BAD)

    window.context.read(show, projects.check_project)


def show_backups(window: Window) -> None:
    """Open the list of backups."""
    dialog = BackupsDialog(window.context, window.widget())
    dialog.restore_wanted.connect(lambda backup: restore(window, window.context.address, backup))
    dialog.open()


def show_damage(window: Window) -> None:
    """Say what is wrong with the open project, what can still be used, and offer the way back."""
    window.context.read(lambda damage: tell_damage(window, window.context.address, damage), damage_of)


def tell_damage(window: Window, address: str, damage: Damage) -> None:
    """The same of the project at this address, which may be so damaged that it is not open."""
    dialog = DamageDialog(window.context, window.widget(), damage, is_open=window.context.address == address)
    dialog.restore_wanted.connect(lambda: restore(window, address))
    dialog.open()


def ask_to_restore(window: Window) -> None:
    """Ask for a damaged project and restore it."""
    files.ask_project(window.context, window.widget(), lambda path: restore(window, str(path)))


def restore(window: Window, address: str, backup: Path | None = None) -> None:
    """Put the newest sound backup, or this one, in the place of a damaged project, and open it.

    When it cannot be done, the project that was open is opened again.
    """
    was_open = window.context.address
    if was_open == address:
        window.context.close_project()  # a file in use cannot be replaced everywhere

    def work(place: str, reviewer: str, _progress: Progress) -> Session:
        restored = restore_project(place, backup)
        session = projects.open_project(place, reviewer)
        for finding in restored_findings(restored):
            session.tell(finding)
        return session

    job = window.context.open(work, address, N_("Restoring the project"))
    if was_open == address:
        job.failed.connect(lambda _error: open_address(window, address))


def _make(address: str, reviewer: str, _progress: Progress) -> Session:
    return projects.new_project(address, reviewer)


def _open(address: str, reviewer: str, _progress: Progress) -> Session:
    return projects.open_project(address, reviewer)


def _sample(address: str, reviewer: str, progress: Progress) -> Session:
    return sample_project(address, reviewer, progress)
