"""What the commands of the program do that belong to no single page."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QStandardPaths, QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication

from aligner import paths
from aligner.domain.catalogue import Level
from aligner.domain.change import Change
from aligner.domain.problem import Finding
from aligner.domain.progress import Progress
from aligner.domain.text import N_
from aligner.gui.commands.window import Window
from aligner.gui.dialogs import files
from aligner.gui.dialogs.candidates.recipe import RecipeDialog
from aligner.gui.dialogs.catalogues.load import TITLES, LoadCatalogueDialog
from aligner.gui.dialogs.catalogues.removed import RemovedCataloguesDialog
from aligner.gui.dialogs.figures.export import ExportDialog
from aligner.gui.dialogs.program.about import AboutDialog
from aligner.gui.dialogs.program.backups import BackupsDialog
from aligner.gui.dialogs.program.damage import DamageDialog
from aligner.gui.dialogs.program.guide import GuideDialog
from aligner.gui.dialogs.program.key_sheet import KeySheet
from aligner.gui.dialogs.program.palette import CommandPalette
from aligner.gui.dialogs.program.reviewer import ReviewerDialog
from aligner.gui.dialogs.program.server import ServerDialog
from aligner.gui.dialogs.review import hand_in
from aligner.gui.dialogs.review.merge import MergeDialog
from aligner.gui.dialogs.review.packs import PackDialog, UnpackDialog
from aligner.gui.pages.history.tables import what_changed
from aligner.gui.surroundings.jobs import Job
from aligner.gui.surroundings.theme import DARK, LIGHT, Tone
from aligner.gui.words.changes import reversed_step
from aligner.gui.words.next_step import COMMANDS, next_sentence
from aligner.i18n import translator
from aligner.usecases.candidates.match import Matched, match_standards
from aligner.usecases.candidates.vectors import without_encoder
from aligner.usecases.catalogues.unlisted import unlisted, unlisted_sentence
from aligner.usecases.figures.next_step import NextStep, task_before_review
from aligner.usecases.project import history
from aligner.usecases.project import opening as projects
from aligner.usecases.project.backups import restore_project, restored_findings
from aligner.usecases.project.changed import Changed
from aligner.usecases.project.damage import Damage, damage_of
from aligner.usecases.project.session import Session
from aligner.usecases.review.double_review import visible_opinions
from aligner.usecases.samples.project import sample_project

LANGUAGE = "language"
COLOURS = "colours"
REVIEWER = "reviewer"
"""Names of preferences."""


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
        job.finished.connect(lambda _session: QTimer.singleShot(0, window.widget(), lambda: load_files(window, paths)))

    files.ask_new_project(window.context, window.widget(), make)


def open_project(window: Window) -> None:
    """Ask for a project and open it."""

    def take(path: Path) -> None:
        open_address(window, str(path))

    files.ask_project(window.context, window.widget(), take)


def open_address(window: Window, address: str) -> Job[Session]:
    """Open the project at this address."""
    return window.context.open(_open, address, N_("Opening the project"))


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


def load_catalogue(window: Window) -> None:
    """Open the dialog that loads a catalogue."""
    load_files(window, [])


def load_national(window: Window) -> None:
    """Ask for the list of national standards and load it."""
    _load_list(window, Level.NATIONAL)


def load_international(window: Window) -> None:
    """Ask for the list of international standards and load it."""
    _load_list(window, Level.INTERNATIONAL)


def _load_list(window: Window, level: Level) -> None:
    title = window.context.translate(TITLES[level])
    files.ask_catalogues(window.context, window.widget(), lambda paths: load_files(window, paths, level), title)


def load_files(window: Window, paths: Sequence[Path], level: Level | None = None) -> None:
    """Open the dialog that loads catalogues, with these files, one after the other."""
    dialog = LoadCatalogueDialog(window.context, window.widget(), paths, level)
    dialog.loaded.connect(lambda: window.show_page("catalogues"))
    dialog.match_wanted.connect(lambda: window.run_command("catalogue.match"))
    dialog.accepted.connect(lambda: tell_next_step(window))
    dialog.open()


def show_removed(window: Window) -> None:
    """Open the list of removed catalogues."""
    RemovedCataloguesDialog(window.context, window.widget()).open()


def import_decisions(window: Window) -> None:
    """Open the dialog that takes decisions from a file."""
    _hand_in(window, hand_in.DECISIONS)


def import_applicability(window: Window) -> None:
    """Open the dialog that takes applicability verdicts from a file."""
    _hand_in(window, hand_in.APPLICABILITY)


def import_comparisons(window: Window) -> None:
    """Open the dialog that takes key indicators from a file."""
    _hand_in(window, hand_in.COMPARISONS)


def write_pack(window: Window) -> None:
    """Open the dialog that writes a review pack."""
    dialog = PackDialog(window.context, window.widget())
    dialog.packed.connect(lambda text: window.tell(text, Tone.GOOD))
    dialog.open()


def read_pack(window: Window) -> None:
    """Open the dialog that reads a review pack."""
    dialog = UnpackDialog(window.context, window.widget())
    dialog.taken.connect(lambda text: window.tell(text, Tone.GOOD))
    dialog.open()
    dialog.ask_file()


def merge_copy(window: Window) -> None:
    """Open the dialog that merges another copy of the project."""
    dialog = MergeDialog(window.context, window.widget())
    dialog.taken.connect(lambda text: window.tell(text, Tone.GOOD))
    dialog.open()
    dialog.ask_file()


def _hand_in(window: Window, kind: hand_in.HandInKind) -> None:
    dialog = hand_in.HandInDialog(window.context, window.widget(), kind)
    dialog.taken.connect(lambda text: window.tell(text, Tone.GOOD))
    dialog.open()
    dialog.ask_file()


def export_rows(window: Window) -> None:
    """Open the dialog that writes rows for other programs."""
    dialog = ExportDialog(window.context, window.widget())
    dialog.exported.connect(lambda text: window.tell(text, Tone.GOOD))
    dialog.open()


def tell_next_step(window: Window) -> None:
    """Say what has to be done before the review, with a button that does it; nothing when all is done or going on."""
    task = window.context.do(task_before_review)
    if task is not None and not window.context.is_busy:
        command = COMMANDS[task]
        sentence = next_sentence(NextStep(task), window.context.translate)
        window.tell(sentence, Tone.NEUTRAL, window.words_of(command), lambda: window.run_command(command))


def match(window: Window) -> None:
    """Find candidates beside the window."""
    translate, page_id = window.context.translate, window.page_id
    job = window.context.run(N_("Finding candidates"), match_standards)
    job.finished.connect(lambda outcome: _tell_matched(window, outcome, page_id))
    job.cancelled.connect(lambda: window.tell(translate("Stopped; the earlier candidates are kept."), Tone.NEUTRAL))


def _tell_matched(window: Window, outcome: Matched, begun_on: str) -> None:
    """How many candidates were found, what they had to do without, and the way to the review.

    Who has decided nothing yet and waits on the page where it was begun is led there.
    """
    translate = window.context.translate
    is_new = not window.context.do(visible_opinions)
    if is_new and window.page_id == begun_on and QApplication.activeModalWidget() is None:
        window.show_page("review")
    found = translate.plural(
        "{number} candidate was found.", "{number} candidates were found.", outcome.counts.candidates
    )
    remarks = [without_encoder(translate)] if outcome.lacks_encoder else []
    remarks += map(translate.sentence, outcome.findings)
    if missing := len(window.context.do(unlisted) or ()):
        remarks.append(unlisted_sentence(missing, translate))
    text, tone = " ".join([found, *remarks]), Tone.NEUTRAL if remarks else Tone.GOOD
    if window.page_id == "review":
        window.tell(text, tone)
    else:
        window.tell(text, tone, translate("Review them"), lambda: window.show_page("review"))


def show_recipe(window: Window) -> None:
    """Show how candidates are found."""
    dialog = RecipeDialog(window.context, window.widget())
    dialog.match_wanted.connect(lambda: window.run_command("catalogue.match"))
    dialog.open()


def cancel_work(window: Window) -> None:
    """Ask what is running to stop."""
    for job in window.context.jobs.running:
        job.cancel()


def undo(window: Window) -> None:
    """Take back the reviewer's last step, say which, and go there."""
    _step(window, window.context.do(history.undo), N_("Undone: {step}, {what}"))


def redo(window: Window) -> None:
    """Do again what was taken back last, say what, and go there."""
    _step(window, window.context.do(history.redo), N_("Redone: {step}, {what}"))


def _step(window: Window, outcome: tuple[Change, Changed] | None, sentence: str) -> None:
    if outcome is not None:
        change, what = outcome
        translate = window.context.translate
        window.page.follow(what.keys)
        step = reversed_step(change, translate)
        window.tell(translate(sentence, step=step, what=what_changed(change, translate)), Tone.NEUTRAL)


def turn_colours(window: Window) -> None:
    """Light becomes dark, dark light."""
    theme = LIGHT if window.context.theme.name == DARK.name else DARK
    window.context.theme = theme
    window.context.preferences.set(COLOURS, theme.name)
    window.rebuild()


def turn_language(window: Window) -> None:
    """English becomes Chinese, Chinese English."""
    language = "en" if window.context.translate.language == "zh" else "zh"
    window.context.translate = translator(language)
    window.context.preferences.set(LANGUAGE, language)
    window.rebuild()


def ask_reviewer(window: Window) -> None:
    """Ask under which name decisions are signed."""

    def take(name: str) -> None:
        window.context.set_reviewer(name)
        window.context.preferences.set(REVIEWER, name)

    if window.context.has_own_name:
        translate = window.context.translate
        window.tell(
            translate("On a server you sign with the name you logged in with: {name}", name=window.context.reviewer),
            Tone.NEUTRAL,
        )
        return
    dialog = ReviewerDialog(window.context, window.widget())
    dialog.named.connect(take)
    dialog.open()


def show_palette(window: Window) -> None:
    """Open the list of commands to search in."""
    CommandPalette(window.context, window.widget(), window.offered_commands(), window.run_command).open()


def show_guide(window: Window) -> None:
    """Open the guide, beside which one can go on working."""
    GuideDialog(window.context, window.widget()).show()


def show_keys(window: Window) -> None:
    """Open the sheet of keys, those of the open page first."""
    KeySheet(window.context, window.widget(), window.offered_commands(), window.page_id).open()


def open_log_folder(_window: Window) -> None:
    """Show the folder with the log in the system's file manager."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(paths.user_log())))


def show_about(window: Window) -> None:
    """Say what this program is."""
    AboutDialog(window.context, window.widget()).open()


def leave(window: Window) -> None:
    """Close the window."""
    window.leave()


def _make(address: str, reviewer: str, _progress: Progress) -> Session:
    return projects.new_project(address, reviewer)


def _open(address: str, reviewer: str, _progress: Progress) -> Session:
    return projects.open_project(address, reviewer)


def _sample(address: str, reviewer: str, progress: Progress) -> Session:
    return sample_project(address, reviewer, progress)
