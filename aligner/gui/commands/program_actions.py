"""What the commands of the whole program do: undo, colours, language, help, leaving."""

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from aligner import paths
from aligner.domain.change import Change
from aligner.domain.text import N_
from aligner.gui.commands.window import Window
from aligner.gui.dialogs.program.about import AboutDialog
from aligner.gui.dialogs.program.guide import GuideDialog
from aligner.gui.dialogs.program.key_sheet import KeySheet
from aligner.gui.dialogs.program.palette import CommandPalette
from aligner.gui.dialogs.program.reviewer import ReviewerDialog
from aligner.gui.pages.history.tables import what_changed
from aligner.gui.surroundings.theme import DARK, LIGHT, Tone
from aligner.gui.words.changes import reversed_step
from aligner.i18n import translator
from aligner.usecases.project import history
from aligner.usecases.project.changed import Changed

LANGUAGE = "language"
COLOURS = "colours"
REVIEWER = "reviewer"
"""Names of preferences."""


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
