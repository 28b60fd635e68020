"""The sheet for a meeting, from the rows that the queue shows."""

from pathlib import Path

from aligner.domain.catalogue import Level
from aligner.domain.errors import AlignerError
from aligner.gui.commands.window import Window
from aligner.gui.dialogs import files
from aligner.gui.pages.review.page import ReviewPage
from aligner.gui.surroundings.theme import Tone
from aligner.usecases.hand_outs import meeting
from aligner.usecases.project.session import Session


def can_write_minutes(window: Window) -> bool:
    """Whether national standards are shown, and with what everybody said: whoever reviews blind may not see that."""
    page = window.page
    return (
        isinstance(page, ReviewPage)
        and page.is_ready()
        and page.level is Level.NATIONAL
        and not page.visibility.is_second
    )


def save_minutes(window: Window) -> None:
    """Ask for a file and write the shown rows there."""
    context = window.context
    stem = Path(context.address).stem if "://" not in context.address else "Aligner"
    proposed = Path(context.preferences.text(files.FOLDER)) / f"{stem} {context.translate('For the meeting')}.xlsx"
    files.ask_target(context, window.widget(), proposed, ("xlsx",), lambda path: write_minutes(window, path))


def write_minutes(window: Window, path: Path) -> None:
    """Write the shown rows beside the window; a file that is open elsewhere can be tried again."""
    page = window.page
    if not isinstance(page, ReviewPage):
        return
    translate, model = window.context.translate, page.queue.model
    names = [model.rows.table["designation"][position] for position in model.positions()]

    def work(session: Session) -> int | AlignerError:
        try:
            return meeting.write_sheet(session, path, translate, names=names)
        except AlignerError as error:
            return error

    def tell(outcome: int | AlignerError) -> None:
        if isinstance(outcome, AlignerError):
            again = lambda: write_minutes(window, path)  # noqa: E731 - what the button does
            window.tell(translate.sentence(outcome), Tone.BAD, translate("Try again"), again)
        else:
            window.tell(translate("The sheet for the meeting is in {file}.", file=str(path)), Tone.GOOD)

    window.context.read(tell, work)
