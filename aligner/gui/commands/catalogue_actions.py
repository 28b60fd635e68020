"""What the commands about catalogues do: loading them and finding candidates."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QApplication

from aligner.domain.catalogue import Level
from aligner.domain.text import N_
from aligner.gui.commands.window import Window
from aligner.gui.dialogs import files
from aligner.gui.dialogs.candidates.recipe import RecipeDialog
from aligner.gui.dialogs.catalogues.load import TITLES, LoadCatalogueDialog
from aligner.gui.dialogs.catalogues.removed import RemovedCataloguesDialog
from aligner.gui.surroundings.theme import Tone
from aligner.gui.words.next_step import COMMANDS, next_sentence
from aligner.usecases.candidates.match import Matched, match_standards
from aligner.usecases.candidates.vectors import without_encoder
from aligner.usecases.catalogues.unlisted import unlisted, unlisted_sentence
from aligner.usecases.figures.next_step import NextStep, task_before_review
from aligner.usecases.review.double_review import visible_opinions


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
